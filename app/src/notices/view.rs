//! What a page with notices shows.

use serde::{Deserialize, Serialize};

use crate::ui::Item;

/// A notice as a row of the dashboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// The stored id.
    pub id: i64,
    /// The entry that it is about.
    pub item: Item,
    /// What it tells of the entry.
    pub told: String,
    /// Since when, in words and as HTML's `datetime` takes it.
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
