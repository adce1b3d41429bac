//! The entries that others may name: networks and countries, by slug.

use std::collections::HashMap;

use domain::entry::Kind;
use domain::{Error, Problem, Rule, Slug};
use sqlx::FromRow;

use crate::db::{Tx, on};
use crate::fault::fault;

/// A former slug still names the entry that bore it, and a deleted one may come back.
const TARGETS: &str = "
    select kind, slug, id from entry where kind in ('network', 'country')
    union all
    select kind, slug, entry_id as id from redirect where kind in ('network', 'country')";

/// Networks and countries by kind and slug.
pub(crate) struct Targets(HashMap<(String, String), i64>);

#[derive(FromRow)]
struct TargetRow {
    kind: String,
    slug: String,
    id: i64,
}

impl Targets {
    pub(crate) async fn read(tx: &mut Tx) -> Result<Self, Error> {
        let rows: Vec<TargetRow> =
            on!(tx, |connection| sqlx::query_as(TARGETS).fetch_all(connection).await).map_err(fault)?;
        Ok(Self(rows.into_iter().map(|row| ((row.kind, row.slug), row.id)).collect()))
    }

    /// The id of the entry that `field` names.
    pub(crate) fn id(&self, kind: Kind, slug: &Slug, field: &str) -> Result<i64, Error> {
        let key = (kind.code().to_owned(), slug.as_str().to_owned());
        let unknown = || Error::Invalid(vec![Problem::new(field, slug.as_str(), Rule::OneOfTheList)]);
        self.0.get(&key).copied().ok_or_else(unknown)
    }
}
