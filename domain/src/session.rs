//! Being signed in, and the keys that a mail carries.

use jiff::{SignedDuration, Timestamp};

use crate::account::Account;

/// How long a session lasts that nobody uses: 12 hours.
pub const IDLE: SignedDuration = SignedDuration::from_hours(12);
/// How long a session lasts at most: 14 days.
pub const LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// After so long without a look at the dashboard, the next one is another visit: half an hour.
pub const VISIT: SignedDuration = SignedDuration::from_mins(30);

/// Somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The stored id; no secret.
    pub id: i64,
    /// Who.
    pub account: Account,
    /// What the browser calls itself.
    pub device: String,
    /// Since when.
    pub opened: Timestamp,
    /// When it was last used.
    pub used: Timestamp,
}

/// The names that browsers give themselves, the telling one first: most also bear the names of others.
const BROWSERS: [(&str, &str); 5] =
    [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

/// A browser in words that its owner knows again: "Firefox, Windows". What says nothing is cut to 60 characters.
pub fn device_name(user_agent: &str) -> String {
    let known = |names: &[(&str, &'static str)]| {
        names.iter().find(|(part, _)| user_agent.contains(part)).map(|(_, name)| *name)
    };
    let words = [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>();
    if words.is_empty() { user_agent.chars().take(60).collect() } else { words.join(", ") }
}

/// What a key in a mail opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailKey {
    /// It shows that the address is the person's own.
    Confirm,
    /// It sets a new password.
    Reset,
    /// It ends letters about networks. It may be used more than once, for who uses it has no session.
    Unsubscribe,
    /// It gives an account a new mail address.
    Email,
    /// It opens the calendar of one's own registrations, until its owner takes it back.
    Calendar,
}

impl MailKey {
    /// The name of the key, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Reset => "reset",
            Self::Unsubscribe => "unsubscribe",
            Self::Email => "email",
            Self::Calendar => "calendar",
        }
    }

    /// How long it works: a week to confirm, an hour to set a password, a year to end letters, ten for a
    /// calendar.
    pub const fn life(self) -> SignedDuration {
        match self {
            Self::Confirm | Self::Email => SignedDuration::from_hours(7 * 24),
            Self::Reset => SignedDuration::from_hours(1),
            Self::Unsubscribe => SignedDuration::from_hours(365 * 24),
            Self::Calendar => SignedDuration::from_hours(10 * 366 * 24),
        }
    }
}
