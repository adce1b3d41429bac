//! The history of an entry: sittings, names, any two versions compared. 14.9.3, 14.9.6

use axum::http::StatusCode;
use domain::account::Role;
use domain::entry::Kind;

use crate::accounts::{get_as, post};
use crate::desk::{leads, open, send, staff};
use crate::portal::TestPortal;

const EDITOR: &str = "/en/staff/edit/blog/ports";
const HISTORY: &str = "/en/staff/edit/blog/ports/history";

/// A post that was saved three times: twice in one sitting, and once an hour later. The ids of its saves, the first one first.
async fn saved(portal: &TestPortal, cookie: &str) -> Vec<String> {
    let form = open(portal, "/en/staff/new/blog", cookie).await;
    leads(&send(portal, "/en/staff/new/blog", cookie, &form, &[("en.title", "Ports"), ("task", "save")]).await);
    for (pause, summary, reason) in [(60, "One quay.", "Begun"), (3600, "Two long quays.", "Mended")] {
        portal.pass(pause);
        let form = open(portal, EDITOR, cookie).await;
        let typed = [("en.summary", summary), ("reason", reason), ("task", "save")];
        leads(&send(portal, EDITOR, cookie, &form, &typed).await);
    }
    let history = portal.portal.desk.history(Kind::Post, &"ports".parse().unwrap()).await.unwrap();
    history.iter().rev().map(|save| save.id.to_string()).collect()
}

#[tokio::test]
async fn saves_are_folded_into_sittings_that_can_be_opened() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    saved(&portal, &eve).await;
    let page = get_as(&portal, HISTORY, &eve).await.body;
    assert_eq!(page.matches("<li class=\"item\">").count(), 2);
    assert!(page.contains("2 saves in one sitting") && page.contains("Begun") && page.contains("Mended"), "{page}");
    assert!(page.contains("<del>One") && page.contains("<ins>Two"), "{page}");
}

#[tokio::test]
async fn what_the_portal_began_with_is_signed_in_words() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    for (language, words) in
        [("en", "Content that the portal began with"), ("es", "Contenido con el que empezó el portal")]
    {
        let history = format!("/{language}/staff/edit/networks/diaspora/history");
        let page = get_as(&portal, &history, &eve).await.body;
        assert!(page.contains(words) && !page.contains("<span>seed"), "{page}");
    }
}

#[tokio::test]
async fn any_two_versions_are_compared_by_words() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let ids = saved(&portal, &eve).await;
    // In either order: the older one is where it comes from.
    for (from, to) in [(&ids[0], &ids[2]), (&ids[2], &ids[0])] {
        let page = get_as(&portal, &format!("{HISTORY}?from={from}&to={to}"), &eve).await.body;
        let compared = page.split("id=\"compared\"").nth(1).unwrap().split("</section>").next().unwrap();
        assert!(compared.contains("<ins>Two") && !compared.contains("One quay"), "{compared}");
    }
    let same = get_as(&portal, &format!("{HISTORY}?from={0}&to={0}", ids[1]), &eve).await.body;
    assert!(same.contains("They do not differ."));
    for typed in ["from=999999&to=1", "from=&to=", "from=x&to=y"] {
        let page = get_as(&portal, &format!("{HISTORY}?{typed}"), &eve).await;
        assert_eq!(page.status, StatusCode::OK, "{typed}");
        assert!(!page.body.contains("id=\"compared\""), "{typed}");
    }
}

#[tokio::test]
async fn a_version_is_named_found_by_its_name_and_kept_apart() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let ids = saved(&portal, &eve).await;
    let name = async |id: &str, name: &str| {
        post(&portal, HISTORY, &eve, &[("revision", id), ("task", "name"), ("name", name)]).await
    };
    let named = name(&ids[0], "  As sent to <the> ministers ").await;
    assert_eq!(leads(&named), format!("{HISTORY}#save-{}", ids[0]));
    let page = get_as(&portal, HISTORY, &eve).await.body;
    assert_eq!(page.matches("<li class=\"item\">").count(), 3, "what was saved later is kept apart");
    let found = get_as(&portal, &format!("{HISTORY}?q=MINISTERS"), &eve).await.body;
    assert_eq!(found.matches("<li class=\"item\">").count(), 1);
    assert!(found.contains("As sent to &lt;the&gt; ministers"));
    let nothing = get_as(&portal, &format!("{HISTORY}?q=nowhere"), &eve).await.body;
    assert!(nothing.contains("No version has these words in its name."));
    assert_eq!(name("999999", "Of nothing").await.status, StatusCode::NOT_FOUND);
    leads(&name(&ids[0], "").await);
    assert!(!get_as(&portal, HISTORY, &eve).await.body.contains("ministers"));
    // Who may not restore may name.
    let restored = post(&portal, HISTORY, &eve, &[("revision", &ids[0])]).await;
    assert_eq!(restored.status, StatusCode::FORBIDDEN);
}
