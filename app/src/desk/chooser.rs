//! Where two people have changed the same field: both texts side by side, whose and from when, and a choice between them. A
//! form's first answer never chooses: without a choice the question is asked again, so that no save wins by being the last.

use domain::Language;
use domain::block::fingerprint;
use domain::manuscript::Conflict;
use leptos::prelude::*;

use super::form::Form;
use super::programme::in_words;
use super::words_changed::words_of_each;
use crate::events::region::moment;
use crate::messages::{DeskWords, field_name};

/// The field of the form that says which text of a field is chosen: `mine`, as it stands in the field by now, or `theirs`.
pub fn choice_of(field: &str) -> String {
    format!("choose.{field}")
}

/// The field of the form that names the other text that was shown, by its fingerprint.
pub fn seen_of(field: &str) -> String {
    format!("seen.{field}")
}

/// The question about one field.
pub(super) fn chooser(form: &Form, conflict: &Conflict, page: Language) -> AnyView {
    let words = DeskWords::of(page);
    let field = conflict.field.as_str();
    let [mine, theirs] = [&conflict.mine, &conflict.theirs].map(|text| in_words(field, text, page));
    let (mine, theirs) = words_of_each(&mine, &theirs, words.no_text);
    let other = form.writers.get(field).map_or_else(
        || view! { <strong>{words.theirs}</strong> }.into_any(),
        |(writer, at)| {
            view! {
                <strong>{writer.clone()}</strong>
                ", "
                <time datetime=at.to_string()>{moment(*at, page)}</time>
            }
            .into_any()
        },
    );
    let seen = fingerprint(&conflict.theirs);
    // What its writer has not typed is shown, and not asked.
    let is_asked = form.bases.get(field) != Some(&seen);
    let radio = |value: &'static str, label: &'static str| {
        is_asked.then(|| {
            view! {
                <label class="choice">
                    <input type="radio" name=choice_of(field) value=value required />
                    {label}
                </label>
            }
        })
    };
    view! {
        <fieldset class="chooser">
            <legend>{words.two_texts} ": " {field_name(field, page)}</legend>
            <input type="hidden" name=seen_of(field) value=seen />
            <div class="mine">
                <p>
                    <strong>{words.mine}</strong>
                </p>
                <p class="chooser-text">{mine}</p>
                {radio("mine", words.use_mine)}
            </div>
            <div class="theirs">
                <p>{other}</p>
                <p class="chooser-text">{theirs}</p>
                {radio("theirs", words.use_theirs)}
            </div>
        </fieldset>
    }
    .into_any()
}
