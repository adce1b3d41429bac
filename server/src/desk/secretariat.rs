//! The notice above every page, and the log as a file.

use app::account::visit::Visit;
use app::messages::{AuditWords, Messages, deed_name, saved_fields};
use app::paths;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Role;
use domain::audit::{AuditFilter, AuditLine, What};
use domain::banner::Banner;
use domain::{Error, Language, Problem, Rule};
use jiff::Timestamp;
use serde::Deserialize;

use super::form::{Fieldset, instant};
use crate::accounts::reply::{self, language, reply};
use crate::service::Service;
use crate::{csv, page};

/// Sets the notice above every page, or takes it away.
pub async fn set_banner(State(service): State<Service>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fieldset::read(&body);
    let here = paths::banner(language(&uri));
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let (secretariat, now) = (&service.portal.secretariat, service.portal.clock.now());
        match fields.one("task") {
            "remove" => secretariat.set_banner(&staff, None, now).await?,
            "set" => secretariat.set_banner(&staff, Some(&read(&fields)?), now).await?,
            other => return Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        }
        Ok(paths::with_query(&here, [("done", "1")]))
    };
    match done.await {
        Err(Error::Invalid(problems)) => {
            let visit = Visit { problems, typed: fields.into_inner(), ..Visit::default() };
            page::answer(&service, uri, headers, visit, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        done => reply(&service, &headers, &uri, done).await,
    }
}

fn read(fields: &Fieldset) -> Result<Banner, Error> {
    let mut problems = Vec::new();
    let mut at = |field: &str| {
        let typed = fields.one(field);
        instant(typed, "").parse::<Timestamp>().unwrap_or_else(|_unreadable| {
            problems.push(Problem::new(field, typed, Rule::Day));
            Timestamp::MIN
        })
    };
    let (starts, ends) = (at("starts"), at("ends"));
    let text = |of: Language| fields.one(&format!("banner.{of}")).split_whitespace().collect::<Vec<_>>().join(" ");
    let texts = Language::ALL.into_iter().map(|of| (of, text(of))).collect();
    let banner = Banner { starts, ends, texts };
    if let Err(others) = banner.check() {
        let known: Vec<String> = problems.iter().map(|problem| problem.field.clone()).collect();
        problems.extend(others.into_iter().filter(|other| !known.contains(&other.field)));
    }
    if problems.is_empty() { Ok(banner) } else { Err(Error::Invalid(problems)) }
}

/// The filters of the log, as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    actor: String,
    subject: String,
}

/// The log as a CSV file.
pub async fn audit_file(
    State(service): State<Service>,
    Query(Asked { actor, subject }): Query<Asked>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        service.portal.secretariat.audit(&staff, &AuditFilter { actor, subject }).await
    };
    match read.await {
        Ok(lines) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            ([kind, (header::CACHE_CONTROL, "private, no-store")], rows(lines, language(&uri))).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

fn rows(lines: Vec<AuditLine>, page: Language) -> String {
    let (words, messages) = (AuditWords::of(page), Messages::of(page));
    let heads = [words.when, words.who, words.what, words.before, words.after].map(str::to_owned).to_vec();
    let rows = lines.into_iter().map(|line| {
        let (what, before, after) = match line.what {
            What::Saved { kind, slug, fields, reason } => {
                let after = format!("{} {reason}", saved_fields(fields, page));
                (format!("{}: {slug}", messages.section(kind)), String::new(), after)
            }
            What::Done { deed, subject, before, after } => {
                (format!("{} {subject}", deed_name(deed, page)), before, after)
            }
        };
        vec![line.at.to_string(), line.actor, what, before, after]
    });
    csv::file(std::iter::once(heads).chain(rows))
}
