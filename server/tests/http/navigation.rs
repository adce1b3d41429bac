//! The frame of every page: menu, breadcrumb, footer, and what the portal leaves with who reads it.

use std::collections::BTreeSet;

use app::paths;
use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::account::Role;
use domain::entry::Kind;
use domain::listing::Listing;

use crate::accounts::post;
use crate::desk::staff;
use crate::portal::TestPortal;

/// What stands between two texts.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("no {from}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} behind {from}")).0
}

/// The addresses of the links in a piece of HTML, each with what stands before it.
fn links(html: &str) -> Vec<(&str, &str)> {
    let found = html.match_indices("<a ").filter_map(|(at, _)| {
        let tag = html[at..].split('>').next()?;
        Some((tag.split("href=\"").nth(1)?.split('"').next()?, &html[..at]))
    });
    found.collect()
}

/// What the menu of the portal has to hold: home, About and its pages, events, networks, resources, accounts.
async fn destinations(portal: &TestPortal, language: Language) -> Vec<String> {
    let about = ["about", "how-it-works", "objectives", "join", "structure", "other-processes"];
    let lists = [
        Kind::Country,
        Kind::Event,
        Kind::Post,
        Kind::Course,
        Kind::News,
        Kind::Media,
        Kind::Publication,
        Kind::Dataset,
    ];
    let networks = Listing::arranged(Kind::Network, language);
    let networks = portal.portal.library.list(&networks, portal.portal.clock.now()).await.unwrap().items;
    assert_eq!(networks.len(), 10);
    let accounts = [paths::home(language), paths::login(language), paths::register(language)];
    accounts
        .into_iter()
        .chain(about.map(|slug| paths::about(language, slug)))
        .chain(lists.map(|kind| paths::list(language, kind)))
        .chain(networks.iter().map(|network| paths::entry(language, Kind::Network, &network.slug)))
        .collect()
}

/// 14.1.1
#[tokio::test]
async fn the_header_of_every_page_leads_everywhere_in_two_activations_and_each_page_has_its_own_title() {
    let portal = TestPortal::start().await;
    for language in Language::ALL {
        let page = portal.get(&paths::entry(language, Kind::Country, &"haiti".parse().unwrap())).await.body;
        let header = between(&page, "<header", "</header>");
        let mut titles = BTreeSet::new();
        let destinations = destinations(&portal, language).await;
        for address in &destinations {
            let (_, before) = *links(header)
                .iter()
                .find(|(href, _)| href == address)
                .unwrap_or_else(|| panic!("the header does not lead to {address}"));
            let deep = before.matches("<details").count() - before.matches("</details>").count();
            assert!(deep <= 1, "{address} stands {deep} groups deep");
            let there = portal.get(address).await;
            assert_eq!(there.status, StatusCode::OK, "{address}");
            assert_eq!(there.body.matches("<h1").count(), 1, "{address}");
            let title = between(&there.body, "<title>", "</title>").to_owned();
            assert!(titles.insert(title.clone()), "{address} has the title of another page: {title}");
        }
        assert_eq!(titles.len(), destinations.len());
    }
}

/// 14.1.6
#[tokio::test]
async fn the_breadcrumb_of_each_kind_of_page_follows_its_path_and_the_menu_marks_where_one_is() {
    let portal = TestPortal::start().await;
    for language in Language::ALL {
        for path in [
            "/about",
            "/about/structure",
            "/networks",
            "/networks/migrant-smuggling",
            "/events",
            "/events/towards-a-caribbean-migration-conference",
            "/blog",
            "/blog/shortages-of-health-workers",
            "/news/study-of-labour-migration-in-guyana",
            "/repository/global-study-on-smuggling-of-migrants",
            "/e-campus/diaspora-mapping-toolkit",
            "/media/pictures-of-the-ten-networks",
            "/data/venezuelans-hosted",
            "/countries",
            "/countries/haiti",
            "/search",
            "/login",
            "/register",
        ] {
            let path = format!("/{language}{path}");
            let page = portal.get(&path).await.body;
            let crumbs = between(&page, "class=\"breadcrumb\"", "</nav>");
            let steps: Vec<_> = links(crumbs).into_iter().map(|(href, _)| href).collect();
            let above: Vec<_> = path.match_indices('/').skip(1).map(|(at, _)| &path[..at]).collect();
            assert_eq!(steps, above, "{path}");
            let title = between(&page, "<h1", "</h1>").split_once('>').unwrap().1;
            let here = crumbs.split("aria-current=\"page\"").nth(1).and_then(|rest| rest.split_once('>')).unwrap().1;
            assert!(here.starts_with(&format!("{title}<")), "{path} ends with itself: {here}");
            let menu = between(&page, "id=\"menu\"", "</nav>");
            let is_there = links(menu).iter().any(|(href, _)| *href == path);
            let marked: Vec<_> = menu.split("<a ").filter(|link| link.contains("aria-current=\"page\"")).collect();
            assert_eq!(marked.len(), usize::from(is_there), "{path}");
            assert!(marked.iter().all(|link| link.contains(&format!("href=\"{path}\""))), "{path}: {marked:?}");
        }
    }
}

/// 14.1.8
#[tokio::test]
async fn the_footer_says_what_this_is_who_supports_it_and_the_year() {
    let portal = TestPortal::start().await;
    for (language, owner, map) in [
        (Language::En, "International Organization for Migration (IOM)", "Site map"),
        (Language::Es, "Organización Internacional para las Migraciones (OIM)", "Mapa del sitio"),
    ] {
        let identity = portal.portal.library.identity(language).await.unwrap();
        let page = portal.get(&paths::home(language)).await.body;
        let footer = between(&page, "<footer", "</footer>");
        for part in [&identity.about, &identity.supporters, &identity.address, map, &format!("© 2018–2026 {owner}")]
        {
            assert!(footer.contains(part), "the footer in {language:?} lacks {part}");
        }
        for kind in [Kind::Country, Kind::News, Kind::Event, Kind::Publication, Kind::Network] {
            assert!(footer.contains(&format!("href=\"{}\"", paths::list(language, kind))), "{kind:?}");
        }
    }
    portal.pass(40 * 24 * 3600);
    assert!(portal.get("/en").await.body.contains("© 2018–2027 "), "the year is that of the clock");
}

/// The name of the cookie that an answer sets.
fn cookie(answer: &crate::portal::Answer) -> String {
    answer.header(header::SET_COOKIE).split('=').next().unwrap().to_owned()
}

/// 14.10.8
#[tokio::test]
async fn the_page_on_privacy_names_every_cookie_that_is_set_before_one_signs_in() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let notice = [
        ("banner.en", "The office is closed."),
        ("banner.es", "La oficina está cerrada."),
        ("starts", "2026-11-24T06:00"),
        ("ends", "2026-11-25T10:00"),
        ("task", "set"),
    ];
    post(&portal, "/en/staff/banner", &eve, &notice).await;
    let page = portal.get("/en").await.body;
    let key = between(&page, "name=\"key\" value=\"", "\"").to_owned();
    let switched = Request::get("/es")
        .header(header::HOST, "portal.example.org")
        .header(header::REFERER, "https://portal.example.org/en");
    let cookies = [
        cookie(&portal.send(switched).await),
        cookie(&post(&portal, "/en/light-mode", "", &[("light", "on"), ("back", "/en")]).await),
        cookie(&post(&portal, "/en/banner", "", &[("key", &key)]).await),
    ];
    assert!(cookies.iter().all(|name| !name.is_empty()), "each is set: {cookies:?}");
    for (language, [open, close], number) in [("en", ["“", "”"], "three"), ("es", ["«", "»"], "tres")] {
        let privacy = portal.get(&format!("/{language}/about/privacy")).await.body;
        for name in &cookies {
            assert!(privacy.contains(&format!("{open}{name}{close}")), "{language} does not name {name}");
        }
        assert!(privacy.contains(number), "{language} says how many there are");
    }
}
