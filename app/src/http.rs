//! The few words of HTTP that a page may speak. The only file where the two sides differ by `cfg`.

use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Whether this is the server's side. What only the server does stands behind it, and is no part of the browser's module.
pub const ON_SERVER: bool = cfg!(feature = "ssr");

/// Sets the status of the response; in the browser there is none to set.
pub fn set_status(status: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(status)) =
        (leptos::prelude::use_context::<leptos_axum::ResponseOptions>(), http::StatusCode::from_u16(status))
    {
        response.set_status(status);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
}

/// Leads elsewhere: by a redirect of this status on the server, by replacing the history entry in the browser.
pub fn lead_to(path: &str, status: u16) {
    #[cfg(feature = "ssr")]
    if let (Some(response), Ok(place)) =
        (leptos::prelude::use_context::<leptos_axum::ResponseOptions>(), http::HeaderValue::from_str(path))
    {
        set_status(status);
        response.insert_header(http::header::LOCATION, place);
    }
    #[cfg(not(feature = "ssr"))]
    let _ = status;
    if !ON_SERVER {
        use_navigate()(path, NavigateOptions { replace: true, ..NavigateOptions::default() });
    }
}

/// Names something that belongs to the page in the headers of its answer (RFC 8288). In the browser there are none.
pub fn link(target: &str, relation: &str, media_type: Option<&str>) {
    #[cfg(feature = "ssr")]
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        let kind = media_type.map(|kind| format!("; type=\"{kind}\"")).unwrap_or_default();
        // What could end the address, or the header, is no address.
        let is_sound = target.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"'));
        let value = http::HeaderValue::from_str(&format!("<{target}>; rel=\"{relation}\"{kind}"));
        if let Ok(value) = value
            && is_sound
        {
            response.append_header(http::header::LINK, value);
        }
    }
    #[cfg(not(feature = "ssr"))]
    let _ = (target, relation, media_type);
}

/// A document title as `leptos_meta` takes it: on the server it writes the text into the head as it is, so it comes escaped;
/// in the browser it is assigned, so it comes plain.
pub fn title_text(text: &str) -> String {
    if ON_SERVER { text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;") } else { text.to_owned() }
}

/// Asks for a text; the status where there is none, 0 where nobody answers. Only the browser asks.
///
/// # Errors
/// The status.
pub async fn text(address: &str) -> Result<String, u16> {
    #[cfg(not(feature = "ssr"))]
    {
        let asked = gloo_net::http::Request::get(address).header("accept", "text/plain").send().await;
        let answer = asked.map_err(|_unreachable| 0_u16)?;
        if !answer.ok() {
            return Err(answer.status());
        }
        answer.text().await.map_err(|_cut_off| 0)
    }
    #[cfg(feature = "ssr")]
    {
        let _ = address;
        std::future::ready(Err(0)).await
    }
}

/// Sends one field of a form without leaving the page; whether it was taken. Only the browser sends.
pub async fn post(address: &str, field: &str, value: &str) -> bool {
    post_form(address, &format!("{field}={value}")).await.is_ok()
}

/// Sends a whole form, encoded as browsers do, without leaving the page; the status where it was not taken, 0 where nobody
/// answers. Only the browser sends.
///
/// # Errors
/// The status.
pub async fn post_form(address: &str, form: &str) -> Result<String, u16> {
    #[cfg(not(feature = "ssr"))]
    {
        let form = gloo_net::http::Request::post(address)
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form);
        let answer = form.map_err(|_unfit| 0_u16)?.send().await.map_err(|_unreachable| 0_u16)?;
        if !answer.ok() {
            return Err(answer.status());
        }
        answer.text().await.map_err(|_cut_off| 0)
    }
    #[cfg(feature = "ssr")]
    {
        let _ = (address, form);
        std::future::ready(Err(0)).await
    }
}
