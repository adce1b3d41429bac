//! What members keep for later: labels, notes, and all of it as a file.

use axum::http::{StatusCode, header};
use domain::account::Role;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::TestPortal;

const SAVED: &str = "/en/dashboard/saved";

/// A member who keeps a network and an event.
async fn keeper(portal: &TestPortal, name: &str) -> String {
    let email = format!("{name}@example.org");
    person(portal, &email, Role::Member).await;
    let cookie = signed_in(portal, &email).await;
    for address in ["/en/networks/diaspora", "/en/events/workshop-on-investigating-migrant-smuggling"] {
        post(portal, &format!("{address}/keep"), &cookie, &[("keep", "yes")]).await;
    }
    cookie
}

fn describe<'a>(entry: &'a str, labels: &'a str, note: &'a str) -> [(&'a str, &'a str); 4] {
    [("entry", entry), ("labels", labels), ("note", note), ("task", "describe")]
}

// 14.8.5
#[tokio::test]
async fn what_is_saved_bears_labels_and_a_note_and_is_narrowed_by_label() {
    let portal = TestPortal::start().await;
    let ana = keeper(&portal, "ana").await;
    let done = post(&portal, SAVED, &ana, &describe("network/diaspora", "Border, for the minister", "Page <4>")).await;
    assert_eq!(done.header(header::LOCATION), "/en/dashboard/saved?done=1");
    let page = get_as(&portal, SAVED, &ana).await.body;
    for part in ["Page &lt;4&gt;", ">Border<", "value=\"Border, for the minister\"", "?label=for%20the%20minister"] {
        assert!(page.contains(part), "it lacks {part}");
    }
    let narrowed = get_as(&portal, "/en/dashboard/saved?label=BORDER", &ana).await.body;
    assert!(narrowed.contains("Page &lt;4&gt;") && !narrowed.contains("Workshop on investigating"));
    let none = get_as(&portal, "/en/dashboard/saved?label=sea", &ana).await.body;
    assert!(none.contains("Nothing bears this label."));
    // Nobody else sees them.
    let ben = keeper(&portal, "ben").await;
    assert!(!get_as(&portal, SAVED, &ben).await.body.contains("Page &lt;4&gt;"));
    let removed = post(&portal, SAVED, &ana, &[("entry", "network/diaspora"), ("task", "remove")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert!(!get_as(&portal, SAVED, &ana).await.body.contains("Page &lt;4&gt;"));
    assert!(get_as(&portal, SAVED, &ben).await.body.contains("/en/networks/diaspora"));
}

#[tokio::test]
async fn what_is_too_long_or_makes_no_sense_is_named_and_kept() {
    let portal = TestPortal::start().await;
    let ana = keeper(&portal, "ana").await;
    let (labels, note) = ("b".repeat(301), "Keep this");
    let again = post(&portal, SAVED, &ana, &describe("network/diaspora", &labels, note)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("it may be at most 300 characters long") && again.body.contains("Keep this"));
    assert!(again.body.contains(&labels));
    for (entry, task, status) in [
        ("network/nowhere", "describe", StatusCode::NOT_FOUND),
        ("nonsense", "describe", StatusCode::NOT_FOUND),
        ("network/diaspora", "shout", StatusCode::UNPROCESSABLE_ENTITY),
        ("news/not-kept", "describe", StatusCode::NOT_FOUND),
    ] {
        let sent = post(&portal, SAVED, &ana, &[("entry", entry), ("task", task)]).await;
        assert_eq!(sent.status, status, "{entry} {task}");
    }
}

// 14.8.5
#[tokio::test]
async fn what_is_saved_comes_as_a_file_that_a_spreadsheet_opens() {
    let portal = TestPortal::start().await;
    let ana = keeper(&portal, "ana").await;
    post(&portal, SAVED, &ana, &describe("network/diaspora", "border", "=1+1")).await;
    let file = get_as(&portal, "/es/dashboard/saved.csv", &ana).await;
    assert_eq!(file.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(file.header(header::CACHE_CONTROL), "private, no-store");
    let lines: Vec<_> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], "\"Título\",\"Tipo\",\"Dirección\",\"Etiquetas\",\"Nota\",\"Guardado el\"");
    let address = "\"https://portal.example.org/es/networks/diaspora\",\"border\",\"'=1+1\"";
    assert!(file.body.contains(address), "{}", file.body);
    let narrowed = get_as(&portal, "/es/dashboard/saved.csv?label=border", &ana).await;
    assert_eq!(narrowed.body.lines().count(), 2);
}
