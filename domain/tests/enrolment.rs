//! Tables of people to register are read as people write them.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use domain::Rule;
use domain::enrolment::{Asks, Row, read};

fn rows(table: &str) -> Result<Vec<Row>, Rule> {
    let heads = ["Email", "Correo electrónico"];
    read(table, &heads, &["State", "Estado"], &["Cancelled", "Inscripción cancelada"])
        .map_err(|problems| problems[0].rule)
}

fn emails(table: &str) -> Vec<String> {
    let email = |row: Row| match row.asks {
        Asks::For(email) => email.to_string(),
        other => format!("{other:?}"),
    };
    rows(table).unwrap().into_iter().map(email).collect()
}

#[test]
fn the_column_of_addresses_is_found_by_its_name_in_either_language() {
    assert_eq!(emails("Name,EMAIL\nAna,ana@example.org\n"), ["ana@example.org"]);
    assert_eq!(emails("\u{feff}\"Correo electronico\";Nombre\r\n\" Ana@Example.org\";Ana\r\n"), ["ana@example.org"]);
    assert_eq!(emails("Name\tEmail\nA, B\tana@example.org"), ["ana@example.org"]);
    assert_eq!(emails("ana@example.org\n\n ben@example.org \n"), ["ana@example.org", "ben@example.org"]);
}

#[test]
fn each_row_bears_its_line_and_what_cannot_be_read() {
    let table = "Name,Email,State\n\"Two\nlines\",ana@example.org,Registered\nBen,no address,\nCam,cam@example.org,cancelled\n,,\n";
    let read = rows(table).unwrap();
    assert_eq!(read.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 5]);
    assert_eq!((&read[1].asks, read[1].typed.as_str()), (&Asks::Nobody, "no address"));
    assert_eq!(read[2].asks, Asks::Ended);
    assert_eq!(emails("Email\n'-x@example.org"), ["-x@example.org"]);
}

#[test]
fn what_is_no_such_table_is_refused() {
    assert_eq!(rows(""), Err(Rule::Needed));
    assert_eq!(rows("Email\n"), Err(Rule::Needed));
    assert_eq!(rows("Name,Institution\nAna,Ministry"), Err(Rule::AddressColumn));
    assert_eq!(rows(&format!("Email\n{}", "a@example.org\n".repeat(1_001))), Err(Rule::Rows));
}
