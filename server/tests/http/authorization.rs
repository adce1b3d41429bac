//! Who may do what: every route of the service and every page of the app, asked by seven sorts of people. 14.8.10, 14.9.2.
//!
//! The routes are read from where they stand, so that a new one without a row here fails.

use std::collections::BTreeSet;

use axum::http::{Request, StatusCode, header};
use domain::account::{Profile, Role};
use domain::session::MailKey;
use domain::token::TokenHash;

use crate::accounts::{PASSWORD, get_as, person, post, signed_in};
use crate::portal::TestPortal;

/// A visitor, an applicant, a member, another member, a contributor, an editor, an admin.
const PEOPLE: [&str; 7] = ["visitor", "applicant", "member", "other member", "contributor", "editor", "admin"];

const EVERYBODY: [bool; 7] = [true; 7];
const SIGNED_IN: [bool; 7] = [false, true, true, true, true, true, true];
const MEMBERS: [bool; 7] = [false, false, true, true, true, true, true];
const WRITERS: [bool; 7] = [false, false, false, false, true, true, true];
const EDITORS: [bool; 7] = [false, false, false, false, false, true, true];
const ADMINS: [bool; 7] = [false, false, false, false, false, false, true];

/// Method and route; an address of it; what a form sends; who passes.
type Row = (&'static str, &'static str, &'static str, [bool; 7]);

const ROUTES: &[Row] = &[
    ("POST", "/{lang}/register", "/en/register", EVERYBODY),
    ("POST", "/{lang}/register/confirm", "/en/register/confirm", EVERYBODY),
    ("POST", "/{lang}/login", "/en/login", EVERYBODY),
    ("POST", "/{lang}/password", "/en/password", EVERYBODY),
    ("POST", "/{lang}/unsubscribe", "/en/unsubscribe", EVERYBODY),
    ("POST", "/{lang}/light-mode", "/en/light-mode", EVERYBODY),
    ("POST", "/{lang}/banner", "/en/banner", EVERYBODY),
    ("GET", "/favicon.ico", "/favicon.ico", EVERYBODY),
    ("GET", "/robots.txt", "/robots.txt", EVERYBODY),
    ("GET", "/sitemap.xml", "/sitemap.xml", EVERYBODY),
    ("GET", "/api/v1/openapi.json", "/api/v1/openapi.json", EVERYBODY),
    ("GET", "/api/v1/entries", "/api/v1/entries", EVERYBODY),
    ("GET", "/api/v1/entries/{uid}", "/api/v1/entries/unknown", EVERYBODY),
    ("GET", "/api/v1/events", "/api/v1/events", EVERYBODY),
    ("GET", "/api/v1/search", "/api/v1/search", EVERYBODY),
    ("GET", "/api/v1/networks", "/api/v1/networks", EVERYBODY),
    ("GET", "/api/v1/countries", "/api/v1/countries", EVERYBODY),
    ("GET", "/api/{*unknown}", "/api/v2", EVERYBODY),
    ("GET", "/{lang}/opensearch.xml", "/en/opensearch.xml", EVERYBODY),
    ("GET", "/{lang}/search/suggest", "/en/search/suggest", EVERYBODY),
    ("GET", "/{lang}/embed/calendar", "/en/embed/calendar", EVERYBODY),
    ("GET", "/{lang}/embed/events", "/es/embed/events", EVERYBODY),
    ("GET", "/{lang}/events.ics", "/en/events.ics", EVERYBODY),
    ("GET", "/{lang}/events/{slug}", "/en/events/workshop-on-investigating-migrant-smuggling", EVERYBODY),
    ("GET", "/{lang}/data/{slug}", "/en/data/remittances-received.csv", EVERYBODY),
    ("GET", "/oai", "/oai?verb=Identify", EVERYBODY),
    ("POST", "/oai", "/oai", EVERYBODY),
    ("GET", "/{lang}/repository/{slug}", "/en/repository/iom-regional-strategy.bib", EVERYBODY),
    ("GET", "/", "/", EVERYBODY),
    ("GET", "/health/live", "/health/live", EVERYBODY),
    ("GET", "/health/ready", "/health/ready", EVERYBODY),
    ("GET", "/fn/{*function}", "/fn/page?ask=Home&language=en", EVERYBODY),
    ("GET", "/{lang}/write/{key}", "/en/write/office", EVERYBODY),
    // The key is the permission.
    ("GET", "/{lang}/preview/{key}", "/en/preview/unknown", EVERYBODY),
    ("POST", "/{lang}/dashboard/sessions/{id}", "/en/dashboard/sessions/999", SIGNED_IN),
    ("POST", "/{lang}/dashboard/profile", "/en/dashboard/profile", SIGNED_IN),
    ("POST", "/{lang}/dashboard/saved", "/en/dashboard/saved", MEMBERS),
    ("GET", "/{lang}/dashboard/saved.csv", "/en/dashboard/saved.csv", MEMBERS),
    ("POST", "/{lang}/dashboard/calendar", "/en/dashboard/calendar", MEMBERS),
    // The key is the permission.
    ("GET", "/{lang}/calendar/{key}", "/en/calendar/unknown.ics", EVERYBODY),
    ("POST", "/{lang}/dashboard/networks", "/en/dashboard/networks", MEMBERS),
    ("GET", "/{lang}/dashboard/notices", "/en/dashboard/notices", MEMBERS),
    ("POST", "/{lang}/dashboard/notices", "/en/dashboard/notices", MEMBERS),
    ("GET", "/{lang}/dashboard/notices/stream", "/en/dashboard/notices/stream", MEMBERS),
    ("POST", "/{lang}/networks/{slug}/follow", "/en/networks/diaspora/follow", MEMBERS),
    ("POST", "/{lang}/{section}/{slug}/keep", "/en/networks/diaspora/keep", MEMBERS),
    (
        "POST",
        "/{lang}/events/{slug}/registration",
        "/en/events/workshop-on-investigating-migrant-smuggling/registration",
        MEMBERS,
    ),
    ("GET", "/{lang}/staff/content.csv", "/en/staff/content.csv", WRITERS),
    ("GET", "/{lang}/staff/audit.csv", "/en/staff/audit.csv", EDITORS),
    ("GET", "/{lang}/staff/visits.csv", "/en/staff/visits.csv", WRITERS),
    ("POST", "/{lang}/staff/outbox", "/en/staff/outbox", EDITORS),
    ("POST", "/{lang}/staff/banner", "/en/staff/banner", EDITORS),
    // Each file has a rule of its own: see the tests of files.
    ("GET", "/files/{uid}/{name}", "/files/abcdefghijkmnpqrstuv/a.pdf", EVERYBODY),
    ("GET", "/files/{uid}/{width}/{name}", "/files/abcdefghijkmnpqrstuv/480/a.jpg", EVERYBODY),
    ("POST", "/{lang}/staff/media", "/en/staff/media", WRITERS),
    ("POST", "/{lang}/staff/media/{uid}", "/en/staff/media/abcdefghijkmnpqrstuv", WRITERS),
    ("POST", "/{lang}/staff/media/{uid}/bin", "/en/staff/media/abcdefghijkmnpqrstuv/bin", EDITORS),
    ("POST", "/{lang}/staff/unsaved", "/en/staff/unsaved?place=network/diaspora", WRITERS),
    ("GET", "/{lang}/staff/unsaved/stream", "/en/staff/unsaved/stream?place=network/diaspora", WRITERS),
    ("POST", "/{lang}/staff/new/{section}", "/en/staff/new/blog", WRITERS),
    ("POST", "/{lang}/staff/edit/{section}/{slug}", "/en/staff/edit/networks/diaspora", WRITERS),
    ("POST", "/{lang}/staff/edit/{section}/{slug}/history", "/en/staff/edit/networks/diaspora/history", EDITORS),
    (
        "GET",
        "/{lang}/staff/edit/{section}/{slug}/preview",
        "/en/staff/edit/networks/diaspora/preview?as=visitor",
        WRITERS,
    ),
    ("POST", "/{lang}/staff/edit/{section}/{slug}/preview", "/en/staff/edit/networks/diaspora/preview", WRITERS),
    ("POST", "/{lang}/staff/edit/{section}/{slug}/bin", "/en/staff/edit/networks/diaspora/bin", EDITORS),
    ("POST", "/{lang}/staff/events/{slug}", "/en/staff/events/workshop-on-investigating-migrant-smuggling", EDITORS),
    (
        "POST",
        "/{lang}/staff/events/{slug}/members",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/members",
        EDITORS,
    ),
    (
        "POST",
        "/{lang}/staff/events/{slug}/questions",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/questions",
        EDITORS,
    ),
    (
        "POST",
        "/{lang}/staff/events/{slug}/change",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/change",
        EDITORS,
    ),
    (
        "POST",
        "/{lang}/staff/events/{slug}/import",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/import",
        EDITORS,
    ),
    // Members by their seat, which nobody here has: `join.rs` asks as each sort of them.
    ("GET", "/{lang}/events/{slug}/join", "/en/events/online-briefing-on-citing-migration-figures/join", WRITERS),
    ("POST", "/{lang}/staff/registrations/{id}", "/en/staff/registrations/999", EDITORS),
    (
        "GET",
        "/{lang}/staff/participants/{slug}",
        "/en/staff/participants/workshop-on-investigating-migrant-smuggling",
        EDITORS,
    ),
    ("POST", "/{lang}/staff/people/{id}", "/en/staff/people/999", ADMINS),
    // Last, for it ends the session.
    ("POST", "/{lang}/logout", "/en/logout", EVERYBODY),
];

const PAGES: &[Row] = &[
    ("GET", "/{lang}", "/en", EVERYBODY),
    ("GET", "/{lang}/networks", "/en/networks", EVERYBODY),
    ("GET", "/{lang}/networks/{slug}", "/en/networks/diaspora", EVERYBODY),
    ("GET", "/{lang}/events", "/en/events", EVERYBODY),
    ("GET", "/{lang}/events/{slug}", "/en/events/workshop-on-investigating-migrant-smuggling", EVERYBODY),
    ("GET", "/{lang}/search", "/en/search", EVERYBODY),
    ("GET", "/{lang}/login", "/en/login", EVERYBODY),
    ("GET", "/{lang}/register", "/en/register", EVERYBODY),
    ("GET", "/{lang}/register/confirm", "/en/register/confirm", EVERYBODY),
    ("GET", "/{lang}/password", "/en/password", EVERYBODY),
    ("GET", "/{lang}/unsubscribe", "/en/unsubscribe", EVERYBODY),
    ("GET", "/{lang}/about", "/en/about", EVERYBODY),
    ("GET", "/{lang}/{section}", "/en/blog", EVERYBODY),
    ("GET", "/{lang}/{section}/{slug}", "/en/countries/haiti", EVERYBODY),
    ("GET", "/{lang}/dashboard", "/en/dashboard", SIGNED_IN),
    ("GET", "/{lang}/dashboard/profile", "/en/dashboard/profile", SIGNED_IN),
    ("GET", "/{lang}/dashboard/saved", "/en/dashboard/saved", MEMBERS),
    ("GET", "/{lang}/staff", "/en/staff", WRITERS),
    ("GET", "/{lang}/staff/content", "/en/staff/content", WRITERS),
    ("GET", "/{lang}/staff/audit", "/en/staff/audit", EDITORS),
    ("GET", "/{lang}/staff/visits", "/en/staff/visits", WRITERS),
    ("GET", "/{lang}/staff/outbox", "/en/staff/outbox", EDITORS),
    ("GET", "/{lang}/staff/media", "/en/staff/media", WRITERS),
    ("GET", "/{lang}/staff/media/{uid}", "/en/staff/media/abcdefghijkmnpqrstuv", WRITERS),
    ("GET", "/{lang}/staff/banner", "/en/staff/banner", EDITORS),
    ("GET", "/{lang}/staff/new/{section}", "/en/staff/new/events", WRITERS),
    ("GET", "/{lang}/staff/edit/{section}/{slug}", "/en/staff/edit/networks/diaspora", WRITERS),
    ("GET", "/{lang}/staff/edit/{section}/{slug}/history", "/en/staff/edit/networks/diaspora/history", WRITERS),
    ("GET", "/{lang}/staff/edit/{section}/{slug}/preview", "/en/staff/edit/networks/diaspora/preview", WRITERS),
    ("GET", "/{lang}/staff/events/{slug}", "/en/staff/events/workshop-on-investigating-migrant-smuggling", EDITORS),
    (
        "GET",
        "/{lang}/staff/events/{slug}/change",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/change",
        EDITORS,
    ),
    (
        "GET",
        "/{lang}/staff/events/{slug}/import",
        "/en/staff/events/workshop-on-investigating-migrant-smuggling/import",
        EDITORS,
    ),
    ("GET", "/{lang}/staff/people", "/en/staff/people", ADMINS),
];

/// The one server function, by what it is asked for: the same as the pages, without a page around it.
const ASKS: &[(&str, [bool; 7])] = &[
    ("ask=Home", EVERYBODY),
    ("ask[Own][path]=dashboard&ask[Own][query]=", SIGNED_IN),
    ("ask[Own][path]=staff/people&ask[Own][query]=", ADMINS),
    ("ask[Own][path]=staff/events/workshop-on-investigating-migrant-smuggling&ask[Own][query]=", EDITORS),
    ("ask[Own][path]=staff/events/workshop-on-investigating-migrant-smuggling/change&ask[Own][query]=", EDITORS),
    ("ask[Own][path]=staff&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/outbox&ask[Own][query]=", EDITORS),
    ("ask[Own][path]=staff/visits&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/media&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/content&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/new/events&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/edit/networks/diaspora&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/edit/networks/diaspora/history&ask[Own][query]=", WRITERS),
    ("ask[Own][path]=staff/edit/networks/diaspora/preview&ask[Own][query]=", WRITERS),
];

/// The routes of the service, as its source names them.
fn routes_of_the_service() -> BTreeSet<(&'static str, String)> {
    let sources = [include_str!("../../src/router.rs"), include_str!("../../src/api/mod.rs")];
    let mut routes = BTreeSet::new();
    for line in
        sources.iter().flat_map(|source| source.lines()).filter_map(|line| line.trim().strip_prefix(".route(\""))
    {
        let (path, handlers) = line.split_once('"').unwrap();
        if handlers.contains("get(") || handlers.contains("any(") {
            routes.insert(("GET", path.to_owned()));
        }
        if handlers.contains("post(") || handlers.contains("takes(") {
            routes.insert(("POST", path.to_owned()));
        }
    }
    routes
}

/// The pages of the app, as its sources name them: each route, and behind those of accounts and of the desk each address.
fn pages_of_the_app() -> BTreeSet<(&'static str, String)> {
    let mut pages = BTreeSet::new();
    let routes = include_str!("../../../app/src/routes.rs").split("path={(").skip(1);
    for tuple in routes.map(|rest| rest.split(")}").next().unwrap()) {
        let parts = tuple.split(',').map(str::trim).filter(|part| !part.is_empty());
        let path: Option<String> = parts
            .map(|part| match part {
                "InLanguage" => Some("/{lang}".to_owned()),
                "SLUG" => Some("/{slug}".to_owned()),
                "SECTION" => Some("/{section}".to_owned()),
                // Read below.
                "ACCOUNTS" | "STAFF" | "OWN" => None,
                other => Some(format!("/{}", other.split('"').nth(1).unwrap())),
            })
            .collect();
        pages.extend(path.map(|path| ("GET", path)));
    }
    let addresses = include_str!("../../../app/src/own.rs").lines().filter_map(|line| line.trim().strip_prefix('['));
    for address in addresses.filter(|line| line.contains("] =>")) {
        let segments = address.split(']').next().unwrap().split(',').map(str::trim);
        let path: String = segments
            .map(|segment| match segment.strip_prefix('"') {
                Some(word) => format!("/{}", word.trim_end_matches('"')),
                None => format!("/{{{segment}}}"),
            })
            .collect();
        pages.insert(("GET", format!("/{{lang}}{path}")));
    }
    pages
}

/// Somebody of each sort, as the cookie that they send.
async fn people(portal: &TestPortal) -> Vec<String> {
    let applicant = "applicant@example.org";
    let profile = Profile {
        email: applicant.parse().unwrap(),
        name: "Applicant".to_owned(),
        country: None,
        institution: "Ministry".to_owned(),
        function: "Officer".to_owned(),
        networks: Vec::new(),
        language: domain::Language::En,
        digest: domain::notice::Every::Week,
    };
    let hash = server::accounts::password::hash(PASSWORD.to_owned()).await.unwrap();
    let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
    accounts.apply(&profile, &hash, now).await.unwrap();
    let id = accounts.credentials(&profile.email).await.unwrap().unwrap().0.id;
    accounts.issue_key(id, MailKey::Confirm, &TokenHash::of("key"), now).await.unwrap();
    accounts.confirm(&TokenHash::of("key"), now).await.unwrap();
    let mut cookies = vec![String::new(), signed_in(portal, applicant).await];
    let others = [Role::Member, Role::Member, Role::Contributor, Role::Editor, Role::Admin];
    for (number, role) in others.into_iter().enumerate() {
        let email = format!("person{number}@example.org");
        person(portal, &email, role).await;
        cookies.push(signed_in(portal, &email).await);
    }
    cookies
}

/// Whether an answer lets through: neither refused, nor led to sign in.
fn passes(status: StatusCode, location: &str) -> bool {
    let is_led_to_sign_in = status == StatusCode::SEE_OTHER && location.contains("/login");
    !is_led_to_sign_in && !matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
}

async fn ask(portal: &TestPortal, method: &str, address: &str, cookie: &str) -> (StatusCode, String) {
    let answer = if address.contains("/stream") {
        portal.head_of(Request::get(address).header(header::COOKIE, cookie)).await
    } else if method == "GET" {
        get_as(portal, address, cookie).await
    } else {
        post(portal, address, cookie, &[("revision", "999999"), ("latest", "0")]).await
    };
    let location = answer.header(header::LOCATION).to_owned();
    (answer.status, location)
}

#[test]
fn every_route_and_every_page_has_a_row() {
    let listed = |rows: &[Row]| rows.iter().map(|row| (row.0, row.1.to_owned())).collect::<BTreeSet<_>>();
    assert_eq!(listed(ROUTES), routes_of_the_service());
    assert_eq!(listed(PAGES), pages_of_the_app());
}

#[tokio::test]
async fn each_sort_of_people_passes_where_its_row_says_so_and_nowhere_else() {
    let portal = TestPortal::start().await;
    let cookies = people(&portal).await;
    let mut wrong = Vec::new();
    for (method, _, address, may) in PAGES.iter().chain(ROUTES) {
        for ((cookie, who), may) in cookies.iter().zip(PEOPLE).zip(may) {
            let (status, location) = ask(&portal, method, address, cookie).await;
            assert!(status.as_u16() < 500, "{method} {address} as {who}: {status}");
            if passes(status, &location) != *may {
                wrong.push(format!("{method} {address} as {who}: {status} {location}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn the_server_function_answers_whom_its_page_answers() {
    let portal = TestPortal::start().await;
    let cookies = people(&portal).await;
    let mut wrong = Vec::new();
    for (asked, may) in ASKS {
        let address = format!("/fn/page?{}&language=en", asked.replace('[', "%5B").replace(']', "%5D"));
        for ((cookie, who), may) in cookies.iter().zip(PEOPLE).zip(may) {
            let answer = get_as(&portal, &address, cookie).await;
            let expected =
                if *may { [StatusCode::OK, StatusCode::OK] } else { [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN] };
            if !expected.contains(&answer.status) {
                wrong.push(format!(
                    "{asked} as {who}: {} {}",
                    answer.status,
                    answer.body.chars().take(200).collect::<String>()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn another_persons_session_is_not_ended_by_its_number() {
    let portal = TestPortal::start().await;
    let id = person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "ben@example.org", Role::Member).await;
    let (ana, ben) = (signed_in(&portal, "ana@example.org").await, signed_in(&portal, "ben@example.org").await);
    let session = portal.portal.accounts.sessions(id, portal.portal.clock.now()).await.unwrap()[0].id;
    post(&portal, &format!("/en/dashboard/sessions/{session}"), &ben, &[]).await;
    assert_eq!(get_as(&portal, "/en/dashboard", &ana).await.status, StatusCode::OK);
}
