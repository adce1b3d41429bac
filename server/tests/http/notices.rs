//! Notices, letters about networks, and how these end: 14.2.7, 14.8.6.

use std::time::Duration;

use axum::http::{Request, StatusCode, header};
use domain::Language::{self, En, Es};
use domain::account::{Member, Role};
use domain::entry::{Details, Edition, Kind, Visibility, Words};
use domain::language::Texts;
use domain::mark::Notices;
use domain::pack::EntryDraft;
use futures::StreamExt;

use crate::accounts::{get_as, person_in, post, signed_in};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

const HOUR: i64 = 3600;
const WEEK: i64 = 7 * 24 * HOUR;

/// A member who hears of one network like this.
async fn member(portal: &TestPortal, name: &str, language: Language, notices: Notices) -> i64 {
    let id = person_in(portal, &format!("{name}@example.org"), Role::Member, language).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    portal.portal.marks.follow(&member, &"diaspora".parse().unwrap(), Some(notices)).await.unwrap();
    id
}

async fn choice(portal: &TestPortal, account: i64) -> Option<Notices> {
    portal.portal.marks.following(&"diaspora".parse().unwrap(), Some(account)).await.unwrap().own
}

/// A post of the network in both languages, which is published in so many seconds.
async fn write(portal: &TestPortal, name: &str, seconds: i64) -> i64 {
    let edition = |title: &str| Edition {
        title: title.to_owned(),
        summary: format!("<{title}>"),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let draft = EntryDraft {
        kind: Kind::Post,
        slug: name.parse().unwrap(),
        visibility: Visibility::Public,
        source: En,
        position: 0,
        published: None,
        picture: None,
        files: Vec::new(),
        networks: vec!["diaspora".parse().unwrap()],
        countries: Vec::new(),
        details: Details::Plain,
        time: None,
        seats: None,
        meeting: None,
        sessions: Vec::new(),
        editions: Texts::from_iter([(En, edition("Ferries & homes")), (Es, edition("Años de travesía"))]),
        blocks: Vec::new(),
        figures: Vec::new(),
    };
    let at = portal.portal.clock.now() + jiff::SignedDuration::from_secs(seconds);
    portal.portal.desk.create(&draft, "ana", "a test", at).await.unwrap()
}

async fn publish(portal: &TestPortal, name: &str) {
    let entry = write(portal, name, 0).await;
    portal.portal.inbox.announce(entry, portal.portal.clock.now()).await.unwrap();
}

#[tokio::test]
async fn what_is_published_comes_at_once_by_one_letter_in_the_readers_language() {
    let portal = TestPortal::start().await;
    member(&portal, "ana", Es, Notices::All).await;
    member(&portal, "ben", En, Notices::All).await;
    member(&portal, "cam", En, Notices::Digest).await;
    let mailbox = Mailbox::new();
    let entry = write(&portal, "ferries", HOUR).await;
    portal.portal.inbox.announce(entry, portal.portal.clock.now()).await.unwrap();
    assert!(mailbox.fetch(&portal).await.is_empty(), "it is not published yet");
    portal.pass(HOUR);
    let letters = mailbox.fetch(&portal).await;
    let [spanish, english] = letters.as_slice() else { panic!("{letters:?}") };
    assert!(spanish.header("To").contains("ana@example.org") && english.header("To").contains("ben@example.org"));
    for part in ["Hola, Person of ana@example.org:", "Años de travesía\nhttps://portal.example.org/es/blog/ferries\n"]
    {
        assert!(spanish.text.contains(part), "{}", spanish.text);
    }
    assert_eq!(english.subject(), "New in Diaspora: Ferries & homes");
    assert!(english.text.contains("New in ") && english.text.contains("Blog post\n<Ferries & homes>"));
    let link = "<p><a href=\"https://portal.example.org/en/blog/ferries\">Ferries &amp; homes</a></p>";
    assert!(english.html.contains(link) && english.html.contains("<html lang=\"en\">"), "{}", english.html);
    for letter in &letters {
        assert!(letter.header("List-Unsubscribe").starts_with("<https://portal.example.org/e"), "{}", letter.headers);
        assert_eq!(letter.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(letter.text.contains(letter.header("List-Unsubscribe").trim_matches(['<', '>'])));
    }
    // A second edition, a second node, a second try: the change was told.
    portal.portal.inbox.announce(entry, portal.portal.clock.now()).await.unwrap();
    portal.pass(24 * HOUR);
    assert!(mailbox.fetch(&portal).await.is_empty());
}

#[tokio::test]
async fn the_weekly_letter_gathers_what_is_new_in_the_readers_language() {
    let portal = TestPortal::start().await;
    member(&portal, "ana", Es, Notices::Digest).await;
    member(&portal, "ben", En, Notices::Digest).await;
    member(&portal, "cam", En, Notices::None).await;
    let mailbox = Mailbox::new();
    portal.pass(HOUR);
    for name in ["ferries", "homes"] {
        publish(&portal, name).await;
    }
    assert!(mailbox.fetch(&portal).await.is_empty());
    portal.pass(WEEK);
    let letters = mailbox.fetch(&portal).await;
    let [spanish, english] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(spanish.subject(), "Lo nuevo en sus redes: 2 publicaciones, 24 de noviembre al 1 de diciembre de 2026");
    assert!(spanish.text.contains("(24 de noviembre al 1 de diciembre de 2026)"), "{}", spanish.text);
    assert_eq!(english.subject(), "New in your networks: 2 items, 24 November to 1 December 2026");
    assert!(english.text.contains("(24 November to 1 December 2026)"), "{}", english.text);
    for (letter, language) in [(spanish, "es"), (english, "en")] {
        for name in ["ferries", "homes"] {
            let address = format!("https://portal.example.org/{language}/blog/{name}");
            assert_eq!(letter.text.matches(&address).count(), 1, "{}", letter.text);
            assert_eq!(letter.html.matches(&format!("href=\"{address}\"")).count(), 1, "{}", letter.html);
        }
        assert!(letter.end().starts_with(&format!("/{language}/unsubscribe?key=")));
    }
    portal.pass(2 * WEEK);
    assert!(mailbox.fetch(&portal).await.is_empty(), "nothing is new");
}

// 14.8.4
#[tokio::test]
async fn a_digest_comes_every_day_to_who_wants_it_so_in_their_language() {
    let portal = TestPortal::start().await;
    member(&portal, "ana", Es, Notices::Digest).await;
    member(&portal, "ben", En, Notices::Digest).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let profile = |digest| {
        let about = [("form", "profile"), ("name", "Ana"), ("institution", "Ministry"), ("function", "Officer")];
        about.into_iter().chain([("language", "es"), ("digest", digest)]).collect::<Vec<_>>()
    };
    let unknown = post(&portal, "/es/dashboard/profile", &cookie, &profile("hour")).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("Resumen de sus redes: no se entendió «hour»"));
    let saved = post(&portal, "/es/dashboard/profile", &cookie, &profile("day")).await;
    assert_eq!(saved.header(header::LOCATION), "/es/dashboard/profile?done=profile");
    assert!(get_as(&portal, "/es/networks/diaspora", &cookie).await.body.contains("Un resumen diario"));
    let mailbox = Mailbox::new();
    portal.pass(HOUR);
    publish(&portal, "ferries").await;
    portal.pass(24 * HOUR);
    let letters = mailbox.fetch(&portal).await;
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!(letter.subject(), "Lo nuevo en sus redes: 1 publicación, 24 y 25 de noviembre de 2026");
    assert!(letter.text.contains("/es/blog/ferries") && !letter.end().is_empty());
    portal.pass(24 * HOUR);
    assert!(mailbox.fetch(&portal).await.is_empty(), "nothing is new");
    portal.pass(5 * 24 * HOUR);
    let weekly = mailbox.fetch(&portal).await;
    assert_eq!(weekly.len(), 1);
    assert!(weekly[0].header("To").contains("ben@example.org") && weekly[0].text.contains("/en/blog/ferries"));
}

// 14.2.7
#[tokio::test]
async fn following_offers_how_much_one_hears_and_says_what_each_choice_gives() {
    let portal = TestPortal::start().await;
    let ana = person_in(&portal, "ana@example.org", Role::Member, En).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let page = get_as(&portal, "/en/networks/migration-data", &cookie).await.body;
    for part in ["How much do you want to hear of it?", "a notice and a letter as soon as", "A weekly digest", "Follow"]
    {
        assert!(page.contains(part), "it lacks {part}");
    }
    let follow = "/en/networks/migration-data/follow";
    let of_data =
        async || portal.portal.marks.following(&"migration-data".parse().unwrap(), Some(ana)).await.unwrap().own;
    for notices in [Notices::All, Notices::None] {
        let sent = post(&portal, follow, &cookie, &[("follow", "yes"), ("notices", notices.code())]).await;
        assert_eq!(sent.header(header::LOCATION), "/en/networks/migration-data#marks");
        assert_eq!(of_data().await, Some(notices));
    }
    let refused = post(&portal, follow, &cookie, &[("follow", "yes"), ("notices", "shout")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(of_data().await, Some(Notices::None));
    assert!(!portal.get("/en/networks/migration-data").await.body.contains("follow-choice"), "a visitor has no choice");
}

// 14.8.4
#[tokio::test]
async fn visiting_what_a_notice_tells_of_marks_it_as_read() {
    let portal = TestPortal::start().await;
    let ana = member(&portal, "ana", En, Notices::All).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    for name in ["ferries", "homes"] {
        publish(&portal, name).await;
    }
    let unread = async || portal.portal.inbox.unread(ana, portal.portal.clock.now()).await.unwrap();
    assert_eq!(unread().await, 2);
    assert_eq!(portal.get("/en/blog/ferries").await.status, StatusCode::OK);
    assert_eq!(unread().await, 2, "somebody else read it");
    get_as(&portal, "/en/blog/ferries", &cookie).await;
    assert_eq!(unread().await, 1);
    // The browser asks for pages by the server function.
    get_as(
        &portal,
        "/fn/page?ask%5BEntry%5D%5Bkind%5D=post&ask%5BEntry%5D%5Bslug%5D=homes&ask%5BEntry%5D%5Bquery%5D=&language=en",
        &cookie,
    )
    .await;
    assert_eq!(unread().await, 0);
    let writes = portal.portal.pulse.writes();
    get_as(&portal, "/en/blog/homes", &cookie).await;
    assert_eq!(portal.portal.pulse.writes(), writes, "a visit without notices writes nothing");
}

#[tokio::test]
async fn who_ended_letters_gets_none_that_waits() {
    let portal = TestPortal::start().await;
    let ana = member(&portal, "ana", En, Notices::All).await;
    publish(&portal, "ferries").await;
    let member = Member::of(&portal.portal.accounts.account(ana).await.unwrap()).unwrap();
    portal.portal.marks.follow(&member, &"diaspora".parse().unwrap(), Some(Notices::None)).await.unwrap();
    assert!(Mailbox::new().fetch(&portal).await.is_empty());
}

#[tokio::test]
async fn opening_the_link_of_a_letter_ends_nothing_and_its_button_does() {
    let portal = TestPortal::start().await;
    let ana = member(&portal, "ana", Es, Notices::All).await;
    publish(&portal, "ferries").await;
    let letters = Mailbox::new().fetch(&portal).await;
    let end = letters[0].end();
    let page = portal.get(&end).await;
    assert_eq!(page.status, StatusCode::OK);
    let action = format!("<form method=\"post\" action=\"{end}\"");
    assert!(
        page.body.contains(&action) && page.body.contains("Darse de baja de todos los correos sobre redes"),
        "{}",
        page.body
    );
    assert!(!page.headers.get_all(header::SET_COOKIE).iter().any(|_| true));
    assert_eq!(choice(&portal, ana).await, Some(Notices::All));
    // Of one network, as the letter also offers.
    let of_network = format!("{end}&network=diaspora");
    assert!(letters[0].text.contains(&of_network));
    assert!(portal.get(&of_network).await.body.contains("Darse de baja de los correos sobre"));
    for _again in 0..2 {
        let done = post(&portal, &of_network, "", &[]).await;
        assert_eq!(done.status, StatusCode::OK);
        assert!(
            done.body.contains("no llegarán más correos sobre") && done.body.contains("Usted la sigue como antes."),
            "{}",
            done.body
        );
        assert_eq!(choice(&portal, ana).await, Some(Notices::None));
    }
}

// 14.8.4
#[tokio::test]
async fn a_mail_program_ends_letters_by_one_click_without_a_session() {
    let portal = TestPortal::start().await;
    let (ana, ben) = (member(&portal, "ana", En, Notices::All).await, member(&portal, "ben", En, Notices::All).await);
    publish(&portal, "ferries").await;
    let letters = Mailbox::new().fetch(&portal).await;
    let click = |address: &str| {
        Request::post(address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "portal.example.org")
    };
    let body = || "List-Unsubscribe=One-Click".to_owned();
    assert_eq!(portal.send_with(click(&letters[0].end()), body()).await.status, StatusCode::OK);
    assert_eq!((choice(&portal, ana).await, choice(&portal, ben).await), (Some(Notices::None), Some(Notices::All)));
    let elsewhere =
        click(&letters[1].end()).header(header::ORIGIN, "https://mail.example").header("sec-fetch-site", "cross-site");
    assert_eq!(portal.send_with(elsewhere, body()).await.status, StatusCode::OK, "from the page of a mail program");
    assert_eq!(choice(&portal, ben).await, Some(Notices::None));
    for address in ["/en/unsubscribe", "/en/unsubscribe?key=guessed"] {
        let guessed = portal.send_with(click(address), body()).await;
        assert_eq!(guessed.status, StatusCode::GONE);
        assert!(guessed.body.contains("This link has lapsed."));
    }
    portal.pass(366 * 24 * HOUR);
    assert_eq!(portal.send_with(click(&letters[0].end()), body()).await.status, StatusCode::GONE);
}

// 14.8.4
#[tokio::test]
async fn notices_stand_on_the_dashboard_until_they_are_read() {
    let portal = TestPortal::start().await;
    let ana = member(&portal, "ana", En, Notices::All).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let empty = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(empty.contains("No notices yet.") && empty.contains("No unread notices"), "{empty}");
    assert!(!empty.contains("Mark all as read"));
    publish(&portal, "ferries").await;
    let event = "/en/events/workshop-on-investigating-migrant-smuggling";
    post(&portal, &format!("{event}/registration"), &cookie, &[("task", "register")]).await;
    let page = get_as(&portal, "/es/dashboard", &cookie).await.body;
    for part in [
        "/es/blog/ferries",
        "Se publicó en una red que usted sigue",
        "Sin leer",
        "Su inscripción: Inscripción confirmada",
        "2 avisos sin leer",
        "24 de noviembre de 2026",
    ] {
        assert!(page.contains(part), "it lacks {part}: {page}");
    }
    let elsewhere = get_as(&portal, "/en/events", &cookie).await.body;
    assert!(elsewhere.contains("> (<!>2 unread notices"), "{elsewhere}");
    let latest = portal.portal.inbox.notices(ana, 1, portal.portal.clock.now()).await.unwrap()[0].id.to_string();
    assert!(page.contains(&format!("value=\"{latest}\"")));
    let marked = post(&portal, "/en/dashboard/notices", &cookie, &[("latest", latest.as_str())]).await;
    let leads = (marked.status, marked.header(header::LOCATION));
    assert_eq!(leads, (StatusCode::SEE_OTHER, "/en/dashboard#notices"));
    let page = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(page.contains("/en/blog/ferries") && page.contains("No unread notices"));
    assert!(!page.contains(">Unread<") && !page.contains("Mark all as read"));
    let nonsense = post(&portal, "/en/dashboard/notices", &cookie, &[("latest", "all")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn nobody_reaches_the_notices_of_another() {
    let portal = TestPortal::start().await;
    let ana = member(&portal, "ana", En, Notices::All).await;
    member(&portal, "ben", En, Notices::None).await;
    let ben = signed_in(&portal, "ben@example.org").await;
    publish(&portal, "ferries").await;
    let now = portal.portal.clock.now();
    let latest = portal.portal.inbox.notices(ana, 1, now).await.unwrap()[0].id.to_string();
    for cookie in [ben.as_str(), ""] {
        post(&portal, "/en/dashboard/notices", cookie, &[("latest", latest.as_str())]).await;
        assert_eq!(portal.portal.inbox.unread(ana, now).await, Ok(1));
    }
    assert!(!get_as(&portal, "/en/dashboard", &ben).await.body.contains("Published in a network that you follow"));
    let ask = |address: &str, cookie: &str| {
        Request::get(address).header(header::ACCEPT, "text/plain").header(header::COOKIE, cookie)
    };
    let address = "/en/dashboard/notices";
    assert_eq!(portal.send(ask(address, &ben)).await.body, "No unread notices");
    assert_eq!(portal.send(ask(address, "")).await.status, StatusCode::UNAUTHORIZED);
    let led = get_as(&portal, address, &ben).await;
    assert_eq!((led.status, led.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/en/dashboard#notices"));
    let stream = Request::get("/en/dashboard/notices/stream").header(header::ACCEPT, "text/event-stream");
    assert_eq!(portal.send(stream).await.status, StatusCode::UNAUTHORIZED);
}

// 14.8.3
#[tokio::test]
async fn a_page_that_is_open_hears_of_each_notice() {
    let portal = TestPortal::start().await;
    member(&portal, "ana", En, Notices::All).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let request = Request::get("/en/dashboard/notices/stream")
        .header(header::ACCEPT, "text/event-stream")
        .header(header::ACCEPT_ENCODING, "gzip, br")
        .header(header::COOKIE, &cookie);
    let response = portal.open(request, String::new()).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    assert!(!response.headers().contains_key(header::CONTENT_ENCODING));
    let mut events = response.into_body().into_data_stream();
    let mut next = async || {
        let event = tokio::time::timeout(Duration::from_secs(10), events.next()).await.unwrap();
        event.map(|event| String::from_utf8(event.unwrap().to_vec()).unwrap())
    };
    assert_eq!(next().await.unwrap(), "event: unread\ndata: No unread notices\n\n");
    publish(&portal, "ferries").await;
    // It may be looked between the entry and its notice.
    let mut told = next().await.unwrap();
    if told.contains("No unread") {
        told = next().await.unwrap();
    }
    assert_eq!(told, "event: unread\ndata: 1 unread notice\n\n");
    portal.end();
    assert_eq!(next().await, None, "no stream outlives the service");
}

#[tokio::test]
async fn a_page_that_is_open_does_not_keep_its_session_alive() {
    let portal = TestPortal::start().await;
    member(&portal, "ana", En, Notices::All).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let ask =
        || Request::get("/en/dashboard/notices").header(header::ACCEPT, "text/plain").header(header::COOKIE, &cookie);
    for _hour in 1..12 {
        portal.pass(HOUR);
        assert_eq!(portal.send(ask()).await.status, StatusCode::OK);
    }
    portal.pass(HOUR);
    assert_eq!(portal.send(ask()).await.status, StatusCode::UNAUTHORIZED);
}
