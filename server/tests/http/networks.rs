//! The pages of the ten networks.

use app::paths;
use axum::http::StatusCode;
use domain::Language::{self, En, Es};
use domain::entry::{Edition, Kind, Words};
use domain::event::{EventState, EventTime};
use domain::language::Texts;
use domain::listing::Listing;
use domain::pack::EntryDraft;
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::drafts::all_day;
use crate::portal::TestPortal;

fn titled(title: &str) -> Edition {
    Edition { title: title.to_owned(), summary: String::new(), picture_alt: String::new(), words: Words::default() }
}

/// 14.10.1
#[tokio::test]
async fn a_network_leads_to_its_feeds_and_its_calendar_and_each_of_them_answers() {
    let portal = TestPortal::start().await;
    for (language, names) in [
        ("en", ["Atom feed: Blog", "Atom feed: News", "Subscribe in a calendar", "Download these events"]),
        ("es", ["Canal Atom: Blog", "Canal Atom: Noticias", "Suscribirse en un calendario", "Descargar estos eventos"]),
    ] {
        let page = portal.get(&format!("/{language}/networks/diaspora")).await.body;
        for name in names {
            assert!(page.contains(name), "{language} {name}");
        }
        let calendar = format!("/{language}/events.ics?network=diaspora");
        assert!(page.contains(&format!("href=\"webcal://portal.example.org{calendar}\"")), "{language}");
        for address in
            ["blog.atom", "news.atom", "events.ics"].map(|file| format!("/{language}/{file}?network=diaspora"))
        {
            assert!(page.contains(&format!("<a href=\"{address}\"")), "{address}");
            assert_eq!(portal.get(&address).await.status, StatusCode::OK, "{address}");
        }
    }
}

/// A network of which nothing but its title is known.
async fn bare(portal: &TestPortal) {
    let draft = EntryDraft {
        slug: "island-harbours".parse().unwrap(),
        editions: Texts::from_iter([(En, titled("Island harbours")), (Es, titled("Puertos de las islas"))]),
        ..EntryDraft::blank(Kind::Network, En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
}

/// An event of that network, of one day.
async fn event(portal: &TestPortal, name: &str, day: Date, state: EventState) {
    let time = EventTime { state, ..all_day(day) };
    let draft = EntryDraft {
        slug: name.parse().unwrap(),
        editions: Texts::from_iter([(En, titled(name))]),
        networks: vec!["island-harbours".parse().unwrap()],
        time: Some(time),
        ..EntryDraft::blank(Kind::Event, En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
}

/// The addresses of the networks.
async fn networks(portal: &TestPortal, language: Language) -> Vec<String> {
    let every = Listing::arranged(Kind::Network, language);
    let networks = portal.portal.library.list(&every, portal.portal.clock.now()).await.unwrap().items;
    networks.iter().map(|network| paths::entry(language, Kind::Network, &network.slug)).collect()
}

/// The rows of a list of a page: those under the heading with this id.
fn rows<'a>(page: &'a str, id: &str) -> Vec<&'a str> {
    let list = page.split_once(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}")).1;
    list.split("</section>").next().unwrap().split("<li class=\"item\">").skip(1).collect()
}

/// 14.2.2
#[tokio::test]
async fn a_network_of_which_there_is_nothing_yet_says_so_and_shows_no_empty_list() {
    let portal = TestPortal::start().await;
    bare(&portal).await;
    for (language, sentences) in [
        (
            En,
            [
                "This network has no events yet.",
                "Nobody has written about this network yet.",
                "The repository has no publication of this network yet.",
            ],
        ),
        (
            Es,
            [
                "Esta red aún no tiene eventos.",
                "Todavía nadie ha escrito sobre esta red.",
                "El repositorio aún no tiene publicaciones de esta red.",
            ],
        ),
    ] {
        let answer = portal.get(&format!("/{language}/networks/island-harbours")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let main = answer.body.split_once("<main").unwrap().1.split("</main>").next().unwrap();
        for sentence in sentences {
            assert!(main.contains(&format!("<p class=\"empty\">{sentence}<")), "{language}: {sentence}");
        }
        assert!(!main.contains("class=\"items\"") && !main.contains("class=\"more\""), "{language}: no list");
        assert!(!main.contains("role=\"list\"></ul>") && !main.contains("lead-picture"), "{language}: no blank box");
    }
}

/// 14.2.3
#[tokio::test]
async fn what_takes_place_comes_first_and_what_was_called_off_is_past_like_everything_else() {
    let portal = TestPortal::start().await;
    bare(&portal).await;
    event(&portal, "called-off", date(2026, 12, 1), EventState::Cancelled).await;
    event(&portal, "put-off", date(2026, 12, 2), EventState::Postponed).await;
    event(&portal, "held", date(2026, 12, 3), EventState::Scheduled).await;
    let page = portal.get("/en/networks/island-harbours").await.body;
    let order: Vec<_> = rows(&page, "related-events");
    assert_eq!(order.len(), 3);
    for (row, [name, badge]) in order.iter().zip([["held", ""], ["called-off", "Cancelled"], ["put-off", "Postponed"]])
    {
        assert!(row.contains(&format!("/events/{name}\"")) && row.contains(badge), "{row}");
        assert!(!row.contains(">Past<"), "{row}");
    }
    portal.pass(30 * 24 * 3600);
    let page = portal.get("/en/networks/island-harbours").await.body;
    for (row, badge) in rows(&page, "related-events").iter().zip(["held", "Postponed", "Cancelled"]) {
        assert!(row.contains(">Past<") && row.contains(badge), "{row}");
    }
}

/// 14.2.3
#[tokio::test]
async fn on_each_network_next_events_come_first_by_the_day_and_past_ones_are_marked() {
    let portal = TestPortal::start().await;
    let mut seen = 0;
    for later in [0, 400 * 24 * 3600] {
        portal.pass(later);
        for (language, past) in [(En, ">Past<"), (Es, ">Pasado<")] {
            for address in networks(&portal, language).await {
                let page = portal.get(&address).await.body;
                let events: Vec<_> = rows(&page, "related-events")
                    .into_iter()
                    .map(|row| {
                        let day = row.split("datetime=\"").nth(1).unwrap().split('"').next().unwrap();
                        (row.contains(past), day)
                    })
                    .collect();
                assert!(!events.is_empty(), "{address}");
                let begin = events.iter().position(|(is_past, _)| *is_past).unwrap_or(events.len());
                let (next, over) = events.split_at(begin);
                assert!(next.is_sorted_by_key(|(_, day)| *day), "{address}: {next:?}");
                assert!(over.iter().all(|(is_past, _)| *is_past), "{address}: a next event behind a past one");
                assert!(over.is_sorted_by(|one, other| one.1 >= other.1), "{address}: {over:?}");
                assert!(later == 0 || next.is_empty(), "{address}: after {later} seconds all is over");
                seen += next.len();
            }
        }
    }
    assert!(seen > 10, "there were next events to compare: {seen}");
}

/// 14.2.5
#[tokio::test]
async fn no_page_of_the_portal_holds_a_mail_address_that_could_be_gathered() {
    let portal = TestPortal::start().await;
    let map = portal.get("/sitemap.xml").await.body;
    let addresses: Vec<_> =
        map.split("<loc>https://portal.example.org").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert!(addresses.len() > 100, "{}", addresses.len());
    for address in addresses {
        let page = portal.get(address).await.body;
        // What a script reads is JSON with contexts such as `@type`.
        let read: String =
            page.split("<script").map(|part| part.split_once("</script>").map_or(part, |(_, rest)| rest)).collect();
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "._%+-".contains(letter);
        for (at, _) in read.match_indices('@') {
            let host = read[at + 1..].split(|letter| !is_part(letter)).next().unwrap();
            let is_address = read[..at].ends_with(is_part) && host.contains('.');
            assert!(!is_address, "{address}: …{}", &read[at.saturating_sub(20)..at + host.len()]);
        }
    }
}

/// 14.2.9
#[tokio::test]
async fn each_network_names_its_feeds_in_its_head_and_they_are_of_it_alone() {
    let portal = TestPortal::start().await;
    for language in Language::ALL {
        for address in networks(&portal, language).await {
            let page = portal.get(&address).await.body;
            let head = page.split("</head>").next().unwrap();
            let network = address.rsplit('/').next().unwrap();
            for (kind, path) in [
                ("application/atom+xml", format!("/{language}/blog.atom?network={network}")),
                ("text/calendar", format!("/{language}/events.ics?network={network}")),
            ] {
                let link = head.split("<link ").find(|link| link.contains(&format!("href=\"{path}\"")));
                let link = link.unwrap_or_else(|| panic!("{address} does not name {path}"));
                assert!(link.contains("rel=\"alternate\"") && link.contains(kind), "{link}");
                assert_eq!(portal.get(&path).await.status, StatusCode::OK, "{path}");
            }
            let events = portal.get(&format!("/{language}/events.ics?network={network}")).await.body;
            let listed = listed(&portal, &format!("/{language}/events.json?network={network}&when=all")).await;
            assert!(!listed.is_empty());
            assert_eq!(events.matches("BEGIN:VEVENT").count(), listed.len(), "{address}");
            let posts = portal.get(&format!("/{language}/blog.atom?network={network}")).await.body;
            let listed = self::listed(&portal, &format!("/{language}/blog.json?network={network}")).await;
            let mut told: Vec<_> = posts
                .split("<entry ")
                .skip(1)
                .map(|entry| entry.split("type=\"text/html\" href=\"").nth(1).unwrap().split('"').next().unwrap())
                .collect();
            told.sort_unstable();
            assert!(!told.is_empty());
            assert_eq!(told, listed, "{address}");
        }
    }
}

/// The addresses of what a list holds, in their alphabet.
async fn listed(portal: &TestPortal, address: &str) -> Vec<String> {
    let list: Value = serde_json::from_str(&portal.get(address).await.body).unwrap();
    let items = list["items"].as_array().unwrap();
    assert_eq!(list["total"], items.len(), "{address}");
    let mut listed: Vec<_> = items.iter().map(|item| item["links"]["html"].as_str().unwrap().to_owned()).collect();
    listed.sort_unstable();
    listed
}
