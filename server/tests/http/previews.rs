//! Previews: a draft drawn as the public page, per language and role, for its staff and by links that end. 14.9.4

use axum::http::{HeaderName, StatusCode, header};
use domain::account::Role;

use crate::accounts::{get_as, person, post};
use crate::desk::{leads, open, send, staff};
use crate::files::picture_in_library;
use crate::portal::{Answer, TestPortal};

/// An event that nobody sees yet.
async fn drafted(portal: &TestPortal, cookie: &str) -> &'static str {
    let form = open(portal, "/en/staff/new/events", cookie).await;
    let typed = [
        ("en.title", "Draft meeting"),
        ("en.summary", "About drafts."),
        ("es.title", "Reunión en borrador"),
        ("start", "2026-12-15"),
        ("en.place", "Kingston, Jamaica"),
        ("seats.mode", "open"),
        ("block.new1.en", "Its **text**."),
        ("task", "save"),
    ];
    leads(&send(portal, "/en/staff/new/events", cookie, &form, &typed).await);
    "/en/staff/edit/events/draft-meeting"
}

/// The key of a link that was made just now.
async fn shared(portal: &TestPortal, editor: &str, cookie: &str, audience: &str) -> String {
    let wish = [("task", "make"), ("audience", audience), ("days", "7")];
    let made = post(portal, &format!("{editor}/preview"), cookie, &wish).await;
    assert_eq!(made.status, StatusCode::OK);
    let address = made.body.split("https://portal.example.org/en/preview/").nth(1).expect("the address is shown");
    assert!(made.body.contains("https://portal.example.org/es/preview/"), "in both languages");
    address.split('"').next().unwrap().to_owned()
}

fn is_for_nobody_else(answer: &Answer) {
    assert_eq!(answer.header(header::CACHE_CONTROL), "private, no-store");
    assert_eq!(answer.header(HeaderName::from_static("x-robots-tag")), "noindex, nofollow");
    assert_eq!(answer.header(header::REFERRER_POLICY), "no-referrer");
}

#[tokio::test]
async fn a_link_shows_a_draft_as_the_public_page_in_each_language_until_it_ends() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let editor = drafted(&portal, &eve).await;
    let key = shared(&portal, editor, &eve, "visitor").await;
    let english = portal.get(&format!("/en/preview/{key}")).await;
    assert_eq!(english.status, StatusCode::OK);
    is_for_nobody_else(&english);
    for expected in [
        "<strong>text</strong>",
        "15 December 2026",
        "as a visitor will see it",
        "The link works until 1 December 2026, 07:00 (Jamaica)",
        &format!("href=\"/es/preview/{key}\""),
    ] {
        assert!(english.body.contains(expected), "{expected}");
    }
    assert!(!english.body.contains("portal_bg.wasm"), "no script looks for another page at this address");
    let spanish = portal.get(&format!("/es/preview/{key}")).await.body;
    assert!(spanish.contains("Reunión en borrador") && spanish.contains("tal como lo verá un visitante"));
    // Nobody else has been told.
    for address in ["/en/events/draft-meeting", "/en/events/draft-meeting.ics"] {
        assert_eq!(portal.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    for address in ["/en/events?view=list", "/en/events.atom", "/en/events.ics", "/sitemap.xml", "/en/search?q=drafts"]
    {
        assert!(!portal.get(address).await.body.contains("Draft meeting"), "{address}");
    }
    portal.pass(7 * 24 * 3600 + 1);
    let ended = portal.get(&format!("/es/preview/{key}")).await;
    assert_eq!(ended.status, StatusCode::GONE);
    assert!(ended.body.contains("venció o fue retirado") && !ended.body.contains("borrador"), "{}", ended.body);
    assert_eq!(portal.get("/en/preview/0123").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_seen_as_a_member_is_what_members_will_see_and_opens_nothing_else() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let editor = drafted(&portal, &eve).await;
    let (visitor, member) =
        (shared(&portal, editor, &eve, "visitor").await, shared(&portal, editor, &eve, "member").await);
    let as_visitor = portal.get(&format!("/en/preview/{visitor}")).await.body;
    let as_member = portal.get(&format!("/en/preview/{member}")).await;
    let register = "action=\"/en/events/draft-meeting/registration\"";
    assert!(!as_visitor.contains(register) && as_visitor.contains("/en/login"), "{as_visitor}");
    assert!(as_member.body.contains(register) && !as_member.body.contains("/en/login"), "{}", as_member.body);
    assert_eq!(as_member.header(header::SET_COOKIE), "");
    // Whoever is signed in sees the same, and nothing of the desk.
    let seen = get_as(&portal, &format!("/en/preview/{visitor}"), &eve).await.body;
    assert!(!seen.contains("/en/staff"), "{seen}");
}

#[tokio::test]
async fn who_has_a_link_sees_the_pictures_of_the_draft_and_of_nothing_else() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let [used, other] = [picture_in_library(&portal, &eve, 640).await, picture_in_library(&portal, &eve, 320).await];
    let editor = drafted(&portal, &eve).await;
    let form = open(&portal, editor, &eve).await;
    let typed = [("picture", &*format!("files/{used}")), ("task", "save")];
    leads(&send(&portal, editor, &eve, &form, &typed).await);
    let [used, other] = [used, other].map(|uid| format!("/files/{uid}/960/picture"));
    assert_eq!(portal.get(&used).await.status, StatusCode::NOT_FOUND);
    let key = shared(&portal, editor, &eve, "visitor").await;
    let seen = portal.get(&format!("/en/preview/{key}")).await;
    let cookie = seen.header(header::SET_COOKIE).split(';').next().unwrap();
    assert!(seen.header(header::SET_COOKIE).contains("Path=/files; Secure; HttpOnly"));
    let picture = get_as(&portal, &used, cookie).await;
    assert_eq!((picture.status, picture.header(header::CACHE_CONTROL)), (StatusCode::OK, "private, no-store"));
    assert_eq!(get_as(&portal, &other, cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(get_as(&portal, &used, "preview=unknown").await.status, StatusCode::NOT_FOUND);
    let listed = get_as(&portal, &format!("{editor}/preview"), &eve).await.body;
    let link = listed.split("name=\"link\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    post(&portal, &format!("{editor}/preview"), &eve, &[("task", "end"), ("link", &link)]).await;
    assert_eq!(get_as(&portal, &used, cookie).await.status, StatusCode::NOT_FOUND, "with the link it ends");
}

#[tokio::test]
async fn a_link_is_listed_taken_back_and_ends_with_its_entry_and_with_the_role_of_who_made_it() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let editor = drafted(&portal, &eve).await;
    let page = format!("{editor}/preview");
    let key = shared(&portal, editor, &eve, "member").await;
    let listed = get_as(&portal, &page, &eve).await.body;
    assert!(listed.contains("works until") && listed.contains("Person of eve@example.org") && !listed.contains(&key));
    let link = listed.split("name=\"link\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let elsewhere = "/en/staff/edit/networks/diaspora/preview";
    post(&portal, elsewhere, &eve, &[("task", "end"), ("link", &link)]).await;
    assert_eq!(portal.get(&format!("/en/preview/{key}")).await.status, StatusCode::OK, "a link of another entry");
    leads(&post(&portal, &page, &eve, &[("task", "end"), ("link", &link)]).await);
    assert_eq!(portal.get(&format!("/en/preview/{key}")).await.status, StatusCode::GONE);
    assert!(!get_as(&portal, &page, &eve).await.body.contains("works until"));

    let key = shared(&portal, editor, &eve, "visitor").await;
    post(&portal, &format!("{editor}/bin"), &eve, &[("task", "delete")]).await;
    assert_eq!(portal.get(&format!("/en/preview/{key}")).await.status, StatusCode::GONE);
    post(&portal, &format!("{editor}/bin"), &eve, &[("task", "restore")]).await;
    assert_eq!(portal.get(&format!("/en/preview/{key}")).await.status, StatusCode::OK);
    let admin = domain::account::Staff::of(
        &{
            let id = person(&portal, "ada@example.org", Role::Admin).await;
            portal.portal.accounts.account(id).await.unwrap()
        },
        Role::Admin,
    )
    .unwrap();
    let email = "eve@example.org".parse().unwrap();
    let id = portal.portal.accounts.credentials(&email).await.unwrap().unwrap().0.id;
    portal.portal.accounts.set_role(&admin, id, Role::Member, None, portal.portal.clock.now()).await.unwrap();
    assert_eq!(portal.get(&format!("/en/preview/{key}")).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn what_cannot_be_made_is_named_and_a_draft_offers_its_preview_instead_of_a_page_that_is_not_there() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let editor = drafted(&portal, &eve).await;
    for (audience, days) in [("visitor", "0"), ("visitor", "soon"), ("king", "7")] {
        let wish = [("task", "make"), ("audience", audience), ("days", days)];
        let refused = post(&portal, &format!("{editor}/preview"), &eve, &wish).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{audience} {days}");
        assert!(refused.body.contains("problems-title"), "{audience} {days}");
    }
    let saved = get_as(&portal, &format!("{editor}?done=saved"), &eve).await.body;
    assert!(saved.contains("/en/staff/edit/events/draft-meeting/preview?as=visitor"));
    assert!(!saved.contains("href=\"/en/events/draft-meeting\""), "that page is not there yet");
}

#[tokio::test]
async fn the_preview_of_a_public_page_shows_what_its_writer_has_not_published() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let editor = "/en/staff/edit/networks/diaspora";
    let form = open(&portal, editor, &eve).await;
    send(&portal, editor, &eve, &form, &[("en.title", "Diaspora, anew"), ("task", "save")]).await;
    let own = get_as(&portal, &format!("{editor}/preview?as=member"), &eve).await;
    assert!(own.body.contains("Diaspora, anew"));
    is_for_nobody_else(&own);
    let key = shared(&portal, editor, &eve, "visitor").await;
    assert!(portal.get(&format!("/en/preview/{key}")).await.body.contains("Diaspora, anew"));
    assert!(!portal.get("/en/networks/diaspora").await.body.contains("Diaspora, anew"));
}
