//! What is not for everybody is told nowhere: not by the search and its counts, not by lists, feeds and files for machines. 14.5.7

use axum::http::StatusCode;
use domain::account::Role;
use domain::entry::{Details, Edition, Kind, PublicationForm, Visibility, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;
use domain::{Language, Slug};

use crate::accounts::{get_as, person, signed_in};
use crate::desk::{leads, open, send, staff};
use crate::drafts::all_day;
use crate::oai::parts;
use crate::portal::TestPortal;

/// For each state of a work its address, a word that nothing else has, and its year.
const OPEN: (&str, &str, &str) = ("open-work", "heron", "1974");
const FOR_MEMBERS: (&str, &str, &str) = ("work-for-members", "quokka", "1971");
const DRAFT: (&str, &str, &str) = ("drafted-work", "ibex", "1972");
const DELETED: (&str, &str, &str) = ("deleted-work", "tapir", "1973");

fn slug(name: &str) -> Slug {
    name.parse().unwrap()
}

fn draft(kind: Kind, (name, word, year): (&str, &str, &str)) -> EntryDraft {
    let edition = |text: &str| Edition {
        title: format!("{text} {word}"),
        summary: format!("{word}."),
        picture_alt: String::new(),
        words: Words { place: if kind == Kind::Event { word.to_owned() } else { String::new() }, ..Words::default() },
    };
    let mut draft = EntryDraft {
        slug: slug(name),
        networks: vec![slug("diaspora")],
        countries: vec![slug("haiti")],
        editions: Texts::from_iter([(Language::En, edition("Study")), (Language::Es, edition("Estudio"))]),
        ..EntryDraft::blank(kind, Language::En)
    };
    if let Details::Publication { form, year: its, .. } = &mut draft.details {
        (*form, *its) = (PublicationForm::Report, year.parse().unwrap());
    }
    if kind == Kind::Event {
        let day = "2026-12-15".parse().unwrap();
        draft.time = Some(all_day(day));
    }
    draft
}

/// A portal with an open entry of this kind, one for members, and one that was deleted.
async fn with(kind: Kind) -> TestPortal {
    let portal = TestPortal::start().await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    let for_members = EntryDraft { visibility: Visibility::Members, ..draft(kind, FOR_MEMBERS) };
    for entry in [draft(kind, OPEN), for_members, draft(kind, DELETED)] {
        desk.create(&entry, "eva", "a test", now).await.unwrap();
    }
    desk.delete(kind, &slug(DELETED.0), "eva", now).await.unwrap();
    portal.pass(2);
    portal
}

/// What these addresses answer has the word of the open entry, and none of the others; whoever asks.
async fn tells_only_what_is_open(portal: &TestPortal, addresses: &[&str]) {
    person(portal, "ana@example.org", Role::Member).await;
    let ana = signed_in(portal, "ana@example.org").await;
    for address in addresses {
        for (who, answer) in [("visitor", portal.get(address).await), ("member", get_as(portal, address, &ana).await)] {
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            // That a work was there and is gone, harvesters hear by its identifier.
            let names = |its: (&str, &str, &str)| answer.body.contains(its.0) && !address.starts_with("/oai");
            let has = |its: (&str, &str, &str)| names(its) || answer.body.contains(its.1);
            assert!(has(OPEN), "{address} does not tell a {who} what is open");
            for hidden in [FOR_MEMBERS, DRAFT, DELETED] {
                assert!(!has(hidden), "{address} tells a {who} of {hidden:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_work_for_members_a_draft_and_a_deleted_one_are_in_no_search_no_count_no_feed_and_no_file() {
    let portal = with(Kind::Publication).await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/repository", &eva).await;
    let typed = [
        ("slug", DRAFT.0),
        ("en.title", "Study ibex"),
        ("en.summary", "ibex."),
        ("details.form", "report"),
        ("details.year", DRAFT.2),
        ("task", "save"),
    ];
    leads(&send(&portal, "/en/staff/new/repository", &eva, &form, &typed).await);
    portal.pass(2);
    for language in ["en", "es"] {
        for (_, word, year) in [FOR_MEMBERS, DRAFT, DELETED] {
            let found = portal.get(&format!("/{language}/search?q={word}")).await.body;
            assert!(!found.contains("class=\"item\"") && !found.contains("year="), "{language} {word}");
            assert!(found.contains("class=\"ways-on\""), "{language} {word}");
            let suggested = portal.get(&format!("/{language}/search/suggest?q={word}")).await.body;
            assert!(suggested.contains("\"titles\":[]"), "{suggested}");
            for list in ["search?kind=publication", "search?network=diaspora", "repository"] {
                let facets = portal.get(&format!("/{language}/{list}")).await.body;
                assert!(!facets.contains(&format!("year={year}")), "{language}/{list} counts {word}");
                assert!(facets.contains(&format!("year={}", OPEN.2)), "{language}/{list} does not count what is open");
            }
            let narrowed = portal.get(&format!("/{language}/repository?year={year}")).await.body;
            assert!(!narrowed.contains("item-title"), "{language} {year}");
        }
        let all = portal.get(&format!("/{language}/search?q=heron+quokka+ibex+tapir&any=1")).await.body;
        assert_eq!(all.matches("<li class=\"item\">").count(), 1, "{language}");
    }
    let addresses = [
        "/en/search/suggest?q=stud",
        "/es/search/suggest?q=estud",
        "/en/search?kind=publication&network=diaspora&country=haiti",
        "/en/repository?network=diaspora",
        "/es/repository?network=diaspora&country=haiti",
        "/en/repository.json",
        "/en/search.json?q=study&network=diaspora",
        "/es/search.csv?q=estudio&network=diaspora",
        "/api/v1/search?q=study&network=diaspora&per_page=100",
        "/es/repository.csv",
        "/en/repository.atom",
        "/es/repository.atom",
        "/api/v1/entries?kind=publication&per_page=100",
        "/api/v1/entries?kind=publication&per_page=100&language=es",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=network:diaspora",
        "/sitemap.xml",
    ];
    tells_only_what_is_open(&portal, &addresses).await;
    let reports = parts(&portal, "ListRecords", "&set=type:report").await.concat();
    assert!(reports.contains(OPEN.1));
    assert!(![FOR_MEMBERS, DRAFT, DELETED].iter().any(|hidden| reports.contains(hidden.1)));
}

#[tokio::test]
async fn an_event_for_members_and_a_deleted_one_are_in_no_search_no_calendar_file_and_no_feed() {
    let portal = with(Kind::Event).await;
    let addresses = [
        "/en/search?kind=event&year=2026&network=diaspora&country=haiti",
        "/es/search?kind=event&year=2026&network=diaspora&country=haiti",
        "/en/search/suggest?q=stud",
        "/en/events?view=list",
        "/es/events?view=month&date=2026-12-15",
        "/en/events.ics",
        "/en/events.json?when=all",
        "/es/events.csv?when=all",
        "/es/events.atom",
        "/api/v1/events?per_page=100",
        "/sitemap.xml",
        "/en/embed/events",
        "/es/embed/calendar?date=2026-12-15",
    ];
    tells_only_what_is_open(&portal, &addresses).await;
}

#[tokio::test]
async fn an_entry_of_any_list_for_members_and_a_deleted_one_are_in_no_list_no_feed_and_no_file() {
    for (kind, list) in [
        (Kind::Post, "blog"),
        (Kind::News, "news"),
        (Kind::Media, "media"),
        (Kind::Course, "e-campus"),
        (Kind::Dataset, "data"),
    ] {
        let portal = with(kind).await;
        let addresses = [
            format!("/en/{list}"),
            format!("/es/{list}"),
            format!("/en/{list}.json"),
            format!("/es/{list}.csv"),
            format!("/es/{list}.atom"),
            format!("/en/search?kind={}&network=diaspora", kind.code()),
            format!("/api/v1/entries?kind={}&per_page=100", kind.code()),
            "/sitemap.xml".to_owned(),
        ];
        tells_only_what_is_open(&portal, &addresses.each_ref().map(String::as_str)).await;
    }
}
