//! Pages: what every page knows is read, then the app is rendered.

use std::sync::{Arc, OnceLock};

use app::account::visit::Visit;
use app::answer::Asked;
use app::events::region;
use app::failure::Failure;
use app::shell;
use app::site::{PublicUrl, Site};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::entry::Identity;
use domain::{Error, Language};
use leptos::nonce::use_nonce;
use leptos::prelude::provide_context;
use leptos_axum::{handle_server_fns_with_context, render_app_async_with_context};

use crate::accounts::session;
use crate::service::Service;
use crate::traffic::{self, ByStaff};
use crate::{dismissed, language, light, scripts};

/// Renders the page that the path names.
pub async fn page(State(service): State<Service>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let (headers, path) = (request.headers(), request.uri().path());
        let mut refused = fault(&service, headers, path, StatusCode::METHOD_NOT_ALLOWED).await;
        refused.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET,HEAD"));
        return refused;
    }
    with_visit(&service, request, Visit::default(), StatusCode::OK).await
}

/// Renders a page with what its form brought; `status` is the page's own where it is `OK`.
pub async fn with_visit(service: &Service, request: Request, visit: Visit, status: StatusCode) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let language = language::of_request(uri.path(), &headers);
    let light = light::is_on(&headers);
    let known = async {
        let session = match visit.session.clone() {
            Some(given) => Some(given),
            None => session::of(&service.portal, &headers).await?,
        };
        let unread = match &session {
            Some(session) => service.portal.inbox.unread(session.account.id, service.portal.clock.now()).await?,
            None => 0,
        };
        Ok::<_, Error>((session, unread, site(service, language, &headers).await?))
    };
    match known.await {
        Ok((session, unread, site)) => {
            let reader = session.as_ref().map(|session| session.account.profile.name.clone());
            let by_staff = session.as_ref().is_some_and(|session| ByStaff::is(&session.account));
            let visit = Visit { session, unread, ..visit };
            let mut response = render(
                service,
                Site { light, hydrated: !light && !visit.is_elsewhere, reader, ..site },
                visit,
                request,
            )
            .await;
            if status != StatusCode::OK && response.status() == StatusCode::OK {
                *response.status_mut() = status;
            }
            if by_staff {
                response.extensions_mut().insert(ByStaff);
            }
            response
        }
        Err(_logged) => fault(service, &headers, uri.path(), StatusCode::SERVICE_UNAVAILABLE).await,
    }
}

/// Answers a form by a page: the one at this address, with what the form brought.
pub async fn answer(service: &Service, address: Uri, headers: HeaderMap, visit: Visit, status: StatusCode) -> Response {
    // A new request is a GET, which is what a page answers to.
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = address;
    *request.headers_mut() = headers;
    with_visit(service, request, visit, status).await
}

/// Renders the page that says what is wrong with a request that no page can answer.
///
/// It comes without scripts: in the browser the address would lead nowhere.
pub async fn fault(service: &Service, headers: &HeaderMap, path: &str, status: StatusCode) -> Response {
    fault_with(service, headers, path, status, Visit::default()).await
}

/// Renders the page that says why something cannot be had any more, or not yet.
pub async fn refused(service: &Service, headers: &HeaderMap, path: &str, status: StatusCode, why: String) -> Response {
    let visit = Visit { refusal: Some(why), ..Visit::default() };
    fault_with(service, headers, path, status, visit).await
}

async fn fault_with(service: &Service, headers: &HeaderMap, path: &str, status: StatusCode, visit: Visit) -> Response {
    let language = language::of_request(path, headers);
    // Where the store does not answer there is no use in asking it again.
    let known =
        if status == StatusCode::SERVICE_UNAVAILABLE { None } else { site(service, language, headers).await.ok() };
    let site = known.unwrap_or_else(|| unnamed_site(service, language));
    let light = light::is_on(headers);
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::try_from(app::paths::home(language)).unwrap_or_default();
    render(service, Site { light, hydrated: false, fault: Some(status.as_u16()), ..site }, visit, request).await
}

/// Renders the page that says why something that is no page cannot be had.
pub async fn failure(service: &Service, headers: &HeaderMap, uri: &Uri, failure: Error) -> Response {
    let status = StatusCode::from_u16(Failure::Domain(failure).status()).unwrap_or(StatusCode::SERVICE_UNAVAILABLE);
    fault(service, headers, uri.path(), status).await
}

async fn render(service: &Service, site: Site, visit: Visit, request: Request) -> Response {
    let (portal, options, hydrated) = (service.portal.clone(), service.options.clone(), site.hydrated);
    // The choice of light mode is a cookie; the language is one too, where the path does not say it.
    let vary = if Language::of_path(request.uri().path()).is_some() {
        "Accept, Cookie, Save-Data"
    } else {
        "Accept, Accept-Language, Cookie, Save-Data"
    };
    let own = visit.session.is_some() || !visit.typed.is_empty();
    let nonce = Arc::new(OnceLock::new());
    let given = nonce.clone();
    let context = move || {
        provide_context(portal.clone());
        provide_context(site.clone());
        provide_context(visit.clone());
        let _ = given.set(use_nonce());
    };
    let response = render_app_async_with_context(context, move || shell(options.clone()))(request).await;
    let (mut parts, body) = response.into_parts();
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let page = String::from_utf8_lossy(&page);
    let (page, policy) = match nonce.get().and_then(Option::as_ref) {
        Some(nonce) if hydrated => scripts::sealed(&page, nonce),
        _ => scripts::removed(&page),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    // What is one person's own is kept by nobody else.
    let caching = if own { "private, no-store" } else { "no-cache" };
    parts.headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(caching));
    parts.headers.append(header::VARY, HeaderValue::from_static(vary));
    Response::from_parts(parts, Body::from(page))
}

/// What every page of a language knows.
async fn site(service: &Service, language: Language, headers: &HeaderMap) -> Result<Site, Error> {
    let mut site = Site::read(&service.portal, language, service.public_url.to_string()).await?;
    site.banner = site.banner.filter(|banner| dismissed::banner(headers) != Some(&banner.key));
    Ok(site)
}

/// The frame when the store does not answer, or holds nothing yet.
fn unnamed_site(service: &Service, language: Language) -> Site {
    let name = match language {
        Language::En => "Caribbean Migration Consultations",
        Language::Es => "Consultas sobre Migración en el Caribe",
    };
    let empty = String::new;
    Site {
        language,
        identity: Identity {
            name: name.to_owned(),
            short_name: "CMC".to_owned(),
            tagline: empty(),
            about: empty(),
            supporters: empty(),
            address: empty(),
            phone: empty(),
            email: empty(),
        },
        networks: Vec::new(),
        banner: None,
        reader: None,
        light: false,
        hydrated: false,
        public_url: service.public_url.to_string(),
        year: region::day_of(service.portal.clock.now()).year(),
        fault: None,
    }
}

/// Answers a call of a server function from the browser.
pub async fn server_function(State(service): State<Service>, request: Request) -> Response {
    let portal = service.portal.clone();
    let public_url = PublicUrl(service.public_url.to_string());
    // A session that cannot be read now is no session: the page then says how to go on.
    let session = session::of(&portal, request.headers()).await.unwrap_or_default();
    let by_staff = session.as_ref().is_some_and(|session| ByStaff::is(&session.account));
    let counts = !by_staff && traffic::is_person(request.method(), request.headers());
    let asked = Asked::default();
    let given = asked.clone();
    let visit = Visit { session, ..Visit::default() };
    let context = move || {
        provide_context(portal.clone());
        provide_context(public_url.clone());
        provide_context(visit.clone());
        provide_context(given.clone());
    };
    let mut response = handle_server_fns_with_context(context, request).await.into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Some(subject) = traffic::asked(&asked).filter(|_| counts && response.status() == StatusCode::OK) {
        service.tally.count(&service.portal, subject);
    }
    response
}
