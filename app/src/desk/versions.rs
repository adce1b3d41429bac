//! What the page of a history shows: the sittings, those with a name that is looked for, and two versions compared.

use domain::Slug;
use domain::entry::Kind;
use domain::fold::fold;
use domain::manuscript::{Fields, Manuscript, as_of, differences};
use domain::revision::{Change, Revision, Sitting, sittings};

/// Two versions, side by side in words.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The older of the two.
    pub from: Revision,
    /// The newer.
    pub to: Revision,
    /// What differs.
    pub changes: Vec<Change>,
}

/// What the page of a history shows.
#[derive(Debug, Clone)]
pub struct HistoryContents {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: Slug,
    /// Its title.
    pub title: String,
    /// The sittings, the latest first.
    pub sittings: Vec<Sitting>,
    /// The version that holds now.
    pub latest: i64,
    /// Every name that a version has, with its version.
    pub names: Vec<(String, i64)>,
    /// Words of a name that is looked for.
    pub q: String,
    /// Two versions that are compared.
    pub comparison: Option<Comparison>,
    /// Whether who looks may restore.
    pub can_restore: bool,
}

/// What is asked of a history, as typed.
#[derive(Debug, Clone)]
pub struct HistoryRequest {
    /// Words of a name.
    pub q: String,
    /// The id of a version to compare.
    pub from: String,
    /// And of the other.
    pub to: String,
}

impl HistoryContents {
    /// The history of a manuscript, the latest save first, as it is asked for.
    pub fn of(
        manuscript: &Manuscript,
        title: String,
        history: Vec<Revision>,
        asked: HistoryRequest,
        can_restore: bool,
    ) -> Self {
        Self {
            kind: manuscript.draft.kind,
            slug: manuscript.draft.slug.clone(),
            title,
            latest: history.first().map_or(0, |save| save.id),
            names: history.iter().filter_map(|save| Some((save.name.clone()?, save.id))).collect(),
            comparison: compared(manuscript, &history, &asked.from, &asked.to),
            sittings: sittings(history).into_iter().filter(|sitting| is_named(sitting, &asked.q)).collect(),
            q: asked.q,
            can_restore,
        }
    }
}

/// Whether a version of a sitting has these words in its name; without words every sitting has them.
fn is_named(sitting: &Sitting, words: &str) -> bool {
    let words = fold(words);
    let has = |save: &Revision| save.name.as_deref().is_some_and(|name| fold(name).contains(&words));
    words.is_empty() || sitting.saves.iter().any(has)
}

/// Two versions of a manuscript, the older first; none where one of them is none of it.
fn compared(manuscript: &Manuscript, history: &[Revision], from: &str, to: &str) -> Option<Comparison> {
    let find = |id: &str| id.parse().ok().and_then(|id: i64| history.iter().find(|save| save.id == id)).cloned();
    let (mut from, mut to) = (find(from)?, find(to)?);
    if from.id > to.id {
        std::mem::swap(&mut from, &mut to);
    }
    let now = Fields::of(manuscript);
    let changes = differences(&as_of(&now, history, from.id)?, &as_of(&now, history, to.id)?);
    Some(Comparison { from, to, changes })
}
