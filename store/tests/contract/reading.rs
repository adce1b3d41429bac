//! What readers see of one entry.

use domain::block::{Block, BlockKind, BlockText, fingerprint};
use domain::entry::{Details, Edition, Kind, Visibility, Words};
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::listing::Listing;
use domain::pack::{EntryDraft, Pack};
use domain::ports::{Desk, Library};
use domain::{Error, Language};
use jiff::civil::time;

use crate::drafts::{Tell, contact, country, day, identity, network, post, slug};
use crate::place::{Place, later, now};

fn rich_event() -> EntryDraft {
    let words = Words { place: "Kingston, Jamaica".to_owned(), venue: "Hall A".to_owned(), ..Words::default() };
    let english = Edition {
        title: "Meeting of the networks".to_owned(),
        summary: "One meeting.".to_owned(),
        picture_alt: "A hall".to_owned(),
        words: words.clone(),
    };
    let spanish = Edition { title: "Reunión de las redes".to_owned(), ..english.clone() };
    let source = BlockText { markdown: "The *first* paragraph.".to_owned(), made_from: None };
    let translation =
        BlockText { markdown: "El *primer* párrafo.".to_owned(), made_from: Some(fingerprint(&source.markdown)) };
    let heading = BlockText { markdown: "## A heading".to_owned(), made_from: None };
    EntryDraft {
        seats: None,
        meeting: None,
        sessions: Vec::new(),
        kind: Kind::Event,
        slug: slug("meeting-of-the-networks"),
        visibility: Visibility::Public,
        source: Language::En,
        position: 7,
        published: Some(day("2026-03-04")),
        picture: Some("hall.svg".to_owned()),
        files: Vec::new(),
        networks: vec![slug("diaspora"), slug("migration-data")],
        countries: vec![slug("jamaica")],
        details: Details::Event { organizers: vec!["IOM".to_owned()], link: Some("https://example.org".to_owned()) },
        time: Some(EventTime {
            start: day("2026-12-05"),
            start_time: Some(time(9, 30, 0, 0)),
            end: day("2026-12-06"),
            end_time: Some(time(17, 0, 0, 0)),
            zone: "America/Jamaica".to_owned(),
            precision: Precision::Minute,
            state: EventState::Postponed,
            mode: Mode::Hybrid,
            sequence: 3,
        }),
        editions: Texts::from_iter([(Language::En, english), (Language::Es, spanish)]),
        blocks: vec![
            Block { id: 0, kind: BlockKind::Heading, texts: Texts::from_iter([(Language::En, heading)]) },
            Block {
                id: 0,
                kind: BlockKind::Paragraph,
                texts: Texts::from_iter([(Language::En, source), (Language::Es, translation)]),
            },
        ],
        figures: vec![Figure {
            key: slug("remittances"),
            low: "22.20".to_owned(),
            high: Some("30".to_owned()),
            unit: Unit::Percent,
            year: "2014-2015".to_owned(),
            source: "World Bank".to_owned(),
            url: Some("https://example.org/figure".to_owned()),
            country: Some(slug("jamaica")),
            words: Texts::from_iter([
                (
                    Language::En,
                    FigureWords { label: "Remittances".to_owned(), note: Some("Estimated.".to_owned()), source: None },
                ),
                (
                    Language::Es,
                    FigureWords { label: "Remesas".to_owned(), note: None, source: Some("Banco Mundial".to_owned()) },
                ),
            ]),
        }],
    }
}

pub(crate) async fn an_entry_comes_back_as_it_was_written(place: &Place) {
    let draft = rich_event();
    place.with([network("migration-data"), network("diaspora"), country("jamaica")]).await;
    let id = place.create(&draft, "ana", "a test", now()).await.unwrap();
    let entry = place.entry(Kind::Event, &draft.slug, Language::Es, now()).await.unwrap();

    assert_eq!(entry.summary.id, id);
    assert_eq!(entry.summary.kind, Kind::Event);
    assert_eq!(entry.summary.slug, draft.slug);
    assert_eq!(entry.summary.language, Language::Es);
    assert_eq!(Some(&entry.summary.edition), draft.editions.get(Language::Es));
    assert_eq!(entry.summary.published, draft.published);
    assert_eq!(entry.summary.picture, draft.picture);
    assert_eq!(entry.summary.networks, draft.networks);
    assert_eq!(entry.summary.countries, draft.countries);
    assert_eq!(entry.summary.details, draft.details);
    assert_eq!(entry.summary.time, draft.time);
    assert_eq!(entry.summary.uid, "event-meeting-of-the-networks@caribbean-migration-consultations");
    assert_eq!(entry.summary.updated, now());
    assert_eq!(entry.source, draft.source);
    assert_eq!(entry.editions, draft.editions);
    assert_eq!(entry.figures, draft.figures);
    assert_eq!(entry.contact, None);
    let ids: Vec<i64> = entry.blocks.iter().map(|block| block.id).collect();
    assert!(ids.iter().all(|id| *id > 0) && ids.is_sorted());
    let blocks: Vec<Block> = entry.blocks.into_iter().map(|block| Block { id: 0, ..block }).collect();
    assert_eq!(blocks, draft.blocks);
}

/// 14.4.3, 14.4.10: what is shown instead is never stored.
pub(crate) async fn an_entry_without_spanish_is_shown_in_english_and_says_so(place: &Place) {
    place.with([post("only-english").titled(Language::En, "Only English")]).await;
    let entry = place.entry(Kind::Post, &slug("only-english"), Language::Es, now()).await.unwrap();
    assert_eq!(entry.summary.language, Language::En);
    assert_eq!(entry.summary.edition.title, "Only English");
    assert!(entry.editions.get(Language::Es).is_none());
    let listed = place.list(&Listing::newest(Kind::Post, Language::Es, 10), now()).await.unwrap();
    assert_eq!(listed.items[0].language, Language::En);
    let again = place.entry(Kind::Post, &slug("only-english"), Language::Es, now()).await.unwrap();
    assert!(again.editions.get(Language::Es).is_none(), "reading has stored nothing");
}

pub(crate) async fn a_draft_edition_is_not_shown(place: &Place) {
    let both = post("both")
        .titled(Language::Es, "Ambas")
        .saying(Language::En, "Seen.")
        .saying(Language::Es, "Todavía no se ve.");
    place.with([both]).await;
    place.sql("update edition set state = 'draft' where language = 'es'").await;
    let entry = place.entry(Kind::Post, &slug("both"), Language::Es, now()).await.unwrap();
    assert_eq!(entry.summary.language, Language::En);
    assert_eq!(entry.editions.languages().collect::<Vec<_>>(), [Language::En]);
    assert_eq!(entry.blocks.len(), 1, "a block with nothing but a draft is not shown either");
}

pub(crate) async fn an_entry_without_any_live_edition_is_not_shown(place: &Place) {
    place.with([post("in-review"), post("archived")]).await;
    place.sql("update edition set state = 'in-review' where title = 'in-review'").await;
    place.sql("update edition set state = 'archived' where title = 'archived'").await;
    assert_eq!(place.read(Kind::Post, "in-review").await, Err(Error::NotFound));
    assert_eq!(place.read(Kind::Post, "archived").await, Err(Error::Gone), "what readers saw once leaves a word");
    assert_eq!(place.list(&Listing::newest(Kind::Post, Language::En, 10), now()).await.unwrap().total, 0);
}

pub(crate) async fn an_edition_is_shown_from_its_publish_time_to_its_unpublish_time(place: &Place) {
    place.with([post("for-a-while")]).await;
    place.sql("update edition set unpublish_at = publish_at + 600000000").await;
    let at = async |minutes| place.entry(Kind::Post, &slug("for-a-while"), Language::En, later(minutes)).await.is_ok();
    assert!(!at(-1).await);
    assert!(at(0).await);
    assert!(at(9).await);
    assert!(!at(10).await);
}

pub(crate) async fn what_is_for_members_is_not_in_the_library(place: &Place) {
    place.with([EntryDraft { visibility: Visibility::Members, ..post("inner-circle") }]).await;
    assert_eq!(place.read(Kind::Post, "inner-circle").await, Err(Error::NotFound));
    assert_eq!(place.list(&Listing::newest(Kind::Post, Language::En, 10), now()).await.unwrap().total, 0);
    assert_eq!(place.find("inner", Language::En, 10, now()).await.total, 0);
}

pub(crate) async fn an_entry_is_read_in_one_state_while_it_is_written(place: &Place) {
    place.with([post("changing").titled(Language::En, "even").saying(Language::En, "even")]).await;
    let read = async {
        for _ in 0..100 {
            let entry = place.read(Kind::Post, "changing").await.unwrap();
            assert_eq!(entry.summary.edition.title, entry.blocks[0].texts.get(Language::En).unwrap().markdown);
        }
    };
    let write = async {
        for _ in 0..20 {
            place.sql("begin; update edition set title = 'odd'; update block_text set markdown = 'odd'; commit").await;
            place
                .sql("begin; update edition set title = 'even'; update block_text set markdown = 'even'; commit")
                .await;
        }
    };
    tokio::join!(read, write);
}

pub(crate) async fn an_unknown_address_is_not_found(place: &Place) {
    place.with([post("here")]).await;
    assert_eq!(place.read(Kind::Post, "there").await, Err(Error::NotFound));
    assert_eq!(place.read(Kind::News, "here").await, Err(Error::NotFound), "an address is of one kind");
}

pub(crate) async fn the_contact_of_a_network_comes_with_it(place: &Place) {
    let office = contact("office", "Rosa");
    let pack = Pack { contacts: vec![office.clone()], entries: vec![network("diaspora")], ..Pack::default() };
    place.load(&pack, now()).await.unwrap();
    assert_eq!(place.read(Kind::Network, "diaspora").await.unwrap().contact, Some(office.clone()));
    assert_eq!(place.contact("office").await, Ok(office));
    assert_eq!(place.contact("nobody").await, Err(Error::NotFound));
}

pub(crate) async fn an_empty_database_has_no_identity(place: &Place) {
    assert_eq!(place.identity(Language::En).await, Err(Error::NotFound));
    let words = Texts::from_iter([(Language::En, identity("The Consultations"))]);
    place.load(&Pack { identity: words, ..Pack::default() }, now()).await.unwrap();
    assert_eq!(place.identity(Language::En).await, Ok(identity("The Consultations")));
    assert_eq!(place.identity(Language::Es).await, Err(Error::NotFound));
}
