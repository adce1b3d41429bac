//! The search, as its page does it: every kind of entry and both languages at once.

use app::paths;
use app::search::compose;
use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use domain::Language;
use domain::file::File;
use domain::search::{self, Hit, Passage, Reason, SearchRequest};
use serde::Serialize;
use utoipa::ToSchema;

use super::answers::Item;
use super::asked::{Listed, Reading};
use super::parameters::SearchParameters;
use super::problem::Fault;
use super::query::Asked;
use crate::service::Service;

/// An entry that was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundItem {
    /// As lists show it.
    #[serde(flatten)]
    item: Item,
    /// Where the words stand, beside the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    passage: Option<FoundPassage>,
    /// Why it was found, where the words do not stand in it as they were given.
    reasons: Vec<FoundBecause>,
}

/// A piece of a text that has the words.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundPassage {
    /// The piece, plain.
    text: String,
    /// The words in it: first character and the one behind the last, counted from 0 in Unicode code points.
    marks: Vec<[usize; 2]>,
    /// The language that it is in.
    language: &'static str,
    /// The document that it stands in; none for the text of the entry itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    /// The page of the document, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

/// Why an entry was found although a word does not stand in it as it was given.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "because", rename_all = "kebab-case")]
pub enum FoundBecause {
    /// Another form of the word stands in it: singular, plural.
    Form {
        /// As given.
        given: String,
        /// As it stands there.
        found: String,
    },
    /// A word that is written almost alike stands in it.
    Spelling {
        /// As given.
        given: String,
        /// As it stands there.
        found: String,
    },
    /// Another name of the same thing stands in it.
    Concept {
        /// As given.
        given: String,
        /// As it stands there.
        found: String,
    },
    /// The words stand in its text in another language.
    Language {
        /// That language.
        language: &'static str,
    },
    /// The words stand in a document of it.
    Document,
}

/// The search
///
/// The best first: every kind of entry, both languages, and the documents that everybody may open.
#[utoipa::path(
    get,
    path = "/api/v1/search",
    params(SearchParameters),
    responses(
        (status = 200, description = "A page of what was found", body = Listed<FoundItem>, headers(("Link" = String, description = "The neighbouring pages"))),
        (status = 304, description = "Nothing has changed since the answer of this ETag"),
        (status = 422, description = "A parameter breaks a rule", body = Fault, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Fault, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(service): State<Service>,
    uri: Uri,
    Asked(asked): Asked<SearchParameters>,
) -> Result<Response, Fault> {
    let (portal, now) = (&service.portal, service.portal.clock.now());
    let mut reading = Reading::default();
    let only = reading.language(&asked.language);
    let language = only.unwrap_or(Language::En);
    let part = reading.part(&asked.page, &asked.per_page);
    let request = SearchRequest {
        q: asked.q,
        kind: asked.kind,
        form: asked.form,
        network: asked.network,
        country: asked.country,
        year: asked.year,
        work_language: asked.work_language,
        publisher: asked.publisher,
        any: asked.any,
        // Both are read above.
        language: String::new(),
        page: String::new(),
    };
    let (_, mut understood, problems) = compose::read(portal, request, language, now).await?;
    understood.filters.language = only;
    reading.problems.extend(problems);
    reading.done(language)?;
    let query = search::Query {
        words: understood.words,
        any: understood.any,
        filters: understood.filters,
        language,
        offset: part.offset() as usize,
        limit: part.size as usize,
        explained: true,
    };
    let found = portal.search.search(&query, now).await?;
    let files = compose::documents(portal, &found.hits).await?;
    let items = found.hits.into_iter().map(|hit| FoundItem::of(hit, &files, &service.public_url, language));
    Ok(part.answer(&service.public_url, &uri, found.total as u64, items.collect()))
}

impl FoundItem {
    /// A hit; `files` are the documents that passages stand in.
    fn of(hit: Hit, files: &[File], site: &str, language: Language) -> Self {
        Self {
            item: Item::of(&hit.summary, site, language),
            passage: hit.passage.map(|passage| FoundPassage::of(passage, files, site)),
            reasons: hit.reasons.into_iter().map(FoundBecause::from).collect(),
        }
    }
}

impl FoundPassage {
    fn of(passage: Passage, files: &[File], site: &str) -> Self {
        let characters = |bytes: usize| passage.text[..bytes].chars().count();
        let marks = passage.marks.iter().map(|mark| [characters(mark.start), characters(mark.end)]).collect();
        let document = passage.document.as_ref().and_then(|(uid, page)| {
            let file = files.iter().find(|file| file.uid == *uid)?;
            Some((format!("{site}{}", paths::file(file)), *page))
        });
        let (document, page) = document.unzip();
        Self { marks, language: passage.language.code(), document, page, text: passage.text }
    }
}

impl From<Reason> for FoundBecause {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::Form { typed, found } => Self::Form { given: typed, found },
            Reason::Spelling { typed, found } => Self::Spelling { given: typed, found },
            Reason::Concept { typed, found } => Self::Concept { given: typed, found },
            Reason::Language(language) => Self::Language { language: language.code() },
            Reason::Document => Self::Document,
        }
    }
}
