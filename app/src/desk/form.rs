//! The editor's form: which fields it has, what each shows, and what each held when it was opened.

use std::collections::BTreeMap;

use domain::account::Staff;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{
    Conflict, EDITION_TEXTS, Fields, Manuscript, Typed, figure_fields, figure_keys, has_text, session_field,
    session_keys,
};
use domain::programme::SESSION_TEXTS;
use domain::{Language, Problem};
use jiff::Timestamp;

/// The field that names all others with what they held: `en.title:0123456789abcdef`, with blanks between.
pub const BASES: &str = "bases";
/// The key of the block that is typed anew.
pub const NEW_BLOCK: &str = "new1";

/// How many sessions can be typed anew at once.
const NEW_SESSIONS: usize = 3;
/// How many figures can be typed anew at once.
const NEW_FIGURES: usize = 2;

pub use super::controls::local;
use super::file_fields::has_documents;

/// The form of a manuscript.
#[derive(Debug, Clone)]
pub struct Form {
    /// What is edited.
    pub manuscript: Manuscript,
    /// What each field shows.
    pub shown: Fields,
    /// What each field held when the form was opened.
    pub bases: BTreeMap<String, String>,
    /// What cannot be taken.
    pub problems: Vec<Problem>,
    /// What others have changed meanwhile.
    pub conflicts: Vec<Conflict>,
    /// Who has written what others have changed, and when, by field.
    pub writers: BTreeMap<String, (String, Timestamp)>,
    /// Who writes in it; none where that does not matter.
    pub writer: Option<Staff>,
}

impl Form {
    /// The form of a manuscript, with what was typed already.
    pub fn of(manuscript: Manuscript, typed: Vec<Typed>, conflicts: Vec<Conflict>, problems: Vec<Problem>) -> Self {
        let stored = Fields::of(&manuscript);
        let mut shown = stored.clone();
        let names = names(&manuscript).into_iter();
        let mut bases: BTreeMap<String, String> =
            names.map(|name| (name.clone(), fingerprint(stored.get(&name)))).collect();
        for Typed { field, text, base } in typed {
            // Not touched: it shows what is stored by now.
            if fingerprint(&text) == base {
                continue;
            }
            // Also where somebody else has changed it: until a choice is made, both texts are known as two.
            bases.insert(field.clone(), base);
            shown.set(&field, &text);
        }
        let writers = BTreeMap::new();
        let mut form = Self { manuscript, shown, bases, problems, conflicts, writers, writer: None };
        if form.manuscript.draft.kind == Kind::Event {
            form.add_empty_sessions();
        }
        form.add_empty_figures();
        form
    }

    /// Some sessions that nothing is typed into yet, beside those that are new and not saved.
    fn add_empty_sessions(&mut self) {
        let used = session_keys(self.shown.iter().map(|(field, _)| field));
        let keys = (1..).map(|number| format!("new{number}")).filter(|key| !used.contains(key));
        for field in keys.take(NEW_SESSIONS).flat_map(|key| session_fields(&key)) {
            self.bases.entry(field).or_insert_with(|| fingerprint(""));
        }
    }

    /// Some figures that nothing is typed into yet, beside those that are new and not saved.
    fn add_empty_figures(&mut self) {
        let used = figure_keys(&[], self.shown.iter().map(|(field, _)| field));
        let keys = (1..).map(|number| format!("new{number}")).filter(|key| !used.contains(key));
        for field in keys.take(NEW_FIGURES).flat_map(|key| figure_fields(&key)) {
            self.bases.entry(field).or_insert_with(|| fingerprint(""));
        }
    }

    /// The keys of the figures in the order shown: those that are stored in theirs, then others.
    pub fn figures(&self) -> Vec<String> {
        figure_keys(&self.manuscript.draft.figures, self.bases.keys().map(String::as_str))
    }

    /// The keys of the sessions in the order shown: those that are stored in theirs, then others.
    pub fn sessions(&self) -> Vec<String> {
        let mut keys: Vec<String> =
            self.manuscript.draft.sessions.iter().map(|session| session.id.to_string()).collect();
        let others = session_keys(self.bases.keys().map(String::as_str));
        keys.extend(
            others
                .into_iter()
                .filter(|key| self.manuscript.draft.sessions.iter().all(|its| its.id.to_string() != *key)),
        );
        keys
    }

    /// Whether the writer may change a field, or only reads it.
    pub fn is_open(&self, field: &str) -> bool {
        self.writer.as_ref().is_none_or(|writer| self.manuscript.is_open(field, writer))
    }

    /// Whether the writer may change what all languages share.
    pub fn is_shared_open(&self) -> bool {
        self.is_open("blocks")
    }

    /// What a field shows.
    pub fn get(&self, field: &str) -> &str {
        self.shown.get(field)
    }

    /// The fields that the writer may type into with what they held, as one hidden field carries them.
    pub fn bases(&self) -> String {
        self.bases
            .iter()
            .filter(|(field, _)| self.is_open(field))
            .map(|(field, base)| format!("{field}:{base}"))
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Reads what [`Self::bases`] has written.
    pub fn read_bases(text: &str) -> Vec<(String, String)> {
        text.split_whitespace()
            .filter_map(|pair| pair.rsplit_once(':'))
            .map(|(field, base)| (field.to_owned(), base.to_owned()))
            .collect()
    }

    /// The blocks in the order shown: ids, then the new one.
    pub fn blocks(&self) -> Vec<String> {
        let mut keys: Vec<String> = self.get("blocks").split_whitespace().map(str::to_owned).collect();
        let others = self.bases.keys().filter_map(|field| field.strip_prefix("block.")?.rsplit_once('.'));
        for (key, _) in others {
            if key != NEW_BLOCK && !keys.iter().any(|known| known == key) {
                keys.push(key.to_owned());
            }
        }
        keys.push(NEW_BLOCK.to_owned());
        keys
    }

    /// The languages as the form shows them: the source, then its translations.
    pub fn languages(&self) -> Vec<Language> {
        let source = self.manuscript.draft.source;
        std::iter::once(source).chain(Language::ALL.into_iter().filter(|language| *language != source)).collect()
    }
}

/// The texts of an edition that entries of a kind have.
pub fn texts(manuscript: &Manuscript) -> Vec<&'static str> {
    let draft = &manuscript.draft;
    EDITION_TEXTS.into_iter().filter(|field| has_text(draft.kind, field)).collect()
}

/// The fields that are the same in both languages.
pub fn shared(kind: Kind) -> Vec<&'static str> {
    let mut fields = match kind {
        Kind::Event => {
            vec![
                "start",
                "start_time",
                "end",
                "end_time",
                "zone",
                "mode",
                "precision",
                "state",
                "seats.mode",
                "seats.capacity",
                "meeting.link",
                "meeting.opens",
            ]
        }
        Kind::Post | Kind::News | Kind::Media => vec!["published"],
        _ => Vec::new(),
    };
    fields.extend(match kind {
        Kind::Page | Kind::Dataset => &[][..],
        Kind::Media => &["details.medium", "details.link", "details.minutes", "details.captions"],
        Kind::Network => &["details.contact", "details.hue"],
        Kind::Country => &["details.status", "details.official_languages", "details.iso"],
        Kind::Event => &["details.organizers", "details.link"],
        Kind::Post => &["details.first_published.name", "details.first_published.link"],
        Kind::News => &["details.dateline", "details.contact"],
        Kind::Publication => &[
            "details.form",
            "details.year",
            "details.authors",
            "details.publisher",
            "details.city",
            "details.languages",
            "details.title_language",
            "details.pages",
            "details.isbn",
            "details.doi",
            "details.license",
            "details.replaces",
            "details.edition_of",
            "details.link",
        ],
        Kind::Course => &[
            "details.provider",
            "details.languages",
            "details.hours",
            "details.free",
            "details.certificate",
            "details.link",
        ],
    });
    if !matches!(kind, Kind::Network | Kind::Country | Kind::Page) {
        fields.extend(["networks", "countries"]);
    }
    fields
}

/// Every field of the form.
fn names(manuscript: &Manuscript) -> Vec<String> {
    let draft = &manuscript.draft;
    let mut names: Vec<String> = shared(draft.kind).into_iter().map(str::to_owned).collect();
    if manuscript.revision > 0 {
        names.push("slug".to_owned());
    }
    names.push("picture".to_owned());
    if has_documents(draft.kind) {
        names.push("files".to_owned());
    }
    names.push("blocks".to_owned());
    names.extend(draft.figures.iter().flat_map(|figure| figure_fields(figure.key.as_str())));
    names.extend(draft.sessions.iter().flat_map(|session| session_fields(&session.id.to_string())));
    let keys = draft.blocks.iter().map(|block| block.id.to_string()).chain([NEW_BLOCK.to_owned()]).collect::<Vec<_>>();
    for language in Language::ALL {
        let per_language = texts(manuscript).into_iter().chain(["state", "publish_at", "unpublish_at"]);
        names.extend(per_language.map(|text| format!("{language}.{text}")));
        names.extend(keys.iter().map(|key| format!("block.{key}.{language}")));
    }
    names
}

/// Every field of a session.
fn session_fields(key: &str) -> Vec<String> {
    let shared = ["day", "start", "end", "files"].map(|part| format!("session.{key}.{part}"));
    let texts = Language::ALL
        .into_iter()
        .flat_map(|language| SESSION_TEXTS.map(|part| format!("session.{key}.{language}.{part}")));
    shared.into_iter().chain(texts).collect()
}

/// The fields of a new entry that is like another one: its texts, details and programme, without its day, its address and the
/// link that opens to who comes to the other one.
pub fn like(manuscript: &Manuscript) -> Vec<Typed> {
    let left_out =
        ["slug", "source", "position", "start", "end", "state", "blocks", "published", "meeting.link", "meeting.opens"];
    let keys: Vec<String> = manuscript.draft.sessions.iter().map(|session| session.id.to_string()).collect();
    let mut typed = Vec::new();
    for (field, text) in Fields::of(manuscript).iter() {
        if let Some((key, _, _)) = session_field(field) {
            let number = keys.iter().position(|its| its == key).unwrap_or_default() + 1;
            let field = field.replacen(&format!("session.{key}."), &format!("session.new{number}."), 1);
            typed.push(Typed::new(&field, text, &fingerprint("")));
            continue;
        }
        let is_state = field.split_once('.').is_some_and(|(code, name)| {
            code.parse::<Language>().is_ok() && matches!(name, "state" | "state_note" | "publish_at" | "unpublish_at")
        });
        if !left_out.contains(&field) && !is_state && !field.starts_with("block.") {
            typed.push(Typed::new(field, text, &fingerprint("")));
        }
    }
    for language in Language::ALL {
        let parts = manuscript.draft.blocks.iter().filter_map(|block| block.texts.get(language));
        let text = parts.map(|text| text.markdown.as_str()).collect::<Vec<_>>().join("\n\n");
        typed.push(Typed::new(&format!("block.{NEW_BLOCK}.{language}"), &text, &fingerprint("")));
    }
    typed
}
