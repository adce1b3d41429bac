//! What staff have done: who, what, when, before and after. Only ever added to.

use domain::audit::{AuditFilter, AuditLine, What};
use leptos::prelude::*;

use super::history::when;
use crate::messages::{AuditWords, deed_name, saved_fields};
use crate::paths;
use crate::site::{use_language, use_messages};

/// The log.
#[component]
pub fn Audit(filter: AuditFilter, lines: Vec<AuditLine>) -> AnyView {
    let page = use_language();
    let (words, messages) = (AuditWords::of(page), use_messages());
    let parameters = [("actor", filter.actor.as_str()), ("subject", filter.subject.as_str())];
    let file = paths::with_query(&paths::audit_file(page), parameters);
    let is_empty = lines.is_empty();
    let rows = lines.into_iter().map(|line| view! { <Line line /> }).collect_view();
    let table = if is_empty {
        view! { <p class="empty">{words.empty}</p> }.into_any()
    } else {
        view! {
            <div class="wide-table" tabindex="0" role="region" aria-label=words.title>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.when}</th>
                            <th scope="col">{words.who}</th>
                            <th scope="col">{words.what}</th>
                            <th scope="col">{words.before}</th>
                            <th scope="col">{words.after}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <p class="hint">{words.intro}</p>
        <form class="filters" method="get" action=paths::audit(page)>
            <div class="field">
                <label for="actor">{words.who}</label>
                <input id="actor" name="actor" type="search" value=filter.actor maxlength="200" />
            </div>
            <div class="field">
                <label for="subject">{words.what}</label>
                <input id="subject" name="subject" type="search" value=filter.subject maxlength="200" />
            </div>
            <button type="submit">{messages.show}</button>
            <a href=paths::audit(page)>{messages.clear}</a>
        </form>
        {table}
        <p>
            <a href=file rel="external" download="audit.csv">
                {words.as_csv}
            </a>
        </p>
    }
    .into_any()
}

#[component]
fn Line(line: AuditLine) -> AnyView {
    let page = use_language();
    let (what, before, after) = match line.what {
        What::Saved { kind, slug, fields, reason } => {
            let href = paths::history(page, kind, &slug);
            let name = view! { <a href=href>{use_messages().section(kind)} ": " {slug.to_string()}</a> };
            (name.into_any(), String::new(), format!("{} {reason}", saved_fields(fields, page)))
        }
        What::Done { deed, subject, before, after } => {
            (view! { {deed_name(deed, page)} " " {subject} }.into_any(), before, after)
        }
    };
    view! {
        <tr>
            <td>
                <time datetime=line.at.to_string()>{when(line.at, page)}</time>
            </td>
            <td>{line.actor}</td>
            <td>{what}</td>
            <td>{before}</td>
            <td>{after}</td>
        </tr>
    }
    .into_any()
}
