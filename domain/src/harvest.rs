//! What harvesters gather from the repository (OAI-PMH): publications by the time of their last change, those that were
//! withdrawn among them, so that what a harvester has and the portal has no more is taken out there too.

use jiff::Timestamp;

use crate::entry::PublicationForm;
use crate::{Language, Slug};

/// A part of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set {
    /// What belongs to a network.
    Network(Slug),
    /// Works of one sort.
    Form(PublicationForm),
}

impl Set {
    /// Its name for harvesters: `network:diaspora`, `type:law`.
    pub fn spec(&self) -> String {
        match self {
            Self::Network(slug) => format!("network:{slug}"),
            Self::Form(form) => format!("type:{}", form.code()),
        }
    }

    /// A set by its name for harvesters; none where no set can be called that.
    pub fn of_spec(spec: &str) -> Option<Self> {
        match spec.split_once(':')? {
            ("network", slug) => slug.parse().ok().map(Self::Network),
            ("type", code) => PublicationForm::from_code(code).map(Self::Form),
            _ => None,
        }
    }
}

/// Which publications are gathered, in the order of their last change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Harvest {
    /// This one alone, by its identifier that never changes.
    pub uid: Option<String>,
    /// Only what was changed then or later.
    pub since: Option<Timestamp>,
    /// Only what was changed earlier.
    pub before: Option<Timestamp>,
    /// Only of this set.
    pub set: Option<Set>,
    /// Only what comes after this one: when it was changed, and its id.
    pub after: Option<(Timestamp, i64)>,
    /// How many at most.
    pub limit: u32,
}

/// A publication as harvesters first hear of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// The stored id.
    pub id: i64,
    /// An identifier that never changes.
    pub uid: String,
    /// Its address.
    pub slug: Slug,
    /// The language that its texts are translated from.
    pub source: Language,
    /// When what readers see of it was last changed; it may be that nothing was.
    pub changed: Timestamp,
    /// Whether readers see it; else it was withdrawn.
    pub is_shown: bool,
    /// The sets that it belongs to.
    pub sets: Vec<Set>,
}
