//! What waits for somebody: offers that end, questions without an answer, addresses to confirm; for staff, what the desk holds.

use domain::account::{Account, Role, Staff, Standing};
use domain::entry::{Kind, Summary};
use domain::registration::Registration;
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use crate::events::seats::until;
use crate::messages::{DashboardWords, confirm_new_address, offer_ends, people_wait};
use crate::paths;
use crate::site::use_language;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Where it is done.
    pub href: String,
    /// What it is about; empty where the sentence says it.
    pub title: String,
    /// What waits, and until when.
    pub sentence: String,
}

/// What waits for a member; `own` are their registrations with their events.
///
/// # Errors
/// Those of the store.
pub async fn actions(
    portal: &Portal,
    account: &Account,
    own: &[(Registration, Summary)],
    language: Language,
) -> Result<Vec<Action>, Error> {
    let words = DashboardWords::of(language);
    let now = portal.clock.now();
    let mut actions = Vec::new();
    let is_ahead = |event: &Summary| event.time.as_ref().is_some_and(|time| !time.is_over(now));
    for (registration, event) in own.iter().filter(|(own, event)| own.state.is_active() && is_ahead(event)) {
        let about = |sentence: String| Action {
            href: format!("{}#registration", paths::entry(language, Kind::Event, &registration.event)),
            title: event.edition.title.clone(),
            sentence,
        };
        if registration.is_offer(now) {
            actions.push(about(offer_ends(&until(registration, language), language)));
        }
        let seats = portal.registrations.seats(&registration.event, Some(account.id)).await?;
        let is_open =
            |id: Option<i64>| !seats.answers.iter().any(|its| Some(its.question) == id && !its.text.is_empty());
        if seats.questions.iter().any(|question| question.needed && is_open(question.id)) {
            actions.push(about(words.questions_wait.to_owned()));
        }
    }
    if let Some(email) = portal.accounts.wanted_email(account.id).await? {
        let sentence = confirm_new_address(email.as_str(), language);
        actions.push(Action { href: paths::profile(language), title: String::new(), sentence });
    }
    if let Some(admin) = Staff::of(account, Role::Admin) {
        let waiting = portal.accounts.people(&admin, Some(&Standing::Waiting)).await?.len();
        if waiting > 0 {
            let sentence = people_wait(waiting, language);
            actions.push(Action { href: paths::people(language), title: String::new(), sentence });
        }
    }
    Ok(actions)
}

/// The list of what waits; an empty one says so.
#[component]
pub fn Actions(actions: Vec<Action>) -> AnyView {
    let words = DashboardWords::of(use_language());
    if actions.is_empty() {
        return view! { <p class="empty">{words.nothing_waits}</p> }.into_any();
    }
    let rows = actions.into_iter().map(|action| {
        let Action { href, title, sentence } = action;
        if title.is_empty() {
            view! {
                <li class="item">
                    <a href=href>{sentence}</a>
                </li>
            }
            .into_any()
        } else {
            view! {
                <li class="item">
                    <h3 class="item-title">
                        <a href=href>{title}</a>
                    </h3>
                    <p>{sentence}</p>
                </li>
            }
            .into_any()
        }
    });
    view! {
        <ul class="items actions" role="list">
            {rows.collect_view()}
        </ul>
    }
    .into_any()
}
