//! Decisions of staff on people.

use app::account::visit::Visit;
use app::paths;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::{Role, Staff, Standing};
use domain::{Error, Problem, Rule};
use serde::Deserialize;

use super::reply::{again, language, lead_to};
use super::session;
use crate::page;
use crate::service::Service;

/// A decision as it came.
#[derive(Debug, Deserialize)]
pub struct Decision {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
}

impl Decision {
    fn standing(&self) -> Result<Standing, Error> {
        match self.decision.as_str() {
            "approve" => Ok(Standing::Approved),
            "disable" => Ok(Standing::Disabled),
            "refuse" if self.reason.trim().is_empty() => {
                Err(Error::Invalid(vec![Problem::new("reason", "", Rule::Needed)]))
            }
            "refuse" => Ok(Standing::Refused(self.reason.trim().chars().take(500).collect())),
            other => Err(Error::Invalid(vec![Problem::new("decision", other, Rule::OneOfTheList)])),
        }
    }
}

/// Decides on a person.
pub async fn decide(
    State(service): State<Service>,
    Path((_, id)): Path<(String, i64)>,
    uri: Uri,
    headers: HeaderMap,
    Form(decision): Form<Decision>,
) -> Response {
    let language = language(&uri);
    let portal = &service.portal;
    let open = match session::of(portal, &headers).await {
        Ok(Some(open)) => open,
        Ok(None) => return lead_to(paths::login(language)),
        Err(failure) => return page::failure(&service, &headers, &uri, failure).await,
    };
    let decided = async {
        let staff = Staff::of(&open.account, Role::Admin).ok_or(Error::Forbidden)?;
        let standing = decision.standing()?;
        if staff.account().id == id {
            // Nobody shuts themselves out by mistake.
            return Err(Error::Forbidden);
        }
        portal.accounts.decide(&staff, id, &standing, portal.clock.now()).await
    };
    match decided.await {
        Ok(()) => lead_to(paths::people(language)),
        Err(Error::Invalid(problems)) => {
            let notice = app::messages::reason_is_needed(language);
            let visit = Visit { session: Some(open), problems, notice: Some(notice), ..Visit::default() };
            again(&service, headers, &paths::people(language), visit).await
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}
