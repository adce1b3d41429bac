//! A name that can be trusted, made of the one that was sent.

use super::Medium;

/// The most characters of a name before its extension.
const LONGEST: usize = 80;

/// One safe segment: no path, no sign that a system or a header takes for something else, and the extension of what it is.
pub fn safe_name(sent: &str, medium: Medium) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_safe = |sign: &char| {
        !sign.is_control()
            && !"\"<>:|?*%;".contains(*sign)
            && !matches!(*sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let clean: String = last.chars().filter(is_safe).collect();
    let stem = match clean.rsplit_once('.') {
        Some((stem, extension)) if is_extension(extension) => stem,
        _ => &clean,
    };
    let words = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = words.trim_matches(['.', ' ', '-']).chars().take(LONGEST).collect();
    let stem = match cut.trim_end() {
        "" if medium.is_picture() => "picture",
        "" => "document",
        stem => stem,
    };
    format!("{stem}.{}", medium.extension())
}

fn is_extension(text: &str) -> bool {
    (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
