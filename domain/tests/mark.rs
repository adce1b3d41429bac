//! Labels and notes of what somebody keeps.

use domain::mark::{LONGEST_LABELS, LONGEST_NOTE, read_labels, read_note};
use domain::{Problem, Rule};

#[test]
fn labels_are_read_between_commas_each_once() {
    assert_eq!(
        read_labels("  border , Ministro,MINISTRO,, for   the minister ").unwrap(),
        ["border", "Ministro", "for the minister"]
    );
    assert!(read_labels(" , ").unwrap().is_empty());
}

#[test]
fn what_is_too_long_is_named_and_not_cut() {
    let long = "a".repeat(LONGEST_LABELS + 1);
    assert_eq!(read_labels(&long), Err(Problem::new("labels", &long, Rule::AtMost(LONGEST_LABELS))));
    let long = "a".repeat(LONGEST_NOTE + 1);
    assert_eq!(read_note(&long), Err(Problem::new("note", &long, Rule::AtMost(LONGEST_NOTE))));
    assert_eq!(read_note(" two\r\nlines ").unwrap(), "two\nlines");
}
