//! A database of its own for each case, and drafts to fill it with.

use domain::block::{Block, BlockKind, BlockText, fingerprint};
use domain::entry::{Details, Edition, Kind, Participation, PublicationForm, Visibility, Words};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::language::Texts;
use domain::listing::Listed;
use domain::pack::EntryDraft;
use domain::ports::Desk;
use domain::{Error, Language, Slug};
use jiff::Timestamp;
use jiff::civil::Date;
use store::Db;
use tempfile::TempDir;

/// How a case ends: `?` serves for what must succeed.
pub type Outcome = Result<(), Error>;

/// A database of one test.
pub struct Base {
    pub db: Db,
    pub url: String,
    _folder: Option<TempDir>,
}

/// A SQLite file, migrated.
pub async fn sqlite() -> Base {
    let folder = TempDir::new().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("portal.db").display());
    migrated(url, Some(folder)).await
}

/// A PostgreSQL database, migrated.
pub async fn postgres() -> Base {
    migrated(crate::postgres::new_database(), None).await
}

async fn migrated(url: String, folder: Option<TempDir>) -> Base {
    let db = Db::open(&url).await.expect("the database opens");
    db.migrate().await.expect("the database is brought up to date");
    Base { db, url, _folder: folder }
}

/// Makes of each case a test on SQLite and one on PostgreSQL.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                let base = crate::support::sqlite().await;
                super::$case(&base.db).await.expect("every call succeeds");
                base.db.close().await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $case() {
                let base = crate::support::postgres().await;
                super::$case(&base.db).await.expect("every call succeeds");
                base.db.close().await;
            })+
        }
    };
}
pub(crate) use on_both;

/// Noon of the day on which every case plays.
pub fn now() -> Timestamp {
    at("2026-08-01T12:00:00Z")
}

pub fn at(instant: &str) -> Timestamp {
    instant.parse().expect("an instant")
}

pub fn after(seconds: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_secs(seconds)
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub fn slug(text: &str) -> Slug {
    text.parse().expect("a slug")
}

pub fn edition(title: &str) -> Edition {
    Edition {
        title: title.to_owned(),
        summary: format!("{title}, in short."),
        picture_alt: String::new(),
        words: Words::default(),
    }
}

/// An entry with nothing but an English title.
pub fn draft(kind: Kind, address: &str, title: &str) -> EntryDraft {
    EntryDraft {
        kind,
        slug: slug(address),
        visibility: Visibility::Public,
        source: Language::En,
        position: 0,
        published: None,
        picture: None,
        networks: Vec::new(),
        countries: Vec::new(),
        details: Details::Plain,
        time: None,
        editions: [(Language::En, edition(title))].into_iter().collect(),
        blocks: Vec::new(),
        figures: Vec::new(),
    }
}

pub fn page(address: &str) -> EntryDraft {
    draft(Kind::Page, address, address)
}

pub fn publication(address: &str, published: &str) -> EntryDraft {
    let details = Details::Publication {
        form: PublicationForm::Report,
        year: day(published).year(),
        publisher: None,
        languages: vec!["en".to_owned()],
        title_language: None,
        pages: None,
        isbn: None,
        link: None,
    };
    EntryDraft { published: Some(day(published)), details, ..draft(Kind::Publication, address, address) }
}

pub fn network(address: &str) -> EntryDraft {
    let details = Details::Network { hue: 200, contact: address.to_owned() };
    EntryDraft { details, ..draft(Kind::Network, address, address) }
}

pub fn country(address: &str) -> EntryDraft {
    let details =
        Details::Country { iso: None, status: Participation::Founding, official_languages: vec!["en".to_owned()] };
    EntryDraft { details, ..draft(Kind::Country, address, address) }
}

/// An event of whole days in Jamaica.
pub fn event(address: &str, first: &str, last: &str, mode: Mode) -> EntryDraft {
    let time = EventTime {
        start: day(first),
        start_time: None,
        end: day(last),
        end_time: None,
        zone: "America/Jamaica".to_owned(),
        precision: Precision::Day,
        state: EventState::Scheduled,
        mode,
        sequence: 0,
    };
    let details = Details::Event { organizers: vec!["The secretariat".to_owned()], link: None };
    EntryDraft { time: Some(time), details, ..draft(Kind::Event, address, address) }
}

/// A paragraph in English, and in Spanish where that is given.
pub fn paragraph(english: &str, spanish: Option<&str>) -> Block {
    let mut texts = Texts::default();
    texts.set(Language::En, BlockText { markdown: english.to_owned(), made_from: None });
    if let Some(spanish) = spanish {
        let made_from = Some(fingerprint(english));
        texts.set(Language::Es, BlockText { markdown: spanish.to_owned(), made_from });
    }
    Block { id: 0, kind: BlockKind::Paragraph, texts }
}

/// Stores drafts one by one.
pub async fn store(db: &Db, drafts: &[EntryDraft]) -> Outcome {
    for draft in drafts {
        db.create(draft, "editor", "for the case", now()).await?;
    }
    Ok(())
}

/// The addresses of a list, in its order.
pub fn slugs(listed: &Listed) -> Vec<&str> {
    listed.items.iter().map(|item| item.slug.as_str()).collect()
}
