//! Puts the pages of the desk together.

use domain::account::{Role, Staff};
use domain::audit::{AuditLines, AuditSpan};
use domain::entry::Kind;
use domain::manuscript::{Fields, ItemFilter, Manuscript, Standing};
use domain::{Error, Language, Portal, Slug};
use jiff::ToSpan;
use leptos::prelude::*;

use super::audit::{Audit, LINES_OF_A_PAGE};
use super::banner::BannerForm;
use super::change::change_page;
use super::checks::checked;
use super::content_table::ContentTable;
use super::history::History;
use super::left::Left;
use super::missed::missed;
use super::opening::{Came, begun, editor, last_left};
use super::outbox::outbox;
use super::overview::Overview;
use super::preview;
use super::preview_page::Previews;
use super::tasks::tasks;
use super::traffic::{Reading, WhatIsRead};
use super::versions::{HistoryContents, HistoryRequest};
use super::view::{ContentRequest, DeskAsk};
use crate::account::view::AccountView;
use crate::account::visit::Visit;
use crate::events::region::{day_of, region};
use crate::failure::Failure;
use crate::files::compose as files;
use crate::messages::{AuditWords, DeskWords, OutboxWords, TrafficWords, copied, new_entry};
use crate::paths;
use crate::site::public_url;
use crate::ui::{Crumb, Drawings, ProblemView};

async fn history(
    portal: &Portal,
    staff: &Staff,
    kind: Kind,
    slug: &str,
    asked: HistoryRequest,
    language: Language,
) -> Result<HistoryContents, Error> {
    let slug = read(slug)?;
    let manuscript = portal.manuscripts.manuscript(staff, kind, &slug).await?;
    let history = portal.desk.history(kind, &slug).await?;
    let can_restore = staff.account().role >= Role::Editor;
    let title = title_of(&manuscript, language);
    Ok(HistoryContents::of(&manuscript, title, history, asked, can_restore))
}

/// The steps between home and a page of the desk.
fn above(ask: &DeskAsk, language: Language) -> Vec<Crumb> {
    let desk = Crumb::new(DeskWords::of(language).desk, paths::desk(language));
    if *ask == DeskAsk::Overview { Vec::new() } else { vec![desk] }
}

/// A page of the desk.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] and [`Error::Forbidden`] for who may not see it.
pub async fn desk(
    portal: &Portal,
    ask: DeskAsk,
    language: Language,
    ink: &mut Drawings,
) -> Result<AccountView, Failure> {
    let words = DeskWords::of(language);
    let visit = Visit::current();
    let staff = visit.require_staff(Role::Contributor)?;
    let now = portal.clock.now();
    let uploads = matches!(&ask, DeskAsk::Media(_));
    let above = above(&ask, language);
    let (title, content, live) = match ask {
        DeskAsk::Overview => {
            let (tasks, queue) = tasks(portal, &staff, language).await?;
            let missed = missed(portal, &staff).await?;
            (words.desk.to_owned(), view! { <Overview staff tasks queue missed /> }.into_any(), None)
        }
        DeskAsk::Content(request) => {
            let items = portal.manuscripts.items(&staff, &filter(&request, now), now).await?;
            let title = if request.bin { words.bin } else { words.content };
            (title.to_owned(), view! { <ContentTable request items now /> }.into_any(), None)
        }
        DeskAsk::Audit(request) => {
            let staff = visit.require_staff(Role::Editor)?;
            let (filter, number, problems) = request.read();
            let skip = LINES_OF_A_PAGE * (number as usize - 1);
            let span = AuditSpan { skip, take: LINES_OF_A_PAGE };
            let AuditLines { lines, total } = portal.secretariat.audit(&staff, &filter, span).await?;
            let problems = problems.iter().map(|problem| ProblemView::of(problem, language)).collect();
            let content = view! { <Audit request lines total number problems /> };
            (AuditWords::of(language).title.to_owned(), content.into_any(), None)
        }
        DeskAsk::Traffic(request) => {
            let (days, problems) = request.read(day_of(now));
            let reading = Reading::of(portal, &staff, days, language).await?;
            let period = TrafficWords::of(language).period;
            let problems = problems.iter().map(|problem| ProblemView::named(problem, period, language)).collect();
            let content = view! { <WhatIsRead request reading problems /> };
            (TrafficWords::of(language).title.to_owned(), content.into_any(), None)
        }
        DeskAsk::Outbox(request) => {
            let staff = visit.require_staff(Role::Editor)?;
            let content = outbox(portal, &staff, request, language).await?;
            (OutboxWords::of(language).title.to_owned(), content, None)
        }
        DeskAsk::Banner { done } => {
            let staff = visit.require_staff(Role::Editor)?;
            let banner = portal.secretariat.banner().await?;
            let title = AuditWords::of(language).banner.to_owned();
            (title, view! { <BannerForm banner staff visit is_done=done /> }.into_any(), None)
        }
        DeskAsk::Media(request) => {
            let (title, view) = files::library(portal, staff, request, visit, language).await?;
            (title, view, None)
        }
        DeskAsk::MediaFile { uid, done, back } => {
            let (title, view) = files::media_file(portal, staff, &uid, (done, back), visit, language).await?;
            (title, view, None)
        }
        DeskAsk::New { kind, date, like, add, is_empty } => {
            let (manuscript, typed) = begun(portal, &staff, kind, &date, &like, language).await?;
            // A day or a model that was chosen just now is not what was typed some other time.
            let is_asked_for = is_empty || !date.is_empty() || !like.is_empty();
            let left = if is_asked_for { None } else { last_left(portal, &staff, kind).await? };
            let came = Came { done: "", add: &add, left };
            let (content, live) = editor(portal, visit, staff, manuscript, typed, came).await?;
            let copied = (!like.is_empty()).then(|| view! { <p class="note">{copied(kind, language)}</p> });
            (new_entry(kind, language).to_owned(), view! { {copied} {content} }.into_any(), Some(live))
        }
        DeskAsk::Edit { kind, slug, done, add } => {
            let slug = read(&slug)?;
            let manuscript = portal.manuscripts.manuscript(&staff, kind, &slug).await?;
            let title = format!("{}: {}", words.edit, title_of(&manuscript, language));
            let left = Left::of(portal.manuscripts.kept_forms(&staff, &place(kind, Some(&slug))).await?);
            let came = Came { done: &done, add: &add, left };
            let (content, live) = editor(portal, visit, staff, manuscript, Vec::new(), came).await?;
            (title, content, Some(live))
        }
        DeskAsk::Change(request) => {
            let (title, view) = change_page(portal, &visit, request, language).await?;
            (title, view, None)
        }
        DeskAsk::History { kind, slug, q, from, to } => {
            let contents = history(portal, &staff, kind, &slug, HistoryRequest { q, from, to }, language).await?;
            (words.history.to_owned(), view! { <History contents /> }.into_any(), None)
        }
        DeskAsk::Preview { kind, slug } => {
            let slug = read(&slug)?;
            let draft = preview::draft(portal, &staff, kind, &slug).await?;
            let remarks = checked(portal, &draft, &Fields::of(&draft), &public_url()).await?;
            let links = portal.previews.preview_links(&staff, kind, &slug, now).await?;
            let (title, public_url) = (title_of(&draft, language), public_url());
            let page = view! { <Previews kind slug title remarks links visit public_url /> };
            (words.preview.to_owned(), page.into_any(), None)
        }
    };
    Ok(AccountView { title, above, description: String::new(), content: ink.draw(content), live, uploads })
}

pub(super) fn read(slug: &str) -> Result<Slug, Error> {
    slug.parse().map_err(|_unreadable| Error::NotFound)
}

/// The name under which one writes at an entry, or at a new one of a kind.
pub fn place(kind: Kind, slug: Option<&Slug>) -> String {
    slug.map_or_else(|| format!("new/{kind}"), |slug| format!("{kind}/{slug}"))
}

/// The name under which unsaved text is kept: each form that is opened has a place of its own below that of its entry, so that
/// two tabs do not replace each other's text, and two of a new entry are two entries.
pub fn form_place(place: &str, form: &str) -> String {
    let form: String = form.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    format!("{place}/{form}")
}

/// The title in the page's language, else in another.
fn title_of(manuscript: &Manuscript, language: Language) -> String {
    let draft = &manuscript.draft;
    let titles = [language, draft.source, language.other()].into_iter().filter_map(|of| draft.editions.get(of));
    let title = titles.map(|edition| edition.title.clone()).find(|title| !title.is_empty());
    title.unwrap_or_else(|| draft.slug.to_string())
}

/// What the filters of the table ask for; what cannot be understood is no filter.
pub fn filter(request: &ContentRequest, now: jiff::Timestamp) -> ItemFilter {
    let months = request.untouched.parse::<i32>().ok().filter(|months| (1..=1200).contains(months));
    let since = months.and_then(|months| now.to_zoned(region()).checked_sub(months.months()).ok());
    ItemFilter {
        kind: paths::kind_of(&request.kind),
        network: request.network.parse().ok(),
        words: request.q.clone(),
        standing: Standing::from_code(&request.standing),
        language: request.language.parse().ok(),
        untouched_since: since.map(|since| since.timestamp()),
        in_bin: request.bin,
    }
}
