//! Puts notices into words.

use domain::account::Member;
use domain::entry::Kind;
use domain::event::EventState;
use domain::{Error, Language, Portal, date};

use super::view::{NoticeRow, UnreadView};
use crate::account::visit::Visit;
use crate::entries::present;
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
        let entry = match portal.library.entry(notice.kind, &notice.slug, language, now).await {
            Ok(entry) => entry.summary,
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => continue,
            Err(failure) => return Err(failure),
        };
        let day = notice.created.to_zoned(jiff::tz::TimeZone::UTC).date();
        let state = entry.time.as_ref().map_or(EventState::Scheduled, |time| time.state);
        rows.push(NoticeRow {
            id: notice.id,
            item: present::item(&entry, language, now),
            told: told(notice.about, state, language),
            day: [date::day(day, language), day.to_string()],
            is_read: notice.is_read,
        });
    }
    Ok(rows)
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
