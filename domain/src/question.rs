//! What staff ask who registers for an event, and what they are answered.

use crate::language::Texts;
use crate::{Language, Problem, Rule};

/// The most questions of an event.
pub const MOST_QUESTIONS: usize = 10;
/// The most characters of a question.
pub const LONGEST_QUESTION: usize = 300;
/// The most characters of an answer, and of a choice.
pub const LONGEST_ANSWER: usize = 500;
/// The most choices of a question.
pub const MOST_CHOICES: usize = 30;

/// The two answers to a question of yes or no, as they are stored.
pub const YES_NO: [&str; 2] = ["yes", "no"];

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// By a line of text.
    Line,
    /// By yes or no.
    YesNo,
    /// By one of several choices.
    Choice,
}

impl AnswerKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Line, Self::YesNo, Self::Choice];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
        }
    }

    /// A kind by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A question of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The stored id; none where it is new.
    pub id: Option<i64>,
    /// How it is answered.
    pub kind: AnswerKind,
    /// Whether nobody registers without an answer.
    pub needed: bool,
    /// Whether it is still asked; one that is not is kept for its answers.
    pub asked: bool,
    /// Its text, in every language.
    pub texts: Texts<String>,
    /// What can be chosen, each in every language.
    pub choices: Vec<Texts<String>>,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The stored id of the question.
    pub question: i64,
    /// What was typed or chosen. A choice is stored by its text in the portal's first language, so that it says the same
    /// when the choices change.
    pub text: String,
}

impl Question {
    /// Its text in a language.
    pub fn text(&self, language: Language) -> &str {
        self.texts.best(language, Language::ALL[0]).map_or("", |(_, text)| text.as_str())
    }

    /// The name of the field that it is answered in.
    pub fn field(&self) -> String {
        format!("answer-{}", self.id.unwrap_or_default())
    }

    /// What can be answered where not everything can: as it is stored, and in a language.
    pub fn choices(&self, language: Language) -> Vec<(&str, &str)> {
        self.choices
            .iter()
            .filter_map(|texts| {
                let stored = texts.best(Language::ALL[0], Language::ALL[0])?.1;
                Some((stored.as_str(), texts.best(language, Language::ALL[0])?.1.as_str()))
            })
            .collect()
    }

    fn takes(&self, answer: &str) -> bool {
        match self.kind {
            AnswerKind::Line => true,
            AnswerKind::YesNo => YES_NO.contains(&answer),
            AnswerKind::Choice => self.choices(Language::ALL[0]).iter().any(|(stored, _)| *stored == answer),
        }
    }
}

/// Reads what was answered: one answer to each question, empty where there is none.
///
/// # Errors
/// Every field that breaks a rule, by [`Question::field`].
pub fn read_answers(questions: &[Question], typed: &[Answer]) -> Result<Vec<Answer>, Vec<Problem>> {
    let (mut answers, mut problems) = (Vec::new(), Vec::new());
    for question in questions {
        let Some(id) = question.id else { continue };
        let text = typed.iter().find(|answer| answer.question == id).map_or("", |answer| answer.text.trim());
        let broken = match text {
            "" => question.needed.then_some(Rule::Needed),
            long if long.chars().count() > LONGEST_ANSWER => Some(Rule::AtMost(LONGEST_ANSWER)),
            other if !question.takes(other) => Some(Rule::OneOfTheList),
            _ => None,
        };
        match broken {
            Some(rule) => problems.push(Problem::new(&question.field(), text, rule)),
            None => answers.push(Answer { question: id, text: text.to_owned() }),
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// Reads the questions of a form: a block each, numbered from 0. The fields are named `question-0-en`, `-es`, `-kind`,
/// `-needed`, `-id`, and `-choices-en`, `-choices-es` with a line for each choice. A block without texts is no question.
///
/// # Errors
/// Every field that breaks a rule.
pub fn read_questions(field: impl Fn(&str) -> String) -> Result<Vec<Question>, Vec<Problem>> {
    let (mut questions, mut problems) = (Vec::new(), Vec::new());
    for block in 0..MOST_QUESTIONS {
        let name = |part: &str| format!("question-{block}-{part}");
        let typed = |part: &str| field(&name(part)).trim().to_owned();
        let texts: Texts<String> = Language::ALL.map(|of| (of, typed(of.code()))).into_iter().collect();
        if texts.iter().all(|(_, text)| text.is_empty()) {
            continue;
        }
        for (of, text) in texts.iter() {
            let broken = match text.chars().count() {
                0 => Rule::Needed,
                1..=LONGEST_QUESTION => continue,
                _ => Rule::AtMost(LONGEST_QUESTION),
            };
            problems.push(Problem::new(&name(of.code()), text, broken));
        }
        let kind = AnswerKind::from_code(&typed("kind"));
        if kind.is_none() {
            problems.push(Problem::new(&name("kind"), &typed("kind"), Rule::OneOfTheList));
        }
        let kind = kind.unwrap_or(AnswerKind::Line);
        let choices = if kind == AnswerKind::Choice { read_choices(&typed, &name, &mut problems) } else { Vec::new() };
        let (id, needed) = (typed("id").parse().ok(), !typed("needed").is_empty());
        questions.push(Question { id, kind, needed, asked: true, texts, choices });
    }
    if problems.is_empty() { Ok(questions) } else { Err(problems) }
}

/// The choices of a block: as many in each language, two or more.
fn read_choices(
    typed: &impl Fn(&str) -> String,
    name: &impl Fn(&str) -> String,
    problems: &mut Vec<Problem>,
) -> Vec<Texts<String>> {
    let lines = |of: Language| -> Vec<String> {
        let typed = typed(&format!("choices-{of}"));
        typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let by_language = Language::ALL.map(|of| (of, lines(of)));
    let count = by_language.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
    for (of, lines) in &by_language {
        let is_long = lines.iter().any(|line| line.chars().count() > LONGEST_ANSWER);
        if !(2..=MOST_CHOICES).contains(&lines.len()) || lines.len() != count || is_long {
            problems.push(Problem::new(&name(&format!("choices-{of}")), &lines.join(", "), Rule::Choices));
        }
    }
    let choice = |place: usize| {
        by_language.iter().filter_map(|(of, lines)| Some((*of, lines.get(place)?.clone()))).collect::<Texts<String>>()
    };
    (0..count).map(choice).collect()
}
