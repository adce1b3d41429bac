//! What members mark, as forms send it.

use app::paths;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::entry::Kind;
use domain::mark::Notices;
use domain::{Error, Problem, Rule, Slug};
use serde::Deserialize;

use super::reply::{self, language, reply};
use crate::service::Service;
use crate::typed::Form;

/// The fields of a mark.
#[derive(Debug, Deserialize)]
pub struct Mark {
    follow: Option<String>,
    keep: Option<String>,
    /// How much one wants to hear of a network.
    notices: Option<String>,
    #[serde(default)]
    back: String,
}

fn wish(field: &str, typed: Option<&str>) -> Result<bool, Error> {
    match typed {
        Some("yes") => Ok(true),
        Some("no") => Ok(false),
        other => Err(Error::Invalid(vec![Problem::new(field, other.unwrap_or_default(), Rule::OneOfTheList)])),
    }
}

/// Where marks stand on an entry's page.
const PLACE: &str = "#marks";

/// Follows a network, or no longer.
pub async fn follow(
    State(service): State<Service>,
    Path((_, slug)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(mark): Form<Mark>,
) -> Response {
    let done = async {
        let member = reply::member(&service, &headers).await?;
        let network: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let (portal, account) = (&service.portal, member.account().id);
        if wish("follow", mark.follow.as_deref())? {
            if let Some(code) = &mark.notices {
                let notices = Notices::from_code(code).ok_or_else(|| unknown("notices", code))?;
                portal.marks.follow(&member, &network, Some(notices)).await?;
            } else if portal.marks.following(&network, Some(account)).await?.own.is_none() {
                // Who follows it already keeps their choice.
                portal.marks.follow(&member, &network, Some(Notices::FIRST)).await?;
            }
        } else {
            portal.marks.follow(&member, &network, None).await?;
        }
        Ok(format!("{}{PLACE}", paths::entry(language(&uri), Kind::Network, &network)))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// Keeps an entry for later, or no longer.
pub async fn keep(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(mark): Form<Mark>,
) -> Response {
    let done = async {
        let member = reply::member(&service, &headers).await?;
        let kind = paths::kind_of(&section).ok_or(Error::NotFound)?;
        let slug: Slug = slug.parse().map_err(|_unreadable| Error::NotFound)?;
        let (portal, now) = (&service.portal, service.portal.clock.now());
        let kept = wish("keep", mark.keep.as_deref())?;
        if kept {
            // Only what readers may see.
            portal.library.entry(kind, &slug, language(&uri), now).await?;
        }
        portal.marks.keep(&member, kind, &slug, kept, now).await?;
        Ok(if mark.back == "dashboard" {
            format!("{}#kept", paths::dashboard(language(&uri)))
        } else {
            format!("{}{PLACE}", paths::entry(language(&uri), kind, &slug))
        })
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

/// Sets how much a member hears of each network: a field for each, named after it.
pub async fn choose(
    State(service): State<Service>,
    uri: Uri,
    headers: HeaderMap,
    Form(choices): Form<Vec<(String, String)>>,
) -> Response {
    let done = async {
        let member = reply::member(&service, &headers).await?;
        let mut wishes = Vec::new();
        for (field, code) in &choices {
            let network: Slug = field.parse().map_err(|_unreadable| unknown(field, field))?;
            let notices = match code.as_str() {
                "" => None,
                code => Some(Notices::from_code(code).ok_or_else(|| unknown(field, code))?),
            };
            wishes.push((network, notices));
        }
        for (network, notices) in wishes {
            service.portal.marks.follow(&member, &network, notices).await?;
        }
        Ok(format!("{}#followed", paths::dashboard(language(&uri))))
    };
    let done = done.await;
    reply(&service, &headers, &uri, done).await
}

fn unknown(field: &str, typed: &str) -> Error {
    Error::Invalid(vec![Problem::new(field, typed, Rule::OneOfTheList)])
}
