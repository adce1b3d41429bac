//! The fields that say what a file is: the same where it is uploaded and where it is described.

use domain::account::Staff;
use domain::file::{About, Access, LONGEST_ALT, LONGEST_TITLE};
use domain::{Language, Problem};
use leptos::prelude::*;

use crate::account::visit::Visit;
use crate::messages::{FileWords, Messages, access_name, file_field, language_name};
use crate::ui::ProblemView;

/// Codes of the languages that documents of the region are in.
pub const LANGUAGES: [&str; 6] = ["en", "es", "fr", "nl", "ht", "pt"];

/// What a field shows: what was typed, else what is stored.
pub(super) struct Shown<'a> {
    pub(super) visit: &'a Visit,
    pub(super) about: Option<&'a About>,
    pub(super) page: Language,
    /// Who writes, and whether something uses the file; none where it is new.
    pub(super) writer: Option<(&'a Staff, bool)>,
}

impl Shown<'_> {
    fn value(&self, field: &str) -> String {
        if self.visit.typed.is_empty() || self.is_closed(field) {
            self.stored_value(field)
        } else {
            self.visit.typed(field)
        }
    }

    /// What is stored, in words: what each field is called, and what it holds.
    pub(super) fn stored(&self) -> Vec<(String, String)> {
        let (words, messages) = (FileWords::of(self.page), Messages::of(self.page));
        let named = |label: &str, of: Language| format!("{label} ({})", language_name(of, self.page));
        let titles = Language::ALL.map(|of| (named(words.title, of), self.stored_value(&format!("title.{of}"))));
        let alts = Language::ALL.map(|of| (named(words.alt, of), self.stored_value(&format!("alt.{of}"))));
        let decorative = if self.stored_value("decorative").is_empty() { "" } else { messages.yes };
        let access = Access::from_code(&self.stored_value("access")).map(|its| access_name(its, self.page));
        let language = self.stored_value("language");
        let language = if language.is_empty() { language } else { messages.language_names(&[language]) };
        let others = [
            (words.decorative, decorative.to_owned()),
            (words.access, access.unwrap_or_default().to_owned()),
            (words.language, language),
            (words.credit, self.stored_value("credit")),
            (words.opens, self.stored_value("opens")),
        ];
        titles.into_iter().chain(alts).chain(others.map(|(name, text)| (name.to_owned(), text))).collect()
    }

    fn stored_value(&self, field: &str) -> String {
        self.about.map(|about| about.field(field)).unwrap_or_default()
    }

    /// Whether the writer may change a field, or only reads it.
    fn is_closed(&self, field: &str) -> bool {
        self.writer.is_some_and(|(staff, is_used)| !About::is_open(field, staff, is_used))
    }

    fn problem(&self, field: &str) -> Option<String> {
        let problem = self.visit.problems.iter().find(|problem: &&Problem| problem.field == field)?;
        Some(ProblemView::named(problem, file_field(field, self.page), self.page).sentence)
    }

    fn line(&self, field: String, label: String, lang: Option<&'static str>, most: usize) -> AnyView {
        let (value, problem) = (self.value(&field), self.problem(&field));
        let id = field.clone();
        let closed = self.is_closed(&field);
        let described = problem.is_some().then(|| format!("{field}-problem"));
        view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input
                    id=id.clone()
                    name=id.clone()
                    lang=lang
                    value=value
                    maxlength=most.to_string()
                    disabled=closed
                    aria-invalid=problem.is_some().then_some("true")
                    aria-describedby=described
                />
                {problem.map(|problem| view! { <p class="field-problem" id=format!("{id}-problem")>{problem}</p> })}
            </div>
        }
        .into_any()
    }

    fn day(&self, field: &'static str, label: &'static str, hint: &'static str) -> AnyView {
        let (value, problem) = (self.value(field), self.problem(field));
        let closed = self.is_closed(field);
        let described =
            if problem.is_some() { format!("{field}-hint {field}-problem") } else { format!("{field}-hint") };
        // A browser shows no day that does not exist: as a text it stays, to be mended.
        let kind = if problem.is_some() { "text" } else { "date" };
        view! {
            <div class="field">
                <label for=field>{label}</label>
                <input
                    type=kind
                    id=field
                    name=field
                    value=value
                    disabled=closed
                    aria-invalid=problem.is_some().then_some("true")
                    aria-describedby=described
                />
                <p class="hint" id=format!("{field}-hint")>
                    {hint}
                </p>
                {problem.map(|problem| view! { <p class="field-problem" id=format!("{field}-problem")>{problem}</p> })}
            </div>
        }
        .into_any()
    }

    fn choice(&self, field: &'static str, label: &'static str, options: Vec<(String, String)>) -> AnyView {
        let (chosen, problem) = (self.value(field), self.problem(field));
        let closed = self.is_closed(field);
        let options = options.into_iter().map(|(code, name)| {
            let selected = code == chosen;
            view! {
                <option value=code selected=selected>
                    {name}
                </option>
            }
        });
        view! {
            <div class="field">
                <label for=field>{label}</label>
                <select id=field name=field disabled=closed aria-invalid=problem.is_some().then_some("true")>
                    {options.collect::<Vec<_>>()}
                </select>
                {problem.map(|problem| view! { <p class="field-problem">{problem}</p> })}
            </div>
        }
        .into_any()
    }

    /// All fields; `pictures` and `documents` say whose are shown.
    pub(super) fn fields(&self, pictures: bool, documents: bool) -> AnyView {
        let (words, messages) = (FileWords::of(self.page), Messages::of(self.page));
        let named = |label: &str, of: Language| format!("{label} ({})", language_name(of, self.page));
        let titles = Language::ALL
            .map(|of| self.line(format!("title.{of}"), named(words.title, of), Some(of.code()), LONGEST_TITLE));
        let alts = pictures.then(|| {
            let alts = Language::ALL
                .map(|of| self.line(format!("alt.{of}"), named(words.alt, of), Some(of.code()), LONGEST_ALT));
            let checked = !self.value("decorative").is_empty();
            let closed = self.is_closed("decorative");
            view! {
                <div class="pair">{alts.into_iter().collect::<Vec<_>>()}</div>
                <label class="choice">
                    <input type="checkbox" name="decorative" value="1" checked=checked disabled=closed />
                    {words.decorative}
                </label>
                <p class="hint">{words.alt_hint}</p>
            }
        });
        let mut languages = vec![(String::new(), words.no_language.to_owned())];
        languages.extend(LANGUAGES.map(|code| (code.to_owned(), messages.language_names(&[code.to_owned()]))));
        let accesses = Access::ALL.map(|its| (its.code().to_owned(), access_name(its, self.page).to_owned())).to_vec();
        let language = documents.then(|| self.choice("language", words.language, languages));
        let opens = documents.then(|| self.day("opens", words.opens, words.opens_hint));
        let credit = pictures.then(|| self.line("credit".to_owned(), words.credit.to_owned(), None, LONGEST_TITLE));
        view! {
            <div class="pair">{titles.into_iter().collect::<Vec<_>>()}</div>
            <p class="hint">{words.title_hint}</p>
            {alts}
            <div class="shared-fields">{self.choice("access", words.access, accesses)} {opens} {language} {credit}</div>
        }
        .into_any()
    }
}
