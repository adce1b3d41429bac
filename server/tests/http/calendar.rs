//! The calendar by address: 14.3.1.

use axum::http::StatusCode;
use domain::Language::En;
use domain::account::{Profile, Role};
use domain::entry::Kind;

use crate::accounts::{PASSWORD, get_as, signed_in};
use crate::portal::TestPortal;

/// The link to the next period that has an event: its address and its words.
fn next_event(page: &str) -> Option<(String, String)> {
    let (before, after) = page.split_once("class=\"next-event\">")?;
    let address = before.rsplit("href=\"").next()?.split('"').next()?.replace("&amp;", "&");
    let words = after.split('<').next()?.to_owned();
    Some((address, words))
}

#[tokio::test]
async fn an_empty_period_leads_to_the_next_one_that_has_an_event_with_the_same_filters() {
    let portal = TestPortal::start().await;
    for (language, says, none) in [("en", "Next event: ", "0 results"), ("es", "Próximo evento: ", "0 resultados")] {
        for view in ["month", "week", "day", "year"] {
            for filter in ["", "&network=diaspora", "&mode=online", "&when=past", "&when=next"] {
                let asked = format!("view={view}&date=1999-05-01{filter}");
                let empty = portal.get(&format!("/{language}/events?{asked}")).await;
                assert!(empty.status == StatusCode::OK && empty.body.contains(none), "{asked}");
                let Some((address, words)) = next_event(&empty.body) else { panic!("{asked} leads nowhere") };
                assert!(words.starts_with(says) && words.len() > says.len(), "{words}");
                assert!(address.contains(&format!("view={view}")) && address.contains(filter), "{address}");
                let there = portal.get(&address).await;
                assert!(there.status == StatusCode::OK && !there.body.contains(&format!(">{none}<")), "{address}");
                assert_eq!(next_event(&there.body), None, "{address} is not empty");
            }
        }
        let past_all = portal.get(&format!("/{language}/events?view=month&date=2190-01-01")).await;
        assert!(past_all.body.contains(none) && next_event(&past_all.body).is_none());
    }
    // The days beside a month do not belong to it: what is on them is what comes next.
    let december = portal.get("/en/events?view=month&date=2026-12-05").await.body;
    assert_eq!(next_event(&december), None);
}

/// 14.3.4
#[tokio::test]
async fn in_the_month_only_what_is_cancelled_is_struck() {
    let portal = TestPortal::start().await;
    for (slug, state, is_struck) in [
        ("seminar-on-migrant-smuggling-by-sea", "cancelled", true),
        ("round-table-on-the-emigration-of-health-workers", "postponed", false),
    ] {
        let event =
            portal.portal.library.entry(Kind::Event, &slug.parse().unwrap(), En, portal.portal.clock.now()).await;
        let day = event.unwrap().summary.time.unwrap().start;
        let month = portal.get(&format!("/en/events?view=month&date={day}")).await.body.to_lowercase();
        let bar = month.split("<a ").find(|link| link.contains(slug) && link.contains("segment")).unwrap();
        assert!(bar.contains(state), "{bar}");
        assert_eq!(bar.contains(" struck"), is_struck, "{bar}");
        assert_eq!(bar.contains("<span>postponed: "), !is_struck, "{bar}");
    }
}

#[tokio::test]
async fn what_is_next_in_ones_networks_leaves_out_what_is_cancelled() {
    let portal = TestPortal::start().await;
    let profile = Profile {
        email: "ana@example.org".parse().unwrap(),
        name: "Ana".to_owned(),
        country: None,
        institution: "Ministry".to_owned(),
        function: "Officer".to_owned(),
        networks: vec!["migrant-smuggling".parse().unwrap()],
        language: En,
        digest: domain::notice::Every::Week,
    };
    let hash = server::accounts::password::hash(PASSWORD.to_owned()).await.unwrap();
    portal.portal.accounts.create(&profile, Role::Member, &hash, portal.portal.clock.now()).await.unwrap();
    let cookie = signed_in(&portal, "ana@example.org").await;
    let dashboard = get_as(&portal, "/en/dashboard", &cookie).await.body;
    assert!(dashboard.contains("/en/events/workshop-on-investigating-migrant-smuggling"));
    assert!(!dashboard.contains("seminar-on-migrant-smuggling-by-sea"));
}
