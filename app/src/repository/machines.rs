//! What the page of a publication tells machines: tags of Dublin Core and of Google Scholar in its head, and signposts in the
//! headers of the answer (FAIR Signposting), by which a program finds files and citations without reading the page.

use domain::Language;
use domain::citation::{Work, doi_address};
use domain::entry::{Details, Entry, Kind, PublicationForm};
use domain::file::{File, Medium, Place};
use jiff::Timestamp;

use crate::http;
use crate::paths;
use crate::ui::{Tag, into_head};

/// The media types of the citations, in the order of [`paths::CITATIONS`].
const CITATION_TYPES: [&str; 3] =
    ["application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"];

/// What `DC` stands for.
const DUBLIN_CORE: (&str, &str) = ("schema.DC", "http://purl.org/dc/elements/1.1/");

/// Tells all of it as it stands now. `site` is the address of the portal.
pub fn tell(entry: &Entry, work: &Work, site: &str, language: Language, now: Timestamp) {
    let files = public_documents(entry, now).collect::<Vec<_>>();
    let tags = tags(entry, work, &files, site, language);
    into_head(DUBLIN_CORE, tags.into_iter().filter(|tag| !tag.content.is_empty()).collect());
    signpost(entry, work, &files, site, language);
}

/// The documents that everybody may open now.
pub fn public_documents(entry: &Entry, now: Timestamp) -> impl Iterator<Item = &File> {
    let listed = entry.files.iter().filter(|used| used.place == Place::Documents);
    listed.map(|used| &used.file).filter(move |file| file.is_for_all(now))
}

fn tags(entry: &Entry, work: &Work, files: &[&File], site: &str, language: Language) -> Vec<Tag> {
    let page = format!("{site}{}", paths::entry(language, Kind::Publication, &entry.summary.slug));
    let (year, or_empty) = (work.year.to_string(), |text: &Option<String>| text.clone().unwrap_or_default());
    let publishers = work.publishers.join("; ");
    let mut tags = vec![
        Tag::new("citation_title", &work.title),
        Tag::new("citation_publication_date", &year),
        Tag::new("citation_language", &work.language),
        Tag::new("citation_abstract_html_url", &page),
        Tag::new("citation_isbn", or_empty(&work.isbn)),
        Tag::new("citation_doi", or_empty(&work.doi)),
        Tag::new("citation_publisher", &publishers),
        Tag::new("DC.title", &work.title),
        Tag::new("DC.date", &year),
        Tag::new("DC.type", schema_type(work.form)),
        Tag::new("DC.language", &work.language),
        Tag::new("DC.identifier", &page),
        Tag::new("DC.description", &work.summary),
        Tag::new("DC.rights", license(entry).unwrap_or_default()),
    ];
    if work.form != PublicationForm::Law {
        tags.push(Tag::new("citation_technical_report_institution", &publishers));
    }
    tags.extend(work.publishers.iter().map(|name| Tag::new("DC.publisher", name)));
    for author in work.creators() {
        tags.push(Tag::new("citation_author", author.indexed()));
        tags.push(Tag::new("DC.creator", author.indexed()));
    }
    for file in files.iter().filter(|file| file.medium == Medium::Pdf) {
        tags.push(Tag::new("citation_pdf_url", format!("{site}{}", paths::file(file))));
    }
    tags
}

fn license(entry: &Entry) -> Option<&str> {
    match &entry.summary.details {
        Details::Publication { license, .. } => license.as_deref(),
        _ => None,
    }
}

/// What schema.org calls a sort of work.
pub const fn schema_type(form: PublicationForm) -> &'static str {
    match form {
        PublicationForm::Law => "Legislation",
        PublicationForm::Guide => "Guide",
        PublicationForm::Tool => "CreativeWork",
        PublicationForm::MeetingDocument => "DigitalDocument",
        PublicationForm::Report
        | PublicationForm::Policy
        | PublicationForm::WorkingPaper
        | PublicationForm::Strategy => "Report",
    }
}

fn signpost(entry: &Entry, work: &Work, files: &[&File], site: &str, language: Language) {
    let slug = &entry.summary.slug;
    // One work has one address for citing, whatever language its page is read in.
    let first = entry.editions.languages().next().unwrap_or(language);
    let page = format!("{site}{}", paths::entry(first, Kind::Publication, slug));
    http::link(&work.doi.as_deref().map_or(page, doi_address), "cite-as", None);
    http::link("https://schema.org/AboutPage", "type", None);
    http::link(&format!("https://schema.org/{}", schema_type(work.form)), "type", None);
    for ((extension, _), media_type) in paths::CITATIONS.into_iter().zip(CITATION_TYPES) {
        let file = format!("{site}{}", paths::citation(language, slug, extension));
        http::link(&file, "describedby", Some(media_type));
    }
    for file in files {
        http::link(&format!("{site}{}", paths::file(file)), "item", Some(file.medium.media_type()));
    }
    if let Some(license) = license(entry) {
        http::link(license, "license", None);
    }
}
