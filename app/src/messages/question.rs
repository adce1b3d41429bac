//! The words of what staff ask who registers. Only the server draws them.

use domain::Language::{self, En, Es};
use domain::question::{AnswerKind, Question, YES_NO};

use super::Messages;

/// The words of questions in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct QuestionWords {
    pub answers: &'static str,
    pub choices: &'static str,
    pub choices_hint: &'static str,
    pub choose: &'static str,
    pub edit_answers: &'static str,
    pub hint: &'static str,
    pub kind: &'static str,
    pub needed: &'static str,
    pub optional: &'static str,
    pub question: &'static str,
    pub save: &'static str,
    pub save_answers: &'static str,
    pub title: &'static str,
    pub your_answer: &'static str,
}

static ENGLISH: QuestionWords = QuestionWords {
    answers: "Your answers",
    choices: "Choices",
    choices_hint: "For one of several choices only: a line each, in the same order in both languages.",
    choose: "Please choose",
    edit_answers: "Edit my answers",
    hint: "Asked of everybody who registers, ten at most. The empty block adds a question; one whose texts are emptied is asked no longer, and its answers are kept.",
    kind: "How it is answered",
    needed: "Nobody registers without an answer",
    optional: "may stay empty",
    question: "Question",
    save: "Save the questions",
    save_answers: "Save my answers",
    title: "Questions to who registers",
    your_answer: "Your answer",
};

static SPANISH: QuestionWords = QuestionWords {
    answers: "Sus respuestas",
    choices: "Opciones",
    choices_hint: "Solo para una de varias opciones: una por línea, en el mismo orden en ambos idiomas.",
    choose: "Elija, por favor",
    edit_answers: "Editar mis respuestas",
    hint: "Se hacen a cada persona que se inscribe, diez como máximo. El bloque vacío añade una pregunta; la que se deja sin textos ya no se hace, y sus respuestas se conservan.",
    kind: "Cómo se responde",
    needed: "Nadie se inscribe sin responder",
    optional: "puede quedar vacía",
    question: "Pregunta",
    save: "Guardar las preguntas",
    save_answers: "Guardar mis respuestas",
    title: "Preguntas a quien se inscribe",
    your_answer: "Su respuesta",
};

impl QuestionWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// How a question is answered, in a word.
pub const fn answer_kind(kind: AnswerKind, language: Language) -> &'static str {
    match (kind, language) {
        (AnswerKind::Line, En) => "A line of text",
        (AnswerKind::Line, Es) => "Una línea de texto",
        (AnswerKind::YesNo, En) => "Yes or no",
        (AnswerKind::YesNo, Es) => "Sí o no",
        (AnswerKind::Choice, En) => "One of several choices",
        (AnswerKind::Choice, Es) => "Una de varias opciones",
    }
}

/// What can be answered where not everything can: as it is sent, and in words.
pub fn choices_in_words(question: &Question, language: Language) -> Vec<(String, String)> {
    let messages = Messages::of(language);
    let choices = match question.kind {
        AnswerKind::YesNo => YES_NO.into_iter().zip([messages.yes, messages.no]).collect(),
        AnswerKind::Line | AnswerKind::Choice => question.choices(language),
    };
    choices.into_iter().map(|(sent, said)| (sent.to_owned(), said.to_owned())).collect()
}

/// An answer in words. What can be chosen no longer stands as it was stored.
pub fn answer_in_words(question: &Question, answer: &str, language: Language) -> String {
    let said = choices_in_words(question, language).into_iter().find(|(sent, _)| sent == answer);
    said.map_or_else(|| answer.to_owned(), |(_, said)| said)
}
