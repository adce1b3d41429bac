//! What somebody keeps for later: labels and notes, and all of it as a file.

use app::account::visit::Visit;
use app::marks::compose::{SavedRow, kept};
use app::marks::saved::labelled;
use app::messages::{MarkWords, Messages};
use app::paths;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Member;
use domain::entry::Kind;
use domain::mark::{read_labels, read_note};
use domain::{Error, Language, Problem, Rule, Slug};
use serde::Deserialize;

use super::reply::{self, again, language, reply};
use crate::csv;
use crate::desk::form::Fieldset;
use crate::service::Service;

/// What the list is narrowed to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    label: String,
}

/// Sets the labels and the note of something that is kept, or keeps it no longer.
pub async fn change(
    State(service): State<Service>,
    Query(asked): Query<Asked>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fieldset::read(&body);
    let here = paths::saved(language(&uri));
    let label = ("label", asked.label.as_str());
    let done = async {
        let member = reply::member(&service, &headers).await?;
        set(&service, &member, &fields).await?;
        Ok(paths::with_query(&here, [label, ("done", "1")]))
    };
    match done.await {
        Err(Error::Invalid(problems)) => {
            let visit = Visit { problems, typed: fields.into_inner(), ..Visit::default() };
            again(&service, headers, &paths::with_query(&here, [label]), visit).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}

async fn set(service: &Service, member: &Member, fields: &Fieldset) -> Result<(), Error> {
    let (marks, now) = (&service.portal.marks, service.portal.clock.now());
    let (kind, slug) = fields.one("entry").split_once('/').ok_or(Error::NotFound)?;
    let kind: Kind = kind.parse().map_err(|_unknown| Error::NotFound)?;
    let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
    match fields.one("task") {
        "remove" => marks.keep(member, kind, &slug, false, now).await,
        "describe" => match (read_labels(fields.one("labels")), read_note(fields.one("note"))) {
            (Ok(labels), Ok(note)) => marks.describe(member, kind, &slug, &labels, &note).await,
            (labels, note) => Err(Error::Invalid(labels.err().into_iter().chain(note.err()).collect())),
        },
        other => Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
    }
}

/// What somebody keeps as a CSV file.
pub async fn file(
    State(service): State<Service>,
    Query(asked): Query<Asked>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let page = language(&uri);
    let read = async {
        let member = reply::member(&service, &headers).await?;
        kept(&service.portal, member.account().id, page).await
    };
    match read.await {
        Ok(kept) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            let file = rows(labelled(kept, &asked.label), &service.public_url, page);
            ([kind, (header::CACHE_CONTROL, "private, no-store")], file).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

fn rows(kept: Vec<SavedRow>, public_url: &str, page: Language) -> String {
    let (words, messages) = (MarkWords::of(page), Messages::of(page));
    let heads = [words.saved_title, words.saved_kind, words.saved_address, words.saved_labels, words.saved_note];
    let heads: Vec<String> = heads.into_iter().chain([words.saved_on]).map(str::to_owned).collect();
    let rows = kept.into_iter().map(|row| {
        vec![
            row.item.title,
            messages.kind(row.kept.kind).to_owned(),
            format!("{public_url}{}", row.item.href),
            row.kept.labels.join(", "),
            row.kept.note,
            row.kept.since.to_string(),
        ]
    });
    csv::file(std::iter::once(heads).chain(rows))
}
