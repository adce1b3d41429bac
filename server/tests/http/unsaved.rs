//! What is typed and not saved is never lost: two tabs, a session that ends while somebody writes, a text that somebody else
//! changes again. 14.9.6, 14.9.7

use axum::http::{StatusCode, header};
use domain::account::Role;

use crate::accounts::{PASSWORD, get_as, post, signed_in};
use crate::desk::{leads, open, opened, send, staff};
use crate::portal::TestPortal;

#[tokio::test]
async fn a_text_that_changes_again_while_its_writer_decides_is_asked_about_anew() {
    let portal = TestPortal::start().await;
    let (eve, max) = (staff(&portal, "eve", Role::Editor).await, staff(&portal, "max", Role::Editor).await);
    let address = "/en/staff/edit/networks/diaspora";
    let publish = ("task", "publish");
    let of_max = open(&portal, address, &max).await;
    let save = async |title: &str| {
        let form = open(&portal, address, &eve).await;
        leads(&send(&portal, address, &eve, &form, &[("en.title", title), publish]).await);
    };
    save("First of Eve").await;
    let form = opened(&send(&portal, address, &max, &of_max, &[("en.title", "Of Max"), publish]).await.body);
    save("Second of Eve").await;
    for choice in ["mine", "theirs"] {
        let again = send(&portal, address, &max, &form, &[("choose.en.title", choice), publish]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{choice}");
        assert!(again.body.contains("<mark>Second"), "{choice}: {}", again.body);
        assert_eq!(opened(&again.body).get("en.title"), "Of Max", "{choice}");
    }
    // An own text made of both is one more choice: what stands in the field.
    let again = send(&portal, address, &max, &form, &[publish]).await;
    let typed = [("en.title", "Of Eve and Max"), ("choose.en.title", "mine"), publish];
    leads(&send(&portal, address, &max, &opened(&again.body), &typed).await);
    assert!(portal.get("/en/networks/diaspora").await.body.contains("Of Eve and Max"));
}

#[tokio::test]
async fn two_tabs_with_a_form_for_a_new_entry_are_kept_apart_and_make_two_entries() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let new = "/en/staff/new/blog";
    let (one, two) = (open(&portal, new, &eve).await, open(&portal, new, &eve).await);
    let keep = "/en/staff/unsaved?place=new/post";
    send(&portal, keep, &eve, &one, &[("en.title", "Of the first tab")]).await;
    portal.pass(1);
    send(&portal, keep, &eve, &two, &[("en.title", "Of the second tab")]).await;
    assert_eq!(open(&portal, new, &eve).await.get("en.title"), "Of the second tab");
    let blank = get_as(&portal, &format!("{new}?empty=1"), &eve).await.body;
    assert_eq!(opened(&blank).get("en.title"), "", "what is left is not lost by that");
    // The second is saved; then the first is brought back, and moves to where it goes on.
    leads(&send(&portal, new, &eve, &two, &[("en.title", "Of the second tab"), ("task", "save")]).await);
    let back = open(&portal, new, &eve).await;
    assert_eq!(back.get("en.title"), "Of the first tab");
    leads(&send(&portal, new, &eve, &back, &[("task", "save")]).await);
    assert_eq!(open(&portal, new, &eve).await.get("en.title"), "");
    // Somebody goes back to a form that has made its entry, and sends something else.
    let other = send(&portal, new, &eve, &two, &[("en.title", "Of the second tab, mended"), ("task", "save")]).await;
    assert_eq!(leads(&other), "/en/staff/edit/blog/of-the-second-tab-mended?done=saved");
}

#[tokio::test]
async fn an_event_that_was_begun_is_brought_back_unless_a_day_or_a_model_is_asked_for() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let new = "/en/staff/new/events";
    let form = open(&portal, new, &eve).await;
    send(&portal, "/en/staff/unsaved?place=new/event", &eve, &form, &[("en.title", "Half a meeting")]).await;
    assert_eq!(open(&portal, new, &eve).await.get("en.title"), "Half a meeting");
    for asked in ["date=2026-12-15", "like=workshop-on-investigating-migrant-smuggling"] {
        let form = open(&portal, &format!("{new}?{asked}"), &eve).await;
        assert_ne!(form.get("en.title"), "Half a meeting", "{asked}");
    }
    assert_eq!(open(&portal, new, &eve).await.get("en.title"), "Half a meeting", "nothing was lost by that");
}

#[tokio::test]
async fn a_save_after_the_session_has_ended_keeps_all_of_it_and_goes_on_after_signing_in() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/es/staff/edit/networks/diaspora";
    let form = open(&portal, address, &eve).await;
    let text = "Una \"frase\" <b>\r\n\r\nY otra.";
    let typed = [("es.summary", "Resumen nuevo"), ("block.new1.es", text), ("reason", "Por qué"), ("task", "publish")];
    portal.pass(13 * 3600);
    let page = send(&portal, address, &eve, &form, &typed).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert_eq!(page.header(header::CACHE_CONTROL), "private, no-store");
    assert!(page.body.contains("Su sesión terminó") && page.body.contains("Resumen nuevo"), "{}", page.body);
    // A wrong password, and somebody who may not: all of it is still there.
    let resent = hidden(&page.body);
    let with = |email: &'static str, password: &'static str| {
        let mut fields: Vec<(&str, &str)> = resent.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        fields.extend([("again-email", email), ("again-password", password)]);
        fields
    };
    let wrong = post(&portal, address, "", &with("eve@example.org", "wrong")).await;
    assert_eq!((wrong.status, hidden(&wrong.body)), (StatusCode::UNAUTHORIZED, resent.clone()));
    assert!(!wrong.body.contains("value=\"wrong\""), "no password is sent back");
    crate::accounts::person(&portal, "mia@example.org", Role::Member).await;
    let member = post(&portal, address, "", &with("mia@example.org", PASSWORD)).await;
    assert_eq!((member.status, hidden(&member.body)), (StatusCode::UNAUTHORIZED, resent.clone()));
    // Nothing was saved so far; markup is refused as ever, with a session by now.
    let refused = post(&portal, address, "", &with("eve@example.org", PASSWORD)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let cookie = refused.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let again = opened(&refused.body);
    assert_eq!(again.get("es.summary"), "Resumen nuevo");
    let saved = send(&portal, address, &cookie, &again, &[("block.new1.es", "Una frase."), ("task", "publish")]).await;
    assert!(leads(&saved).ends_with("done=published"));
    assert!(portal.get("/es/networks/diaspora").await.body.contains("Una frase."));
}

#[tokio::test]
async fn a_new_entry_whose_writer_was_signed_out_is_made_once_they_sign_in() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let form = open(&portal, "/en/staff/new/news", &eve).await;
    let out = post(&portal, "/en/logout", &eve, &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    let page = send(&portal, "/en/staff/new/news", &eve, &form, &[("en.title", "Late news"), ("task", "save")]).await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    let resent = hidden(&page.body);
    let mut fields: Vec<(&str, &str)> = resent.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    fields.extend([("again-email", "eve@example.org"), ("again-password", PASSWORD)]);
    let saved = post(&portal, "/en/staff/new/news", "", &fields).await;
    assert_eq!(leads(&saved), "/en/staff/edit/news/late-news?done=saved");
    assert!(saved.header(header::SET_COOKIE).contains("__Host-session="), "and she stays signed in");
    // What is sent without a form is led to sign in, as ever.
    let nothing = post(&portal, "/en/staff/new/news", "", &[("task", "save")]).await;
    assert_eq!(nothing.status, StatusCode::SEE_OTHER);
    let _ = signed_in(&portal, "eve@example.org").await;
}

// 14.9.7
#[tokio::test]
async fn two_tabs_of_one_entry_lose_neither_what_the_other_has_typed() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/edit/networks/diaspora";
    let (one, two) = (open(&portal, address, &eve).await, open(&portal, address, &eve).await);
    let keep = "/en/staff/unsaved?place=network/diaspora";
    let first = [("en.title", "Title of the first"), ("en.summary", "Summary of the first")];
    send(&portal, keep, &eve, &one, &first).await;
    portal.pass(5);
    let second = [("en.title", "Title of the second"), ("es.summary", "Resumen de la segunda")];
    send(&portal, keep, &eve, &two, &second).await;
    // Both are brought back: the last of each field in it, what it stands for beside it.
    let page = get_as(&portal, address, &eve).await.body;
    let both = opened(&page);
    let shown = ["en.title", "en.summary", "es.summary"].map(|field| both.get(field).to_owned());
    assert_eq!(shown, ["Title of the second", "Summary of the first", "Resumen de la segunda"]);
    assert!(page.contains("in another window") && page.contains("<dd>Title of the first"), "{page}");
    // What is typed on is kept here; the text beside it is not lost by that.
    portal.pass(5);
    send(&portal, keep, &eve, &both, &[("en.summary", "Summary, longer")]).await;
    let page = get_as(&portal, address, &eve).await.body;
    assert_eq!(opened(&page).get("en.summary"), "Summary, longer");
    assert!(page.contains("<dd>Title of the first") && !page.contains("<dd>Summary of the first"), "{page}");
    // The second tab goes on, and is saved: what the others hold stays kept.
    portal.pass(5);
    leads(&send(&portal, address, &eve, &two, &[second[1], ("task", "publish")]).await);
    let page = get_as(&portal, address, &eve).await.body;
    let left = opened(&page);
    assert_eq!((left.get("en.summary"), left.get("en.title")), ("Summary, longer", "Title of the second"));
    // Saved from where all of it stands, all of it is done with.
    leads(&send(&portal, address, &eve, &left, &[("task", "publish")]).await);
    let page = get_as(&portal, address, &eve).await.body;
    assert!(!page.contains("was brought back") && page.contains("Summary, longer"), "{page}");
}

// 14.9.6
#[tokio::test]
async fn no_form_that_holds_a_text_is_lost_with_the_session_of_who_sends_it() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Admin).await;
    crate::accounts::person(&portal, "ana@example.org", Role::Member).await;
    let ana = signed_in(&portal, "ana@example.org").await;
    let event = "workshop-on-investigating-migrant-smuggling";
    post(&portal, &format!("/en/events/{event}/registration"), &ana, &[("task", "register")]).await;
    portal.pass(13 * 3600);
    let of_event = format!("/en/staff/events/{event}");
    let text = "Two words\r\nand a \"line\".";
    for (address, field) in [
        (format!("/en/events/{event}/registration"), "answer-1"),
        ("/en/dashboard/saved?label=visas".to_owned(), "note"),
        ("/en/staff/banner".to_owned(), "banner.en"),
        (format!("{of_event}/questions"), "question-0-en"),
        (format!("{of_event}/change"), "en.note"),
        (format!("{of_event}/import"), "rows"),
        (format!("{of_event}/members"), "email"),
        ("/en/staff/registrations/1".to_owned(), "reason"),
        ("/en/staff/people/2?standing=waiting".to_owned(), "reason"),
        ("/en/staff/edit/networks/diaspora/history".to_owned(), "name"),
        ("/en/staff/media/abcdefghijkmnpqrstuv".to_owned(), "alt.en"),
    ] {
        let kept = post(&portal, &address, &eve, &[(field, text), ("task", "describe")]).await;
        assert_eq!(kept.status, StatusCode::UNAUTHORIZED, "{address}");
        let whole = hidden(&kept.body).contains(&(field.to_owned(), text.to_owned()));
        assert!(whole && kept.body.contains(&format!("action=\"{address}\"")), "{address}: {}", kept.body);
    }
    // It goes on as it was sent, with what is wrong with it.
    let asked = [("question-0-en", "Your diet"), ("question-0-kind", "line"), ("again-email", "ana@example.org")];
    let with = |email: &'static str| [asked[0], asked[1], ("again-email", email), ("again-password", PASSWORD)];
    let address = format!("{of_event}/questions");
    let other = post(&portal, &address, "", &with("ana@example.org")).await;
    assert_eq!(other.status, StatusCode::UNAUTHORIZED);
    assert!(
        other.body.contains("may not do that")
            && hidden(&other.body).contains(&("question-0-en".into(), "Your diet".into()))
    );
    let wrong = post(&portal, &address, "", &with("eve@example.org")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.header(header::SET_COOKIE).contains("__Host-session=") && !wrong.body.contains(PASSWORD));
    assert!(wrong.body.contains("href=\"#question-0-es\"") && wrong.body.contains("value=\"Your diet\""));
    // A file cannot be kept by a page; it says so.
    let request = axum::http::Request::post("/es/staff/media")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header(header::COOKIE, &eve);
    let sent = portal.send_with(request, "--x\r\n\r\n--x--\r\n".to_owned()).await;
    assert!(sent.status == StatusCode::UNAUTHORIZED && sent.body.contains("vuelva a elegirlo"), "{}", sent.body);
}

/// The hidden fields of the page that keeps a form.
fn hidden(page: &str) -> Vec<(String, String)> {
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let inputs = main.split("<input ").skip(1).filter(|input| input.contains("type=\"hidden\""));
    let of = |input: &str, name: &str| {
        let value = input.split(&format!("{name}=\"")).nth(1).unwrap_or_default();
        let value = value.split('"').next().unwrap_or_default();
        value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    };
    inputs.map(|input| (of(input, "name"), of(input, "value"))).collect()
}
