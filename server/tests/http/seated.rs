//! An event that people are registered for does not leave their sight by one click, and staff always see whom to call.

use axum::http::StatusCode;
use domain::account::{Member, Role};

use crate::accounts::{get_as, person, post};
use crate::desk::{leads, open, send, staff};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

const EVENT: &str = "workshop-on-investigating-migrant-smuggling";
const EDIT: &str = "/en/staff/edit/events/workshop-on-investigating-migrant-smuggling";
const PARTICIPANTS: &str = "/en/staff/events/workshop-on-investigating-migrant-smuggling";
const BIN: &str = "/en/staff/edit/events/workshop-on-investigating-migrant-smuggling/bin";

async fn registers(portal: &TestPortal, name: &str) {
    let id = person(portal, &format!("{name}@example.org"), Role::Member).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let now = portal.portal.clock.now();
    portal.portal.registrations.register(&member, &EVENT.parse().unwrap(), &[], now).await.unwrap();
}

async fn cancel_event(portal: &TestPortal, page: &str, cookie: &str) {
    let address = page.split('?').next().unwrap();
    let shown = get_as(portal, page, cookie).await.body;
    let seen = shown.split("name=\"seen\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let form = [("change", "cancel"), ("task", "do"), ("seen", seen.split('"').next().unwrap())];
    let done = post(portal, address, cookie, &form).await;
    assert!(leads(&done).contains("done=cancel&told=1"), "{}", leads(&done));
}

#[tokio::test]
async fn who_comes_to_an_event_is_told_before_it_goes_to_the_bin() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    registers(&portal, "ana").await;
    Mailbox::new().fetch(&portal).await;
    for (language, says) in [("en", "Nothing was deleted: people have"), ("es", "No se eliminó nada: hay personas")] {
        let sent = post(&portal, &BIN.replace("/en/", &format!("/{language}/")), &eve, &[("task", "delete")]).await;
        let change = leads(&sent).to_owned();
        assert_eq!(change, format!("/{language}/staff/events/{EVENT}/change?change=cancel&first=bin"));
        let page = get_as(&portal, &change, &eve).await.body;
        assert!(page.contains(says) && page.contains("name=\"seen\""), "{page}");
    }
    assert_eq!(portal.get(&format!("/en/events/{EVENT}")).await.status, StatusCode::OK);
    cancel_event(&portal, &format!("{PARTICIPANTS}/change?change=cancel&first=bin"), &eve).await;
    let sent = post(&portal, BIN, &eve, &[("task", "delete")]).await;
    assert!(leads(&sent).contains("binned="), "{}", leads(&sent));
    // The letter had not left when the event went to the bin: it is written all the same.
    let letters = Mailbox::new().fetch(&portal).await;
    assert!(letters.len() == 1 && letters[0].subject().starts_with("Cancelado: "), "{letters:?}");
    assert_eq!(portal.get(&format!("/en/events/{EVENT}")).await.status, StatusCode::GONE);
    let list = get_as(&portal, PARTICIPANTS, &eve).await;
    assert!(list.status == StatusCode::OK && list.body.contains("ana@example.org"), "{}", list.body);
    let file = get_as(&portal, &format!("/en/staff/participants/{EVENT}"), &eve).await.body;
    assert!(file.contains("ana@example.org"), "{file}");
}

#[tokio::test]
async fn the_last_language_of_an_event_is_not_hidden_from_who_comes() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    registers(&portal, "ana").await;
    let hide = async |task: &str| {
        let form = open(&portal, EDIT, &eve).await;
        let sent = send(&portal, EDIT, &eve, &form, &[("en.summary", "Typed."), ("task", task)]).await;
        leads(&sent).to_owned()
    };
    let public = async || portal.get(&format!("/en/events/{EVENT}")).await.status;
    let mut refused = String::new();
    for task in ["state.es.draft", "state.en.archived"] {
        refused = hide(task).await;
    }
    assert_eq!(refused, format!("{PARTICIPANTS}/change?change=cancel&first=hide"));
    assert_eq!(public().await, StatusCode::OK);
    assert!(get_as(&portal, &refused, &eve).await.body.contains("The event is still public: people have"));
    assert!(get_as(&portal, EDIT, &eve).await.body.contains("Typed."), "what was typed is kept");
    cancel_event(&portal, &refused, &eve).await;
    assert!(hide("state.en.archived").await.contains("done="));
    assert_eq!(public().await, StatusCode::GONE);
    let list = get_as(&portal, PARTICIPANTS, &eve).await;
    assert!(list.status == StatusCode::OK && list.body.contains("ana@example.org"), "{}", list.body);
}

#[tokio::test]
async fn what_nobody_comes_to_goes_to_the_bin_at_once() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let sent = post(&portal, BIN, &eve, &[("task", "delete")]).await;
    assert!(leads(&sent).contains("binned="), "{}", leads(&sent));
}
