//! The service: every address that is not a page, the pages, and what stands around them.

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{MethodRouter, any, get, post};
use domain::Language;
use domain::entry::Kind;
use tower::ServiceBuilder;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::services::ServeDir;
use tower_http::services::fs::ServeFileSystemResponseBody;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::accounts::forms::{self, Task};
use crate::accounts::{
    calendar, decisions, import, join, marks, notices, participants, people, profile, questions, saved, seats, unsent,
    unsubscribe,
};
use crate::cache;
use crate::desk::{change, edit, former, outbox, secretariat, table, unsaved};
use crate::feeds::list::{Format, Listed, list};
use crate::files::upload::{self, LONGEST_UPLOAD};
use crate::service::Service;
use crate::{
    api, dismissed, feeds, files, frames, guard, health, language, light, oai, page, preview, repository, suggest,
    traffic, write_to,
};

/// The longest form, in bytes.
const LONGEST_FORM: usize = 64 * 1024;
/// The longest text that somebody writes, as a form, in bytes.
const LONGEST_TEXT: usize = 2 * 1024 * 1024;
/// How long a page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// The whole service.
pub fn router(service: Service) -> Router {
    let site = service.options.site_root.to_string();
    // Only what is there: in the middle of an update a node may be asked for a file that the other one has.
    let kept = |value: &'static str| {
        SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            move |response: &axum::http::Response<ServeFileSystemResponseBody>| {
                response.status().is_success().then(|| HeaderValue::from_static(value))
            },
        )
    };
    let for_good = if service.options.hash_files { "public, max-age=31536000, immutable" } else { "no-cache" };
    let folder = |path: &str| ServeDir::new(format!("{site}/{path}")).precompressed_br().precompressed_gzip();
    // Names hold the hash of the content: what a name stands for never changes.
    let packages = ServiceBuilder::new().layer(kept(for_good)).service(folder("pkg"));
    let pictures = ServiceBuilder::new().layer(kept("public, max-age=86400")).service(folder("pictures"));
    let file = |name: &str| {
        let file =
            tower_http::services::ServeFile::new(format!("{site}/{name}")).precompressed_br().precompressed_gzip();
        ServiceBuilder::new().layer(kept("public, max-age=86400")).service(file)
    };
    let compressed = SizeAbove::new(256)
        .and(NotForContentType::new("image/png"))
        .and(NotForContentType::new("image/jpeg"))
        .and(NotForContentType::new("application/wasm"))
        .and(NotForContentType::SSE);
    let takes = |task: Task| {
        with_page(post(move |state, uri, headers, from, body| forms::take(task, state, uri, headers, from, body)))
            .layer(DefaultBodyLimit::max(LONGEST_FORM))
    };
    let read = library()
        .merge(lists())
        .route("/{lang}/register", takes(Task::Register))
        .route("/{lang}/register/confirm", takes(Task::Confirm))
        .route("/{lang}/login", takes(Task::LogIn))
        .route("/{lang}/password", takes(Task::Password))
        .route("/robots.txt", get(feeds::sitemap::robots))
        .route("/sitemap.xml", get(feeds::sitemap::sitemap))
        .route("/{lang}/search/suggest", get(suggest::suggest))
        .route("/{lang}/opensearch.xml", get(feeds::opensearch::description))
        .route("/{lang}/embed/calendar", get(frames::calendar))
        .route("/{lang}/embed/events", get(frames::events))
        .route("/{lang}/events.ics", get(feeds::calendar::events))
        .route("/{lang}/data/{slug}", get(feeds::data::file_or_page))
        .route("/{lang}/events/{slug}", get(feeds::calendar::event_or_page));
    let read = read
        .fallback(page::page)
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(from_fn_with_state(service.clone(), guard::faults))
        .layer(CompressionLayer::new().compress_when(compressed.clone()))
        .layer(from_fn_with_state(service.clone(), cache::keep))
        .layer(from_fn_with_state(service.clone(), traffic::page));
    let api = api::around(
        api::routes()
            .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
            .layer(from_fn_with_state(service.clone(), guard::faults))
            .layer(CompressionLayer::new().compress_when(compressed.clone()))
            .layer(from_fn_with_state(service.clone(), cache::keep)),
    );
    let rest = Router::new()
        .route("/", get(language::choose))
        .nest_service("/pkg", packages)
        .nest_service("/pictures", pictures)
        .route_service("/favicon.svg", file("favicon.svg"))
        // Asked for without a page that names the other.
        .route("/favicon.ico", get(|| async { Redirect::permanent("/favicon.svg") }))
        .route_service("/pictograms.svg", file("pictograms.svg"))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/fn/{*function}", any(page::server_function))
        .route("/{lang}/light-mode", post(light::switch))
        .route("/{lang}/banner", with_page(post(dismissed::dismiss)))
        .route("/{lang}/write/{key}", get(write_to::open))
        .route("/{lang}/preview/{key}", get(preview::shared))
        .route("/{lang}/logout", takes(Task::LogOut))
        .route("/{lang}/unsubscribe", with_page(post(unsubscribe::take)))
        .merge(members(&service))
        .merge(staff(&service))
        .layer(from_fn_with_state(service.clone(), guard::faults))
        .layer(CompressionLayer::new().compress_when(compressed));
    // Not packed: ranges count the bytes as they are stored.
    let files = Router::new()
        .route("/files/{uid}/{name}", get(files::document))
        .route("/files/{uid}/{width}/{name}", get(files::picture))
        .layer(from_fn_with_state(service.clone(), guard::faults));
    read.merge(rest)
        .merge(api)
        .merge(files)
        .layer(CsrfLayer::new().with_rejection_response(|_| refused()).with_insecure_bypass(is_from_a_letter))
        .layer(from_fn(language::remember))
        .layer(from_fn(guard::headers))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(TraceLayer::new_for_http().make_span_with(request_span))
        .layer(SetRequestIdLayer::new(HeaderName::from_static("x-request-id"), MakeRequestUuid))
        .with_state(service)
}

/// A mail program in a browser may send it from its own site. The key of the letter says who may, not a cookie, so that no
/// other site can make somebody send it.
fn is_from_a_letter(_: &Method, uri: &Uri) -> bool {
    Language::of_path(uri.path()).is_some_and(|language| uri.path() == app::paths::unsubscribe(language))
}

/// What machines read of lists: feeds, and the lists themselves as data.
fn lists() -> Router<Service> {
    let mut routes = Router::new();
    for kind in Kind::ALL.into_iter().filter(|kind| app::paths::has_feed(*kind)) {
        let path = format!("/{{lang}}/{}.atom", app::paths::segment(kind));
        let feed = match kind {
            Kind::Event => get(feeds::atom::events),
            _ => get(move |state, lang, query, uri, headers| {
                feeds::atom::entries(kind, state, lang, query, uri, headers)
            }),
        };
        routes = routes.route(&path, feed);
    }
    for listed in Listed::all() {
        for format in Format::ALL {
            let path = format!("/{{lang}}/{}.{}", listed.segment(), format.extension());
            let answer =
                move |state, lang, query, uri, headers| list((listed, format), state, lang, query, uri, headers);
            routes = routes.route(&path, get(answer));
        }
    }
    routes
}

/// What libraries and reference managers read of the repository.
fn library() -> Router<Service> {
    Router::new()
        .route("/oai", get(oai::get).post(oai::post).layer(DefaultBodyLimit::max(LONGEST_FORM)))
        .route("/{lang}/repository/{slug}", get(repository::publication_or_page))
}

/// What members do.
fn members(service: &Service) -> Router<Service> {
    let typed = |method: MethodRouter<Service>| typed(service, method);
    Router::new()
        .route("/{lang}/dashboard/sessions/{id}", with_page(post(forms::end_session)))
        .route("/{lang}/dashboard/profile", with_page(post(profile::change)))
        .route("/{lang}/dashboard/saved", with_page(typed(post(saved::change))))
        .route("/{lang}/dashboard/saved.csv", get(saved::file))
        .route("/{lang}/dashboard/calendar", with_page(post(calendar::change)))
        .route("/{lang}/calendar/{key}", get(feeds::calendar::own))
        .route("/{lang}/dashboard/networks", with_page(post(marks::choose)))
        .route("/{lang}/dashboard/notices", get(notices::count).post(notices::mark_read))
        .route("/{lang}/dashboard/notices/stream", get(notices::stream))
        .route("/{lang}/networks/{slug}/follow", with_page(post(marks::follow)))
        .route("/{lang}/{section}/{slug}/keep", with_page(post(marks::keep)))
        .route("/{lang}/events/{slug}/join", get(join::join))
        .route("/{lang}/events/{slug}/registration", with_page(typed(post(seats::take))))
}

/// A form, and the page that it stands on. Both are routes, so that who comes with another method is told of both.
fn with_page(form: MethodRouter<Service>) -> MethodRouter<Service> {
    form.get(page::page)
}

/// A form that holds what somebody typed: it outlives the session of who sends it.
fn typed(service: &Service, method: MethodRouter<Service>) -> MethodRouter<Service> {
    method.layer(from_fn_with_state(service.clone(), unsent::keep))
}

/// What staff do.
fn staff(service: &Service) -> Router<Service> {
    let typed = |method: MethodRouter<Service>| typed(service, method);
    let written = |method: MethodRouter<Service>| with_page(method).layer(DefaultBodyLimit::max(LONGEST_TEXT));
    let with_file = |method: MethodRouter<Service>| with_page(method).layer(DefaultBodyLimit::max(LONGEST_UPLOAD));
    Router::new()
        .route("/{lang}/staff/content.csv", get(table::file))
        .route("/{lang}/staff/audit.csv", get(secretariat::audit_file))
        .route("/{lang}/staff/visits.csv", get(traffic::file::file))
        .route("/{lang}/staff/outbox", with_page(post(outbox::resend)))
        .route("/{lang}/staff/banner", with_page(typed(post(secretariat::set_banner))))
        .route("/{lang}/staff/media", with_file(typed(post(upload::upload))))
        .route("/{lang}/staff/media/{uid}", with_page(typed(post(upload::describe))))
        .route("/{lang}/staff/media/{uid}/bin", with_page(post(upload::bin)))
        .route("/{lang}/staff/unsaved", written(post(unsaved::keep)))
        .route("/{lang}/staff/unsaved/stream", get(unsaved::stream))
        .route("/{lang}/staff/new/{section}", written(typed(post(edit::begin))))
        .route("/{lang}/staff/edit/{section}/{slug}", written(typed(post(edit::save))))
        .route("/{lang}/staff/edit/{section}/{slug}/history", with_page(typed(post(former::change))))
        .route("/{lang}/staff/edit/{section}/{slug}/preview", get(preview::own).post(preview::share))
        .route("/{lang}/staff/edit/{section}/{slug}/bin", with_page(post(edit::bin)))
        .route("/{lang}/staff/events/{slug}", with_page(typed(post(decisions::set_rules))))
        .route("/{lang}/staff/events/{slug}/change", written(typed(post(change::change))))
        .route("/{lang}/staff/events/{slug}/questions", with_page(typed(post(questions::set))))
        .route("/{lang}/staff/events/{slug}/import", written(typed(post(import::import))))
        .route("/{lang}/staff/events/{slug}/members", with_page(typed(post(decisions::enrol))))
        .route("/{lang}/staff/registrations/{id}", with_page(typed(post(decisions::decide))))
        .route("/{lang}/staff/participants/{slug}", get(participants::file))
        .route("/{lang}/staff/people/{id}", with_page(typed(post(people::decide))))
}

/// A form that another site has sent.
fn refused() -> axum::response::Response {
    (StatusCode::FORBIDDEN, "This form was not sent from the portal itself.\n").into_response()
}

/// A path as the log tells it: the key of somebody's calendar is a secret, and so is that of a preview.
fn told(path: &str) -> &str {
    let secret = ["/calendar", "/preview"].into_iter().find_map(|its| Some(path.find(&format!("{its}/"))? + its.len()));
    &path[..secret.unwrap_or(path.len())]
}

/// Method, path and id: no address of a person, no query (it may hold what somebody searched for).
fn request_span(request: &axum::http::Request<axum::body::Body>) -> tracing::Span {
    let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    tracing::info_span!("request", method = %request.method(), path = told(request.uri().path()), id)
}
