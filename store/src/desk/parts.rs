//! Everything that hangs on an entry's row: editions, body, programme, figures, time, links. Written for a new entry and for a changed one
//! alike: what is there already is put in order.

use domain::block::Block;
use domain::entry::{Details, Kind, Visibility};
use domain::event::EventTime;
use domain::figure::Figure;
use domain::fold::fold;
use domain::manuscript::Manuscript;
use domain::{Error, Language, Problem, Rule, Slug};

use super::programme;
use super::trace::Deed;
use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::library::works;
use crate::stored::stored;
use crate::targets::Targets;

const EDITION: &str = "
    insert into edition (entry_id, language, title, summary, picture_alt, words, state, publish_at, unpublish_at, updated_at,
        sort_key, made_from, parts_current, parts_in_all, author)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (entry_id, language) do update set title = $3, summary = $4, picture_alt = $5, words = $6, state = $7,
        publish_at = $8, unpublish_at = $9, updated_at = $10, sort_key = $11, made_from = $12, parts_current = $13,
        parts_in_all = $14, author = $15";

const REMOVE_EDITION: &str = "delete from edition where entry_id = $1 and language = $2";

/// A translation's distance from its source changes with the source.
const PROGRESS: &str = "
    update edition set made_from = $3, parts_current = $4, parts_in_all = $5 where entry_id = $1 and language = $2";

const BLOCK: &str = "insert into block (entry_id, position, kind) values ($1, $2, $3) returning id";

const MOVE_BLOCK: &str = "update block set position = $2, kind = $3 where id = $1";

const REMOVE_BLOCK: &str = "delete from block where id = $1";

const BLOCK_TEXT: &str = "
    insert into block_text (block_id, language, markdown, made_from, updated_at)
    values ($1, $2, $3, $4, $5)
    on conflict (block_id, language) do update set markdown = $3, made_from = $4, updated_at = $5";

const REMOVE_BLOCK_TEXT: &str = "delete from block_text where block_id = $1 and language = $2";

const FORGET_FIGURES: &str = "delete from figure where entry_id = $1";

const FIGURE: &str = "
    insert into figure (entry_id, position, low, high, unit, year, source, url, country_id, key)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    returning id";

const FIGURE_TEXT: &str =
    "insert into figure_text (figure_id, language, label, note, source) values ($1, $2, $3, $4, $5)";

const EVENT: &str = "
    insert into event (entry_id, start_date, start_time, end_date, end_time, zone, precision_code, state, mode, sequence,
        starts_at, ends_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (entry_id) do update set start_date = $2, start_time = $3, end_date = $4, end_time = $5, zone = $6,
        precision_code = $7, state = $8, mode = $9, sequence = $10, starts_at = $11, ends_at = $12";

const FORGET_NETWORKS: &str = "delete from entry_network where entry_id = $1";
const FORGET_COUNTRIES: &str = "delete from entry_country where entry_id = $1";

/// A slug that is named twice counts where it stands first.
const NETWORK: &str = "
    insert into entry_network (entry_id, network_id, position) values ($1, $2, $3)
    on conflict (entry_id, network_id) do nothing";

const COUNTRY: &str = "
    insert into entry_country (entry_id, country_id, position) values ($1, $2, $3)
    on conflict (entry_id, country_id) do nothing";

/// Once readers could see it, that is kept for good: harvesters are to hear of what they can see no more.
const PUBLIC_SINCE: &str = "
    update entry set public_since = (
        select min(d.publish_at) from edition d where d.entry_id = $1 and d.state = 'published')
    where id = $1 and visibility = 'public' and (public_since is null or public_since > $2)";

/// What becomes hidden before readers could see it was never public.
const NEVER_PUBLIC: &str = "
    update entry set public_since = null where id = $1 and visibility <> 'public' and public_since > $2";

/// Writes editions, body, programme, time and links; `before` is what is there already. New blocks and sessions get their ids.
pub(super) async fn put(
    tx: &mut Tx,
    id: i64,
    before: Option<&Manuscript>,
    after: &mut Manuscript,
    targets: &Targets,
    deed: &Deed,
) -> Result<(), Error> {
    for language in Language::ALL {
        put_edition(tx, id, language, before, after, deed).await?;
    }
    execute!(tx, PUBLIC_SINCE, id, deed.at()).map_err(fault)?;
    execute!(tx, NEVER_PUBLIC, id, deed.at()).map_err(fault)?;
    let blocks = before.map_or(&[][..], |before| &before.draft.blocks);
    put_blocks(tx, id, blocks, &mut after.draft.blocks, deed).await?;
    if let Some(time) = &after.draft.time {
        put_time(tx, id, time).await?;
    }
    let sessions = before.map_or(&[][..], |before| &before.draft.sessions);
    programme::put_sessions(tx, id, sessions, &mut after.draft.sessions).await?;
    let figures = before.map_or(&[][..], |before| &before.draft.figures);
    put_figures(tx, id, figures, &after.draft.figures, targets).await?;
    let draft = &after.draft;
    if before.map_or(&None, |before| &before.draft.meeting) != &draft.meeting {
        programme::put_meeting(tx, id, draft.meeting.as_ref()).await?;
    }
    if before.is_none_or(|before| before.draft.networks != draft.networks) {
        execute!(tx, FORGET_NETWORKS, id).map_err(fault)?;
        for (position, slug) in (0_i64..).zip(&draft.networks) {
            let network = targets.id(Kind::Network, slug, "networks")?;
            execute!(tx, NETWORK, id, network, position).map_err(fault)?;
        }
    }
    if before.is_none_or(|before| before.draft.countries != draft.countries) {
        execute!(tx, FORGET_COUNTRIES, id).map_err(fault)?;
        for (position, slug) in (0_i64..).zip(&draft.countries) {
            let country = targets.id(Kind::Country, slug, "countries")?;
            execute!(tx, COUNTRY, id, country, position).map_err(fault)?;
        }
    }
    check_works(tx, id, before.map(|before| &before.draft.details), &draft.details).await?;
    crate::files::put_uses(tx, id, before.map(|before| &before.draft), draft).await
}

/// A publication names others, not itself.
async fn check_works(tx: &mut Tx, id: i64, before: Option<&Details>, after: &Details) -> Result<(), Error> {
    let Details::Publication { replaces, edition_of, .. } = after else { return Ok(()) };
    if before == Some(after) {
        return Ok(());
    }
    for (field, slug) in [("details.replaces", replaces), ("details.edition_of", edition_of)] {
        if let Some(slug) = slug
            && works::named(tx, slug).await?.is_none_or(|other| other == id)
        {
            return Err(Error::Invalid(vec![Problem::new(field, slug.as_str(), Rule::OneOfTheList)]));
        }
    }
    Ok(())
}

async fn put_edition(
    tx: &mut Tx,
    entry: i64,
    language: Language,
    before: Option<&Manuscript>,
    after: &Manuscript,
    deed: &Deed,
) -> Result<(), Error> {
    let of = |manuscript: &Manuscript| {
        (manuscript.draft.editions.get(language).cloned(), manuscript.publication.get(language).cloned())
    };
    let (Some(edition), Some(publication)) = of(after) else {
        execute!(tx, REMOVE_EDITION, entry, language.code()).map_err(fault)?;
        return Ok(());
    };
    let made_from = after.made_from.get(language).cloned().unwrap_or_default();
    let made_from = stored("edition.made_from", serde_json::to_string(&made_from))?;
    let (current, in_all) = after.progress(language);
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let texts_of = |manuscript: &Manuscript| {
        let texts =
            manuscript.draft.blocks.iter().map(|block| block.texts.get(language).map(|text| text.markdown.clone()));
        let sessions = manuscript.draft.sessions.iter().filter_map(|session| session.texts.get(language).cloned());
        // What a figure says in numbers it says in every language.
        let figures = manuscript.draft.figures.iter().map(|figure| {
            let words = figure.words.get(language).map(|words| (language, words.clone()));
            Figure { words: words.into_iter().collect(), ..figure.clone() }
        });
        (texts.collect::<Vec<_>>(), sessions.collect::<Vec<_>>(), figures.collect::<Vec<_>>())
    };
    if before.is_some_and(|before| of(before) == of(after) && texts_of(before) == texts_of(after)) {
        // Feeds tell when an edition was last changed: another language's change is none of this one.
        execute!(tx, PROGRESS, entry, language.code(), made_from, number(current), number(in_all)).map_err(fault)?;
        return Ok(());
    }
    let words = stored("edition.words", serde_json::to_string(&edition.words))?;
    let at = |instant: Option<jiff::Timestamp>| instant.map(jiff::Timestamp::as_microsecond);
    execute!(
        tx,
        EDITION,
        entry,
        language.code(),
        &edition.title,
        &edition.summary,
        &edition.picture_alt,
        words,
        publication.state.code(),
        at(publication.publish_at),
        at(publication.unpublish_at),
        deed.at(),
        fold(&edition.title),
        made_from,
        number(current),
        number(in_all),
        edition.words.author.trim()
    )
    .map_err(fault)?;
    Ok(())
}

async fn put_blocks(tx: &mut Tx, entry: i64, before: &[Block], after: &mut [Block], deed: &Deed) -> Result<(), Error> {
    for gone in before.iter().filter(|block| after.iter().all(|kept| kept.id != block.id)) {
        execute!(tx, REMOVE_BLOCK, gone.id).map_err(fault)?;
    }
    for (position, block) in (0_i64..).zip(after) {
        let known = before.iter().find(|known| known.id == block.id && block.id != 0);
        if known.is_some() {
            execute!(tx, MOVE_BLOCK, block.id, position, block.kind.code()).map_err(fault)?;
        } else {
            block.id = on!(tx, |connection| sqlx::query_scalar(BLOCK)
                .bind(entry)
                .bind(position)
                .bind(block.kind.code())
                .fetch_one(connection)
                .await)
            .map_err(fault)?;
        }
        for language in Language::ALL {
            let was = known.and_then(|known| known.texts.get(language));
            match block.texts.get(language) {
                Some(text) if was != Some(text) => {
                    execute!(tx, BLOCK_TEXT, block.id, language.code(), &text.markdown, &text.made_from, deed.at())
                        .map_err(fault)?;
                }
                None if was.is_some() => {
                    execute!(tx, REMOVE_BLOCK_TEXT, block.id, language.code()).map_err(fault)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Nothing but texts names a figure, and they name it by its key: where one of them has changed, all are written anew.
async fn put_figures(
    tx: &mut Tx,
    entry: i64,
    before: &[Figure],
    after: &[Figure],
    targets: &Targets,
) -> Result<(), Error> {
    if before == after {
        return Ok(());
    }
    execute!(tx, FORGET_FIGURES, entry).map_err(fault)?;
    for (position, figure) in (0_i64..).zip(after) {
        write_figure(tx, entry, position, figure, targets).await?;
    }
    Ok(())
}

/// Writes a new figure.
async fn write_figure(tx: &mut Tx, entry: i64, position: i64, figure: &Figure, targets: &Targets) -> Result<(), Error> {
    let country = |slug: &Slug| targets.id(Kind::Country, slug, &format!("figure.{}.country", figure.key));
    let country = figure.country.as_ref().map(country).transpose()?;
    let id: i64 = on!(tx, |connection| sqlx::query_scalar(FIGURE)
        .bind(entry)
        .bind(position)
        .bind(&figure.low)
        .bind(&figure.high)
        .bind(figure.unit.code())
        .bind(&figure.year)
        .bind(&figure.source)
        .bind(&figure.url)
        .bind(country)
        .bind(figure.key.as_str())
        .fetch_one(connection)
        .await)
    .map_err(fault)?;
    for (language, words) in figure.words.iter() {
        execute!(tx, FIGURE_TEXT, id, language.code(), &words.label, &words.note, &words.source).map_err(fault)?;
    }
    Ok(())
}

async fn put_time(tx: &mut Tx, entry: i64, time: &EventTime) -> Result<(), Error> {
    let starts_at = stored("event.starts_at", time.starts_at())?;
    let ends_at = stored("event.ends_at", time.ends_at())?;
    execute!(
        tx,
        EVENT,
        entry,
        time.start.to_string(),
        time.start_time.map(|hour| hour.to_string()),
        time.end.to_string(),
        time.end_time.map(|hour| hour.to_string()),
        &time.zone,
        time.precision.code(),
        time.state.code(),
        time.mode.code(),
        i64::from(time.sequence),
        starts_at.as_microsecond(),
        ends_at.as_microsecond()
    )
    .map_err(fault)?;
    Ok(())
}

/// The stored name of who may read an entry.
pub(super) const fn visibility_code(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Members => "members",
    }
}
