//! The site's own words, and role contacts.

use domain::entry::{Contact, Identity};
use domain::language::Texts;
use domain::{Error, Language};
use sqlx::FromRow;

use crate::db::{Db, Tx, on};
use crate::fault::fault;
use crate::stored::stored;

const IDENTITY: &str = "select document from identity where language = $1";

const CONTACT: &str = "
    select c.name, c.email, t.language, t.role
    from contact c
    left join contact_text t on t.key = c.key
    where c.key = $1
    order by t.language";

#[derive(FromRow)]
struct ContactRow {
    name: Option<String>,
    email: String,
    language: Option<String>,
    role: Option<String>,
}

pub(super) async fn identity(db: &Db, language: Language) -> Result<Identity, Error> {
    let document: Option<String> =
        on!(db, |pool| sqlx::query_scalar(IDENTITY).bind(language.code()).fetch_optional(pool).await).map_err(fault)?;
    stored("identity.document", serde_json::from_str(&document.ok_or(Error::NotFound)?))
}

pub(super) async fn contact(tx: &mut Tx, key: &str) -> Result<Option<Contact>, Error> {
    let rows: Vec<ContactRow> =
        on!(tx, |connection| sqlx::query_as(CONTACT).bind(key).fetch_all(connection).await).map_err(fault)?;
    let Some(first) = rows.first() else { return Ok(None) };
    let mut contact =
        Contact { key: key.to_owned(), name: first.name.clone(), email: first.email.clone(), role: Texts::default() };
    for row in rows {
        if let (Some(language), Some(role)) = (row.language, row.role) {
            contact.role.set(stored("contact_text.language", language.parse())?, role);
        }
    }
    Ok(Some(contact))
}
