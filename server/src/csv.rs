//! CSV files: RFC 4180, with the mark by which spreadsheets know the encoding.

/// A file of these rows.
pub fn file(rows: impl Iterator<Item = Vec<String>>) -> String {
    let lines = rows.map(|row| row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
}

/// A cell in quotes; one that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
