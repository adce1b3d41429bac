//! Numbers as the region writes them: `7,074.5` in both languages; only the percent sign and the currency stand differently.

use crate::Language;
use crate::figure::{Figure, Unit};

/// A decimal number given as digits, an optional sign and an optional point.
///
/// The Spanish of the Caribbean groups by commas and sets a decimal point, as English does.
pub fn write(digits: &str) -> String {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |rest| ("−", rest));
    let mut written = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push('.');
        written.push_str(fraction);
    }
    written
}

/// How large a file is: `340 kB`, `2.4 MB`. Both languages write it alike.
pub fn write_size(bytes: u64) -> String {
    let kilobytes = bytes.div_ceil(1000).max(1);
    if kilobytes < 1000 {
        return format!("{kilobytes}\u{a0}kB");
    }
    // Tenths of a megabyte, rounded.
    let tenths = (bytes + 50_000) / 100_000;
    match tenths % 10 {
        0 => format!("{}\u{a0}MB", tenths / 10),
        rest => format!("{}.{rest}\u{a0}MB", tenths / 10),
    }
}

/// A figure's value with its unit: `14,000 to 18,000`, `22.2 %`, `USD 7,074 million`.
pub fn write_figure(figure: &Figure, language: Language) -> String {
    let joint = match language {
        Language::En => "to",
        Language::Es => "a",
    };
    let in_millions = figure.unit == Unit::Usd
        && [Some(&figure.low), figure.high.as_ref()]
            .into_iter()
            .flatten()
            .all(|digits| digits.split('.').next().is_some_and(|whole| whole.trim_start_matches('-').len() > 6));
    let number = |digits: &String| if in_millions { write(&millions(digits)) } else { write(digits) };
    let range = match &figure.high {
        None => number(&figure.low),
        Some(high) => format!("{} {joint} {}", number(&figure.low), number(high)),
    };
    match (figure.unit, language) {
        (Unit::Count, _) => range,
        (Unit::Percent, Language::En) => format!("{range}%"),
        (Unit::Percent, Language::Es) => format!("{range}\u{a0}%"),
        (Unit::Usd, Language::En) if in_millions => format!("USD\u{a0}{range}\u{a0}million"),
        (Unit::Usd, Language::En) => format!("USD\u{a0}{range}"),
        (Unit::Usd, Language::Es) if in_millions && range == "1" => format!("{range} millón de USD"),
        (Unit::Usd, Language::Es) if in_millions => format!("{range} millones de USD"),
        (Unit::Usd, Language::Es) => format!("{range}\u{a0}USD"),
    }
}

/// Whole digits moved six places: `7074000000` is `7074`, `4950000` is `4.95`.
fn millions(digits: &str) -> String {
    let whole = digits.split('.').next().unwrap_or(digits);
    let (front, back) = whole.split_at(whole.len() - 6);
    let back = back.trim_end_matches('0');
    if back.is_empty() { front.to_owned() } else { format!("{front}.{back}") }
}
