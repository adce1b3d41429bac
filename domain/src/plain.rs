//! What nobody types.

/// Whether a character is a control character that no text has: all but tabs and line breaks. A database may refuse it, and a page
/// cannot show it.
pub fn is_control(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
}

/// A text without such characters.
pub fn plain(mut text: String) -> String {
    text.retain(|character| !is_control(character));
    text
}
