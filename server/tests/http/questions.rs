//! What staff ask who registers, and what they are answered.

use axum::http::StatusCode;
use domain::account::Role;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::TestPortal;

/// A demo event with two seats.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";

const ASKED: [(&str, &str); 10] = [
    ("question-0-en", "Your diet"),
    ("question-0-es", "Su dieta"),
    ("question-0-kind", "line"),
    ("question-1-en", "Your room"),
    ("question-1-es", "Su habitación"),
    ("question-1-kind", "choice"),
    ("question-1-needed", "1"),
    ("question-1-choices-en", "Single\nDouble"),
    ("question-1-choices-es", "Individual\nDoble"),
    ("question-2-kind", "line"),
];

async fn start() -> (TestPortal, String, String) {
    let portal = TestPortal::start().await;
    person(&portal, "ana@example.org", Role::Member).await;
    person(&portal, "editor@example.org", Role::Editor).await;
    let (ana, editor) = (signed_in(&portal, "ana@example.org").await, signed_in(&portal, "editor@example.org").await);
    (portal, ana, editor)
}

/// The names of the fields of answers in a page.
fn fields(page: &str) -> Vec<String> {
    let names = page.split("name=\"answer-").skip(1).map(|rest| rest.split('"').next().unwrap());
    names.map(|id| format!("answer-{id}")).collect()
}

#[tokio::test]
async fn a_member_answers_what_is_asked_and_staff_read_it() {
    let (portal, ana, editor) = start().await;
    let (event, list) = (format!("/es/events/{EVENT}"), format!("/es/staff/events/{EVENT}"));
    let set = post(&portal, &format!("{list}/questions"), &editor, &ASKED).await;
    assert_eq!((set.status, set.header(axum::http::header::LOCATION)), (StatusCode::SEE_OTHER, list.as_str()));
    let page = get_as(&portal, &event, &ana).await.body;
    assert!(page.contains("Su dieta") && page.contains("Inscribirse en este evento"));
    let names = fields(&page);
    let [diet, room] = &names[..] else { panic!("{names:?}") };
    let address = format!("{event}/registration");
    let missing = post(&portal, &address, &ana, &[("task", "register"), (diet, "Sin <pescado>"), (room, "")]).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.body.contains(&format!("href=\"#{room}\"")) && missing.body.contains("Su habitación: no puede"));
    assert!(missing.body.contains("Sin &lt;pescado&gt;"), "what was typed is kept");
    let whole = [("task", "register"), (diet.as_str(), "Sin <pescado>"), (room.as_str(), "Double")];
    assert_eq!(post(&portal, &address, &ana, &whole).await.status, StatusCode::SEE_OTHER);
    let page = get_as(&portal, &event, &ana).await.body;
    assert!(page.contains("Editar mis respuestas") && page.contains("<option value=\"Double\" selected"));
    let anew = [("task", "answer"), (diet.as_str(), "=Nada"), (room.as_str(), "Single")];
    assert_eq!(post(&portal, &address, &ana, &anew).await.status, StatusCode::SEE_OTHER);
    let table = get_as(&portal, &list, &editor).await.body;
    assert!(table.contains("<dd>Individual<") && table.contains("<dd>=Nada<"), "{table}");
    let file = get_as(&portal, &format!("/es/staff/participants/{EVENT}"), &editor).await.body;
    assert!(file.contains("\"Su habitación\"") && file.contains("\"'=Nada\",\"Individual\""), "{file}");
}

#[tokio::test]
async fn questions_with_mistakes_are_shown_again_and_emptied_ones_are_asked_no_longer() {
    let (portal, ana, editor) = start().await;
    let (event, list) = (format!("/en/events/{EVENT}"), format!("/en/staff/events/{EVENT}"));
    let address = format!("{list}/questions");
    let refused = post(&portal, &address, &ana, &ASKED).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let wrong = [
        ("question-0-en", "Your diet"),
        ("question-0-kind", "line"),
        ("question-1-en", "Your room"),
        ("question-1-es", "Su habitación"),
        ("question-1-kind", "choice"),
        ("question-1-choices-en", "Single\nDouble"),
        ("question-1-choices-es", "Individual"),
    ];
    let again = post(&portal, &address, &editor, &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for named in ["href=\"#question-0-es\"", "href=\"#question-1-choices-es\"", "value=\"Your diet\"", "two choices"] {
        assert!(again.body.contains(named), "{named}");
    }
    post(&portal, &address, &editor, &ASKED).await;
    assert_eq!(fields(&get_as(&portal, &event, &ana).await.body).len(), 2);
    post(&portal, &address, &editor, &[("question-0-en", ""), ("question-0-es", " "), ("question-0-kind", "line")])
        .await;
    let page = get_as(&portal, &event, &ana).await.body;
    assert_eq!(fields(&page).len(), 0);
    post(&portal, &format!("{event}/registration"), &ana, &[("task", "register")]).await;
    assert!(get_as(&portal, &event, &ana).await.body.contains("You are registered."), "one click, as before");
}

/// The mark in a form: which one by its place among the forms of the page that bear one.
fn seen(page: &str, place: usize) -> String {
    page.split("name=\"seen\" value=\"").nth(place + 1).unwrap().split('"').next().unwrap().to_owned()
}

// 14.3.9
#[tokio::test]
async fn an_older_form_of_questions_or_seats_overwrites_nothing_that_its_writer_has_not_seen() {
    let (portal, _, editor) = start().await;
    let list = format!("/en/staff/events/{EVENT}");
    let address = format!("{list}/questions");
    let opened = get_as(&portal, &list, &editor).await.body;
    let (seats, questions) = (seen(&opened, 0), seen(&opened, 1));
    let of_both = |mark: &str, text: &'static str, spanish: &'static str| {
        let fields = [("question-0-en", text), ("question-0-es", spanish), ("question-0-kind", "line")];
        let fields = fields.into_iter().map(|(name, value)| (name, value.to_owned()));
        fields.chain([("seen", mark.to_owned())]).collect::<Vec<_>>()
    };
    let send = async |form: &[(&'static str, String)]| {
        let form = form.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        post(&portal, &address, &editor, &form).await
    };
    let first = of_both(&questions, "Your diet", "Su dieta");
    assert_eq!(send(&first).await.status, StatusCode::SEE_OTHER);
    assert_eq!(send(&first).await.status, StatusCode::SEE_OTHER, "a second click is no other writer");
    // Somebody else has the page open since before.
    let again = send(&of_both(&questions, "Your badge", "Su credencial")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in
        ["value=\"Your badge\"", "id=\"seen-questions\"", "href=\"#seen-questions\"", "Your diet", "Su dieta"]
    {
        assert!(again.body.contains(expected), "{expected} in {}", again.body);
    }
    assert!(get_as(&portal, &format!("/en/events/{EVENT}"), &editor).await.body.contains("Your diet"));
    let knowingly = of_both(&seen(&again.body, 1), "Your badge", "Su credencial");
    assert_eq!(send(&knowingly).await.status, StatusCode::SEE_OTHER);
    let page = get_as(&portal, &format!("/en/events/{EVENT}"), &editor).await.body;
    assert!(page.contains("Your badge") && !page.contains("Your diet"));
    // The same for the seats.
    let rules = |capacity: &'static str, mark: &str| {
        [("mode", "open".to_owned()), ("capacity", capacity.to_owned()), ("seen", mark.to_owned())]
    };
    let send = async |form: [(&'static str, String); 3]| {
        let form = form.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>();
        post(&portal, &list, &editor, &form).await
    };
    assert_eq!(send(rules("30", &seats)).await.status, StatusCode::SEE_OTHER);
    let again = send(rules("40", &seats)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("value=\"40\"") && again.body.contains("<dd>30"), "{}", again.body);
    // A mistake beside it does not make what was not seen a thing that was.
    let wrong = send(rules("many", &seats)).await;
    assert_eq!(seen(&wrong.body, 0), seats);
    assert_eq!(send(rules("40", &seen(&again.body, 0))).await.status, StatusCode::SEE_OTHER);
}
