//! Joining an event online: each sort of person, before, in and after the window; the link stands in no answer. 14.3.10

use axum::http::{Request, StatusCode, header};
use domain::account::{Member, Role, Staff};
use domain::registration::{Mode, SeatRules};
use jiff::Timestamp;

use crate::accounts::{get_as, person, person_in, signed_in};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

/// A demo event: online on 2 December 2026 from 10:00 to 11:30 in Jamaica, 15:00 to 16:30 UTC; the link opens at 14:30 UTC.
const EVENT: &str = "online-briefing-on-citing-migration-figures";
const OTHER: &str = "dialogue-on-the-integration-of-displaced-people";
const LINK: &str = "https://meet.example.org/citing-migration-figures";

fn wait_until(portal: &TestPortal, at: &str) {
    let now = portal.portal.clock.now();
    portal.pass(at.parse::<Timestamp>().unwrap().as_second() - now.as_second());
}

async fn set_rules(portal: &TestPortal, editor: i64, mode: Mode, capacity: Option<u32>) {
    let editor = Staff::of(&portal.portal.accounts.account(editor).await.unwrap(), Role::Editor).unwrap();
    let rules = SeatRules { mode, capacity };
    let now = portal.portal.clock.now();
    portal.portal.registrations.set_rules(&editor, &EVENT.parse().unwrap(), rules, None, now).await.unwrap();
}

/// Somebody who has asked for a seat at an event.
async fn asked(portal: &TestPortal, name: &str, event: &str) -> Member {
    let id = person(portal, &format!("{name}@example.org"), Role::Member).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let now = portal.portal.clock.now();
    portal.portal.registrations.register(&member, &event.parse().unwrap(), &[], now).await.unwrap();
    member
}

/// Who is led into the meeting, and who is not.
const NOT_IN: [&str; 6] = ["stranger", "waiting", "pending", "cancelled", "elsewhere", "refused"];
const IN: [&str; 3] = ["seated", "contributor", "editor"];

async fn people(portal: &TestPortal) {
    let editor = person(portal, "editor@example.org", Role::Editor).await;
    person(portal, "contributor@example.org", Role::Contributor).await;
    person(portal, "stranger@example.org", Role::Member).await;
    asked(portal, "elsewhere", OTHER).await;
    let cancelled = asked(portal, "cancelled", EVENT).await;
    let now = portal.portal.clock.now();
    portal.portal.registrations.cancel(&cancelled, &EVENT.parse().unwrap(), now).await.unwrap();
    set_rules(portal, editor, Mode::Open, Some(1)).await;
    asked(portal, "seated", EVENT).await;
    asked(portal, "waiting", EVENT).await;
    set_rules(portal, editor, Mode::Approval, Some(1)).await;
    asked(portal, "pending", EVENT).await;
    // A seat, and an account in good standing no more.
    let applicant = person(portal, "refused@example.org", Role::Member).await;
    let admin = person(portal, "admin@example.org", Role::Admin).await;
    let admin = Staff::of(&portal.portal.accounts.account(admin).await.unwrap(), Role::Admin).unwrap();
    let refused = domain::account::Standing::Refused("No.".to_owned());
    portal.portal.accounts.decide(&admin, applicant, &refused, now).await.unwrap();
}

#[tokio::test]
async fn the_link_is_for_who_has_a_seat_and_for_staff_while_it_is_open() {
    let portal = TestPortal::start().await;
    people(&portal).await;
    for (at, status, says) in [
        ("2026-12-02T14:29:59Z", StatusCode::NOT_FOUND, "The link to join is not open yet."),
        ("2026-12-02T14:30:00Z", StatusCode::SEE_OTHER, ""),
        ("2026-12-02T16:29:59Z", StatusCode::SEE_OTHER, ""),
        ("2026-12-02T16:30:00Z", StatusCode::GONE, "The meeting is over"),
    ] {
        wait_until(&portal, at);
        for name in IN {
            let cookie = signed_in(&portal, &format!("{name}@example.org")).await;
            let answer = get_as(&portal, &format!("/en/events/{EVENT}/join"), &cookie).await;
            assert_eq!(answer.status, status, "{name} at {at}");
            assert!(answer.body.contains(says), "{name} at {at}");
            if status == StatusCode::SEE_OTHER {
                let headers =
                    [header::LOCATION, header::CACHE_CONTROL, header::REFERRER_POLICY].map(|it| answer.header(it));
                assert_eq!(headers, [LINK, "private, no-store", "no-referrer"], "{name} at {at}");
            } else {
                assert!(!answer.body.contains("meet.example.org") && answer.body.contains("<h1"), "{name} at {at}");
            }
        }
        for name in NOT_IN {
            let cookie = signed_in(&portal, &format!("{name}@example.org")).await;
            for (language, says) in
                [("en", "is for who is registered for this event"), ("es", "es para quien está inscrito")]
            {
                let answer = get_as(&portal, &format!("/{language}/events/{EVENT}/join"), &cookie).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name} at {at}");
                assert!(answer.body.contains(says) && !answer.body.contains("meet.example.org"), "{name} at {at}");
            }
        }
        let visitor = portal.get(&format!("/en/events/{EVENT}/join")).await;
        let login = format!("/en/login?next=%2Fen%2Fevents%2F{EVENT}");
        assert_eq!((visitor.status, visitor.header(header::LOCATION)), (StatusCode::SEE_OTHER, login.as_str()));
        let script =
            portal.send(Request::get(format!("/en/events/{EVENT}/join")).header(header::ACCEPT, "text/plain")).await;
        assert_eq!(script.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn the_page_says_when_the_link_opens_and_has_a_button_while_it_is_open() {
    let portal = TestPortal::start().await;
    people(&portal).await;
    let button = format!("/en/events/{EVENT}/join\"");
    let for_others = "Who is registered gets the link to join here.";
    for (at, before, open) in [
        ("2026-12-02T14:29:59Z", true, false),
        ("2026-12-02T14:30:00Z", false, true),
        ("2026-12-02T16:30:00Z", false, false),
    ] {
        wait_until(&portal, at);
        let seated = signed_in(&portal, "seated@example.org").await;
        let page = get_as(&portal, &format!("/en/events/{EVENT}"), &seated).await.body;
        assert_eq!(page.contains("The link to join opens on 2 December 2026 at 09:30 (Jamaica time)."), before, "{at}");
        assert_eq!(page.contains(&button) && page.contains("Join the meeting"), open, "{at}");
        let spanish = get_as(&portal, &format!("/es/events/{EVENT}"), &seated).await.body;
        let says = "El enlace para entrar se abre el 2 de diciembre de 2026 a las 09:30 (hora de Jamaica).";
        assert_eq!((spanish.contains(says), spanish.contains("Entrar a la reunión")), (before, open), "{at}");
        // Nothing of it is kept for others, who come to the same address just after.
        for name in ["", "stranger", "waiting"] {
            let cookie =
                if name.is_empty() { String::new() } else { signed_in(&portal, &format!("{name}@example.org")).await };
            let page = get_as(&portal, &format!("/en/events/{EVENT}"), &cookie).await.body;
            assert!(!page.contains(&button) && !page.contains("The link to join opens on"), "{name} at {at}");
            assert_eq!(page.contains(for_others), before || open, "{name} at {at}");
        }
    }
}

#[tokio::test]
async fn what_is_called_off_put_off_or_not_online_has_no_way_in() {
    let portal = TestPortal::start().await;
    let id = person(&portal, "editor@example.org", Role::Editor).await;
    let editor = Staff::of(&portal.portal.accounts.account(id).await.unwrap(), Role::Editor).unwrap();
    wait_until(&portal, "2026-12-02T15:00:00Z");
    let cookie = signed_in(&portal, "editor@example.org").await;
    let slug = EVENT.parse().unwrap();
    for (field, text) in [("state", "cancelled"), ("state", "postponed"), ("mode", "in-person"), ("meeting.link", "")] {
        let manuscripts = &portal.portal.manuscripts;
        let set = async |field: &str, text: &str| {
            let opened = manuscripts.manuscript(&editor, domain::entry::Kind::Event, &slug).await.unwrap();
            let held = domain::manuscript::Fields::of(&opened).get(field).to_owned();
            let base = domain::block::fingerprint(&held);
            let typed = vec![domain::manuscript::Typed::new(field, text, &base)];
            let edit = domain::manuscript::Edit { typed, ..Default::default() };
            let now = portal.portal.clock.now();
            manuscripts.save(&editor, domain::entry::Kind::Event, &slug, &edit, now).await.unwrap();
            held
        };
        let held = set(field, text).await;
        let answer = get_as(&portal, &format!("/en/events/{EVENT}/join"), &cookie).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{field}: {text}");
        assert!(answer.body.contains("This event cannot be joined here."), "{field}: {text}");
        let page = get_as(&portal, &format!("/en/events/{EVENT}"), &cookie).await.body;
        assert!(!page.contains("Join the meeting") && !page.contains("The link to join opens"), "{field}: {text}");
        set(field, &held).await;
    }
    let others = ["nowhere", "workshop-on-investigating-migrant-smuggling"];
    for event in others {
        let answer = get_as(&portal, &format!("/en/events/{event}/join"), &cookie).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{event}");
    }
    // A letter may name a former address.
    let new = "briefing".parse().unwrap();
    portal.portal.desk.rename(domain::entry::Kind::Event, &slug, &new, "eve", portal.portal.clock.now()).await.unwrap();
    let moved = get_as(&portal, &format!("/es/events/{EVENT}/join"), &cookie).await;
    assert_eq!(moved.header(header::LOCATION), "/es/events/briefing/join");
}

#[tokio::test]
async fn the_link_stands_in_no_answer_to_readers() {
    let portal = TestPortal::start().await;
    people(&portal).await;
    wait_until(&portal, "2026-12-02T15:00:00Z");
    let seated = signed_in(&portal, "seated@example.org").await;
    let event = format!("ask%5BEvent%5D%5Bslug%5D={EVENT}");
    for address in [
        format!("/en/events/{EVENT}"),
        format!("/es/events/{EVENT}"),
        format!("/en/events/{EVENT}.ics"),
        "/en/events".to_owned(),
        "/en/events?view=list".to_owned(),
        "/en/events.ics".to_owned(),
        "/en/events.atom".to_owned(),
        "/en/search?q=meet".to_owned(),
        "/en/search?q=citing-migration-figures".to_owned(),
        "/sitemap.xml".to_owned(),
        "/en/dashboard".to_owned(),
        format!("/fn/page?{event}&language=en"),
    ] {
        for cookie in ["", &seated] {
            let answer = get_as(&portal, &address, cookie).await;
            let headers = format!("{:?}", answer.headers);
            assert!(!answer.body.contains("meet.example") && !headers.contains("meet.example"), "{address}");
        }
    }
    assert_eq!(portal.get(&format!("/fn/page?{event}&language=en")).await.status, StatusCode::OK);
    // Staff find it in the editor and in the history.
    let editor = signed_in(&portal, "editor@example.org").await;
    for page in ["", "/history"] {
        let answer = get_as(&portal, &format!("/en/staff/edit/events/{EVENT}{page}"), &editor).await;
        assert!(answer.body.contains(LINK), "{page}");
    }
}

#[tokio::test]
async fn a_reminder_names_the_address_that_leads_to_the_meeting_in_the_readers_language() {
    let portal = TestPortal::start().await;
    for (name, language) in [("ana", domain::Language::En), ("ben", domain::Language::Es)] {
        let id = person_in(&portal, &format!("{name}@example.org"), Role::Member, language).await;
        let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
        let now = portal.portal.clock.now();
        portal.portal.registrations.register(&member, &EVENT.parse().unwrap(), &[], now).await.unwrap();
    }
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    wait_until(&portal, "2026-12-01T16:00:00Z");
    portal.portal.inbox.remind(portal.portal.clock.now()).await.unwrap();
    let letters = mailbox.fetch(&portal).await;
    assert_eq!(letters.len(), 2);
    for (language, says) in [
        ("en", "which opens on 2 December 2026 at 09:30 (Jamaica time)"),
        ("es", "que se abre el 2 de diciembre de 2026 a las 09:30 (hora de Jamaica)"),
    ] {
        let address = format!("https://portal.example.org/{language}/events/{EVENT}/join");
        let letter = letters.iter().find(|letter| letter.text.contains(&address)).unwrap();
        assert!(letter.text.contains(says) && letter.html.contains(&format!("href=\"{address}\"")), "{}", letter.text);
        assert!(!letter.text.contains("meet.example"), "{}", letter.text);
    }
}
