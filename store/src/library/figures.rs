//! Figures that speak of a country, whichever entry states them.

use domain::figure::Stated;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use sqlx::FromRow;

use crate::db::{Db, on};
use crate::fault::fault;
use crate::rows::{self, FigureRow};
use crate::stored::stored;

/// Of the country `$3`, for readers of `$2`. The texts of a figure follow each other.
const OF_COUNTRY: &str = concat!(
    visible!(),
    "select f.id, f.key, f.low, f.high, f.unit, f.year, f.source, f.url, c.slug as country, t.language, t.label, t.note,
        t.source as named_source,
        e.kind as entry_kind, e.slug as entry_slug, e.source_language, d.title, d.language as title_language
    from readable c
    join figure f on f.country_id = c.id
    join readable e on e.id = f.entry_id
    join figure_text t on t.figure_id = f.id
    join live x on x.entry_id = e.id and x.language = t.language
    join edition d on d.entry_id = e.id and d.language = coalesce(
        (select x.language from live x where x.entry_id = e.id and x.language = $2),
        (select x.language from live x where x.entry_id = e.id and x.language = e.source_language),
        (select min(x.language) from live x where x.entry_id = e.id))
    where c.kind = 'country' and c.slug = $3
    order by e.kind, d.sort_key, e.id, f.position, f.id, t.language"
);

#[derive(FromRow)]
struct StatedRow {
    #[sqlx(flatten)]
    figure: FigureRow,
    entry_kind: String,
    entry_slug: String,
    source_language: String,
    title: String,
    title_language: String,
}

pub(super) async fn of_country(
    db: &Db,
    country: &Slug,
    language: Language,
    now: Timestamp,
) -> Result<Vec<Stated>, Error> {
    let rows: Vec<StatedRow> = on!(db, |pool| sqlx::query_as(OF_COUNTRY)
        .bind(now.as_microsecond())
        .bind(language.code())
        .bind(country.as_str())
        .fetch_all(pool)
        .await)
    .map_err(fault)?;
    // One entry for each figure, at its first row.
    let (mut entries, mut figures, mut last) = (Vec::new(), Vec::with_capacity(rows.len()), None);
    for row in rows {
        if last.replace(row.figure.id) != Some(row.figure.id) {
            let named = (row.entry_kind, row.entry_slug, row.source_language, row.title, row.title_language);
            entries.push(named);
        }
        figures.push(row.figure);
    }
    let figures = rows::figures(figures)?.into_iter().zip(entries);
    let stated = figures.map(|(figure, (kind, slug, source, title, language))| {
        Ok(Stated {
            figure,
            kind: stored("entry.kind", kind.parse())?,
            slug: stored("entry.slug", slug.parse())?,
            source: stored("entry.source_language", source.parse())?,
            title,
            language: stored("edition.language", language.parse())?,
        })
    });
    stated.collect()
}
