//! What waits for staff, and what can be begun.

use domain::Language;
use domain::account::{Role, Staff};
use domain::entry::Kind;
use domain::search::Missed;
use leptos::prelude::*;

use super::missed;
use super::tasks::{Queued, Task};
use crate::events::region::moment;
use crate::messages::{
    AccountWords, AuditWords, DeskWords, FileWords, OutboxWords, TrafficWords, and_more, language_name,
};
use crate::paths;
use crate::site::use_language;

/// The desk.
#[component]
pub fn Overview(staff: Staff, tasks: Vec<Task>, queue: Vec<Queued>, missed: Vec<Missed>) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let is_editor = staff.account().role >= Role::Editor;
    let is_admin = staff.account().role >= Role::Admin;
    let empty = tasks.is_empty().then(|| view! { <p class="empty">{words.nothing_to_do}</p> });
    let tasks = tasks.into_iter().map(task).collect::<Vec<_>>();
    view! {
        <p class="lead">{words.desk_intro}</p>
        <p class="desk-begin">
            <a class="button" href=paths::new_entry(page, Kind::Event)>
                {words.new_event}
            </a>
            <a class="button button-quiet" href=paths::content(page)>
                {words.content}
            </a>
            <a class="button button-quiet" href=paths::media(page)>
                {FileWords::of(page).library}
            </a>
            <a class="button button-quiet" href=paths::traffic(page)>
                {TrafficWords::of(page).title}
            </a>
            {is_editor
                .then(|| {
                    let words = AuditWords::of(page);
                    view! {
                        <a class="button button-quiet" href=paths::banner(page)>
                            {words.banner}
                        </a>
                        <a class="button button-quiet" href=paths::outbox(page)>
                            {OutboxWords::of(page).title}
                        </a>
                        <a class="button button-quiet" href=paths::audit(page)>
                            {words.title}
                        </a>
                    }
                })}
            {is_admin
                .then(|| {
                    view! {
                        <a class="button button-quiet" href=paths::people(page)>
                            {AccountWords::of(page).people}
                        </a>
                    }
                })}
        </p>
        <section aria-labelledby="tasks">
            <h2 id="tasks">{words.tasks}</h2>
            {empty}
            {tasks}
        </section>
        <section aria-labelledby="queue">
            <h2 id="queue">{words.queue}</h2>
            <p class="hint">{words.queue_hint}</p>
            {queued(queue, page)}
        </section>
        {missed::list(missed, page)}
    }
    .into_any()
}

/// Something that waits: how much, the first by name, and where the rest is.
fn task(task: Task) -> AnyView {
    let page = use_language();
    let rest = task.count.saturating_sub(task.first.len());
    let first = task.first.into_iter().map(|(name, href)| {
        view! {
            <li>
                <a href=href>{name}</a>
            </li>
        }
    });
    let all = (!task.all.is_empty()).then(|| {
        let label =
            if rest > 0 && rest < task.count { and_more(rest, page) } else { DeskWords::of(page).all_of_it.to_owned() };
        let name = task.name.clone();
        view! {
            <li>
                <a href=task.all>{label} <span class="visually-hidden">": " {name}</span></a>
            </li>
        }
    });
    view! {
        <div class="task">
            <h3>{task.name} " " <span class="badge">{task.count}</span></h3>
            <ul>{first.collect::<Vec<_>>()} {all}</ul>
        </div>
    }
    .into_any()
}

/// How much of the queue is in sight; the rest is unfolded.
const QUEUED: usize = 20;

/// What is shown, or no longer shown, by itself.
fn queued(queue: Vec<Queued>, page: Language) -> AnyView {
    let words = DeskWords::of(page);
    if queue.is_empty() {
        return view! { <p class="empty">{words.queue_empty}</p> }.into_any();
    }
    let row = |queued: Queued| {
        let what = if queued.is_shown { words.will_be_shown } else { words.will_be_hidden };
        view! {
            <li>
                <time datetime=queued.at.to_string()>{moment(queued.at, page)}</time>
                ": "
                <a href=queued.href lang=queued.language.code()>
                    {queued.title}
                </a>
                " ("
                {language_name(queued.language, page)}
                ") "
                {what}
            </li>
        }
    };
    let mut queue = queue.into_iter();
    let next = queue.by_ref().take(QUEUED).map(row).collect_view();
    let rest = queue.len();
    let later = (rest > 0).then(|| {
        view! {
            <details>
                <summary>{and_more(rest, page)}</summary>
                <ol class="queue" start=(QUEUED + 1).to_string()>
                    {queue.map(row).collect_view()}
                </ol>
            </details>
        }
    });
    view! {
        <ol class="queue">{next}</ol>
        {later}
    }
    .into_any()
}
