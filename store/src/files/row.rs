//! A file as it stands in its row.

use domain::file::{About, Access, File, Medium, Variant};
use domain::language::Texts;
use domain::{Error, Language, region};
use sqlx::FromRow;

use crate::stored::{instant, stored};

/// The columns of [`FileRow`], of the table `f`.
macro_rules! columns {
    () => {
        "f.id, f.uid, f.sha256, f.name, f.media_type, f.variants, f.language, f.titles, f.alts, f.is_decorative, f.credit,
            f.access, f.opens_at, f.created_at, f.created_by, f.deleted_at"
    };
}
pub(super) use columns;

#[derive(FromRow)]
pub(super) struct FileRow {
    pub(super) id: i64,
    uid: String,
    sha256: String,
    name: String,
    media_type: String,
    variants: String,
    language: Option<String>,
    titles: String,
    alts: String,
    is_decorative: i64,
    credit: String,
    access: String,
    opens_at: Option<i64>,
    created_at: i64,
    created_by: String,
    deleted_at: Option<i64>,
}

impl FileRow {
    pub(super) fn file(self) -> Result<File, Error> {
        let texts = |column, text: &str| stored(column, serde_json::from_str::<Texts<String>>(text));
        let opens = self.opens_at.map(|at| instant("file.opens_at", at)).transpose()?;
        let variants: Vec<(u32, u32, u64)> = stored("file.variants", serde_json::from_str(&self.variants))?;
        Ok(File {
            uid: stored("file.uid", self.uid.parse())?,
            medium: stored("file.media_type", Medium::from_media_type(&self.media_type).ok_or(self.media_type))?,
            variants: variants.into_iter().map(|(width, height, size)| Variant { width, height, size }).collect(),
            about: About {
                titles: texts("file.titles", &self.titles)?,
                alts: texts("file.alts", &self.alts)?,
                is_decorative: self.is_decorative != 0,
                language: self.language,
                credit: self.credit,
                access: stored("file.access", Access::from_code(&self.access).ok_or(self.access))?,
                opens_on: opens.map(region::day_of),
            },
            name: self.name,
            hash: self.sha256,
            created: instant("file.created_at", self.created_at)?,
            created_by: self.created_by,
            is_deleted: self.deleted_at.is_some(),
        })
    }
}

pub(super) fn variants(file: &File) -> Result<String, Error> {
    let each: Vec<_> = file.variants.iter().map(|its| (its.width, its.height, its.size)).collect();
    stored("file.variants", serde_json::to_string(&each))
}

/// The instant from which the access of a file counts, in microseconds.
pub(super) fn opens_at(about: &About) -> Option<i64> {
    about.opens_on.map(|day| region::start_of(day).as_microsecond())
}

pub(super) fn texts(texts: &Texts<String>) -> Result<String, Error> {
    stored("file.titles", serde_json::to_string(texts))
}

/// What is said of a file, for the log.
pub(super) fn told(about: &About) -> String {
    let of = |texts: &Texts<String>, language: Language| texts.get(language).cloned().unwrap_or_default();
    let mut parts: Vec<String> = Language::ALL.map(|language| of(&about.titles, language)).to_vec();
    parts.extend(Language::ALL.map(|language| of(&about.alts, language)));
    if about.is_decorative {
        parts.push("decorative".to_owned());
    }
    parts.extend(about.language.clone());
    parts.push(about.credit.clone());
    parts.push(about.access.code().to_owned());
    parts.extend(about.opens_on.map(|day| day.to_string()));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
