//! Entries as the index takes them: the texts of the editions that readers may see.

use std::collections::{HashMap, HashSet};

use domain::entry::{Details, Kind, Words};
use domain::figure::years_of;
use domain::markdown::to_text;
use domain::search::{Document, DocumentText, Page, Work};
use domain::{Error, Language};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use sqlx::{AssertSqlSafe, FromRow};

use super::places;
use crate::db::{Tx, on};
use crate::fault::fault;
use crate::library::shown::visible;
use crate::stored::stored;

/// `{ids}` is filled with places for the entries.
const EDITIONS: &str = concat!(
    visible!(),
    "select e.id, e.kind, e.slug, e.source_language, e.published_on, e.details, t.start_date,
        d.language, d.title, d.summary, d.picture_alt, d.words
    from readable e
    join live x on x.entry_id = e.id
    join edition d on d.entry_id = e.id and d.language = x.language
    left join event t on t.entry_id = e.id
    where e.id in ({ids})
    order by e.id, d.language"
);

const BLOCKS: &str = concat!(
    visible!(),
    "select b.entry_id, t.language, t.markdown as text
    from block b
    join block_text t on t.block_id = b.id
    join live x on x.entry_id = b.entry_id and x.language = t.language
    where b.entry_id in ({ids})
    order by b.entry_id, b.position, b.id"
);

const SESSIONS: &str = concat!(
    visible!(),
    "select s.entry_id, t.language, t.title || ' ' || t.speakers || ' ' || t.place || ' ' || t.description as text
    from programme_session s
    join programme_text t on t.session_id = s.id
    join live x on x.entry_id = s.entry_id and x.language = t.language
    where s.entry_id in ({ids})
    order by s.entry_id, s.day, s.start_time, s.id"
);

const FIGURES: &str = concat!(
    visible!(),
    "select f.entry_id, t.language, t.label || '\n' || coalesce(t.note, '') as text
    from figure f
    join figure_text t on t.figure_id = f.id
    join live x on x.entry_id = f.entry_id and x.language = t.language
    where f.entry_id in ({ids})
    order by f.entry_id, f.position, f.id"
);

const NETWORKS: &str = concat!(
    visible!(),
    "select l.entry_id, n.id from entry_network l join readable n on n.id = l.network_id where l.entry_id in ({ids})"
);

const COUNTRIES: &str = concat!(
    visible!(),
    "select l.entry_id, n.id from entry_country l join readable n on n.id = l.country_id where l.entry_id in ({ids})"
);

/// What the figures of sets say of their years.
const YEARS: &str = concat!(
    visible!(),
    "select distinct f.entry_id, f.year from readable e join figure f on f.entry_id = e.id
    where e.kind = 'dataset' and e.id in ({ids})"
);

/// Of files that everybody may open by now. What stands in the others is told to nobody.
const PAGES: &str = concat!(
    visible!(),
    "select distinct u.entry_id, f.uid, f.language, p.number, p.text
    from readable e
    join entry_file u on u.entry_id = e.id
    join file f on f.id = u.file_id and f.access = 'everybody' and f.deleted_at is null
        and (f.opens_at is null or f.opens_at <= $1)
    join file_page p on p.file_id = f.id
    where e.id in ({ids})
    order by u.entry_id, f.uid, p.number"
);

#[derive(FromRow)]
struct EditionRow {
    id: i64,
    kind: String,
    slug: String,
    source_language: String,
    published_on: Option<String>,
    details: String,
    start_date: Option<String>,
    language: String,
    title: String,
    summary: String,
    picture_alt: String,
    words: String,
}

#[derive(FromRow)]
struct TextRow {
    entry_id: i64,
    language: String,
    text: String,
}

#[derive(FromRow)]
struct PageRow {
    entry_id: i64,
    uid: String,
    language: Option<String>,
    number: i64,
    text: String,
}

/// Reads rows of some entries; `$1` is now.
macro_rules! rows {
    ($tx:expr, $sql:expr, $entries:expr, $now:expr) => {{
        let sql = $sql.replace("{ids}", &places($entries.len()));
        on!($tx, |connection| {
            let mut query = sqlx::query_as(AssertSqlSafe(sql)).bind($now.as_microsecond());
            for entry in $entries {
                query = query.bind(*entry);
            }
            query.fetch_all(connection).await
        })
        .map_err(fault)?
    }};
}

pub(super) async fn documents(tx: &mut Tx, entries: &[i64], now: Timestamp) -> Result<Vec<Document>, Error> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    let mut documents: HashMap<i64, Document> = HashMap::new();
    let editions: Vec<EditionRow> = rows!(tx, EDITIONS, entries, now);
    for row in editions {
        edition(&mut documents, row)?;
    }
    // Figures of a set have much in common; each line of theirs is taken once.
    let mut taken = HashSet::new();
    for sql in [BLOCKS, SESSIONS, FIGURES] {
        let texts: Vec<TextRow> = rows!(tx, sql, entries, now);
        for row in texts {
            let language = stored("edition.language", row.language.parse())?;
            let text = if sql == BLOCKS { to_text(&row.text) } else { row.text };
            if let Some(its) = documents.get_mut(&row.entry_id).and_then(|its| its.texts.get_mut(language)) {
                let is_new = |line: &&str| sql != FIGURES || taken.insert((row.entry_id, language, (*line).to_owned()));
                for line in text.lines().filter(is_new) {
                    its.body.push_str(line);
                    its.body.push('\n');
                }
            }
        }
    }
    let networks: Vec<(i64, i64)> = rows!(tx, NETWORKS, entries, now);
    for (entry, network) in networks {
        documents.entry(entry).and_modify(|document| document.networks.push(network));
    }
    let countries: Vec<(i64, i64)> = rows!(tx, COUNTRIES, entries, now);
    for (entry, country) in countries {
        documents.entry(entry).and_modify(|document| document.countries.push(country));
    }
    let years: Vec<(i64, String)> = rows!(tx, YEARS, entries, now);
    for (entry, said) in years {
        documents.entry(entry).and_modify(|document| document.years.extend(years_of(&said)));
    }
    let pages: Vec<PageRow> = rows!(tx, PAGES, entries, now);
    for row in pages {
        let page = Page {
            file: stored("file.uid", row.uid.parse())?,
            language: row.language.and_then(|code| code.parse().ok()),
            number: stored("file_page.number", u32::try_from(row.number))?,
            text: row.text,
        };
        documents.entry(row.entry_id).and_modify(|document| document.pages.push(page));
    }
    Ok(documents.into_values().collect())
}

/// Takes in an edition; the first of an entry begins its document.
fn edition(documents: &mut HashMap<i64, Document>, row: EditionRow) -> Result<(), Error> {
    let words: Words = stored("edition.words", serde_json::from_str(&row.words))?;
    let mut body = row.picture_alt;
    // Whatever words a kind has, now or later.
    if let Value::Object(words) = stored("edition.words", serde_json::to_value(&words))? {
        for word in words.values().filter_map(Value::as_str) {
            body = format!("{body}\n{word}");
        }
    }
    body.push('\n');
    let text = DocumentText { title: row.title, summary: row.summary, body: body.trim_start().to_owned() };
    let language: Language = stored("edition.language", row.language.parse())?;
    if let Some(document) = documents.get_mut(&row.id) {
        document.texts.set(language, text);
        return Ok(());
    }
    let day = |text: Option<String>| -> Result<Option<Date>, Error> {
        text.map(|day| stored("entry.published_on", day.parse())).transpose()
    };
    let (published, start) = (day(row.published_on)?, day(row.start_date)?);
    let details: Details = stored("entry.details", serde_json::from_str(&row.details))?;
    let day = start.or(published);
    let kind = stored("entry.kind", row.kind.parse())?;
    let (years, work) = match details {
        Details::Publication { form, year, publisher, languages, .. } => {
            (vec![year], Some(Work { form, publisher, languages }))
        }
        // Its figures tell.
        _ if kind == Kind::Dataset => (Vec::new(), None),
        _ => (day.map(Date::year).into_iter().collect(), None),
    };
    let document = Document {
        id: row.id,
        kind,
        slug: stored("entry.slug", row.slug.parse())?,
        texts: [(language, text)].into_iter().collect(),
        source: stored("entry.source_language", row.source_language.parse())?,
        networks: Vec::new(),
        countries: Vec::new(),
        day,
        years,
        work,
        pages: Vec::new(),
    };
    documents.insert(row.id, document);
    Ok(())
}
