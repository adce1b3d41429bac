//! What a form is answered that came after its writer's session had ended: all of it, and a way to sign in and go on. Nothing
//! of it is kept anywhere but in this page, for nobody knows yet who sent it.

use std::collections::HashMap;

use domain::block::fingerprint;
use leptos::prelude::*;

use super::form::{BASES, Form};
use crate::account::visit::Visit;
use crate::account::{Field, Summary};
use crate::messages::{AccountWords, DeskWords, field_name};
use crate::paths;
use crate::site::{use_language, use_messages};

/// The form of who signs in, with the whole form that was sent in it; it is sent to where that form was sent.
#[component]
pub fn SignInAgain(visit: Visit, here: String) -> AnyView {
    let page = use_language();
    let (messages, words, account) = (use_messages(), DeskWords::of(page), AccountWords::of(page));
    let mut fields: Vec<(&String, &String)> =
        visit.typed.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))).collect();
    fields.retain(|(name, _)| *name != "email" && *name != "password");
    fields.sort_by_key(|(name, _)| *name);
    let hidden = fields.iter().map(|(name, value)| {
        view! { <input type="hidden" name=(*name).clone() value=(*value).clone() /> }
    });
    let hidden = hidden.collect::<Vec<_>>();
    let texts = changed(&visit.typed).into_iter().map(|(field, text)| {
        view! {
            <div>
                <dt>{field_name(&field, page)}</dt>
                <dd>{text}</dd>
            </div>
        }
    });
    let texts = texts.collect::<Vec<_>>();
    view! {
        <p class="lead">{words.session_ended}</p>
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=here>
            {hidden} <Field name="email" label=account.email kind="email" autocomplete="username" visit=visit.clone() />
            <Field name="password" label=account.password kind="password" autocomplete="current-password" visit />
            <button type="submit">{messages.log_in}</button>
        </form>
        <details>
            <summary>{words.what_you_typed}</summary>
            <dl class="changes">{texts}</dl>
        </details>
        <p>
            <a href=paths::password(page) target="_blank">
                {account.password_forgotten}
            </a>
        </p>
    }
    .into_any()
}

/// The fields that hold something else than when the form was opened.
fn changed(typed: &HashMap<String, Vec<String>>) -> Vec<(String, String)> {
    let one = |name: &str| typed.get(name).and_then(|values| values.first()).map_or("", String::as_str);
    let bases = Form::read_bases(one(BASES)).into_iter();
    let texts = bases.map(|(field, base)| (one(&field).replace("\r\n", "\n"), field, base));
    texts
        .filter(|(text, _, base)| !text.trim().is_empty() && fingerprint(text) != *base)
        .map(|(text, field, _)| (field, text))
        .collect()
}
