//! The text of documents: read once after they were stored, by the job.

use domain::Error;
use domain::file::{Medium, Uid};
use jiff::Timestamp;
use serde_json::json;

use super::changes::users_changed;
use crate::db::{Tx, execute, on};
use crate::effect;
use crate::fault::fault;

const ID: &str = "select id from file where uid = $1";

const FORGET: &str = "delete from file_page where file_id = $1";

const PAGE: &str = "insert into file_page (file_id, number, text) values ($1, $2, $3)";

/// Leaves word that a file waits to be read, where it is one with text.
pub(crate) async fn leave_to_read(tx: &mut Tx, uid: &Uid, medium: Medium, now: Timestamp) -> Result<(), Error> {
    if medium != Medium::Pdf {
        return Ok(());
    }
    effect::leave(tx, "file.stored", &json!({ "uid": uid.as_str() }), now).await
}

/// Keeps the text of a file, page by page, the first first.
pub(crate) async fn put_pages(tx: &mut Tx, uid: &Uid, pages: &[String]) -> Result<(), Error> {
    let id: Option<i64> =
        on!(tx, |connection| sqlx::query_scalar(ID).bind(uid.as_str()).fetch_optional(connection).await)
            .map_err(fault)?;
    let id = id.ok_or(Error::NotFound)?;
    execute!(tx, FORGET, id).map_err(fault)?;
    for (number, text) in (1_i64..).zip(pages).filter(|(_, text)| !text.trim().is_empty()) {
        execute!(tx, PAGE, id, number, text).map_err(fault)?;
    }
    users_changed(tx, id).await
}
