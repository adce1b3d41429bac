//! Addresses that have moved or ended.

use app::paths;
use axum::http::{StatusCode, header};
use domain::Language;
use domain::entry::{Kind, Summary};
use domain::listing::Listing;

use crate::portal::TestPortal;

/// 14.1.7
#[tokio::test]
async fn a_renamed_entry_answers_308_and_a_deleted_one_410_in_the_readers_language() {
    let portal = TestPortal::start().await;
    let slug = |text: &str| text.parse().unwrap();
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.rename(Kind::Network, &slug("diaspora"), &slug("diaspora-and-return"), "staff", now).await.unwrap();
    let moved = portal.get("/es/networks/diaspora?view=parallel").await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.header(header::LOCATION), "/es/networks/diaspora-and-return?view=parallel");
    desk.delete(Kind::Post, &slug("covid-19-a-crisis-of-health-and-mobility"), "staff", now).await.unwrap();
    let gone = portal.get("/es/blog/covid-19-a-crisis-of-health-and-mobility").await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.body.contains("Esto se retiró el 24 de noviembre de 2026") && gone.body.contains("name=\"q\""));
}

/// 14.1.7, 14.6.7
#[tokio::test]
async fn an_entry_of_any_kind_leads_on_when_renamed_and_leaves_a_tombstone_when_deleted() {
    let portal = TestPortal::start().await;
    let (desk, library, now) = (&portal.portal.desk, &portal.portal.library, portal.portal.clock.now());
    for kind in Kind::ALL {
        let listed = library.list(&Listing::newest(kind, Language::En, 50), now).await.unwrap();
        let entry = listed.items.into_iter().last().unwrap();
        let renamed = format!("{}-renamed", entry.slug).parse().unwrap();
        let at = |language, slug| paths::entry(language, kind, slug);
        desk.rename(kind, &entry.slug, &renamed, "ana", now).await.unwrap();
        for language in Language::ALL {
            let moved = portal.get(&at(language, &entry.slug)).await;
            assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT, "{kind:?}");
            assert_eq!(moved.header(header::LOCATION), at(language, &renamed));
        }
        desk.delete(kind, &renamed, "ana", now).await.unwrap();
        for (language, day) in [
            (Language::En, "was withdrawn on 24 November 2026"),
            (Language::Es, "se retiró el 24 de noviembre de 2026"),
        ] {
            for slug in [&entry.slug, &renamed] {
                let gone = portal.get(&at(language, slug)).await;
                assert_eq!(gone.status, StatusCode::GONE, "{kind:?} {slug}");
                let lang = format!("<html lang=\"{}\"", language.code());
                for part in [&lang, day, "name=\"q\"", "name=\"robots\" content=\"noindex\""] {
                    assert!(gone.body.contains(part), "{kind:?} in {language:?} lacks {part}");
                }
                assert_eq!(gone.body.matches("<h1").count(), 1, "{kind:?}");
                assert_leads_on(&portal, kind, language, &gone.body).await;
            }
        }
    }
}

/// A page that is gone suggests up to three of its kind that are there.
async fn assert_leads_on(portal: &TestPortal, kind: Kind, language: Language, page: &str) {
    let list = page.split("<h2 id=\"alike\">").nth(1).unwrap_or_else(|| panic!("{kind:?} suggests nothing"));
    let list = list.split("</section>").next().unwrap();
    let links: Vec<_> =
        list.split("class=\"item-title\"><a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!((1..=3).contains(&links.len()), "{kind:?} suggests {links:?}");
    for link in links {
        assert!(link.starts_with(&paths::list(language, kind)), "{link} is no {kind:?}");
        assert_eq!(portal.get(link).await.status, StatusCode::OK, "{link}");
    }
}

/// 14.1.7: what a deleted event was is its days above all.
#[tokio::test]
async fn the_tombstone_of_an_event_names_its_title_and_its_days() {
    let portal = TestPortal::start().await;
    let (desk, library, now) = (&portal.portal.desk, &portal.portal.library, portal.portal.clock.now());
    let listed = library.list(&Listing::newest(Kind::Event, Language::En, 1), now).await.unwrap();
    let event = listed.items.into_iter().next().unwrap();
    let address = paths::entry(Language::En, Kind::Event, &event.slug);
    let time = event.time.unwrap();
    assert!(portal.get(&address).await.body.contains(&time.start.to_string()));
    desk.delete(Kind::Event, &event.slug, "ana", now).await.unwrap();
    let gone = portal.get(&address).await.body;
    assert!(gone.contains(&event.edition.title) && gone.contains(&time.start.strftime("%Y").to_string()));
    assert!(gone.contains(&format!("datetime=\"{}", time.start)), "the days, for machines as well");
}

/// 14.1.7, 14.3.6
#[tokio::test]
async fn the_calendar_file_of_a_renamed_event_moves_with_it_and_that_of_a_deleted_one_is_gone() {
    let portal = TestPortal::start().await;
    let (desk, library, now) = (&portal.portal.desk, &portal.portal.library, portal.portal.clock.now());
    let listed = library.list(&Listing::newest(Kind::Event, Language::En, 1), now).await.unwrap();
    let event = listed.items.into_iter().next().unwrap();
    let renamed = "a-meeting-under-another-name".parse().unwrap();
    let file = |language: Language, slug| format!("{}.ics", paths::entry(language, Kind::Event, slug));
    assert_eq!(portal.get(&file(Language::En, &event.slug)).await.status, StatusCode::OK);
    desk.rename(Kind::Event, &event.slug, &renamed, "ana", now).await.unwrap();
    for language in Language::ALL {
        let moved = portal.get(&file(language, &event.slug)).await;
        assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT, "{language}");
        assert_eq!(moved.header(header::LOCATION), file(language, &renamed));
        assert!(portal.get(&file(language, &renamed)).await.body.contains("BEGIN:VEVENT"), "{language}");
    }
    desk.delete(Kind::Event, &renamed, "ana", now).await.unwrap();
    for language in Language::ALL {
        for slug in [&event.slug, &renamed] {
            assert_eq!(portal.get(&file(language, slug)).await.status, StatusCode::GONE, "{language} {slug}");
        }
    }
}

/// 14.1.7
#[tokio::test]
async fn the_tombstone_of_a_post_leads_to_posts_of_its_own_network_first() {
    let portal = TestPortal::start().await;
    let (desk, library, now) = (&portal.portal.desk, &portal.portal.library, portal.portal.clock.now());
    let listed = library.list(&Listing::newest(Kind::Post, Language::En, 50), now).await.unwrap();
    let shares_a_network = |post: &&Summary| {
        let alike = listed.items.iter().filter(|other| other.networks.first() == post.networks.first());
        !post.networks.is_empty() && (2..4).contains(&alike.count())
    };
    let gone = listed.items.iter().find(shares_a_network).unwrap();
    desk.delete(Kind::Post, &gone.slug, "ana", now).await.unwrap();
    let tombstone = portal.get(&paths::entry(Language::En, Kind::Post, &gone.slug)).await.body;
    for other in listed.items.iter().filter(|other| other.slug != gone.slug) {
        let is_alike = other.networks.contains(&gone.networks[0]);
        let address = paths::entry(Language::En, Kind::Post, &other.slug);
        assert_eq!(tombstone.contains(&format!("href=\"{address}\"")), is_alike, "{address}");
    }
}
