//! New entries, one by one or a pack of them.

use std::collections::BTreeMap;

use domain::block::Block;
use domain::entry::Kind;
use domain::figure::Figure;
use domain::fold::fold;
use domain::pack::{EntryDraft, LoadReport, Pack};
use domain::{Error, Problem, Rule, Slug};
use jiff::Timestamp;

use super::documents::{first_changes, json, search_texts};
use super::trace::Deed;
use crate::db::for_each_database;
use crate::fault::{Halt, stored};

const TAKEN: &str =
    "select 1 from entry where kind = $1 and slug = $2 union select 1 from redirect where kind = $1 and slug = $2";
const ENTRY: &str = "insert into entry (kind, slug, uid, visibility, source_language, position, published_on, picture,
    details, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
    on conflict do nothing returning id";
const EDITION: &str = "insert into edition (entry_id, language, title, summary, picture_alt, words, state, publish_at,
    updated_at, sort_key) values ($1, $2, $3, $4, $5, $6, 'published', $7, $7, $8)";
const SEARCH: &str =
    "insert into search_document (entry_id, language, title_folded, text_folded) values ($1, $2, $3, $4)";
const BLOCK: &str = "insert into block (entry_id, position, kind) values ($1, $2, $3) returning id";
const BLOCK_TEXT: &str = "insert into block_text (block_id, language, markdown, made_from, updated_at)
    values ($1, $2, $3, $4, $5)";
const FIGURE: &str = "insert into figure (entry_id, position, low, high, unit, year, source, url, country)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id";
const FIGURE_TEXT: &str = "insert into figure_text (figure_id, language, label, note) values ($1, $2, $3, $4)";
const EVENT: &str =
    "insert into event (entry_id, start_date, start_time, end_date, end_time, zone, precision_code, state,
    mode, sequence, starts_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const NETWORK: &str = "insert into entry_network (entry_id, network_id, position)
    select $1, id, $2 from entry where kind = 'network' and slug = $3 and deleted_at is null";
const COUNTRY: &str = "insert into entry_country (entry_id, country_id, position)
    select $1, id, $2 from entry where kind = 'country' and slug = $3 and deleted_at is null";
const IDENTITY: &str = "insert into identity (language, document) values ($1, $2) on conflict (language) do nothing";
const CONTACT: &str = "insert into contact (key, name, email) values ($1, $2, $3) on conflict (key) do nothing";
const CONTACT_TEXT: &str =
    "insert into contact_text (key, language, role) values ($1, $2, $3) on conflict (key, language) do nothing";

fn unknown(field: &str, slug: &Slug) -> Halt {
    Error::Invalid(vec![Problem::new(field, slug.as_str(), Rule::OneOfTheList)]).into()
}

for_each_database! {
    with trace;

    pub(crate) async fn create(
        connection: &mut Connection, draft: EntryDraft, actor: String, reason: String, now: Timestamp,
    ) -> Result<i64, Halt> {
        let deed = Deed { topic: "entry.created", actor, reason, at: now.as_microsecond() };
        let Some(id) = insert(connection, &draft, &deed).await? else {
            return Err(Error::Taken(draft.kind, draft.slug).into());
        };
        link(connection, id, &draft).await?;
        Ok(id)
    }

    /// Entries first, then what they name, so that the order of a pack does not matter.
    pub(crate) async fn load(connection: &mut Connection, pack: Pack, now: Timestamp) -> Result<LoadReport, Halt> {
        site(connection, &pack).await?;
        let deed = Deed {
            topic: "entry.created",
            actor: "seed".to_owned(),
            reason: "loaded from the content folder".to_owned(),
            at: now.as_microsecond(),
        };
        let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
        let mut created = Vec::new();
        for draft in &pack.entries {
            let count = counts.entry(draft.kind).or_default();
            if let Some(id) = insert(connection, draft, &deed).await? {
                created.push((id, draft));
                count.0 += 1;
            } else {
                count.1 += 1;
            }
        }
        for (id, draft) in created {
            link(connection, id, draft).await?;
        }
        Ok(LoadReport { counts: counts.into_iter().map(|(kind, (new, kept))| (kind, new, kept)).collect() })
    }

    async fn taken(connection: &mut Connection, kind: Kind, slug: &Slug) -> Result<bool, Halt> {
        let row = sqlx::query(TAKEN).bind(kind.code()).bind(slug.as_str()).fetch_optional(connection).await?;
        Ok(row.is_some())
    }

    /// None where the address is taken, be it by a writer who was quicker after it was looked up.
    async fn insert(connection: &mut Connection, draft: &EntryDraft, deed: &Deed) -> Result<Option<i64>, Halt> {
        if taken(connection, draft.kind, &draft.slug).await? {
            return Ok(None);
        }
        let uid = format!("{}-{}@caribbean-migration-consultations", draft.kind, draft.slug);
        let visibility = match draft.visibility {
            domain::entry::Visibility::Public => "public",
            domain::entry::Visibility::Members => "members",
        };
        let row: Option<(i64,)> = sqlx::query_as(ENTRY)
            .bind(draft.kind.code()).bind(draft.slug.as_str()).bind(uid).bind(visibility).bind(draft.source.code())
            .bind(draft.position).bind(draft.published.map(|day| day.to_string())).bind(&draft.picture)
            .bind(json("entry.details", &draft.details)?).bind(deed.at)
            .fetch_optional(&mut *connection).await?;
        let Some((id,)) = row else { return Ok(None) };
        for (language, edition) in draft.editions.iter() {
            sqlx::query(EDITION)
                .bind(id).bind(language.code()).bind(&edition.title).bind(&edition.summary).bind(&edition.picture_alt)
                .bind(json("edition.words", &edition.words)?).bind(deed.at).bind(fold(&edition.title))
                .execute(&mut *connection).await?;
            let (title, text) = search_texts(draft, language);
            sqlx::query(SEARCH).bind(id).bind(language.code()).bind(title).bind(text).execute(&mut *connection).await?;
        }
        let mut blocks = Vec::with_capacity(draft.blocks.len());
        for (position, block) in (0_i64..).zip(&draft.blocks) {
            blocks.push(insert_block(connection, id, position, block, deed.at).await?);
        }
        for (position, figure) in (0_i64..).zip(&draft.figures) {
            insert_figure(connection, id, position, figure).await?;
        }
        insert_time(connection, id, draft).await?;
        trace::leave(connection, id, deed, &first_changes(draft, &blocks)).await?;
        Ok(Some(id))
    }

    async fn insert_block(
        connection: &mut Connection, entry: i64, position: i64, block: &Block, at: i64,
    ) -> Result<i64, Halt> {
        let (id,): (i64,) = sqlx::query_as(BLOCK).bind(entry).bind(position).bind(block.kind.code())
            .fetch_one(&mut *connection).await?;
        for (language, text) in block.texts.iter() {
            sqlx::query(BLOCK_TEXT).bind(id).bind(language.code()).bind(&text.markdown).bind(&text.made_from).bind(at)
                .execute(&mut *connection).await?;
        }
        Ok(id)
    }

    async fn insert_figure(
        connection: &mut Connection, entry: i64, position: i64, figure: &Figure,
    ) -> Result<(), Halt> {
        let (id,): (i64,) = sqlx::query_as(FIGURE)
            .bind(entry).bind(position).bind(&figure.low).bind(&figure.high).bind(figure.unit.code())
            .bind(&figure.year).bind(&figure.source).bind(&figure.url).bind(figure.country.as_ref().map(Slug::as_str))
            .fetch_one(&mut *connection).await?;
        for (language, words) in figure.words.iter() {
            sqlx::query(FIGURE_TEXT).bind(id).bind(language.code()).bind(&words.label).bind(&words.note)
                .execute(&mut *connection).await?;
        }
        Ok(())
    }

    async fn insert_time(connection: &mut Connection, entry: i64, draft: &EntryDraft) -> Result<(), Halt> {
        let Some(time) = &draft.time else { return Ok(()) };
        let starts = stored("event.starts_at", time.starts_at())?.as_microsecond();
        let ends = stored("event.ends_at", time.ends_at())?.as_microsecond();
        sqlx::query(EVENT)
            .bind(entry).bind(time.start.to_string()).bind(time.start_time.map(|hour| hour.to_string()))
            .bind(time.end.to_string()).bind(time.end_time.map(|hour| hour.to_string())).bind(&time.zone)
            .bind(time.precision.code()).bind(time.state.code()).bind(time.mode.code())
            .bind(i64::from(time.sequence)).bind(starts).bind(ends)
            .execute(&mut *connection).await?;
        Ok(())
    }

    async fn link(connection: &mut Connection, id: i64, draft: &EntryDraft) -> Result<(), Halt> {
        for (field, sql, slugs) in [("networks", NETWORK, &draft.networks), ("countries", COUNTRY, &draft.countries)] {
            for (position, slug) in (0_i64..).zip(slugs) {
                let done = sqlx::query(sql).bind(id).bind(position).bind(slug.as_str()).execute(&mut *connection).await?;
                if done.rows_affected() == 0 {
                    return Err(unknown(field, slug));
                }
            }
        }
        Ok(())
    }

    async fn site(connection: &mut Connection, pack: &Pack) -> Result<(), Halt> {
        for (language, identity) in pack.identity.iter() {
            let document = json("identity.document", identity)?;
            sqlx::query(IDENTITY).bind(language.code()).bind(document).execute(&mut *connection).await?;
        }
        for contact in &pack.contacts {
            sqlx::query(CONTACT).bind(&contact.key).bind(&contact.name).bind(&contact.email)
                .execute(&mut *connection).await?;
            for (language, role) in contact.role.iter() {
                sqlx::query(CONTACT_TEXT).bind(&contact.key).bind(language.code()).bind(role)
                    .execute(&mut *connection).await?;
            }
        }
        Ok(())
    }
}
