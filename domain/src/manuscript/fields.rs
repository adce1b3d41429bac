//! A manuscript as named fields, and back: `en.title`, `start`, `details.link`, `block.12.es`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::reader::Reader;
use super::{Edit, Manuscript, Publication, body, details, figures, sessions};
use crate::block::fingerprint;
use crate::entry::{Edition, EditionState, Kind, Visibility, Words};
use crate::event::{BadTime, EventState, EventTime, Mode as Attendance, Precision};
use crate::language::Texts;
use crate::meeting::{MOST_OPENS, Meeting, USUAL_OPENS};
use crate::pack::EntryDraft;
use crate::registration::{MOST_SEATS, Mode, SeatRules};
use crate::{Language, Problem, Rule};

/// The most characters of a title.
pub const LONGEST_TITLE: usize = 200;
/// The most characters of a summary.
pub const LONGEST_SUMMARY: usize = 500;
pub(super) const LONGEST_LINE: usize = 300;

/// Texts of an edition, in the order in which forms show them: those of [`Edition`], then those of [`Words`].
pub const EDITION_TEXTS: [&str; 14] = [
    "title",
    "summary",
    "picture_alt",
    "place",
    "venue",
    "state_note",
    "capital",
    "focal_institution",
    "year_note",
    "length",
    "author",
    "credit",
    "cost",
    "dateline",
];

/// Named fields. One that is not there is the same as an empty one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fields(BTreeMap<String, String>);

/// Whether entries of a kind have a text of an edition.
pub fn has_text(kind: Kind, field: &str) -> bool {
    match field {
        "place" | "venue" | "state_note" => kind == Kind::Event,
        "capital" | "focal_institution" => kind == Kind::Country,
        "year_note" => kind == Kind::Publication,
        "length" | "cost" => kind == Kind::Course,
        "author" => matches!(kind, Kind::Post | Kind::News),
        "dateline" => kind == Kind::News,
        "credit" => matches!(kind, Kind::Post | Kind::News | Kind::Media),
        _ => true,
    }
}

/// The language that a field belongs to, a text of an edition or a part of the body; none for what all languages share.
pub fn language_of(field: &str) -> Option<Language> {
    match field.split_once('.')? {
        ("block", part) => part.rsplit_once('.')?.1.parse().ok(),
        ("session", _) => sessions::session_field(field)?.1,
        ("figure", _) => figures::figure_field(field)?.1,
        (language, _) => language.parse().ok(),
    }
}

impl Fields {
    /// What a field holds; empty where there is none.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Sets a field; an empty text takes it away.
    pub fn set(&mut self, field: &str, text: &str) {
        if text.is_empty() {
            self.0.remove(field);
        } else {
            self.0.insert(field.to_owned(), text.to_owned());
        }
    }

    /// Every field that holds something, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// A manuscript as fields.
    pub fn of(manuscript: &Manuscript) -> Self {
        let draft = &manuscript.draft;
        let mut fields = Self::default();
        fields.set("slug", draft.slug.as_str());
        fields.set("source", draft.source.code());
        fields.set("position", &draft.position.to_string());
        fields.set("visibility", if draft.visibility == Visibility::Public { "public" } else { "members" });
        fields.set("published", &draft.published.map(|day| day.to_string()).unwrap_or_default());
        fields.set("picture", draft.picture.as_deref().unwrap_or_default());
        let files = draft.files.iter().map(crate::file::Uid::as_str).collect::<Vec<_>>().join(" ");
        fields.set("files", &files);
        let list = |slugs: &[crate::Slug]| slugs.iter().map(crate::Slug::as_str).collect::<Vec<_>>().join(" ");
        fields.set("networks", &list(&draft.networks));
        fields.set("countries", &list(&draft.countries));
        details::write(&draft.details, &mut fields);
        if let Some(time) = &draft.time {
            fields.set_time(time);
        }
        if let Some(seats) = draft.seats {
            fields.set("seats.mode", seats.mode.code());
            fields.set("seats.capacity", &seats.capacity.map(|seats| seats.to_string()).unwrap_or_default());
        }
        if let Some(meeting) = &draft.meeting {
            fields.set("meeting.link", &meeting.link);
            fields.set("meeting.opens", &meeting.opens.to_string());
        }
        sessions::write(&draft.sessions, &mut fields);
        figures::write(&draft.figures, &mut fields);
        for (language, edition) in draft.editions.iter() {
            for field in EDITION_TEXTS {
                fields.set(&format!("{language}.{field}"), &text_of(edition, field));
            }
        }
        for (language, publication) in manuscript.publication.iter() {
            let at = |instant: Option<Timestamp>| instant.map(|instant| instant.to_string()).unwrap_or_default();
            fields.set(&format!("{language}.state"), publication.state.code());
            fields.set(&format!("{language}.publish_at"), &at(publication.publish_at));
            fields.set(&format!("{language}.unpublish_at"), &at(publication.unpublish_at));
        }
        body::write(&draft.blocks, &mut fields);
        fields
    }

    fn set_time(&mut self, time: &EventTime) {
        let hour =
            |hour: Option<jiff::civil::Time>| hour.map(|hour| hour.strftime("%H:%M").to_string()).unwrap_or_default();
        self.set("start", &time.start.to_string());
        self.set("start_time", &hour(time.start_time));
        self.set("end", &time.end.to_string());
        self.set("end_time", &hour(time.end_time));
        self.set("zone", &time.zone);
        self.set("precision", time.precision.code());
        self.set("state", time.state.code());
        self.set("mode", time.mode.code());
    }

    /// A text of an edition; empty where there is none.
    pub(super) fn of_edition(manuscript: &Manuscript, language: Language, field: &str) -> String {
        manuscript.draft.editions.get(language).map(|edition| text_of(edition, field)).unwrap_or_default()
    }
}

fn text_of(edition: &Edition, field: &str) -> String {
    match field {
        "title" => edition.title.clone(),
        "summary" => edition.summary.clone(),
        "picture_alt" => edition.picture_alt.clone(),
        // The names of `Words` are the names of its fields.
        word => serde_json::to_value(&edition.words)
            .ok()
            .and_then(|words| words.get(word).and_then(Value::as_str).map(str::to_owned))
            .unwrap_or_default(),
    }
}

impl Manuscript {
    /// The manuscript that these fields say; `before` are its own.
    pub(super) fn read(&self, before: &Fields, fields: &Fields, edit: &Edit) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(fields);
        let kind = self.draft.kind;
        let time = (kind == Kind::Event).then(|| read_time(&mut reader, self.draft.time.as_ref())).flatten();
        let blocks = body::read(self, before, edit, &mut reader);
        let sessions = match kind {
            Kind::Event => sessions::read(self, time.as_ref(), before, edit, &mut reader),
            _ => Vec::new(),
        };
        let (editions, publication) = read_editions(&mut reader);
        let draft = EntryDraft {
            kind,
            slug: reader
                .needed("slug", Rule::Slug, |text| text.parse().ok())
                .unwrap_or_else(|| self.draft.slug.clone()),
            source: self.draft.source,
            position: self.draft.position,
            visibility: if fields.get("visibility") == "members" { Visibility::Members } else { Visibility::Public },
            published: reader.day("published"),
            picture: reader.picture("picture"),
            files: reader.files("files"),
            networks: reader.slugs("networks"),
            countries: reader.slugs("countries"),
            details: details::read(kind, &mut reader),
            seats: read_seats(kind, self.draft.seats, &mut reader),
            meeting: if kind == Kind::Event { read_meeting(&mut reader) } else { None },
            sessions,
            figures: figures::read(self, &mut reader),
            time,
            editions,
            blocks,
        };
        let mut after = Self { draft, publication, made_from: self.made_from.clone(), ..self.clone() };
        after.check_editions(&mut reader.problems);
        after.note_sources(self, edit);
        after.raise_sequence(self);
        if reader.problems.is_empty() { Ok(after) } else { Err(reader.problems) }
    }

    /// What is published has a title; something must have one in any case.
    fn check_editions(&self, problems: &mut Vec<Problem>) {
        let is_untitled = |language: Language| Fields::of_edition(self, language, "title").is_empty();
        let mut untitled: Vec<Language> = self
            .publication
            .iter()
            .filter(|(language, its)| its.state == EditionState::Published && is_untitled(*language))
            .map(|(language, _)| language)
            .collect();
        if untitled.is_empty() && Language::ALL.into_iter().all(is_untitled) {
            untitled.push(self.draft.source);
        }
        problems
            .extend(untitled.into_iter().map(|language| Problem::new(&format!("{language}.title"), "", Rule::Needed)));
    }

    /// A translation that was written now was made from the source as it stands now.
    fn note_sources(&mut self, before: &Self, edit: &Edit) {
        let source = self.draft.source;
        for language in Language::ALL.into_iter().filter(|language| *language != source) {
            let mut made_from = self.made_from.get(language).cloned().unwrap_or_default();
            for field in EDITION_TEXTS {
                let (was, is) =
                    (Fields::of_edition(before, language, field), Fields::of_edition(self, language, field));
                let (original, todays) =
                    (Fields::of_edition(before, source, field), Fields::of_edition(self, source, field));
                if is.is_empty() {
                    made_from.remove(field);
                } else if was != is || edit.confirms(&format!("{language}.{field}")) {
                    // What the translator had before them, whatever somebody else has made of it since.
                    let saw = edit.outdated(&format!("{source}.{field}"), &original);
                    made_from.insert(field.to_owned(), saw.unwrap_or_else(|| fingerprint(&todays)));
                } else if original != todays {
                    made_from.entry(field.to_owned()).or_insert_with(|| fingerprint(&original));
                }
            }
            if self.draft.editions.get(language).is_some() && !made_from.is_empty() {
                self.made_from.set(language, made_from);
            }
        }
    }

    /// Calendars that hold the event must learn that its face has changed.
    fn raise_sequence(&mut self, before: &Self) {
        let face = |manuscript: &Self| {
            let texts = manuscript.draft.editions.iter().map(|(language, edition)| {
                (language, edition.title.clone(), edition.summary.clone(), edition.words.where_it_is())
            });
            (manuscript.draft.time.clone(), texts.collect::<Vec<_>>())
        };
        let has_changed = before.revision > 0 && face(before) != face(self);
        if let Some(time) = self.draft.time.as_mut().filter(|_| has_changed) {
            time.sequence = time.sequence.saturating_add(1);
        }
    }
}

fn read_editions(reader: &mut Reader<'_>) -> (Texts<Edition>, Texts<Publication>) {
    let (mut editions, mut publication) = (Texts::default(), Texts::default());
    for language in Language::ALL {
        let name = |field: &str| format!("{language}.{field}");
        let mut words = serde_json::Map::new();
        for field in EDITION_TEXTS.into_iter().skip(3) {
            words.insert(field.to_owned(), Value::String(reader.line(&name(field), LONGEST_LINE)));
        }
        let edition = Edition {
            title: reader.line(&name("title"), LONGEST_TITLE),
            summary: reader.line(&name("summary"), LONGEST_SUMMARY),
            picture_alt: reader.line(&name("picture_alt"), LONGEST_SUMMARY),
            words: serde_json::from_value::<Words>(Value::Object(words)).unwrap_or_default(),
        };
        let state = reader.known(&name("state"), Rule::OneOfTheList, EditionState::from_code).unwrap_or_default();
        let its = Publication {
            state,
            publish_at: reader.value(&name("publish_at"), Rule::Day),
            unpublish_at: reader.value(&name("unpublish_at"), Rule::Day),
        };
        if its.publish_at.is_some_and(|from| its.unpublish_at.is_some_and(|until| until <= from)) {
            reader.refuse(&name("unpublish_at"), Rule::Later);
        }
        // An edition without a word is none, unless somebody wants it published: then the words are missing.
        let is_empty = EDITION_TEXTS.iter().all(|field| text_of(&edition, field).is_empty());
        if !is_empty || state == EditionState::Published {
            editions.set(language, edition);
            publication.set(language, its);
        }
    }
    (editions, publication)
}

fn read_time(reader: &mut Reader<'_>, before: Option<&EventTime>) -> Option<EventTime> {
    let start = reader.needed("start", Rule::Day, |_| Some(())).and_then(|()| reader.day("start"));
    let end = reader.day("end");
    let (start_time, end_time) = (reader.hour("start_time"), reader.hour("end_time"));
    let precision = reader.known("precision", Rule::OneOfTheList, Precision::from_code).unwrap_or(Precision::Day);
    // Whether hours are known is seen by the hours.
    let precision = match precision {
        Precision::Minute | Precision::Day if start_time.is_some() => Precision::Minute,
        Precision::Minute => Precision::Day,
        other => other,
    };
    let start = start?;
    let time = EventTime {
        start,
        start_time,
        end: end.unwrap_or(start),
        end_time,
        zone: reader.line("zone", 60),
        precision,
        state: reader.known("state", Rule::OneOfTheList, EventState::from_code).unwrap_or_default(),
        mode: reader.known("mode", Rule::OneOfTheList, Attendance::from_code).unwrap_or(Attendance::InPerson),
        sequence: before.map_or(0, |before| before.sequence),
    };
    match time.check() {
        Ok(()) => {}
        Err(BadTime::UnknownZone(_)) => reader.refuse("zone", Rule::OneOfTheList),
        Err(BadTime::EndsBeforeStart) => {
            let field = if time.end < time.start { "end" } else { "end_time" };
            reader.refuse(field, Rule::Later);
        }
        Err(BadTime::HourWithoutMinutePrecision) => reader.refuse("start_time", Rule::Needed),
    }
    Some(time)
}

/// Minutes without a link open nothing.
fn read_meeting(reader: &mut Reader<'_>) -> Option<Meeting> {
    let minutes = |text: &str| text.parse().ok().filter(|minutes| *minutes <= MOST_OPENS);
    let opens = reader.known("meeting.opens", Rule::Minutes, minutes).unwrap_or(USUAL_OPENS);
    let link = reader.secure_link("meeting.link")?;
    Some(Meeting { link, opens })
}

fn read_seats(kind: Kind, before: Option<SeatRules>, reader: &mut Reader<'_>) -> Option<SeatRules> {
    if kind != Kind::Event {
        return None;
    }
    let mode = reader.known("seats.mode", Rule::OneOfTheList, Mode::from_code)?;
    let capacity = reader.known("seats.capacity", Rule::Seats, |text| {
        text.parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats))
    });
    // A form always says something; where nobody registers through the portal, nothing is what is stored.
    (before.is_some() || mode != Mode::Closed).then_some(SeatRules { mode, capacity })
}
