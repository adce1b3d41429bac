//! How many notices are not read, kept up to date while the page is open. Without scripts it stays as the server wrote it.

use std::time::Duration;

use futures::StreamExt;
use futures::channel::oneshot;
use futures::future::{Either, abortable, join, select};
use gloo_net::eventsource::State;
use gloo_net::eventsource::futures::EventSource;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::view::UnreadView;
use crate::http;

/// What the stream calls a change of the count.
pub const UNREAD: &str = "unread";

/// How long to wait where there is no stream.
const PAUSE: Duration = Duration::from_secs(30);

/// How many notices are not read; once there are others, a link to them.
#[component]
pub fn UnreadLine(unread: UnreadView) -> AnyView {
    let UnreadView { sentence, stream, address, renewed } = unread;
    let [href, show] = renewed;
    let drawn = sentence.clone();
    let said = RwSignal::new(sentence);
    Effect::new(move || {
        let (work, end) = abortable(follow(stream.clone(), address.clone(), said));
        spawn_local(async move {
            let _ended = work.await;
        });
        on_cleanup(move || end.abort());
    });
    view! {
        <p class="unread">
            <span role="status">{move || said.get()}</span>
            " "
            // `rel="external"`: the list below is part of the page, which is loaded anew.
            <a href=href rel="external" hidden=move || said.get() == drawn>
                {show}
            </a>
        </p>
    }
    .into_any()
}

/// Listens; where the stream fails, asks once in a while, and tries to listen again.
async fn follow(stream: String, address: String, said: RwSignal<String>) {
    loop {
        let _waited = join(listen(&stream, said), pause()).await;
        match http::text(&address).await {
            Ok(text) => said.set(text),
            // Nobody is signed in any more.
            Err(401 | 403) => return,
            Err(_) => {}
        }
    }
}

/// Listens until the stream fails. The browser itself takes up one that was cut off, but never says that it cannot.
async fn listen(stream: &str, said: RwSignal<String>) {
    let Ok(mut source) = EventSource::new(stream) else { return };
    let Ok(mut changes) = source.subscribe(UNREAD) else { return };
    loop {
        match select(changes.next(), pause()).await {
            Either::Left((Some(Ok((_, change))), _)) => {
                if let Some(text) = change.data().as_string() {
                    said.set(text);
                }
            }
            Either::Right(_) if source.state() == State::Open => {}
            _ => return,
        }
    }
}

fn pause() -> oneshot::Receiver<()> {
    let (wake, awake) = oneshot::channel();
    let _timer = set_timeout(
        move || {
            let _ = wake.send(());
        },
        PAUSE,
    );
    awake
}
