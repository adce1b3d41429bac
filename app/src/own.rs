//! Pages of accounts and of the desk: which address asks for what. The browser only hands the address on, so that what it
//! would have to know of these pages is no part of the module that every reader fetches.

use domain::entry::Kind;
use domain::plain::plain;

use crate::account::view::{AccountAsk, PeopleRequest};
use crate::desk::change::ChangeRequest;
use crate::desk::view::{AuditRequest, ContentRequest, DeskAsk, OutboxRequest, TrafficRequest};
use crate::files::MediaRequest;
use crate::paths;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnAsk {
    /// What is one's own; `done` says what was just done.
    Dashboard { done: String },
    /// Another page of accounts.
    Account(AccountAsk),
    /// A page of the desk.
    Desk(DeskAsk),
}

/// Reads an address: the path after the language, and the query. None where there is no such page.
pub fn read(path: &str, query: &str) -> Option<OwnAsk> {
    let parameter = |name: &str| {
        form_urlencoded::parse(query.as_bytes())
            .find(|(its, _)| its == name)
            .map_or_else(String::new, |(_, value)| plain(value.into_owned()))
    };
    let is_set = |name: &str| !parameter(name).is_empty();
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    let account = |ask| Some(OwnAsk::Account(ask));
    let desk = |ask| Some(OwnAsk::Desk(ask));
    match segments.as_slice() {
        ["dashboard"] => Some(OwnAsk::Dashboard { done: parameter("done") }),
        ["dashboard", "profile"] => account(AccountAsk::Profile { done: parameter("done") }),
        ["dashboard", "saved"] => account(AccountAsk::Saved { label: parameter("label"), done: is_set("done") }),
        ["login"] => account(AccountAsk::Login { next: parameter("next"), done: parameter("done") }),
        ["register"] => account(AccountAsk::Register { sent: is_set("sent") }),
        ["register", "confirm"] => account(AccountAsk::Confirm { key: parameter("key"), done: is_set("done") }),
        ["password"] => {
            let (key, email) = (parameter("key"), parameter("email"));
            account(AccountAsk::Password { key, email, sent: is_set("sent") })
        }
        ["unsubscribe"] => {
            let (key, network) = (parameter("key"), parameter("network"));
            account(AccountAsk::EndLetters { key, network, done: is_set("done") })
        }
        ["staff"] => desk(DeskAsk::Overview),
        ["staff", "people"] => account(AccountAsk::People(PeopleRequest {
            standing: parameter("standing"),
            q: parameter("q"),
            page: parameter("page"),
            done: parameter("done"),
        })),
        ["staff", "events", slug] => {
            let (state, q, done) = (parameter("state"), parameter("q"), parameter("done"));
            account(AccountAsk::Participants { slug: (*slug).to_owned(), state, q, done })
        }
        ["staff", "events", slug, "import"] => account(AccountAsk::Import { slug: (*slug).to_owned() }),
        ["staff", "events", slug, "change"] => {
            let (change, start, done) = (parameter("change"), parameter("start"), parameter("done"));
            let (told, first) = (parameter("told"), parameter("first"));
            desk(DeskAsk::Change(ChangeRequest { slug: (*slug).to_owned(), change, start, done, told, first }))
        }
        ["staff", "content"] => desk(DeskAsk::Content(ContentRequest {
            kind: parameter("kind"),
            network: parameter("network"),
            standing: parameter("standing"),
            language: parameter("language"),
            untouched: parameter("untouched"),
            q: parameter("q"),
            page: parameter("page"),
            bin: is_set("bin"),
            binned: parameter("binned"),
        })),
        ["staff", "audit"] => desk(DeskAsk::Audit(AuditRequest {
            actor: parameter("actor"),
            subject: parameter("subject"),
            from: parameter("from"),
            until: parameter("until"),
            page: parameter("page"),
        })),
        ["staff", "visits"] => desk(DeskAsk::Traffic(TrafficRequest { period: parameter("period") })),
        ["staff", "outbox"] => desk(DeskAsk::Outbox(OutboxRequest {
            state: parameter("state"),
            to: parameter("to"),
            page: parameter("page"),
            done: parameter("done"),
        })),
        ["staff", "media"] => desk(DeskAsk::Media(MediaRequest {
            kind: parameter("kind"),
            only: parameter("only"),
            q: parameter("q"),
            bin: is_set("bin"),
            page: parameter("page"),
            done: parameter("done"),
            back: parameter("back"),
        })),
        ["staff", "media", uid] => {
            let (uid, back) = ((*uid).to_owned(), parameter("back"));
            desk(DeskAsk::MediaFile { uid, done: is_set("done"), back })
        }
        ["staff", "banner"] => desk(DeskAsk::Banner { done: is_set("done") }),
        ["staff", "new", section] => {
            let (date, like, add) = (parameter("date"), parameter("like"), parameter("add"));
            desk(DeskAsk::New { kind: paths::kind_of(section)?, date, like, add, is_empty: is_set("empty") })
        }
        ["staff", "edit", section, slug] => {
            let (kind, slug) = entry(section, slug)?;
            desk(DeskAsk::Edit { kind, slug, done: parameter("done"), add: parameter("add") })
        }
        ["staff", "edit", section, slug, "history"] => {
            let (kind, slug) = entry(section, slug)?;
            let (q, from, to) = (parameter("q"), parameter("from"), parameter("to"));
            desk(DeskAsk::History { kind, slug, q, from, to })
        }
        ["staff", "edit", section, slug, "preview"] => {
            let (kind, slug) = entry(section, slug)?;
            desk(DeskAsk::Preview { kind, slug })
        }
        _ => None,
    }
}

fn entry(section: &str, slug: &str) -> Option<(Kind, String)> {
    Some((paths::kind_of(section)?, slug.to_owned()))
}
