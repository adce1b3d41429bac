//! What one changes of one's own account: what one says of oneself, the mail address, the password; and its end.

use domain::Language;
use domain::account::{Account, SHORTEST_PASSWORD};
use domain::notice::Every;
use leptos::prelude::*;

use super::closing::CloseForm;
use super::parts::{Done, Field, Summary, whose};
use super::visit::Visit;
use crate::messages::{AccountWords, NoticeWords, ProfileWords, digest_comes, password_hint};
use crate::paths;
use crate::site::{use_language, use_messages};

/// The forms, one for each thing; `done` says which was saved just now.
#[component]
pub fn ProfileForms(
    account: Account,
    visit: Visit,
    /// Slugs and names.
    countries: Vec<(String, String)>,
    done: String,
) -> AnyView {
    let language = use_language();
    let words = ProfileWords::of(language);
    let said = match done.as_str() {
        "profile" => Some(words.profile_saved),
        "mail" => Some(words.mail_sent),
        "address" => Some(words.mail_changed),
        "password" => Some(words.password_saved),
        _ => None,
    };
    // What was typed belongs to one of the forms; the others show what is stored.
    let of_form = |name: &str| if visit.typed("form") == name { visit.clone() } else { Visit::default() };
    let (mail, password) = (of_form("mail"), of_form("password"));
    let email = account.profile.email.to_string();
    view! {
        {said.map(|said| view! { <Done said /> })}
        <Summary visit=visit.clone() />
        <ProfileForm account=account.clone() visit=of_form("profile") countries />
        <h2>{words.mail_title}</h2>
        <p>{words.mail_now} " " <strong>{account.profile.email.to_string()}</strong></p>
        <form class="form" method="post" action=paths::profile(language)>
            <input type="hidden" name="form" value="mail" />
            {whose(&email)}
            <Field name="email" label=words.mail_new kind="email" autocomplete="email" visit=mail.clone() />
            <Field
                name="mail-current"
                label=AccountWords::of(language).current_password
                kind="password"
                autocomplete="current-password"
                visit=mail
            />
            <button type="submit">{words.mail_change}</button>
        </form>
        <h2>{words.password_title}</h2>
        <form class="form" method="post" action=paths::profile(language)>
            <input type="hidden" name="form" value="password" />
            {whose(&email)}
            <Field
                name="current"
                label=AccountWords::of(language).current_password
                kind="password"
                autocomplete="current-password"
                visit=password.clone()
            />
            <Field
                name="password"
                label=AccountWords::of(language).new_password
                kind="password"
                autocomplete="new-password"
                hint=password_hint(language, SHORTEST_PASSWORD)
                visit=password
            />
            <button type="submit">{AccountWords::of(language).save_password}</button>
        </form>
        <CloseForm account visit=of_form("close") />
    }
    .into_any()
}

#[component]
fn ProfileForm(account: Account, visit: Visit, countries: Vec<(String, String)>) -> AnyView {
    let language = use_language();
    let (messages, accounts, words) = (use_messages(), AccountWords::of(language), ProfileWords::of(language));
    let profile = account.profile;
    let country = profile.country.map(|slug| slug.to_string()).unwrap_or_default();
    let stored = [("name", profile.name), ("institution", profile.institution), ("function", profile.function)];
    let choices = [("language", profile.language.code()), ("digest", profile.digest.code())];
    let stored = stored.into_iter().chain([("country", country)]);
    let stored = stored.chain(choices.map(|(field, code)| (field, code.to_owned())));
    let mut shown = visit;
    for (field, value) in stored {
        shown.typed.entry(field.to_owned()).or_insert_with(|| vec![value]);
    }
    let chosen = shown.typed("country");
    let options = countries.into_iter().map(|(slug, name)| {
        let selected = slug == chosen;
        view! {
            <option value=slug selected=selected>
                {name}
            </option>
        }
    });
    let options = options.collect_view();
    let wanted = shown.typed("language");
    let languages = Language::ALL.map(|each| {
        view! {
            <label class="choice" lang=each.code()>
                <input type="radio" name="language" value=each.code() checked=wanted == each.code() />
                {each.own_name()}
            </label>
        }
    });
    let often = shown.typed("digest");
    let digests = Every::ALL.map(|each| {
        view! {
            <label class="choice">
                <input type="radio" name="digest" value=each.code() checked=often == each.code() />
                {digest_comes(each, language)}
            </label>
        }
    });
    view! {
        <form class="form" method="post" action=paths::profile(language)>
            <input type="hidden" name="form" value="profile" />
            <Field name="name" label=accounts.name autocomplete="name" visit=shown.clone() />
            <div class="field field-wide">
                <label for="country">{messages.country}</label>
                <select id="country" name="country" autocomplete="country-name">
                    <option value="">{accounts.no_country}</option>
                    {options}
                </select>
            </div>
            <Field name="institution" label=accounts.institution autocomplete="organization" visit=shown.clone() />
            <Field name="function" label=accounts.function autocomplete="organization-title" visit=shown />
            <fieldset>
                <legend>{accounts.language}</legend>
                {languages.collect_view()}
            </fieldset>
            <fieldset id="digest">
                <legend>{words.digest}</legend>
                <p class="hint">
                    {words.digest_hint} " "
                    <a href=format!("{}#followed", paths::dashboard(language))>{NoticeWords::of(language).choose}</a>
                </p>
                {digests.collect_view()}
            </fieldset>
            <button type="submit">{words.profile_save}</button>
        </form>
    }
    .into_any()
}
