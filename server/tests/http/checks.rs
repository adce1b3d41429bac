//! Checks while writing, as the editor shows them: they lead to their field and keep nobody from saving. 14.9.12

use axum::http::StatusCode;
use domain::account::Role;

use crate::accounts::{get_as, post};
use crate::desk::{leads, open, send, staff};
use crate::portal::TestPortal;

const BODY: &str = "### Too deep\r\n\r\nSee [here](/en/events) and [the ports](/en/blog/no-such-post), \
    [diaspora](/en/networks/diaspora?view=parallel), [desk](/en/staff/content).";

#[tokio::test]
async fn what_may_be_mended_is_shown_with_a_link_to_its_field_and_keeps_nobody_from_saving() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/blog", &cookie).await;
    let typed = [("en.title", "On ports"), ("block.new1.en", BODY), ("task", "save")];
    let saved = send(&portal, "/en/staff/new/blog", &cookie, &form, &typed).await;
    let page = get_as(&portal, leads(&saved), &cookie).await.body;
    let remarks = page.split("id=\"remarks\"").nth(1).unwrap().split("</section>").next().unwrap();
    for expected in [
        "4 remarks",
        "the heading “Too deep” skips a level",
        "the link “here” does not say where it leads",
        "readers find nothing at /en/blog/no-such-post",
        "3 texts are missing in Spanish",
        "href=\"#es.title\"",
    ] {
        assert!(remarks.contains(expected), "{expected}: {remarks}");
    }
    for silent in ["networks/diaspora", "staff/content"] {
        assert!(!remarks.contains(silent), "{silent}: {remarks}");
    }
    let spanish = get_as(&portal, "/es/staff/edit/blog/on-ports/preview", &cookie).await.body;
    assert!(
        spanish.contains("4 observaciones") && spanish.contains("/es/staff/edit/blog/on-ports#block."),
        "{spanish}"
    );
    // An edition without remarks says nothing.
    let nothing = get_as(&portal, "/en/staff/new/blog", &cookie).await.body;
    assert!(nothing.contains("id=\"remarks\" aria-labelledby=\"remarks-title\" hidden"), "{nothing}");
}

#[tokio::test]
async fn what_is_typed_and_not_saved_is_answered_with_what_may_be_mended() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Contributor).await;
    let form = open(&portal, "/es/staff/new/blog", &cookie).await;
    let (bases, address) = (form.get("bases").to_owned(), "/es/staff/unsaved?place=new/post");
    let fields = [("bases", bases.as_str()), ("es.title", "Puertos"), ("block.new1.es", "Vea [aquí](/es/blog).")];
    let told = post(&portal, address, &cookie, &fields).await;
    assert_eq!(told.status, StatusCode::OK);
    let lines: Vec<&str> = told.body.lines().collect();
    let expected = [
        "2 observaciones",
        "block.new1.es\tTexto (español): el enlace «aquí» no dice adónde lleva",
        "en.title\tFaltan 2 textos en inglés",
    ];
    assert_eq!(lines, expected);
}
