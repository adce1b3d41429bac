//! A page's data on its way: shown when it is there, or said calmly when it is not.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;
use crate::layout::FailureView;
use crate::site::use_messages;

/// Shows a page with its data. While other data of the same page is fetched, what is there stays.
pub fn loaded<T>(page: Resource<Result<T, Failure>>, show: fn(T) -> AnyView) -> AnyView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
{
    let messages = use_messages();
    view! {
        <Transition fallback=move || {
            view! { <p class="loading">{messages.loading}</p> }
        }>
            {move || Suspend::new(async move {
                match page.await {
                    Ok(data) => show(data),
                    Err(failure) => view! { <FailureView failure /> }.into_any(),
                }
            })}
        </Transition>
    }
    .into_any()
}
