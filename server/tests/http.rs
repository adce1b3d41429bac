//! The service by address, on a fresh SQLite database with the portal's own content: what people and machines get back,
//! also for what makes no sense.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use domain::clock::FixedClock;
use domain::entry::Kind;
use jiff::civil::date;
use server::content;
use server::router::{Service, router};
use store::Db;
use tempfile::TempDir;
use tower::ServiceExt;

/// A portal of its own for a test; the clock stands at noon of 24 November 2026.
struct TestPortal {
    router: Router,
    portal: domain::Portal,
    _folder: TempDir,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

impl TestPortal {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("pkg")).unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("portal.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        let now = "2026-11-24T12:00:00Z".parse().unwrap();
        let portal = db.portal(Arc::new(FixedClock(now)));
        let pack = content::read(&content_folder(), date(2026, 11, 24), true).unwrap();
        portal.desk.load(&pack, now).await.unwrap();
        let service = Service::new(portal.clone(), folder.path(), "https://portal.example.org".to_owned());
        Self { router: router(service), portal, _folder: folder }
    }

    async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address)).await
    }

    async fn send(&self, request: axum::http::request::Builder) -> Answer {
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 10_000_000).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

#[tokio::test]
async fn nothing_that_can_be_typed_makes_a_500_or_a_blank_page() {
    let portal = TestPortal::start().await;
    let long = "x".repeat(7_000);
    let too_long = "x".repeat(9_000);
    let table: Vec<(String, u16)> = vec![
        ("/fr".into(), 404),
        ("/en/nothing".into(), 404),
        ("/es/networks/nothing".into(), 404),
        ("/en/networks/Nothing%20Here".into(), 404),
        ("/en/events/nothing.ics".into(), 404),
        ("/en/blog/a/b/c".into(), 404),
        ("/en/write/nobody".into(), 404),
        ("/en/events?view=nonsense".into(), 422),
        ("/en/events?date=2026-02-30".into(), 422),
        ("/es/events?date=99999".into(), 422),
        ("/en/events?date=".into(), 200),
        ("/en/events?date=0000-00-00&view=year".into(), 422),
        ("/en/events?view=list&page=0".into(), 422),
        ("/en/events?view=list&page=99999".into(), 200),
        ("/en/events?network=nowhere&country=%F0%9F%92%A5&mode=telepathy&when=never".into(), 422),
        ("/en/repository?year=abc".into(), 422),
        ("/en/networks/diaspora?view=sideways".into(), 422),
        (format!("/en/search?q={}", "m".repeat(500)), 422),
        (format!("/en/search?q={long}"), 422),
        (format!("/en/search?q={too_long}"), 414),
        ("/en/search?q=%25_%27%22%3Cscript%3E".into(), 200),
        ("/en/networks/%zz".into(), 400),
        ("/en/networks/%ff".into(), 400),
        ("/en/search?q=%".into(), 400),
        ("/en/networks/%00".into(), 400),
        ("/es/events.ics?mode=telepathy".into(), 422),
        ("/en/events.atom?year=abc".into(), 422),
    ];
    for (address, status) in table {
        let answer = portal.get(&address).await;
        let shown: String = address.chars().take(60).collect();
        assert_eq!(answer.status.as_u16(), status, "{shown}");
        assert!(answer.body.contains("<h1"), "{shown} has no page");
        let language = if address.starts_with("/es") { "es" } else { "en" };
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{shown} is not in {language}");
    }
    let large_header = Request::get("/en").header("x-large", "y".repeat(10_000));
    assert_eq!(portal.send(large_header).await.status, StatusCode::OK);
    let posted = portal.send(Request::post("/es/networks")).await;
    assert_eq!(posted.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(posted.body.contains("<html lang=\"es\""));
}

#[tokio::test]
async fn what_was_typed_and_not_understood_is_named_and_kept() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/events?date=2026-02-30&country=atlantis").await.body;
    assert!(page.contains("2026-02-30") && page.contains("value=\"atlantis\""));
    assert!(page.contains("href=\"#date\"") && page.contains("href=\"#country\""));
}

#[tokio::test]
async fn the_first_address_leads_to_the_language_of_the_cookie_then_of_the_browser() {
    let portal = TestPortal::start().await;
    let cases = [
        ("", "", "/en"),
        ("", "es-DO,es;q=0.9,en;q=0.5", "/es"),
        ("language=en", "es", "/en"),
        ("language=xx", "fr", "/en"),
    ];
    for (cookie, accepted, home) in cases {
        let answer = portal
            .send(Request::get("/").header(header::COOKIE, cookie).header(header::ACCEPT_LANGUAGE, accepted))
            .await;
        assert_eq!(answer.status, StatusCode::FOUND);
        assert_eq!(answer.header(header::LOCATION), home, "{cookie} {accepted}");
        assert!(answer.header(header::VARY).contains("Accept-Language"));
    }
}

#[tokio::test]
async fn a_renamed_entry_answers_308_and_a_deleted_one_410_in_the_readers_language() {
    let portal = TestPortal::start().await;
    let slug = |text: &str| text.parse().unwrap();
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.rename(Kind::Network, &slug("diaspora"), &slug("diaspora-and-return"), "staff", now).await.unwrap();
    let moved = portal.get("/es/networks/diaspora?view=parallel").await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.header(header::LOCATION), "/es/networks/diaspora-and-return?view=parallel");
    desk.delete(Kind::Post, &slug("covid-19-a-crisis-of-health-and-mobility"), "staff", now).await.unwrap();
    let gone = portal.get("/es/blog/covid-19-a-crisis-of-health-and-mobility").await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.body.contains("Esta página se retiró") && gone.body.contains("name=\"q\""));
}

#[tokio::test]
async fn a_page_without_scripts_holds_everything_in_its_html() {
    let portal = TestPortal::start().await;
    for (language, heading) in [("en", "Related events"), ("es", "Eventos relacionados")] {
        let page = portal.get(&format!("/{language}/networks/migrant-smuggling")).await.body;
        for part in [
            "lead-picture",
            "class=\"block\"",
            "figure-value",
            "related-posts",
            "related-publications",
            "specialist",
            heading,
        ] {
            assert!(page.contains(part), "{language} lacks {part}");
        }
        let month = portal.get(&format!("/{language}/events?view=month&date=2019-12-01")).await.body;
        assert!(month.contains("<table") && month.contains("<tbody>") && month.contains("segment"));
    }
}

#[tokio::test]
async fn pages_bear_a_strict_policy_and_light_mode_bears_no_script() {
    let portal = TestPortal::start().await;
    let full = portal.get("/en").await;
    let policy = full.header(header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("default-src 'none'") && policy.contains("'nonce-") && !policy.contains("unsafe-inline"));
    let light = portal.send(Request::get("/en").header("save-data", "on")).await;
    assert!(!light.body.contains("<script") && !light.body.contains("modulepreload"));
    assert!(light.header(header::CONTENT_SECURITY_POLICY).contains("script-src 'none'"));
    assert!(light.header(header::SET_COOKIE).is_empty());
}

#[tokio::test]
async fn a_title_from_the_content_cannot_break_out_of_the_head() {
    let portal = TestPortal::start().await;
    let page = portal.get("/en/search?q=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E").await.body;
    assert!(!page.contains("<script>alert(1)"), "{page}");
    assert!(page.contains("&lt;/title&gt;"));
}

#[tokio::test]
async fn feeds_answer_304_to_a_reader_who_has_them() {
    let portal = TestPortal::start().await;
    for feed in
        ["/en/events.ics", "/es/blog.atom", "/en/events.atom", "/sitemap.xml", "/es/events.ics?network=diaspora"]
    {
        let first = portal.get(feed).await;
        assert_eq!(first.status, StatusCode::OK, "{feed}");
        let tag = first.header(header::ETAG).to_owned();
        let again = portal.send(Request::get(feed).header(header::IF_NONE_MATCH, &tag)).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{feed}");
        assert!(again.body.is_empty());
    }
}

#[tokio::test]
async fn the_site_map_names_twins_only_where_both_are_published() {
    let portal = TestPortal::start().await;
    let map = portal.get("/sitemap.xml").await.body;
    assert!(map.contains("<loc>https://portal.example.org/es/networks/diaspora</loc>"));
    assert!(map.contains("hreflang=\"x-default\" href=\"https://portal.example.org/en/networks/diaspora\""));
    assert!(map.contains("<loc>https://portal.example.org/en/blog/migration-governance-as-adaptation</loc></url>"));
    assert!(!map.contains("/es/blog/migration-governance-as-adaptation"));
}

#[tokio::test]
async fn the_address_of_a_mail_is_never_in_a_page() {
    let portal = TestPortal::start().await;
    let answer = portal.get("/en/write/office").await;
    assert_eq!(answer.header(header::LOCATION), "mailto:cmc@iom.int");
    assert!(!portal.get("/en").await.body.contains("cmc@iom.int"));
}

#[tokio::test]
async fn health_tells_the_process_from_the_database() {
    let portal = TestPortal::start().await;
    assert_eq!(portal.get("/health/live").await.status, StatusCode::OK);
    assert_eq!(portal.get("/health/ready").await.status, StatusCode::OK);
}

#[test]
fn a_broken_content_file_is_named_with_its_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    copy(&content_folder(), folder.path());
    let file = folder.path().join("news/broken.toml");
    std::fs::write(&file, "dateline = \"Kingston\"\nnetworks = [\"nowhere\"]\ncontact = \"secretariat\"\n[en]\ntitle = \"A\"\nsummary = \"B\"\n")
        .unwrap();
    let error = content::read(folder.path(), date(2026, 11, 24), true).unwrap_err();
    assert_eq!((error.file.file_name().unwrap().to_str(), error.line), (Some("broken.toml"), Some(2)));
    assert!(error.to_string().contains("there is no \"nowhere\""));
    std::fs::write(&file, "dateline = \"Kingston\"\n\nnot toml at all\n").unwrap();
    assert_eq!(content::read(folder.path(), date(2026, 11, 24), true).unwrap_err().line, Some(3));
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
