//! An entry as its writers see it: every text in every language, published or not, as named fields.
//!
//! A form holds fields, each with the fingerprint of what it held when it was opened. Whoever saves changes only what they
//! have changed: edits of different fields by different people all count, and two edits of one field are shown to the second
//! writer, who decides ([`Conflict`]). Saving is [`Manuscript::edited`]; it knows nothing of a database.

mod body;
mod checks;
mod desk_item;
mod details;
mod fields;
mod figures;
mod merge;
mod past;
mod reader;
mod sessions;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::account::{Role, Staff};
use crate::block::{Freshness, fingerprint};
use crate::entry::{Edition, EditionState, Entry, Kind, Summary, Visibility};
use crate::event::EventState;
use crate::language::Texts;
use crate::pack::EntryDraft;
use crate::programme::{SESSION_TEXTS, Session};
use crate::{Language, Problem, Slug};

pub use self::checks::{Finding, Known, Remark, addresses, pictures, remarks};
pub use self::desk_item::{DeskItem, EditionItem, ItemFilter, Standing};
pub use self::fields::{EDITION_TEXTS, Fields, LONGEST_SUMMARY, LONGEST_TITLE, has_text, language_of};
pub use self::figures::{FIGURE_PARTS, FIGURE_TEXTS, figure_field, figure_fields, figure_keys};
pub use self::merge::{Conflict, Edit, Typed};
pub use self::past::{as_of, differences};
pub use self::sessions::{session_field, session_keys};

/// Where an edition stands, and when it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publication {
    /// Where it stands.
    pub state: EditionState,
    /// Shown from then on, once it is published.
    pub publish_at: Option<Timestamp>,
    /// And until then.
    pub unpublish_at: Option<Timestamp>,
}

impl Publication {
    /// Whether readers see it at this instant.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.state == EditionState::Published
            && self.publish_at.is_some_and(|from| from <= now)
            && self.unpublish_at.is_none_or(|until| until > now)
    }
}

/// An entry as its writers see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Manuscript {
    /// What it says, in all languages; blocks bear their ids.
    pub draft: EntryDraft,
    /// Where each edition stands.
    pub publication: Texts<Publication>,
    /// For each translated text of an edition, the fingerprint of the source text that it was made from.
    pub made_from: Texts<BTreeMap<String, String>>,
    /// The last revision; 0 before the first save.
    pub revision: i64,
    /// Whether it is in the bin.
    pub is_deleted: bool,
}

/// How long somebody counts as writing after they were last seen.
pub const WRITING_SECONDS: i64 = 15;

/// What came of saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is saved, at this address.
    Saved(Slug),
    /// Nothing is saved, and why.
    Refused(Refusal),
}

/// A form that was typed and not saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsavedForm {
    /// Where it was typed.
    pub place: String,
    /// Its fields.
    pub typed: Vec<Typed>,
    /// When it was kept.
    pub kept: Timestamp,
}

/// Why an edit cannot be saved. Nothing of it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Others have changed the same fields since.
    Conflicts(Vec<Conflict>),
    /// Fields break a rule.
    Problems(Vec<Problem>),
    /// The writer's role does not allow it.
    Forbidden,
}

impl Manuscript {
    /// A new one without a word.
    pub fn blank(kind: Kind, source: Language, today: Date) -> Self {
        let mut draft = EntryDraft::blank(kind, source);
        draft.published = matches!(kind, Kind::Post | Kind::News | Kind::Media).then_some(today);
        Self { draft, publication: Texts::default(), made_from: Texts::default(), revision: 0, is_deleted: false }
    }

    /// An entry whose editions are all shown from now on.
    pub fn published(draft: EntryDraft, now: Timestamp) -> Self {
        let its = Publication { state: EditionState::Published, publish_at: Some(now), unpublish_at: None };
        Self {
            publication: draft.editions.languages().map(|language| (language, its.clone())).collect(),
            draft,
            made_from: Texts::default(),
            revision: 0,
            is_deleted: false,
        }
    }

    /// The manuscript after an edit.
    ///
    /// # Errors
    /// Why it cannot be saved.
    pub fn edited(&self, edit: &Edit, staff: &Staff) -> Result<Self, Refusal> {
        let before = Fields::of(self);
        let merged = merge::merge(&before, edit).map_err(Refusal::Conflicts)?;
        let mut unseen = sessions::removed_unseen(&before, &merged, edit);
        unseen.extend(figures::removed_unseen(&before, &merged, edit));
        if !unseen.is_empty() {
            return Err(Refusal::Conflicts(unseen));
        }
        let after = self.read(&before, &merged, edit).map_err(Refusal::Problems)?;
        if self.allows(&after, staff) { Ok(after) } else { Err(Refusal::Forbidden) }
    }

    /// Whether these staff may change a field as the entry stands. An editor changes everything. A contributor writes what
    /// readers do not see: nothing of a published edition, and nothing that a published edition shares with another. Who writes
    /// in one language only changes nothing of another, and nothing that a published edition shares with it.
    pub fn is_open(&self, field: &str, staff: &Staff) -> bool {
        let published = self.public_languages();
        let is_editor = staff.account().role >= Role::Editor;
        match fields::language_of(field) {
            Some(of) => staff.writes(of) && (is_editor || !published.contains(&of)),
            None => published.is_empty() || (is_editor && staff.writes_everything()),
        }
    }

    /// Whether these staff may make of the entry what `after` is. Only an editor publishes.
    fn allows(&self, after: &Self, staff: &Staff) -> bool {
        let is_as_public = self.public_languages() == after.public_languages();
        (is_as_public || staff.account().role >= Role::Editor)
            && past::differences(&Fields::of(self), &Fields::of(after))
                .iter()
                .all(|its| self.is_open(&its.field, staff))
    }

    /// The languages that are published, now or from a time on.
    pub fn public_languages(&self) -> Vec<Language> {
        let shown = self.publication.iter().filter(|(_, its)| its.state == EditionState::Published);
        shown.map(|(language, _)| language).collect()
    }

    /// The entry as a reader of this language would see it, were it shown; none where it has no edition at all.
    pub fn entry(&self, language: Language, now: Timestamp) -> Option<Entry> {
        let draft = &self.draft;
        Some(Entry {
            summary: self.summary(&draft.editions, language, now)?,
            source: draft.source,
            editions: draft.editions.clone(),
            blocks: draft.blocks.clone(),
            figures: draft.figures.clone(),
            sessions: draft.sessions.clone(),
            contact: None,
            files: Vec::new(),
        })
    }

    /// What readers of this language see of it at this instant; none where they see nothing.
    pub fn shown(&self, language: Language, now: Timestamp) -> Option<Summary> {
        let is_live = |of: Language| self.publication.get(of).is_some_and(|its| its.is_live(now));
        let live: Texts<Edition> = self
            .draft
            .editions
            .iter()
            .filter(|(of, _)| is_live(*of))
            .map(|(of, edition)| (of, edition.clone()))
            .collect();
        let is_public = !self.is_deleted && self.draft.visibility == Visibility::Public;
        self.summary(&live, language, now).filter(|_| is_public)
    }

    /// What who comes is told of it at this instant: what readers see; and that it is cancelled, also where they see it no more.
    pub fn told(&self, language: Language, now: Timestamp) -> Option<Summary> {
        let is_cancelled = self.draft.time.as_ref().is_some_and(|time| time.state == EventState::Cancelled);
        self.shown(language, now).or_else(|| self.summary(&self.draft.editions, language, now).filter(|_| is_cancelled))
    }

    /// The best of these editions for a language.
    fn summary(&self, editions: &Texts<Edition>, language: Language, now: Timestamp) -> Option<Summary> {
        let draft = &self.draft;
        let (shown, edition) = editions.best(language, draft.source)?;
        Some(Summary {
            id: 0,
            kind: draft.kind,
            slug: draft.slug.clone(),
            edition: edition.clone(),
            language: shown,
            published: draft.published,
            picture: draft.picture.clone(),
            networks: draft.networks.clone(),
            countries: draft.countries.clone(),
            details: draft.details.clone(),
            time: draft.time.clone(),
            uid: String::new(),
            updated: now,
            created: now,
        })
    }

    /// How a text of an edition stands to its source.
    pub fn text_freshness(&self, language: Language, field: &str) -> Freshness {
        let source = Fields::of_edition(self, self.draft.source, field);
        let text = Fields::of_edition(self, language, field);
        if language == self.draft.source || source.is_empty() {
            return Freshness::Current;
        }
        if text.is_empty() {
            return Freshness::Untranslated;
        }
        match self.made_from.get(language).and_then(|made_from| made_from.get(field)) {
            Some(made_from) if *made_from != fingerprint(&source) => Freshness::Stale,
            _ => Freshness::Current,
        }
    }

    /// How many texts of a language are current, and how many there are to translate.
    pub fn progress(&self, language: Language) -> (usize, usize) {
        let source = self.draft.source;
        let texts = EDITION_TEXTS
            .iter()
            .filter(|field| !Fields::of_edition(self, source, field).is_empty())
            .map(|field| self.text_freshness(language, field));
        let blocks =
            self.draft.blocks.iter().filter_map(|block| block.shown(language, source)).map(|its| its.freshness);
        let said =
            |session: &Session, part: &str| session.texts.get(source).is_some_and(|text| !text.get(part).is_empty());
        let sessions = self.draft.sessions.iter().flat_map(|session| {
            let parts = SESSION_TEXTS.into_iter().filter(|part| said(session, part));
            parts.map(|part| session.freshness(part, language, source))
        });
        let each: Vec<Freshness> = texts.chain(blocks).chain(sessions).collect();
        (each.iter().filter(|freshness| **freshness == Freshness::Current).count(), each.len())
    }
}
