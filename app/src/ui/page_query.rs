//! The parameters of a page's address, for as long as the page is shown.

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// Reads the parameters of this page; follows them while the path stays, and keeps the last ones while another page
/// is on its way, so that a page being left does not ask for data again.
pub fn page_query<T>(read: impl Fn(&dyn Fn(&str) -> String) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let location = use_location();
    let query = use_query_map();
    let page = location.pathname.get_untracked();
    Memo::new(move |before: Option<&T>| match before {
        Some(before) if location.pathname.get() != page => before.clone(),
        _ => {
            let query = query.get();
            read(&|name| query.get(name).unwrap_or_default())
        }
    })
}
