//! Checks while writing: what the domain remarks in a form, with what only the store knows of links and pictures.

use domain::file::Uid;
use domain::manuscript::{Fields, Known, Manuscript, Remark, addresses, pictures, remarks};
use domain::markdown::FIGURE;
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use crate::events::region::day_of;
use crate::messages::{remark, remarks_count, remarks_hint};
use crate::paths;

/// What may be mended in what a form shows; `public_url` is the address under which readers know the portal.
///
/// # Errors
/// Those of the store.
pub async fn checked(
    portal: &Portal,
    manuscript: &Manuscript,
    shown: &Fields,
    public_url: &str,
) -> Result<Vec<Remark>, Error> {
    let mut known = Known::default();
    for address in addresses(shown) {
        if leads_nowhere(portal, &address, public_url).await? {
            known.dead.insert(address);
        }
    }
    let names = addresses(shown).into_iter().filter_map(|address| Some(address.strip_prefix(FIGURE)?.to_owned()));
    let names: Vec<String> = names.collect();
    let figures = crate::entries::referred(portal, &manuscript.draft.figures, &names, Language::ALL[0]).await?;
    known.figures.extend(figures.into_iter().map(|figure| figure.name));
    let uids: Vec<Uid> = pictures(shown).into_iter().collect();
    for file in portal.files.files(&uids).await? {
        let described = file.about.alts.iter().filter(|(_, alt)| !alt.is_empty());
        known.described.extend(described.map(|(language, _)| (file.uid.clone(), language)));
        if file.about.is_decorative {
            known.decorative.insert(file.uid);
        }
    }
    Ok(remarks(manuscript, shown, &known, day_of(portal.clock.now())))
}

/// Whether readers find nothing at an address; what lies outside the portal is not looked up.
async fn leads_nowhere(portal: &Portal, address: &str, public_url: &str) -> Result<bool, Error> {
    let own = address.strip_prefix(public_url).filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let path = own.unwrap_or(address).split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() {
        return Ok(address.is_empty());
    }
    if !path.starts_with('/') || path.starts_with("//") {
        // `www.example.org` is read as a page beside this one.
        return Ok(!address.contains(':') && !path.starts_with("//"));
    }
    let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
    match segments.as_slice() {
        ["files", uid, ..] => match uid.parse() {
            Ok(uid) => Ok(portal.files.files(&[uid]).await?.is_empty()),
            Err(_unreadable) => Ok(true),
        },
        [language, below @ ..] if language.parse::<Language>().is_ok() => {
            is_no_page(portal, language.parse().unwrap_or(Language::ALL[0]), below).await
        }
        ["" | "pictures" | "sitemap.xml" | "robots.txt" | "oai" | "api", ..] => Ok(false),
        _ => Ok(true),
    }
}

async fn is_no_page(portal: &Portal, language: Language, below: &[&str]) -> Result<bool, Error> {
    let stem = |segment: &str| segment.split_once('.').map_or(segment, |(stem, _)| stem).to_owned();
    match below {
        [] | ["search"] => Ok(false),
        [section] => Ok(paths::kind_of(&stem(section)).is_none() && crate::own::read(section, "").is_none()),
        [section, slug] if paths::kind_of(section).is_some() => {
            let (Some(kind), Ok(slug)) = (paths::kind_of(section), stem(slug).parse()) else { return Ok(true) };
            match portal.library.entry(kind, &slug, language, portal.clock.now()).await {
                Ok(_) | Err(Error::Moved(_)) => Ok(false),
                Err(Error::NotFound | Error::Gone) => Ok(true),
                Err(failure) => Err(failure),
            }
        }
        below => Ok(crate::own::read(&below.join("/"), "").is_none()),
    }
}

/// Remarks as the live part of the editor takes them: how many, then a line for each, its field and its sentence.
pub fn told(all: &[Remark], page: Language) -> String {
    let mut lines = vec![remarks_count(all.len(), page)];
    lines.extend(all.iter().map(|its| format!("{}\t{}", its.field, remark(its, page).replace(['\n', '\t'], " "))));
    lines.join("\n")
}

/// The remarks of a form, each leading to its field; `editor` is the page of the form where it is another one.
#[component]
pub fn Remarks(all: Vec<Remark>, page: Language, #[prop(into)] editor: String) -> AnyView {
    let lines = all.iter().map(|its| {
        view! {
            <li>
                <a href=format!("{editor}#{}", its.field) rel="external">
                    {remark(its, page)}
                </a>
            </li>
        }
    });
    view! {
        <section class="remarks" id="remarks" aria-labelledby="remarks-title" hidden=all.is_empty()>
            <h2 id="remarks-title">{remarks_count(all.len(), page)}</h2>
            <p class="hint">{remarks_hint(page)}</p>
            <ul>{lines.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
