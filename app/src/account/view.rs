//! What the pages of accounts ask for and show.

use serde::{Deserialize, Serialize};

use crate::desk::view::LiveView;
use crate::notices::view::UnreadView;
use crate::ui::{Crumb, Drawn};

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountAsk {
    /// Signing in; `next` is the page that was asked for, `done` follows a new password.
    Login { next: String, done: String },
    /// Asking for an account, or that it was asked for.
    Register { sent: bool },
    /// Confirming an address with the key of a mail, or that it was done.
    Confirm { key: String, done: bool },
    /// Asking for a new password, setting it with the key of a mail, or that a letter was sent.
    Password { key: String, email: String, sent: bool },
    /// Ending letters with the key of one, about a network or about every one, or that it was done.
    EndLetters { key: String, network: String, done: bool },
    /// What one changes of one's own account; `done` says what was saved.
    Profile { done: String },
    /// What one keeps for later; only what bears this label. `done` follows a change.
    Saved { label: String, done: bool },
    /// Everybody who has an account.
    People(PeopleRequest),
    /// Who has asked for a seat at an event; only those who stand so, or whose name has these words. `done` says how the one
    /// stands on whom was just decided.
    Participants { slug: String, state: String, q: String, done: String },
    /// Registering many members at once.
    Import { slug: String },
}

/// The filters of people, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default)]
pub struct PeopleRequest {
    /// A standing's name.
    pub standing: String,
    /// Words of a name, an address or an institution.
    pub q: String,
    /// A page's number.
    pub page: String,
    /// What was just decided.
    pub done: String,
}

impl PeopleRequest {
    /// The filters as parameters of an address.
    pub fn parameters(&self) -> [(&'static str, &str); 3] {
        [("standing", self.standing.as_str()), ("q", &self.q), ("page", &self.page)]
    }
}

/// A page of accounts or of the desk, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// Its title.
    pub title: String,
    /// The steps between home and it.
    pub above: Vec<Crumb>,
    /// What it is for; empty for what is one person's own, which is not for search engines.
    pub description: String,
    /// All of it: plain forms, which need no script.
    pub content: Drawn,
    /// What the editor needs to keep what is typed.
    pub live: Option<LiveView>,
    /// Whether files are uploaded here: scripts then show how far they have come.
    pub uploads: bool,
}

/// The dashboard, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DashboardView {
    /// Its title.
    pub title: String,
    /// How many notices are not read, for members.
    pub unread: Option<UnreadView>,
    /// What changes while a member looks.
    pub today: Option<Drawn>,
    /// The rest: plain forms, which need no script.
    pub content: Drawn,
}
