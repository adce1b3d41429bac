//! What stands in documents is found, with its page, where everybody may open them. 14.5.6, 14.5.7

use axum::http::{StatusCode, header};
use domain::account::Role;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, Stream, dictionary};
use server::mail::Post;

use crate::accounts::{get_as, person, signed_in};
use crate::desk::staff;
use crate::files::{form, meeting, send};
use crate::job::job;
use crate::portal::TestPortal;

/// A PDF with a line on each page.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
    });
    let kids: Vec<Object> = pages
        .iter()
        .map(|line| {
            // Its letters are those of Latin 1.
            let line: Vec<u8> = line.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
            let operations = vec![
                Operation::new("BT", vec![]),
                Operation::new("Tf", vec!["F1".into(), 12.into()]),
                Operation::new("Td", vec![72.into(), 700.into()]),
                Operation::new("Tj", vec![Object::string_literal(line)]),
                Operation::new("ET", vec![]),
            ];
            let drawn = Stream::new(dictionary! {}, Content { operations }.encode().unwrap());
            let drawn = document.add_object(drawn);
            document.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => drawn }).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    let fonts = dictionary! { "Font" => dictionary! { "F1" => font } };
    let size: Vec<Object> = vec![0.into(), 0.into(), 595.into(), 842.into()];
    let root = dictionary! {
        "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => fonts, "MediaBox" => size,
    };
    document.objects.insert(tree, root.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Uploads a document in Spanish with these pages and this rule, and lists it at an event of its own; its name in addresses.
pub(crate) async fn upload(portal: &TestPortal, cookie: &str, access: &str, pages: &[&str]) -> String {
    let fields = [
        ("title.en", "Forests of the coast"),
        ("title.es", "Bosques de la costa"),
        ("access", access),
        ("language", "es"),
    ];
    let sent = send(portal, "en", cookie, form(&fields, Some(("paper.pdf", "application/pdf", &pdf(pages))))).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let uid = sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned();
    meeting(portal, &format!("meeting-for-{access}"), &[&uid]).await;
    uid
}

async fn read_what_waits(portal: &TestPortal) {
    let folder = tempfile::tempdir().unwrap();
    let post = Post::new("no-reply@portal.example.org", None, folder.path().to_owned()).unwrap();
    job(portal, post).work_off().await;
}

#[tokio::test]
async fn the_text_of_an_uploaded_pdf_is_found_in_both_languages_and_the_hit_leads_to_its_page() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let uid = upload(&portal, &eva, "everybody", &["Portada", "El manglar de Saman\u{e1} florece."]).await;
    assert!(!portal.get("/es/search?q=manglar").await.body.contains("class=\"item\""), "it is not read yet");
    read_what_waits(&portal).await;
    portal.pass(2);
    for (language, title, page, why) in [
        ("en", "Forests of the coast", "page 2", "Found in a document"),
        ("es", "Bosques de la costa", "p\u{e1}gina 2", "Hallado en un documento"),
    ] {
        for words in ["manglar", "manglares", "samana"] {
            let body = portal.get(&format!("/{language}/search?q={words}")).await.body;
            assert_eq!(body.matches("<li class=\"item\">").count(), 1, "{language} {words}");
            let hit = body.split("<li class=\"item\">").nth(1).unwrap().split("</li>").next().unwrap();
            let hit = hit.replace("<!>", "");
            for part in [&format!("/files/{uid}/"), "#page=2\"", title, page, why, "<mark>"] {
                assert!(hit.contains(part), "{part} is not in {hit}");
            }
        }
    }
    let english = portal.get("/en/search?q=manglar").await.body.replace("<!>", "");
    assert!(
        english.contains("<p lang=\"es\" class=\"item-summary\">El <mark>manglar</mark> de Saman\u{e1}"),
        "{english}"
    );
}

#[tokio::test]
async fn the_text_of_a_document_for_members_is_told_to_nobody_by_the_search() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    upload(&portal, &eva, "members", &["La orqu\u{ed}dea nocturna."]).await;
    read_what_waits(&portal).await;
    portal.pass(2);
    person(&portal, "ana@example.org", Role::Member).await;
    let ana = signed_in(&portal, "ana@example.org").await;
    for language in ["en", "es"] {
        let address = format!("/{language}/search?q=orquidea");
        for body in [portal.get(&address).await.body, get_as(&portal, &address, &ana).await.body] {
            assert!(!body.contains("class=\"item\"") && !body.contains("nocturna"), "{body}");
        }
    }
}
