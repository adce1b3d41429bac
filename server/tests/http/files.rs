//! Files over HTTP: what is taken in and what is not, who may open what, ranges, the library, the documents of events.
//! 14.3.10, 14.6.6, 14.7.7, 14.7.8; issue, "Uploads".

use std::io::Cursor;

use axum::http::{Request, StatusCode, header};
use domain::account::Role;
use domain::entry::{Details, Edition, Kind, Words};
use domain::file::{FileFilter, Held, PART};
use domain::language::Texts;
use domain::pack::EntryDraft;
use domain::registration::{Mode, SeatRules};
use domain::{Language, Slug};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use crate::accounts::{get_as, person, post, signed_in};
use crate::drafts::all_day;
use crate::portal::{Answer, TestPortal};

const BOUNDARY: &str = "----portal-test";

/// A form with a file as browsers send it.
pub(crate) fn form(fields: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, text) in fields {
        let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n");
        body.extend(part.bytes());
    }
    if let Some((name, sent_type, bytes)) = file {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {sent_type}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    body
}

pub(crate) async fn send(portal: &TestPortal, language: &str, cookie: &str, body: Vec<u8>) -> Answer {
    let request = Request::post(format!("/{language}/staff/media"))
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header(header::COOKIE, cookie);
    portal.send_bytes(request, body).await
}

pub(crate) async fn staff(portal: &TestPortal, name: &str, role: Role) -> String {
    let email = format!("{name}@example.org");
    person(portal, &email, role).await;
    signed_in(portal, &email).await
}

async fn library(portal: &TestPortal, in_bin: bool) -> Vec<Held> {
    let email = "keeper@example.org".parse().unwrap();
    let accounts = &portal.portal.accounts;
    if accounts.credentials(&email).await.unwrap().is_none() {
        person(portal, "keeper@example.org", Role::Editor).await;
    }
    let (account, _) = accounts.credentials(&email).await.unwrap().unwrap();
    let staff = domain::account::Staff::of(&account, Role::Editor).unwrap();
    portal.portal.files.library(&staff, &FileFilter { in_bin, ..FileFilter::default() }).await.unwrap()
}

pub(crate) fn pdf(size: usize) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size.max(20) - 6, b'.');
    bytes.extend(b"\n%%EOF");
    bytes
}

pub(crate) fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let drawn = RgbImage::from_fn(width, height, |x, y| Rgb([x.to_le_bytes()[0], y.to_le_bytes()[0], 90]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(drawn).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

const YES: u16 = 200;
const DESCRIBED: [(&str, &str); 4] =
    [("title.en", "Agenda"), ("title.es", "Orden del día"), ("access", "everybody"), ("language", "es")];
const SEEN: [(&str, &str); 3] = [("alt.en", "A quay"), ("alt.es", "Un muelle"), ("access", "everybody")];

/// Uploads a document with this rule; its name in addresses.
async fn document(portal: &TestPortal, cookie: &str, access: &str, size: usize) -> String {
    let title = format!("Paper for {access}");
    let fields = [("title.en", title.as_str()), ("access", access), ("language", "en")];
    uploaded(portal, cookie, &fields, &pdf(size)).await
}

/// Uploads a document with these fields; its name in addresses.
pub(crate) async fn uploaded(portal: &TestPortal, cookie: &str, fields: &[(&str, &str)], bytes: &[u8]) -> String {
    let sent = send(portal, "en", cookie, form(fields, Some(("paper.pdf", "application/pdf", bytes)))).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned()
}

/// Uploads a picture this wide; its name in addresses.
pub async fn picture_in_library(portal: &TestPortal, cookie: &str, width: u32) -> String {
    let bytes = picture(width, 300, ImageFormat::Jpeg);
    let sent = send(portal, "en", cookie, form(&SEEN, Some(("quay.jpg", "image/jpeg", &bytes)))).await;
    sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned()
}

/// A published event that lists these documents.
pub(crate) async fn meeting(portal: &TestPortal, name: &str, uids: &[&str]) {
    let edition = |title: &str| Edition {
        title: title.to_owned(),
        summary: "About ports.".to_owned(),
        picture_alt: String::new(),
        words: Words { place: "Kingston, Jamaica".to_owned(), ..Words::default() },
    };
    let day = "2026-12-15".parse().unwrap();
    let draft = EntryDraft {
        slug: name.parse::<Slug>().unwrap(),
        details: Details::Event { organizers: Vec::new(), link: None },
        files: uids.iter().map(|uid| uid.parse().unwrap()).collect(),
        time: Some(all_day(day)),
        seats: Some(SeatRules { mode: Mode::Open, capacity: None }),
        editions: Texts::from_iter([(Language::En, edition("Ports")), (Language::Es, edition("Puertos"))]),
        ..EntryDraft::blank(Kind::Event, Language::En)
    };
    portal.portal.desk.create(&draft, "eva", "a test", portal.portal.clock.now()).await.unwrap();
}

#[tokio::test]
async fn a_document_is_stored_with_what_is_said_of_it() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eva", Role::Contributor).await;
    let page = get_as(&portal, "/es/staff/media", &cookie).await;
    assert!(page.body.contains("Subir un archivo") && page.body.contains("multipart/form-data"), "{}", page.body);
    // The name and the type that are sent are not believed.
    let body = form(&DESCRIBED, Some(("..\\..\\agenda.exe", "text/html", &pdf(3000))));
    let sent = send(&portal, "es", &cookie, body).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let held = library(&portal, false).await;
    assert_eq!((held.len(), held[0].file.name.as_str(), held[0].file.size()), (1, "agenda.pdf", 3000));
    let page = get_as(&portal, "/es/staff/media", &cookie).await.body;
    assert!(page.contains("Orden del día") && page.contains("3\u{a0}kB") && page.contains("Español"), "{page}");
    let audit = get_as(&portal, "/en/staff/audit", &staff(&portal, "ed", Role::Editor).await).await.body;
    assert!(audit.contains("agenda.pdf"), "{audit}");
}

/// Name and type as sent, the bytes, the status, and a part of the sentence in English and in Spanish.
type Case = (&'static str, &'static str, Vec<u8>, StatusCode, &'static str, &'static str);

#[tokio::test]
async fn each_bad_upload_says_why_in_both_languages_keeps_what_was_typed_and_leaves_nothing() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eva", Role::Editor).await;
    let whole = picture(40, 30, ImageFormat::Jpeg);
    let polyglot = [pdf(100), b"\n<html><script>alert(1)</script>".to_vec()].concat();
    let cases: [Case; 8] = [
        ("a.pdf", "application/pdf", Vec::new(), StatusCode::UNPROCESSABLE_ENTITY, "is empty", "está vacío"),
        (
            "a.pdf",
            "application/pdf",
            b"<html>".to_vec(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "is not taken",
            "no se acepta",
        ),
        ("a.png", "image/png", b"MZ\x90\0".to_vec(), StatusCode::UNPROCESSABLE_ENTITY, "is not taken", "no se acepta"),
        ("a.pdf", "application/pdf", polyglot, StatusCode::UNPROCESSABLE_ENTITY, "something else", "algo más"),
        (
            "a.pdf",
            "application/pdf",
            pdf(90)[..60].to_vec(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "end of the file",
            "el final",
        ),
        (
            "a.jpg",
            "image/jpeg",
            whole[..whole.len() / 2].to_vec(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "end of the file",
            "el final",
        ),
        ("a.png", "image/png", bomb(), StatusCode::UNPROCESSABLE_ENTITY, "too many pixels", "demasiados píxeles"),
        (
            "a.pdf",
            "application/pdf",
            pdf(26 * 1024 * 1024),
            StatusCode::PAYLOAD_TOO_LARGE,
            "too large",
            "demasiado grande",
        ),
    ];
    for (name, kind, bytes, status, english, spanish) in cases {
        for (language, why) in [("en", english), ("es", spanish)] {
            let fields = [&DESCRIBED[..], &SEEN[..2]].concat();
            let sent = send(&portal, language, &cookie, form(&fields, Some((name, kind, &bytes)))).await;
            assert_eq!(sent.status, status, "{why}");
            assert!(sent.body.contains(why), "{language} {why}: {}", sent.body);
            assert!(sent.body.contains("value=\"Orden del día\""), "{why}: what was typed is kept");
        }
    }
    assert_eq!(library(&portal, false).await, []);
}

/// A picture whose head promises far more pixels than its bytes hold.
fn bomb() -> Vec<u8> {
    let mut bytes = picture(4, 4, ImageFormat::Png);
    bytes[16..20].copy_from_slice(&11_000_u32.to_be_bytes());
    bytes[20..24].copy_from_slice(&11_000_u32.to_be_bytes());
    let sum = bytes[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _bit| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    });
    bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
    bytes
}

#[tokio::test]
async fn a_form_that_breaks_off_or_has_no_file_leaves_nothing() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eva", Role::Editor).await;
    let mut body = form(&DESCRIBED, Some(("a.pdf", "application/pdf", &pdf(4000))));
    body.truncate(body.len() - 2000);
    let sent = send(&portal, "es", &cookie, body).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.body.contains("se interrumpió") && sent.body.contains("value=\"Agenda\""), "{}", sent.body);
    for body in [form(&DESCRIBED, None), form(&DESCRIBED, Some(("", "application/octet-stream", b"")))] {
        let sent = send(&portal, "en", &cookie, body).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sent.body.contains("Choose a file."), "{}", sent.body);
    }
    // A plain form, and one whose length is over the limit of the route.
    let plain = post(&portal, "/en/staff/media", &cookie, &[("title.en", "x")]).await;
    assert_eq!(plain.status, StatusCode::UNPROCESSABLE_ENTITY);
    let request = Request::post("/es/staff/media")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header(header::CONTENT_LENGTH, "99999999")
        .header(header::COOKIE, &cookie);
    let large = portal.send(request).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.body.contains("demasiado grande") && large.body.contains("<h1"), "{}", large.body);
    assert_eq!(library(&portal, false).await, []);
    // Scripts get the sentence alone.
    let request = Request::post("/en/staff/media")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header(header::ACCEPT, "text/plain")
        .header(header::COOKIE, &cookie);
    let sent = portal.send_bytes(request, form(&DESCRIBED, Some(("a.gif", "image/gif", b"GIF89a")))).await;
    assert!(sent.body.starts_with("This kind of file is not taken"), "{}", sent.body);
}

#[tokio::test]
async fn the_same_bytes_twice_lead_to_the_file_that_is_there() {
    // 14.6.6
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eva", Role::Editor).await;
    let uid = document(&portal, &cookie, "everybody", 500).await;
    let sent = send(&portal, "en", &cookie, form(&DESCRIBED, Some(("b.pdf", "application/pdf", &pdf(500))))).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.body.contains("in the library already") && sent.body.contains(&format!("/en/staff/media/{uid}")));
    assert_eq!(library(&portal, false).await.len(), 1);
    // Other bytes under the same title are stored, and told.
    assert!(!get_as(&portal, "/en/staff/media", &cookie).await.body.contains("Another file has this title"));
    document(&portal, &cookie, "everybody", 501).await;
    assert!(get_as(&portal, "/en/staff/media", &cookie).await.body.contains("Another file has this title"));
}

#[tokio::test]
async fn a_picture_needs_words_or_is_decorative_and_is_drawn_anew() {
    // 14.7.8
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eva", Role::Editor).await;
    let mut bytes = picture(1800, 900, ImageFormat::Jpeg);
    bytes.extend(b"<script>alert(1)</script>");
    let silent = form(&[("access", "everybody")], Some(("quay.jpg", "image/jpeg", &bytes)));
    let sent = send(&portal, "es", &cookie, silent).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.body.contains("alt.en-problem") && sent.body.contains("alt.es-problem"), "{}", sent.body);
    let sent = send(&portal, "es", &cookie, form(&SEEN, Some(("quay.jpg", "image/jpeg", &bytes)))).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let file = library(&portal, false).await.remove(0).file;
    let sizes: Vec<_> = file.variants.iter().map(|its| (its.width, its.height)).collect();
    assert_eq!(sizes, [(480, 240), (960, 480), (1600, 800)]);
    let served = get_as(&portal, &format!("/files/{}/960/quay.jpg", file.uid), &cookie).await;
    assert_eq!((served.status, served.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/jpeg"));
    assert!(!served.body.contains("<script>"), "nothing that was appended is kept");
    // A small one is not made larger; a transparent one stays so.
    let mut small = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(RgbaImage::from_pixel(30, 20, Rgba([1, 2, 3, 100])))
        .write_to(&mut small, ImageFormat::WebP)
        .unwrap();
    let fields = [("decorative", "1"), ("access", "everybody")];
    let sent = send(&portal, "en", &cookie, form(&fields, Some(("a.webp", "image/webp", small.get_ref())))).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let held = library(&portal, false).await;
    let small = held.iter().map(|held| &held.file).find(|file| file.name == "a.png").unwrap();
    assert_eq!(small.variants.iter().map(|its| (its.width, its.height)).collect::<Vec<_>>(), [(30, 20)]);
}

#[tokio::test]
async fn each_sort_of_person_opens_what_its_rule_says() {
    // 14.3.10
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let mut files = Vec::new();
    for (access, size) in [("everybody", 900), ("members", 901), ("registered", 902), ("staff", 903)] {
        files.push(document(&portal, &eva, access, size).await);
    }
    let unused = document(&portal, &eva, "everybody", 904).await;
    meeting(&portal, "ports", &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (ana, ben) = (staff(&portal, "ana", Role::Member).await, staff(&portal, "ben", Role::Member).await);
    post(&portal, "/en/events/ports/registration", &ana, &[("task", "register")]).await;
    let rows: [(&str, &str, [u16; 5]); 4] = [
        ("visitor", "", [YES, 303, 303, 404, 404]),
        ("registered", &ana, [YES, YES, YES, 403, 404]),
        ("another member", &ben, [YES, YES, 403, 403, 404]),
        ("staff", &eva, [YES, YES, YES, YES, YES]),
    ];
    // The last row of a visitor: what is for staff says no more than that it is not for them.
    for (who, cookie, statuses) in rows {
        for (uid, status) in files.iter().chain([&unused]).zip(statuses) {
            let answer = get_as(&portal, &format!("/files/{uid}/paper.pdf"), cookie).await;
            let status = if who == "visitor" && uid == &files[3] { 403 } else { status };
            assert_eq!(answer.status.as_u16(), status, "{who} {uid}");
            let is_public = uid == &files[0];
            let cached = answer.header(header::CACHE_CONTROL).starts_with("public");
            assert!(status != YES || cached == is_public, "{who} {}", answer.header(header::CACHE_CONTROL));
        }
    }
    // A reader is told in their language, by a page, and where to log in.
    let closed = get_as(&portal, &format!("/files/{}/paper.pdf", files[1]), "language=es").await;
    assert!(closed.header(header::LOCATION).starts_with("/es/login?next=%2Ffiles%2F"));
    let request = Request::get(format!("/files/{}/paper.pdf", files[2]))
        .header(header::COOKIE, &ben)
        .header(header::HOST, "portal.example.org")
        .header(header::REFERER, "https://portal.example.org/es/events/ports");
    let closed = portal.send(request).await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
    assert!(closed.body.contains("Esto no está abierto para usted") && closed.body.contains("lang=\"es\""));
    // Scripts and other machines get the status.
    let request = Request::get(format!("/files/{}/paper.pdf", files[1])).header(header::ACCEPT, "application/pdf");
    assert_eq!(portal.send(request).await.status, StatusCode::UNAUTHORIZED);
    // Whoever gives up a seat, and what is taken from the public, closes it again.
    post(&portal, "/en/events/ports/registration", &ana, &[("task", "cancel")]).await;
    let address = |uid: &str| format!("/files/{uid}/paper.pdf");
    assert_eq!(get_as(&portal, &address(&files[2]), &ana).await.status, StatusCode::FORBIDDEN);
    let now = portal.portal.clock.now();
    portal.portal.desk.delete(Kind::Event, &"ports".parse().unwrap(), "eva", now).await.unwrap();
    assert_eq!(get_as(&portal, &address(&files[0]), &ana).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_of_an_event_lists_every_title_and_says_why_one_is_closed() {
    // 14.3.10
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let mut files = Vec::new();
    for (access, size) in [("everybody", 2_400_000), ("members", 901), ("registered", 902)] {
        files.push(document(&portal, &eva, access, size).await);
    }
    meeting(&portal, "ports", &files.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let ana = staff(&portal, "ana", Role::Member).await;
    let link = |place: usize| format!("href=\"/files/{}/paper.pdf\"", files[place]);
    let page = portal.get("/es/events/ports").await.body;
    for text in [
        "Documentos",
        "Paper for registered",
        "2.4\u{a0}MB",
        "Inglés",
        "Para miembros",
        "Para quienes están inscritos",
        "inicie sesión",
    ] {
        assert!(page.contains(text), "{text}");
    }
    assert!(page.contains(&link(0)) && !page.contains(&link(1)) && !page.contains(&link(2)));
    let page = get_as(&portal, "/en/events/ports", &ana).await.body;
    assert!(page.contains(&link(1)) && !page.contains(&link(2)) && page.contains("For those registered"));
    post(&portal, "/en/events/ports/registration", &ana, &[("task", "register")]).await;
    assert!(get_as(&portal, "/en/events/ports", &ana).await.body.contains(&link(2)));
}

#[tokio::test]
async fn a_document_is_sent_in_ranges_and_only_once() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let size = PART * 2 + 100;
    let uid = document(&portal, &eva, "everybody", size).await;
    meeting(&portal, "ports", &[&uid]).await;
    let address = format!("/files/{uid}/paper.pdf");
    let whole = portal.get(&address).await;
    assert_eq!((whole.status, whole.body.len()), (StatusCode::OK, size));
    assert_eq!(whole.body.as_bytes(), pdf(size));
    assert_eq!(whole.header(header::CONTENT_LENGTH), size.to_string());
    assert_eq!(whole.header(header::ACCEPT_RANGES), "bytes");
    assert_eq!(whole.header(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(whole.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert!(whole.header(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"));
    assert!(whole.header(header::CONTENT_DISPOSITION).starts_with("inline; filename=\"paper.pdf\"; filename*=UTF-8''"));
    let tag = whole.header(header::ETAG).to_owned();
    let range = async |range: &str, condition: Option<&str>| {
        let mut request = Request::get(&address).header(header::RANGE, range);
        if let Some(tag) = condition {
            request = request.header(header::IF_RANGE, tag);
        }
        portal.send(request).await
    };
    let part = range(&format!("bytes={}-{}", PART - 2, PART + 1), None).await;
    assert_eq!((part.status, part.body.as_str()), (StatusCode::PARTIAL_CONTENT, "...."));
    assert_eq!(part.headers[header::CONTENT_RANGE], format!("bytes {}-{}/{size}", PART - 2, PART + 1).as_str());
    assert_eq!(range("bytes=-5", None).await.body, "%%EOF");
    assert_eq!(range("bytes=0-7", Some(&tag)).await.body, "%PDF-1.7");
    assert_eq!(range("bytes=0-7", Some("\"other\"")).await.body.len(), size, "another state is sent whole");
    let beyond = range(&format!("bytes={size}-"), None).await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(beyond.headers[header::CONTENT_RANGE], format!("bytes */{size}").as_str());
    let known = portal.send(Request::get(&address).header(header::IF_NONE_MATCH, &tag)).await;
    assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let head = portal.send(Request::head(&address)).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    assert_eq!(head.header(header::CONTENT_LENGTH), size.to_string());
    for strange in ["/files/x/a.pdf", "/files/abcdefghijkmnpqrstuv/a.pdf", &format!("/files/{uid}/wide/a.pdf")] {
        assert_eq!(portal.get(strange).await.status, StatusCode::NOT_FOUND, "{strange}");
    }
    // What browsers do not show is saved under its full name.
    let text = form(&DESCRIBED, Some(("año.csv", "text/csv", b"a,b\n1,2\n")));
    let sent = send(&portal, "en", &eva, text).await;
    let uid = sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned();
    let saved = get_as(&portal, &format!("/files/{uid}/x"), &eva).await;
    assert_eq!(
        saved.header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"a_o.csv\"; filename*=UTF-8''a%C3%B1o.csv"
    );
    assert_eq!(saved.header(header::CONTENT_SECURITY_POLICY), "default-src 'none'; sandbox");
}

#[tokio::test]
async fn a_file_that_is_used_is_not_deleted_and_one_in_the_bin_comes_back() {
    // 14.7.7
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let writer = staff(&portal, "wim", Role::Contributor).await;
    let (used, free) =
        (document(&portal, &eva, "everybody", 700).await, document(&portal, &eva, "everybody", 701).await);
    meeting(&portal, "ports", &[&used]).await;
    let bin = |uid: &str| format!("/es/staff/media/{uid}/bin");
    let refused = post(&portal, &bin(&used), &eva, &[("task", "delete")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Este archivo está en uso") && refused.body.contains("/es/staff/edit/events/ports"));
    assert_eq!(post(&portal, &bin(&free), &writer, &[("task", "delete")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&portal, &bin(&free), &eva, &[("task", "delete")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(get_as(&portal, &format!("/files/{free}/a.pdf"), "").await.status, StatusCode::GONE);
    assert_eq!((library(&portal, false).await.len(), library(&portal, true).await.len()), (1, 1));
    assert!(get_as(&portal, "/es/staff/media?bin=1", &eva).await.body.contains("Sacar de la papelera"));
    assert_eq!(post(&portal, &bin(&free), &eva, &[("task", "restore")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(library(&portal, true).await, []);
    // What is said of a file that readers see is an editor's to change.
    let here = format!("/en/staff/media/{used}");
    let fields = [("title.en", "Final agenda"), ("access", "members")];
    assert_eq!(post(&portal, &here, &writer, &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&portal, &here, &eva, &fields).await.status, StatusCode::SEE_OTHER);
    let page = portal.get("/en/events/ports").await.body;
    assert!(page.contains("Final agenda") && page.contains("For members"), "{page}");
    // 14.4.9: who writes in Spanish only says it in Spanish, and leaves the rest as it is.
    let (_, sol) = (staff(&portal, "sol", Role::Editor).await, portal.portal.accounts.clone());
    let account = sol.credentials(&"sol@example.org".parse().unwrap()).await.unwrap().unwrap().0.id;
    let admin = crate::accounts::person(&portal, "adm@example.org", Role::Admin).await;
    let admin = domain::account::Staff::of(&sol.account(admin).await.unwrap(), Role::Admin).unwrap();
    let now = portal.portal.clock.now();
    sol.set_role(&admin, account, Role::Editor, Some(domain::Language::Es), now).await.unwrap();
    let sol = crate::accounts::signed_in(&portal, "sol@example.org").await;
    assert_eq!(
        post(&portal, &here, &sol, &[("title.en", "Mine"), ("title.es", "Orden")]).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(post(&portal, &here, &sol, &[("access", "everybody")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&portal, &here, &sol, &[("title.es", "Orden del día")]).await.status, StatusCode::SEE_OTHER);
    let page = get_as(&portal, &here, &sol).await.body;
    assert!(page.contains("value=\"Final agenda\"") && page.contains("value=\"Orden del día\""), "{page}");
    let wrong = post(&portal, &here, &eva, &[("title.en", "Kept"), ("access", "nobody")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("value=\"Kept\""));
}

#[tokio::test]
async fn the_editor_keeps_what_is_typed_while_a_file_is_uploaded_for_it() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    meeting(&portal, "ports", &[]).await;
    let here = "/en/staff/edit/events/ports";
    let base = domain::block::fingerprint("About ports.");
    let bases = format!("en.summary:{base} files:{}", domain::block::fingerprint(""));
    let typed = [("bases", bases.as_str()), ("en.summary", "About ports and ferries."), ("task", "library")];
    let led = post(&portal, here, &eva, &typed).await;
    let library = led.header(header::LOCATION);
    assert!(library.starts_with("/en/staff/media?back="), "{library}");
    assert!(get_as(&portal, library, &eva).await.body.contains("Back to the editor"));
    let fields = [&DESCRIBED[..], &[("back", here)]].concat();
    let sent = send(&portal, "en", &eva, form(&fields, Some(("a.pdf", "application/pdf", &pdf(100))))).await;
    let back = sent.header(header::LOCATION).to_owned();
    assert!(back.starts_with("/en/staff/edit/events/ports?add="), "{back}");
    let page = get_as(&portal, &back, &eva).await.body;
    assert!(page.contains("About ports and ferries.") && page.contains("Agenda"), "{page}");
    let uid = back.rsplit('=').next().unwrap();
    let form = [
        ("bases", bases.as_str()),
        ("en.summary", "About ports."),
        ("files", uid),
        ("task", "publish"),
        ("publish", "en"),
    ];
    let saved = post(&portal, here, &eva, &form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    assert!(portal.get("/en/events/ports").await.body.contains(&format!("/files/{uid}/a.pdf")));
}

#[tokio::test]
async fn an_older_file_than_the_editor_offers_is_used_by_way_of_the_library() {
    // 14.7.2
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    meeting(&portal, "ports", &[]).await;
    let here = "/en/staff/edit/events/ports";
    let oldest = document(&portal, &eva, "everybody", 500).await;
    for size in 501..542 {
        portal.pass(1);
        document(&portal, &eva, "everybody", size).await;
    }
    assert!(!get_as(&portal, here, &eva).await.body.contains(&oldest), "the latest are offered");
    let library = get_as(&portal, &format!("/en/staff/media?back={here}&page=2"), &eva).await.body;
    let link = format!("{here}?add={oldest}");
    assert!(library.contains(&format!("href=\"{link}\"")) && library.contains("Use in this page"), "{library}");
    let alone = get_as(&portal, &format!("/en/staff/media/{oldest}?back={here}"), &eva).await.body;
    assert!(alone.contains(&format!("href=\"{link}\"")), "{alone}");
    let foreign = get_as(&portal, &format!("/en/staff/media/{oldest}?back=//evil.example"), &eva).await.body;
    assert!(!foreign.contains("Use in this page"));
    let editor = get_as(&portal, &link, &eva).await.body;
    let boxes = editor.split("<input ").filter_map(|input| input.split('>').next());
    let chosen = boxes.filter(|input| input.contains("checkbox") && input.contains(&oldest)).collect::<Vec<_>>();
    assert!(chosen.iter().any(|input| input.contains("checked")), "{chosen:?}");
}

#[tokio::test]
async fn a_picture_of_the_library_leads_a_page_and_stands_in_its_text() {
    // 14.7.2, 14.7.8
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let fields = [&SEEN[..], &[("credit", "Port Authority")]].concat();
    let bytes = picture(1000, 500, ImageFormat::Jpeg);
    let sent = send(&portal, "en", &eva, form(&fields, Some(("quay.jpg", "image/jpeg", &bytes)))).await;
    let uid = sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned();
    meeting(&portal, "ports", &[]).await;
    let here = "/en/staff/edit/events/ports";
    let base = domain::block::fingerprint("");
    let bases = format!("picture:{base} block.new1.en:{base}");
    let lead = format!("files/{uid}");
    let markdown = format!("![A long quay](/files/{uid}/960/quay.jpg)");
    let form = |text: &str, picture: &str| {
        let fields = [
            ("bases", bases.as_str()),
            ("picture", picture),
            ("block.new1.en", text),
            ("task", "publish"),
            ("publish", "en"),
        ];
        fields.map(|(field, text)| (field.to_owned(), text.to_owned())).to_vec()
    };
    let save = async |text: &str, picture: &str| {
        let fields = form(text, picture);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
        post(&portal, here, &eva, &fields).await
    };
    let foreign = save("![x](https://example.org/x.png)", &lead).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    let unknown = save("", "files/abcdefghijkmnpqrstuv").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.body.contains("it must be a file of the media library"), "{}", unknown.body);
    assert_eq!(save(&markdown, &lead).await.status, StatusCode::SEE_OTHER);
    let page = portal.get("/es/events/ports").await.body;
    for part in [
        "alt=\"Un muelle\"",
        "Port Authority",
        "alt=\"A long quay\"",
        "1000w",
        "width=\"1000\" height=\"500\"",
        "loading=\"lazy\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(page.contains(&format!("content=\"https://portal.example.org/files/{uid}/960/quay.jpg\"")), "og:image");
    assert_eq!(portal.get(&format!("/files/{uid}/960/picture")).await.status, StatusCode::OK);
    // Where it is used: as lead picture and in the text.
    let library = get_as(&portal, "/en/staff/media", &eva).await.body;
    assert!(library.contains("(lead picture)") && library.contains("(text)"), "{library}");
}

#[tokio::test]
async fn the_documents_of_a_session_are_listed_with_it_and_open_by_their_rule() {
    // 14.3.10
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let (open, members) =
        (document(&portal, &eva, "everybody", 100).await, document(&portal, &eva, "members", 200).await);
    meeting(&portal, "ports", &[]).await;
    let here = "/en/staff/edit/events/ports";
    let form = crate::desk::open(&portal, here, &eva).await;
    let mut fields: Vec<(&str, &str)> = Vec::new();
    let bases = form.get("bases").to_owned();
    fields.extend([
        ("bases", bases.as_str()),
        ("session.new1.start", "09:00"),
        ("session.new1.en.title", "Opening"),
        ("session.new1.files", &members),
        ("session.new1.files", &open),
        ("slug", "ports"),
        ("en.title", "Ports"),
        ("en.summary", "About ports."),
        ("es.title", "Puertos"),
        ("es.summary", "About ports."),
        ("en.place", "Kingston, Jamaica"),
        ("es.place", "Kingston, Jamaica"),
        ("start", "2026-12-15"),
        ("zone", "America/Jamaica"),
        ("seats.mode", "open"),
        ("en.state", "published"),
        ("es.state", "published"),
        ("en.publish_at", form.get("en.publish_at")),
        ("es.publish_at", form.get("es.publish_at")),
        ("task", "publish"),
        ("publish", "en"),
        ("publish", "es"),
    ]);
    let saved = post(&portal, here, &eva, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let member = {
        crate::accounts::person(&portal, "mia@example.org", Role::Member).await;
        signed_in(&portal, "mia@example.org").await
    };
    for (cookie, opens) in [("", false), (member.as_str(), true)] {
        let page = get_as(&portal, "/en/events/ports", cookie).await.body;
        let session = page.split("id=\"programme\"").nth(1).unwrap().split("</section>").next().unwrap();
        for expected in ["Paper for members", "Paper for everybody", "PDF", "English", &format!("/files/{open}/")] {
            assert!(session.contains(expected), "{expected}: {session}");
        }
        assert!(session.find("Paper for members") < session.find("Paper for everybody"), "in their order");
        assert_eq!(session.contains(&format!("/files/{members}/")), opens);
    }
    // The form shows them in their session; what a session uses is not thrown away.
    let again = crate::desk::open(&portal, here, &eva).await;
    let key = again.key_of("Opening");
    assert_eq!(again.get(&format!("order.session.{key}.files")), format!("{members} {open}"));
    let refused = post(&portal, &format!("/en/staff/media/{open}/bin"), &eva, &[("task", "delete")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("(programme)"), "{}", refused.body);
}
