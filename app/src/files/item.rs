//! What a file of the library looks like: a small picture, and what is known of it.

use domain::Language;
use domain::file::{Access, File, Use};
use domain::number::write_size;
use leptos::prelude::*;

use crate::messages::{FileWords, Messages, access_name, file_place, opens_on};
use crate::paths;
use crate::site::portal;

/// A small picture; of a document, its kind.
pub(super) fn thumbnail(file: &File) -> AnyView {
    match file.variants.first().filter(|_| file.medium.is_picture()) {
        Some(variant) => view! {
            <img
                class="file-thumbnail"
                src=paths::file_picture(file, variant.width)
                alt=""
                width=variant.width.to_string()
                height=variant.height.to_string()
                loading="lazy"
                decoding="async"
            />
        }
        .into_any(),
        None => view! {
            <span class="file-thumbnail file-kind" aria-hidden="true">
                {file.medium.extension().to_uppercase()}
            </span>
        }
        .into_any(),
    }
}

/// Kind, size, language, access; and a badge where something is missing.
pub(super) fn facts(file: &File, page: Language) -> AnyView {
    let words = FileWords::of(page);
    let mut facts = vec![file.medium.extension().to_uppercase()];
    if let Some(widest) = file.variants.last().filter(|_| file.medium.is_picture()) {
        facts.push(format!("{} × {}", widest.width, widest.height));
    }
    facts.push(write_size(file.size()));
    facts.extend(file.about.language.clone().map(|code| Messages::of(page).language_names(&[code])));
    facts.push(access_name(file.about.access, page).to_owned());
    let later = portal().ok().and_then(|portal| file.opens_later(portal.clock.now()));
    // For whom has been said.
    facts.extend(later.map(|day| opens_on(day, Access::Everybody, page)));
    let missing = file.lacks_alt().then(|| view! { <span class="badge standing-missing">{words.alt_missing}</span> });
    let facts = facts.into_iter().map(|fact| view! { <span>{fact}</span> }).collect_view();
    view! {
        <p class="facts">{facts}</p>
        {missing}
    }
    .into_any()
}

/// The entries that use a file, as links.
pub(super) fn uses(uses: &[Use], page: Language) -> AnyView {
    let links = uses.iter().map(|its| {
        let place = file_place(its.place, page);
        let (of, title) = its.title(page);
        let lang = of.filter(|of| *of != page).map(Language::code);
        view! {
            <li>
                <a href=paths::edit(page, its.kind, &its.slug) lang=lang>
                    {title.to_owned()}
                </a>
                {format!(" ({place})")}
            </li>
        }
    });
    view! {
        <ul class="file-uses" role="list">
            {links.collect::<Vec<_>>()}
        </ul>
    }
    .into_any()
}

/// The way back to the editor that one came from, with a file chosen; none where one came from none.
pub(super) fn use_in(back: &str, file: &File, page: Language) -> Option<AnyView> {
    let editor = back.split(['?', '#']).next().filter(|back| paths::is_local(back))?;
    let href = paths::with_query(editor, [("add", file.uid.as_str())]);
    let (name, title) = (FileWords::of(page).use_here, file.title(page).1.to_owned());
    let link = view! {
        <p>
            <a class="button button-quiet" href=href aria-label=format!("{name}: {title}")>
                {name}
            </a>
        </p>
    };
    Some(link.into_any())
}
