//! A whole entry, whatever its state.

use std::collections::BTreeMap;

use domain::block::Block;
use domain::entry::{EditionState, Kind, Visibility};
use domain::figure::Figure;
use domain::language::Texts;
use domain::manuscript::{Manuscript, Publication};
use domain::meeting::Meeting;
use domain::pack::EntryDraft;
use domain::programme::Session;
use domain::registration::{Mode, SeatRules};
use domain::{Error, Slug};
use sqlx::FromRow;

use crate::address::why_absent;
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::library::summary::{EditionRow, TimeRow, slugs};
use crate::rows::{self, BlockRow, FigureRow, SessionRow};
use crate::stored::{instant, stored};

const ENTRY: &str = "
    select e.id, e.slug, e.visibility, e.source_language, e.position, e.published_on, e.picture, e.details, e.deleted_at,
        (select max(r.id) from revision r where r.entry_id = e.id) as revision,
        (select string_agg(n.slug, ' ' order by l.position)
            from entry_network l join entry n on n.id = l.network_id where l.entry_id = e.id) as networks,
        (select string_agg(n.slug, ' ' order by l.position)
            from entry_country l join entry n on n.id = l.country_id where l.entry_id = e.id) as countries,
        t.start_date, t.start_time, t.end_date, t.end_time, t.zone, t.precision_code, t.state, t.mode, t.sequence,
        s.mode as seats_mode, s.capacity, m.link as meeting_link, m.opens as meeting_opens
    from entry e
    left join event t on t.entry_id = e.id
    left join event_seats s on s.entry_id = e.id
    left join event_meeting m on m.entry_id = e.id
    where e.kind = $1 and e.slug = $2";

const EDITIONS: &str = "
    select language, title, summary, picture_alt, words, state as edition_state, publish_at, unpublish_at, made_from
    from edition where entry_id = $1";

const BLOCKS: &str = "
    select b.id, b.kind, t.language, t.markdown, t.made_from
    from block b join block_text t on t.block_id = b.id
    where b.entry_id = $1
    order by b.position, b.id";

const SESSIONS: &str = "
    select s.id, s.day, s.start_time, s.end_time, s.files, t.language, t.title, t.speakers, t.place, t.description, t.made_from
    from programme_session s join programme_text t on t.session_id = s.id
    where s.entry_id = $1
    order by s.day, s.start_time, s.id";

const FIGURES: &str = "
    select f.id, f.key, f.low, f.high, f.unit, f.year, f.source, f.url, c.slug as country, t.language, t.label, t.note,
        t.source as named_source
    from figure f join figure_text t on t.figure_id = f.id left join entry c on c.id = f.country_id
    where f.entry_id = $1
    order by f.position, f.id";

#[derive(FromRow)]
struct EntryRow {
    id: i64,
    slug: String,
    visibility: String,
    source_language: String,
    position: i64,
    published_on: Option<String>,
    picture: Option<String>,
    details: String,
    deleted_at: Option<i64>,
    revision: Option<i64>,
    networks: Option<String>,
    countries: Option<String>,
    #[sqlx(flatten)]
    time: TimeRow,
    seats_mode: Option<String>,
    capacity: Option<i64>,
    meeting_link: Option<String>,
    meeting_opens: Option<i64>,
}

#[derive(FromRow)]
struct ManuscriptEditionRow {
    #[sqlx(flatten)]
    edition: EditionRow,
    edition_state: String,
    publish_at: Option<i64>,
    unpublish_at: Option<i64>,
    made_from: String,
}

/// The id of an entry, and the entry.
pub(crate) async fn manuscript(tx: &mut Tx, kind: Kind, slug: &Slug) -> Result<(i64, Manuscript), Error> {
    let row: Option<EntryRow> = on!(tx, |connection| sqlx::query_as(ENTRY)
        .bind(kind.code())
        .bind(slug.as_str())
        .fetch_optional(connection)
        .await)
    .map_err(fault)?;
    let Some(row) = row else { return Err(why_absent(tx, kind, slug).await?) };
    let id = row.id;
    let seats = match row.seats_mode {
        None => None,
        Some(mode) => Some(SeatRules {
            mode: stored("event_seats.mode", Mode::from_code(&mode).ok_or(mode))?,
            capacity: row.capacity.map(|seats| u32::try_from(seats).unwrap_or(u32::MAX)),
        }),
    };
    let opens = row.meeting_opens.map_or(Ok(0), |opens| stored("event_meeting.opens", opens.try_into()))?;
    let mut manuscript = Manuscript {
        draft: EntryDraft {
            kind,
            slug: stored("entry.slug", row.slug.parse())?,
            visibility: if row.visibility == "public" { Visibility::Public } else { Visibility::Members },
            source: stored("entry.source_language", row.source_language.parse())?,
            position: row.position,
            published: row.published_on.map(|day| stored("entry.published_on", day.parse())).transpose()?,
            picture: row.picture,
            files: crate::files::documents(tx, id).await?,
            networks: slugs(row.networks.as_deref())?,
            countries: slugs(row.countries.as_deref())?,
            details: stored("entry.details", serde_json::from_str(&row.details))?,
            time: row.time.time()?,
            seats,
            meeting: row.meeting_link.map(|link| Meeting { link, opens }),
            sessions: sessions(tx, id).await?,
            editions: Texts::default(),
            blocks: blocks(tx, id).await?,
            figures: figures(tx, id).await?,
        },
        publication: Texts::default(),
        made_from: Texts::default(),
        revision: row.revision.unwrap_or(0),
        is_deleted: row.deleted_at.is_some(),
    };
    editions(tx, id, &mut manuscript).await?;
    Ok((id, manuscript))
}

async fn editions(tx: &mut Tx, id: i64, manuscript: &mut Manuscript) -> Result<(), Error> {
    let rows: Vec<ManuscriptEditionRow> =
        on!(tx, |connection| sqlx::query_as(EDITIONS).bind(id).fetch_all(connection).await).map_err(fault)?;
    for row in rows {
        let (language, edition) = row.edition.edition()?;
        let state = EditionState::from_code(&row.edition_state).ok_or(row.edition_state);
        let at = |column, at: Option<i64>| at.map(|at| instant(column, at)).transpose();
        let publication = Publication {
            state: stored("edition.state", state)?,
            publish_at: at("edition.publish_at", row.publish_at)?,
            unpublish_at: at("edition.unpublish_at", row.unpublish_at)?,
        };
        let made_from: BTreeMap<String, String> = stored("edition.made_from", serde_json::from_str(&row.made_from))?;
        manuscript.draft.editions.set(language, edition);
        manuscript.publication.set(language, publication);
        manuscript.made_from.set(language, made_from);
    }
    Ok(())
}

async fn blocks(tx: &mut Tx, id: i64) -> Result<Vec<Block>, Error> {
    let rows: Vec<BlockRow> =
        on!(tx, |connection| sqlx::query_as(BLOCKS).bind(id).fetch_all(connection).await).map_err(fault)?;
    rows::blocks(rows)
}

async fn sessions(tx: &mut Tx, id: i64) -> Result<Vec<Session>, Error> {
    let rows: Vec<SessionRow> =
        on!(tx, |connection| sqlx::query_as(SESSIONS).bind(id).fetch_all(connection).await).map_err(fault)?;
    rows::sessions(rows)
}

async fn figures(tx: &mut Tx, id: i64) -> Result<Vec<Figure>, Error> {
    let rows: Vec<FigureRow> =
        on!(tx, |connection| sqlx::query_as(FIGURES).bind(id).fetch_all(connection).await).map_err(fault)?;
    rows::figures(rows)
}
