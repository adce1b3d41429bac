//! How to cite a publication: three styles as text that can be selected, a button to copy each where scripts run, and files for
//! the programs that keep references.

use domain::citation::{Run, Style, Work};
use domain::{Language, Slug};
use jiff::civil::Date;
use leptos::prelude::*;

use crate::messages::RepositoryWords;
use crate::paths;
use crate::site::use_language;
use crate::ui::{CopyButton, Icon};

/// Citations, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citations {
    styles: Vec<(Style, Vec<Run>)>,
    files: Vec<(&'static str, String)>,
}

impl Citations {
    /// A work in every style, as read on this day.
    pub fn of(work: &Work, slug: &Slug, language: Language, today: Date) -> Self {
        let files = paths::CITATIONS.map(|(extension, name)| (name, paths::citation(language, slug, extension)));
        Self { files: files.to_vec(), ..Self::text_only(work, language, today) }
    }

    /// The same without files, for a work that is no longer kept.
    pub fn text_only(work: &Work, language: Language, today: Date) -> Self {
        let styles = Style::ALL.map(|style| (style, work.cited(style, language, today)));
        Self { styles: styles.to_vec(), files: Vec::new() }
    }
}

/// The section of a page that says how to cite it.
#[component]
pub fn HowToCite(
    citations: Citations,
    /// Its heading, where it is not the usual one.
    #[prop(optional)]
    title: Option<&'static str>,
) -> AnyView {
    let words = RepositoryWords::of(use_language());
    let styles = citations.styles.into_iter().map(|(style, runs)| {
        let id = format!("cite-{}", style.code());
        let text = runs.into_iter().map(|run| match run {
            Run::Plain(text) => text.into_any(),
            Run::Italic(text) => view! { <cite>{text}</cite> }.into_any(),
        });
        view! {
            <div class="citation">
                <h3>{style.name()}</h3>
                <p id=id.clone() class="citation-text" translate="no">
                    {text.collect::<Vec<_>>()}
                </p>
                <CopyButton of=id name=words.copy what=style.name() done=words.copied />
            </div>
        }
    });
    let files = (!citations.files.is_empty()).then(|| view! { <Files files=citations.files /> });
    view! {
        <section class="work-part how-to-cite" aria-labelledby="how-to-cite">
            <h2 id="how-to-cite">{title.unwrap_or(words.cite)}</h2>
            {styles.collect_view()}
            {files}
        </section>
    }
    .into_any()
}

#[component]
fn Files(files: Vec<(&'static str, String)>) -> AnyView {
    let words = RepositoryWords::of(use_language());
    let files = files.into_iter().map(|(name, href)| {
        view! {
            <li>
                <a href=href rel="external" download="">
                    <Icon name="download" />
                    {name}
                </a>
            </li>
        }
    });
    view! {
        <h3>{words.download_citation}</h3>
        <ul class="citation-files" role="list">
            {files.collect_view()}
        </ul>
    }
    .into_any()
}
