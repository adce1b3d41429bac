//! CSV files: RFC 4180, with the mark by which spreadsheets know the encoding.

/// A file of these rows.
pub fn file(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines = rows.map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
}

/// A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
