//! Decisions of staff on people.

use app::account::view::PeopleRequest;
use app::account::visit::Visit;
use app::paths;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use domain::account::{Role, Staff, Standing};
use domain::{Error, Language, Problem, Rule};
use serde::Deserialize;

use super::reply::{again, language, lead_to};
use super::session;
use crate::page;
use crate::service::Service;
use crate::typed::Form;

/// A decision on a person, or a role, as it came.
#[derive(Debug, Deserialize)]
pub struct PersonForm {
    #[serde(default)]
    decision: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    writes_in: String,
}

impl PersonForm {
    /// The role that is given, and the one language to write in.
    fn role(&self) -> Result<(Role, Option<Language>), Error> {
        let unknown = |field: &str, typed: &str| Error::Invalid(vec![Problem::new(field, typed, Rule::OneOfTheList)]);
        let role = Role::from_code(&self.role).ok_or_else(|| unknown("role", &self.role))?;
        let writes_in = match self.writes_in.as_str() {
            "" => None,
            code => Some(code.parse().map_err(|_unknown| unknown("writes_in", code))?),
        };
        Ok((role, writes_in))
    }

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
    Query(shown): Query<PeopleRequest>,
    uri: Uri,
    headers: HeaderMap,
    Form(decision): Form<PersonForm>,
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
        if staff.account().id == id {
            // Nobody shuts themselves out by mistake.
            return Err(Error::Forbidden);
        }
        if decision.decision == "role" {
            let (role, writes_in) = decision.role()?;
            return portal.accounts.set_role(&staff, id, role, writes_in, portal.clock.now()).await;
        }
        let standing = decision.standing()?;
        portal.accounts.decide(&staff, id, &standing, portal.clock.now()).await
    };
    match decided.await {
        Ok(()) => {
            let done = shown.parameters().into_iter().chain([("done", decision.decision.as_str())]);
            lead_to(paths::with_query(&paths::people(language), done))
        }
        Err(Error::Invalid(problems)) => {
            let is_reason = problems.iter().any(|problem| problem.field == "reason");
            let notice = is_reason.then(|| app::messages::reason_is_needed(language));
            let visit = Visit { session: Some(open), problems, notice, ..Visit::default() };
            again(&service, headers, &paths::with_query(&paths::people(language), shown.parameters()), visit).await
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}
