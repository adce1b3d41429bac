//! Opening a database and bringing it up to date.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::{Connection, PgConnection, SqliteConnection};
use store::{Db, OpenError};

use crate::support;

/// A migration that no version of the portal will ever have.
const NEWER: &str = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
    values (99990101, 'from tomorrow', true, $1, 0)";

#[test]
fn both_folders_hold_the_same_migrations() {
    let names = |folder: &str| -> BTreeSet<_> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        folder.read_dir().unwrap().map(|file| file.unwrap().file_name()).collect()
    };
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let (sqlite, postgres) = (support::sqlite().await, support::postgres().await);
    let mut connection = SqliteConnection::connect(&sqlite.url).await.unwrap();
    let in_sqlite: Vec<(String, String, bool)> = sqlx::query_as(
        "select t.name, c.name, c.\"notnull\" = 0 and c.pk = 0 from sqlite_master t
         join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite%'
         and t.name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut connection = PgConnection::connect(&postgres.url).await.unwrap();
    let in_postgres: Vec<(String, String, bool)> = sqlx::query_as(
        "select table_name::text, column_name::text, is_nullable = 'YES' from information_schema.columns
         where table_schema = 'public' and table_name <> '_sqlx_migrations'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let columns =
        |rows: Vec<(String, String, bool)>| -> BTreeSet<(String, String, bool)> { rows.into_iter().collect() };
    assert!(in_sqlite.len() > 80);
    assert_eq!(columns(in_sqlite), columns(in_postgres));
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    for base in [support::sqlite().await, support::postgres().await] {
        base.db.migrate().await.unwrap();
        let again = Db::open(&base.url).await.unwrap();
        again.migrate().await.unwrap();
    }
}

fn assert_newer(refused: Result<(), OpenError>) {
    match refused {
        Err(OpenError::NewerSchema { found, known }) => assert!(found == 99_990_101 && known >= 2),
        other => panic!("it should be refused as newer, not {other:?}"),
    }
}

#[tokio::test]
async fn a_sqlite_database_of_a_newer_program_is_refused() {
    let base = support::sqlite().await;
    let mut connection = SqliteConnection::connect(&base.url).await.unwrap();
    sqlx::query(NEWER).bind(vec![0_u8]).execute(&mut connection).await.unwrap();
    assert_newer(base.db.migrate().await);
}

#[tokio::test]
async fn a_postgres_database_of_a_newer_program_is_refused() {
    let base = support::postgres().await;
    let mut connection = PgConnection::connect(&base.url).await.unwrap();
    sqlx::query(NEWER).bind(vec![0_u8]).execute(&mut connection).await.unwrap();
    assert_newer(base.db.migrate().await);
}

#[tokio::test]
async fn an_address_of_an_unknown_scheme_is_refused() {
    for url in ["mysql://localhost/portal", "portal.db", ""] {
        assert!(matches!(Db::open(url).await, Err(OpenError::BadUrl(told)) if told == url));
    }
}

#[tokio::test]
async fn a_database_in_a_folder_that_is_not_there_cannot_be_opened() {
    let folder = tempfile::TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("missing").join("portal.db").display());
    assert!(matches!(Db::open(&url).await, Err(OpenError::CannotOpen(_))));
}
