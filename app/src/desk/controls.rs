//! The controls of the editor's form, one for each sort of field.

use domain::Language;
use domain::block::Freshness;
use domain::entry::{Kind, Participation, PublicationForm};
use domain::event::{EventState, Mode as Attendance, Precision};
use domain::media::MediaForm;
use domain::registration::Mode;
use jiff::Timestamp;
use leptos::prelude::*;

use super::chooser::chooser;
use super::form::Form;
use crate::events::region::region;
use crate::messages::{
    DeskWords, Messages, ResourceWords, SeatWords, event_state_name, field_name, label, language_name, precision_name,
};
use crate::ui::ProblemView;

/// Zones of the region, and of those who meet with it.
const ZONES: [&str; 22] = [
    "America/Jamaica",
    "America/Antigua",
    "America/Aruba",
    "America/Barbados",
    "America/Belize",
    "America/Costa_Rica",
    "America/Curacao",
    "America/Dominica",
    "America/Guyana",
    "America/Havana",
    "America/Nassau",
    "America/New_York",
    "America/Panama",
    "America/Paramaribo",
    "America/Port-au-Prince",
    "America/Port_of_Spain",
    "America/Santo_Domingo",
    "America/St_Lucia",
    "America/Toronto",
    "Europe/London",
    "Europe/Zurich",
    "UTC",
];

/// What stands below a field: what is wrong with it, and what somebody else has saved meanwhile.
pub(super) fn remarks(form: &Form, field: &str, page: Language) -> (Option<String>, AnyView) {
    let problem = form.problems.iter().find(|problem| problem.field == field);
    let sentence = problem.map(|problem| ProblemView::named(problem, &field_name(field, page), page).sentence);
    let conflict = form.conflicts.iter().find(|conflict| conflict.field == field);
    let conflict = conflict.map(|conflict| chooser(form, conflict, page));
    let view = view! {
        {sentence.clone().map(|sentence| view! { <p class="field-problem" id=format!("{field}-problem")>{sentence}</p> })}
        {conflict}
    };
    (sentence, view.into_any())
}

/// A field with its label.
fn field(form: &Form, name: &str, page: Language, control: impl FnOnce(Option<&'static str>) -> AnyView) -> AnyView {
    let (sentence, remarks) = remarks(form, name, page);
    let control = control(sentence.map(|_| "true"));
    view! {
        <div class="field">
            <label for=name.to_owned()>{label(name, page)}</label>
            {control}
            {remarks}
        </div>
    }
    .into_any()
}

/// A choice of one of a list: what each is stored as, and what it is called.
pub(super) fn choice(form: &Form, name: &str, page: Language, options: Vec<(String, String)>) -> AnyView {
    let chosen = form.get(name).to_owned();
    let id = name.to_owned();
    field(form, name, page, move |invalid| {
        // What is stored and not among the choices stays as it is.
        let other = (!chosen.is_empty() && options.iter().all(|(code, _)| *code != chosen))
            .then(|| view! { <option value=chosen.clone() selected=true>{chosen.clone()}</option> });
        let options = options.into_iter().map(|(code, name)| {
            let selected = code == chosen;
            view! {
                <option value=code selected=selected>
                    {name}
                </option>
            }
        });
        view! {
            <select id=id.clone() name=id aria-invalid=invalid>
                {other}
                {options.collect_view()}
            </select>
        }
        .into_any()
    })
}

/// A field on one line; `kind` is the type of its input.
pub(super) fn line(form: &Form, name: &str, page: Language, kind: &'static str) -> AnyView {
    let (id, value) = (name.to_owned(), form.get(name).to_owned());
    // A date field would drop what it cannot read; a text field keeps it.
    let broken = form.problems.iter().any(|problem| problem.field == name);
    let kind = if broken { "text" } else { kind };
    field(form, name, page, move |invalid| {
        let described = invalid.map(|_| format!("{id}-problem"));
        view! { <input id=id.clone() name=id type=kind value=value aria-invalid=invalid aria-describedby=described /> }
            .into_any()
    })
}

fn lines(form: &Form, name: &str, page: Language) -> AnyView {
    let (id, value) = (name.to_owned(), form.get(name).to_owned());
    field(form, name, page, move |invalid| {
        view! {
            <textarea id=id.clone() name=id rows="2" aria-invalid=invalid>
                {value}
            </textarea>
        }
        .into_any()
    })
}

fn owned<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.map(|(code, name)| (code.to_owned(), name.to_owned())).to_vec()
}

/// A field that is the same in both languages.
pub fn shared(form: &Form, name: &str, page: Language) -> AnyView {
    let (messages, words, seats) = (Messages::of(page), DeskWords::of(page), SeatWords::of(page));
    let unsaid = (String::new(), words.no_choice.to_owned());
    match name {
        "start" | "end" | "published" => line(form, name, page, "date"),
        "start_time" | "end_time" => line(form, name, page, "time"),
        "seats.capacity" | "meeting.opens" | "details.pages" | "details.hours" | "details.minutes" | "details.year"
        | "details.hue" => line(form, name, page, "number"),
        "meeting.link" | "details.link" | "details.license" | "details.first_published.link" => {
            line(form, name, page, "url")
        }
        "details.organizers" | "details.authors" => lines(form, name, page),
        "zone" => {
            let zones = ZONES.map(|zone| (zone.to_owned(), domain::date::zone_name(zone, page)));
            choice(form, name, page, zones.to_vec())
        }
        "mode" => {
            let modes = Attendance::ALL.iter().map(|mode| (mode.code().to_owned(), messages.mode(*mode).to_owned()));
            choice(form, name, page, modes.collect())
        }
        "precision" => {
            // Hours tell minutes and days apart by themselves.
            let given = if form.get(name) == Precision::Minute.code() { Precision::Minute } else { Precision::Day };
            let each = [given, Precision::Week, Precision::Month, Precision::Unconfirmed]
                .map(|precision| (precision.code().to_owned(), precision_name(precision, page).to_owned()));
            choice(form, name, page, each.to_vec())
        }
        "state" => {
            let each = EventState::ALL
                .iter()
                .map(|state| (state.code().to_owned(), event_state_name(*state, page).to_owned()));
            choice(form, name, page, each.collect())
        }
        "seats.mode" => {
            let modes = [(Mode::Closed, seats.closed), (Mode::Open, seats.open), (Mode::Approval, seats.approval)]
                .map(|(mode, name)| (mode.code().to_owned(), name.to_owned()));
            choice(form, name, page, modes.to_vec())
        }
        "details.form" => {
            let forms =
                PublicationForm::ALL.map(|form| (form.code().to_owned(), messages.publication_form(form).to_owned()));
            choice(form, name, page, forms.to_vec())
        }
        "details.medium" => {
            let each =
                MediaForm::ALL.map(|form| (form.code().to_owned(), ResourceWords::of(page).form(form).to_owned()));
            choice(form, name, page, each.to_vec())
        }
        "details.status" => {
            let each = [
                ("founding", Participation::Founding),
                ("participating", Participation::Participating),
                ("observer", Participation::Observer),
            ]
            .map(|(code, status)| (code.to_owned(), messages.participation(status).to_owned()));
            choice(form, name, page, each.to_vec())
        }
        "details.free" | "details.certificate" => {
            let mut each = vec![unsaid];
            each.extend(owned([("yes", messages.yes), ("no", messages.no)]));
            choice(form, name, page, each)
        }
        "details.title_language" => {
            let mut each = vec![unsaid];
            each.extend(Language::ALL.map(|of| (of.code().to_owned(), language_name(of, page).to_owned())));
            choice(form, name, page, each)
        }
        _ => line(form, name, page, "text"),
    }
}

/// Several choices of a list: networks, countries.
pub fn several(form: &Form, name: &'static str, page: Language, options: &[(String, String)]) -> AnyView {
    let stored = form.get(name).to_owned();
    let chosen: Vec<&str> = stored.split_whitespace().collect();
    let count = chosen.len();
    let is_open = count > 0;
    let boxes = options.iter().map(|(code, title)| {
        let checked = chosen.contains(&code.as_str());
        view! {
            <label class="choice">
                <input type="checkbox" name=name value=code.clone() checked=checked />
                {title.clone()}
            </label>
        }
    });
    let boxes = boxes.collect::<Vec<_>>();
    // What is not offered, because it is not public, stays chosen.
    let unlisted = chosen.iter().filter(|slug| options.iter().all(|(code, _)| code != *slug)).map(|slug| {
        view! { <input type="hidden" name=name value=(*slug).to_owned() /> }
    });
    let unlisted = unlisted.collect::<Vec<_>>();
    let (_, remarks) = remarks(form, name, page);
    view! {
        <details class="several" open=is_open>
            <summary id=name>{label(name, page)} " (" {count} ")"</summary>
            <input type="hidden" name=format!("order.{name}") value=stored.clone() />
            {unlisted}
            <div class="several-boxes">{boxes}</div>
        </details>
        {remarks}
    }
    .into_any()
}

/// The order of the parts: buttons change it, and only a conflict about it is seen.
pub fn order(form: &Form, page: Language) -> AnyView {
    let (_, remarks) = remarks(form, "blocks", page);
    view! {
        <div id="blocks" class="field">
            <input type="hidden" name="blocks" value=form.get("blocks").to_owned() />
            {remarks}
        </div>
    }
    .into_any()
}

/// A text in one language: on one line, or on several.
pub fn text(form: &Form, name: &str, of: Language, page: Language, rows: u8, freshness: Freshness) -> AnyView {
    let field = format!("{of}.{name}");
    labelled(form, &field, label(name, page), of, page, rows, freshness)
}

/// A part of the body in one language.
pub fn part(form: &Form, key: &str, of: Language, page: Language, freshness: Freshness, label: &str) -> AnyView {
    let field = format!("block.{key}.{of}");
    let length = form.get(&field).chars().count();
    let rows = u8::try_from((length / 60 + 2).min(14)).unwrap_or(14);
    labelled(form, &field, label, of, page, rows, freshness)
}

/// A text in one language by the name of its field.
pub(super) fn cell(form: &Form, field: &str, of: Language, page: Language, rows: u8, freshness: Freshness) -> AnyView {
    labelled(form, field, label(field, page), of, page, rows, freshness)
}

fn labelled(
    form: &Form,
    field: &str,
    label: &str,
    of: Language,
    page: Language,
    rows: u8,
    freshness: Freshness,
) -> AnyView {
    let words = DeskWords::of(page);
    let value = form.get(field).to_owned();
    let (sentence, remarks) = remarks(form, field, page);
    let is_closed = !form.is_open(field);
    let invalid = sentence.map(|_| "true");
    let described = if invalid.is_some() { format!("column-{of} {field}-problem") } else { format!("column-{of}") };
    let control = if rows == 1 {
        view! {
            <input
                id=field.to_owned()
                name=field.to_owned()
                lang=of.code()
                value=value
                readonly=is_closed
                aria-invalid=invalid
                aria-describedby=described
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=field.to_owned()
                name=field.to_owned()
                lang=of.code()
                rows=rows.to_string()
                readonly=is_closed
                aria-invalid=invalid
                aria-describedby=described
            >
                {value}
            </textarea>
        }
        .into_any()
    };
    let note = match freshness {
        Freshness::Current => None,
        Freshness::Untranslated => Some(view! { <p class="note">{words.text_missing}</p> }.into_any()),
        Freshness::Stale => Some(
            view! {
                <div class="note">
                    {words.text_stale}
                    <label class="choice">
                        <input type="checkbox" name="still_right" value=field.to_owned() />
                        {words.still_right}
                    </label>
                </div>
            }
            .into_any(),
        ),
    };
    view! {
        <div class="field">
            <label for=field.to_owned() data-of=domain::date::capitalised(language_name(of, page))>
                {label.to_owned()}
            </label>
            {control}
            {note}
            {remarks}
        </div>
    }
    .into_any()
}

/// An instant as a field for day and hour shows it, in the zone that the portal counts its days in.
pub fn local(text: &str) -> String {
    text.parse::<Timestamp>()
        .map_or_else(|_unreadable| text.to_owned(), |at| at.to_zoned(region()).strftime("%Y-%m-%dT%H:%M").to_string())
}

/// When an edition is shown.
pub fn instant(form: &Form, of: Language, name: &'static str, page: Language) -> AnyView {
    let field = format!("{of}.{name}");
    let (sentence, remarks) = remarks(form, &field, page);
    let value = local(form.get(&field));
    let is_closed = !form.is_open(&field);
    view! {
        <div class="field">
            <label for=field.clone()>{label(name, page)}</label>
            <input
                id=field.clone()
                name=field
                type=if sentence.is_some() { "text" } else { "datetime-local" }
                value=value
                readonly=is_closed
                aria-invalid=sentence.map(|_| "true")
                aria-describedby="zone-of-times"
            />
            {remarks}
        </div>
    }
    .into_any()
}

/// Kinds that staff begin anew; networks and countries are there.
pub const KINDS: [Kind; 8] =
    [Kind::Event, Kind::Post, Kind::News, Kind::Publication, Kind::Page, Kind::Media, Kind::Course, Kind::Dataset];
