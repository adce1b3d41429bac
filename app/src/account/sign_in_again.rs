//! What a form is answered that came after its writer's session had ended: all of it, and a way to sign in and go on. Nothing
//! of it is kept anywhere but in this page, for nobody knows yet who sent it.

use std::collections::HashMap;

use domain::block::fingerprint;
use leptos::prelude::*;

use super::parts::{Field, Summary};
use super::visit::Visit;
use crate::desk::form::{BASES, Form};
use crate::messages::{AccountWords, field_name};
use crate::paths;
use crate::site::{use_language, use_messages};

/// The fields of who signs in: named so that no form that is kept has one of that name.
pub const AGAIN_EMAIL: &str = "again-email";
/// The password.
pub const AGAIN_PASSWORD: &str = "again-password";

/// The form of who signs in, with the whole form that was sent in it; it is sent to where that form was sent.
#[component]
pub fn SignInAgain(visit: Visit, here: String) -> AnyView {
    let page = use_language();
    let (messages, words) = (use_messages(), AccountWords::of(page));
    let mut fields: Vec<(&String, &String)> =
        visit.typed.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value))).collect();
    fields.retain(|(name, _)| *name != AGAIN_EMAIL && *name != AGAIN_PASSWORD);
    fields.sort_by_key(|(name, _)| *name);
    let hidden = fields.iter().map(|(name, value)| {
        view! { <input type="hidden" name=(*name).clone() value=(*value).clone() /> }
    });
    let hidden = hidden.collect::<Vec<_>>();
    let texts = changed(&visit.typed).into_iter().map(|(field, text)| {
        let name = field.map(|field| view! { <dt>{field_name(&field, page)}</dt> });
        view! { <div>{name} <dd>{text}</dd></div> }
    });
    let texts = texts.collect::<Vec<_>>();
    let what_was_typed = (!texts.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words.what_you_typed}</summary>
                <dl class="changes">{texts}</dl>
            </details>
        }
    });
    view! {
        <p class="lead">{words.session_ended}</p>
        <Summary visit=visit.clone() />
        <form class="form" method="post" action=here>
            {hidden} <Field name=AGAIN_EMAIL label=words.email kind="email" autocomplete="username" visit=visit.clone() />
            <Field name=AGAIN_PASSWORD label=words.password kind="password" autocomplete="current-password" visit />
            <button type="submit">{messages.log_in}</button>
        </form>
        {what_was_typed}
        <p>
            <a href=paths::password(page) target="_blank">
                {words.password_forgotten}
            </a>
        </p>
    }
    .into_any()
}

/// The fields of the editor that hold something else than when it was opened; of another form, every text of several words, which
/// no mark and no choice is.
fn changed(typed: &HashMap<String, Vec<String>>) -> Vec<(Option<String>, String)> {
    if !typed.contains_key(BASES) {
        let mut texts: Vec<_> =
            typed.iter().flat_map(|(field, texts)| texts.iter().map(move |text| (field, text))).collect();
        texts.retain(|(_, text)| text.trim().contains(char::is_whitespace));
        texts.sort();
        return texts.into_iter().map(|(_, text)| (None, text.clone())).collect();
    }
    let one = |name: &str| typed.get(name).and_then(|values| values.first()).map_or("", String::as_str);
    let bases = Form::read_bases(one(BASES)).into_iter();
    let texts = bases.map(|(field, base)| (one(&field).replace("\r\n", "\n"), field, base));
    texts
        .filter(|(text, _, base)| !text.trim().is_empty() && fingerprint(text) != *base)
        .map(|(text, field, _)| (Some(field), text))
        .collect()
}
