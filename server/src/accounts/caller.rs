//! Where a request comes from, to count attempts by.

use std::net::IpAddr;

use axum::http::HeaderMap;

/// The header in which proxies say for whom they ask; each adds the address that it sees to its end.
const FORWARDED: &str = "x-forwarded-for";

/// The address of whoever asks. Only a proxy on this machine is believed: from elsewhere anybody can write the header.
pub fn address(peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let Some(peer) = peer else { return String::new() };
    let said = headers.get_all(FORWARDED).iter().next_back().and_then(|line| line.to_str().ok());
    let said = said.and_then(|line| line.rsplit(',').next()?.trim().parse().ok());
    let caller = said.filter(|_| peer.is_loopback()).unwrap_or(peer).to_canonical();
    match caller {
        IpAddr::V4(caller) => caller.to_string(),
        // Whoever has one address of the new kind has all that begin with the same half.
        IpAddr::V6(caller) => {
            let [a, b, c, d, ..] = caller.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}
