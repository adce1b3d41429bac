//! The document around the app. Rendered on the server only.

use leptos::hydration::{AutoReload, HydrationScripts};
use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags};

use crate::App;
use crate::paths;
use crate::site::Site;

/// The whole document; in light mode without a script.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let site = expect_context::<Site>();
    let hydrated = site.hydrated;
    if !hydrated && let Some(shared) = Owner::current_shared_context() {
        // What is not hydrated is not serialised either: the page carries no data a second time.
        shared.set_is_hydrating(false);
    }
    view! {
        <!DOCTYPE html>
        <html lang=site.language.code() dir="ltr" data-site=site.public_url.clone()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#0b3b45" />
                <HashedStylesheet options=options.clone() id="portal-css" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link
                    rel="search"
                    type="application/opensearchdescription+xml"
                    title=site.identity.short_name.clone()
                    href=paths::search_description(site.language)
                />
                <MetaTags />
                {hydrated
                    .then(|| {
                        view! {
                            <AutoReload options=options.clone() />
                            <HydrationScripts options=options.clone() defer=true />
                        }
                    })}
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}
