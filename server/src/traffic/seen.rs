//! Which answers count: public pages that somebody saw.

use app::answer::Asked;
use app::paths;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use domain::traffic::Subject;
use domain::{Language, Slug};

use super::reader::{ByStaff, is_person};
use crate::service::Service;

/// Counts a public page that is sent whole.
pub async fn page(State(service): State<Service>, request: Request, next: Next) -> Response {
    let is_person = is_person(request.method(), request.headers());
    let subject = public_page(request.uri().path()).filter(|_| is_person);
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if let Some(subject) = subject
        && response.status() == StatusCode::OK
        && kind.starts_with("text/html")
        && response.extensions().get::<ByStaff>().is_none()
    {
        service.tally.count(&service.portal, subject);
    }
    response
}

/// What a page has asked for that a browser goes on to by itself.
pub fn asked(asked: &Asked) -> Option<Subject> {
    let (path, language) = asked.page()?;
    Some(Subject::Page { path, language })
}

/// The public page that a path leads to, should there be one: a list, an entry, the home page, the search.
fn public_page(path: &str) -> Option<Subject> {
    let language = Language::of_path(path)?;
    let below = path.strip_prefix(paths::home(language).as_str())?.trim_matches('/');
    let is_public = match below.split_once('/') {
        None => below.is_empty() || below == "search" || paths::kind_of(below).is_some(),
        Some((section, slug)) => paths::kind_of(section).is_some() && slug.parse::<Slug>().is_ok(),
    };
    is_public.then(|| Subject::Page { path: below.to_owned(), language })
}

#[cfg(test)]
mod tests {
    use super::public_page;

    #[test]
    fn only_addresses_of_public_pages_are_kept() {
        for path in ["/en", "/es/events", "/en/repository/a-report", "/es/about/privacy", "/en/search"] {
            assert!(public_page(path).is_some(), "{path}");
        }
        // Among them are keys of people.
        for path in [
            "/",
            "/fr/events",
            "/en/login",
            "/en/staff/content",
            "/en/dashboard",
            "/en/preview/secret",
            "/en/calendar/secret.ics",
            "/en/embed/events",
            "/en/events/a-meeting/join",
            "/en/register/confirm",
        ] {
            assert_eq!(public_page(path), None, "{path}");
        }
    }
}
