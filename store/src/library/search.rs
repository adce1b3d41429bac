//! A plain search: every word, folded, somewhere in the title, the summary or the body of one edition.

use domain::fold::fold;
use domain::listing::Listed;
use domain::{Error, Language};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use super::summary::{SummaryRow, listed, total};
use crate::db::{Db, on};
use crate::fault::fault;

/// Two holes are filled with as many conditions as there are words. Where both editions of an entry answer, the one in
/// the reader's language decides on its place.
const SEARCH: &str = page!(
    order "hit.rank, e.published_on desc nulls last",
    "join (
        select s.entry_id, case when {some_in_title} then 0 else 1 end as rank, row_number() over (
            partition by s.entry_id order by case s.language when $2 then 0 else 1 end, s.language) as choice
        from search_document s
        join live x on x.entry_id = s.entry_id and x.language = s.language
        where {all_in_text}
    ) hit on hit.entry_id = e.id and hit.choice = 1"
);

pub(super) async fn search(
    db: &Db,
    words: &str,
    language: Language,
    (offset, limit): (u32, u32),
    now: Timestamp,
) -> Result<Listed, Error> {
    let folded = fold(words);
    if folded.is_empty() {
        return Ok(Listed { total: 0, items: Vec::new() });
    }
    let rows = page(db, &folded, language, (offset, limit), now).await?;
    let is_first = offset == 0 && limit > 0;
    let total = total(&rows, is_first, page(db, &folded, language, (0, 1), now)).await?;
    listed(total, rows)
}

async fn page(
    db: &Db,
    folded: &str,
    language: Language,
    (offset, limit): (u32, u32),
    now: Timestamp,
) -> Result<Vec<SummaryRow>, Error> {
    // A folded word is letters and digits, so it holds none of the signs that `like` reads otherwise.
    let patterns: Vec<String> = folded.split(' ').map(|word| format!("%{word}%")).collect();
    let conditions = |column: &str, joint: &str| {
        let each: Vec<String> = (5..).take(patterns.len()).map(|n| format!("s.{column} like ${n}")).collect();
        each.join(joint)
    };
    let sql = SEARCH
        .replace("{some_in_title}", &conditions("title_folded", " or "))
        .replace("{all_in_text}", &conditions("text_folded", " and "));
    on!(db, |pool| {
        let mut query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(now.as_microsecond())
            .bind(language.code())
            .bind(i64::from(limit))
            .bind(i64::from(offset));
        for pattern in &patterns {
            query = query.bind(pattern);
        }
        query.fetch_all(pool).await
    })
    .map_err(fault)
}
