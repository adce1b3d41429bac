//! The calendar by address: 14.3.1.

use axum::http::StatusCode;

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
