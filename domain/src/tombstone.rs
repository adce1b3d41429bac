//! What is left of an entry that readers saw once and see no more.

use jiff::Timestamp;

use crate::entry::Summary;

/// What an entry was, and since when it is no more to be had.
#[derive(Debug, Clone, PartialEq)]
pub struct Tombstone {
    /// What it was: titles, networks, countries and details; no picture.
    pub summary: Summary,
    /// When it was withdrawn.
    pub withdrawn: Timestamp,
}

/// The publications that one is linked with, as far as readers see them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LinkedWorks {
    /// The one whose newer version it is.
    pub replaces: Option<Summary>,
    /// Newer versions of it.
    pub replaced_by: Vec<Summary>,
    /// Editions of the same work in other languages.
    pub editions: Vec<Summary>,
}
