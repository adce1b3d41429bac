//! What waits for staff: how much of each, the first of it by name, and where the rest is.

use domain::account::{Role, Staff, Standing as Admission};
use domain::entry::{EditionState, Kind};
use domain::manuscript::{DeskItem, ItemFilter, Standing};
use domain::{Error, Language, Portal};
use jiff::Timestamp;

use crate::messages::{DeskWords, OutboxWords, behind_in, missing_in, people_count};
use crate::paths;

/// How many of each are named.
const NAMED: usize = 3;

/// Something that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is.
    pub name: String,
    /// How much of it there is.
    pub count: usize,
    /// The first: each by name, and where it is dealt with.
    pub first: Vec<(String, String)>,
    /// Where all of it is listed; empty where the first are all.
    pub all: String,
}

/// An edition that will be shown, or no longer shown, by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queued {
    /// When.
    pub at: Timestamp,
    /// Whether it will be shown from then on.
    pub is_shown: bool,
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// Where it is edited.
    pub href: String,
}

/// What waits for these staff, and what happens by itself, the next first.
///
/// # Errors
/// Those of the store.
pub async fn tasks(portal: &Portal, staff: &Staff, page: Language) -> Result<(Vec<Task>, Vec<Queued>), Error> {
    let (now, words) = (portal.clock.now(), DeskWords::of(page));
    let items = portal.manuscripts.items(staff, &ItemFilter::default(), now).await?;
    let mut tasks = Vec::new();
    if let Some(admin) = Staff::of(staff.account(), Role::Admin) {
        let people = portal.accounts.people(&admin, Some(&Admission::Waiting)).await?;
        let (all, count) = (paths::people(page), people.len());
        let first = people.into_iter().take(NAMED);
        let first = first.map(|its| (its.profile.name, format!("{all}#person-{}", its.id))).collect();
        tasks.push(Task { name: words.people_wait.to_owned(), count, first, all });
    }
    if let Some(editor) = Staff::of(staff.account(), Role::Editor) {
        tasks.push(participants(portal, &editor, &items, page).await?);
        let failed = portal.outbox.failures(&editor).await?;
        tasks.push(Task {
            name: OutboxWords::of(page).failed.to_owned(),
            count: usize::try_from(failed).unwrap_or(usize::MAX),
            first: Vec::new(),
            all: paths::with_query(&paths::outbox(page), [("state", "failed")]),
        });
    }
    tasks.push(listed(words.review_waits.to_owned(), Standing::InReview, None, &items, page, now));
    for of in Language::ALL {
        tasks.push(listed(behind_in(of, page).to_owned(), Standing::Stale, Some(of), &items, page, now));
    }
    for of in Language::ALL {
        tasks.push(listed(missing_in(of, page).to_owned(), Standing::Missing, Some(of), &items, page, now));
    }
    tasks.retain(|task| task.count > 0);
    Ok((tasks, queue(&items, page, now)))
}

/// Who has asked for a seat and waits for a decision, by event.
async fn participants(portal: &Portal, editor: &Staff, items: &[DeskItem], page: Language) -> Result<Task, Error> {
    let pending = portal.registrations.pending(editor, portal.clock.now()).await?;
    let first = pending.iter().map(|(event, people)| {
        let item = items.iter().find(|item| item.kind == Kind::Event && item.slug == *event);
        let title = item.map_or_else(|| event.to_string(), |item| item.title(page).to_owned());
        let href = paths::with_query(&paths::participants(page, event), [("state", "pending")]);
        (format!("{title}: {}", people_count(*people, page)), href)
    });
    Ok(Task {
        name: DeskWords::of(page).participants_wait.to_owned(),
        count: pending.iter().map(|(_, people)| people).sum(),
        first: first.collect(),
        all: String::new(),
    })
}

/// Entries of which a language stands so.
fn listed(
    name: String,
    standing: Standing,
    of: Option<Language>,
    items: &[DeskItem],
    page: Language,
    now: Timestamp,
) -> Task {
    let such: Vec<&DeskItem> = items.iter().filter(|item| item.stands(standing, of, now)).collect();
    let first = such.iter().take(NAMED);
    let first = first.map(|item| (item.title(page).to_owned(), paths::edit(page, item.kind, &item.slug))).collect();
    let filters = [("standing", standing.code()), ("language", of.map_or("", Language::code))];
    Task { name, count: such.len(), first, all: paths::with_query(&paths::content(page), filters) }
}

/// Editions that are shown, or no longer shown, at a time that was set.
fn queue(items: &[DeskItem], page: Language, now: Timestamp) -> Vec<Queued> {
    let each = items.iter().flat_map(|item| {
        let published = item.editions.iter().filter(|(_, its)| its.publication.state == EditionState::Published);
        published.flat_map(move |(language, its)| {
            let at = |at: Option<Timestamp>, is_shown| {
                at.filter(|at| *at > now).map(|at| Queued {
                    at,
                    is_shown,
                    title: its.title.clone(),
                    language,
                    href: paths::edit(page, item.kind, &item.slug),
                })
            };
            [at(its.publication.publish_at, true), at(its.publication.unpublish_at, false)].into_iter().flatten()
        })
    });
    let mut queue: Vec<Queued> = each.collect();
    queue.sort_by_key(|queued| queued.at);
    queue
}
