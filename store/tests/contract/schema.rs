//! The two folders of migrations are one schema in two dialects.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sqlx::{Connection, FromRow, PgConnection, SqliteConnection};
use store::Db;

use crate::postgres::Database;

/// Column by table: its type, by what it can hold, and whether it may be empty.
type Schema = BTreeMap<String, BTreeMap<String, (String, bool)>>;

#[derive(FromRow)]
struct ColumnRow {
    table_name: String,
    column_name: String,
    type_name: String,
    required: bool,
}

const SQLITE_COLUMNS: &str = "
    select t.name as table_name, c.name as column_name, lower(c.type) as type_name,
        c.\"notnull\" = 1 or c.pk > 0 as required
    from sqlite_master t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite_%'";

const POSTGRES_COLUMNS: &str = "
    select table_name::text, column_name::text, data_type::text as type_name, is_nullable = 'NO' as required
    from information_schema.columns
    where table_schema = 'public'";

fn schema(rows: Vec<ColumnRow>) -> Schema {
    let mut schema = Schema::new();
    for row in rows.into_iter().filter(|row| row.table_name != "_sqlx_migrations") {
        let family = match row.type_name.as_str() {
            "integer" | "bigint" => "number",
            "text" => "text",
            "blob" | "bytea" => "bytes",
            other => panic!("{}.{} is {other}, which the README does not allow", row.table_name, row.column_name),
        };
        schema.entry(row.table_name).or_default().insert(row.column_name, (family.to_owned(), row.required));
    }
    schema
}

async fn migrated(url: &str) {
    let db = Db::open(url).await.unwrap();
    db.migrate().await.unwrap();
    db.close().await;
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let folder = tempfile::tempdir().unwrap();
    let (file, server) = (format!("sqlite://{}/portal.db", folder.path().display()), Database::create());
    migrated(&file).await;
    migrated(server.url()).await;
    let mut sqlite = SqliteConnection::connect(&file).await.unwrap();
    let mut postgres = PgConnection::connect(server.url()).await.unwrap();
    let sqlite = schema(sqlx::query_as(SQLITE_COLUMNS).fetch_all(&mut sqlite).await.unwrap());
    let postgres = schema(sqlx::query_as(POSTGRES_COLUMNS).fetch_all(&mut postgres).await.unwrap());
    assert!(sqlite.contains_key("entry"));
    assert_eq!(sqlite, postgres);
}

#[test]
fn both_folders_have_the_same_migrations() {
    let names = |folder: &str| -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(folder);
        std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    };
    let sqlite = names("sqlite");
    assert_eq!(sqlite, names("postgres"));
    let numbers: BTreeSet<&str> = sqlite.iter().map(|name| &name[..4]).collect();
    assert_eq!(numbers.len(), sqlite.len(), "a number is used once");
}
