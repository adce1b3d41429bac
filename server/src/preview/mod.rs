//! Previews: a draft drawn by the code that draws the public page, as a visitor or a member will see it. The ports below it are
//! the portal's own, but for the one entry that is looked at.

mod draft;
pub mod files;

use std::collections::HashMap;
use std::sync::Arc;

use app::account::visit::Visit;
use app::desk::preview::{PreviewBar, draft as draft_of};
use app::desk::preview_page::MADE;
use app::events::region::moment;
use app::messages::{PreviewWords, audience_name, preview_sentence};
use app::paths;
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use domain::account::{Account, Profile, Role, Standing};
use domain::manuscript::Manuscript;
use domain::notice::Every;
use domain::preview::{Audience, DAYS};
use domain::session::Session;
use domain::token::Token;
use domain::{Error, Language, Portal, Problem, Rule};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use self::draft::Previewed;
use crate::accounts::reply::{self, language, lead_to};
use crate::desk::edit::named;
use crate::page;
use crate::service::Service;
use crate::typed::Form;

/// A draft, for who has a link to it.
pub async fn shared(
    State(service): State<Service>,
    Path((_, key)): Path<(String, String)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let (page, now) = (language(&uri), service.portal.clock.now());
    match files::shared(&service.portal, &key).await {
        Ok((shared, manuscript)) => {
            let until = moment(shared.expires, page);
            let bar = PreviewBar {
                sentence: preview_sentence(shared.audience, Some(&until), page),
                links: Vec::new(),
                twin: paths::shared_preview(page.other(), &key),
            };
            let mut response = draw(&service, page, manuscript.clone(), shared.audience, bar, headers).await;
            files::let_see(&mut response, &key, &manuscript, shared.expires, now);
            response
        }
        Err(Error::Gone) => {
            let why = PreviewWords::of(page).ended.to_owned();
            page::refused(&service, &headers, uri.path(), StatusCode::GONE, why).await
        }
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}

/// How staff look at their own draft.
#[derive(Debug, Deserialize)]
pub struct Look {
    #[serde(default, rename = "as")]
    audience: String,
}

/// A draft, for its staff; without an audience, the page of its previews.
pub async fn own(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    Query(Look { audience }): Query<Look>,
    request: Request,
) -> Response {
    let Some(audience) = Audience::from_code(&audience) else {
        return page::page(State(service), request).await;
    };
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    drop(request);
    let page = language(&uri);
    let found = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let (kind, slug) = named(&section, &slug)?;
        draft_of(&service.portal, &staff, kind, &slug).await
    };
    match found.await {
        Ok(manuscript) => {
            let (kind, slug) = (manuscript.draft.kind, manuscript.draft.slug.clone());
            let other = if audience == Audience::Visitor { Audience::Member } else { Audience::Visitor };
            let words = PreviewWords::of(page);
            let bar = PreviewBar {
                sentence: preview_sentence(audience, None, page),
                links: vec![
                    (words.back.to_owned(), paths::edit(page, kind, &slug)),
                    (audience_name(other, page).to_owned(), paths::preview_as(page, kind, &slug, other)),
                    (words.shared.to_owned(), paths::preview(page, kind, &slug)),
                ],
                twin: paths::preview_as(page.other(), kind, &slug, audience),
            };
            draw(&service, page, manuscript, audience, bar, headers).await
        }
        Err(failure) => reply::reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// What staff want of the links to a draft.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    task: String,
    #[serde(default)]
    audience: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    link: String,
}

/// Makes a link and shows it once, or takes one back.
pub async fn share(
    State(service): State<Service>,
    Path((_, section, slug)): Path<(String, String, String)>,
    uri: Uri,
    headers: HeaderMap,
    Form(wish): Form<Wish>,
) -> Response {
    let done = async {
        let staff = reply::staff(&service, &headers, Role::Contributor).await?;
        let (kind, slug) = named(&section, &slug)?;
        let (previews, now) = (&service.portal.previews, service.portal.clock.now());
        let refused = |field: &str, typed: &str| Error::Invalid(vec![Problem::new(field, typed, Rule::OneOfTheList)]);
        match wish.task.as_str() {
            "make" => {
                let audience =
                    Audience::from_code(&wish.audience).ok_or_else(|| refused("audience", &wish.audience))?;
                let days = wish.days.parse().ok().filter(|days| DAYS.contains(days));
                let days: i64 = days.ok_or_else(|| refused("days", &wish.days))?;
                let expires = now.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX);
                let token = Token::new(&*service.portal.chance);
                previews.share(&staff, (kind, &slug), audience, &token.hash(), expires, now).await?;
                Ok(Some(token.text()))
            }
            "end" => {
                let link = wish.link.parse().map_err(|_unreadable| refused("link", &wish.link))?;
                previews.take_back(&staff, kind, &slug, link, now).await.map(|()| None)
            }
            other => Err(refused("task", other)),
        }
    };
    let (made, problems, status) = match done.await {
        Ok(None) => return lead_to(format!("{}#links", uri.path())),
        Ok(Some(key)) => (key, Vec::new(), StatusCode::OK),
        Err(Error::Invalid(problems)) => (String::new(), problems, StatusCode::UNPROCESSABLE_ENTITY),
        Err(failure) => return reply::reply(&service, &headers, &uri, Err(failure)).await,
    };
    let typed = [(MADE, made), ("audience", wish.audience), ("days", wish.days)];
    let typed: HashMap<_, _> = typed.into_iter().map(|(name, value)| (name.to_owned(), vec![value])).collect();
    let visit = Visit { typed, problems, is_elsewhere: true, ..Visit::default() };
    page::answer(&service, uri, headers, visit, status).await
}

/// Draws the public page of a draft.
async fn draw(
    service: &Service,
    language: Language,
    manuscript: Manuscript,
    audience: Audience,
    bar: PreviewBar,
    mut headers: HeaderMap,
) -> Response {
    let address = paths::entry(language, manuscript.draft.kind, &manuscript.draft.slug);
    let library = Arc::new(Previewed { portal: service.portal.clone(), draft: manuscript });
    let portal = Portal { library, ..service.portal.clone() };
    let previewing = Service { portal, ..service.clone() };
    // Whoever looks is nobody here: what they may do beside reading is not what they see.
    headers.remove(header::COOKIE);
    let session = match audience {
        Audience::Visitor => None,
        Audience::Member => member(language, service.portal.clock.now()),
    };
    let visit = Visit { session, preview: Some(bar), is_elsewhere: true, ..Visit::default() };
    let mut response =
        page::answer(&previewing, address.parse().unwrap_or_default(), headers, visit, StatusCode::OK).await;
    for (name, value) in [
        (header::CACHE_CONTROL, "private, no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        // The address is the key.
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// A member who has done nothing yet.
fn member(language: Language, now: Timestamp) -> Option<Session> {
    let profile = Profile {
        email: "member@portal.invalid".parse().ok()?,
        name: audience_name(Audience::Member, language).to_owned(),
        country: None,
        institution: String::new(),
        function: String::new(),
        networks: Vec::new(),
        language,
        digest: Every::default(),
    };
    let (standing, role) = (Standing::Approved, Role::Member);
    let account = Account { id: 0, profile, standing, role, writes_in: None, created: now };
    Some(Session { id: 0, account, device: String::new(), opened: now, used: now })
}
