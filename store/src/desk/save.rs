//! Saving what a writer has changed: the edit is judged by the domain inside the transaction that writes it, so that nothing
//! comes in between.

use domain::account::Staff;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Manuscript, Outcome, differences};
use domain::{Error, Slug};
use jiff::Timestamp;
use serde_json::json;

use super::trace::{self, Deed};
use super::{manuscript, parts, rename};
use crate::address::hold;
use crate::db::{Tx, execute};
use crate::effect;
use crate::fault::fault;
use crate::inbox::tell_moved;
use crate::registrations::{change_rules, offer};
use crate::stored::stored;
use crate::targets::Targets;

const ENTRY: &str = "
    update entry set visibility = $2, published_on = $3, picture = $4, details = $5, updated_at = $6 where id = $1";

pub(super) async fn save(
    tx: &mut Tx,
    staff: &Staff,
    kind: Kind,
    slug: &Slug,
    edit: &Edit,
    now: Timestamp,
) -> Result<Outcome, Error> {
    hold(tx, kind, slug).await?;
    let (id, before) = manuscript::manuscript(tx, kind, slug).await?;
    if before.is_deleted {
        return Err(Error::Gone);
    }
    let mut after = match before.edited(edit, staff) {
        Ok(after) => after,
        Err(refusal) => return Ok(Outcome::Refused(refusal)),
    };
    let new_slug = after.draft.slug.clone();
    after.draft.slug = before.draft.slug.clone();
    let deed = Deed::new(&staff.signature(), &edit.reason, now);
    if after != before {
        write(tx, id, &before, &mut after, &new_slug, &deed).await?;
        announce(tx, id, Some(&before), &after, now).await?;
    }
    if new_slug != *slug {
        rename::rename(tx, kind, slug, &new_slug, &deed).await?;
    }
    Ok(Outcome::Saved(new_slug))
}

async fn write(
    tx: &mut Tx,
    id: i64,
    before: &Manuscript,
    after: &mut Manuscript,
    new_slug: &Slug,
    deed: &Deed,
) -> Result<(), Error> {
    let targets = Targets::read(tx).await?;
    let draft = &after.draft;
    let details = stored("entry.details", serde_json::to_string(&draft.details))?;
    execute!(
        tx,
        ENTRY,
        id,
        parts::visibility_code(draft.visibility),
        draft.published.map(|day| day.to_string()),
        &draft.picture,
        details,
        deed.at()
    )
    .map_err(fault)?;
    parts::put(tx, id, Some(before), after, &targets, deed).await?;
    let draft = &after.draft;
    if let Some(rules) = draft.seats.filter(|_| draft.seats != before.draft.seats) {
        change_rules(tx, &draft.slug, rules, deed.now()).await?;
    }
    // The sequence rises when what readers see of the event has changed; only its time and its state are news to who comes.
    if let (Some(was), Some(is)) = (&before.draft.time, &draft.time)
        && is.is_news_after(was)
    {
        tell_moved(tx, id, new_slug, is.sequence, deed.now()).await?;
        // Seats that became free while it was put off.
        offer(tx, &draft.slug, deed.now()).await?;
    }
    let changes = differences(&Fields::of(before), &Fields::of(after));
    let payload = json!({ "entry": id, "kind": draft.kind, "slug": draft.slug });
    trace::leave(tx, id, deed, &changes, "entry.changed", &payload).await
}

/// Where an edition becomes readable, now or later, followers are to hear of it then.
pub(super) async fn announce(
    tx: &mut Tx,
    id: i64,
    before: Option<&Manuscript>,
    after: &Manuscript,
    now: Timestamp,
) -> Result<(), Error> {
    let was_shown =
        |language| before.and_then(|before| before.publication.get(language)).is_some_and(|its| its.is_live(now));
    for (language, publication) in after.publication.iter() {
        let is_new = publication.publish_at.filter(|_| publication.state == domain::entry::EditionState::Published);
        if let Some(at) = is_new.filter(|_| !was_shown(language)) {
            let payload = json!({ "entry": id, "language": language });
            effect::leave_for(tx, "entry.published", &payload, now, at.max(now)).await?;
        }
    }
    Ok(())
}
