//! What a member has marked, on the dashboard.

use domain::mark::{Followed, Notices};
use domain::notice::Every;
use domain::{Language, Slug};
use leptos::prelude::*;

use super::compose::SavedRow;
use crate::messages::{MarkWords, notices, notices_give};
use crate::paths;
use crate::site::{use_language, use_site};

/// How many of what one keeps the dashboard shows.
const LATEST: usize = 5;

/// How much one hears of each network: one form for all of them.
#[component]
pub fn FollowedNetworks(
    followed: Vec<Followed>,
    /// How often the digest comes.
    every: Every,
) -> AnyView {
    let language = use_language();
    let words = MarkWords::of(language);
    let networks = use_site().with_value(|site| site.networks.clone());
    let rows = networks.into_iter().map(|network| {
        let own = followed.iter().find(|followed| followed.network == network.slug).map(|followed| followed.notices);
        let field = network.slug.to_string();
        let foreign = (network.language != language).then(|| network.language.code());
        let choices = std::iter::once(None).chain(Notices::ALL.map(Some)).map(|choice| {
            view! {
                <option value=choice.map_or("", Notices::code) selected=choice == own>
                    {notices(choice, every, language)}
                </option>
            }
        });
        view! {
            <div class="field" class:field-on=own.is_some()>
                <label for=field.clone() lang=foreign>
                    {network.title}
                </label>
                <select id=field.clone() name=field>
                    {choices.collect_view()}
                </select>
            </div>
        }
    });
    view! {
        <form class="choices" method="post" action=paths::followed(language)>
            <p class="hint">
                {words.notices_hint} " "
                <a href=format!("{}#digest", paths::profile(language))>{words.notices_often}</a>
            </p>
            <div class="choices-grid">{rows.collect_view()}</div>
            <button type="submit">{words.save}</button>
        </form>
    }
    .into_any()
}

/// How much one hears of one network: what each choice gives, and following with it.
#[component]
pub fn FollowChoice(
    network: Slug,
    /// The choice at hand, where one follows it.
    own: Option<Notices>,
    /// How often the digest comes.
    every: Every,
) -> AnyView {
    let language = use_language();
    let words = MarkWords::of(language);
    let chosen = own.unwrap_or(Notices::FIRST);
    let choices = Notices::ALL.map(|choice| {
        view! {
            <label class="choice">
                <input type="radio" name="notices" value=choice.code() checked=choice == chosen />
                <span>
                    <strong>{notices(Some(choice), every, language)}</strong>
                    ": "
                    {notices_give(choice, language)}
                </span>
            </label>
        }
    });
    view! {
        <details class="follow-choice">
            <summary>{words.follow_how}</summary>
            <form method="post" action=paths::follow(language, &network)>
                {choices.collect_view()}
                <button type="submit" name="follow" value="yes" class="button-quiet">
                    {words.follow_save}
                </button>
            </form>
        </details>
    }
    .into_any()
}

/// The latest of what one keeps for later, and the way to all of it.
#[component]
pub fn KeptEntries(kept: Vec<SavedRow>) -> AnyView {
    let language = use_language();
    let words = MarkWords::of(language);
    if kept.is_empty() {
        return view! { <p class="empty">{words.nothing_kept}</p> }.into_any();
    }
    let rows = kept.into_iter().take(LATEST).map(|row| {
        let name = format!("{}: {}", words.kept, row.item.title);
        let action = paths::keep(language, row.kept.kind, &row.kept.slug);
        let labels = row.kept.labels.into_iter().map(|label| view! { <span class="badge">{label}</span> });
        view! {
            <li class="item kept">
                <h3 class="item-title">
                    <a href=row.item.href lang=row.item.title_foreign.map(Language::code)>
                        {row.item.title}
                    </a>
                    " "
                    {labels.collect_view()}
                </h3>
                <form method="post" action=action>
                    <input type="hidden" name="back" value="dashboard" />
                    <button type="submit" class="button-quiet" name="keep" value="no" aria-label=name>
                        {words.kept}
                    </button>
                </form>
            </li>
        }
    });
    view! {
        <ul class="items" role="list">
            {rows.collect_view()}
        </ul>
        <p class="more">
            <a href=paths::saved(language)>{words.saved_all}</a>
        </p>
    }
    .into_any()
}

/// The address of one's own calendar: made, shown once, taken back.
#[component]
pub fn OwnCalendar(
    /// Whether there is one.
    is_made: bool,
    /// The address, where it was made just now.
    made: Option<String>,
) -> AnyView {
    let language = use_language();
    let words = MarkWords::of(language);
    let shown = made.map(|address| {
        let webcal = paths::subscribed(&address);
        view! {
            <p role="status">{words.calendar_made}</p>
            <p>
                <input
                    class="own-address"
                    type="text"
                    readonly
                    autofocus
                    value=address.clone()
                    aria-label=words.calendar
                />
            </p>
            <p>
                <a class="button button-quiet" href=webcal rel="external">
                    {words.calendar_open}
                </a>
            </p>
        }
        .into_any()
    });
    let standing = (is_made && shown.is_none()).then(|| view! { <p>{words.calendar_works}</p> });
    let label = if is_made { words.calendar_again } else { words.calendar_make };
    let stop = is_made.then(|| {
        view! {
            <button type="submit" name="task" value="stop" class="button-quiet">
                {words.calendar_stop}
            </button>
        }
    });
    view! {
        <p class="hint">{words.calendar_hint}</p>
        {shown}
        {standing}
        <form class="decision" method="post" action=paths::own_calendar(language)>
            <button type="submit" name="task" value="make" class="button-quiet">
                {label}
            </button>
            {stop}
        </form>
    }
    .into_any()
}
