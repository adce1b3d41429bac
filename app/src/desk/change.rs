//! Moving, postponing and cancelling an event: what goes out is shown before it is done, by one button.

use std::collections::BTreeMap;

use domain::account::{Role, Staff};
use domain::entry::Kind;
use domain::event_change::EventChange;
use domain::manuscript::{Manuscript, Refusal};
use domain::{Error, Language, Portal, Problem, Rule, date};
use leptos::prelude::*;

use super::announcement::{Announcement, Consequences, announcement};
use crate::account::visit::Visit;
use crate::messages::{
    AccountWords, ChangeWords, Messages, SeatWords, change_done, change_name, do_it, field_name, language_name,
    tell_them_first,
};
use crate::paths;
use crate::ui::ProblemView;

/// The field that says which change is meant.
pub const CHANGE: &str = "change";
/// The field that says which announcement was seen.
pub const SEEN: &str = "seen";

/// The field of the address that says what has to wait until people are told.
pub const FIRST: &str = "first";
/// It has to wait before the event goes to the bin.
pub const BIN: &str = "bin";
/// It has to wait before no language shows the event.
pub const HIDE: &str = "hide";

/// What a change comes to.
#[derive(Debug)]
pub enum Plan {
    /// The event after it, and what goes out.
    Possible(Box<Manuscript>, Announcement),
    /// What was typed breaks a rule.
    Problems(Vec<Problem>),
}

/// What a change comes to, by what was typed into its form.
///
/// # Errors
/// Those of the store; [`Error::Forbidden`] where the writer's role does not allow it.
pub async fn plan(
    portal: &Portal,
    staff: &Staff,
    event: &Manuscript,
    change: EventChange,
    typed: &BTreeMap<String, String>,
    public_url: &str,
) -> Result<Plan, Error> {
    let edit = match change.edit(event, typed) {
        Ok(edit) => edit,
        Err(problems) => return Ok(Plan::Problems(problems)),
    };
    match event.edited(&edit, staff) {
        Ok(after) if change == EventChange::Move && is_past(&after, portal.clock.now()) => {
            let start = typed.get("start").map_or("", String::as_str);
            Ok(Plan::Problems(vec![Problem::new("start", start, Rule::Ahead)]))
        }
        Ok(after) => {
            let announcement = announcement(portal, staff, event, &after, public_url).await?;
            Ok(Plan::Possible(Box::new(after), announcement))
        }
        Err(Refusal::Problems(problems)) => Ok(Plan::Problems(problems)),
        Err(Refusal::Conflicts(_) | Refusal::Forbidden) => Err(Error::Forbidden),
    }
}

/// Whether an event would be past already.
fn is_past(event: &Manuscript, now: jiff::Timestamp) -> bool {
    event.draft.time.as_ref().is_some_and(|time| time.is_past(now))
}

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeRequest {
    /// The event's slug.
    pub slug: String,
    /// Which change is meant.
    pub change: String,
    /// The first day to move to.
    pub start: String,
    /// The change that was just done.
    pub done: String,
    /// How many people are told of it.
    pub told: String,
    /// What waits until people are told: [`BIN`] or [`HIDE`].
    pub first: String,
}

/// The page, and its title.
///
/// # Errors
/// Those of the store; [`Error::Forbidden`] for who may not publish.
pub async fn change_page(
    portal: &Portal,
    visit: &Visit,
    request: ChangeRequest,
    language: Language,
) -> Result<(String, AnyView), Error> {
    let staff = visit.require_staff(Role::Editor)?;
    let slug = request.slug.parse().map_err(|_unreadable| Error::NotFound)?;
    let event = portal.manuscripts.manuscript(&staff, Kind::Event, &slug).await?;
    if event.is_deleted {
        return Err(Error::Gone);
    }
    let state = event.draft.time.as_ref().ok_or(Error::NotFound)?.state;
    let asked = if visit.typed.is_empty() { request.change.clone() } else { visit.typed(CHANGE) };
    let change = EventChange::from_code(&asked).filter(|change| change.fits(state));
    let typed: BTreeMap<String, String> = if !visit.typed.is_empty() {
        visit.typed.keys().map(|field| (field.clone(), visit.typed(field))).collect()
    } else if change == Some(EventChange::Move) && !request.start.is_empty() {
        BTreeMap::from([("start".to_owned(), request.start.clone())])
    } else {
        BTreeMap::new()
    };
    let form = match change {
        Some(change) => {
            let public_url = crate::site::public_url();
            let plan = plan(portal, &staff, &event, change, &typed, &public_url).await?;
            let mut shown = change.stored(&event);
            shown.extend(typed);
            Some(form(&event, change, &shown, plan, language))
        }
        None => None,
    };
    let words = ChangeWords::of(language);
    let notice = visit.notice.map(|notice| view! { <p class="note" role="alert">{notice}</p> });
    let done = EventChange::from_code(&request.done).filter(|_| visit.typed.is_empty());
    let told = request.told.parse().unwrap_or(0);
    let done = done.map(|done| view! { <p class="note done" role="status">{change_done(done, told, language)}</p> });
    let first = matches!(request.first.as_str(), BIN | HIDE) && visit.typed.is_empty();
    let first = first.then(|| {
        view! { <p class="note" role="alert">{tell_them_first(request.first == BIN, language)}</p> }
    });
    let content = view! {
        {head(&event, language, portal.clock.now())}
        {notice}
        {done}
        {first}
        <p class="hint">{words.intro}</p>
        {choices(&event, change, language)}
        {form}
    };
    Ok((words.title.to_owned(), content.into_any()))
}

/// Which event it is, and how it stands.
fn head(event: &Manuscript, page: Language, now: jiff::Timestamp) -> AnyView {
    let slug = &event.draft.slug;
    let Some(time) = &event.draft.time else { return ().into_any() };
    let edition = event.draft.editions.best(page, event.draft.source).map(|(_, edition)| edition.clone());
    let (title, note) = edition.map(|its| (its.title, its.words.state_note)).unwrap_or_default();
    let state = Messages::of(page).event_state(time.state, time.precision, &note, time.is_past(now));
    view! {
        <p class="lead">
            <a href=paths::entry(page, Kind::Event, slug)>{title}</a>
        </p>
        <p class="facts">
            <span>{date::event_days(time, page)}</span>
            {date::event_hours(time, page).map(|hours| view! { <span>{hours}</span> })}
            {state.map(|state| view! { <span>{state}</span> })}
        </p>
        <ul class="desk-links" role="list">
            <li>
                <a href=paths::participants(page, slug)>{SeatWords::of(page).participants}</a>
            </li>
            <li>
                <a href=paths::edit(page, Kind::Event, slug)>{ChangeWords::of(page).everything_else}</a>
            </li>
        </ul>
    }
    .into_any()
}

/// What can be done with it as it stands.
fn choices(event: &Manuscript, chosen: Option<EventChange>, page: Language) -> AnyView {
    let state = event.draft.time.as_ref().map(|time| time.state).unwrap_or_default();
    let slug = &event.draft.slug;
    let each = EventChange::ALL.into_iter().filter(|change| change.fits(state)).map(|change| {
        let href = paths::with_query(&paths::change(page, slug), [(CHANGE, change.code())]);
        let current = (chosen == Some(change)).then_some("page");
        let class = if current.is_some() { "button" } else { "button button-quiet" };
        view! {
            <a class=class href=href aria-current=current>
                {change_name(change, page)}
            </a>
        }
    });
    view! {
        <nav class="desk-begin" aria-label=ChangeWords::of(page).title>
            {each.collect::<Vec<_>>()}
        </nav>
    }
    .into_any()
}

/// What was typed, what goes out, and the button.
fn form(
    event: &Manuscript,
    change: EventChange,
    shown: &BTreeMap<String, String>,
    plan: Plan,
    page: Language,
) -> AnyView {
    let words = ChangeWords::of(page);
    let (problems, announcement) = match plan {
        Plan::Problems(problems) => (problems, None),
        Plan::Possible(_, announcement) => (Vec::new(), Some(announcement)),
    };
    let names = change.fields(event);
    let fields = names.iter().map(|name| {
        let value = shown.get(name).cloned().unwrap_or_default();
        field(name, value, problems.iter().find(|problem| problem.field == *name), page)
    });
    let fields = fields.collect::<Vec<_>>();
    let show = (!names.is_empty()).then(|| {
        view! {
            <button type="submit" name="task" value="show" class="button-quiet">
                {words.show}
            </button>
        }
    });
    let what = announcement.map(|announcement| {
        let (count, key) = (announcement.count(), announcement.key());
        let can_do = announcement.is_news;
        view! {
            <section class="consequences" aria-labelledby="consequences">
                <h2 id="consequences">{words.what_goes_out}</h2>
                <Consequences announcement page />
                <input type="hidden" name=SEEN value=key />
                {can_do
                    .then(|| {
                        view! {
                            <button type="submit" name="task" value="do">
                                {do_it(change, count, page)}
                            </button>
                        }
                    })}
            </section>
        }
    });
    view! {
        {summary(&problems, event, &names, page)}
        <form class="form change-form" method="post" action=paths::change(page, &event.draft.slug)>
            <h2>{change_name(change, page)}</h2>
            <input type="hidden" name=CHANGE value=change.code() />
            {(change == EventChange::Move).then(|| view! { <p class="hint">{words.length_stays}</p> })}
            <div class="shared-fields">{fields}</div>
            {show}
            {what}
        </form>
    }
    .into_any()
}

fn named(field: &str, page: Language) -> String {
    let words = ChangeWords::of(page);
    match field.split_once('.') {
        Some((of, "state_note")) => {
            let of = of.parse().map_or("", |of: Language| language_name(of, page));
            format!("{} ({of})", words.reason)
        }
        _ if field == "days" => words.days.to_owned(),
        _ => field_name(field, page),
    }
}

/// What is wrong; a field that this page does not have is mended in the editor.
fn summary(problems: &[Problem], event: &Manuscript, names: &[String], page: Language) -> AnyView {
    if problems.is_empty() {
        return ().into_any();
    }
    let each = problems.iter().map(|problem| {
        let sentence = ProblemView::named(problem, &named(&problem.field, page), page).sentence;
        let editor = if names.contains(&problem.field) {
            String::new()
        } else {
            paths::edit(page, event.draft.kind, &event.draft.slug)
        };
        view! {
            <li>
                <a href=format!("{editor}#{}", problem.field) rel="external">
                    {sentence}
                </a>
            </li>
        }
    });
    view! {
        <div class="problems" role="alert" aria-labelledby="problems-title" tabindex="-1" autofocus>
            <h2 id="problems-title">{AccountWords::of(page).form_problems}</h2>
            <ul>{each.collect::<Vec<_>>()}</ul>
        </div>
    }
    .into_any()
}

fn field(name: &str, value: String, problem: Option<&Problem>, page: Language) -> AnyView {
    let label = named(name, page);
    let sentence = problem.map(|problem| ProblemView::named(problem, &label, page).sentence);
    let kind = match name {
        // A date field would drop what it cannot read; a text field keeps it.
        _ if problem.is_some() => "text",
        "start" => "date",
        "start_time" | "end_time" => "time",
        "days" => "number",
        _ => "text",
    };
    let of = name.split_once('.').map(|(of, _)| of.to_owned());
    let problem_id = format!("{name}-problem");
    let described = sentence.as_ref().map(|_| problem_id.clone());
    let class = if of.is_some() { "field field-wide" } else { "field" };
    let least = (kind == "number").then_some("1");
    view! {
        <div class=class>
            <label for=name.to_owned()>{label}</label>
            <input
                id=name.to_owned()
                name=name.to_owned()
                type=kind
                min=least
                lang=of
                value=value
                aria-invalid=sentence.as_ref().map(|_| "true")
                aria-describedby=described
            />
            {sentence.map(|sentence| view! { <p class="field-problem" id=problem_id>{sentence}</p> })}
        </div>
    }
    .into_any()
}
