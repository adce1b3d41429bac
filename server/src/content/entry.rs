//! One entry: its TOML file, and the Markdown files beside it.

use std::path::{Path, PathBuf};

use domain::block::{Block, BlockText, fingerprint};
use domain::entry::{Details, Edition, Kind, Participation, PublicationForm, Visibility, Words};
use domain::event::{EventState, EventTime, Mode as Attendance, Precision};
use domain::language::Texts;
use domain::markdown::{Piece, split};
use domain::pack::EntryDraft;
use domain::registration::{Mode, SeatRules};
use domain::{Language, Slug};
use jiff::civil::{Date, Time};

use super::fields::{EntryFile, WordsFile};
use super::{ContentError, day, figures, parse, programme, slug_of, text};

/// What a file may name.
pub(super) struct Known<'a> {
    pub networks: &'a [Slug],
    pub countries: &'a [Slug],
    pub contacts: &'a [String],
    pub pictures: &'a Path,
    pub today: Date,
}

/// An entry as read.
pub(super) struct Read {
    pub draft: EntryDraft,
    pub demo: bool,
}

/// The longest summary, in characters.
const LONGEST_SUMMARY: usize = 300;

pub(super) fn read(path: &Path, kind: Kind, known: &Known<'_>) -> Result<Read, ContentError> {
    let source_text = text(path)?;
    let file: EntryFile = parse(path, &source_text)?;
    let here = Here { path, source: &source_text, from: 0 };
    let slug = slug_of(path)?;
    let mut editions = Texts::default();
    for (language, words) in [(Language::En, &file.en), (Language::Es, &file.es)] {
        if let Some(words) = words {
            let here = Here { from: here.line_of(&format!("[{language}]")), ..here };
            editions.set(language, edition(&here, words)?);
        }
    }
    let source = file.source.unwrap_or(if file.en.is_some() { Language::En } else { Language::Es });
    if editions.get(source).is_none() {
        return Err(here.error("source", format!("it has no table [{source}], which is its source")));
    }
    if let Some(picture) = &file.picture
        && picture.contains(['/', '\\'])
    {
        return Err(here.error("picture", "a picture is the name of a file of public/pictures"));
    }
    if let Some(picture) = &file.picture
        && known.pictures.is_dir()
        && !known.pictures.join(picture).is_file()
    {
        return Err(here.error("picture", format!("there is no {picture} in {}", known.pictures.display())));
    }
    if let Some(contact) = &file.contact
        && !known.contacts.contains(contact)
    {
        return Err(here.error("contact", format!("there is no \"{contact}\" in contacts.toml")));
    }
    if file.hue.is_some_and(|hue| hue >= 360) {
        return Err(here.error("hue", "it must be from 0 to 359 degrees"));
    }
    let time = if kind == Kind::Event { Some(time(&here, &file, known.today)?) } else { None };
    let figures = figures::read(&here, &file.figures, known)?;
    let mut countries = slugs(&here, "countries", &file.countries, known.countries)?;
    if kind == Kind::Dataset {
        // Data are found by the countries that they count.
        countries.extend(figures.iter().filter_map(|figure| figure.country.clone()));
    }
    let draft = EntryDraft {
        kind,
        visibility: Visibility::Public,
        source,
        position: file.position.unwrap_or(1000),
        published: file.published.as_ref().map(|when| published(&here, when)).transpose()?,
        picture: file.picture.clone(),
        files: Vec::new(),
        networks: networks(&here, &file.networks, known)?,
        countries,
        details: details(&here, kind, &file)?,
        seats: seats(&here, &file)?,
        meeting: programme::meeting(&here, &file, kind == Kind::Event)?,
        sessions: programme::sessions(&here, &file, time.as_ref(), source)?,
        time,
        blocks: blocks(path, &editions, source)?,
        figures,
        editions,
        slug,
    };
    Ok(Read { draft, demo: file.demo })
}

/// A file at hand, to say where in it something is wrong.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    path: &'a Path,
    source: &'a str,
    /// The line, from 0, at which the table at hand begins.
    from: usize,
}

impl Here<'_> {
    /// The line, from 0, at which something begins; 0 where nothing does.
    fn line_of(&self, beginning: &str) -> usize {
        self.source.lines().position(|line| line.trim_start().starts_with(beginning)).unwrap_or(0)
    }

    /// The same file, at the table that begins at this line, from 0.
    pub(super) const fn at(self, from: usize) -> Self {
        Self { from, ..self }
    }

    /// The lines, from 0, at which the tables of a list begin.
    pub(super) fn tables(&self, heading: &'static str) -> impl Iterator<Item = usize> + use<'_> {
        self.source.lines().enumerate().filter(move |(_, line)| line.trim() == heading).map(|(at, _)| at)
    }

    /// An error at the first line of the table that sets the field, if one does.
    pub(super) fn error(&self, field: &str, reason: impl Into<String>) -> ContentError {
        let sets =
            |line: &str| line.trim_start().strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with('='));
        let line = self.source.lines().skip(self.from).position(sets).map(|i| self.from + i + 1);
        ContentError::new(self.path, line, format!("{field}: {}", reason.into()))
    }

    fn need<T: Clone>(&self, field: &str, value: Option<&T>) -> Result<T, ContentError> {
        value.cloned().ok_or_else(|| self.error(field, "it is missing"))
    }
}

fn edition(here: &Here<'_>, words: &WordsFile) -> Result<Edition, ContentError> {
    if words.title.trim().is_empty() {
        return Err(here.error("title", "it is empty"));
    }
    if words.summary.chars().count() > LONGEST_SUMMARY {
        return Err(here.error("summary", format!("it is longer than {LONGEST_SUMMARY} characters")));
    }
    Ok(Edition {
        title: words.title.clone(),
        summary: words.summary.clone(),
        picture_alt: words.picture_alt.clone(),
        words: Words {
            place: words.place.clone(),
            venue: words.venue.clone(),
            state_note: words.state_note.clone(),
            capital: words.capital.clone(),
            focal_institution: words.focal_institution.clone(),
            year_note: words.year_note.clone(),
            length: words.length.clone(),
            author: words.author.clone(),
            credit: words.credit.clone(),
            cost: words.cost.clone(),
            dateline: words.dateline.clone(),
        },
    })
}

fn published(here: &Here<'_>, when: &toml::value::Datetime) -> Result<Date, ContentError> {
    when.to_string().parse().map_err(|_cause| here.error("published", "it must be a day such as 2019-03-15"))
}

fn networks(here: &Here<'_>, named: &[String], known: &Known<'_>) -> Result<Vec<Slug>, ContentError> {
    if named.iter().any(|name| name == "all") {
        return Ok(known.networks.to_vec());
    }
    slugs(here, "networks", named, known.networks)
}

pub(super) fn slugs(here: &Here<'_>, field: &str, named: &[String], known: &[Slug]) -> Result<Vec<Slug>, ContentError> {
    named
        .iter()
        .map(|name| {
            let slug = name.parse::<Slug>().ok().filter(|slug| known.contains(slug));
            slug.ok_or_else(|| here.error(field, format!("there is no \"{name}\"")))
        })
        .collect()
}

fn details(here: &Here<'_>, kind: Kind, file: &EntryFile) -> Result<Details, ContentError> {
    Ok(match kind {
        Kind::Network => Details::Network {
            hue: here.need("hue", file.hue.as_ref())?,
            contact: here.need("contact", file.contact.as_ref())?,
        },
        Kind::Country => Details::Country {
            iso: file.iso.clone(),
            status: here.need::<Participation>("status", file.status.as_ref())?,
            official_languages: file.official_languages.clone(),
        },
        Kind::Event => Details::Event { organizers: file.organizers.clone(), link: file.link.clone() },
        Kind::Post => {
            Details::Post { first_published: file.first_published_name.clone().zip(file.first_published_url.clone()) }
        }
        Kind::News => Details::News {
            dateline: here.need("dateline", file.dateline.as_ref())?,
            contact: here.need("contact", file.contact.as_ref())?,
        },
        Kind::Publication => Details::Publication {
            form: here.need::<PublicationForm>("type", file.form.as_ref())?,
            year: here.need("year", file.year.as_ref())?,
            authors: file.authors.clone(),
            publisher: file.publisher.clone(),
            city: file.city.clone(),
            languages: file.languages.clone(),
            title_language: file.title_lang,
            pages: file.pages,
            isbn: file.isbn.clone(),
            doi: doi(here, file)?,
            license: file.license.clone(),
            replaces: file.replaces.clone(),
            edition_of: file.edition_of.clone(),
            link: file.link.clone(),
        },
        Kind::Course => Details::Course {
            provider: here.need("provider", file.provider.as_ref())?,
            languages: file.languages.clone(),
            hours: file.hours,
            free: file.cost.as_ref().map(|cost| cost == "free"),
            certificate: file.certificate,
            link: file.link.clone(),
        },
        Kind::Media => Details::Media {
            form: here.need("medium", file.medium.as_ref())?,
            link: file.link.clone(),
            minutes: file.minutes,
            captions: file.captions.clone(),
        },
        Kind::Page | Kind::Dataset => Details::Plain,
    })
}

fn doi(here: &Here<'_>, file: &EntryFile) -> Result<Option<String>, ContentError> {
    let Some(text) = &file.doi else { return Ok(None) };
    domain::citation::doi(text).map(Some).ok_or_else(|| here.error("doi", "it must be like 10.18356/9789210027045"))
}

fn time(here: &Here<'_>, file: &EntryFile, today: Date) -> Result<EventTime, ContentError> {
    let read_day = |field: &str, text: Option<&String>| {
        let text = here.need(field, text)?;
        day::read(&text, today).ok_or_else(|| here.error(field, "it must be a day such as 2019-12-05 or +2w-tue"))
    };
    let read_hour = |field: &str, text: Option<&String>| {
        text.map(|text| text.parse::<Time>().map_err(|_cause| here.error(field, "it must be an hour such as 09:30")))
            .transpose()
    };
    let time = EventTime {
        start: read_day("start", file.start.as_ref())?,
        start_time: read_hour("start_time", file.start_time.as_ref())?,
        end: read_day("end", file.end.as_ref())?,
        end_time: read_hour("end_time", file.end_time.as_ref())?,
        zone: here.need("zone", file.zone.as_ref())?,
        precision: here.need::<Precision>("precision", file.precision.as_ref())?,
        state: here.need::<EventState>("state", file.state.as_ref())?,
        mode: here.need::<Attendance>("mode", file.mode.as_ref())?,
        sequence: 0,
    };
    time.check().map_err(|broken| here.error("start", broken.to_string()))?;
    Ok(time)
}

fn seats(here: &Here<'_>, file: &EntryFile) -> Result<Option<SeatRules>, ContentError> {
    let Some(code) = &file.registration else { return Ok(None) };
    let mode =
        Mode::from_code(code).ok_or_else(|| here.error("registration", "it must be open, approval or closed"))?;
    Ok(Some(SeatRules { mode, capacity: file.capacity }))
}

/// The body: the source's blocks, and beside each the block at the same place of the other languages.
fn blocks(path: &Path, editions: &Texts<Edition>, source: Language) -> Result<Vec<Block>, ContentError> {
    let (file, pieces) = body(path, source)?;
    let mut blocks = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let markdown =
            piece.markdown.ok_or_else(|| ContentError::new(&file, Some(piece.line), "the source cannot be missing"))?;
        let texts = [(source, BlockText { markdown, made_from: None })].into_iter().collect();
        blocks.push(Block { id: 0, kind: piece.kind, texts });
    }
    for language in editions.languages().filter(|language| *language != source) {
        let (file, pieces) = body(path, language)?;
        if pieces.is_empty() {
            continue;
        }
        if pieces.len() != blocks.len() {
            let reason = format!("it has {} blocks, but its source has {}", pieces.len(), blocks.len());
            return Err(ContentError::new(&file, None, reason));
        }
        for (block, piece) in blocks.iter_mut().zip(pieces) {
            translate(block, piece, language, source, &file)?;
        }
    }
    Ok(blocks)
}

fn translate(
    block: &mut Block,
    piece: Piece,
    language: Language,
    source: Language,
    file: &Path,
) -> Result<(), ContentError> {
    let Some(markdown) = piece.markdown else { return Ok(()) };
    if piece.kind != block.kind {
        let reason = format!("it is a {}, but its source is a {}", piece.kind.code(), block.kind.code());
        return Err(ContentError::new(file, Some(piece.line), reason));
    }
    let todays = block.texts.get(source).map(|original| fingerprint(&original.markdown));
    block.texts.set(language, BlockText { markdown, made_from: piece.made_from.or(todays) });
    Ok(())
}

fn body(path: &Path, language: Language) -> Result<(PathBuf, Vec<Piece>), ContentError> {
    let file = path.with_extension(format!("{language}.md"));
    if !file.exists() {
        return Ok((file, Vec::new()));
    }
    let pieces = split(&text(&file)?).map_err(|unfit| ContentError::new(&file, Some(unfit.line), unfit.reason))?;
    Ok((file, pieces))
}
