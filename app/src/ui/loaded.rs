//! A page's data on its way: shown when it is there, or said calmly when it is not.

use leptos::prelude::*;

use crate::answer::{Answer, Page};
use crate::failure::Failure;
use crate::layout::FailureView;
use crate::site::use_messages;

/// Shows a page with its data. While other data of the same page is fetched, what is there stays.
pub fn loaded(page: Page, show: fn(Answer) -> Result<AnyView, Failure>) -> AnyView {
    let messages = use_messages();
    view! {
        <Transition fallback=move || {
            view! { <p class="loading">{messages.loading}</p> }
        }>
            {move || Suspend::new(async move {
                let shown = page
                    .await
                    .and_then(|answer| {
                        provide_context(answer.drawings());
                        show(answer)
                    });
                match shown {
                    Ok(view) => view,
                    Err(failure) => view! { <FailureView failure /> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}
