//! Documents, listed for readers: what each is, and the way to it; or why it is not open to them.

use domain::Language;
use domain::file::{Closed, File, Medium};
use domain::number::write_size;
use jiff::Timestamp;
use leptos::prelude::*;

use crate::messages::{FileWords, Messages, closed, opens_on};
use crate::paths;
use crate::site::use_language;
use crate::ui::Icon;

/// A document, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its title.
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub foreign: Option<Language>,
    /// The code of the language that it is in.
    pub language: Option<String>,
    /// "PDF", "340 kB", "Spanish".
    pub facts: Vec<String>,
    /// Where it opens; none where it does not for this reader.
    pub href: Option<String>,
    /// Whether browsers show it in a page.
    pub is_pdf: bool,
    /// Why it does not, or not yet for others, and whether signing in may help.
    pub closed: Option<(String, bool)>,
}

impl FileLine {
    /// A file as this reader sees it now.
    pub fn of(file: &File, opens: Result<(), Closed>, now: Timestamp, language: Language) -> Self {
        let (of, title) = file.title(language);
        let mut facts = vec![file.medium.extension().to_uppercase(), write_size(file.size())];
        facts.extend(file.about.language.clone().map(|code| Messages::of(language).language_names(&[code])));
        let why = opens.err();
        let later = file.opens_later(now).filter(|_| why != Some(Closed::ForStaff));
        let closed = match later {
            Some(day) => Some((opens_on(day, file.about.access, language), false)),
            None => why.map(|why| (closed(file.about.access, why, language).to_owned(), why == Closed::SignIn)),
        };
        Self {
            title: title.to_owned(),
            language: file.about.language.clone(),
            foreign: of.filter(|of| *of != language),
            facts,
            is_pdf: file.medium == Medium::Pdf,
            href: why.is_none().then(|| paths::file(file)),
            closed,
        }
    }
}

/// A list of documents with its heading; nothing where there are none. `here` is the page that it stands on.
#[component]
pub fn Documents(
    files: Vec<FileLine>,
    here: String,
    /// Whether a PDF can be looked at without leaving the page.
    #[prop(optional)]
    preview: bool,
) -> AnyView {
    if files.is_empty() {
        return ().into_any();
    }
    let words = FileWords::of(use_language());
    view! {
        <section class="documents" aria-labelledby="documents">
            <h2 id="documents">{words.documents}</h2>
            <DocumentRows files here preview />
        </section>
    }
    .into_any()
}

/// The same without a heading, for what has one.
#[component]
pub fn DocumentRows(
    files: Vec<FileLine>,
    here: String,
    /// Whether a PDF can be looked at without leaving the page.
    #[prop(optional)]
    preview: bool,
) -> AnyView {
    let language = use_language();
    let words = FileWords::of(language);
    let login = paths::with_query(&paths::login(language), [("next", here.as_str())]);
    let rows = files.into_iter().enumerate().map(|(place, file)| {
        let shown = file.href.clone().filter(|_| preview && file.is_pdf);
        let shown = shown.map(|href| view! { <Preview href title=file.title.clone() place /> });
        let lang = file.foreign.map(Language::code);
        let title = match file.href {
            Some(href) => view! {
                <a class="document-title" href=href rel="external" lang=lang>
                    <Icon name="download" />
                    {file.title}
                </a>
            }
            .into_any(),
            None => view! {
                <span class="document-title" lang=lang>
                    {file.title}
                </span>
            }
            .into_any(),
        };
        let facts = file.facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
        let login = login.clone();
        let closed = file.closed.map(|(why, may_log_in)| {
            let way_in = may_log_in.then(|| {
                view! {
                    ": "
                    <a href=login rel="external">
                        {words.log_in}
                    </a>
                }
            });
            view! { <p class="document-closed">{why} {way_in}</p> }
        });
        view! {
            <li class="document">
                {title} <p class="facts">{facts}</p> {closed} {shown}
            </li>
        }
    });
    view! { <ul role="list">{rows.collect::<Vec<_>>()}</ul> }.into_any()
}

/// A frame in which a PDF is shown once somebody asks: until then nothing of it is fetched, with scripts or without.
#[component]
fn Preview(href: String, title: String, place: usize) -> AnyView {
    let words = FileWords::of(use_language());
    let name = format!("preview-{place}");
    view! {
        <details class="preview">
            <summary>{words.preview} <span class="visually-hidden">": "{title.clone()}</span></summary>
            <p>
                <a class="button button-quiet" href=href target=name.clone() rel="external">
                    {words.show_here}
                </a>
            </p>
            <iframe name=name title=format!("{}: {title}", words.preview)></iframe>
        </details>
    }
    .into_any()
}
