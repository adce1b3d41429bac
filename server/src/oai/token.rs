//! Resumption tokens: the arguments of a list, and where it goes on, as text for addresses.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::harvest::{Harvest, Set};
use jiff::Timestamp;

use super::PAGE;

/// What a token begins with: another version of the portal may write others.
const VERSION: &str = "1";

/// A token for what comes after the records given so far, which are `cursor` in number.
pub fn write(harvest: &Harvest, after: (Timestamp, i64), cursor: u64) -> String {
    let instant = |at: Option<Timestamp>| at.map(|at| at.as_microsecond().to_string()).unwrap_or_default();
    let parts = [
        VERSION.to_owned(),
        instant(harvest.since),
        instant(harvest.before),
        harvest.set.as_ref().map(Set::spec).unwrap_or_default(),
        instant(Some(after.0)),
        after.1.to_string(),
        cursor.to_string(),
    ];
    URL_SAFE_NO_PAD.encode(parts.join(" "))
}

/// What a token says; none where it is none.
pub fn read(token: &str) -> Option<(Harvest, u64)> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    let parts: Vec<&str> = text.split(' ').collect();
    let [VERSION, since, before, set, at, id, cursor] = parts.as_slice() else { return None };
    let instant = |text: &str| Timestamp::from_microsecond(text.parse().ok()?).ok();
    let or_none = |text: &str| if text.is_empty() { Some(None) } else { instant(text).map(Some) };
    let set = if set.is_empty() { None } else { Some(Set::of_spec(set)?) };
    let harvest = Harvest {
        uid: None,
        since: or_none(since)?,
        before: or_none(before)?,
        set,
        after: Some((instant(at)?, id.parse().ok()?)),
        limit: PAGE,
    };
    Some((harvest, cursor.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::{Harvest, PAGE, Set, Timestamp, read, write};

    #[test]
    fn a_token_says_what_was_asked_and_where_to_go_on() {
        let at = Timestamp::from_microsecond(1_700_000_000_123_456).expect("an instant");
        let asked =
            Harvest { since: Some(at), set: Set::of_spec("network:diaspora"), limit: PAGE, ..Harvest::default() };
        let token = write(&asked, (at, 7), 50);
        assert_eq!(read(&token), Some((Harvest { after: Some((at, 7)), ..asked }, 50)));
    }

    #[test]
    fn anything_else_is_no_token() {
        for text in ["", "1", "!", "MSAgICAgIA", "MiAgICAxIDEgMQ", "MSBhIGIgYyBkIGUgZg", "é"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
