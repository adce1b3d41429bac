//! What a page with notices shows.

use domain::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A notice as a row of the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// The stored id.
    pub id: i64,
    /// Where it leads.
    pub href: String,
    /// What, or whom, it is about.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub foreign: Option<Language>,
    /// What it tells of that.
    pub told: String,
    /// Since when.
    pub created: Timestamp,
    /// The same in words and as HTML's `datetime` takes it.
    pub day: [String; 2],
    /// Whether it was marked as read.
    pub is_read: bool,
}

/// How many notices are not read, and how the page learns of more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadView {
    /// How many, in words.
    pub sentence: String,
    /// Where changes are told.
    pub stream: String,
    /// Where to ask instead.
    pub address: String,
    /// The link to the page with what has come since, and its words.
    pub renewed: [String; 2],
}
