//! What staff type as questions, and what members type as answers.

use std::collections::HashMap;

use domain::question::{Answer, AnswerKind, MOST_QUESTIONS, Question, read_answers, read_questions};
use domain::registration::{Decision, State};
use domain::{Language, Problem, Rule};

fn read(typed: &[(&str, &str)]) -> Result<Vec<Question>, Vec<Problem>> {
    let typed: HashMap<_, _> = typed.iter().copied().collect();
    read_questions(|name| typed.get(name).copied().unwrap_or_default().to_owned())
}

#[test]
fn a_block_without_texts_is_no_question() {
    let questions = read(&[
        ("question-0-es", "  "),
        ("question-0-kind", "line"),
        ("question-3-en", " Diet? "),
        ("question-3-es", "¿Dieta?"),
        ("question-3-kind", "line"),
        ("question-3-id", "7"),
    ]);
    let questions = questions.unwrap();
    assert_eq!(questions.len(), 1);
    assert_eq!((questions[0].id, questions[0].needed, questions[0].text(Language::En)), (Some(7), false, "Diet?"));
    assert_eq!(questions[0].field(), "answer-7");
}

#[test]
fn a_question_needs_both_languages_and_a_known_kind() {
    let problems = read(&[("question-0-en", "Diet?"), ("question-0-kind", "essay")]).unwrap_err();
    let problems: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.rule)).collect();
    assert_eq!(problems, [("question-0-es", Rule::Needed), ("question-0-kind", Rule::OneOfTheList)]);
    let eleventh = format!("question-{MOST_QUESTIONS}-en");
    assert_eq!(read(&[(&eleventh, "One too many?")]), Ok(Vec::new()));
}

#[test]
fn choices_are_two_or_more_and_as_many_in_each_language() {
    let block = |english, spanish| {
        read(&[
            ("question-0-en", "Room?"),
            ("question-0-es", "¿Habitación?"),
            ("question-0-kind", "choice"),
            ("question-0-choices-en", english),
            ("question-0-choices-es", spanish),
        ])
    };
    let questions = block("Single\r\n\r\nDouble", "Individual\nDoble").unwrap();
    assert_eq!(questions[0].choices(Language::Es), [("Single", "Individual"), ("Double", "Doble")]);
    for (english, spanish) in [("Single", "Individual"), ("Single\nDouble", "Individual"), ("", "")] {
        let problems = block(english, spanish).unwrap_err();
        assert!(problems.iter().all(|problem| problem.rule == Rule::Choices), "{problems:?}");
    }
}

#[test]
fn each_answer_is_one_that_its_question_takes() {
    let question = |id, kind, needed| Question {
        id: Some(id),
        kind,
        needed,
        asked: true,
        texts: Language::ALL.map(|of| (of, "A question".to_owned())).into_iter().collect(),
        choices: Vec::new(),
    };
    let questions = [question(1, AnswerKind::Line, false), question(2, AnswerKind::YesNo, true)];
    let answer = |question, text: &str| Answer { question, text: text.to_owned() };
    let taken = read_answers(&questions, &[answer(2, "yes"), answer(9, "nobody asked")]);
    assert_eq!(taken, Ok(vec![answer(1, ""), answer(2, "yes")]));
    let long = "x".repeat(501);
    let problems = read_answers(&questions, &[answer(1, &long), answer(2, "perhaps")]).unwrap_err();
    let rules: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.rule)).collect();
    assert_eq!(rules, [("answer-1", Rule::AtMost(500)), ("answer-2", Rule::OneOfTheList)]);
}

#[test]
fn who_refuses_or_removes_gives_a_reason() {
    assert_eq!(Decision::read("admit", ""), Ok(Decision::Admit));
    assert_eq!(Decision::read("remove", " Full. "), Ok(Decision::Remove("Full.".to_owned())));
    for decision in ["refuse", "remove"] {
        assert_eq!(Decision::read(decision, " ").unwrap_err().rule, Rule::Needed);
        assert_eq!(Decision::read(decision, &"x".repeat(501)).unwrap_err().rule, Rule::AtMost(500));
    }
    assert_eq!(Decision::read("ponder", "").unwrap_err().field, "decision");
    let refusal = Decision::Refuse("Full.".to_owned());
    assert!(refusal.fits(State::Pending) && !refusal.fits(State::Registered));
    assert!(Decision::Remove(String::new()).fits(State::Offered));
}
