//! `site.toml` and `contacts.toml`.

use std::collections::BTreeMap;
use std::path::Path;

use domain::Language;
use domain::entry::{Contact, Identity};
use domain::language::Texts;
use serde::Deserialize;

use super::{ContentError, parse, text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    en: SiteWords,
    es: SiteWords,
    office: Office,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteWords {
    name: String,
    short_name: String,
    tagline: String,
    about: String,
    supporters: String,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Office {
    address: String,
    phone: String,
    email: String,
}

/// The site's own words.
pub(super) fn identity(file: &Path) -> Result<Texts<Identity>, ContentError> {
    let site: SiteFile = parse(file, &text(file)?)?;
    let of = |words: SiteWords| {
        let Office { address, phone, email } = site.office.clone();
        let SiteWords { name, short_name, tagline, about, supporters } = words;
        Identity { name, short_name, tagline, about, supporters, address, phone, email }
    };
    Ok([(Language::En, of(site.en)), (Language::Es, of(site.es))].into_iter().collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactFile {
    name: Option<String>,
    email: String,
    en: Role,
    es: Role,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Role {
    role: String,
}

/// The role contacts.
pub(super) fn contacts(file: &Path) -> Result<Vec<Contact>, ContentError> {
    let contacts: BTreeMap<String, ContactFile> = parse(file, &text(file)?)?;
    Ok(contacts
        .into_iter()
        .map(|(key, contact)| Contact {
            key,
            name: contact.name,
            email: contact.email,
            role: [(Language::En, contact.en.role), (Language::Es, contact.es.role)].into_iter().collect(),
        })
        .collect())
}
