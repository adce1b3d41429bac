//! Which part of a file is asked for (RFC 9110, section 14).

/// What a `Range` header asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// All of it.
    Whole,
    /// The bytes from the first to the last, both counted from 0 and both included.
    Part(u64, u64),
    /// Bytes that there are none of.
    Nowhere,
}

impl Span {
    /// Reads the header for a file of so many bytes. Several parts at once, other units and what cannot be understood are
    /// answered by all of it.
    pub fn read(header: &str, length: u64) -> Self {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let Some((first, last)) = header
            .trim()
            .strip_prefix("bytes=")
            .and_then(|set| set.trim().split_once('-'))
            .map(|(first, last)| (first.trim(), last.trim()))
            .filter(|(first, last)| digits(first) && digits(last))
        else {
            return Self::Whole;
        };
        // A number that is too long to read is beyond any file.
        let number = |text: &str| text.parse::<u64>().unwrap_or(u64::MAX);
        match (first, last) {
            ("", "") => Self::Whole,
            ("", last) => match number(last).min(length) {
                0 => Self::Nowhere,
                count => Self::Part(length - count, length - 1),
            },
            (first, last) => {
                let (first, last) = (number(first), if last.is_empty() { u64::MAX } else { number(last) });
                if last < first {
                    Self::Whole
                } else if first >= length {
                    Self::Nowhere
                } else {
                    Self::Part(first, last.min(length - 1))
                }
            }
        }
    }
}
