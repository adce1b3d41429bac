//! A form of the desk that comes after its writer's session has ended: it is answered by a page that holds all of it and asks
//! who sends it; what is sent from there signs in, and then goes on as if the session had never ended.

use std::net::SocketAddr;

use app::account::visit::Visit;
use app::desk::form::BASES;
use app::messages::DeskWords;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use domain::Error;
use domain::account::Role;

use super::form::Fieldset;
use crate::accounts::forms::{Entrance, enter};
use crate::accounts::reply::{self, language};
use crate::page;
use crate::service::Service;

/// Who may go on with a form: the headers of a request whose session is open, and the cookie to set where it was opened now.
pub struct Passed {
    pub headers: HeaderMap,
    cookie: Option<HeaderValue>,
}

impl Passed {
    /// The answer to the form, with the cookie of the session that it has opened.
    pub fn with_cookie(self, mut response: Response) -> Response {
        if let Some(cookie) = self.cookie {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }
}

/// Whether a form goes on.
pub enum Gate {
    /// It does.
    Open(Passed),
    /// It is answered by this page.
    Shut(Response),
}

/// Lets a form pass, or answers it with a page that keeps it.
pub async fn pass(
    service: &Service,
    uri: &Uri,
    headers: HeaderMap,
    from: Option<SocketAddr>,
    fields: &Fieldset,
) -> Gate {
    let is_signing_in = !fields.one("password").is_empty();
    let has_ended = matches!(reply::staff(service, &headers, Role::Contributor).await, Err(Error::SignIn));
    if fields.one(BASES).is_empty() || !(has_ended || is_signing_in) {
        return Gate::Open(Passed { headers, cookie: None });
    }
    if !is_signing_in {
        return Gate::Shut(kept(service, uri, headers, fields, None).await);
    }
    let entrance = match enter(service, uri, &headers, from, fields.one("email"), fields.one("password")).await {
        Ok(entrance) => entrance,
        Err(failure) => return Gate::Shut(page::failure(service, &headers, uri, failure).await),
    };
    let cookie = match entrance {
        Entrance::Open(cookie) => cookie,
        Entrance::Shut(why) => return Gate::Shut(kept(service, uri, headers, fields, Some(why)).await),
    };
    let (mut signed_in, pair) = (headers.clone(), cookie.split(';').next().unwrap_or_default());
    let (Ok(pair), Ok(cookie)) = (HeaderValue::from_str(pair), HeaderValue::from_str(&cookie)) else {
        return Gate::Shut(page::failure(service, &headers, uri, Error::Unavailable).await);
    };
    signed_in.insert(header::COOKIE, pair);
    match reply::staff(service, &signed_in, Role::Contributor).await {
        Ok(_) => Gate::Open(Passed { headers: signed_in, cookie: Some(cookie) }),
        Err(Error::Forbidden) => {
            let why = DeskWords::of(language(uri)).not_staff;
            Gate::Shut(kept(service, uri, headers, fields, Some(why)).await)
        }
        Err(failure) => Gate::Shut(page::failure(service, &headers, uri, failure).await),
    }
}

/// The page that keeps a form.
async fn kept(
    service: &Service,
    uri: &Uri,
    headers: HeaderMap,
    fields: &Fieldset,
    notice: Option<&'static str>,
) -> Response {
    let mut typed = fields.all_of_it().clone();
    typed.remove("password");
    let unsent = Some(uri.path().to_owned());
    let visit = Visit { typed, notice, unsent, is_elsewhere: true, ..Visit::default() };
    page::answer(service, uri.clone(), headers, visit, StatusCode::UNAUTHORIZED).await
}
