//! Searches that found nothing, counted by day.

use domain::fold::fold;
use domain::search::{LEAST_MISSED, Missed};
use domain::{Error, Language};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use sqlx::FromRow;

use crate::db::{Db, Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;

/// How many different searches of a day are kept, and how long one of them may be: nobody fills the table.
const MOST_A_DAY: i64 = 500;
const LONGEST: usize = 80;

const COUNT: &str = "select count(*) from search_miss where day = $1";

const MISS: &str = "
    insert into search_miss (day, language, words, times) values ($1, $2, $3, 1)
    on conflict (day, language, words) do update set times = search_miss.times + 1";

/// How long they are kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

const SWEEP: &str = "delete from search_miss where day < $1";

const MOST: &str = "
    select words, language, cast(sum(times) as bigint) as times
    from search_miss
    where day >= $1
    group by words, language
    having count(*) >= $2
    order by 3 desc, words, language
    limit 20";

#[derive(FromRow)]
struct MissedRow {
    words: String,
    language: String,
    times: i64,
}

/// What was missed most, of what was missed on enough days. Each is looked for again where it is shown, so they are few.
pub(super) async fn most(db: &Db, now: Timestamp) -> Result<Vec<Missed>, Error> {
    let since = day_of(now - KEPT);
    let rows: Vec<MissedRow> =
        on!(db, |pool| sqlx::query_as(MOST).bind(&since).bind(LEAST_MISSED).fetch_all(pool).await).map_err(fault)?;
    rows.into_iter()
        .map(|row| {
            let language = stored("search_miss.language", row.language.parse())?;
            Ok(Missed { words: row.words, language, times: row.times.unsigned_abs() })
        })
        .collect()
}

fn day_of(instant: Timestamp) -> String {
    instant.to_zoned(TimeZone::UTC).date().to_string()
}

/// Counts a search, but for one with digits in it or very long: numbers of people and of their papers are not kept.
pub(super) async fn missed(tx: &mut Tx, words: &str, language: Language, now: Timestamp) -> Result<(), Error> {
    let words_folded = fold(words);
    let may_be_kept = words_folded.len() <= LONGEST && !words.contains(|c: char| c.is_ascii_digit() || c == '@');
    if !may_be_kept {
        return Ok(());
    }
    let day = day_of(now);
    execute!(tx, SWEEP, day_of(now - KEPT)).map_err(fault)?;
    let known: i64 =
        on!(tx, |connection| sqlx::query_scalar(COUNT).bind(&day).fetch_one(connection).await).map_err(fault)?;
    if known < MOST_A_DAY {
        execute!(tx, MISS, day, language.code(), words_folded).map_err(fault)?;
    }
    Ok(())
}
