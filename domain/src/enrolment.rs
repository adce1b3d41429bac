//! Registering many at once: a table with mail addresses, read before anything is written, row by row.

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::account::Email;
use crate::fold::fold;
use crate::registration::State;
use crate::{Problem, Rule};

/// The most rows that are read at once.
pub const MOST_ROWS: usize = 1_000;

/// What becomes of somebody whom staff register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enrolment {
    /// They come to stand so.
    Comes(State),
    /// They stand so already, or an earlier row has brought them there; nothing happens.
    Already(State),
    /// It cannot be done: no member has this address.
    NoMember,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the table that it begins on, from 1.
    pub line: u64,
    /// What stands where the mail address is to stand.
    pub typed: String,
    /// What it asks for.
    pub asks: Asks,
}

/// What a row asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// To register who has this address.
    For(Email),
    /// Nothing: it says of itself that this registration has ended, as a list that the portal has written does.
    Ended,
    /// It cannot be read: there is no mail address.
    Nobody,
}

/// Reads a table: with commas, semicolons or tabs between its cells, and a first line that names one of the columns as one of
/// `address_heads`; or a bare list of addresses. `status_heads` name the column in which one of `ended` says that a row
/// asks for nothing. Empty lines are no rows.
///
/// # Errors
/// The field `rows`: where there is no row, no column of addresses, or there are more than [`MOST_ROWS`].
pub fn read(
    table: &str,
    address_heads: &[&str],
    status_heads: &[&str],
    ended: &[&str],
) -> Result<Vec<Row>, Vec<Problem>> {
    let problem = |rule| vec![Problem::new("rows", table, rule)];
    // Of two marks at the end of a line the reader of tables counts the second to the next one.
    let table = table.trim_start_matches('\u{feff}').trim().replace("\r\n", "\n");
    let first = table.lines().next().unwrap_or_default();
    let marks = [('\t', b'\t'), (';', b';'), (',', b',')];
    let delimiter =
        marks.into_iter().max_by_key(|(mark, _)| first.matches(*mark).count()).map_or(b',', |(_, mark)| mark);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .delimiter(delimiter)
        .from_reader(table.as_bytes());
    let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    let Some(head) = records.first() else { return Err(problem(Rule::Needed)) };
    let column = |names: &[&str]| head.iter().position(|cell| names.iter().any(|name| fold(name) == fold(cell)));
    let (address, status) = (column(address_heads), column(status_heads));
    let is_bare = address.is_none() && head.len() == 1 && head.get(0).is_some_and(|cell| cell.contains('@'));
    if address.is_none() && !is_bare {
        return Err(problem(Rule::AddressColumn));
    }
    let rows = records.iter().skip(usize::from(!is_bare)).filter(|record| record.iter().any(|cell| !cell.is_empty()));
    let rows: Vec<Row> = rows
        .map(|record| {
            // A cell that a spreadsheet would take for a formula was written with an apostrophe.
            let typed = record.get(address.unwrap_or(0)).unwrap_or_default().trim_start_matches('\'').to_owned();
            let said = status.and_then(|column| record.get(column)).map(fold).unwrap_or_default();
            let asks = match typed.parse::<Email>() {
                _ if ended.iter().any(|word| fold(word) == said) => Asks::Ended,
                Ok(email) => Asks::For(email),
                Err(_unreadable) => Asks::Nobody,
            };
            Row { line: record.position().map_or(0, csv::Position::line), typed, asks }
        })
        .collect();
    match rows.len() {
        0 => Err(problem(Rule::Needed)),
        1..=MOST_ROWS => Ok(rows),
        _ => Err(problem(Rule::Rows)),
    }
}
