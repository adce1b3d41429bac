//! Before an event leaves the sight of readers, who comes to it is told: nobody travels to what one click has taken away.

use app::desk::change::{BIN, CHANGE, FIRST, HIDE};
use app::paths;
use domain::account::{Member, Staff};
use domain::entry::Kind;
use domain::event_change::EventChange;
use domain::manuscript::Manuscript;
use domain::{Error, Language};

use crate::service::Service;

/// Where people are told first that an event does not take place, before it goes to the bin; nothing where nobody who has, or
/// hopes for, a seat still believes that it does.
///
/// # Errors
/// Those of the store.
pub(super) async fn before_the_bin(
    service: &Service,
    staff: &Staff,
    entry: &Manuscript,
    page: Language,
) -> Result<Option<String>, Error> {
    first(service, staff, entry, BIN, page).await
}

/// The same, before the last language that shows it does so no more.
///
/// # Errors
/// Those of the store.
pub(super) async fn before_it_is_hidden(
    service: &Service,
    staff: &Staff,
    (before, after): (&Manuscript, &Manuscript),
    page: Language,
) -> Result<Option<String>, Error> {
    if before.public_languages().is_empty() || !after.public_languages().is_empty() {
        return Ok(None);
    }
    first(service, staff, before, HIDE, page).await
}

async fn first(
    service: &Service,
    staff: &Staff,
    entry: &Manuscript,
    what: &str,
    page: Language,
) -> Result<Option<String>, Error> {
    let (portal, slug) = (&service.portal, &entry.draft.slug);
    let is_ahead = entry.draft.time.as_ref().is_some_and(|time| !time.is_over(portal.clock.now()));
    if entry.draft.kind != Kind::Event || entry.is_deleted || !is_ahead {
        return Ok(None);
    }
    let participants = portal.registrations.participants(staff, slug).await?;
    let comes = participants.iter().any(|each| each.state.is_active() && Member::of(&each.account).is_some());
    let cancel = [(CHANGE, EventChange::Cancel.code()), (FIRST, what)];
    Ok(comes.then(|| paths::with_query(&paths::change(page, slug), cancel)))
}
