//! The dashboard: what needs somebody, what has changed, and what an applicant sees there instead.

use axum::http::{StatusCode, header};
use domain::account::{Member, Profile, Role, Standing};
use domain::notice::Every;
use domain::session::MailKey;
use domain::token::TokenHash;

use crate::accounts::{PASSWORD, get_as, person, person_in, post, signed_in};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

const FULL: &str = "workshop-on-investigating-migrant-smuggling";
const HOUR: i64 = 3600;

async fn member(portal: &TestPortal, name: &str) -> (Member, String) {
    let email = format!("{name}@example.org");
    let id = person_in(portal, &email, Role::Member, domain::Language::En).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    (member, signed_in(portal, &email).await)
}

/// Somebody who asked for an account.
async fn applicant(portal: &TestPortal, name: &str, is_confirmed: bool) -> i64 {
    let profile = Profile {
        email: format!("{name}@example.org").parse().unwrap(),
        name: format!("Applicant {name}"),
        country: None,
        institution: "Ministry".to_owned(),
        function: "Officer".to_owned(),
        networks: Vec::new(),
        language: domain::Language::En,
        digest: Every::Week,
    };
    let hash = server::accounts::password::hash(PASSWORD.to_owned()).await.unwrap();
    let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
    accounts.apply(&profile, &hash, now).await.unwrap();
    let id = accounts.credentials(&profile.email).await.unwrap().unwrap().0.id;
    if is_confirmed {
        accounts.issue_key(id, MailKey::Confirm, &TokenHash::of(name), now).await.unwrap();
        accounts.confirm(&TokenHash::of(name), now).await.unwrap();
    }
    id
}

// 14.8.3
#[tokio::test]
async fn every_block_of_an_empty_dashboard_says_what_to_do() {
    let portal = TestPortal::start().await;
    let (ana, cookie) = member(&portal, "ana").await;
    portal.portal.marks.follow(&ana, &"diaspora".parse().unwrap(), None).await.unwrap();
    let page = get_as(&portal, "/en/dashboard", &cookie).await.body;
    for part in [
        "Nothing waits for you.",
        "No notices yet.",
        "You have not registered for an event.",
        "Follow a network, and what it publishes stands here.",
        "Choose networks to follow",
        "Your networks have no event ahead.",
        "Nothing is saved yet.",
    ] {
        assert!(page.contains(part), "it lacks {part}");
    }
}

// 14.8.3
#[tokio::test]
async fn an_offer_and_its_deadline_stand_among_what_needs_somebody() {
    let portal = TestPortal::start().await;
    let (ana, _) = member(&portal, "ana").await;
    let (ben, _) = member(&portal, "ben").await;
    let (eva, cookie) = member(&portal, "eva").await;
    let (registrations, event, now) = (&portal.portal.registrations, FULL.parse().unwrap(), portal.portal.clock.now());
    for person in [&ana, &ben, &eva] {
        registrations.register(person, &event, &[], now).await.unwrap();
    }
    let waiting = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(waiting.contains("Nothing waits for you.") && waiting.contains("You are number 1 on the waiting list."));
    registrations.cancel(&ana, &event, now).await.unwrap();
    let page = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(page.contains("A seat is kept for you until 26 November 2026, 07:00 (Jamaica). Take it, or let it go"));
    assert!(page.contains(&format!("/en/events/{FULL}#registration")) && !page.contains("Nothing waits for you."));
    // A new address that waits to be confirmed needs somebody too.
    portal.portal.accounts.ask_email(eva.account().id, &"new@example.org".parse().unwrap(), now).await.unwrap();
    let page = get_as(&portal, "/es/dashboard", &cookie).await.body;
    assert!(page.contains("el enlace está en el mensaje enviado a new@example.org"));
}

// 14.8.3
#[tokio::test]
async fn what_has_changed_since_the_last_visit_is_counted_and_marked() {
    let portal = TestPortal::start().await;
    let (ana, cookie) = member(&portal, "ana").await;
    let dashboard = async || get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(!dashboard().await.contains("Since your last visit"), "there was none");
    portal.pass(HOUR);
    let calm = dashboard().await;
    assert!(
        calm.contains("Since your last visit on 24 November 2026, 07:00 (Jamaica): nothing has changed."),
        "{calm}"
    );
    portal.pass(HOUR);
    let now = portal.portal.clock.now();
    portal.portal.registrations.register(&ana, &FULL.parse().unwrap(), &[], now).await.unwrap();
    let changed = dashboard().await;
    assert!(changed.contains("08:00 (Jamaica): 1 new notice, and 0 new items in your networks."), "{changed}");
    assert!(changed.contains("15 to 17 December 2026") && changed.contains("You are registered."));
}

// 14.8.1
#[tokio::test]
async fn an_applicant_sees_each_step_and_a_refusal_with_its_reason() {
    let portal = TestPortal::start().await;
    let id = applicant(&portal, "leo", false).await;
    let cookie = signed_in(&portal, "leo@example.org").await;
    let page = get_as(&portal, "/en/dashboard", &cookie).await.body;
    for part in
        ["please confirm your mail address", "Your application", "aria-current=\"step\"", "Send the letter again"]
    {
        assert!(page.contains(part), "it lacks {part}");
    }
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let again = post(&portal, "/en/dashboard/profile", &cookie, &[("form", "confirm")]).await;
    assert_eq!(again.header(header::LOCATION), "/en/dashboard?done=letter");
    assert!(get_as(&portal, "/en/dashboard?done=letter", &cookie).await.body.contains("A letter is on its way."));
    let letter = mailbox.fetch(&portal).await.remove(0);
    assert_eq!(letter.subject(), "Confirm your mail address");
    let key = letter.text.split("key=").nth(1).unwrap().split_whitespace().next().unwrap();
    post(&portal, "/en/register/confirm", "", &[("key", key)]).await;
    let page = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(page.contains("waits for a decision of the secretariat") && !page.contains("Send the letter again"));
    person(&portal, "admin@example.org", Role::Admin).await;
    let admin = signed_in(&portal, "admin@example.org").await;
    let refuse = [("decision", "refuse"), ("reason", "No such institution.")];
    post(&portal, &format!("/en/staff/people/{id}"), &admin, &refuse).await;
    // Whoever was refused may sign in, and reads why.
    let cookie = signed_in(&portal, "leo@example.org").await;
    assert!(get_as(&portal, "/en/dashboard", &cookie).await.body.contains("No such institution."));
}

// 14.8.1
#[tokio::test]
async fn admins_are_told_of_applicants_by_notices_and_by_one_letter() {
    let portal = TestPortal::start().await;
    person_in(&portal, "admin@example.org", Role::Admin, domain::Language::En).await;
    person_in(&portal, "editor@example.org", Role::Editor, domain::Language::En).await;
    let admin = signed_in(&portal, "admin@example.org").await;
    let mailbox = Mailbox::new();
    for name in ["leo", "mia"] {
        applicant(&portal, name, true).await;
    }
    let to_admin = async || {
        let letters = mailbox.fetch(&portal).await;
        letters.into_iter().filter(|letter| letter.header("To").contains("admin@")).collect::<Vec<_>>()
    };
    assert!(to_admin().await.is_empty(), "they are gathered");
    let page = get_as(&portal, "/en/dashboard", &admin).await.body;
    for part in
        ["2 unread notices", "Applicant leo", "Applicant mia", "Asks for an account", "2 people ask for an account"]
    {
        assert!(page.contains(part), "it lacks {part}");
    }
    portal.pass(HOUR);
    let letters = to_admin().await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].subject(), "2 people ask for an account");
    for part in ["Applicant leo\nOfficer, Ministry", "Applicant mia", "https://portal.example.org/en/staff/people"] {
        assert!(letters[0].text.contains(part), "it lacks {part}: {}", letters[0].text);
    }
    get_as(&portal, "/en/staff/people", &admin).await;
    assert!(get_as(&portal, "/en/dashboard", &admin).await.body.contains("No unread notices"));
}

// 14.8.2
#[tokio::test]
async fn a_closed_account_is_told_to_who_knows_its_password_and_to_nobody_else() {
    let portal = TestPortal::start().await;
    let id = person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "admin@example.org", Role::Admin).await;
    let admin = signed_in(&portal, "admin@example.org").await;
    post(&portal, &format!("/en/staff/people/{id}"), &admin, &[("decision", "disable")]).await;
    assert_eq!(portal.portal.accounts.account(id).await.unwrap().standing, Standing::Disabled);
    let log_in = async |email: &str, password: &str| {
        let answer = post(&portal, "/en/login", "", &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.body
    };
    assert!(log_in("ana@example.org", PASSWORD).await.contains("The secretariat has closed this account."));
    for (email, password) in [("ana@example.org", "a wrong guess"), ("nobody@example.org", PASSWORD)] {
        let body = log_in(email, password).await;
        assert!(body.contains("Email or password is not right.") && !body.contains("closed"), "{email}");
    }
}
