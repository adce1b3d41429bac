//! What a request brought beside its address: who is signed in, and what was typed into a form. On the server only.

use std::collections::HashMap;

use domain::account::{Account, Role, Staff};
use domain::manuscript::{Conflict, Typed};
use domain::session::Session;
use domain::{Error, Problem};
use leptos::prelude::*;

use crate::desk::asked::Asked;
use crate::desk::preview::PreviewBar;
use crate::files::Refused;

/// What a request brought.
#[derive(Debug, Clone, Default)]
pub struct Visit {
    /// Who is signed in.
    pub session: Option<Session>,
    /// How many of their notices are not read.
    pub unread: u32,
    /// What was typed, by field; passwords are never kept.
    pub typed: HashMap<String, Vec<String>>,
    /// What of it could not be taken.
    pub problems: Vec<Problem>,
    /// What is wrong with a file that was sent.
    pub refused: Option<Refused>,
    /// A sentence about the form as a whole.
    pub notice: Option<&'static str>,
    /// Why something cannot be had any more, or not yet: what the page says instead of what its status means.
    pub refusal: Option<String>,
    /// Whether the browser stands at another address than that of the page: then no script takes the page over, for there
    /// it would look for another one.
    pub is_elsewhere: bool,
    /// What is asked before the editor's form is taken.
    pub asked: Option<Asked>,
    /// What was typed into the editor and not saved, and what others have changed meanwhile.
    pub edit: Option<(Vec<Typed>, Vec<Conflict>)>,
    /// Where a form was sent to that came after its writer's session had ended; it stands in what was typed.
    pub unsent: Option<String>,
    /// Where the page shows a draft: the bar that says so.
    pub preview: Option<PreviewBar>,
}

impl Visit {
    /// What the request at hand brought.
    pub fn current() -> Self {
        use_context::<Self>().unwrap_or_default()
    }

    /// What was typed into a field.
    pub fn typed(&self, field: &str) -> String {
        self.typed.get(field).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    /// Whether a choice of several was made.
    pub fn chose(&self, field: &str, value: &str) -> bool {
        self.typed.get(field).is_some_and(|values| values.iter().any(|chosen| chosen == value))
    }

    /// Who is signed in.
    pub fn account(&self) -> Option<&Account> {
        self.session.as_ref().map(|session| &session.account)
    }

    /// Who is signed in and may do what this role may.
    ///
    /// # Errors
    /// [`Error::SignIn`] where nobody is signed in, [`Error::Forbidden`] where they may not.
    pub fn require_staff(&self, least: Role) -> Result<Staff, Error> {
        let account = self.account().ok_or(Error::SignIn)?;
        Staff::of(account, least).ok_or(Error::Forbidden)
    }

    /// Who is signed in, if they may do what this role may.
    pub fn staff(&self, least: Role) -> Option<Staff> {
        self.account().and_then(|account| Staff::of(account, least))
    }
}
