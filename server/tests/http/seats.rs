//! Registering for events: 14.3.7, 14.3.8.

use axum::http::StatusCode;
use domain::account::{Member, Role};
use domain::registration::State;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::TestPortal;

/// A demo event with two seats.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";

async fn state(portal: &TestPortal, account: i64) -> Option<State> {
    let seats = portal.portal.registrations.seats(&EVENT.parse().unwrap(), Some(account)).await.unwrap();
    seats.own.map(|own| own.state)
}

/// Refused, or led to sign in, with or without what was sent.
fn is_closed(status: StatusCode) -> bool {
    matches!(status, StatusCode::FORBIDDEN | StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED)
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_sign_in_and_back() {
    let portal = TestPortal::start().await;
    let page = portal.get(&format!("/en/events/{EVENT}")).await.body;
    assert!(
        page.contains("Register for this event") && page.contains(&format!("/en/login?next=%2Fen%2Fevents%2F{EVENT}"))
    );
    let sent = post(&portal, &format!("/en/events/{EVENT}/registration"), "", &[("task", "register")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_member_registers_once_waits_when_full_and_is_offered_what_becomes_free() {
    let portal = TestPortal::start().await;
    let (event, address) = (format!("/en/events/{EVENT}"), format!("/en/events/{EVENT}/registration"));
    let mut people = Vec::new();
    for name in ["ana", "ben", "cam"] {
        let email = format!("{name}@example.org");
        let id = person(&portal, &email, Role::Member).await;
        people.push((id, signed_in(&portal, &email).await));
    }
    for (_, cookie) in &people {
        for _ in 0..2 {
            let sent = post(&portal, &address, cookie, &[("task", "register")]).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
        }
    }
    assert!(get_as(&portal, &event, &people[0].1).await.body.contains("You are registered."));
    assert!(get_as(&portal, &event, &people[2].1).await.body.contains("You are number 1 on the waiting list."));
    assert!(portal.get(&event).await.body.contains("Join the waiting list"));
    assert!(get_as(&portal, "/en/dashboard", &people[2].1).await.body.contains("number 1 on the waiting list"));
    post(&portal, &address, &people[0].1, &[("task", "cancel")]).await;
    assert!(get_as(&portal, &event, &people[2].1).await.body.contains("A seat is kept for you until"));
    post(&portal, &address, &people[2].1, &[("task", "accept")]).await;
    let ends = [state(&portal, people[0].0).await, state(&portal, people[2].0).await];
    assert_eq!(ends, [Some(State::Cancelled), Some(State::Registered)]);
}

#[tokio::test]
async fn who_is_not_approved_and_what_is_over_get_no_seat() {
    let portal = TestPortal::start().await;
    let past = "/en/events/preparatory-meeting-migration-and-international-protection/registration";
    person(&portal, "ana@example.org", Role::Member).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let called_off = "/en/events/seminar-on-migrant-smuggling-by-sea/registration";
    assert_eq!(post(&portal, called_off, &cookie, &[("task", "register")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(post(&portal, past, &cookie, &[("task", "register")]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        post(&portal, "/en/events/nowhere/registration", &cookie, &[("task", "register")]).await.status,
        StatusCode::NOT_FOUND
    );
    let nonsense = post(&portal, &format!("/en/events/{EVENT}/registration"), &cookie, &[("task", "fly")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn what_is_over_waits_for_nobody() {
    let portal = TestPortal::start().await;
    let (event, address) = (format!("/en/events/{EVENT}"), format!("/en/events/{EVENT}/registration"));
    let mut cookies = Vec::new();
    for name in ["ana", "ben", "cam"] {
        let email = format!("{name}@example.org");
        person(&portal, &email, Role::Member).await;
        let cookie = signed_in(&portal, &email).await;
        post(&portal, &address, &cookie, &[("task", "register")]).await;
        cookies.push(cookie);
    }
    // On the morning before the first day.
    portal.pass(20 * 24 * 3600 + 2 * 3600);
    let mut sessions = Vec::new();
    for name in ["ana", "cam"] {
        sessions.push(signed_in(&portal, &format!("{name}@example.org")).await);
    }
    let (ana, cam) = (&sessions[0], &sessions[1]);
    post(&portal, &address, ana, &[("task", "cancel")]).await;
    let offered = get_as(&portal, &event, cam).await.body;
    assert!(offered.contains("A seat is kept for you until 14 December 2026, 23:00 (Jamaica)"), "{offered}");
    assert!(get_as(&portal, "/en/dashboard", cam).await.body.contains("A seat is kept for you until"));
    portal.pass(5 * 24 * 3600);
    let cam = &signed_in(&portal, "cam@example.org").await;
    let over = get_as(&portal, "/en/dashboard", cam).await.body;
    assert!(over.contains("Nothing waits for you."), "{over}");
    assert!(!get_as(&portal, &event, cam).await.body.contains("value=\"accept\""));
    assert_eq!(post(&portal, &address, cam, &[("task", "cancel")]).await.status, StatusCode::FORBIDDEN);
    post(&portal, &address, cam, &[("task", "accept")]).await;
    let id = portal.portal.accounts.credentials(&"cam@example.org".parse().unwrap()).await.unwrap().unwrap().0.id;
    assert_eq!(state(&portal, id).await, Some(State::Offered), "nobody takes a seat when all is over");
    portal.portal.registrations.lapse(portal.portal.clock.now()).await.unwrap();
    assert_eq!(state(&portal, id).await, Some(State::Lapsed));
}

#[tokio::test]
async fn staff_see_who_asked_decide_and_take_the_list_with_them() {
    let portal = TestPortal::start().await;
    let training = "training-on-fair-recruitment-for-labour-inspectors";
    let list = format!("/en/staff/events/{training}");
    person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "editor@example.org", Role::Editor).await;
    let ana = signed_in(&portal, "ana@example.org").await;
    let editor = signed_in(&portal, "editor@example.org").await;
    post(&portal, &format!("/en/events/{training}/registration"), &ana, &[("task", "register")]).await;
    let page = get_as(&portal, &list, &editor).await.body;
    assert!(page.contains("Pending approval") && page.contains("ana@example.org"));
    let form = page.split("/en/staff/registrations/").nth(1).unwrap();
    let id = form.split('"').next().unwrap();
    let address = format!("/en/staff/registrations/{id}");
    // 14.8.10: nobody else decides, or sees the list.
    for cookie in [ana.as_str(), ""] {
        let refused = post(&portal, &address, cookie, &[("decision", "admit")]).await.status;
        assert!(is_closed(refused), "{refused}");
        for closed in [list.clone(), format!("/en/staff/participants/{training}")] {
            let refused = get_as(&portal, &closed, cookie).await.status;
            assert!(is_closed(refused), "{refused}");
        }
        let rules = post(&portal, &list, cookie, &[("mode", "open"), ("capacity", "")]).await.status;
        assert!(is_closed(rules), "{rules}");
    }
    let admitted = post(&portal, &address, &editor, &[("decision", "admit")]).await;
    assert_eq!(
        (admitted.status, admitted.header(axum::http::header::LOCATION)),
        (StatusCode::SEE_OTHER, format!("{list}?done=registered").as_str())
    );
    let file = get_as(&portal, &format!("/es/staff/participants/{training}"), &editor).await;
    assert!(file.body.contains("\"Correo electrónico\"") && file.body.contains("\"ana@example.org\""), "{}", file.body);
    assert!(file.body.contains("\"Inscripción confirmada\""), "{}", file.body);
}

#[tokio::test]
async fn a_wrong_number_of_seats_is_shown_at_its_field_with_what_was_typed() {
    let portal = TestPortal::start().await;
    person(&portal, "editor@example.org", Role::Editor).await;
    let editor = signed_in(&portal, "editor@example.org").await;
    for (language, says) in
        [("en", "must be a whole number from 1 to 100,000"), ("es", "debe ser un número entero de 1 a 100,000")]
    {
        let list = format!("/{language}/staff/events/{EVENT}");
        for capacity in ["-1", "0", "999999999999", "many", "\"><b>"] {
            let answer = post(&portal, &list, &editor, &[("mode", "approval"), ("capacity", capacity)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{capacity}");
            let field = answer.body.split("id=\"capacity\"").nth(1).unwrap().split('>').next().unwrap().to_owned();
            let typed = capacity.replace('"', "&quot;").split('>').next().unwrap().to_owned();
            assert!(field.contains(&typed) && field.contains("aria-invalid=\"true\""), "{field}");
            assert!(answer.body.contains("<option value=\"approval\" selected"), "{capacity}: the other choice stays");
            assert!(answer.body.contains("href=\"#capacity\"") && answer.body.contains(says), "{capacity}");
        }
        let unknown = post(&portal, &list, &editor, &[("mode", "lottery"), ("capacity", "20")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unknown.body.contains("value=\"20\"") && unknown.body.contains("href=\"#mode\""));
    }
    let kept = portal.portal.registrations.seats(&EVENT.parse().unwrap(), None).await.unwrap().rules;
    assert_eq!(kept.capacity, Some(2), "what cannot be read changes nothing");
}

#[tokio::test]
async fn a_refusal_needs_a_reason_and_the_person_reads_it() {
    let portal = TestPortal::start().await;
    let training = "training-on-fair-recruitment-for-labour-inspectors";
    person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "editor@example.org", Role::Editor).await;
    let (ana, editor) = (signed_in(&portal, "ana@example.org").await, signed_in(&portal, "editor@example.org").await);
    post(&portal, &format!("/en/events/{training}/registration"), &ana, &[("task", "register")]).await;
    for (language, says) in [("en", "must not be empty"), ("es", "no puede quedar vacío")] {
        let list = format!("/{language}/staff/events/{training}");
        let page = get_as(&portal, &list, &editor).await.body;
        let id = page.split("/staff/registrations/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let address = format!("/{language}/staff/registrations/{id}");
        let missing = post(&portal, &address, &editor, &[("decision", "refuse"), ("reason", " ")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(missing.body.contains("href=\"#reason\"") && missing.body.contains(says), "{language}");
        let long = "x".repeat(501);
        let long = post(&portal, &address, &editor, &[("decision", "refuse"), ("reason", &long)]).await;
        assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
        let field = long.body.split("id=\"reason\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(field.contains("xxxx") && field.contains("aria-invalid=\"true\""), "what was typed is kept");
        if language == "es" {
            let refusal = [("decision", "refuse"), ("reason", "Es para <inspectores>.")];
            assert_eq!(post(&portal, &address, &editor, &refusal).await.status, StatusCode::SEE_OTHER);
            assert!(get_as(&portal, &list, &editor).await.body.contains("Es para &lt;inspectores&gt;."));
        }
    }
    for page in [format!("/en/events/{training}"), "/en/dashboard".to_owned()] {
        let page = get_as(&portal, &page, &ana).await.body;
        assert!(page.contains("The reason it gave: Es para &lt;inspectores&gt;."), "{page}");
    }
}

#[tokio::test]
async fn staff_register_a_member_and_remove_them_with_a_reason() {
    let portal = TestPortal::start().await;
    let (list, members) = (format!("/en/staff/events/{EVENT}"), format!("/en/staff/events/{EVENT}/members"));
    let id = person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "editor@example.org", Role::Editor).await;
    let (ana, editor) = (signed_in(&portal, "ana@example.org").await, signed_in(&portal, "editor@example.org").await);
    let wrong = [("nobody@example.org", "no member has this address"), ("nonsense", "it must be a mail address")];
    for (email, says) in wrong {
        let answer = post(&portal, &members, &editor, &[("email", email)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email}");
        let field = answer.body.split("id=\"email\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(field.contains(email) && answer.body.contains(says), "{email}: {field}");
    }
    let sent = post(&portal, &members, &editor, &[("email", " Ana@example.org")]).await;
    let led = format!("{list}?done=registered");
    assert_eq!((sent.status, sent.header(axum::http::header::LOCATION)), (StatusCode::SEE_OTHER, led.as_str()));
    assert_eq!(state(&portal, id).await, Some(State::Registered));
    let twice = post(&portal, &members, &editor, &[("email", "ana@example.org")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.body.contains("is registered already"), "{}", twice.body);
    let page = get_as(&portal, &list, &editor).await.body;
    let registration = page.split("/en/staff/registrations/").nth(1).unwrap().split('"').next().unwrap();
    let address = format!("/en/staff/registrations/{registration}");
    let missing = post(&portal, &address, &editor, &[("decision", "remove")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.body.contains("<details open"), "the form with the mistake is open");
    let removed = post(&portal, &address, &editor, &[("decision", "remove"), ("reason", "Not this time.")]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(state(&portal, id).await, Some(State::Cancelled));
    let page = get_as(&portal, &format!("/en/events/{EVENT}"), &ana).await.body;
    assert!(page.contains("The secretariat cancelled your registration. The reason it gave: Not this time."));
    assert!(page.contains("Register for this event"), "one may ask again");
}

#[tokio::test]
async fn the_list_is_filtered_by_state_and_name_and_its_counts_add_up() {
    let portal = TestPortal::start().await;
    let (list, event) = (format!("/en/staff/events/{EVENT}"), EVENT.parse().unwrap());
    person(&portal, "editor@example.org", Role::Editor).await;
    let editor = signed_in(&portal, "editor@example.org").await;
    for name in ["ana", "ben", "cam"] {
        let email = format!("{name}@example.org");
        let id = person(&portal, &email, Role::Member).await;
        let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
        portal.portal.registrations.register(&member, &event, &[], portal.portal.clock.now()).await.unwrap();
    }
    let shown = async |query: &str| {
        let page = get_as(&portal, &format!("{list}{query}"), &editor).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        let names = ["ana", "ben", "cam"].map(|name| page.body.contains(&format!("Person of {name}@")));
        let text = page.body.replace("<!>", "").replace("<!---->", "");
        for count in ["All: 3", "Registered: 2", "Waiting list: 1"] {
            assert!(text.contains(count), "{query}: {count}");
        }
        names
    };
    assert_eq!(shown("").await, [true, true, true]);
    assert_eq!(shown("?state=waiting").await, [false, false, true]);
    assert_eq!(shown("?state=&q=BEN@+person").await, [false, true, false]);
    assert_eq!(shown("?state=waiting&q=ana").await, [false, false, false]);
}
