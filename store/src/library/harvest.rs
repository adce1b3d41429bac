//! Publications as harvesters gather them.

use domain::entry::Details;
use domain::harvest::{Gathered, Harvest, Set};
use domain::{Error, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::summary::slugs;
use crate::db::{Db, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// Readers see a change when it is saved, and when the time comes that an edition is shown from, or until, or that a document
/// opens. A record names the networks and the countries of its work: it changes with them.
const HARVEST: &str = concat!(
    visible!(),
    ", part as (
        select e.id as entry_id, e.id from entry e where e.kind = 'publication'
        union all
        select l.entry_id, l.network_id from entry_network l
        union all
        select l.entry_id, l.country_id from entry_country l
    ),
    moment as (
        select p.entry_id, e.updated_at as at from part p join entry e on e.id = p.id
        union all
        select p.entry_id, d.publish_at from part p join edition d on d.entry_id = p.id
        where d.state = 'published' and d.publish_at <= $1
        union all
        select p.entry_id, d.unpublish_at from part p join edition d on d.entry_id = p.id
        where d.state = 'published' and d.unpublish_at <= $1
        union all
        select u.entry_id, f.opens_at from entry_file u join file f on f.id = u.file_id
        where f.access = 'everybody' and f.opens_at <= $1
    ),
    changed as (select m.entry_id, max(m.at) as at from moment m group by m.entry_id)
    select e.id, e.uid, e.slug, e.source_language, e.details, c.at as changed_at,
        case when exists (select 1 from readable r where r.id = e.id) then 1 else 0 end as is_shown,
        (select string_agg(n.slug, ' ' order by l.position)
            from entry_network l join readable n on n.id = l.network_id
            where l.entry_id = e.id) as networks
    from entry e
    join changed c on c.entry_id = e.id
    where e.kind = 'publication' and e.public_since <= coalesce(e.deleted_at, $1)
      and ($2 is null or e.uid = $2)
      and ($3 is null or c.at >= $3) and ($4 is null or c.at < $4)
      and ($5 is null or exists (
          select 1 from entry_network l join readable n on n.id = l.network_id where l.entry_id = e.id and n.slug = $5))
      and ($6 is null or e.details like $6)
      and ($7 is null or c.at > $7 or (c.at = $7 and e.id > $8))
    order by c.at, e.id
    limit $9"
);

#[derive(FromRow)]
struct GatheredRow {
    id: i64,
    uid: String,
    slug: String,
    source_language: String,
    details: String,
    changed_at: i64,
    is_shown: i32,
    networks: Option<String>,
}

pub(super) async fn harvest(db: &Db, harvest: &Harvest, now: Timestamp) -> Result<Vec<Gathered>, Error> {
    let (network, form) = match &harvest.set {
        None => (None, None),
        Some(Set::Network(slug)) => (Some(slug), None),
        // The details are JSON without blanks, so that the pair stands in them just like this.
        Some(Set::Form(form)) => (None, Some(format!("%\"form\":\"{}\"%", form.code()))),
    };
    let rows: Vec<GatheredRow> = on!(db, |pool| sqlx::query_as(HARVEST)
        .bind(now.as_microsecond())
        .bind(&harvest.uid)
        .bind(harvest.since.map(Timestamp::as_microsecond))
        .bind(harvest.before.map(Timestamp::as_microsecond))
        .bind(network.map(Slug::as_str))
        .bind(&form)
        .bind(harvest.after.map(|(at, _)| at.as_microsecond()))
        .bind(harvest.after.map(|(_, id)| id))
        .bind(i64::from(harvest.limit))
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    rows.into_iter().map(GatheredRow::gathered).collect()
}

impl GatheredRow {
    fn gathered(self) -> Result<Gathered, Error> {
        let details: Details = stored("entry.details", serde_json::from_str(&self.details))?;
        let networks = slugs(self.networks.as_deref())?.into_iter().map(Set::Network);
        let form = match details {
            Details::Publication { form, .. } => Some(Set::Form(form)),
            _ => None,
        };
        Ok(Gathered {
            id: self.id,
            uid: self.uid,
            slug: stored("entry.slug", self.slug.parse())?,
            source: stored("entry.source_language", self.source_language.parse())?,
            changed: instant("changed_at", self.changed_at)?,
            is_shown: self.is_shown != 0,
            sets: networks.chain(form).collect(),
        })
    }
}
