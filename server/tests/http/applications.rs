//! Several applications with one address: only who made one of them confirms it. 14.8.1, 14.8.2.

use axum::http::{StatusCode, header};
use domain::account::{Role, Standing};
use domain::session::MailKey;
use domain::token::TokenHash;

use crate::accounts::{PASSWORD, person, post};
use crate::letters::Mailbox;
use crate::portal::TestPortal;

const EMAIL: &str = "officer@example.org";
const STRANGE: &str = "a strange password";

async fn apply(portal: &TestPortal, name: &str, password: &str) {
    let form = [("name", name), ("email", EMAIL), ("password", password), ("institution", "Ministry of Labour")];
    let form: Vec<_> = form.into_iter().chain([("function", "Desk officer"), ("language", "en")]).collect();
    let sent = post(portal, "/en/register", "", &form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
}

/// The keys of the letters that ask to confirm, with whom they greet.
async fn keys(portal: &TestPortal) -> Vec<(String, String)> {
    let letters = Mailbox::new().fetch(portal).await;
    let key = |text: &str| text.split("key=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    letters.iter().map(|letter| (letter.text.lines().next().unwrap().to_owned(), key(&letter.text))).collect()
}

async fn hash(portal: &TestPortal) -> String {
    portal.portal.accounts.credentials(&EMAIL.parse().unwrap()).await.unwrap().unwrap().1
}

async fn standing(portal: &TestPortal) -> Standing {
    portal.portal.accounts.credentials(&EMAIL.parse().unwrap()).await.unwrap().unwrap().0.standing
}

async fn is_right(portal: &TestPortal, password: &str) -> bool {
    server::accounts::password::is_right(password.to_owned(), Some(hash(portal).await)).await.unwrap()
}

#[tokio::test]
async fn a_strangers_second_application_is_not_confirmed_by_who_reads_the_mail() {
    let portal = TestPortal::start().await;
    apply(&portal, "Olga Officer", PASSWORD).await;
    apply(&portal, "A Stranger", STRANGE).await;
    let letters = keys(&portal).await;
    assert!(letters[0].0.contains("Olga Officer") && letters[1].0.contains("A Stranger"), "{letters:?}");
    let (own, strange) = (letters[0].1.as_str(), letters[1].1.as_str());
    for (language, says) in [("en", "Type the password that you chose"), ("es", "Escriba la contraseña que eligió")] {
        let confirm = format!("/{language}/register/confirm");
        let asked = post(&portal, &confirm, "", &[("key", strange)]).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains(says) && asked.body.contains("id=\"password\""), "{}", asked.body);
        assert!(asked.body.contains(&format!("value=\"{strange}\"")), "the link still works");
    }
    let wrong = post(&portal, "/en/register/confirm", "", &[("key", strange), ("password", PASSWORD)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("This is not the password of the application"), "{}", wrong.body);
    assert_eq!(standing(&portal).await, Standing::Unconfirmed);
    let done = post(&portal, "/en/register/confirm", "", &[("key", own), ("password", PASSWORD)]).await;
    assert_eq!(done.header(header::LOCATION), "/en/register/confirm?done=1");
    assert_eq!(standing(&portal).await, Standing::Waiting);
    assert!(is_right(&portal, PASSWORD).await && !is_right(&portal, STRANGE).await);
    let late = post(&portal, "/en/register/confirm", "", &[("key", strange), ("password", STRANGE)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_comes_after_a_stranger_has_the_account_with_her_own_password() {
    let portal = TestPortal::start().await;
    apply(&portal, "A Stranger", STRANGE).await;
    apply(&portal, "Olga Officer", PASSWORD).await;
    let letters = keys(&portal).await;
    let own = letters[1].1.as_str();
    let done = post(&portal, "/en/register/confirm", "", &[("key", own), ("password", PASSWORD)]).await;
    assert_eq!(done.header(header::LOCATION), "/en/register/confirm?done=1");
    assert!(is_right(&portal, PASSWORD).await && !is_right(&portal, STRANGE).await);
}

#[tokio::test]
async fn one_application_is_confirmed_by_its_button_alone() {
    let portal = TestPortal::start().await;
    apply(&portal, "Olga Officer", PASSWORD).await;
    let letters = keys(&portal).await;
    let done = post(&portal, "/en/register/confirm", "", &[("key", letters[0].1.as_str())]).await;
    assert_eq!(done.header(header::LOCATION), "/en/register/confirm?done=1");
}

// 14.8.2
#[tokio::test]
async fn guesses_at_a_key_for_a_new_password_do_not_count_against_its_owner() {
    let portal = TestPortal::start().await;
    let id = person(&portal, EMAIL, Role::Member).await;
    let password = ("password", "another ferry to Havana");
    for number in 0..20 {
        let key = format!("guess-{number}");
        let guess = post(&portal, "/en/password", "", &[("key", key.as_str()), password]).await;
        assert_eq!(guess.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(guess.body.contains("This link has been used or has lapsed."), "{}", guess.body);
    }
    let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
    accounts.issue_key(id, MailKey::Reset, &TokenHash::of("letter"), now).await.unwrap();
    let done = post(&portal, "/en/password", "", &[("key", "letter"), password]).await;
    assert_eq!(done.header(header::LOCATION), "/en/login?done=1");
    assert!(is_right(&portal, "another ferry to Havana").await);
}
