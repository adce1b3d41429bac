//! What a page says of its matter to machines, in the words of schema.org (JSON-LD). Written by the server alone: what
//! describes a breadcrumb stands in the head, what describes an entry in the drawing of the entry.
//!
//! It is data, not a script: browsers do not run it, and the security policy does not speak of it.

use leptos::prelude::*;
use leptos_meta::Script;
use serde_json::{Map, Value, json};

use crate::paths;
use crate::site::{Site, use_site};

/// The media type of JSON-LD.
const MEDIA_TYPE: &str = "application/ld+json";

/// A description, drawn where it stands. Of no use but in what the server draws.
#[component]
pub fn LinkedData(data: Value) -> AnyView {
    view! { <script type=MEDIA_TYPE>{text(data)}</script> }.into_any()
}

/// Hands a description over to the head of the page. On the server only.
pub(super) fn into_head(data: Value) {
    view! { <Script type_=MEDIA_TYPE>{text(data)}</Script> }.into_any().to_html();
}

/// A description with its context, as a script element can hold it: nothing in it opens or closes an element.
fn text(mut data: Value) -> String {
    prune(&mut data);
    data["@context"] = "https://schema.org".into();
    data.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// What says nothing is left out.
fn prune(data: &mut Value) {
    let says_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(values) => values.is_empty(),
        _ => false,
    };
    match data {
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields.retain(|_, value| !says_nothing(value));
        }
        Value::Array(values) => values.iter_mut().for_each(prune),
        _ => {}
    }
}

/// The steps that lead to a page, the page itself last: title and path of each.
pub(super) fn breadcrumb(site: &Site, steps: impl IntoIterator<Item = (String, String)>) -> Value {
    let home = (site.messages().home.to_owned(), paths::home(site.language));
    let steps = std::iter::once(home).chain(steps).zip(1_u32..).map(|((name, path), position)| {
        json!({ "@type": "ListItem", "position": position, "name": name, "item": absolute(site, &path) })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() })
}

/// The portal itself: its name, who keeps it, and how it is searched.
pub fn website() -> Value {
    use_site().with_value(|site| {
        let search = format!("{}?q={{search_term_string}}", absolute(site, &paths::search(site.language)));
        json!({
            "@type": "WebSite",
            "@id": format!("{}#website", absolute(site, &paths::home(site.language))),
            "url": absolute(site, &paths::home(site.language)),
            "name": site.identity.name,
            "alternateName": site.identity.short_name,
            "description": site.identity.about,
            "inLanguage": site.language.code(),
            "publisher": organization(site),
            "potentialAction": {
                "@type": "SearchAction",
                "target": { "@type": "EntryPoint", "urlTemplate": search },
                "query-input": "required name=search_term_string",
            },
        })
    })
}

/// Who keeps the portal. The mail address is left out: it is not to be gathered.
pub fn organization(site: &Site) -> Value {
    json!({
        "@type": "Organization",
        "@id": format!("{}/#organization", site.public_url),
        "name": site.identity.name,
        "alternateName": site.identity.short_name,
        "url": absolute(site, &paths::home(site.language)),
        "logo": absolute(site, "/favicon.svg"),
        "address": site.identity.address,
        "telephone": site.identity.phone,
    })
}

/// An organization of which no more than the name is known.
pub fn named_organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

/// A path of this portal as an address.
pub fn absolute(site: &Site, path: &str) -> String {
    format!("{}{path}", site.public_url)
}

/// The fields of a description, to which a kind adds its own.
pub fn fields(data: Value) -> Map<String, Value> {
    match data {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::text;

    #[test]
    fn a_title_cannot_end_the_element_that_holds_it() {
        let title = "</script><script>alert('x')</script><!-- & é";
        let written = text(json!({ "name": title, "image": null, "about": [] }));
        assert!(!written.contains(['<', '>', '&']), "{written}");
        let read: Value = serde_json::from_str(&written).expect("it is JSON");
        assert_eq!(read, json!({ "@context": "https://schema.org", "name": title }));
    }
}
