//! What is asked of who registers: nobody comes in without a needed answer, and no answer is lost.

use domain::account::Role;
use domain::ports::Registrations;
use domain::question::{Answer, AnswerKind, Question};
use domain::registration::{Mode, SeatRules, State};
use domain::{Error, Language, Problem, Rule, Slug};

use crate::drafts::{event, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

async fn meeting(place: &Place) -> Slug {
    let rules = SeatRules { mode: Mode::Open, capacity: None };
    place.with([domain::pack::EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-01", "2026-12-02") }]).await;
    slug("meeting")
}

fn question(text: &str, kind: AnswerKind, needed: bool, choices: &[(&str, &str)]) -> Question {
    let texts = |english: &str, spanish: &str| {
        [(Language::En, english.to_owned()), (Language::Es, spanish.to_owned())].into_iter().collect()
    };
    let choices = choices.iter().map(|(english, spanish)| texts(english, spanish)).collect();
    Question { id: None, kind, needed, asked: true, texts: texts(text, &format!("¿{text}?")), choices }
}

fn asked() -> [Question; 3] {
    let room = [("Single", "Individual"), ("Double", "Doble")];
    [
        question("Diet", AnswerKind::Line, false, &[]),
        question("Visa", AnswerKind::YesNo, true, &[]),
        question("Room", AnswerKind::Choice, true, &room),
    ]
}

fn answer(question: &Question, text: &str) -> Answer {
    Answer { question: question.id.unwrap(), text: text.to_owned() }
}

pub(crate) async fn who_registers_answers_what_is_asked_and_may_answer_anew(place: &Place) {
    let event = meeting(place).await;
    let staff = staff(place, "staff", Role::Editor).await;
    place.set_questions(&staff, &event, &asked(), None, now()).await.unwrap();
    let ana = person(place, "ana", Role::Member).await;
    let questions = place.seats(&event, None).await.unwrap().questions;
    let [diet, visa, room] = &questions[..] else { panic!("{questions:?}") };
    let as_asked: Vec<_> = questions.iter().map(|question| Question { id: None, ..question.clone() }).collect();
    assert_eq!(as_asked, asked());
    let missing = place.register(&ana, &event, &[answer(room, "Suite")], later(1)).await;
    let problems =
        vec![Problem::new(&visa.field(), "", Rule::Needed), Problem::new(&room.field(), "Suite", Rule::OneOfTheList)];
    assert_eq!(missing, Err(Error::Invalid(problems)));
    assert_eq!(place.seats(&event, Some(ana.account().id)).await.unwrap().own, None, "nothing is half done");
    assert_eq!(place.answer(&ana, &event, &[answer(visa, "no"), answer(room, "Single")]).await, Err(Error::Gone));
    let answers = [answer(diet, " No fish "), answer(visa, "yes"), answer(room, "Double")];
    let own = place.register(&ana, &event, &answers, later(2)).await.unwrap();
    assert_eq!(own.state, State::Registered);
    place.answer(&ana, &event, &[answer(visa, "no"), answer(room, "Double")]).await.unwrap();
    let now_said = vec![answer(visa, "no"), answer(room, "Double")];
    assert_eq!(place.seats(&event, Some(ana.account().id)).await.unwrap().answers, now_said);
    assert_eq!(place.participants(&staff, &event).await.unwrap()[0].answers, now_said);
}

pub(crate) async fn a_question_with_answers_is_kept_when_it_is_asked_no_longer(place: &Place) {
    let event = meeting(place).await;
    let staff = staff(place, "staff", Role::Editor).await;
    let [diet, visa, _] = asked();
    place.set_questions(&staff, &event, &[diet, Question { needed: false, ..visa }], None, now()).await.unwrap();
    let questions = place.questions(&staff, &event).await.unwrap();
    let ana = person(place, "ana", Role::Member).await;
    place.register(&ana, &event, &[answer(&questions[0], "No fish")], later(1)).await.unwrap();
    place.set_questions(&staff, &event, &[], None, later(2)).await.unwrap();
    let left = place.questions(&staff, &event).await.unwrap();
    assert_eq!(left, [Question { asked: false, ..questions[0].clone() }]);
    assert_eq!(place.seats(&event, None).await.unwrap().questions, []);
    assert_eq!(place.participants(&staff, &event).await.unwrap()[0].answers, [answer(&questions[0], "No fish")]);
    // What another event asks cannot be changed from here.
    let rules = SeatRules { mode: Mode::Open, capacity: None };
    let draft = crate::drafts::event("other", "2026-12-01", "2026-12-02");
    place.with([domain::pack::EntryDraft { seats: Some(rules), ..draft }]).await;
    let taken = Question { id: questions[0].id, ..asked()[1].clone() };
    place.set_questions(&staff, &slug("other"), &[taken], None, later(3)).await.unwrap();
    assert_eq!(place.questions(&staff, &event).await.unwrap(), left);
    assert_ne!(place.questions(&staff, &slug("other")).await.unwrap()[0].id, questions[0].id);
}
