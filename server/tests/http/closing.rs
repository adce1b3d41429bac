//! Closing one's own account.

use axum::http::{StatusCode, header};
use domain::account::{Member, Role};

use crate::accounts::{PASSWORD, get_as, person, post, signed_in};
use crate::portal::TestPortal;

const PROFILE: &str = "/en/dashboard/profile";
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";

#[tokio::test]
async fn who_closes_her_account_is_told_what_happens_and_asked_for_the_password() {
    let portal = TestPortal::start().await;
    let id = person(&portal, "ana@example.org", Role::Member).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let (event, now) = (EVENT.parse().unwrap(), portal.portal.clock.now());
    portal.portal.registrations.register(&member, &event, &[], now).await.unwrap();
    for (language, says) in [("en", "You give up your seats"), ("es", "Usted renuncia a sus cupos")] {
        let page = get_as(&portal, &format!("/{language}/dashboard/profile"), &cookie).await.body;
        assert!(page.contains(says), "{page}");
        assert!(!page.contains("What you wrote as staff") && !page.contains("como parte del personal"));
    }
    let wrong = post(&portal, PROFILE, &cookie, &[("form", "close"), ("close-current", "a guess")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("The current password is not right.") && !wrong.body.contains("a guess"));
    assert_eq!(portal.portal.registrations.seats(&event, None).await.unwrap().taken, 1);
    let done = post(&portal, PROFILE, &cookie, &[("form", "close"), ("close-current", PASSWORD)]).await;
    let leads = done.header(header::LOCATION).to_owned();
    assert_eq!((done.status, leads.as_str()), (StatusCode::SEE_OTHER, "/en/login?done=closed"));
    assert!(done.header(header::SET_COOKIE).contains("Max-Age=0"));
    assert!(portal.get(&leads).await.body.contains("Your account is closed, and you are logged out."));
    assert_eq!(get_as(&portal, "/en/dashboard", &cookie).await.status, StatusCode::SEE_OTHER);
    assert_eq!(portal.portal.registrations.seats(&event, None).await.unwrap().taken, 0);
    let again = post(&portal, "/en/login", "", &[("email", "ana@example.org"), ("password", PASSWORD)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn the_last_who_decides_on_people_stays() {
    let portal = TestPortal::start().await;
    person(&portal, "one@example.org", Role::Admin).await;
    let cookie = signed_in(&portal, "one@example.org").await;
    let form = [("form", "close"), ("close-current", PASSWORD)];
    assert!(get_as(&portal, PROFILE, &cookie).await.body.contains("What you wrote as staff stays"));
    let alone = post(&portal, PROFILE, &cookie, &form).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.body.contains("Nobody but you decides on people here."), "{}", alone.body);
    person(&portal, "two@example.org", Role::Admin).await;
    assert_eq!(post(&portal, PROFILE, &cookie, &form).await.status, StatusCode::SEE_OTHER);
}
