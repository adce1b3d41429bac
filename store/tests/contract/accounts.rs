//! People: nobody learns who has an account, keys work once, sessions end, decisions hold.

use domain::account::{Account, Profile, Role, Staff, Standing};
use domain::outbox::Work;
use domain::ports::{Accounts, Outbox};
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language};

use crate::drafts::{country, network, slug};
use crate::place::{Place, later, now};

fn profile(email: &str) -> Profile {
    Profile {
        email: email.parse().unwrap(),
        name: "Ana Pérez".to_owned(),
        country: None,
        institution: "Ministry of Labour".to_owned(),
        function: "Desk officer".to_owned(),
        networks: Vec::new(),
        language: Language::Es,
        digest: domain::notice::Every::Week,
    }
}

/// Tokens of tests are words.
fn key(word: &str) -> TokenHash {
    TokenHash::of(word)
}

async fn member(place: &Place, email: &str) -> i64 {
    place.create(&profile(email), Role::Member, "hash", now()).await.unwrap()
}

async fn staff(place: &Place) -> Staff {
    let id = place.create(&profile("admin@example.org"), Role::Admin, "hash", now()).await.unwrap();
    Staff::of(&place.account(id).await.unwrap(), Role::Admin).unwrap()
}

async fn applicant(place: &Place, email: &str) -> Account {
    place.apply(&profile(email), "hash", now()).await.unwrap();
    place.credentials(&email.parse().unwrap()).await.unwrap().unwrap().0
}

/// The topics of what waits in the outbox and has to do with mail, in their order.
async fn letters(place: &Place) -> Vec<String> {
    let waiting = place.claim("a test", Work::Letters, 100, later(10_000)).await.unwrap();
    waiting.into_iter().map(|effect| effect.topic).filter(|topic| topic.starts_with("mail.")).collect()
}

pub(crate) async fn an_application_comes_back_as_it_was_written(place: &Place) {
    place.with([country("haiti"), network("diaspora"), network("migration-data")]).await;
    let asked = Profile {
        country: Some(slug("haiti")),
        networks: vec![slug("migration-data"), slug("diaspora")],
        ..profile("ana@example.org")
    };
    place.apply(&asked, "hash", now()).await.unwrap();
    let (account, hash) = place.credentials(&asked.email).await.unwrap().unwrap();
    assert_eq!((account.profile, hash.as_str()), (asked, "hash"));
    assert_eq!((account.standing, account.role), (Standing::Unconfirmed, Role::Member));
}

pub(crate) async fn of_several_applications_the_one_whose_link_is_followed_counts(place: &Place) {
    let account = applicant(place, "ana@example.org").await;
    place.issue_key(account.id, MailKey::Confirm, &key("first"), now()).await.unwrap();
    assert!(!place.confirmation(&key("first"), now()).await.unwrap().is_contested);
    let second = second_application(place, "Somebody Else").await;
    let as_it_says = place.issue_application_key(second, &key("second"), later(2)).await.unwrap();
    assert_eq!((as_it_says.id, as_it_says.profile.name.as_str()), (account.id, "Somebody Else"));
    let (stored, hash) = place.credentials(&account.profile.email).await.unwrap().unwrap();
    assert_eq!((stored.profile.name.as_str(), hash.as_str()), ("Ana Pérez", "hash"), "asking changes nothing");
    for (link, hash) in [("first", "hash"), ("second", "second")] {
        let asked = place.confirmation(&key(link), later(2)).await.unwrap();
        assert_eq!((asked.password_hash.as_str(), asked.is_contested), (hash, true));
    }
    // The first link still works, for the first application.
    let confirmed = place.confirm(&key("first"), later(3)).await.unwrap();
    assert_eq!((confirmed.profile.name.as_str(), confirmed.standing), ("Ana Pérez", Standing::Waiting));
    assert_eq!(place.credentials(&account.profile.email).await.unwrap().unwrap().1, "hash");
    assert_eq!(place.confirm(&key("second"), later(4)).await, Err(Error::Gone));
    assert_eq!(place.issue_application_key(second, &key("third"), later(4)).await, Err(Error::Gone));
    assert_eq!(place.confirmation(&key("unknown"), later(4)).await, Err(Error::Gone));
}

/// Asks for an account with the address of [`applicant`] again; the application of the letter.
async fn second_application(place: &Place, name: &str) -> i64 {
    let again = Profile { name: name.to_owned(), networks: Vec::new(), ..profile("ana@example.org") };
    place.apply(&again, "second", later(1)).await.unwrap();
    let waiting = place.claim("a test", Work::Letters, 100, later(10_000)).await.unwrap();
    let payload = waiting.into_iter().rfind(|effect| effect.topic == "mail.confirm").unwrap().payload;
    serde_json::from_str::<serde_json::Value>(&payload).unwrap()["application"].as_i64().unwrap()
}

pub(crate) async fn nothing_stays_of_who_applied_first_where_another_application_is_confirmed(place: &Place) {
    place.with([network("diaspora")]).await;
    // A stranger applies with the address of somebody else, and asks for letters to an address of their own.
    let stranger = Profile { networks: vec![slug("diaspora")], ..profile("ana@example.org") };
    place.apply(&stranger, "strange", now()).await.unwrap();
    let id = place.credentials(&stranger.email).await.unwrap().unwrap().0.id;
    place.open_session(id, &key("cookie"), "a browser", now()).await.unwrap();
    place.ask_email(id, &"strange@example.org".parse().unwrap(), now()).await.unwrap();
    place.issue_key(id, MailKey::Email, &key("email"), now()).await.unwrap();
    let second = second_application(place, "Ana Pérez Gil").await;
    place.issue_application_key(second, &key("second"), later(2)).await.unwrap();
    let confirmed = place.confirm(&key("second"), later(3)).await.unwrap();
    assert_eq!((confirmed.id, confirmed.profile.name.as_str()), (id, "Ana Pérez Gil"));
    assert_eq!((confirmed.profile.networks, confirmed.standing), (Vec::new(), Standing::Waiting));
    assert_eq!(place.credentials(&stranger.email).await.unwrap().unwrap().1, "second");
    assert!(place.session(&key("cookie"), later(3)).await.unwrap().is_none(), "the stranger is signed out");
    assert_eq!(place.confirm_email(&key("email"), later(4)).await, Err(Error::Gone));
    assert_eq!(place.wanted_email(id).await, Ok(None));
}

pub(crate) async fn a_new_password_is_the_one_of_every_application(place: &Place) {
    let account = applicant(place, "ana@example.org").await;
    let second = second_application(place, "Ana Pérez Gil").await;
    place.issue_application_key(second, &key("second"), later(2)).await.unwrap();
    place.issue_key(account.id, MailKey::Reset, &key("reset"), later(2)).await.unwrap();
    place.reset(&key("reset"), "new", later(3)).await.unwrap();
    assert_eq!(place.confirmation(&key("second"), later(3)).await.unwrap().password_hash, "new");
}

pub(crate) async fn asking_twice_changes_nothing_and_tells_only_who_holds_the_address(place: &Place) {
    let ana = applicant(place, "ana@example.org").await;
    place.issue_key(ana.id, MailKey::Confirm, &key("letter"), now()).await.unwrap();
    place.confirm(&key("letter"), now()).await.unwrap();
    let again = Profile { name: "Somebody Else".to_owned(), ..profile("ana@example.org") };
    place.apply(&again, "second", later(1)).await.unwrap();
    let (account, hash) = place.credentials(&again.email).await.unwrap().unwrap();
    assert_eq!((account.profile.name.as_str(), hash.as_str()), ("Ana Pérez", "hash"));
    assert_eq!(letters(place).await, ["mail.confirm", "mail.known"]);
}

pub(crate) async fn of_many_who_apply_with_one_address_one_gets_the_account(place: &Place) {
    let other = place.another_node().await;
    let asked = profile("ana@example.org");
    let (one, two) = tokio::join!(place.apply(&asked, "one", now()), other.apply(&asked, "two", now()));
    assert_eq!((one, two), (Ok(()), Ok(())));
    let mut letters = letters(place).await;
    letters.sort();
    assert_eq!(letters, ["mail.confirm", "mail.confirm"]);
}

pub(crate) async fn an_unknown_network_is_named(place: &Place) {
    let asked = Profile { networks: vec![slug("nowhere")], ..profile("ana@example.org") };
    let Err(Error::Invalid(problems)) = place.apply(&asked, "hash", now()).await else { panic!("accepted") };
    assert_eq!((problems[0].field.as_str(), problems[0].typed.as_str()), ("networks", "nowhere"));
    assert_eq!(place.credentials(&asked.email).await, Ok(None));
}

pub(crate) async fn a_confirmed_address_waits_for_a_decision(place: &Place) {
    let account = applicant(place, "ana@example.org").await;
    place.issue_key(account.id, MailKey::Confirm, &key("letter"), now()).await.unwrap();
    let confirmed = place.confirm(&key("letter"), later(5)).await.unwrap();
    assert_eq!((confirmed.id, confirmed.standing), (account.id, Standing::Waiting));
    assert_eq!(letters(place).await, ["mail.confirm"]);
}

// 14.8.2
pub(crate) async fn a_key_works_once_for_its_purpose_and_for_a_while(place: &Place) {
    let account = applicant(place, "ana@example.org").await;
    place.issue_key(account.id, MailKey::Confirm, &key("confirm"), now()).await.unwrap();
    place.issue_key(account.id, MailKey::Reset, &key("reset"), now()).await.unwrap();
    place.issue_key(account.id, MailKey::Reset, &key("late"), now()).await.unwrap();
    assert_eq!(place.confirm(&key("reset"), later(1)).await, Err(Error::Gone));
    assert_eq!(place.reset(&key("confirm"), "new", later(1)).await, Err(Error::Gone));
    assert_eq!(place.reset(&key("late"), "new", later(61)).await, Err(Error::Gone));
    assert_eq!(place.confirm(&key("unknown"), later(1)).await, Err(Error::Gone));
    place.confirm(&key("confirm"), later(1)).await.unwrap();
    assert_eq!(place.confirm(&key("confirm"), later(2)).await, Err(Error::Gone));
}

pub(crate) async fn a_key_used_by_two_at_once_works_for_one(place: &Place) {
    let account = applicant(place, "ana@example.org").await;
    place.issue_key(account.id, MailKey::Reset, &key("reset"), now()).await.unwrap();
    let other = place.another_node().await;
    let reset = key("reset");
    let (one, two) = tokio::join!(place.reset(&reset, "one", later(1)), other.reset(&reset, "two", later(1)));
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
}

pub(crate) async fn a_session_ends_when_nobody_uses_it_and_at_last_in_any_case(place: &Place) {
    let id = member(place, "ana@example.org").await;
    place.open_session(id, &key("cookie"), "a browser", now()).await.unwrap();
    assert_eq!(place.session(&key("cookie"), later(60)).await.unwrap().unwrap().account.id, id);
    // Twelve hours after it was last used.
    assert!(place.session(&key("cookie"), later(60 + 12 * 60 - 1)).await.unwrap().is_some());
    assert!(place.session(&key("cookie"), later(2 * 12 * 60 + 60)).await.unwrap().is_none());
    place.open_session(id, &key("busy"), "a browser", now()).await.unwrap();
    for hours in (0..14 * 24).step_by(6) {
        assert!(place.session(&key("busy"), later(hours * 60)).await.unwrap().is_some(), "after {hours} hours");
    }
    assert!(place.session(&key("busy"), later(14 * 24 * 60)).await.unwrap().is_none());
    assert!(place.session(&key("unknown"), now()).await.unwrap().is_none());
}

pub(crate) async fn a_glance_at_a_session_is_no_use_of_it(place: &Place) {
    let id = member(place, "ana@example.org").await;
    place.open_session(id, &key("cookie"), "a browser", now()).await.unwrap();
    for hours in 1..12 {
        assert_eq!(place.glance(&key("cookie"), later(hours * 60)).await.unwrap().unwrap().account.id, id);
    }
    assert_eq!(place.glance(&key("cookie"), later(12 * 60)).await.unwrap(), None);
}

// 14.8.9
pub(crate) async fn a_session_is_closed_by_its_owner_alone(place: &Place) {
    let (ana, ben) = (member(place, "ana@example.org").await, member(place, "ben@example.org").await);
    place.open_session(ana, &key("ana"), "a browser", now()).await.unwrap();
    let session = place.session(&key("ana"), now()).await.unwrap().unwrap();
    place.close_session(ben, session.id).await.unwrap();
    assert!(place.session(&key("ana"), now()).await.unwrap().is_some());
    place.close_session(ana, session.id).await.unwrap();
    assert!(place.session(&key("ana"), now()).await.unwrap().is_none());
}

pub(crate) async fn a_new_password_ends_every_session(place: &Place) {
    let id = member(place, "ana@example.org").await;
    place.open_session(id, &key("one"), "a browser", now()).await.unwrap();
    place.open_session(id, &key("two"), "a phone", later(1)).await.unwrap();
    assert_eq!(place.sessions(id, later(2)).await.unwrap().len(), 2);
    let kept = place.session(&key("two"), later(2)).await.unwrap().unwrap();
    place.change_password(id, "changed", kept.id, later(2)).await.unwrap();
    assert!(place.session(&key("one"), later(2)).await.unwrap().is_none());
    assert!(place.session(&key("two"), later(2)).await.unwrap().is_some());
    place.issue_key(id, MailKey::Reset, &key("reset"), later(3)).await.unwrap();
    place.reset(&key("reset"), "new", later(4)).await.unwrap();
    assert!(place.sessions(id, later(4)).await.unwrap().is_empty());
    let email = "ana@example.org".parse().unwrap();
    assert_eq!(place.credentials(&email).await.unwrap().unwrap().1, "new");
}

pub(crate) async fn a_reset_for_an_unknown_address_leaves_nothing(place: &Place) {
    place.ask_reset(&"nobody@example.org".parse().unwrap(), now()).await.unwrap();
    member(place, "ana@example.org").await;
    place.ask_reset(&"ana@example.org".parse().unwrap(), now()).await.unwrap();
    assert_eq!(letters(place).await, ["mail.reset"]);
}

pub(crate) async fn a_decision_is_told_once_and_a_refusal_keeps_its_reason(place: &Place) {
    let staff = staff(place).await;
    let account = applicant(place, "ana@example.org").await;
    let early = place.decide(&staff, account.id, &Standing::Approved, now()).await;
    assert!(matches!(early, Err(Error::Invalid(_))), "the address is not confirmed: {early:?}");
    place.issue_key(account.id, MailKey::Confirm, &key("letter"), now()).await.unwrap();
    place.confirm(&key("letter"), now()).await.unwrap();
    assert_eq!(place.people(&staff, Some(&Standing::Waiting)).await.unwrap().len(), 1);
    let refused = Standing::Refused("No such institution.".to_owned());
    place.decide(&staff, account.id, &refused, later(1)).await.unwrap();
    place.decide(&staff, account.id, &refused, later(2)).await.unwrap();
    assert_eq!(place.account(account.id).await.unwrap().standing, refused);
    place.decide(&staff, account.id, &Standing::Approved, later(3)).await.unwrap();
    assert_eq!(place.account(account.id).await.unwrap().standing, Standing::Approved);
    assert_eq!(letters(place).await, ["mail.confirm", "mail.applicants", "mail.decision", "mail.decision"]);
}

pub(crate) async fn who_is_disabled_is_signed_out_and_stays_out(place: &Place) {
    let staff = staff(place).await;
    let id = member(place, "ana@example.org").await;
    place.open_session(id, &key("cookie"), "a browser", now()).await.unwrap();
    place.decide(&staff, id, &Standing::Disabled, later(1)).await.unwrap();
    assert!(place.session(&key("cookie"), later(1)).await.unwrap().is_none());
    assert_eq!(place.open_session(id, &key("again"), "a browser", later(2)).await, Err(Error::NotFound));
}

pub(crate) async fn attempts_are_limited_by_name_and_time(place: &Place) {
    for minute in 0..3 {
        assert!(place.attempt("sign-in ana", 3, 600, later(minute)).await.unwrap());
    }
    assert!(!place.attempt("sign-in ana", 3, 600, later(3)).await.unwrap());
    assert!(place.attempt("sign-in ben", 3, 600, later(3)).await.unwrap());
    assert!(place.attempt("sign-in ana", 3, 600, later(10)).await.unwrap(), "the first attempt is ten minutes old");
}

pub(crate) async fn a_profile_is_changed_and_the_address_is_not(place: &Place) {
    let ana = crate::people::person(place, "ana", Role::Member).await;
    place.with([crate::drafts::country("haiti")]).await;
    let changed = Profile {
        email: "other@example.org".parse().unwrap(),
        name: "Ana María".to_owned(),
        country: Some("haiti".parse().unwrap()),
        institution: "Embassy".to_owned(),
        function: "Consul".to_owned(),
        networks: Vec::new(),
        language: Language::Es,
        digest: domain::notice::Every::Day,
    };
    place.set_profile(ana.account().id, &changed, later(1)).await.unwrap();
    let stored = place.account(ana.account().id).await.unwrap().profile;
    assert_eq!(stored, Profile { email: "ana@example.org".parse().unwrap(), ..changed.clone() });
    let nowhere = Profile { country: Some("nowhere".parse().unwrap()), ..changed };
    assert!(matches!(place.set_profile(ana.account().id, &nowhere, later(2)).await, Err(Error::Invalid(_))));
}

pub(crate) async fn a_new_address_is_taken_when_its_letter_is_answered(place: &Place) {
    let ana = crate::people::person(place, "ana", Role::Member).await.account().id;
    let new: domain::account::Email = "new@example.org".parse().unwrap();
    place.ask_email(ana, &new, now()).await.unwrap();
    assert_eq!(place.wanted_email(ana).await, Ok(Some(new.clone())));
    assert_eq!(place.account(ana).await.unwrap().profile.email.as_str(), "ana@example.org");
    let key = TokenHash::of("key");
    place.issue_key(ana, MailKey::Email, &key, now()).await.unwrap();
    let reset = TokenHash::of("reset");
    place.issue_key(ana, MailKey::Reset, &reset, now()).await.unwrap();
    assert_eq!(place.confirm_email(&key, later(1)).await.unwrap().profile.email, new);
    assert_eq!(
        place.reset(&reset, "hash", later(1)).await,
        Err(Error::Gone),
        "a link in the old mailbox opens nothing"
    );
    assert_eq!(place.confirm_email(&key, later(2)).await, Err(Error::Gone));
    assert_eq!(place.wanted_email(ana).await, Ok(None));
}

pub(crate) async fn a_key_that_went_to_one_address_does_not_give_another(place: &Place) {
    let ana = crate::people::person(place, "ana", Role::Member).await.account().id;
    let key = TokenHash::of("key");
    place.ask_email(ana, &"mine@example.org".parse().unwrap(), now()).await.unwrap();
    place.issue_key(ana, MailKey::Email, &key, now()).await.unwrap();
    place.ask_email(ana, &"not-mine@example.org".parse().unwrap(), later(1)).await.unwrap();
    assert_eq!(place.confirm_email(&key, later(2)).await, Err(Error::Gone));
}

pub(crate) async fn an_address_of_somebody_else_is_never_taken(place: &Place) {
    let ana = crate::people::person(place, "ana", Role::Member).await.account().id;
    crate::people::person(place, "ben", Role::Member).await;
    place.ask_email(ana, &"ben@example.org".parse().unwrap(), now()).await.unwrap();
    assert_eq!(place.wanted_email(ana).await, Ok(None), "nothing happens, and nothing is told");
    // Somebody else takes it meanwhile.
    place.ask_email(ana, &"cam@example.org".parse().unwrap(), now()).await.unwrap();
    crate::people::person(place, "cam", Role::Member).await;
    let key = TokenHash::of("key");
    place.issue_key(ana, MailKey::Email, &key, now()).await.unwrap();
    assert_eq!(place.confirm_email(&key, later(1)).await, Err(Error::Gone));
    assert_eq!(place.account(ana).await.unwrap().profile.email.as_str(), "ana@example.org");
}

pub(crate) async fn a_key_of_a_calendar_works_until_it_is_taken_back(place: &Place) {
    let ana = crate::people::person(place, "ana", Role::Member).await.account().id;
    let key = TokenHash::of("key");
    assert_eq!(place.has_key(ana, MailKey::Calendar, now()).await, Ok(false));
    place.issue_key(ana, MailKey::Calendar, &key, now()).await.unwrap();
    for _again in 0..2 {
        assert_eq!(place.holder(MailKey::Calendar, &key, later(1)).await.unwrap().id, ana);
    }
    assert_eq!(place.holder(MailKey::Reset, &key, later(1)).await, Err(Error::Gone), "it opens nothing else");
    assert_eq!(place.has_key(ana, MailKey::Calendar, later(1)).await, Ok(true));
    // A new one takes its place at once.
    let new = TokenHash::of("new");
    place.replace_key(ana, MailKey::Calendar, &new, later(2)).await.unwrap();
    assert_eq!(place.holder(MailKey::Calendar, &key, later(2)).await, Err(Error::Gone));
    assert_eq!(place.holder(MailKey::Calendar, &new, later(2)).await.unwrap().id, ana);
    place.revoke_keys(ana, MailKey::Calendar).await.unwrap();
    assert_eq!(place.holder(MailKey::Calendar, &new, later(2)).await, Err(Error::Gone));
}

pub(crate) async fn a_visit_says_when_the_one_before_ended(place: &Place) {
    let ana = member(place, "ana@example.org").await;
    let visit = async |minute: i64| place.visit(ana, later(minute)).await.unwrap();
    assert_eq!(visit(0).await, None, "the first");
    assert_eq!(visit(20).await, None, "still the first");
    assert_eq!(visit(60).await, Some(later(20)));
    assert_eq!(visit(80).await, Some(later(20)), "a look while the visit lasts");
    assert_eq!(visit(110).await, Some(later(80)));
    assert_eq!(place.visit(999, now()).await, Err(Error::NotFound));
}
