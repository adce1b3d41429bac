//! The forms of accounts. Plain HTML that posts to its own page: it works without a script, and keeps what was typed.

use domain::Language;
use domain::account::SHORTEST_PASSWORD;
use leptos::prelude::*;

use super::parts::{Done, Field, Summary};
use super::visit::Visit;
use crate::entries::network_options;
use crate::messages::{AccountWords, ProfileWords, password_hint};
use crate::paths;
use crate::site::{use_language, use_messages};

/// A field that no person sees: whoever fills it in is a program.
pub const TRAP: &str = "website";

/// What the names of fields begin with that were typed into another form before the session ended.
pub const KEPT: &str = "kept.";

/// Signing in; `next` is the page that was asked for, `done` what has ended the session before, if something did.
#[component]
pub fn LoginForm(visit: Visit, next: String, done: String) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let said = match done.as_str() {
        "" => None,
        "closed" => Some(ProfileWords::of(language).closed),
        _ => Some(words.password_changed),
    };
    let kept = visit.typed.iter().filter(|(field, _)| field.starts_with(KEPT));
    let kept = kept.flat_map(|(field, typed)| typed.iter().map(|typed| (field.clone(), typed.clone())));
    let kept = kept.map(|(field, typed)| view! { <input type="hidden" name=field value=typed /> }).collect_view();
    view! {
        <p class="lead">{words.log_in_intro}</p>
        {said.map(|said| view! { <Done said /> })}
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=paths::login(language)>
            <input type="hidden" name="next" value=next />
            {kept}
            <Field name="email" label=words.email kind="email" autocomplete="username" visit=visit.clone() />
            <Field name="password" label=words.password kind="password" autocomplete="current-password" visit />
            <button type="submit">{messages.log_in}</button>
        </form>
        <ul>
            <li>
                <a href=paths::password(language)>{words.password_forgotten}</a>
            </li>
            <li>
                {words.no_account_yet} " " <a href=paths::register(language)>{messages.register}</a>
            </li>
        </ul>
    }
    .into_any()
}

/// Asking for an account; `countries` are slugs and names.
#[component]
pub fn RegisterForm(visit: Visit, countries: Vec<(String, String)>) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let chosen = visit.typed("country");
    let options = countries
        .into_iter()
        .map(|(slug, name)| {
            let selected = slug == chosen;
            view! { <option value=slug selected=selected>{name}</option> }
        })
        .collect_view();
    let networks = network_options()
        .into_iter()
        .map(|(slug, name)| {
            let checked = visit.chose("networks", &slug);
            view! {
                <label class="choice">
                    <input type="checkbox" name="networks" value=slug checked=checked />
                    {name}
                </label>
            }
        })
        .collect_view();
    let wanted = visit.typed("language");
    let languages = Language::ALL
        .map(|each| {
            let checked = if wanted.is_empty() { each == language } else { wanted == each.code() };
            view! {
                <label class="choice" lang=each.code()>
                    <input type="radio" name="language" value=each.code() checked=checked />
                    {each.own_name()}
                </label>
            }
        })
        .collect_view();
    view! {
        <p class="lead">{words.register_intro}</p>
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=paths::register(language)>
            <Field name="name" label=words.name autocomplete="name" visit=visit.clone() />
            <Field name="email" label=words.email kind="email" autocomplete="email" visit=visit.clone() />
            <Field
                name="password"
                label=words.password
                kind="password"
                autocomplete="new-password"
                hint=password_hint(language, SHORTEST_PASSWORD)
                visit=visit.clone()
            />
            <div class="field field-wide">
                <label for="country">{messages.country}</label>
                <select id="country" name="country" autocomplete="country-name">
                    <option value="">{words.no_country}</option>
                    {options}
                </select>
            </div>
            <Field name="institution" label=words.institution autocomplete="organization" visit=visit.clone() />
            <Field name="function" label=words.function autocomplete="organization-title" visit=visit.clone() />
            <fieldset>
                <legend>{messages.networks}</legend>
                <p class="hint">{words.networks_hint}</p>
                {networks}
            </fieldset>
            <fieldset>
                <legend>{words.language}</legend>
                {languages}
            </fieldset>
            <div class="trap" aria-hidden="true">
                <label for=TRAP>"Website"</label>
                <input id=TRAP name=TRAP tabindex="-1" autocomplete="off" />
            </div>
            <button type="submit">{words.ask_approval}</button>
        </form>
    }
    .into_any()
}

/// Confirming an address. A button, because programs that look into mail follow links.
#[component]
pub fn ConfirmForm(key: String, visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    // Only who has made this application of several knows its password.
    let asks_password = visit.notice.is_some();
    view! {
        <p class="lead">{words.confirm_intro}</p>
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=paths::confirm(language)>
            <input type="hidden" name="key" value=key />
            {asks_password
                .then(|| {
                    view! {
                        <Field
                            name="password"
                            label=words.password
                            kind="password"
                            autocomplete="current-password"
                            visit
                        />
                    }
                })}
            <button type="submit">{words.confirm}</button>
        </form>
    }
    .into_any()
}

/// The link of a letter confirms nothing more: who has confirmed goes on, who has not gets another letter.
#[component]
pub fn KeyUsed() -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    view! {
        <p class="lead" role="status">
            {words.confirm_used}
        </p>
        <p class="ways-on">
            <a class="button" href=paths::login(language)>
                {messages.log_in}
            </a>
            " "
            <a href=paths::register(language)>{words.ask_again}</a>
        </p>
    }
    .into_any()
}

/// Asking for a link to set a new password.
#[component]
pub fn AskResetForm(visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    view! {
        <p class="lead">{words.reset_intro}</p>
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=paths::password(language)>
            <Field name="email" label=words.email kind="email" autocomplete="username" visit />
            <button type="submit">{words.send_link}</button>
        </form>
    }
    .into_any()
}

/// Setting a new password with the key of a mail.
#[component]
pub fn NewPasswordForm(key: String, email: String, visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    view! {
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=paths::password(language)>
            <input type="hidden" name="key" value=key />
            // For the browser's store of passwords: whose this one is.
            <input
                class="visually-hidden"
                type="email"
                autocomplete="username"
                value=email
                readonly
                tabindex="-1"
                aria-hidden="true"
            />
            <Field
                name="password"
                label=words.new_password
                kind="password"
                autocomplete="new-password"
                hint=password_hint(language, SHORTEST_PASSWORD)
                visit
            />
            <button type="submit">{words.save_password}</button>
        </form>
    }
    .into_any()
}
