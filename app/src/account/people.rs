//! Who has an account, and who waits for a decision.

use domain::account::{Account, Standing};
use domain::date;
use leptos::prelude::*;

use super::visit::Visit;
use crate::messages::AccountWords;
use crate::paths;
use crate::site::{use_language, use_messages};

/// People, those who wait first. `own` is the account of who decides.
#[component]
pub fn People(people: Vec<Account>, own: i64, visit: Visit) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let (waiting, others): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|account| account.standing == Standing::Waiting);
    let notice = visit.notice.map(|notice| view! { <p class="problems" role="alert">{notice}</p> });
    let nobody = waiting.is_empty().then(|| view! { <p class="empty">{words.nobody_waits}</p> });
    let rows =
        |people: Vec<Account>| people.into_iter().map(move |account| view! { <Person account own /> }).collect_view();
    view! {
        <p class="lead">{words.people_intro}</p>
        {notice}
        {nobody}
        <ul class="items people" role="list">
            {rows(waiting)}
            {rows(others)}
        </ul>
    }
    .into_any()
}

#[component]
fn Person(account: Account, own: i64) -> AnyView {
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
                <span>{profile.institution.clone()}</span>
                <span>{profile.function.clone()}</span>
                <span>{asked}</span>
            </p>
            <form class="decision" method="post" action=paths::person(language, account.id)>
                {reason}
                {choice(approve, "approve", words.approve, false)}
                {choice(refuse, "refuse", words.refuse, true)}
                {choice(disable, "disable", words.disable, true)}
            </form>
        </li>
    }
    .into_any()
}
