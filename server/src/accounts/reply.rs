//! What forms of people are answered: who may send them, and where they lead.

use app::account::visit::Visit;
use app::failure::Failure;
use app::paths;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{Member, Role, Staff};
use domain::{Error, Language};

use super::session;
use crate::accepted::wants_page;
use crate::language::came_from;
use crate::page;
use crate::service::Service;

/// The language of a form's address.
pub fn language(uri: &Uri) -> Language {
    Language::of_path(uri.path()).unwrap_or(Language::ALL[0])
}

/// Leads on.
pub fn lead_to(address: String) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response()
}

/// The page of a form again, with what was typed and what is wrong.
pub async fn again(service: &Service, headers: HeaderMap, address: &str, visit: Visit) -> Response {
    let visit = Visit { is_elsewhere: true, ..visit };
    let address = address.parse().unwrap_or_default();
    page::answer(service, address, headers, visit, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Who is signed in, as a member.
///
/// # Errors
/// [`Error::SignIn`] where nobody is, [`Error::Forbidden`] where they are no member.
pub async fn member(service: &Service, headers: &HeaderMap) -> Result<Member, Error> {
    let open = session::of(&service.portal, headers).await?.ok_or(Error::SignIn)?;
    Member::of(&open.account).ok_or(Error::Forbidden)
}

/// Who is signed in, as staff of at least this role.
///
/// # Errors
/// [`Error::SignIn`] where nobody is, [`Error::Forbidden`] where they may not.
pub async fn staff(service: &Service, headers: &HeaderMap, least: Role) -> Result<Staff, Error> {
    let open = session::of(&service.portal, headers).await?.ok_or(Error::SignIn)?;
    Staff::of(&open.account, least).ok_or(Error::Forbidden)
}

/// The same for what concerns every language at once.
///
/// # Errors
/// As [`staff`]; [`Error::Forbidden`] also where they write in one language only.
pub async fn staff_of_all(service: &Service, headers: &HeaderMap, least: Role) -> Result<Staff, Error> {
    let staff = staff(service, headers, least).await?;
    if staff.writes_everything() { Ok(staff) } else { Err(Error::Forbidden) }
}

/// Leads on to where the form's work is seen; or says why it was not done. Who wants no page, as scripts do, gets the status
/// alone.
pub async fn reply(service: &Service, headers: &HeaderMap, uri: &Uri, done: Result<String, Error>) -> Response {
    match done {
        Ok(_) if !wants_page(headers) => StatusCode::NO_CONTENT.into_response(),
        Ok(address) => lead_to(address),
        Err(failure) if !wants_page(headers) => {
            let status = Failure::Domain(failure).status();
            StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE).into_response()
        }
        Err(Error::SignIn) => {
            // Back to the page of the form, where it is one of this site.
            let next = came_from(headers).unwrap_or_default();
            lead_to(paths::with_query(&paths::login(language(uri)), [("next", next)]))
        }
        Err(failure) => page::failure(service, headers, uri, failure).await,
    }
}
