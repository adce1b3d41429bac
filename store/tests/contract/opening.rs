//! Opening, migrating and closing.

use domain::ports::{Desk, Library, Pulse};
use domain::{Error, Language};
use store::{Db, OpenError};

use crate::drafts::post;
use crate::place::{Place, now};
use crate::postgres::Database;

pub(crate) async fn a_database_from_a_newer_program_is_refused(place: &Place) {
    place
        .sql(
            "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
            select 9001, 'from the future', success, checksum, 1 from _sqlx_migrations where version = 1",
        )
        .await;
    for db in [Db::clone(place), place.another_node().await] {
        let refused = db.migrate().await.unwrap_err();
        assert!(matches!(refused, OpenError::NewerSchema { found: 9001, known } if known < 9001), "{refused}");
        assert!(refused.to_string().contains("newer program"));
    }
}

pub(crate) async fn migrating_twice_changes_nothing(place: &Place) {
    place.with([post("kept")]).await;
    place.migrate().await.unwrap();
    place.another_node().await.migrate().await.unwrap();
    assert!(place.read(domain::entry::Kind::Post, "kept").await.is_ok());
}

pub(crate) async fn a_store_that_is_closed_is_unavailable(place: &Place) {
    assert_eq!(place.beat().await, Ok(()));
    place.close().await;
    assert_eq!(place.beat().await, Err(Error::Unavailable));
    assert_eq!(place.identity(Language::En).await, Err(Error::Unavailable));
    assert_eq!(place.create(&post("too-late"), "ana", "a start", now()).await, Err(Error::Unavailable));
}

async fn refused(url: &str) -> OpenError {
    Db::open(url).await.unwrap_err()
}

#[tokio::test]
async fn an_address_that_is_not_understood_is_named_without_its_password() {
    for url in [
        "mysql://localhost/portal",
        "portal.db",
        "",
        "sqlite://:memory:",
        "postgres://host:port/name",
        "sqlite://portal.db?mode=odd",
    ] {
        let error = refused(url).await;
        assert!(matches!(error, OpenError::BadUrl(_)), "{url}: {error}");
        assert!(error.to_string().contains(url));
    }
    for url in ["mysql://ana:hush@localhost/portal", "postgres://ana:hush@host:port/x", "pg://x?user=ana&password=hush"]
    {
        let error = refused(url).await.to_string();
        assert!(error.contains("ana") && !error.contains("hush"), "{error}");
    }
}

#[tokio::test]
async fn the_folder_of_a_database_file_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}/a/b/portal.db", folder.path().display());
    let db = Db::open(&url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
    assert!(folder.path().join("a/b/portal.db").is_file());
    assert!(!folder.path().join("a/b/portal.db-wal").exists(), "a closed database is one file");
}

#[tokio::test]
async fn a_file_that_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let in_the_way = folder.path().join("in-the-way");
    std::fs::write(&in_the_way, "not a folder").unwrap();
    let error = refused(&format!("sqlite://{}/portal.db", in_the_way.display())).await;
    assert!(matches!(error, OpenError::CannotOpen { .. }), "{error}");
    assert!(error.to_string().contains("in-the-way/portal.db"), "{error}");
    let not_a_database = refused(&format!("sqlite://{}", in_the_way.display())).await;
    assert!(matches!(not_a_database, OpenError::CannotOpen { .. }), "{not_a_database}");
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_told_from_one_that_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let nobody = refused(&format!("postgres://ana:hush@localhost/portal?host={}", folder.path().display())).await;
    assert!(matches!(nobody, OpenError::Unreachable { .. }), "{nobody}");
    assert!(!nobody.to_string().contains("hush"));
    let unknown = Database::create().url().replace("/test_", "/no_test_");
    let no_database = refused(&unknown).await;
    assert!(matches!(no_database, OpenError::CannotOpen { .. }), "{no_database}");
}
