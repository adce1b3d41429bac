//! The scripts that stand in a page: which of them may run, and none at all in light mode.
//!
//! The framework marks its own scripts with a nonce. A page that is kept for many readers cannot bear one, so the policy
//! names the scripts by their hash instead. Only what the nonce marks is named: markup that somebody got into a page is not.

use std::fmt::Write as _;

use axum::http::HeaderValue;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const OPEN: &str = "<script";
const CLOSE: &str = "</script>";
/// What describes the page to machines: no browser runs it.
const DATA: &str = "application/ld+json";

/// The page without its nonce, and the content security policy under which its scripts run.
pub fn sealed(page: &str, nonce: &str) -> (String, HeaderValue) {
    let page = &in_order(page);
    let mark = format!(" nonce=\"{nonce}\"");
    let mut hashes = String::new();
    for part in page.split(OPEN).skip(1) {
        let script = part.split_once(CLOSE).map_or(part, |(script, _)| script);
        if let Some((attributes, text)) = script.split_once('>')
            && attributes.contains(&mark)
            && !attributes.contains(DATA)
            && !text.is_empty()
        {
            let _ = write!(hashes, " 'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        }
    }
    // The framework also writes it where it has no place (`crossorigin`): a page shall be the same each time it is made.
    (page.replace(&mark, "").replace(nonce, ""), policy(&format!("'self' 'wasm-unsafe-eval'{hashes}")))
}

/// The framework lists what the browser will find in the page, in an order of chance. A page that nothing has changed in
/// shall be the same each time it is made, so that who has it need not fetch it again.
fn in_order(page: &str) -> String {
    const LIST: &str = "__PENDING_RESOURCES=[";
    let Some((before, rest)) = page.split_once(LIST) else { return page.to_owned() };
    let Some((list, after)) = rest.split_once(']') else { return page.to_owned() };
    let mut items: Vec<&str> = list.split(',').filter(|item| !item.is_empty()).collect();
    items.sort_unstable();
    format!("{before}{LIST}{}]{after}", items.join(","))
}

/// The page without any script, and its policy. The framework writes its store for hydration also where nothing is hydrated.
pub fn removed(page: &str) -> (String, HeaderValue) {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, after)) = rest.split_once(OPEN) {
        kept.push_str(before);
        rest = after.split_once(CLOSE).map_or("", |(_script, after)| after);
    }
    kept.push_str(rest);
    (kept, policy("'none'"))
}

fn policy(scripts: &str) -> HeaderValue {
    // In development the page listens to what `make dev` has built anew, on a port of its own.
    let listening = if cfg!(debug_assertions) { " ws://127.0.0.1:3001 ws://localhost:3001" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self'; font-src 'self'; frame-src 'self'; \
         connect-src 'self'{listening}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'; style-src 'self'"))
}

#[cfg(test)]
mod tests {
    use super::{removed, sealed};

    #[test]
    fn only_what_bears_the_nonce_may_run() {
        let page =
            r#"<script nonce="0n0">a()</script><p>x</p><script>stolen()</script><script nonce="other">b()</script>"#;
        let (page, policy) = sealed(page, "0n0");
        assert_eq!(page, r#"<script>a()</script><p>x</p><script>stolen()</script><script nonce="other">b()</script>"#);
        let policy = policy.to_str().unwrap_or_default();
        // sha256 of "a()", as `openssl dgst -sha256 -binary | base64` gives it.
        assert!(
            policy.contains(
                "script-src 'self' 'wasm-unsafe-eval' 'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4=';"
            ),
            "{policy}"
        );
    }

    #[test]
    fn in_light_mode_no_script_is_left() {
        let (page, policy) = removed("a<script>x</script>b<script src=\"y\"></script>c<script>cut");
        assert_eq!(page, "abc");
        assert!(policy.to_str().unwrap_or_default().contains("script-src 'none'"));
    }
}
