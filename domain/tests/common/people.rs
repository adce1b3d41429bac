//! Somebody of the secretariat.

use domain::Language;
use domain::account::{Account, Profile, Role, Staff, Standing};
use jiff::Timestamp;

pub fn staff(role: Role) -> Staff {
    let account = Account {
        id: 1,
        profile: Profile {
            email: "ana@example.org".parse().unwrap(),
            name: "Ana".to_owned(),
            country: None,
            institution: String::new(),
            function: String::new(),
            networks: Vec::new(),
            language: Language::En,
            digest: domain::notice::Every::Week,
        },
        standing: Standing::Approved,
        role,
        writes_in: None,
        created: Timestamp::UNIX_EPOCH,
    };
    Staff::of(&account, role).unwrap()
}
