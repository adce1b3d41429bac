//! Following and keeping: 14.2.6, 14.2.7, 14.8.5.

use axum::http::{Request, StatusCode, header};
use domain::account::Role;
use domain::mark::Notices;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::TestPortal;

const NETWORK: &str = "/en/networks/diaspora";

async fn member(portal: &TestPortal, name: &str) -> (i64, String) {
    let email = format!("{name}@example.org");
    let id = person(portal, &email, Role::Member).await;
    (id, signed_in(portal, &email).await)
}

#[tokio::test]
async fn following_takes_one_form_and_changes_the_count() {
    let portal = TestPortal::start().await;
    assert!(portal.get(NETWORK).await.body.contains("No member follows it yet."));
    let (_, cookie) = member(&portal, "ana").await;
    let sent = post(&portal, &format!("{NETWORK}/follow"), &cookie, &[("follow", "yes")]).await;
    let leads = (sent.status, sent.header(header::LOCATION));
    assert_eq!(leads, (StatusCode::SEE_OTHER, "/en/networks/diaspora#marks"));
    let page = get_as(&portal, NETWORK, &cookie).await.body;
    assert!(page.contains("Unfollow") && page.contains("1 member follows it."), "{page}");
    assert!(portal.get(NETWORK).await.body.contains("1 member follows it."), "the page of visitors is renewed");
    post(&portal, &format!("{NETWORK}/follow"), &cookie, &[("follow", "no")]).await;
    assert!(get_as(&portal, NETWORK, &cookie).await.body.contains("No member follows it yet."));
}

#[tokio::test]
async fn a_visitor_is_led_to_sign_in_and_back_to_the_network() {
    let portal = TestPortal::start().await;
    let page = portal.get(NETWORK).await.body;
    assert!(page.contains("/en/login?next=%2Fen%2Fnetworks%2Fdiaspora"), "{page}");
    let sent = post(&portal, &format!("{NETWORK}/follow"), "", &[("follow", "yes")]).await;
    assert_eq!((sent.status, sent.header(header::LOCATION)), (StatusCode::SEE_OTHER, "/en/login"));
}

#[tokio::test]
async fn a_script_is_answered_by_the_status_alone() {
    let portal = TestPortal::start().await;
    let (_, cookie) = member(&portal, "ana").await;
    let form = |address: &str, cookie: &str| {
        Request::post(address)
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    };
    let follow = format!("{NETWORK}/follow");
    let sent = portal.send_with(form(&follow, &cookie), "follow=yes".to_owned()).await;
    assert_eq!((sent.status, sent.body.as_str()), (StatusCode::NO_CONTENT, ""));
    assert_eq!(portal.send_with(form(&follow, ""), "follow=yes".to_owned()).await.status, StatusCode::UNAUTHORIZED);
    let nowhere = portal.send_with(form("/en/networks/nowhere/follow", &cookie), "follow=yes".to_owned()).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    let nonsense = portal.send_with(form(&follow, &cookie), "follow=maybe".to_owned()).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn each_network_has_its_own_choice_of_notices() {
    let portal = TestPortal::start().await;
    let (id, cookie) = member(&portal, "ana").await;
    let choices = [("diaspora", "all"), ("labour-migration", "none"), ("migration-data", "")];
    let sent = post(&portal, "/en/dashboard/networks", &cookie, &choices).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let mut followed = portal.portal.marks.followed(id).await.unwrap();
    followed.sort_by_key(|followed| followed.network.clone());
    let seen: Vec<_> = followed.iter().map(|one| (one.network.as_str(), one.notices)).collect();
    assert_eq!(seen, [("diaspora", Notices::All), ("labour-migration", Notices::None)]);
    // Following again by the button does not change the choice.
    post(&portal, &format!("{NETWORK}/follow"), &cookie, &[("follow", "yes")]).await;
    assert_eq!(
        portal.portal.marks.following(&"diaspora".parse().unwrap(), Some(id)).await.unwrap().own,
        Some(Notices::All)
    );
    for nonsense in [("diaspora", "loud"), ("No Network", "all")] {
        let sent = post(&portal, "/en/dashboard/networks", &cookie, &[nonsense]).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn what_is_kept_stands_on_ones_own_dashboard_and_on_nobody_elses() {
    let portal = TestPortal::start().await;
    let ((_, ana), (_, ben)) = (member(&portal, "ana").await, member(&portal, "ben").await);
    let event = "/en/events/workshop-on-investigating-migrant-smuggling";
    assert!(get_as(&portal, "/en/dashboard", &ana).await.body.contains("Nothing is saved yet."));
    post(&portal, &format!("{event}/keep"), &ana, &[("keep", "yes")]).await;
    assert!(get_as(&portal, event, &ana).await.body.contains("Remove from saved"));
    assert!(get_as(&portal, event, &ben).await.body.contains("Save for later"));
    assert!(get_as(&portal, "/en/dashboard", &ana).await.body.contains(event));
    let back = post(&portal, &format!("{event}/keep"), &ana, &[("keep", "no"), ("back", "dashboard")]).await;
    assert_eq!(back.header(header::LOCATION), "/en/dashboard#kept");
    assert!(get_as(&portal, "/en/dashboard", &ana).await.body.contains("Nothing is saved yet."));
    assert_eq!(post(&portal, "/en/nowhere/x/keep", &ana, &[("keep", "yes")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn ones_own_calendar_holds_ones_registrations_until_its_address_is_taken_back() {
    let portal = TestPortal::start().await;
    let (_, ana) = member(&portal, "ana").await;
    let event = "/en/events/workshop-on-investigating-migrant-smuggling";
    post(&portal, &format!("{event}/registration"), &ana, &[("task", "register")]).await;
    let made = async || {
        let page = post(&portal, "/en/dashboard/calendar", &ana, &[("task", "make")]).await;
        assert_eq!((page.status, page.header(header::CACHE_CONTROL)), (StatusCode::OK, "private, no-store"));
        assert!(!page.body.contains("<script"), "at this address a script would look for another page");
        let address = page.body.split("https://portal.example.org/en/calendar/").nth(1).unwrap();
        format!("/en/calendar/{}", address.split('"').next().unwrap())
    };
    let first = made().await;
    let file = portal.get(&first).await;
    assert_eq!((file.status, file.header(header::CACHE_CONTROL)), (StatusCode::OK, "private, no-cache"));
    assert!(file.body.contains("BEGIN:VEVENT") && file.body.contains("workshop-on-investigating-migrant-smuggling"));
    assert!(!get_as(&portal, "/en/dashboard", &ana).await.body.contains("/en/calendar/"), "it is shown once");
    let second = made().await;
    assert_eq!(portal.get(&first).await.status, StatusCode::GONE, "a new address takes the place of the old one");
    post(&portal, &format!("{event}/registration"), &ana, &[("task", "cancel")]).await;
    assert!(!portal.get(&second).await.body.contains("BEGIN:VEVENT"));
    post(&portal, "/en/dashboard/calendar", &ana, &[("task", "stop")]).await;
    assert_eq!(portal.get(&second).await.status, StatusCode::GONE);
}
