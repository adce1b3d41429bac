//! Puts notices into words.

use domain::account::{Member, Role};
use domain::entry::Kind;
use domain::event::EventState;
use domain::notice::About;
use domain::{Error, Language, Portal, Slug, date};

use super::view::{NoticeRow, UnreadView};
use crate::account::visit::Visit;
use crate::events::region::day_of;
use crate::messages::{NoticeWords, told, unread_notices};
use crate::paths;

/// How many notices the dashboard shows.
const ROWS: u32 = 10;

/// The latest notices of an account; what is not public any more is left out.
///
/// # Errors
/// Those of the store.
pub async fn latest(portal: &Portal, account: i64, language: Language) -> Result<Vec<NoticeRow>, Error> {
    let now = portal.clock.now();
    let mut rows = Vec::new();
    for notice in portal.inbox.notices(account, ROWS, now).await? {
        let subject = match (&notice.entry, notice.about) {
            (Some((kind, slug)), about) => of_entry(portal, *kind, slug, about, language).await?,
            (None, About::Applicant(applicant)) => of_applicant(portal, applicant, language).await?,
            (None, _) => None,
        };
        let Some((href, title, foreign, told)) = subject else { continue };
        let day = day_of(notice.created);
        rows.push(NoticeRow {
            id: notice.id,
            href,
            title,
            foreign,
            told,
            created: notice.created,
            day: [date::day(day, language), day.to_string()],
            is_read: notice.is_read,
        });
    }
    Ok(rows)
}

/// What a notice leads to: its address and title, the language of the title where it is not the page's, what is told.
type Subject = (String, String, Option<Language>, String);

async fn of_entry(
    portal: &Portal,
    kind: Kind,
    slug: &Slug,
    about: About,
    language: Language,
) -> Result<Option<Subject>, Error> {
    let entry = match portal.library.entry(kind, slug, language, portal.clock.now()).await {
        Ok(entry) => entry.summary,
        Err(Error::NotFound | Error::Gone | Error::Moved(_)) => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let state = entry.time.as_ref().map_or(EventState::Scheduled, |time| time.state);
    let foreign = (entry.language != language).then_some(entry.language);
    let told = told(about, state, language);
    Ok(Some((paths::entry(language, kind, slug), entry.edition.title, foreign, told)))
}

/// Who asks for an account, for who decides on that; for nobody else.
async fn of_applicant(portal: &Portal, applicant: i64, language: Language) -> Result<Option<Subject>, Error> {
    if Visit::current().staff(Role::Admin).is_none() {
        return Ok(None);
    }
    match portal.accounts.account(applicant).await {
        Ok(applicant) => {
            let told = told(About::Applicant(applicant.id), EventState::Scheduled, language);
            Ok(Some((paths::people(language), applicant.profile.name, None, told)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Marks what a member was told of an entry as read, for they see its page.
///
/// # Errors
/// Those of the store.
pub async fn visited(portal: &Portal, kind: Kind, slug: &str) -> Result<(), Error> {
    match (Visit::current().account().and_then(Member::of), slug.parse()) {
        (Some(member), Ok(slug)) => portal.inbox.visited(&member, kind, &slug, portal.clock.now()).await,
        _ => Ok(()),
    }
}

/// How many notices of an account are not read.
///
/// # Errors
/// Those of the store.
pub async fn unread(portal: &Portal, account: i64, language: Language) -> Result<UnreadView, Error> {
    let unread = portal.inbox.unread(account, portal.clock.now()).await?;
    Ok(UnreadView {
        sentence: unread_notices(unread, language),
        stream: paths::notices_stream(language),
        address: paths::notices(language),
        renewed: [paths::dashboard(language), NoticeWords::of(language).show.to_owned()],
    })
}
