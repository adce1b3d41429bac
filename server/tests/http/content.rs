//! The table of content: every item by language, filtered, page by page, and as a file.

use domain::account::Role;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Manuscript, Typed};

use crate::accounts::get_as;
use crate::desk::staff;
use crate::portal::TestPortal;

/// The addresses of the editor that a page lists.
fn listed(page: &str) -> Vec<String> {
    let rows = page.split("<tbody").nth(1).unwrap_or_default();
    let rows = rows.split("href=\"/en/staff/edit/").skip(1);
    rows.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

/// So many drafts of posts in English.
async fn drafts(portal: &TestPortal, number: usize) {
    let account = portal.portal.accounts.credentials(&"eve@example.org".parse().unwrap()).await.unwrap().unwrap().0;
    let writer = domain::account::Staff::of(&account, Role::Editor).unwrap();
    let blank = Manuscript::blank(Kind::Post, domain::Language::En, jiff::civil::date(2026, 11, 24));
    let fields = Fields::of(&blank);
    for place in 0..number {
        let typed = vec![Typed::new("en.title", &format!("Draft {place}"), &fingerprint(fields.get("en.title")))];
        let edit = Edit { typed, ..Edit::default() };
        let (form, now) = (format!("form {place}"), portal.portal.clock.now());
        portal.portal.manuscripts.begin(&writer, &blank, &edit, &form, now).await.unwrap();
    }
}

// 14.4.7: every item by language with its state, filtered by network, type and age, and the same as a CSV file.
#[tokio::test]
async fn every_item_is_listed_by_language_and_found_by_network_kind_state_language_and_age() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let rows = async |query: &str| listed(&get_as(&portal, &format!("/en/staff/content?{query}"), &eve).await.body);
    assert_eq!(rows("kind=networks").await.len(), 10);
    assert!(rows("kind=blog&network=diaspora").await.contains(&"blog/engagement-of-the-caribbean-diaspora".to_owned()));
    // A post that exists in Spanish alone is missing in English, and not in Spanish.
    let spanish = "blog/nueve-claves-para-una-gobernanza-migratoria-eficaz-en-el-caribe".to_owned();
    assert!(rows("standing=missing&kind=blog").await.contains(&spanish));
    assert!(rows("standing=missing&language=en&kind=blog").await.contains(&spanish));
    assert!(!rows("standing=missing&language=es&kind=blog").await.contains(&spanish));
    assert!(rows("untouched=1").await.is_empty(), "everything was loaded just now");
    portal.pass(40 * 24 * 3600);
    let eve = crate::accounts::signed_in(&portal, "eve@example.org").await;
    let aged = get_as(&portal, "/en/staff/content?untouched=1&kind=networks", &eve).await.body;
    assert_eq!(listed(&aged).len(), 10);
    assert!(aged.contains("<option value=\"1\" selected>1 month"), "{aged}");
    let file = get_as(&portal, "/en/staff/content.csv?standing=missing&language=en", &eve).await.body;
    assert!(file.contains("Nueve claves") && file.contains("\"Missing\""), "{file}");
    assert!(!get_as(&portal, "/en/staff/content.csv?untouched=3", &eve).await.body.contains("Nueve claves"));
    // What cannot be understood is no filter.
    assert!(!listed(&get_as(&portal, "/en/staff/content?untouched=-4&language=fr", &eve).await.body).is_empty());
}

#[tokio::test]
async fn a_long_table_comes_page_by_page_and_its_file_is_whole() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    drafts(&portal, 230).await;
    let page = async |number: &str| {
        get_as(&portal, &format!("/en/staff/content?kind=blog&standing=draft&page={number}"), &eve).await.body
    };
    let (first, last) = (page("1").await, page("3").await);
    assert_eq!((listed(&first).len(), listed(&page("2").await).len(), listed(&last).len()), (100, 100, 30));
    assert!(first.contains("kind=blog&amp;standing=draft&amp;page=2") && first.contains("230 items"), "{first}");
    assert_eq!(listed(&page("9").await), listed(&last), "after the last page comes none");
    assert_eq!(listed(&page("x").await), listed(&first));
    let file = get_as(&portal, "/en/staff/content.csv?kind=blog&standing=draft", &eve).await.body;
    assert_eq!(file.lines().count(), 231);
}

#[tokio::test]
async fn events_show_their_days() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let page = get_as(&portal, "/es/staff/content?kind=events&q=taller+tráfico", &eve).await.body;
    assert!(page.contains("15 al 17 de diciembre de 2026"), "{page}");
    let file = get_as(&portal, "/es/staff/content.csv?kind=events", &eve).await.body;
    assert!(file.contains("\"2026-12-15\",\"2026-12-17\""), "{file}");
}
