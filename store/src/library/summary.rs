//! Entries as lists show them, from the rows of a page.

use domain::entry::{Edition, Summary};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::listing::Listed;
use domain::{Error, Language, Slug};
use sqlx::FromRow;

use crate::stored::{instant, stored};

#[derive(FromRow)]
pub(super) struct SummaryRow {
    /// How many there are in all.
    pub(super) total: i64,
    id: i64,
    kind: String,
    slug: String,
    uid: String,
    source_language: String,
    published_on: Option<String>,
    picture: Option<String>,
    details: String,
    created_at: i64,
    #[sqlx(flatten)]
    edition: EditionRow,
    updated_at: i64,
    /// Slugs with blanks between them.
    networks: Option<String>,
    countries: Option<String>,
    #[sqlx(flatten)]
    time: TimeRow,
}

#[derive(FromRow)]
pub(crate) struct EditionRow {
    language: String,
    title: String,
    summary: String,
    picture_alt: String,
    words: String,
}

/// Empty for what is not an event.
#[derive(FromRow)]
pub(crate) struct TimeRow {
    start_date: Option<String>,
    start_time: Option<String>,
    end_date: Option<String>,
    end_time: Option<String>,
    zone: Option<String>,
    precision_code: Option<String>,
    state: Option<String>,
    mode: Option<String>,
    sequence: Option<i64>,
}

impl SummaryRow {
    pub(super) fn source(&self) -> Result<Language, Error> {
        stored("entry.source_language", self.source_language.parse())
    }

    pub(super) fn summary(self) -> Result<Summary, Error> {
        let (language, edition) = self.edition.edition()?;
        Ok(Summary {
            id: self.id,
            kind: stored("entry.kind", self.kind.parse())?,
            slug: stored("entry.slug", self.slug.parse())?,
            edition,
            language,
            published: self.published_on.map(|day| stored("entry.published_on", day.parse())).transpose()?,
            picture: self.picture,
            networks: slugs(self.networks.as_deref())?,
            countries: slugs(self.countries.as_deref())?,
            details: stored("entry.details", serde_json::from_str(&self.details))?,
            time: self.time.time()?,
            uid: self.uid,
            updated: instant("edition.updated_at", self.updated_at)?,
            created: instant("entry.created_at", self.created_at)?,
        })
    }
}

/// How many there are in all. A page past the end is empty, but the list that it is of is not: its first row tells.
pub(super) async fn total(
    rows: &[SummaryRow],
    is_first: bool,
    first: impl Future<Output = Result<Vec<SummaryRow>, Error>> + Send,
) -> Result<i64, Error> {
    match rows.first() {
        Some(row) => Ok(row.total),
        None if is_first => Ok(0),
        None => Ok(first.await?.first().map_or(0, |row| row.total)),
    }
}

/// A part of a list of `total` entries.
pub(super) fn listed(total: i64, rows: Vec<SummaryRow>) -> Result<Listed, Error> {
    let items = rows.into_iter().map(SummaryRow::summary).collect::<Result<_, _>>()?;
    Ok(Listed { total: total.unsigned_abs(), items })
}

pub(crate) fn slugs(text: Option<&str>) -> Result<Vec<Slug>, Error> {
    text.unwrap_or_default().split_whitespace().map(|slug| stored("entry.slug", slug.parse())).collect()
}

impl EditionRow {
    pub(crate) fn edition(self) -> Result<(Language, Edition), Error> {
        let language = stored("edition.language", self.language.parse())?;
        let words = stored("edition.words", serde_json::from_str(&self.words))?;
        Ok((language, Edition { title: self.title, summary: self.summary, picture_alt: self.picture_alt, words }))
    }
}

impl TimeRow {
    pub(crate) fn time(self) -> Result<Option<EventTime>, Error> {
        let (Some(start), Some(end), Some(zone), Some(precision), Some(state), Some(mode), Some(sequence)) =
            (self.start_date, self.end_date, self.zone, self.precision_code, self.state, self.mode, self.sequence)
        else {
            return Ok(None);
        };
        let hour = |column, text: Option<String>| text.map(|text| stored(column, text.parse())).transpose();
        Ok(Some(EventTime {
            start: stored("event.start_date", start.parse())?,
            start_time: hour("event.start_time", self.start_time)?,
            end: stored("event.end_date", end.parse())?,
            end_time: hour("event.end_time", self.end_time)?,
            zone,
            precision: stored("event.precision_code", Precision::from_code(&precision).ok_or(precision))?,
            state: stored("event.state", EventState::from_code(&state).ok_or(state))?,
            mode: stored("event.mode", Mode::from_code(&mode).ok_or(mode))?,
            sequence: stored("event.sequence", i32::try_from(sequence))?,
        }))
    }
}
