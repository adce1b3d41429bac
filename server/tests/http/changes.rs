//! Moving, postponing and cancelling an event: what goes out is shown first, and is what arrives, once. 14.3.12.

use axum::http::{StatusCode, header};
use domain::Language::{self, En, Es};
use domain::account::{Member, Role};
use domain::entry::Kind;
use domain::registration::Decision;

use crate::accounts::{get_as, person_in, post};
use crate::desk::{Form, leads, open, opened, send, staff};
use crate::letters::Mailbox;
use crate::portal::{Answer, TestPortal};

/// A demo event with two seats, from Tuesday 15 to Thursday 17 December.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";
const CHANGE: &str = "/en/staff/events/workshop-on-investigating-migrant-smuggling/change";

async fn registers(portal: &TestPortal, name: &str, language: Language) -> Member {
    let id = person_in(portal, &format!("{name}@example.org"), Role::Member, language).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let event = EVENT.parse().unwrap();
    portal.portal.registrations.register(&member, &event, &[], portal.portal.clock.now()).await.unwrap();
    member
}

/// What a page would send with its button, and what it announces: subject and text of each letter, without the name.
struct Announced {
    seen: String,
    letters: Vec<(String, String)>,
}

fn announced(page: &str) -> Announced {
    let seen = page.split("name=\"seen\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let letters = page.split("class=\"planned-letter\"").skip(1).map(|letter| {
        let inside = |from: &str| {
            let text = letter.split(from).nth(1).unwrap().split_once('>').map_or("", |(_, text)| text);
            text.split("</").next().unwrap().replace("<!>", "").replace("&quot;", "\"").replace("&amp;", "&")
        };
        (inside("<strong"), inside("class=\"letter-text\""))
    });
    Announced { seen: seen.split('"').next().unwrap().to_owned(), letters: letters.collect() }
}

async fn look(portal: &TestPortal, cookie: &str, typed: &[(&str, &str)]) -> Answer {
    let mut fields = typed.to_vec();
    fields.push(("task", "show"));
    post(portal, CHANGE, cookie, &fields).await
}

async fn press(portal: &TestPortal, cookie: &str, typed: &[(&str, &str)], seen: &str) -> Answer {
    let mut fields = typed.to_vec();
    fields.extend([("task", "do"), ("seen", seen)]);
    post(portal, CHANGE, cookie, &fields).await
}

#[tokio::test]
async fn the_letters_that_arrive_are_those_that_were_shown_and_each_comes_once() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    registers(&portal, "ana", Es).await;
    registers(&portal, "ben", En).await;
    registers(&portal, "cam", En).await;
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let typed =
        [("change", "postpone"), ("en.state_note", "The hall is flooded."), ("es.state_note", "La sala se inundó.")];
    let page = look(&portal, &editor, &typed).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.body.replace("<!>", "");
    for part in [
        "Postpone and send 3 letters",
        "In English: 2 people",
        "In Spanish: 1 person",
        "Waiting list</strong>: 1 person",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(mailbox.fetch(&portal).await.is_empty(), "looking sends nothing");
    let Announced { seen, letters: shown } = announced(&page.body);
    let done = press(&portal, &editor, &typed, &seen).await;
    assert_eq!(leads(&done), format!("{CHANGE}?done=postpone&told=3"));
    let told = get_as(&portal, leads(&done), &editor).await.body;
    assert!(told.contains("The event was postponed. 3 people are being told by letter."), "{told}");
    let letters = mailbox.fetch(&portal).await;
    assert_eq!(letters.len(), 3);
    for (name, place) in [("ana", 1), ("ben", 0), ("cam", 0)] {
        let email = format!("{name}@example.org");
        let [letter] =
            letters.iter().filter(|its| its.header("To").contains(&format!("<{email}>"))).collect::<Vec<_>>()[..]
        else {
            panic!("{letters:?}")
        };
        let (_, text) = &shown[place];
        let text =
            text.replace("[name]", &format!("Person of {email}")).replace("[nombre]", &format!("Person of {email}"));
        assert_eq!(letter.text.trim(), text);
    }
    assert!(letters.iter().any(|letter| letter.text.contains("La sala se inundó.")));
    assert!(
        shown[0].0.starts_with("Postponed, no new date yet: Workshop")
            && letters[1].header("Subject").starts_with("Postponed, no new date yet: Workshop")
    );
    // A second press, a reload: it is done already.
    let again = press(&portal, &editor, &typed, &seen).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Nothing was done."));
    assert!(mailbox.fetch(&portal).await.is_empty());
    assert!(portal.get(&format!("/en/events/{EVENT}")).await.body.contains("The hall is flooded."));
}

#[tokio::test]
async fn who_registers_meanwhile_or_another_text_makes_it_another_announcement_to_look_at() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    registers(&portal, "ana", Es).await;
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let cancel = [("change", "cancel")];
    let seen = announced(&get_as(&portal, &format!("{CHANGE}?change=cancel"), &editor).await.body).seen;
    let unseen = press(&portal, &editor, &[("change", "cancel"), ("en.state_note", "No ferry.")], &seen).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY, "the text that was typed was not in the letters seen");
    assert!(unseen.body.contains("value=\"No ferry.\"") && unseen.body.contains("No ferry.\n"), "{}", unseen.body);
    registers(&portal, "ben", En).await;
    mailbox.fetch(&portal).await;
    let grown = press(&portal, &editor, &cancel, &seen).await;
    assert_eq!(grown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(grown.body.contains("and send 2 letters"));
    assert!(mailbox.fetch(&portal).await.is_empty());
    let done = press(&portal, &editor, &cancel, &announced(&grown.body).seen).await;
    assert!(leads(&done).starts_with(&format!("{CHANGE}?done=cancel&told=")));
    assert_eq!(mailbox.fetch(&portal).await.len(), 2);
}

#[tokio::test]
async fn a_moved_event_keeps_its_length_and_hours_and_takes_place_after_all() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let page = get_as(&portal, &format!("{CHANGE}?change=move&start=2027-01-05"), &editor).await;
    assert!(page.body.contains("value=\"2027-01-05\"") && page.body.contains("Nobody is registered"), "{}", page.body);
    let typed = [("change", "move"), ("start", "2027-01-05"), ("days", "3")];
    let done = press(&portal, &editor, &typed, &announced(&page.body).seen).await;
    assert!(leads(&done).starts_with(&format!("{CHANGE}?done=move&told=")));
    assert!(portal.get(&format!("/en/events/{EVENT}")).await.body.contains("5 to 7 January 2027"));
    // What was called off is first to take place again.
    let cancel = [("change", "cancel"), ("en.state_note", "No ferry.")];
    let seen = announced(&look(&portal, &editor, &cancel).await.body).seen;
    press(&portal, &editor, &cancel, &seen).await;
    let page = get_as(&portal, CHANGE, &editor).await.body;
    assert!(page.contains("change=reinstate") && !page.contains("change=move"), "{page}");
    let seen = announced(&get_as(&portal, &format!("{CHANGE}?change=reinstate"), &editor).await.body).seen;
    press(&portal, &editor, &[("change", "reinstate")], &seen).await;
    let event = portal.get(&format!("/en/events/{EVENT}")).await.body;
    assert!(!event.contains("No ferry.") && !event.contains("was cancelled"));
}

#[tokio::test]
async fn what_cannot_be_read_is_named_in_the_readers_language_and_kept() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let address = CHANGE.replacen("/en/", "/es/", 1);
    let typed = [("change", "move"), ("start", "31 de febrero"), ("days", "many"), ("task", "do"), ("seen", "x")];
    let again = post(&portal, &address, &editor, &typed).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["Primer día", "Cuántos días", "value=\"31 de febrero\"", "value=\"many\"", "href=\"#start\""] {
        assert!(again.body.contains(part), "{part}: {}", again.body);
    }
    for nonsense in [vec![("change", "fly")], vec![("change", "move"), ("task", "fly")], vec![]] {
        assert_eq!(post(&portal, CHANGE, &editor, &nonsense).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let nowhere = "/en/staff/events/nowhere/change";
    assert_eq!(get_as(&portal, nowhere, &editor).await.status, StatusCode::NOT_FOUND);
    assert_eq!(post(&portal, nowhere, &editor, &[("change", "move")]).await.status, StatusCode::NOT_FOUND);
    let contributor = staff(&portal, "con", Role::Contributor).await;
    assert_eq!(press(&portal, &contributor, &[("change", "cancel")], "x").await.status, StatusCode::FORBIDDEN);
    assert!(get_as(&portal, CHANGE, "").await.header(header::LOCATION).contains("/login"));
}

#[tokio::test]
async fn after_a_cancellation_nobody_is_told_of_seats_any_more() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let ana = registers(&portal, "ana", En).await;
    registers(&portal, "ben", En).await;
    registers(&portal, "cam", En).await;
    registers(&portal, "dan", En).await;
    let (registrations, event) = (&portal.portal.registrations, EVENT.parse().unwrap());
    // A seat becomes free, and is offered to Cam.
    registrations.cancel(&ana, &event, portal.portal.clock.now()).await.unwrap();
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let seen = announced(&get_as(&portal, &format!("{CHANGE}?change=cancel"), &editor).await.body).seen;
    press(&portal, &editor, &[("change", "cancel")], &seen).await;
    assert_eq!(mailbox.fetch(&portal).await.len(), 3);
    portal.pass(3 * 24 * 3600);
    assert!(mailbox.fetch(&portal).await.is_empty(), "no offer lapses, nobody is offered a seat");
    // Who is removed from it frees no seat for others.
    let staff = domain::account::Staff::of(
        &portal.portal.accounts.credentials(&"eve@example.org".parse().unwrap()).await.unwrap().unwrap().0,
        Role::Editor,
    );
    let staff = staff.unwrap();
    let first = registrations.participants(&staff, &event).await.unwrap();
    let ben = first.iter().find(|its| its.account.profile.email.as_str() == "ben@example.org").unwrap().registration;
    let removed = Decision::Remove("Double.".to_owned());
    registrations.settle(&staff, ben, &removed, portal.portal.clock.now()).await.unwrap();
    assert_eq!(mailbox.fetch(&portal).await.len(), 1, "only who was removed");
}

#[tokio::test]
async fn the_month_lets_editors_and_nobody_else_move_its_events() {
    let portal = TestPortal::start().await;
    let month = "/en/events?view=month&date=2026-12-01";
    let contributor = staff(&portal, "con", Role::Contributor).await;
    for cookie in ["", contributor.as_str()] {
        assert!(!get_as(&portal, month, cookie).await.body.contains("data-move"));
    }
    let editor = staff(&portal, "eve", Role::Editor).await;
    let page = get_as(&portal, month, &editor).await.body;
    let event = format!("data-move=\"{CHANGE}?change=move\" data-start=\"2026-12-15\"");
    assert!(page.contains(&event) && page.contains("M begins to move it"), "{page}");
}

#[tokio::test]
async fn a_copy_says_what_it_takes_along_and_leaves_why_the_other_was_called_off() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let cancel = [("change", "cancel"), ("en.state_note", "No ferry.")];
    let seen = announced(&look(&portal, &editor, &cancel).await.body).seen;
    press(&portal, &editor, &cancel, &seen).await;
    let page = get_as(&portal, &format!("/en/staff/new/events?like={EVENT}"), &editor).await.body;
    assert!(page.contains("Not taken along: days, address, link to join, questions, participants."), "{page}");
    let copy = opened(&page);
    let kept = ["en.title", "start", "en.state_note", "seats.capacity"].map(|field| copy.get(field));
    assert_eq!(kept, ["Workshop on investigating migrant smuggling", "", "", "2"]);
}

/// What is sent to publish both languages of the editor's form as it stands, with these fields typed.
async fn publish(portal: &TestPortal, address: &str, cookie: &str, form: &Form, typed: &[(&str, &str)]) -> Answer {
    let mut fields = vec![("task", "publish"), ("publish", "en")];
    fields.extend(typed);
    send(portal, address, cookie, form, &fields).await
}

#[tokio::test]
async fn the_editor_shows_the_letters_too_before_it_sends_them() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    registers(&portal, "ana", Es).await;
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let address = format!("/en/staff/edit/events/{EVENT}");
    let form = open(&portal, &address, &editor).await;
    // Of a summary nobody is told.
    let summary = publish(&portal, &address, &editor, &form, &[("en.summary", "Another summary.")]).await;
    assert!(leads(&summary).ends_with("done=published"));
    let form = open(&portal, &address, &editor).await;
    let asked = publish(&portal, &address, &editor, &form, &[("start", "2026-12-16"), ("end", "2026-12-18")]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        asked.body.contains("Publish and send 1 letter") && asked.body.contains("16 al 18 de diciembre"),
        "{}",
        asked.body
    );
    assert!(asked.body.contains("value=\"2026-12-16\""), "what was typed is kept");
    assert!(mailbox.fetch(&portal).await.is_empty());
    assert!(portal.get(&format!("/en/events/{EVENT}")).await.body.contains("15 to 17 December"));
    let answer = asked.body.split("name=\"answered\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = opened(&asked.body);
    let sent = publish(&portal, &address, &editor, &form, &[("answered", answer)]).await;
    assert!(leads(&sent).ends_with("done=published"));
    assert_eq!(mailbox.fetch(&portal).await.len(), 1);
}

#[tokio::test]
async fn an_event_is_not_moved_into_the_past() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let typed = [("change", "move"), ("start", "2026-11-01")];
    let refused = look(&portal, &editor, &typed).await;
    assert!(refused.body.contains("it must not be in the past"), "{}", refused.body);
    assert!(!refused.body.contains("name=\"seen\""), "there is no button");
    press(&portal, &editor, &typed, "whatever").await;
    assert!(portal.get(&format!("/en/events/{EVENT}")).await.body.contains("15 to 17 December"));
}

// 14.3.5
#[tokio::test]
async fn nine_o_clock_stays_nine_o_clock_when_an_event_is_moved_over_a_change_of_clocks() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/events", &editor).await;
    let typed = [
        ("en.title", "Briefing in New York"),
        ("en.summary", "About clocks."),
        ("start", "2027-03-10"),
        ("start_time", "09:00"),
        ("end_time", "10:30"),
        ("precision", "minute"),
        ("zone", "America/New_York"),
    ];
    let published = publish(&portal, "/en/staff/new/events", &editor, &form, &typed).await;
    assert!(leads(&published).ends_with("done=published"), "{}", published.body);
    let page = "/en/events/briefing-in-new-york";
    let shown = async || (portal.get(page).await.body, portal.get(&format!("{page}.ics")).await.body);
    let (before, file) = shown().await;
    assert!(before.contains("09:00") && before.contains("10 March 2027"), "{before}");
    assert!(file.contains("DTSTART;TZID=America/New_York:20270310T090000"), "{file}");
    // The clocks of New York go forward on 14 March 2027.
    let address = "/en/staff/events/briefing-in-new-york/change";
    let moved = [("change", "move"), ("start", "2027-03-17")];
    let page_of_it = post(&portal, address, &editor, &[&moved[..], &[("task", "show")]].concat()).await.body;
    let Announced { seen, .. } = announced(&page_of_it);
    leads(&post(&portal, address, &editor, &[&moved[..], &[("task", "do"), ("seen", &seen)]].concat()).await);
    let (after, file) = shown().await;
    assert!(after.contains("09:00") && after.contains("17 March 2027"), "{after}");
    assert!(file.contains("DTSTART;TZID=America/New_York:20270317T090000"), "{file}");
    assert!(file.contains("DTEND;TZID=America/New_York:20270317T103000"), "{file}");
}

#[tokio::test]
async fn a_former_state_of_what_is_public_is_typed_into_the_editor_which_shows_its_letters_first() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let address = format!("/en/staff/edit/events/{EVENT}");
    let form = open(&portal, &address, &editor).await;
    let moved = publish(&portal, &address, &editor, &form, &[("start", "2026-12-16"), ("end", "2026-12-18")]).await;
    assert!(leads(&moved).ends_with("done=published"));
    registers(&portal, "ana", En).await;
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let event = EVENT.parse().unwrap();
    let history = portal.portal.desk.history(Kind::Event, &event).await.unwrap();
    let first = history.last().unwrap().id.to_string();
    let restore = async || post(&portal, &format!("{address}/history"), &editor, &[("revision", &first)]).await;
    let typed = restore().await;
    assert!(leads(&typed).ends_with("done=former"), "{}", leads(&typed));
    let again = restore().await;
    assert!(leads(&again).ends_with("done=first"), "what stands in the form is not written over");
    let page = get_as(&portal, leads(&typed), &editor).await.body;
    assert!(page.contains("The former version stands in the form"), "{page}");
    assert!(page.contains("value=\"2026-12-15\""), "{page}");
    assert!(
        portal.get(&format!("/en/events/{EVENT}")).await.body.contains("16 to 18 December"),
        "readers see no change"
    );
    assert!(mailbox.fetch(&portal).await.is_empty());
    let asked = publish(&portal, &address, &editor, &opened(&page), &[]).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(asked.body.contains("Publish and send 1 letter"), "{}", asked.body);
}

#[tokio::test]
async fn an_event_that_looks_like_another_is_published_after_a_question_only() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/new/events";
    let typed = [("en.title", "Meeting on ports"), ("en.summary", "About ports."), ("start", "2027-02-10")];
    let form = open(&portal, address, &editor).await;
    for _click in 0..2 {
        let published = publish(&portal, address, &editor, &form, &typed).await;
        assert_eq!(leads(&published), "/en/staff/edit/events/meeting-on-ports?done=published");
    }
    // Back, and once more: another form.
    let form = open(&portal, address, &editor).await;
    let typed = [("en.title", "MEETING on Pórts"), typed[1], typed[2]];
    let asked = publish(&portal, address, &editor, &form, &typed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        asked.body.contains("Readers would see two:")
            && asked.body.contains("/en/staff/edit/events/meeting-on-ports\"")
    );
    assert_eq!(portal.get("/en/events/meeting-on-ports-2").await.status, StatusCode::NOT_FOUND);
    let another_day = [typed[0], typed[1], ("start", "2027-02-11")];
    let published = publish(&portal, address, &editor, &open(&portal, address, &editor).await, &another_day).await;
    assert!(leads(&published).ends_with("done=published"), "on another day it is another event");
    let answer = asked.body.split("name=\"answered\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let all_the_same = publish(&portal, address, &editor, &opened(&asked.body), &[("answered", answer)]).await;
    assert!(leads(&all_the_same).ends_with("done=published"));
}
