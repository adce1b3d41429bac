//! Courses as cards: who offers them, in which language, how long they take, what they cost, and what one gets.

use domain::Language;
use domain::entry::{Details, Summary};
use leptos::prelude::*;

use crate::messages::{Messages, ResourceWords};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Chips, Icon};

/// A course, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CourseView {
    title: String,
    href: String,
    /// The language of title and summary, where it is not the page's.
    foreign: Option<Language>,
    summary: String,
    networks: Vec<domain::Slug>,
    /// What is known of it.
    facts: Vec<(&'static str, String)>,
    /// Where to enrol.
    link: Option<String>,
}

impl CourseView {
    /// A course of a list; none where it is another thing.
    pub(super) fn of(summary: &Summary, language: Language) -> Option<Self> {
        let Details::Course { link, .. } = &summary.details else { return None };
        Some(Self {
            title: summary.edition.title.clone(),
            href: paths::entry(language, summary.kind, &summary.slug),
            foreign: (summary.language != language).then_some(summary.language),
            summary: summary.edition.summary.clone(),
            networks: summary.networks.clone(),
            facts: course_facts(summary, language),
            link: link.clone(),
        })
    }
}

/// Facts of a course with their names: the same ones of each, in the same order, on its card and on its page. What is not known
/// is said to be so. None where it is another thing.
pub fn course_facts(summary: &Summary, language: Language) -> Vec<(&'static str, String)> {
    let Details::Course { provider, languages, hours, free, certificate, .. } = &summary.details else {
        return Vec::new();
    };
    let (messages, words) = (Messages::of(language), ResourceWords::of(language));
    let texts = &summary.edition.words;
    let certificate = match certificate {
        Some(true) => messages.yes,
        Some(false) => messages.no,
        None => "",
    };
    let known = [
        (messages.provider, provider.clone()),
        (messages.languages, messages.language_names(languages)),
        (messages.length, hours.map_or_else(|| texts.length.clone(), |hours| messages.hours(hours))),
        (messages.cost, cost(*free, &texts.cost, language)),
        (messages.certificate, certificate.to_owned()),
    ];
    let said = |text: String| if text.is_empty() { words.not_stated.to_owned() } else { text };
    known.map(|(name, value)| (name, said(value))).into()
}

/// What a course costs, in words; empty where it is not known.
pub fn cost(free: Option<bool>, said: &str, language: Language) -> String {
    match free {
        Some(true) => Messages::of(language).free.to_owned(),
        Some(false) if said.is_empty() => ResourceWords::of(language).not_free.to_owned(),
        _ => said.to_owned(),
    }
}

/// The courses.
#[component]
pub(super) fn Courses(courses: Vec<CourseView>, empty: &'static str) -> AnyView {
    if courses.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    view! {
        <ul class="course-cards" role="list">
            {courses.into_iter().map(|course| view! { <Card course /> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Card(course: CourseView) -> AnyView {
    let messages = use_messages();
    let lang = course.foreign.map(Language::code);
    let label = course.foreign.map(|language| view! { <span class="badge">{messages.in_language(language)}</span> });
    let facts = course
        .facts
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> })
        .collect_view();
    let out = course.link.map(|href| {
        let words = ResourceWords::of(use_language());
        view! {
            <p class="course-out">
                <a href=href rel="external">
                    <Icon name="external" />
                    {words.to_course}
                    <span class="visually-hidden">": " {course.title.clone()}</span>
                </a>
            </p>
        }
    });
    view! {
        <li class="course-card">
            <h2 class="item-title">
                <a href=course.href lang=lang>
                    {course.title}
                </a>
            </h2>
            {label}
            <p lang=lang>{course.summary}</p>
            <dl class="course-facts">{facts}</dl>
            {out}
            <Chips slugs=course.networks />
        </li>
    }
    .into_any()
}
