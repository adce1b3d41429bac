//! The site's own words, and role contacts.

use domain::entry::{Contact, Identity};
use domain::{Error, Language};

use super::language;
use crate::db::{Db, on};
use crate::fault::{Halt, stored};

const IDENTITY: &str = "select document from identity where language = $1";
const CONTACT: &str =
    "select c.key, c.name, c.email, t.language, t.role from contact c join contact_text t on t.key = c.key
    where c.key = $1 order by t.language";

pub(super) async fn identity(db: &Db, language: Language) -> Result<Identity, Halt> {
    let row: Option<(String,)> =
        on!(db, |pool| sqlx::query_as(IDENTITY).bind(language.code()).fetch_optional(pool).await)?;
    let (document,) = row.ok_or(Error::NotFound)?;
    stored("identity.document", serde_json::from_str(&document))
}

pub(super) async fn contact(db: &Db, key: &str) -> Result<Option<Contact>, Halt> {
    let rows: Vec<(String, Option<String>, String, String, String)> =
        on!(db, |pool| sqlx::query_as(CONTACT).bind(key).fetch_all(pool).await)?;
    let mut contact: Option<Contact> = None;
    for (key, name, email, code, role) in rows {
        let language = language(&code)?;
        let contact = contact.get_or_insert(Contact { key, name, email, role: domain::language::Texts::default() });
        contact.role.set(language, role);
    }
    Ok(contact)
}
