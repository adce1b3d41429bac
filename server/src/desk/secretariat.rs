//! The notice above every page, and the log as a file.

use app::account::visit::Visit;
use app::desk::view::AuditRequest;
use app::messages::{AuditWords, Messages, deed_side, deed_told, field_name};
use app::paths;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::Role;
use domain::audit::{AuditLine, AuditLines, AuditSpan, What};
use domain::banner::Banner;
use domain::revision::Change;
use domain::{Error, Language, Problem, Rule};
use jiff::Timestamp;

use super::form::{Fieldset, instant};
use crate::accounts::reply::{self, language, reply};
use crate::service::Service;
use crate::{csv, page};

/// Sets the notice above every page, or takes it away.
pub async fn set_banner(State(service): State<Service>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fieldset::read(&body);
    let here = paths::banner(language(&uri));
    let done = async {
        let staff = reply::staff_of_all(&service, &headers, Role::Editor).await?;
        let (secretariat, now) = (&service.portal.secretariat, service.portal.clock.now());
        match fields.one("task") {
            "remove" => secretariat.set_banner(&staff, None, fields.seen(), now).await?,
            "set" => secretariat.set_banner(&staff, Some(&read(&fields)?), fields.seen(), now).await?,
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
            problems.push(Problem::new(field, typed, if typed.is_empty() { Rule::Needed } else { Rule::Moment }));
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

/// The log as a CSV file.
pub async fn audit_file(
    State(service): State<Service>,
    Query(asked): Query<AuditRequest>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let read = async {
        let staff = reply::staff(&service, &headers, Role::Editor).await?;
        let (filter, _, problems) = asked.read();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        service.portal.secretariat.audit(&staff, &filter, AuditSpan::ALL).await
    };
    match read.await {
        Ok(AuditLines { lines, .. }) => {
            let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8");
            ([kind, (header::CACHE_CONTROL, "private, no-store")], rows(lines, language(&uri))).into_response()
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// One row for each field that a save has changed, so that the file can be filtered and counted.
fn rows(lines: Vec<AuditLine>, page: Language) -> String {
    let (words, messages) = (AuditWords::of(page), Messages::of(page));
    let heads = [words.when_utc, words.who, words.what, words.reason, words.field, words.before, words.after];
    let rows = lines.into_iter().flat_map(|AuditLine { at, actor, what }| {
        let start = move |what: &str| vec![at.to_string(), actor.clone(), what.to_owned()];
        match what {
            What::Saved { kind, slug, changes, reason } => {
                let what = format!("{}: {slug}", messages.section(kind));
                let row = |change: Change| {
                    let (before, after) = (change.before.unwrap_or_default(), change.after.unwrap_or_default());
                    [start(&what), vec![reason.clone(), field_name(&change.field, page), before, after]].concat()
                };
                if changes.is_empty() {
                    let said = [words.still_right, "", ""].map(str::to_owned).to_vec();
                    return vec![[start(&what), vec![reason], said].concat()];
                }
                changes.into_iter().map(row).collect::<Vec<_>>()
            }
            What::Done { deed, subject, before, after } => {
                let what = deed_told(deed, &subject, page);
                let [before, after] = [before, after].map(|held| deed_side(deed, &held, page));
                vec![[start(&what), vec![String::new(), String::new(), before, after]].concat()]
            }
        }
    });
    csv::file(std::iter::once(heads.map(str::to_owned).to_vec()).chain(rows))
}
