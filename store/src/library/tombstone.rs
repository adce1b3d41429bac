//! What is left of an entry that readers saw once.

use domain::entry::{Kind, Summary};
use domain::language::Texts;
use domain::tombstone::Tombstone;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use super::summary::{EditionRow, TimeRow, slugs};
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::stored::{instant, stored};

/// Deleted; or with an edition that was archived, or whose time has ended, and none that is shown or to be shown. One that is
/// written anew is not withdrawn, and what was never public leaves nothing.
const TOMBSTONE: &str = concat!(
    visible!(),
    "select e.id, e.slug, e.uid, e.source_language, e.published_on, e.details, d.language, d.title, d.summary, d.picture_alt,
        d.words,
        (select string_agg(n.slug, ' ' order by l.position)
            from entry_country l join readable n on n.id = l.country_id
            where l.entry_id = e.id) as countries,
        (select string_agg(n.slug, ' ' order by l.position)
            from entry_network l join readable n on n.id = l.network_id
            where l.entry_id = e.id) as networks,
        t.start_date, t.start_time, t.end_date, t.end_time, t.zone, t.precision_code, t.state, t.mode, t.sequence,
        coalesce(e.deleted_at,
            (select max(x.unpublish_at) from edition x where x.entry_id = e.id and x.unpublish_at <= $1),
            e.updated_at) as withdrawn_at
    from entry e
    join edition d on d.entry_id = e.id and d.state in ('published', 'archived')
        and (d.publish_at is null or d.publish_at <= coalesce(e.deleted_at, $1))
    left join event t on t.entry_id = e.id
    where e.kind = $2
      and (e.slug = $3 or e.id = (select r.entry_id from redirect r where r.kind = $2 and r.slug = $3))
      and e.visibility = 'public' and e.public_since <= coalesce(e.deleted_at, $1)
      and (e.deleted_at is not null or (
          exists (select 1 from edition x where x.entry_id = e.id
              and (x.state = 'archived' or (x.state = 'published' and x.unpublish_at <= $1)))
          and not exists (select 1 from edition x where x.entry_id = e.id
              and x.state = 'published' and (x.unpublish_at is null or x.unpublish_at > $1))))"
);

#[derive(FromRow)]
struct TombstoneRow {
    id: i64,
    slug: String,
    uid: String,
    source_language: String,
    published_on: Option<String>,
    details: String,
    /// Slugs with blanks between them.
    countries: Option<String>,
    networks: Option<String>,
    #[sqlx(flatten)]
    edition: EditionRow,
    #[sqlx(flatten)]
    time: TimeRow,
    withdrawn_at: i64,
}

pub(super) async fn tombstone(
    tx: &mut Tx,
    kind: Kind,
    slug: &Slug,
    wanted: Language,
    now: Timestamp,
) -> Result<Option<Tombstone>, Error> {
    let rows: Vec<TombstoneRow> = on!(tx, |connection| sqlx::query_as(TOMBSTONE)
        .bind(now.as_microsecond())
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_all(connection)
        .await)
    .map_err(fault)?;
    let mut texts = Texts::default();
    let mut last = None;
    for row in rows {
        let TombstoneRow {
            id,
            slug,
            uid,
            source_language,
            published_on,
            details,
            countries,
            networks,
            edition,
            time,
            withdrawn_at,
        } = row;
        let (language, edition) = edition.edition()?;
        texts.set(language, edition);
        let links = (slugs(networks.as_deref())?, slugs(countries.as_deref())?);
        last = Some((id, slug, uid, source_language, published_on, details, links, time.time()?, withdrawn_at));
    }
    let Some((id, slug, uid, source, published, details, links, time, withdrawn)) = last else { return Ok(None) };
    let source = stored("entry.source_language", source.parse())?;
    let Some((language, edition)) = texts.best(wanted, source) else { return Ok(None) };
    let withdrawn = instant("withdrawn_at", withdrawn)?;
    let summary = Summary {
        id,
        kind,
        slug: stored("entry.slug", slug.parse())?,
        edition: edition.clone(),
        language,
        published: published.map(|day| stored("entry.published_on", day.parse())).transpose()?,
        picture: None,
        networks: links.0,
        countries: links.1,
        details: stored("entry.details", serde_json::from_str(&details))?,
        time,
        uid,
        updated: withdrawn,
        created: withdrawn,
    };
    Ok(Some(Tombstone { summary, withdrawn }))
}
