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

/// How many notices are not read; once something has changed that `renew` could not draw anew, a link to it.
#[component]
pub fn UnreadLine<R, D>(unread: UnreadView, renew: R) -> AnyView
where
    R: Fn() -> D + Copy + 'static,
    D: Future<Output = bool> + 'static,
{
    let UnreadView { sentence, stream, address, renewed } = unread;
    let [href, show] = renewed;
    let said = RwSignal::new(sentence);
    let is_behind = RwSignal::new(false);
    // The stream begins with what the page says already.
    let heard = StoredValue::new(false);
    let tell = move |sentence: String, may_tell_of_more: bool| {
        let tells_of_more =
            may_tell_of_more && heard.try_update_value(|heard| std::mem::replace(heard, true)) == Some(true);
        let is_news = tells_of_more || said.get_untracked() != sentence;
        said.set(sentence);
        if is_news {
            spawn_local(async move { is_behind.set(!renew().await) });
        }
    };
    Effect::new(move || {
        let (work, end) = abortable(follow(stream.clone(), address.clone(), tell));
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
            <a href=href rel="external" hidden=move || !is_behind.get()>
                {show}
            </a>
        </p>
    }
    .into_any()
}

/// Listens; where the stream fails, asks once in a while, and tries to listen again.
async fn follow(stream: String, address: String, tell: impl Fn(String, bool) + Copy) {
    loop {
        let _waited = join(listen(&stream, tell), pause()).await;
        match http::text(&address).await {
            // Asking by and by must not keep a session alive: only another count is news.
            Ok(text) => tell(text, false),
            // Nobody is signed in any more.
            Err(401 | 403) => return,
            Err(_) => {}
        }
    }
}

/// Listens until the stream fails. The browser itself takes up one that was cut off, but never says that it cannot.
async fn listen(stream: &str, tell: impl Fn(String, bool)) {
    let Ok(mut source) = EventSource::new(stream) else { return };
    let Ok(mut changes) = source.subscribe(UNREAD) else { return };
    loop {
        match select(changes.next(), pause()).await {
            Either::Left((Some(Ok((_, change))), _)) => {
                if let Some(text) = change.data().as_string() {
                    tell(text, true);
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
