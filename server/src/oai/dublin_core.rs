//! A publication in the fifteen words of Dublin Core, as OAI-PMH gives it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app::messages::Messages;
use app::paths;
use domain::citation::{Author, bodies, doi_address};
use domain::entry::{Details, Entry, Kind};
use domain::file::Place;
use domain::language::Texts;
use domain::listing::Listing;
use domain::{Error, Language, Portal, Slug};
use jiff::Timestamp;

use crate::feeds::escape;

/// What records call networks and countries.
pub struct Names {
    /// Networks in each language that they have a page in.
    networks: BTreeMap<Slug, Texts<String>>,
    /// Countries in English.
    countries: BTreeMap<Slug, String>,
}

impl Names {
    /// Reads them.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn read(portal: &Portal, now: Timestamp) -> Result<Self, Error> {
        let mut networks: BTreeMap<Slug, Texts<String>> = BTreeMap::new();
        for language in Language::ALL {
            let listed = portal.library.list(&Listing::arranged(Kind::Network, language), now).await?;
            for network in listed.items.into_iter().filter(|network| network.language == language) {
                networks.entry(network.slug).or_default().set(language, network.edition.title);
            }
        }
        let countries = portal.library.list(&Listing::arranged(Kind::Country, Language::En), now).await?.items;
        let countries = countries.into_iter().map(|country| (country.slug, country.edition.title)).collect();
        Ok(Self { networks, countries })
    }
}

/// The record of a publication, as it stands now. `site` is the address of the portal.
pub fn dublin_core(entry: &Entry, now: Timestamp, site: &str, names: &Names) -> String {
    let Details::Publication {
        form,
        year,
        authors,
        publisher,
        languages,
        title_language,
        isbn,
        doi,
        license,
        link,
        replaces: _,
        edition_of: _,
        city: _,
        pages: _,
    } = &entry.summary.details
    else {
        return String::new();
    };
    let summary = &entry.summary;
    let mut record = Record::default();
    let mut titles: Vec<(&str, &str)> = Vec::new();
    for (language, edition) in entry.editions.iter() {
        let title = (title_language.unwrap_or(language).code(), edition.title.as_str());
        // A work that has one title bears it in both languages of the portal.
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    for (language, title) in titles {
        record.text("title", Some(language), title);
    }
    for author in authors {
        record.text("creator", None, &Author::read(author).indexed());
    }
    for network in summary.networks.iter().filter_map(|slug| names.networks.get(slug)) {
        for (language, name) in network.iter() {
            record.text("subject", Some(language.code()), name);
        }
    }
    for (language, edition) in entry.editions.iter() {
        record.text("description", Some(language.code()), &edition.summary);
    }
    for publisher in publisher.iter().flat_map(|line| bodies(line)) {
        record.text("publisher", None, publisher);
    }
    record.text("date", None, &format!("{year:04}"));
    record.text("type", Some("en"), Messages::of(Language::En).publication_form(*form));
    record.text("type", None, "Text");
    for used in entry.files.iter().filter(|used| used.place == Place::Documents) {
        if used.file.is_for_all(now) {
            record.text("format", None, used.file.medium.media_type());
            record.text("relation", None, &format!("{site}{}", paths::file(&used.file)));
        }
    }
    let page = paths::entry(summary.language, Kind::Publication, &summary.slug);
    record.text("identifier", None, &format!("{site}{page}"));
    record.text("identifier", None, &doi.as_deref().map(doi_address).unwrap_or_default());
    record.text("identifier", None, &isbn.as_deref().map(|isbn| format!("ISBN {isbn}")).unwrap_or_default());
    record.text("source", None, link.as_deref().unwrap_or_default());
    for code in languages {
        record.text("language", None, code);
    }
    for country in &summary.countries {
        record.text("coverage", None, names.countries.get(country).map_or(country.as_str(), String::as_str));
    }
    record.text("rights", None, license.as_deref().unwrap_or_default());
    format!(
        "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd\">\n\
         {}</oai_dc:dc>\n",
        record.0
    )
}

#[derive(Default)]
struct Record(String);

impl Record {
    /// An element; nothing where it says nothing.
    fn text(&mut self, name: &str, language: Option<&str>, text: &str) {
        if text.is_empty() {
            return;
        }
        let language = language.map(|code| format!(" xml:lang=\"{code}\"")).unwrap_or_default();
        let _ = writeln!(self.0, "<dc:{name}{language}>{}</dc:{name}>", escape(text));
    }
}
