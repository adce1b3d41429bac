//! A portal of its own for each test.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use domain::Clock;
use jiff::Timestamp;
use jiff::civil::date;
use server::chance::SystemChance;
use server::content;
use server::router::router;
use server::service::Service;
use store::Db;
use tempfile::TempDir;
use tokio::sync::{OnceCell, watch};
use tower::ServiceExt;

/// A portal of its own for a test; the clock stands at noon of 24 November 2026 until it is moved.
pub(crate) struct TestPortal {
    router: Router,
    db: Db,
    pub(crate) portal: domain::Portal,
    clock: Arc<MovableClock>,
    pub(crate) tally: server::traffic::Tally,
    ending: Arc<watch::Sender<bool>>,
    _folder: TempDir,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
struct MovableClock(AtomicI64);

impl Clock for MovableClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).unwrap()
    }
}

/// The file of a database with the demo content: it is made once, and each test has a copy.
async fn seeded() -> &'static [u8] {
    static SEEDED: OnceCell<Vec<u8>> = OnceCell::const_new();
    SEEDED
        .get_or_init(|| async {
            let folder = tempfile::tempdir().unwrap();
            let db = open(folder.path()).await;
            db.migrate().await.unwrap();
            let pack = content::read(&content_folder(), date(2026, 11, 24), true).unwrap();
            let (portal, _clock) = portal(&db);
            portal.desk.load(&pack, portal.clock.now()).await.unwrap();
            db.close().await;
            std::fs::read(folder.path().join(DATABASE)).unwrap()
        })
        .await
}

const DATABASE: &str = "portal.db";

async fn open(folder: &Path) -> Db {
    Db::open(&format!("sqlite://{}", folder.join(DATABASE).display())).await.unwrap()
}

fn portal(db: &Db) -> (domain::Portal, Arc<MovableClock>) {
    let now: Timestamp = "2026-11-24T12:00:00Z".parse().unwrap();
    let clock = Arc::new(MovableClock(AtomicI64::new(now.as_microsecond())));
    let search = Arc::new(search::Engine::new(Arc::new(db.clone())));
    (db.clone().portal(search, clock.clone(), Arc::new(SystemChance)), clock)
}

impl TestPortal {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("pkg")).unwrap();
        std::fs::write(folder.path().join(DATABASE), seeded().await).unwrap();
        let db = open(folder.path()).await;
        let (portal, clock) = portal(&db);
        let service = Service::new(portal.clone(), folder.path(), "https://portal.example.org".to_owned());
        let (tally, ending) = (service.tally.clone(), service.ending.clone());
        Self { router: router(service), db, portal, clock, tally, ending, _folder: folder }
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    /// The service ends: no stream goes on.
    pub(crate) fn end(&self) {
        self.ending.send_replace(true);
    }

    /// From now on every question to the database fails.
    pub(crate) async fn lose_the_database(&self) {
        self.db.close().await;
    }

    /// An answer without its body, which may never end.
    pub(crate) async fn head_of(&self, request: axum::http::request::Builder) -> Answer {
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        Answer { status: response.status(), headers: response.headers().clone(), body: String::new() }
    }

    pub(crate) async fn get(&self, address: &str) -> Answer {
        self.send(Request::get(address)).await
    }

    pub(crate) async fn send(&self, request: axum::http::request::Builder) -> Answer {
        self.send_with(request, String::new()).await
    }

    /// The beginning of an answer, for one that does not end.
    pub(crate) async fn open(&self, request: axum::http::request::Builder, body: String) -> Response {
        self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap()
    }

    /// Sends bytes that are no text.
    pub(crate) async fn send_bytes(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Answer {
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 10_000_000).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    pub(crate) async fn send_with(&self, request: axum::http::request::Builder, body: String) -> Answer {
        let response = self.open(request, body).await;
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 10_000_000).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }
}

impl Answer {
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}
