//! Which entry uses which file: written with every save of an entry, read where a file is to be thrown away.

use std::collections::HashMap;

use domain::file::{Place, Uid, Use, uses_of};
use domain::language::Texts;
use domain::pack::EntryDraft;
use domain::programme::Session;
use domain::{Error, Problem, Rule};
use sqlx::FromRow;

use crate::db::{Tx, execute, on};
use crate::fault::fault;
use crate::stored::stored;

const FORGET: &str = "delete from entry_file where entry_id = $1";

const USE: &str = "insert into entry_file (entry_id, file_id, place, position) values ($1, $2, $3, $4)";

/// Changes nothing, but on PostgreSQL who wants to throw the file away waits from here on.
const HOLD: &str = "update file set name = name where uid = $1 returning id, deleted_at";

/// A file that an entry in the bin uses is in use: the entry may come back.
macro_rules! uses {
    ($($which:tt)*) => {
        concat!(
            "select u.file_id, u.place, e.kind, e.slug, d.language, d.title
            from entry_file u join entry e on e.id = u.entry_id
            left join edition d on d.entry_id = e.id and d.title <> '' ",
            $($which)*,
            " order by u.file_id, e.kind, e.slug, u.place, d.language"
        )
    };
}

const BY_FILE: &str = uses!("");
const OF_FILE: &str = uses!("where u.file_id = $1");

#[derive(FromRow)]
struct HeldRow {
    id: i64,
    deleted_at: Option<i64>,
}

#[derive(FromRow)]
struct UseRow {
    file_id: i64,
    place: String,
    kind: String,
    slug: String,
    language: Option<String>,
    title: Option<String>,
}

/// Writes which files an entry uses. Of those that it did not use before, none may be in the bin.
pub(crate) async fn put_uses(
    tx: &mut Tx,
    entry: i64,
    before: Option<&EntryDraft>,
    draft: &EntryDraft,
) -> Result<(), Error> {
    let (was, is) = (before.map(uses_of).unwrap_or_default(), uses_of(draft));
    if was == is {
        return Ok(());
    }
    execute!(tx, FORGET, entry).map_err(fault)?;
    for (position, (place, uid)) in (0_i64..).zip(is) {
        let is_new = was.iter().all(|(_, known)| *known != uid);
        let held: Option<HeldRow> =
            on!(tx, |connection| sqlx::query_as(HOLD).bind(uid.as_str()).fetch_optional(connection).await)
                .map_err(fault)?;
        match held {
            Some(held) if held.deleted_at.is_none() || !is_new => {
                execute!(tx, USE, entry, held.id, place.code(), position).map_err(fault)?;
            }
            _ => return Err(unknown(before, draft, place, &uid)),
        }
    }
    Ok(())
}

fn unknown(before: Option<&EntryDraft>, draft: &EntryDraft, place: Place, uid: &Uid) -> Error {
    let has = |session: &&Session| session.files.contains(uid);
    // A session that is new has another name in its form than here.
    let is_known = |session: &&Session| before.is_some_and(|it| it.sessions.iter().any(|its| its.id == session.id));
    let field = match place {
        Place::Documents => "files".to_owned(),
        Place::Programme => match draft.sessions.iter().filter(has).find(is_known) {
            Some(session) => format!("session.{}.files", session.id),
            None => "files".to_owned(),
        },
        Place::Picture => "picture".to_owned(),
        Place::Text => "blocks".to_owned(),
    };
    Error::Invalid(vec![Problem::new(&field, uid.as_str(), Rule::InLibrary)])
}

/// What uses each file.
pub(super) async fn by_file(tx: &mut Tx) -> Result<HashMap<i64, Vec<Use>>, Error> {
    gather(on!(tx, |connection| sqlx::query_as(BY_FILE).fetch_all(connection).await).map_err(fault)?)
}

/// The same for one file.
pub(super) async fn of_file(tx: &mut Tx, file: i64) -> Result<HashMap<i64, Vec<Use>>, Error> {
    gather(on!(tx, |connection| sqlx::query_as(OF_FILE).bind(file).fetch_all(connection).await).map_err(fault)?)
}

fn gather(rows: Vec<UseRow>) -> Result<HashMap<i64, Vec<Use>>, Error> {
    let mut uses: HashMap<i64, Vec<Use>> = HashMap::new();
    for row in rows {
        let kind = stored("entry.kind", row.kind.parse())?;
        let slug = stored("entry.slug", row.slug.parse())?;
        let place = stored("entry_file.place", Place::from_code(&row.place).ok_or(row.place))?;
        let its = uses.entry(row.file_id).or_default();
        // The titles of an entry follow each other.
        if its.last().is_none_or(|last| last.kind != kind || last.slug != slug || last.place != place) {
            its.push(Use { kind, slug, titles: Texts::default(), place });
        }
        if let (Some(last), Some(language), Some(title)) = (its.last_mut(), row.language, row.title) {
            last.titles.set(stored("edition.language", language.parse())?, title);
        }
    }
    Ok(uses)
}
