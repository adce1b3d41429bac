//! The footer: what this is, a site map, who supports it, how to reach the office, light mode.

use domain::entry::Kind;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::paths;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::Icon;

/// The public channels of the organization that keeps the office.
const SOCIAL: [(&str, &str); 3] = [
    ("Facebook", "https://www.facebook.com/IOM"),
    ("X", "https://x.com/UNmigration"),
    ("LinkedIn", "https://www.linkedin.com/company/iom"),
];

/// The footer.
#[component]
pub fn Footer() -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let (identity, light, public_url, year) =
        use_site().with_value(|site| (site.identity.clone(), site.light, site.public_url.clone(), site.year));
    let here = here();
    let map = Kind::ALL
        .map(|kind| view! { <li><a href=paths::list(language, kind)>{messages.section(kind)}</a></li> })
        .collect_view();
    // It is written with the code of the country, in brackets.
    let phone = format!("tel:+{}", identity.phone.replace(|c: char| !c.is_ascii_digit(), ""));
    view! {
        <footer class="site-footer">
            <div class="site-footer-columns">
                <section aria-labelledby="footer-about">
                    <h2 id="footer-about">{messages.footer_about}</h2>
                    <p>{identity.about}</p>
                    <p class="dots">
                        <a href=paths::about(language, paths::PRIVACY)>{messages.privacy}</a>
                        <a href=paths::about(language, "accessibility")>{messages.accessibility}</a>
                        <a href=paths::about(language, paths::REUSE)>{messages.reuse}</a>
                    </p>
                </section>
                <nav aria-labelledby="footer-map">
                    <h2 id="footer-map">{messages.site_map}</h2>
                    <ul role="list">{map}</ul>
                </nav>
                <section aria-labelledby="footer-supporters">
                    <h2 id="footer-supporters">{messages.supporters}</h2>
                    <p>{identity.supporters}</p>
                </section>
                <section aria-labelledby="footer-contact">
                    <h2 id="footer-contact">{messages.contact}</h2>
                    <address>
                        {identity.address} <br /> <a href=phone>{identity.phone}</a> <br />
                        <a href=paths::write_to(language, paths::OFFICE) rel="external nofollow">
                            {identity.email}
                        </a>
                    </address>
                    <ul class="social" role="list" aria-label=messages.social>
                        {SOCIAL
                            .map(|(name, address)| {
                                view! {
                                    <li>
                                        <a href=address rel="external noopener">
                                            {name}
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </section>
            </div>
            // On paper a page says where it is.
            <p class="print-only" id="here" data-path=here.clone()>
                {public_url}
            </p>
            <div class="site-footer-end">
                <p>{messages.copyright(year)}</p>
                <LightSwitch light back=here />
            </div>
        </footer>
    }
    .into_any()
}

/// Turns light mode on or off: a form, so that it works without a script and no address changes anything by itself.
#[component]
fn LightSwitch(
    light: bool,
    /// The address to come back to.
    back: String,
) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    view! {
        <form class="light-switch" method="post" action=paths::light_mode(language)>
            <input id="light-back" type="hidden" name="back" value=back />
            <input type="hidden" name="light" value=if light { "off" } else { "on" } />
            <span id="light-hint">{if light { messages.light_is_on } else { messages.light_hint }}</span>
            <button type="submit" aria-describedby="light-hint">
                <Icon name="globe" />
                {if light { messages.light_off } else { messages.light_on }}
            </button>
        </form>
    }
    .into_any()
}

/// Path and query of the page.
fn here() -> String {
    let location = use_location();
    let (path, query) = (location.pathname.get_untracked(), location.search.get_untracked());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}
