//! The editor's form as it came.

use std::collections::HashMap;

use app::desk::chooser::{choice_of, seen_of};
use app::desk::form::{BASES, Form, NEW_BLOCK, local};
use app::desk::left::{LEFT, OTHERS, read_places};
use app::events::region::region;
use domain::block::fingerprint;
use domain::manuscript::{Edit, Fields, Manuscript, Typed, session_field};
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::typed::pairs;

/// The fields of a form, each with all its values.
pub struct Fieldset {
    fields: HashMap<String, Vec<String>>,
    /// The fingerprint of all of it, as it came.
    whole: String,
}

impl Fieldset {
    pub fn read(body: &[u8]) -> Self {
        let mut fields: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in pairs(body) {
            fields.entry(name).or_default().push(value);
        }
        Self { fields, whole: fingerprint(&String::from_utf8_lossy(body)) }
    }

    /// All of it.
    pub fn into_inner(self) -> HashMap<String, Vec<String>> {
        self.fields
    }

    /// Whether anything was typed: a button alone says nothing that could be lost.
    pub fn holds_text(&self) -> bool {
        self.fields.iter().any(|(name, values)| name != "task" && values.iter().any(|value| !value.trim().is_empty()))
    }

    /// What the form is known by when it makes an entry: a second click sends the same and makes none. Who goes back and sends
    /// something else makes another one.
    pub fn name(&self) -> String {
        format!("{}:{}", self.one("form"), self.whole)
    }

    pub fn one(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The mark of what the form was filled in on ([`domain::seen`]).
    pub fn seen(&self) -> Option<&str> {
        Some(self.one("seen")).filter(|mark| !mark.is_empty())
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// What is typed into each field that the form names, with what the field held when it was opened.
    pub fn typed(&self, manuscript: &Manuscript) -> Vec<Typed> {
        let stored = Fields::of(manuscript);
        let mut typed = Vec::new();
        for (field, base) in Form::read_bases(self.one(BASES)) {
            let text = match field.as_str() {
                "networks" | "countries" | "files" => self.choices(&field),
                field if session_field(field).is_some_and(|(_, _, part)| part == "files") => self.choices(field),
                field if field.ends_with(".publish_at") || field.ends_with(".unpublish_at") => {
                    instant(self.one(field), stored.get(field))
                }
                field => self.one(field).to_owned(),
            };
            let (theirs, seen) = (stored.get(&field), self.one(&seen_of(&field)));
            typed.push(match self.one(&choice_of(&field)) {
                // Who has seen the other text and keeps their own has that text before them.
                "mine" if !seen.is_empty() => Typed::new(&field, &text, seen),
                // Another text than the one that was shown is asked about anew.
                "theirs" if seen == fingerprint(theirs) => Typed::new(&field, theirs, seen),
                _ => Typed::new(&field, &text, &base),
            });
        }
        typed
    }

    /// Where what was brought back into the form was kept until now, and when: other forms at the same place.
    pub fn left(&self, place: &str) -> Vec<(String, Timestamp)> {
        let is_here = |its: &str| its.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        read_places(self.one(LEFT)).into_iter().filter(|(its, _)| is_here(its)).collect()
    }

    /// Whether a text was shown beside the one in its field, and is kept where it was until the form is saved.
    pub fn is_other(&self, typed: &Typed) -> bool {
        let name = app::desk::left::other(typed);
        self.one(OTHERS).split_whitespace().any(|its| its == name)
    }

    /// What is chosen of a list: first what was chosen before, in its order, then the rest.
    fn choices(&self, field: &str) -> String {
        let chosen = self.all(field);
        let before: Vec<&str> = self.one(&format!("order.{field}")).split_whitespace().collect();
        let kept = before.iter().copied().filter(|slug| chosen.iter().any(|its| its == slug));
        let new = chosen.iter().map(String::as_str).filter(|slug| !before.contains(slug));
        kept.chain(new).collect::<Vec<_>>().join(" ")
    }

    /// The edit that the form asks for.
    pub fn edit(&self, typed: Vec<Typed>) -> Edit {
        let reason = self.one("reason").trim().chars().take(200).collect();
        Edit { typed, still_right: self.all("still_right").to_vec(), reason }
    }
}

/// An instant from a day and an hour in the zone that the portal counts its days in. The form knows no seconds: what it shows
/// of the stored instant stands for that.
pub fn instant(typed: &str, stored: &str) -> String {
    if typed == local(stored) {
        return stored.to_owned();
    }
    let at = typed.parse::<DateTime>().ok().and_then(|day| day.to_zoned(region()).ok());
    at.map_or_else(|| typed.to_owned(), |at| at.timestamp().to_string())
}

/// Sets a field to what a button says, whatever it holds by now.
pub fn set(typed: &mut Vec<Typed>, manuscript: &Manuscript, field: &str, text: &str) {
    let base = fingerprint(Fields::of(manuscript).get(field));
    typed.retain(|its| its.field != field);
    typed.push(Typed::new(field, text, &base));
}

/// Types another text into a field; what it held when the form was opened stays known.
pub fn retype(typed: &mut [Typed], field: &str, text: &str) {
    if let Some(its) = typed.iter_mut().find(|its| its.field == field) {
        text.clone_into(&mut its.text);
    }
}

/// The beginning that the fields of a new part of the body share, or of a new session.
fn new_whole(field: &str) -> Option<&str> {
    let (kind, rest) = field.split_once('.')?;
    let key = rest.split('.').next()?;
    let is_new =
        (kind == "block" && key == NEW_BLOCK) || (matches!(kind, "session" | "figure") && key.starts_with("new"));
    is_new.then(|| &field[..=kind.len() + key.len()])
}

/// Takes away what is to stay with its writer for now. A part or a session that is new in two languages stays whole: half of
/// it would be shown as untranslated.
pub fn hold(typed: &mut Vec<Typed>, is_held: impl Fn(&str) -> bool) -> Vec<Typed> {
    let held = typed.iter().filter(|its| !its.text.is_empty() && is_held(&its.field));
    let wholes: Vec<String> = held.filter_map(|its| new_whole(&its.field)).map(str::to_owned).collect();
    let is_of_one = |field: &str| new_whole(field).is_some_and(|whole| wholes.iter().any(|its| its == whole));
    typed.extract_if(.., |its| is_held(&its.field) || is_of_one(&its.field)).collect()
}

/// Whether anything was changed since the form was opened.
pub fn has_changes(typed: &[Typed]) -> bool {
    typed.iter().any(|its| fingerprint(&its.text) != its.base)
}

/// What a field is after typing.
pub fn get(typed: &[Typed], field: &str) -> String {
    typed.iter().find(|its| its.field == field).map(|its| its.text.clone()).unwrap_or_default()
}

/// The order of the blocks with one of them moved.
pub fn moved(order: &str, key: &str, up: bool) -> String {
    let mut keys: Vec<&str> = order.split_whitespace().collect();
    if let Some(place) = keys.iter().position(|its| *its == key) {
        let other = if up { place.checked_sub(1) } else { Some(place + 1).filter(|place| *place < keys.len()) };
        if let Some(other) = other {
            keys.swap(place, other);
        }
    }
    keys.join(" ")
}
