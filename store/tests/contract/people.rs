//! People for tests about what they do.

use domain::Language;
use domain::account::{Member, Profile, Role, Staff};
use domain::ports::Accounts;

use crate::place::{Place, now};

/// A member of this role, with an address of their name.
pub(crate) async fn person(place: &Place, name: &str, role: Role) -> Member {
    let profile = Profile {
        email: format!("{name}@example.org").parse().unwrap(),
        name: name.to_owned(),
        country: None,
        institution: "Ministry".to_owned(),
        function: "Officer".to_owned(),
        networks: Vec::new(),
        language: Language::En,
        digest: domain::notice::Every::Week,
    };
    let accounts: &dyn Accounts = &**place;
    let id = accounts.create(&profile, role, "hash", now()).await.unwrap();
    Member::of(&place.account(id).await.unwrap()).unwrap()
}

/// Somebody of the staff who may do what this role may.
pub(crate) async fn staff(place: &Place, name: &str, role: Role) -> Staff {
    Staff::of(person(place, name, role).await.account(), role).unwrap()
}
