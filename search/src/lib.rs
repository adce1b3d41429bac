//! The search: an index in memory over what readers may see, made of the portal's tables and kept true after every write.
//!
//! Before each search the index asks its source what has changed, in this process or another, and takes that in; so it serves
//! both databases and several nodes, and nothing derived is stored. tantivy holds words and ranks; how words are compared, why
//! something was found and what is counted by facet is said here.

mod asked;
mod cards;
mod index;
mod passage;
mod query;
mod spelling;
mod terms;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::DerefMut;
use std::sync::Arc;

use async_trait::async_trait;
use domain::account::Staff;
use domain::search::{
    Cursor, Document, FacetCounts, Filters, Found, Hit, Missed, Query, Search, SearchSource, Suggestion,
};
use domain::{Error, Language};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use tantivy::query::BooleanQuery;
use tokio::sync::{Mutex, OwnedRwLockWriteGuard, RwLock};

use crate::asked::{Asked, Leniency};
use crate::cards::Cards;
use crate::index::{Words, broken};
use crate::passage::Looker;
use crate::spelling::Respelled;

/// How many entries are read at once.
const CHUNK: usize = 200;

/// How far two clocks, or two requests at once, may lie apart.
const SAME_MOMENT: SignedDuration = SignedDuration::from_mins(1);

/// How much more an entry counts whose whole title is what was typed, or another name of it.
const NAMESAKE: f32 = 3.0;

/// The search over a source.
pub struct Engine(Arc<Inner>);

struct Inner {
    source: Arc<dyn SearchSource>,
    /// How far the index has read; none before it is made.
    cursor: Mutex<Option<Cursor>>,
    index: Arc<RwLock<Option<Index>>>,
}

struct Index {
    words: Words,
    cards: Cards,
}

/// What of a search is known before entries are read.
struct Sifted {
    /// The hits in their order.
    ids: Vec<i64>,
    facets: FacetCounts,
    /// How much was forgiven to find them.
    leniency: Leniency,
    /// Whether nothing has the words, whatever the filters are.
    is_missed: bool,
}

/// How something has the words that were asked for.
enum Known {
    AsTyped,
    /// Only almost so; what has them best.
    Almost(i64),
}

impl Engine {
    /// A search that is made at its first use.
    pub fn new(source: Arc<dyn SearchSource>) -> Self {
        Self(Arc::new(Inner { source, cursor: Mutex::default(), index: Arc::default() }))
    }

    /// Takes in what has changed.
    async fn refresh(&self, now: Timestamp) -> Result<(), Error> {
        let inner = Arc::clone(&self.0);
        // A reader who leaves does not stop what all wait for.
        tokio::spawn(async move { inner.refresh(now).await }).await.map_err(broken)?
    }

    /// Asks the index as it is, on a thread where it may take its time.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Index) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let index = Arc::clone(&self.0.index).read_owned().await;
        apart(move || index.as_ref().map_or(Err(Error::Unavailable), question)).await
    }

    async fn sift(&self, query: &Query, asked: &Arc<Asked>) -> Result<Sifted, Error> {
        let (query, asked) = (query.clone(), Arc::clone(asked));
        self.ask(move |index| index.sift(&query, &asked)).await
    }

    /// The words as the best hit, that has them almost so, writes them.
    async fn respelled(
        &self,
        query: &Query,
        asked: &Arc<Asked>,
        best: Option<i64>,
        now: Timestamp,
    ) -> Result<Option<Respelled>, Error> {
        let explained = Query { explained: true, ..query.clone() };
        let hits = self.hits(best.as_slice(), &explained, asked, Leniency::Spelling, now).await?;
        Ok(Respelled::of(asked, hits.first()))
    }

    /// Of words that nothing has together those that something has, put right; none where these are the same words, or no words.
    async fn offer(&self, query: &Query, asked: &Asked, now: Timestamp) -> Result<Option<String>, Error> {
        let query = Query { filters: Filters::default(), ..query.clone() };
        let mut known = Vec::new();
        for part in asked.each().map(Arc::new) {
            let (its, one) = (query.clone(), Arc::clone(&part));
            let right = match self.ask(move |index| index.known(&its, &one)).await? {
                None => continue,
                Some(Known::AsTyped) => None,
                Some(Known::Almost(best)) => self.respelled(&query, &part, Some(best), now).await?,
            };
            known.extend(right.map(|right| right.words).or_else(|| Some(part.parts.first()?.typed.clone())));
        }
        let words = known.join(" ");
        Ok((!words.is_empty() && Asked::read(&words) != *asked).then_some(words))
    }

    /// These hits, in this order, as they are shown.
    async fn hits(
        &self,
        ids: &[i64],
        query: &Query,
        asked: &Arc<Asked>,
        leniency: Leniency,
        now: Timestamp,
    ) -> Result<Vec<Hit>, Error> {
        let source = &self.0.source;
        let mut summaries = HashMap::new();
        for some in ids.chunks(CHUNK) {
            let read = source.summaries(some, query.language, now).await?;
            summaries.extend(read.into_iter().map(|summary| (summary.id, summary)));
        }
        let mut told = HashMap::new();
        if query.explained && !asked.parts.is_empty() {
            let documents = source.documents(ids, now).await?;
            let (asked, language) = (Arc::clone(asked), query.language);
            let explain = move || {
                let looker = Looker::new(&asked, leniency);
                Ok(documents.iter().map(|its| (its.id, looker.explain(its, language))).collect::<HashMap<_, _>>())
            };
            told = apart(explain).await?;
        }
        let mut hits = Vec::new();
        for id in ids {
            // Something may have been taken back in between.
            let Some(summary) = summaries.remove(id) else { continue };
            let (passage, reasons) = told.remove(id).unwrap_or_default();
            hits.push(Hit { summary, passage, reasons });
        }
        Ok(hits)
    }
}

impl Inner {
    /// Takes in what has changed.
    async fn refresh(&self, now: Timestamp) -> Result<(), Error> {
        let mut cursor = self.cursor.lock().await;
        // Who came a moment earlier may ask a moment later. A clock that was set back makes what was read of the future wrong.
        let since = cursor.as_ref().filter(|cursor| cursor.at.duration_since(now) < SAME_MOMENT);
        let now = since.map_or(now, |cursor| cursor.at.max(now));
        let changes = self.source.changes(since, now).await?;
        if !changes.is_all && changes.entries.is_empty() {
            *cursor = Some(changes.cursor);
            return Ok(());
        }
        // Should anything fail in between, everything is read anew.
        *cursor = None;
        if changes.is_all {
            let index = Box::new(Index { words: Words::new()?, cards: Cards::default() });
            let mut index = self.take_in(index, &changes.entries, now).await?;
            let complete = move || index.words.complete().map(|()| index);
            *self.index.write().await = Some(*apart(complete).await?);
        } else {
            let index = Arc::clone(&self.index).write_owned().await;
            if let Ok(index) = OwnedRwLockWriteGuard::try_map(index, Option::as_mut) {
                let mut index = self.take_in(index, &changes.entries, now).await?;
                apart(move || index.words.commit()).await?;
            }
        }
        *cursor = Some(changes.cursor);
        Ok(())
    }

    /// Reads entries and puts them into an index; gives it back.
    async fn take_in<I>(&self, mut index: I, entries: &[i64], now: Timestamp) -> Result<I, Error>
    where
        I: DerefMut<Target = Index> + Send + 'static,
    {
        for ids in entries.chunks(CHUNK) {
            let documents = self.source.documents(ids, now).await?;
            let ids = ids.to_vec();
            index = apart(move || index.put(&ids, documents).map(|()| index)).await?;
        }
        Ok(index)
    }
}

/// Does something on a thread where it may take its time.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Result<T, Error> + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(broken)?
}

impl Index {
    /// Takes these entries as they are now; one that is not among the documents is forgotten.
    fn put(&mut self, ids: &[i64], mut documents: Vec<Document>) -> Result<(), Error> {
        for id in ids {
            let place = documents.iter().position(|document| document.id == *id);
            let document = place.map(|place| documents.swap_remove(place));
            self.words.put(*id, document.as_ref())?;
            self.cards.put(*id, document);
        }
        Ok(())
    }

    fn sift(&self, query: &Query, asked: &Asked) -> Result<Sifted, Error> {
        let (found, leniency) = if query.words.is_empty() {
            (self.cards.ids().map(|id| (id, 0.0)).collect(), Leniency::Strict)
        } else {
            self.find(query, asked)?
        };
        let is_missed = found.is_empty();
        let (mut passed, facets) = self.cards.sift(found, &query.filters);
        passed.sort_by_cached_key(|hit| self.place(*hit));
        Ok(Sifted { ids: passed.into_iter().map(|(id, _)| id).collect(), facets, leniency, is_missed })
    }

    /// Whether anything has the words, whatever the filters are.
    fn known(&self, query: &Query, asked: &Asked) -> Result<Option<Known>, Error> {
        for leniency in asked.steps(query.any) {
            if leniency == Leniency::Spelling {
                let found = self.find_at(query, asked, leniency)?.into_iter();
                return Ok(found.min_by_key(|hit| self.place(*hit)).map(|(id, _)| Known::Almost(id)));
            }
            if self.words.has(&self.query(query, asked, leniency))? {
                return Ok(Some(Known::AsTyped));
            }
        }
        Ok(None)
    }

    /// The best first, then the newest; those without a day last. Scores are not negative, so their bits have their order.
    fn place(&self, (id, score): (i64, f32)) -> (Reverse<u32>, Reverse<Option<Date>>, i64) {
        (Reverse(score.to_bits()), Reverse(self.cards.get(id).and_then(|card| card.day)), id)
    }

    fn query(&self, query: &Query, asked: &Asked, leniency: Leniency) -> BooleanQuery {
        query::query(asked, &self.words.fields, query.language, query.any, leniency)
    }

    /// What has the words, and how much had to be forgiven for it.
    fn find(&self, query: &Query, asked: &Asked) -> Result<(Vec<(i64, f32)>, Leniency), Error> {
        let mut forgiven = Leniency::Strict;
        for leniency in asked.steps(query.any) {
            forgiven = leniency;
            let found = self.find_at(query, asked, leniency)?;
            if !found.is_empty() {
                return Ok((found, forgiven));
            }
        }
        Ok((Vec::new(), forgiven))
    }

    /// What has the words where so much is forgiven.
    fn find_at(&self, query: &Query, asked: &Asked, leniency: Leniency) -> Result<Vec<(i64, f32)>, Error> {
        let mut found = self.words.find(&self.query(query, asked, leniency))?;
        let titles = asked.names(&query.words);
        for (id, score) in &mut found {
            if self.cards.is_titled(*id, &titles) {
                *score *= NAMESAKE;
            }
        }
        Ok(found)
    }
}

#[async_trait]
impl Search for Engine {
    async fn search(&self, query: &Query, now: Timestamp) -> Result<Found, Error> {
        let mut asked = Arc::new(Asked::read(&query.words));
        self.refresh(now).await?;
        let mut sifted = self.sift(query, &asked).await?;
        let (mut respelled, mut offer) = (None, None);
        if sifted.is_missed && query.explained {
            offer = self.offer(query, &asked, now).await?;
        } else if sifted.leniency == Leniency::Spelling && !sifted.is_missed {
            respelled = self.respelled(query, &asked, sifted.ids.first().copied(), now).await?;
        }
        if let Some(right) = &respelled {
            // The right words know better which entry fits best, and why.
            asked = Arc::new(right.asked());
            let its = Query { words: right.words.clone(), ..query.clone() };
            sifted = self.sift(&its, &asked).await?;
        }
        let page: Vec<i64> = sifted.ids.iter().skip(query.offset).take(query.limit).copied().collect();
        let hits = self.hits(&page, query, &asked, sifted.leniency, now).await?;
        let concepts = asked.parts.iter().filter_map(|part| part.concept).collect();
        let respelled = respelled.map(|right| right.words);
        Ok(Found { total: sifted.ids.len(), hits, facets: sifted.facets, respelled, offer, concepts })
    }

    async fn missed(&self, words: &str, language: Language, now: Timestamp) {
        if Asked::read(words).parts.is_empty() {
            return;
        }
        if let Err(cause) = self.0.source.missed(words, language, now).await {
            tracing::warn!(%cause, "a search that found nothing was not counted");
        }
    }

    async fn most_missed(&self, staff: &Staff, now: Timestamp) -> Result<Vec<Missed>, Error> {
        self.0.source.most_missed(staff, now).await
    }

    async fn suggest(
        &self,
        typed: &str,
        language: Language,
        limit: usize,
        now: Timestamp,
    ) -> Result<Vec<Suggestion>, Error> {
        let words: Vec<String> = terms::words(typed).into_iter().map(|word| word.folded).collect();
        self.refresh(now).await?;
        self.ask(move |index| Ok(index.cards.suggest(&words, language, limit))).await
    }
}
