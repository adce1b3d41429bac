//! Whose requests are counted: those of people, as far as a request tells. Staff are not readers.

use axum::http::{HeaderMap, Method, header};
use domain::account::{Account, Role, Staff};

/// Words in the names of programs that read by themselves and call themselves browsers. Those of browsers have none of them.
const MACHINES: [&str; 17] = [
    "bot",
    "crawl",
    "spider",
    "slurp",
    "scrape",
    "fetch",
    "archiv",
    "index",
    "monitor",
    "uptime",
    "check",
    "preview",
    "validator",
    "lighthouse",
    "headless",
    "phantom",
    "feed",
];

/// Marks an answer that staff have asked for.
#[derive(Debug, Clone, Copy)]
pub struct ByStaff;

impl ByStaff {
    /// Whether an account is one of the staff.
    pub fn is(account: &Account) -> bool {
        Staff::of(account, Role::Contributor).is_some()
    }
}

/// Whether a request is a person's wish to see something: a browser says what it is, and does not fetch ahead.
pub fn is_person(method: &Method, headers: &HeaderMap) -> bool {
    let of = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_lowercase();
    // A maker of telephones is called so.
    let agent = of(header::USER_AGENT.as_str()).replace("cubot", "");
    let is_ahead = ["sec-purpose", "purpose", "x-moz"].iter().any(|name| of(name).contains("prefetch"));
    let is_browser = ["mozilla/", "opera/"].iter().any(|name| agent.starts_with(name));
    method == Method::GET && !is_ahead && is_browser && !MACHINES.iter().any(|word| agent.contains(word))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, Method, header};

    use super::is_person;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn browsers_are_people_and_programs_are_not() {
        for agent in [
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 13; CUBOT NOTE 30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
            "Opera/9.80 (Android; Opera Mini/36.2/191.308; U; es) Presto/2.12.423 Version/12.16",
        ] {
            assert!(is_person(&Method::GET, &with(header::USER_AGENT, agent)), "{agent}");
            assert!(!is_person(&Method::HEAD, &with(header::USER_AGENT, agent)), "{agent}");
        }
        for agent in [
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
            "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "WhatsApp/2.23.20.0 A",
            "http.rb/5.1.1 (Mastodon/4.2.10; +https://example.org/)",
            "curl/8.14.1",
            "python-requests/2.32.4",
            "",
        ] {
            assert!(!is_person(&Method::GET, &with(header::USER_AGENT, agent)), "{agent}");
        }
        assert!(!is_person(&Method::GET, &HeaderMap::new()));
        let mut ahead = with(header::USER_AGENT, "Mozilla/5.0 Firefox/140.0");
        ahead.insert("sec-purpose", HeaderValue::from_static("prefetch;prerender"));
        assert!(!is_person(&Method::GET, &ahead));
    }
}
