//! Registering many at once, and what staff are told after each decision. 14.3.9.

use axum::http::{Request, StatusCode, header};
use domain::account::Role;

use crate::accounts::{get_as, person, post, signed_in};
use crate::desk::{leads, staff};
use crate::letters::Mailbox;
use crate::portal::{Answer, TestPortal};

/// A demo event with two seats.
const LIST: &str = "/en/staff/events/workshop-on-investigating-migrant-smuggling";
/// A demo event on whose registrations staff decide.
const TRAINING: &str = "training-on-fair-recruitment-for-labour-inspectors";

async fn members(portal: &TestPortal, names: &[&str]) {
    for name in names {
        person(portal, &format!("{name}@example.org"), Role::Member).await;
    }
}

/// The counts of a page of participants or of an import, as text.
fn text(page: &str) -> String {
    page.replace("<!>", "")
}

fn seen(page: &str) -> String {
    page.split("name=\"seen\"").nth(1).unwrap().split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn upload(portal: &TestPortal, cookie: &str, file: &[u8]) -> Answer {
    let mut body = b"--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n".to_vec();
    body.extend(file);
    body.extend(b"\r\n--x--\r\n");
    let request = Request::post(format!("{LIST}/import"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::COOKIE, cookie);
    portal.send_bytes(request, body).await
}

// 14.3.9: approve, refuse with reason, register someone else, import and export CSV; counts always add up.
#[tokio::test]
async fn a_table_is_looked_at_row_by_row_before_anybody_is_registered() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    members(&portal, &["ana", "ben", "cam"]).await;
    let mailbox = Mailbox::new();
    mailbox.fetch(&portal).await;
    let import = format!("{LIST}/import");
    let table = "Name,Email\r\nAna,ana@example.org\r\nBen,ben@example.org\r\nCam,cam@example.org\r\n\
        Dan,dan@example.org\r\nEve,no address\r\nAna,ANA@example.org\r\n";
    let looked = upload(&portal, &editor, format!("\u{feff}{table}").as_bytes()).await;
    assert_eq!(looked.status, StatusCode::OK);
    let page = text(&looked.body);
    for part in [
        "6 rows",
        "Registered: 2",
        "Waiting list: 1",
        "No member has this address: 1",
        "There is no mail address here: 1",
        "On the list already: Registered: 1",
        "nothing is written before every row is right",
        "role=\"rowheader\">dan@example.org</th>",
    ] {
        assert!(page.contains(part), "it lacks {part}: {page}");
    }
    let key = seen(&looked.body);
    let forced = [("task", "do"), ("rows", table), ("seen", key.as_str())];
    assert_eq!(post(&portal, &import, &editor, &forced).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(&get_as(&portal, LIST, &editor).await.body).contains("Nobody has asked for a seat yet."));
    let table = "Email;Nombre\nana@example.org;Ana\nben@example.org;Ben\ncam@example.org;Cam\n";
    let looked = post(&portal, &import, &editor, &[("task", "show"), ("rows", table)]).await;
    assert!(looked.body.contains("Register 3 people"), "{}", looked.body);
    let seen_key = seen(&looked.body);
    // Somebody registers meanwhile: another row waits now.
    post(&portal, &format!("{LIST}/members"), &editor, &[("email", "cam@example.org")]).await;
    let stale = post(&portal, &import, &editor, &[("task", "do"), ("rows", table), ("seen", &seen_key)]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.body.contains("Nothing was written."), "{}", stale.body);
    let done = post(&portal, &import, &editor, &[("task", "do"), ("rows", table), ("seen", &seen(&stale.body))]).await;
    assert_eq!(leads(&done), format!("{LIST}?done=imported"));
    let list = text(&get_as(&portal, leads(&done), &editor).await.body);
    for part in ["everybody of the table is on the list", "All: 3", "Registered: 2", "Waiting list: 1"] {
        assert!(list.contains(part), "{part}: {list}");
    }
    assert_eq!(mailbox.fetch(&portal).await.len(), 3, "each is told once");
    // The list as a file can be read again: nobody is left to register.
    let file =
        get_as(&portal, "/en/staff/participants/workshop-on-investigating-migrant-smuggling", &editor).await.body;
    assert!(file.contains("\"Country\""), "{file}");
    let again = text(&upload(&portal, &editor, file.as_bytes()).await.body);
    assert!(again.contains("3 rows") && again.contains("Nobody is left to register."), "{again}");
}

#[tokio::test]
async fn what_is_no_table_of_people_is_refused_in_words() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let import = format!("{LIST}/import").replacen("/en/", "/es/", 1);
    for (rows, says) in [
        ("Nombre,Institución\nAna,Ministerio", "debe llamarse «Correo electrónico»"),
        (" ", "no puede quedar vacío"),
        ("\u{1F600}\0\"\"\"\n", "debe llamarse"),
    ] {
        let refused = post(&portal, &import, &editor, &[("task", "show"), ("rows", rows)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(says) && refused.body.contains("href=\"#rows\""), "{rows}: {}", refused.body);
    }
    let broken = Request::post(format!("{LIST}/import"))
        .header(header::CONTENT_TYPE, "multipart/form-data")
        .header(header::COOKIE, &editor);
    assert_eq!(portal.send_bytes(broken, b"nonsense".to_vec()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let over = "/en/staff/events/preparatory-meeting-for-a-caribbean-consultative-process/import";
    assert_eq!(
        post(&portal, over, &editor, &[("task", "show"), ("rows", "a@b.org")]).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn a_decision_says_what_came_of_it_and_a_full_event_offers_no_seat() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    let list = format!("/en/staff/events/{TRAINING}");
    for name in ["ana", "ben"] {
        members(&portal, &[name]).await;
        let cookie = signed_in(&portal, &format!("{name}@example.org")).await;
        post(&portal, &format!("/en/events/{TRAINING}/registration"), &cookie, &[("task", "register")]).await;
    }
    post(&portal, &list, &editor, &[("mode", "approval"), ("capacity", "1")]).await;
    let page = get_as(&portal, &list, &editor).await.body;
    let ids: Vec<&str> =
        page.split("/en/staff/registrations/").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(page.contains("value=\"admit\"") && !page.contains("value=\"list\""));
    let decide = async |id: &str, decision: &str| {
        post(&portal, &format!("/en/staff/registrations/{id}"), &editor, &[("decision", decision)]).await
    };
    let admitted = decide(ids[0], "admit").await;
    assert!(get_as(&portal, leads(&admitted), &editor).await.body.contains("Done: the person has a seat"));
    let page = get_as(&portal, &list, &editor).await.body;
    assert!(
        page.contains("Every seat is taken") && page.contains("value=\"list\"") && !page.contains("value=\"admit\"")
    );
    // An older page still offers it.
    let full = decide(ids[1], "admit").await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(full.body.contains("there is no free seat any more"), "{}", full.body);
    let waits = decide(ids[1], "list").await;
    assert_eq!(leads(&waits), format!("{list}?done=waiting"));
    // What is asked from now on, those who are there were not asked.
    let question = [
        ("question-0-en", "Diet?"),
        ("question-0-es", "¿Dieta?"),
        ("question-0-kind", "line"),
        ("question-0-needed", "1"),
    ];
    post(&portal, &format!("{list}/questions"), &editor, &question).await;
    let page = get_as(&portal, &list, &editor).await.body;
    assert!(page.contains("2 people registered before this was asked, and have not answered: Diet?"), "{page}");
}

// 14.3.9: the portal's own list comes back from a spreadsheet.
#[tokio::test]
async fn a_table_is_read_in_every_encoding_that_spreadsheets_write() {
    let portal = TestPortal::start().await;
    let editor = staff(&portal, "eve", Role::Editor).await;
    members(&portal, &["ana"]).await;
    let windows = b"Nombre;Correo electr\xf3nico\r\nAna P\xe9rez;ana@example.org\r\n".to_vec();
    let unicode = "Nombre\tCorreo electr\u{f3}nico\r\nAna P\u{e9}rez\tana@example.org\r\n";
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(unicode.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(unicode.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    for file in [windows, little, big, unicode.as_bytes().to_vec()] {
        let looked = upload(&portal, &editor, &file).await;
        let page = text(&looked.body);
        assert!(
            looked.status == StatusCode::OK && page.contains("Registered: 1") && page.contains("P\u{e9}rez"),
            "{page}"
        );
    }
}
