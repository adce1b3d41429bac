//! Who has an account, and who waits for a decision.

use domain::account::{Account, Role, Standing};
use domain::{Language, date};
use leptos::prelude::*;

use super::parts::Summary;
use super::visit::Visit;
use crate::messages::{AccountWords, decided_on_person, language_name, role_name};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::Chips;

/// People, those who wait first. `own` is the account of who decides.
#[component]
pub fn People(people: Vec<Account>, own: i64, countries: Vec<(String, String)>, done: String, visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let (waiting, others): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|account| account.standing == Standing::Waiting);
    let notice = visit.notice.map(|notice| view! { <p class="problems" role="alert">{notice}</p> });
    let problems = visit.notice.is_none().then(|| view! { <Summary visit=visit.clone() /> });
    let done = decided_on_person(&done, language).filter(|_| visit.notice.is_none());
    let done = done.map(|done| view! { <p class="note done" role="status">{done}</p> });
    let nobody = waiting.is_empty().then(|| view! { <p class="empty">{words.nobody_waits}</p> });
    let rows = |people: Vec<Account>| {
        let row = |account: Account| {
            let slug = account.profile.country.as_ref().map_or("", domain::Slug::as_str);
            let country = countries.iter().find(|(its, _)| its == slug).map(|(_, name)| name.clone());
            view! { <Person account own country /> }
        };
        people.into_iter().map(row).collect_view()
    };
    view! {
        <p class="lead">{words.people_intro}</p>
        {notice}
        {problems}
        {done}
        {nobody}
        <ul class="items people" role="list">
            {rows(waiting)}
            {rows(others)}
        </ul>
    }
    .into_any()
}

#[component]
fn Person(account: Account, own: i64, country: Option<String>) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let profile = account.profile;
    let asked = date::day(account.created.to_zoned(jiff::tz::TimeZone::UTC).date(), language);
    let (approve, refuse, disable) = match account.standing {
        Standing::Unconfirmed => (false, false, false),
        Standing::Waiting => (true, true, false),
        Standing::Approved => (false, false, account.id != own),
        Standing::Refused(_) | Standing::Disabled => (true, false, false),
    };
    let reason_id = format!("reason-{}", account.id);
    let reason = refuse.then(|| {
        view! {
            <span class="field">
                <label for=reason_id.clone()>{words.reason}</label>
                <input id=reason_id.clone() name="reason" maxlength="500" />
            </span>
        }
    });
    let choice = |offered: bool, decision: &'static str, label: &'static str, quiet: bool| {
        offered.then(|| {
            view! {
                <button type="submit" name="decision" value=decision class=quiet.then_some("button-quiet")>
                    {label}
                    <span class="visually-hidden">": " {profile.name.clone()}</span>
                </button>
            }
        })
    };
    view! {
        <li class="item" id=format!("person-{}", account.id)>
            <h2 class="item-title">{profile.name.clone()}</h2>
            <p class="facts">
                <span>{messages.standing_in_a_word(&account.standing)}</span>
                <span>{profile.email.to_string()}</span>
                {country.map(|country| view! { <span>{country}</span> })}
                <span>{profile.institution.clone()}</span>
                <span>{profile.function.clone()}</span>
                <span>{asked}</span>
            </p>
            <Chips slugs=profile.networks.clone() />
            <form class="decision" method="post" action=paths::person(language, account.id)>
                {reason}
                {choice(approve, "approve", words.approve, false)}
                {choice(refuse, "refuse", words.refuse, true)}
                {choice(disable, "disable", words.disable, true)}
            </form>
            {disable.then(|| view! { <RoleForm id=account.id role=account.role writes_in=account.writes_in name=profile.name.clone() /> })}
        </li>
    }
    .into_any()
}

/// What somebody may do, and in which language.
#[component]
fn RoleForm(id: i64, role: Role, writes_in: Option<Language>, name: String) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let roles = Role::ALL.map(|each| {
        view! {
            <option value=each.code() selected=each == role>
                {role_name(each, language)}
            </option>
        }
    });
    let languages = Language::ALL.map(|of| {
        view! {
            <option value=of.code() selected=writes_in == Some(of)>
                {date::capitalised(language_name(of, language))}
            </option>
        }
    });
    let (role_id, language_id) = (format!("role-{id}"), format!("writes-in-{id}"));
    view! {
        <details>
            <summary>
                {words.role} ": " {role_name(role, language)}
                {writes_in.map(|of| view! { ", " {words.writes_in} " " {language_name(of, language)} })}
                <span class="visually-hidden">": " {name.clone()}</span>
            </summary>
            <form class="filters" method="post" action=paths::person(language, id)>
                <div class="field">
                    <label for=role_id.clone()>{words.role}</label>
                    <select id=role_id name="role">
                        {roles.collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for=language_id.clone()>{words.writes_in}</label>
                    <select id=language_id name="writes_in">
                        <option value="">{words.every_language}</option>
                        {languages.collect_view()}
                    </select>
                </div>
                <button type="submit" name="decision" value="role">
                    {words.save_role}
                    <span class="visually-hidden">": " {name}</span>
                </button>
            </form>
        </details>
    }
    .into_any()
}
