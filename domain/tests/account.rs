//! People: what an address is, what a form must say, who may do what.

use domain::Rule;
use domain::account::{
    Account, ApplicationRequest, Email, LONGEST_PASSWORD, Member, Role, SHORTEST_PASSWORD, Staff, Standing,
    check_password,
};
use domain::session::device_name;
use domain::token::{Chance, Token, TokenHash};
use proptest::prelude::*;

fn form() -> ApplicationRequest {
    ApplicationRequest {
        name: "  Ana   Pérez ".to_owned(),
        email: "Ana.Perez@Example.org ".to_owned(),
        password: "a ferry to Port Royal".to_owned(),
        country: "haiti".to_owned(),
        institution: "Ministry".to_owned(),
        function: "Officer".to_owned(),
        networks: vec!["diaspora".to_owned()],
        language: "es".to_owned(),
    }
}

fn fields(form: &ApplicationRequest) -> Vec<String> {
    form.read().err().unwrap_or_default().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn an_address_is_read_without_case_and_blanks() {
    let email: Email = " Ana@Example.ORG".parse().expect("an address");
    assert_eq!(email.as_str(), "ana@example.org");
}

#[test]
fn what_is_no_address_is_refused() {
    let long = format!("{}@example.org", "a".repeat(250));
    for text in [
        "",
        "ana",
        "@example.org",
        "ana@",
        "ana@host",
        "a b@example.org",
        "ana@-x.org",
        "ana@x..org",
        "a@b@c.org",
        "a<b@c.org",
        &long,
    ] {
        assert!(text.parse::<Email>().is_err(), "{text}");
    }
}

#[test]
fn a_whole_form_is_read_and_tidied() {
    let profile = form().read().expect("a profile");
    assert_eq!((profile.name.as_str(), profile.email.as_str()), ("Ana Pérez", "ana.perez@example.org"));
    assert_eq!(profile.networks.len(), 1);
}

#[test]
fn every_field_that_breaks_a_rule_is_named_in_the_order_of_the_form() {
    let empty =
        ApplicationRequest { networks: vec!["No Slug".to_owned()], country: "?".to_owned(), ..Default::default() };
    assert_eq!(
        fields(&empty),
        ["name", "email", "password", "country", "institution", "function", "networks", "language"]
    );
    assert!(fields(&form()).is_empty());
}

#[test]
fn a_password_is_judged_by_its_length_and_never_repeated() {
    let short = check_password("password", "short").expect("a problem");
    assert_eq!((short.rule, short.typed.as_str()), (Rule::AtLeast(SHORTEST_PASSWORD), ""));
    assert!(check_password("password", &"é".repeat(SHORTEST_PASSWORD)).is_none());
    assert!(check_password("password", &"x".repeat(LONGEST_PASSWORD + 1)).is_some());
}

#[test]
fn only_the_approved_are_members_and_only_roles_above_are_staff() {
    let profile = form().read().expect("a profile");
    let account = |standing, role| Account {
        id: 1,
        profile: profile.clone(),
        standing,
        role,
        writes_in: None,
        created: jiff::Timestamp::UNIX_EPOCH,
    };
    for standing in [Standing::Unconfirmed, Standing::Waiting, Standing::Refused(String::new()), Standing::Disabled] {
        assert!(Member::of(&account(standing.clone(), Role::Admin)).is_none());
        assert!(Staff::of(&account(standing, Role::Admin), Role::Contributor).is_none());
    }
    assert!(Member::of(&account(Standing::Approved, Role::Member)).is_some());
    assert!(Staff::of(&account(Standing::Approved, Role::Member), Role::Member).is_none());
    assert!(Staff::of(&account(Standing::Approved, Role::Editor), Role::Contributor).is_some());
    assert!(Staff::of(&account(Standing::Approved, Role::Editor), Role::Admin).is_none());
}

#[test]
fn standings_and_roles_come_back_from_their_names() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    for standing in [
        Standing::Unconfirmed,
        Standing::Waiting,
        Standing::Approved,
        Standing::Refused("why".to_owned()),
        Standing::Disabled,
    ] {
        assert_eq!(Standing::from_code(standing.code(), "why"), Some(standing));
    }
}

struct Always(u8);

impl Chance for Always {
    fn bits(&self) -> [u8; 32] {
        [self.0; 32]
    }
}

#[test]
fn a_token_is_known_by_its_hash_alone() {
    let token = Token::new(&Always(0xab));
    assert_eq!(token.text(), "ab".repeat(32));
    assert_eq!(token.hash(), TokenHash::of(&token.text()));
    assert!(!format!("{token:?}").contains("ab"));
    assert_ne!(token.hash(), Token::new(&Always(0xac)).hash());
}

#[test]
fn a_device_is_called_as_its_owner_knows_it() {
    let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0";
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1";
    assert_eq!((device_name(edge).as_str(), device_name(phone).as_str()), ("Edge, Windows", "Safari, iPhone"));
    assert_eq!(device_name("curl/8.5.0"), "curl/8.5.0");
    assert_eq!(device_name(""), "");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_named(name in ".{0,200}", email in ".{0,40}", password in ".{0,40}", country in ".{0,20}") {
        let form = ApplicationRequest { name, email, password, country, ..form() };
        match form.read() {
            Ok(profile) => prop_assert_eq!(profile.email.to_string().parse::<Email>(), Ok(profile.email)),
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
