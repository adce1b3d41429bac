//! Puts the pages of the desk together.

use domain::account::{Role, Staff};
use domain::audit::{AuditLines, AuditSpan};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::file::{Uid, Used, uses_of};
use domain::manuscript::{Fields, ItemFilter, Manuscript, Standing, Typed};
use domain::token::Token;
use domain::{Error, Language, Portal, Slug};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use leptos::prelude::*;

use super::asked::Question;
use super::audit::{Audit, LINES_OF_A_PAGE};
use super::banner::BannerForm;
use super::change::change_page;
use super::checks::{Remarks, checked};
use super::content_table::ContentTable;
use super::editor::{Editor, EditorContents};
use super::file_fields::{Offer, has_documents};
use super::form::{self, Form};
use super::history::History;
use super::outbox::outbox;
use super::overview::Overview;
use super::tasks::tasks;
use super::view::{ContentRequest, DeskAsk, LiveView};
use crate::account::view::AccountView;
use crate::account::visit::Visit;
use crate::entries::compose::{contents, country_names};
use crate::entries::content::{Contents, EntryContent, EventContent};
use crate::events::programme::Programme;
use crate::events::region::{REGION, today};
use crate::failure::Failure;
use crate::files::compose as files;
use crate::messages::{AuditWords, DeskWords, OutboxWords, live_words, new_entry, tool_names};
use crate::paths;
use crate::site::public_url;
use crate::ui::{Drawings, ProblemView};

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
    let (title, content, live) = match ask {
        DeskAsk::Overview => {
            let (tasks, queue) = tasks(portal, &staff, language).await?;
            (words.desk.to_owned(), view! { <Overview staff tasks queue /> }.into_any(), None)
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
        DeskAsk::Outbox(request) => {
            let staff = visit.require_staff(Role::Editor)?;
            let content = outbox(portal, &staff, request, language).await?;
            (OutboxWords::of(language).title.to_owned(), content, None)
        }
        DeskAsk::Banner { done } => {
            visit.require_staff(Role::Editor)?;
            let banner = portal.secretariat.banner().await?;
            let title = AuditWords::of(language).banner.to_owned();
            (title, view! { <BannerForm banner visit is_done=done /> }.into_any(), None)
        }
        DeskAsk::Media(request) => {
            let (title, view) = files::library(portal, staff, request, visit, language).await?;
            (title, view, None)
        }
        DeskAsk::MediaFile { uid, done } => {
            let (title, view) = files::media_file(portal, staff, &uid, done, visit, language).await?;
            (title, view, None)
        }
        DeskAsk::New { kind, date, like, add } => {
            let (manuscript, typed) = begun(portal, &staff, kind, &date, &like, language).await?;
            let place = new_place(kind);
            let came = Came { done: "", add: &add };
            let (content, live) = editor(portal, visit, staff, manuscript, typed, &place, came).await?;
            (new_entry(kind, language).to_owned(), content, Some(live))
        }
        DeskAsk::Edit { kind, slug, done, add } => {
            let slug = read(&slug)?;
            let manuscript = portal.manuscripts.manuscript(&staff, kind, &slug).await?;
            let (title, place) = (title_of(&manuscript, language), place(kind, &slug));
            let title = format!("{}: {title}", words.edit);
            let came = Came { done: &done, add: &add };
            let (content, live) = editor(portal, visit, staff, manuscript, Vec::new(), &place, came).await?;
            (title, content, Some(live))
        }
        DeskAsk::Change(request) => {
            let (title, view) = change_page(portal, &visit, request, language).await?;
            (title, view, None)
        }
        DeskAsk::History { kind, slug } => {
            let slug = read(&slug)?;
            let manuscript = portal.manuscripts.manuscript(&staff, kind, &slug).await?;
            let revisions = portal.desk.history(kind, &slug).await?;
            let title = title_of(&manuscript, language);
            let can_restore = staff.account().role >= Role::Editor;
            (words.history.to_owned(), view! { <History kind slug title revisions can_restore /> }.into_any(), None)
        }
        DeskAsk::Preview { kind, slug } => {
            let manuscript = portal.manuscripts.manuscript(&staff, kind, &read(&slug)?).await?;
            (words.preview.to_owned(), preview(portal, &manuscript, language, now).await?, None)
        }
    };
    Ok(AccountView { title, description: String::new(), content: ink.draw(content), live, uploads })
}

fn read(slug: &str) -> Result<Slug, Error> {
    slug.parse().map_err(|_unreadable| Error::NotFound)
}

/// The name under which unsaved text of an entry is kept.
pub fn place(kind: Kind, slug: &Slug) -> String {
    format!("{kind}/{slug}")
}

/// The same for a new entry.
pub fn new_place(kind: Kind) -> String {
    format!("new/{kind}")
}

/// What the editor needs to keep what is typed; `kept_at` in milliseconds since 1970, UTC.
fn live(account: i64, kind: Kind, place: &str, language: Language, kept_at: i64) -> LiveView {
    let parameters = [("place", place)];
    let address = paths::unsaved(language);
    let [kept, no_line, others] = live_words(language).map(str::to_owned);
    LiveView {
        address: paths::with_query(&address, parameters),
        stream: paths::with_query(&format!("{address}/stream"), parameters),
        key: format!("{account}:{place}"),
        key_before: format!("{account}:{}", new_place(kind)),
        kept_at,
        kept,
        no_line,
        others,
        tools: tool_names(language).map(str::to_owned).to_vec(),
        ..LiveView::default()
    }
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
    let since = months.and_then(|months| now.to_zoned(TimeZone::UTC).checked_sub(months.months()).ok());
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

/// A blank manuscript, and what is known of it already: the day that was chosen, or another entry's texts.
async fn begun(
    portal: &Portal,
    staff: &Staff,
    kind: Kind,
    date: &str,
    like: &str,
    language: Language,
) -> Result<(Manuscript, Vec<Typed>), Error> {
    let blank = Manuscript::blank(kind, language, today(portal.clock.now()));
    let known = |field: &str, text: &str| Typed::new(field, text, &fingerprint(Fields::of(&blank).get(field)));
    let mut typed = Vec::new();
    if !like.is_empty() {
        typed = form::like(&portal.manuscripts.manuscript(staff, kind, &read(like)?).await?);
    }
    if kind == Kind::Event {
        if date.parse::<jiff::civil::Date>().is_ok() {
            typed.push(known("start", date));
        }
        if like.is_empty() {
            typed.extend([known("zone", REGION), known("mode", "online"), known("state", "scheduled")]);
        }
    }
    Ok((blank, typed))
}

async fn editor(
    portal: &Portal,
    visit: Visit,
    staff: Staff,
    manuscript: Manuscript,
    begun: Vec<Typed>,
    place: &str,
    came: Came<'_>,
) -> Result<(AnyView, LiveView), Error> {
    let done = came.done;
    let language = crate::site::use_language();
    let words = DeskWords::of(language);
    let now = portal.clock.now();
    let kept = portal.manuscripts.kept_form(&staff, place).await?;
    let kept_at = kept.as_ref().map_or(0, |kept| kept.kept.as_millisecond());
    let live = LiveView {
        is_saved: !done.is_empty(),
        is_answer: visit.edit.is_some(),
        ..live(staff.account().id, manuscript.draft.kind, place, language, kept_at)
    };
    let is_asked_for = !begun.is_empty();
    let (typed, conflicts, brought_back) = match (visit.edit.clone(), kept) {
        (Some((typed, conflicts)), _) => (typed, conflicts, false),
        // A day or a model that was chosen just now is not what was typed some other time.
        (None, Some(_)) if is_asked_for => (begun, Vec::new(), false),
        (None, Some(kept)) => (kept.typed, Vec::new(), true),
        (None, None) => (begun, Vec::new(), false),
    };
    let notice = match done {
        "saved" => Some(words.saved),
        "published" => Some(words.published),
        "kept" => Some(words.kept_for_you),
        "restored" => Some(words.restored),
        _ => visit.notice,
    };
    let mut form = Form::of(manuscript, typed, conflicts, visit.problems.clone());
    let files = offer(portal, &staff, &mut form, came.add).await?;
    let contents = EditorContents {
        remarks: checked(portal, &form.manuscript, &form.shown, &public_url()).await?,
        files,
        chosen: visit.edit.is_some().then(|| visit.typed.get("publish").cloned().unwrap_or_default()),
        reason: visit.typed("reason"),
        token: Token::new(&*portal.chance).text(),
        form,
        brought_back: brought_back && done != "kept",
        countries: country_names(portal, language, now).await?,
        staff,
        notice,
        now,
    };
    let question = visit.asked.map(|asked| view! { <Question asked page=language /> });
    Ok((view! { {question} <Editor contents /> }.into_any(), live))
}

/// What led to the editor.
struct Came<'a> {
    /// What was just done.
    done: &'a str,
    /// A file that was uploaded for it.
    add: &'a str,
}

/// The files to choose from; one that was uploaded for this form is chosen.
async fn offer(portal: &Portal, staff: &Staff, form: &mut Form, add: &str) -> Result<Offer, Error> {
    let pictures = files::recent(portal, staff, true).await?;
    let documents =
        if has_documents(form.manuscript.draft.kind) { files::recent(portal, staff, false).await? } else { Vec::new() };
    let listed = form.get("files").to_owned();
    if documents.iter().any(|file| file.uid.as_str() == add) && !listed.contains(add) {
        form.shown.set("files", format!("{listed} {add}").trim());
    } else if pictures.iter().any(|file| file.uid.as_str() == add) {
        form.shown.set("picture", &format!("files/{add}"));
    }
    let uids: Vec<Uid> = form.get("files").split_whitespace().filter_map(|uid| uid.parse().ok()).collect();
    Ok(Offer { chosen: portal.files.files(&uids).await?, documents, pictures })
}

/// An entry as readers would see it.
async fn preview(
    portal: &Portal,
    manuscript: &Manuscript,
    language: Language,
    now: jiff::Timestamp,
) -> Result<AnyView, Error> {
    let words = DeskWords::of(language);
    let (kind, slug) = (manuscript.draft.kind, manuscript.draft.slug.clone());
    let all = checked(portal, manuscript, &Fields::of(manuscript), &public_url()).await?;
    let back = view! {
        <p class="note">
            {words.preview_note} " "
            <a href=paths::edit(language, kind, &slug)>{words.back_to_editor}</a>
        </p>
        <Remarks all page=language editor=paths::edit(language, kind, &slug) />
    };
    let Some(mut entry) = manuscript.entry(language, now) else {
        return Ok(view! { {back} <p class="empty">{words.not_found_here}</p> }.into_any());
    };
    for (place, uid) in uses_of(&manuscript.draft) {
        entry.files.extend(portal.files.files(&[uid]).await?.into_iter().map(|file| Used { place, file }));
    }
    let title = entry.summary.edition.title.clone();
    let documents = files::documents(portal, &entry.files, language).await?;
    let contents = Contents { documents, ..contents(&entry, language, now) };
    let content = match kind {
        Kind::Event => {
            let (sessions, source) = (entry.sessions.clone(), entry.source);
            let time = entry.summary.time.clone();
            let programme = time.map(|time| view! { <Programme sessions time source /> }).into_any();
            view! { <EventContent contents programme /> }.into_any()
        }
        _ => view! { <EntryContent contents /> }.into_any(),
    };
    Ok(view! {
        {back}
        <article class="preview" lang=entry.summary.language.code()>
            <h2 class="preview-title">{title}</h2>
            {content}
        </article>
    }
    .into_any())
}
