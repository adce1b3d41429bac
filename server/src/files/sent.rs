//! A form with a file, as it came: field by field, and never more than the largest file in memory.

use std::collections::HashMap;

use app::files::Refused;
use axum::extract::Multipart;
use domain::file::{About, Access, LARGEST_DOCUMENT, LONGEST_ALT, LONGEST_TITLE, Unfit};
use domain::plain::plain;
use domain::request::read_day;
use domain::{Language, Problem, Rule};

/// The most bytes of a field that is not the file.
const LONGEST_FIELD: usize = 8 * 1024;
/// The most fields of a form.
const MOST_FIELDS: usize = 40;

/// A file as it came.
pub struct SentFile {
    /// The name that was sent with it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A form as it came.
#[derive(Default)]
pub struct Sent {
    /// What was typed.
    pub typed: HashMap<String, Vec<String>>,
    /// The file; none where none was chosen.
    pub file: Option<SentFile>,
    /// What is wrong with how it came.
    pub refused: Option<Refused>,
}

impl Sent {
    /// Reads a form. What cannot be read ends it; what came before is kept.
    pub async fn read(mut form: Multipart) -> Self {
        let mut sent = Self::default();
        for _field in 0..MOST_FIELDS {
            let field = match form.next_field().await {
                Ok(None) => return sent,
                Ok(Some(field)) => field,
                Err(cause) => {
                    sent.refused = Some(why(&cause));
                    return sent;
                }
            };
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = name == "file";
            let sent_name = field.file_name().unwrap_or_default().to_owned();
            let most = if is_file { LARGEST_DOCUMENT } else { LONGEST_FIELD };
            match read(field, most).await {
                Ok(Some(bytes)) if is_file => {
                    // A browser sends a field without name and bytes where nothing was chosen.
                    let is_chosen = !(sent_name.is_empty() && bytes.is_empty());
                    sent.file = is_chosen.then_some(SentFile { name: sent_name, bytes });
                }
                Ok(Some(bytes)) => {
                    let text = plain(String::from_utf8_lossy(&bytes).into_owned());
                    sent.typed.entry(name).or_default().push(text);
                }
                Ok(None) if is_file => sent.refused = Some(Refused::Unfit(Unfit::TooLarge(LARGEST_DOCUMENT))),
                Ok(None) => {}
                Err(refused) => {
                    sent.refused = Some(refused);
                    return sent;
                }
            }
        }
        sent
    }

    /// What was typed into a field, on one line.
    pub fn line(&self, field: &str) -> String {
        let typed = self.typed.get(field).and_then(|values| values.first()).map_or("", String::as_str);
        typed.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the form says of a file.
    ///
    /// # Errors
    /// Every field that breaks a rule.
    pub fn about(&self, is_picture: bool) -> Result<About, Vec<Problem>> {
        about(|field| self.line(field), is_picture)
    }
}

/// What a form says of a file; a picture needs words for who cannot see it, or to be decorative.
///
/// # Errors
/// Every field that breaks a rule.
pub fn about(line: impl Fn(&str) -> String, is_picture: bool) -> Result<About, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut text = |field: &str, most: usize, is_needed: bool| {
        let text = line(field);
        if text.chars().count() > most {
            problems.push(Problem::new(field, &text, Rule::AtMost(most)));
        } else if text.is_empty() && is_needed {
            problems.push(Problem::new(field, "", Rule::Needed));
        }
        text
    };
    let is_decorative = is_picture && !line("decorative").is_empty();
    let mut texts = |name: &str, most: usize, is_needed: bool| {
        let each = Language::ALL.map(|of| (of, text(&format!("{name}.{of}"), most, is_needed)));
        each.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    };
    let titles = texts("title", LONGEST_TITLE, false);
    let alts = texts("alt", LONGEST_ALT, is_picture && !is_decorative);
    let credit = text("credit", LONGEST_TITLE, false);
    let language = Some(line("language")).filter(|code| !code.is_empty());
    if language.as_ref().is_some_and(|code| code.len() > 3 || !code.bytes().all(|byte| byte.is_ascii_lowercase())) {
        problems.push(Problem::new("language", &line("language"), Rule::OneOfTheList));
    }
    let access = Access::from_code(&line("access"));
    if access.is_none() {
        problems.push(Problem::new("access", &line("access"), Rule::OneOfTheList));
    }
    let typed = line("opens");
    let opens_on = if is_picture && !typed.is_empty() {
        problems.push(Problem::new("opens", &typed, Rule::ForDocuments));
        None
    } else {
        read_day("opens", &typed, &mut problems)
    };
    match access.filter(|_| problems.is_empty()) {
        Some(access) => Ok(About { titles, alts, is_decorative, language, credit, access, opens_on }),
        None => Err(problems),
    }
}

/// A field's bytes; none where there are more than so many: the rest is read and let go, so that the answer arrives.
async fn read(mut field: axum::extract::multipart::Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Refused> {
    let mut bytes = Vec::new();
    let mut is_too_long = false;
    while let Some(chunk) = field.chunk().await.map_err(|cause| why(&cause))? {
        is_too_long |= bytes.len() + chunk.len() > most;
        if is_too_long {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((!is_too_long).then_some(bytes))
}

fn why(cause: &axum::extract::multipart::MultipartError) -> Refused {
    if cause.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Refused::Unfit(Unfit::TooLarge(LARGEST_DOCUMENT))
    } else {
        Refused::Broken
    }
}
