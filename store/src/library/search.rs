//! A plain search: every word, folded, somewhere in title, summary or body.

use std::collections::HashSet;

use domain::Language;
use domain::fold::fold;
use domain::listing::Listed;
use jiff::Timestamp;
use sqlx::FromRow;

use super::{Candidate, language, one_each, part};
use crate::db::{Db, on};
use crate::fault::Halt;

#[derive(FromRow)]
struct Hit {
    #[sqlx(flatten)]
    candidate: Candidate,
    title_folded: String,
    text_folded: String,
}

/// Every live edition of the entries that hold one word in some language: the one that is shown need not be the one that
/// matches. The other words are looked for in what comes back.
const HOLDING: &str = "select e.id, d.language, e.source_language, d.sort_key, e.published_on, e.position,
    s.title_folded, s.text_folded
    from entry e join edition d on d.entry_id = e.id
    join search_document s on s.entry_id = e.id and s.language = d.language
    where e.deleted_at is null and e.visibility = 'public' and d.state = 'published' and d.publish_at <= $1
      and (d.unpublish_at is null or d.unpublish_at > $1)
      and e.id in (select entry_id from search_document where text_folded like $2 escape '\\')";

pub(super) async fn search(db: &Db, typed: &str, wanted: Language, limit: u32, now: Timestamp) -> Result<Listed, Halt> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    // The longest word is in the fewest documents.
    let Some(longest) = words.iter().max_by_key(|word| word.len()) else {
        return Ok(Listed { total: 0, items: Vec::new() });
    };
    let pattern = format!("%{longest}%");
    let hits: Vec<Hit> =
        on!(db, |pool| sqlx::query_as(HOLDING).bind(now.as_microsecond()).bind(pattern).fetch_all(pool).await)?;
    let (mut found, mut in_title) = (HashSet::new(), HashSet::new());
    for hit in hits.iter().filter(|hit| words.iter().all(|word| hit.text_folded.contains(word))) {
        found.insert(hit.candidate.id);
        if words.iter().any(|word| hit.title_folded.contains(word)) {
            in_title.insert(hit.candidate.id);
        }
    }
    let candidates = hits.into_iter().map(|hit| hit.candidate).filter(|its| found.contains(&its.id)).collect();
    let mut rows = one_each(candidates, wanted);
    rows.sort_by(|a, b| {
        let title_first = in_title.contains(&b.id).cmp(&in_title.contains(&a.id));
        title_first
            .then_with(|| b.published_on.cmp(&a.published_on))
            .then_with(|| a.sort_key.cmp(&b.sort_key))
            .then(a.id.cmp(&b.id))
    });
    let chosen = part(&rows, 0, limit)
        .iter()
        .map(|row| Ok((row.id, language(&row.language)?)))
        .collect::<Result<Vec<_>, Halt>>()?;
    Ok(Listed {
        total: u64::try_from(rows.len()).unwrap_or(u64::MAX),
        items: super::summaries::summaries(db, &chosen).await?,
    })
}
