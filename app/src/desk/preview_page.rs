//! The page of an entry's previews: ways to see it, what may be mended in it, and the links that share it.

use domain::entry::Kind;
use domain::manuscript::Remark;
use domain::preview::{Audience, DAYS, PreviewLink, USUAL_DAYS};
use domain::{Language, Slug, date};
use leptos::prelude::*;

use super::checks::Remarks;
use crate::account::Summary;
use crate::account::visit::Visit;
use crate::events::region::moment;
use crate::messages::{PreviewWords, audience_name, days_count, language_name};
use crate::paths;
use crate::site::use_language;

/// The field of a visit that bears the key of a link when it was made just now.
pub const MADE: &str = "made";

/// The page.
#[component]
pub fn Previews(
    kind: Kind,
    slug: Slug,
    title: String,
    remarks: Vec<Remark>,
    links: Vec<PreviewLink>,
    visit: Visit,
    public_url: String,
) -> AnyView {
    let page = use_language();
    let words = PreviewWords::of(page);
    let editor = paths::edit(page, kind, &slug);
    let here = paths::preview(page, kind, &slug);
    let ways = Language::ALL.into_iter().flat_map(|of| Audience::ALL.map(|audience| (of, audience)));
    let ways = ways.map(|(of, audience)| {
        view! {
            <li>
                <a href=paths::preview_as(of, kind, &slug, audience) rel="external" hreflang=of.code()>
                    {audience_name(audience, page)}
                    ", "
                    {language_name(of, page)}
                </a>
            </li>
        }
    });
    let ways = ways.collect::<Vec<_>>();
    view! {
        <p>
            <a href=editor.clone()>{words.back}</a>
        </p>
        <p class="lead">{title}</p>
        <Summary visit=visit.clone() />
        {made(&visit.typed(MADE), &public_url, page)}
        <section aria-labelledby="see">
            <h2 id="see">{words.see}</h2>
            <p class="hint">{words.see_hint}</p>
            <ul>{ways}</ul>
        </section>
        <Remarks all=remarks page editor />
        <section aria-labelledby="share">
            <h2 id="share">{words.share}</h2>
            <p class="hint">{words.share_hint}</p>
            {wish(&visit, &here, page)}
        </section>
        <section aria-labelledby="links">
            <h2 id="links">{words.links}</h2>
            {links.is_empty().then(|| view! { <p class="hint">{words.none}</p> })}
            <ul class="items" role="list">
                {links.iter().map(|link| working(link, &here, page)).collect::<Vec<_>>()}
            </ul>
        </section>
    }
    .into_any()
}

/// A link that was made just now, in each language: only its hash is kept, so that it cannot be shown again.
fn made(key: &str, public_url: &str, page: Language) -> AnyView {
    if key.is_empty() {
        return ().into_any();
    }
    let each = Language::ALL.map(|of| {
        let id = format!("made-{of}");
        let address = format!("{public_url}{}", paths::shared_preview(of, key));
        view! {
            <div class="field field-wide">
                <label for=id.clone()>{date::capitalised(language_name(of, page))}</label>
                <input id=id readonly value=address />
            </div>
        }
    });
    view! {
        <div class="note" role="status">
            <p>{PreviewWords::of(page).made}</p>
            {each.into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// The form for a new link.
fn wish(visit: &Visit, here: &str, page: Language) -> AnyView {
    let words = PreviewWords::of(page);
    let (chosen, days) = (visit.typed("audience"), visit.typed("days"));
    let days = if days.is_empty() { USUAL_DAYS.to_string() } else { days };
    let option = |value: String, name: String, chosen: &str| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {name}
            </option>
        }
    };
    let audiences =
        Audience::ALL.map(|its| option(its.code().to_owned(), audience_name(its, page).to_owned(), &chosen));
    let lives = DAYS.map(|count| option(count.to_string(), days_count(count, page), &days));
    view! {
        <form class="form" method="post" action=here.to_owned()>
            <div class="field">
                <label for="audience">{words.audience}</label>
                <select id="audience" name="audience">
                    {audiences.into_iter().collect::<Vec<_>>()}
                </select>
            </div>
            <div class="field">
                <label for="days">{words.days}</label>
                <select id="days" name="days">
                    {lives.into_iter().collect::<Vec<_>>()}
                </select>
            </div>
            <button type="submit" name="task" value="make">
                {words.make}
            </button>
        </form>
    }
    .into_any()
}

/// A link that works, and the button that takes it back.
fn working(link: &PreviewLink, here: &str, page: Language) -> AnyView {
    let words = PreviewWords::of(page);
    let until = moment(link.expires, page);
    view! {
        <li class="item">
            <p>
                {audience_name(link.audience, page)} ": " {words.until} " "
                <time datetime=link.expires.to_string()>{until.clone()}</time>
            </p>
            <p class="hint">{link.made_by.clone()} ", " {moment(link.made, page)}</p>
            <form method="post" action=here.to_owned()>
                <input type="hidden" name="link" value=link.id.to_string() />
                <button
                    type="submit"
                    name="task"
                    value="end"
                    class="button-link"
                    aria-label=format!("{}: {until}", words.take_back)
                >
                    {words.take_back}
                </button>
            </form>
        </li>
    }
    .into_any()
}
