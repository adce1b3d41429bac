//! Reads the content folder. A broken file is named with its line and what is wrong; nothing is loaded then.

mod day;
mod entry;
mod fields;
mod figures;
mod programme;
mod site;

use std::fs;
use std::path::{Path, PathBuf};

use domain::Slug;
use domain::entry::Kind;
use domain::pack::Pack;
use jiff::civil::Date;

/// Something in the content folder that cannot be loaded.
#[derive(Debug, thiserror::Error)]
#[error("The content cannot be loaded. {}{}: {reason}", file.display(), line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct ContentError {
    /// The file or folder.
    pub file: PathBuf,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub reason: String,
}

impl ContentError {
    fn new(file: &Path, line: Option<usize>, reason: impl Into<String>) -> Self {
        Self { file: file.to_path_buf(), line, reason: reason.into() }
    }
}

/// The folder of each kind.
const FOLDERS: [(&str, Kind); 10] = [
    ("pages", Kind::Page),
    ("networks", Kind::Network),
    ("countries", Kind::Country),
    ("events", Kind::Event),
    ("blog", Kind::Post),
    ("news", Kind::News),
    ("publications", Kind::Publication),
    ("courses", Kind::Course),
    ("datasets", Kind::Dataset),
    ("media", Kind::Media),
];

/// Reads everything; with `demo`, also what is only for a demonstration. Relative days count from `today`.
///
/// # Errors
/// The first file that breaks a rule.
pub fn read(folder: &Path, today: Date, demo: bool) -> Result<Pack, ContentError> {
    let networks = slugs(&folder.join("networks"))?;
    let countries = slugs(&folder.join("countries"))?;
    let mut pack = Pack { identity: site::identity(&folder.join("site.toml"))?, ..Pack::default() };
    pack.contacts = site::contacts(&folder.join("contacts.toml"))?;
    let contacts: Vec<String> = pack.contacts.iter().map(|contact| contact.key.clone()).collect();
    let pictures = folder.join("../public/pictures");
    let known =
        entry::Known { networks: &networks, countries: &countries, contacts: &contacts, pictures: &pictures, today };
    for (name, kind) in FOLDERS {
        all_texts_belong(&folder.join(name))?;
        for file in toml_files(&folder.join(name))? {
            let read = entry::read(&file, kind, &known)?;
            if demo || !read.demo {
                pack.entries.push(read.draft);
            }
        }
    }
    figures::check_references(folder, &FOLDERS, &pack)?;
    Ok(pack)
}

fn text(file: &Path) -> Result<String, ContentError> {
    fs::read_to_string(file).map_err(|cause| ContentError::new(file, None, format!("it cannot be read: {cause}")))
}

/// Parses a TOML file; an error has the line that the parser gives.
fn parse<T: serde::de::DeserializeOwned>(file: &Path, source: &str) -> Result<T, ContentError> {
    toml::from_str(source).map_err(|cause| {
        let line = cause.span().map(|span| line_at(source, span.start));
        ContentError::new(file, line, cause.message())
    })
}

fn line_at(source: &str, offset: usize) -> usize {
    source.get(..offset).map_or(1, |before| before.matches('\n').count() + 1)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, ContentError> {
    files(folder, "toml")
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, ContentError> {
    let unreadable = |cause: std::io::Error| ContentError::new(folder, None, format!("it cannot be read: {cause}"));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|its| its == extension) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A body that no entry claims is a name misspelt, or a language without its table.
fn all_texts_belong(folder: &Path) -> Result<(), ContentError> {
    for text_file in files(folder, "md")? {
        let name = text_file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let (slug, language) = name.rsplit_once('.').unwrap_or((name, ""));
        let entry = folder.join(format!("{slug}.toml"));
        let table = format!("[{language}]");
        if !entry.is_file() {
            return Err(ContentError::new(&text_file, None, format!("there is no {slug}.toml beside it")));
        }
        if !text(&entry)?.lines().any(|line| line.trim() == table) {
            return Err(ContentError::new(&text_file, None, format!("{slug}.toml has no table {table}")));
        }
    }
    Ok(())
}

fn slugs(folder: &Path) -> Result<Vec<Slug>, ContentError> {
    toml_files(folder)?.iter().map(|file| slug_of(file)).collect()
}

fn slug_of(file: &Path) -> Result<Slug, ContentError> {
    let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    name.parse().map_err(|reason: domain::slug::NotASlug| {
        ContentError::new(file, None, format!("its name is no address: {reason}"))
    })
}
