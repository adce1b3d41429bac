//! Who has an account, and who waits for a decision.

use domain::account::{Account, Role, Standing};
use domain::{Language, date};
use leptos::prelude::*;

use super::parts::Summary;
use super::view::PeopleRequest;
use super::visit::Visit;
use crate::entries::Choice;
use crate::events::region::day_of;
use crate::messages::{AccountWords, decided_on_person, language_name, people_count, role_name};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Cell, Chips, FilterForm, Pager, PagerView, Row, Table};

/// How many rows a page has.
const ON_A_PAGE: u32 = 50;

/// People, those who wait first. `own` is the account of who decides.
#[component]
pub fn People(
    request: PeopleRequest,
    people: Vec<Account>,
    own: i64,
    countries: Vec<(String, String)>,
    visit: Visit,
) -> AnyView {
    let language = use_language();
    let words = AccountWords::of(language);
    let notice = visit.notice.map(|notice| view! { <p class="problems" role="alert">{notice}</p> });
    let problems = visit.notice.is_none().then(|| view! { <Summary visit=visit.clone() /> });
    let done = decided_on_person(&request.done, language).filter(|_| visit.notice.is_none());
    let done = done.map(|done| view! { <p class="note done" role="status">{done}</p> });
    let is_narrowed = !request.standing.is_empty() || !request.q.is_empty();
    let (mut waiting, others): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|account| account.standing == Standing::Waiting);
    let nobody = (waiting.is_empty() && !is_narrowed).then(|| view! { <p class="empty">{words.nobody_waits}</p> });
    waiting.extend(others);
    let people = waiting;
    let count = people_count(people.len(), language);
    let wanted = request.page.parse::<u32>().unwrap_or(1).max(1);
    let pager = PagerView::new(wanted, people.len() as u64, ON_A_PAGE, |number| {
        let number = number.to_string();
        let request = PeopleRequest { page: number, ..request.clone() };
        paths::with_query(&paths::people(language), request.parameters())
    });
    let before = usize::try_from((pager.page - 1) * ON_A_PAGE).unwrap_or(usize::MAX);
    let shown = people.into_iter().skip(before).take(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let rows = shown.map(|account| {
        let slug = account.profile.country.as_ref().map_or("", domain::Slug::as_str);
        let country = countries.iter().find(|(its, _)| its == slug).map(|(_, name)| name.clone());
        let action = paths::with_query(&paths::person(language, account.id), request.parameters());
        view! { <Person account own country action /> }.into_any()
    });
    let rows = rows.collect::<Vec<_>>();
    let table = if rows.is_empty() {
        view! { <p class="empty">{words.nobody_fits}</p> }.into_any()
    } else {
        let heads = [words.name, words.institution, words.standing, words.decision].map(str::to_owned).to_vec();
        view! { <Table name=words.people heads rows /> }.into_any()
    };
    view! {
        <p class="lead">{words.people_intro}</p>
        {notice}
        {problems}
        {done}
        {nobody}
        <Filters request />
        <p class="count" role="status">
            {count}
        </p>
        {table}
        <Pager pager />
    }
    .into_any()
}

#[component]
fn Filters(request: PeopleRequest) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let standings = Standing::ALL.map(|its| (its.code().to_owned(), messages.standing_in_a_word(&its).to_owned()));
    view! {
        <FilterForm action=paths::people(language)>
            <div class="field">
                <label for="q">{words.find_people}</label>
                <input id="q" name="q" type="search" value=request.q maxlength="200" />
            </div>
            <Choice
                name="standing"
                label=words.standing
                all=messages.all
                options=standings.to_vec()
                is_broken=false
                chosen=request.standing
            />
        </FilterForm>
    }
    .into_any()
}

/// Somebody, and what can be decided; `action` is where a decision is posted to.
#[component]
fn Person(account: Account, own: i64, country: Option<String>, action: String) -> AnyView {
    let language = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(language));
    let profile = account.profile;
    let asked = day_of(account.created);
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
    let approval = if account.standing == Standing::Disabled { words.reopen } else { words.approve };
    let decision = (approve || refuse).then(|| {
        view! {
            <form class="decision" method="post" action=action.clone()>
                {reason}
                {choice(approve, "approve", approval, false)}
                {choice(refuse, "refuse", words.refuse, true)}
            </form>
        }
    });
    let closing = disable.then(|| {
        view! {
            <details>
                <summary>{words.disable} <span class="visually-hidden">": " {profile.name.clone()}</span></summary>
                <form class="decision" method="post" action=action.clone()>
                    <p class="hint">{words.disable_hint}</p>
                    {choice(true, "disable", words.disable, true)}
                </form>
            </details>
        }
    });
    let role = disable.then(|| {
        let (id, name) = (account.id, profile.name.clone());
        view! { <RoleForm id role=account.role writes_in=account.writes_in name action /> }
    });
    let said = match &account.standing {
        Standing::Refused(reason) => reason.clone(),
        _ => String::new(),
    };
    let head = view! {
        {profile.name.clone()}
        <span class="row-detail">{profile.email.to_string()}</span>
    };
    view! {
        <Row id=format!("person-{}", account.id) head=head.into_any()>
            <Cell of=words.institution>
                {profile.institution.clone()} <span class="row-detail">{profile.function.clone()}</span>
                {country.map(|country| view! { <span class="row-detail">{country}</span> })}
                <Chips slugs=profile.networks.clone() />
            </Cell>
            <Cell of=words.standing>
                <span class="badge">{messages.standing_in_a_word(&account.standing)}</span>
                <span class="row-detail">{said}</span>
                <span class="row-detail">
                    <time datetime=asked.to_string()>{date::day(asked, language)}</time>
                </span>
            </Cell>
            <Cell of=words.decision>{decision} {role} {closing}</Cell>
        </Row>
    }
    .into_any()
}

/// What somebody may do, and in which language.
#[component]
fn RoleForm(id: i64, role: Role, writes_in: Option<Language>, name: String, action: String) -> AnyView {
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
            <form class="filters" method="post" action=action>
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
