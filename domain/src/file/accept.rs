//! What is taken in: decided by the bytes, never by a name or by what a browser says of them.

use std::collections::HashSet;

/// The most bytes of a picture.
pub const LARGEST_PICTURE: usize = 10 * 1024 * 1024;
/// The most bytes of a document.
pub const LARGEST_DOCUMENT: usize = 25 * 1024 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    /// A picture.
    Jpeg,
    /// A picture.
    Png,
    /// A picture.
    WebP,
    /// A document.
    Pdf,
    /// A text of Microsoft Office.
    Docx,
    /// A table of Microsoft Office.
    Xlsx,
    /// Slides of Microsoft Office.
    Pptx,
    /// A text in an open format.
    Odt,
    /// A table in an open format.
    Ods,
    /// A table as text.
    Csv,
    /// Plain text.
    Text,
}

impl Medium {
    /// Every medium.
    pub const ALL: [Self; 11] = [
        Self::Jpeg,
        Self::Png,
        Self::WebP,
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Pptx,
        Self::Odt,
        Self::Ods,
        Self::Csv,
        Self::Text,
    ];

    /// The media type, as it is stored and sent.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// A medium by its media type.
    pub fn from_media_type(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|medium| medium.media_type() == text)
    }

    /// The extension of its names, without the point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }

    /// Whether it is a picture.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP)
    }

    /// Whether browsers may show it in the page's place instead of saving it.
    pub const fn is_shown(self) -> bool {
        self.is_picture() || matches!(self, Self::Pdf)
    }

    /// The most bytes of one.
    pub const fn largest(self) -> usize {
        if self.is_picture() { LARGEST_PICTURE } else { LARGEST_DOCUMENT }
    }
}

/// Why a file is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unfit {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than this.
    #[error("the file has more than {0} bytes")]
    TooLarge(usize),
    /// It is none of the kinds that are taken.
    #[error("this kind of file is not taken")]
    Unknown,
    /// Its end is missing.
    #[error("the end of the file is missing")]
    Cut,
    /// It is two files in one.
    #[error("the file holds something else besides")]
    Mixed,
    /// It bears macros.
    #[error("the file bears macros")]
    Macros,
    /// The picture has too many pixels.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// It cannot be read.
    #[error("the file is damaged")]
    Damaged,
}

/// What these bytes are.
///
/// # Errors
/// Why they are not taken in.
pub fn accept(bytes: &[u8]) -> Result<Medium, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    let medium = medium(bytes)?;
    if bytes.len() > medium.largest() { Err(Unfit::TooLarge(medium.largest())) } else { Ok(medium) }
}

fn medium(bytes: &[u8]) -> Result<Medium, Unfit> {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/jpeg") => jpeg(bytes).map(|()| Medium::Jpeg),
        Some("image/png") => png(bytes).map(|()| Medium::Png),
        Some("image/webp") => webp(bytes).map(|()| Medium::WebP),
        _ if bytes.starts_with(b"%PDF-") => pdf(bytes).map(|()| Medium::Pdf),
        _ if bytes.starts_with(b"PK\x03\x04") => packed(bytes),
        None => text(bytes),
        Some(_) => Err(Unfit::Unknown),
    }
}

fn big_endian(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_be_bytes(four)).ok()
}

/// A number of two or four bytes, the least first.
fn little_endian(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// Goes from marker to marker until the end of the picture; thumbnails inside have an end of their own.
fn jpeg(bytes: &[u8]) -> Result<(), Unfit> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1).ok_or(Unfit::Cut)?;
        if bytes[at] != 0xFF {
            return Err(Unfit::Damaged);
        }
        match marker {
            0xD9 => return Ok(()),
            0xFF => at += 1,
            0x01 | 0xD0..=0xD7 => at += 2,
            _ => {
                let high = usize::from(*bytes.get(at + 2).ok_or(Unfit::Cut)?);
                let low = usize::from(*bytes.get(at + 3).ok_or(Unfit::Cut)?);
                at += 2 + (high << 8 | low);
                if marker == 0xDA {
                    at = after_scan(bytes, at).ok_or(Unfit::Cut)?;
                }
            }
        }
    }
}

/// Where the next marker stands behind the data of a scan.
fn after_scan(bytes: &[u8], from: usize) -> Option<usize> {
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF);
    Some(from + bytes.get(from..)?.windows(2).position(is_marker)?)
}

fn png(bytes: &[u8]) -> Result<(), Unfit> {
    let mut at: usize = 8;
    loop {
        let length = big_endian(bytes, at).ok_or(Unfit::Cut)?;
        let kind = bytes.get(at + 4..at + 8).ok_or(Unfit::Cut)?;
        let is_end = kind == b"IEND";
        // Length, kind and check sum stand around the data.
        at = at.checked_add(length).and_then(|at| at.checked_add(12)).ok_or(Unfit::Damaged)?;
        if at > bytes.len() {
            return Err(Unfit::Cut);
        }
        if is_end {
            return Ok(());
        }
    }
}

fn webp(bytes: &[u8]) -> Result<(), Unfit> {
    let length = little_endian(bytes, 4, 4).ok_or(Unfit::Cut)?;
    if bytes.len() < length.saturating_add(8) { Err(Unfit::Cut) } else { Ok(()) }
}

/// Nothing but blanks stands behind the last end.
fn pdf(bytes: &[u8]) -> Result<(), Unfit> {
    const END: &[u8] = b"%%EOF";
    let end = bytes.windows(END.len()).rposition(|its| its == END).ok_or(Unfit::Cut)?;
    let is_clean = bytes[end + END.len()..].iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
    if is_clean { Ok(()) } else { Err(Unfit::Mixed) }
}

const ENTRY: &[u8] = b"PK\x01\x02";
const LAST_RECORD: &[u8] = b"PK\x05\x06";
const LAST_LENGTH: usize = 22;

/// Documents that are a packed folder: which one is told by what lies in it.
fn packed(bytes: &[u8]) -> Result<Medium, Unfit> {
    let last = bytes.windows(4).rposition(|its| its == LAST_RECORD).ok_or(Unfit::Cut)?;
    let number = |at: usize, length: usize| little_endian(bytes, at, length).ok_or(Unfit::Cut);
    let (count, size, start) = (number(last + 10, 2)?, number(last + 12, 4)?, number(last + 16, 4)?);
    // The list ends where the last record begins, and that ends with the file: nothing stands before, between or behind.
    if start.checked_add(size) != Some(last) || last + LAST_LENGTH != bytes.len() {
        return Err(Unfit::Mixed);
    }
    let mut names = HashSet::new();
    let mut at = start;
    for _entry in 0..count {
        if bytes.get(at..at + 4) != Some(ENTRY) {
            return Err(Unfit::Damaged);
        }
        let name = number(at + 28, 2)?;
        let rest = number(at + 30, 2)? + number(at + 32, 2)?;
        let text = bytes.get(at + 46..at + 46 + name).ok_or(Unfit::Damaged)?;
        names.insert(String::from_utf8_lossy(text).to_lowercase());
        at += 46 + name + rest;
    }
    if at != last {
        return Err(Unfit::Damaged);
    }
    if names
        .iter()
        .any(|name| name.contains("vbaproject") || name.contains("macrosheets/") || name.starts_with("basic/"))
    {
        return Err(Unfit::Macros);
    }
    of_folder(&names, bytes)
}

fn of_folder(names: &HashSet<String>, bytes: &[u8]) -> Result<Medium, Unfit> {
    let has = |name: &str| names.contains(name);
    if has("[content_types].xml") {
        return [
            ("word/document.xml", Medium::Docx),
            ("xl/workbook.xml", Medium::Xlsx),
            ("ppt/presentation.xml", Medium::Pptx),
        ]
        .into_iter()
        .find(|(part, _)| has(part))
        .map(|(_, medium)| medium)
        .ok_or(Unfit::Unknown);
    }
    // In an open document the first entry is its media type, as it stands.
    let says = |medium: Medium| {
        let length = medium.media_type().len();
        has("mimetype")
            && bytes.get(30..38) == Some(&b"mimetype"[..])
            && little_endian(bytes, 18, 4) == Some(length)
            && bytes.get(38..38 + length) == Some(medium.media_type().as_bytes())
    };
    [Medium::Odt, Medium::Ods].into_iter().find(|medium| says(*medium)).ok_or(Unfit::Unknown)
}

/// Text without a sign of being something that a browser would run.
fn text(bytes: &[u8]) -> Result<Medium, Unfit> {
    let text = std::str::from_utf8(bytes).map_err(|_binary| Unfit::Unknown)?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_plain = text.chars().all(|sign| !sign.is_control() || matches!(sign, '\n' | '\r' | '\t' | '\u{c}'));
    if text.is_empty() {
        return Err(Unfit::Empty);
    }
    if !is_plain || ["<", "{\\rtf", "#!", "%!"].iter().any(|start| text.starts_with(start)) {
        return Err(Unfit::Unknown);
    }
    Ok(if is_table(text) { Medium::Csv } else { Medium::Text })
}

/// Whether the first lines have as many separators each.
fn is_table(text: &str) -> bool {
    [',', ';', '\t'].into_iter().any(|separator| {
        let counts: Vec<usize> =
            text.lines().filter(|line| !line.is_empty()).take(5).map(|line| line.matches(separator).count()).collect();
        counts.len() > 1 && counts[0] > 0 && counts.iter().all(|count| *count == counts[0])
    })
}
