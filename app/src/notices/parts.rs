//! Notices on the dashboard, and the page that ends letters. Plain forms, which need no script.

use domain::Language;
use leptos::prelude::*;

use super::view::NoticeRow;
use crate::messages::{NoticeWords, end_network, ended_network};
use crate::paths;
use crate::site::{use_language, use_site};

/// The latest notices, and the button that marks all of them as read.
#[component]
pub fn Notices(notices: Vec<NoticeRow>) -> AnyView {
    let language = use_language();
    let words = NoticeWords::of(language);
    if notices.is_empty() {
        return view! { <p class="empty">{words.empty}</p> }.into_any();
    }
    // What comes after the page was drawn has not been seen.
    let latest = notices.iter().map(|notice| notice.id).max();
    let mark = notices.iter().any(|notice| !notice.is_read).then(|| {
        view! {
            <form class="mark-read" method="post" action=paths::notices(language)>
                <button type="submit" class="button-quiet" name="latest" value=latest>
                    {words.mark_read}
                </button>
            </form>
        }
    });
    let rows = notices.into_iter().map(|notice| {
        let [day, machine] = notice.day;
        let unread = (!notice.is_read).then(|| view! { <span class="badge badge-strong">{words.unread}</span> });
        view! {
            <li class="item">
                <h3 class="item-title">
                    <a href=notice.href lang=notice.foreign.map(Language::code)>
                        {notice.title}
                    </a>
                </h3>
                <p class="facts">
                    <time datetime=machine>{day}</time>
                    <span>{notice.told}</span>
                    {unread}
                </p>
            </li>
        }
    });
    view! {
        <ul class="items" role="list">
            {rows.collect_view()}
        </ul>
        {mark}
    }
    .into_any()
}

/// Ending letters with the key of one: about a network, or about every one. A button, because programs that look into mail
/// follow links.
#[component]
pub fn EndLetters(key: String, network: String, notice: Option<&'static str>) -> AnyView {
    let language = use_language();
    let words = NoticeWords::of(language);
    let task = named(&network).map_or_else(|| words.end_all.to_owned(), |title| end_network(&title, language));
    let action =
        paths::with_query(&paths::unsubscribe(language), [("key", key.as_str()), ("network", network.as_str())]);
    view! {
        {notice.map(|notice| view! { <p class="problems" role="alert">{notice}</p> })}
        <p class="lead">{task}</p>
        <form class="form" method="post" action=action>
            <button type="submit">{words.end}</button>
        </form>
        <Choose />
    }
    .into_any()
}

/// Letters have ended, about a network or all of them.
#[component]
pub fn LettersEnded(network: String) -> AnyView {
    let language = use_language();
    let all = || NoticeWords::of(language).ended.to_owned();
    let sentence = named(&network).map_or_else(all, |title| ended_network(&title, language));
    view! {
        <p class="lead" role="status">
            {sentence}
        </p>
        <Choose />
    }
    .into_any()
}

#[component]
fn Choose() -> AnyView {
    let language = use_language();
    view! {
        <p>
            <a href=format!("{}#followed", paths::dashboard(language))>{NoticeWords::of(language).choose}</a>
        </p>
    }
    .into_any()
}

/// The title of a network.
fn named(network: &str) -> Option<String> {
    use_site().with_value(|site| {
        site.networks.iter().find(|named| named.slug.as_str() == network).map(|named| named.title.clone())
    })
}
