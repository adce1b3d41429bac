//! What a harvester asks for, out of the arguments of its request; and why it makes no sense.

use domain::harvest::{Harvest, Set};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{PAGE, token};

/// The one format in which records are given.
pub const PREFIX: &str = "oai_dc";

/// A request that makes sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// What the repository is.
    Identify,
    /// The formats of its records, or of this one.
    ListMetadataFormats(Option<String>),
    /// Its sets.
    ListSets,
    /// A record.
    GetRecord(String),
    /// Headers of records, or whole records; and how many came before them.
    List {
        /// Whether whole records are asked for.
        whole: bool,
        /// Which.
        harvest: Harvest,
        /// How many of the list were given before.
        cursor: u64,
    },
}

/// Why a request cannot be answered: the codes of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    BadVerb,
    BadArgument(&'static str),
    BadResumptionToken,
    CannotDisseminateFormat,
    IdDoesNotExist,
    NoRecordsMatch,
}

impl Refusal {
    /// The code of the protocol, and a sentence for who reads it.
    pub const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::BadVerb => ("badVerb", "The verb is missing, repeated or unknown."),
            Self::BadArgument(why) => ("badArgument", why),
            Self::BadResumptionToken => {
                ("badResumptionToken", "This resumption token was not given by this repository.")
            }
            Self::CannotDisseminateFormat => ("cannotDisseminateFormat", "Records are given as oai_dc."),
            Self::IdDoesNotExist => ("idDoesNotExist", "No record has this identifier."),
            Self::NoRecordsMatch => ("noRecordsMatch", "No record matches these arguments."),
        }
    }
}

/// Arguments by name.
struct Arguments<'a>(&'a [(String, String)]);

impl<'a> Arguments<'a> {
    fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(its, _)| its == name).map(|(_, value)| value.as_str())
    }

    /// Refuses what the verb does not take, and what stands twice.
    fn only(&self, known: &[&str]) -> Result<(), Refusal> {
        for (place, (name, _)) in self.0.iter().enumerate() {
            if name != "verb" && !known.contains(&name.as_str()) {
                return Err(Refusal::BadArgument("This verb does not take one of the arguments."));
            }
            if self.0[..place].iter().any(|(before, _)| before == name) {
                return Err(Refusal::BadArgument("An argument is repeated."));
            }
        }
        Ok(())
    }

    fn needed(&self, name: &str) -> Result<&'a str, Refusal> {
        self.get(name).ok_or(Refusal::BadArgument("An argument that this verb needs is missing."))
    }
}

/// Reads a request.
///
/// # Errors
/// Why it makes no sense.
pub fn read(arguments: &[(String, String)]) -> Result<Request, Refusal> {
    let arguments = Arguments(arguments);
    if arguments.0.iter().filter(|(name, _)| name == "verb").count() != 1 {
        return Err(Refusal::BadVerb);
    }
    match arguments.get("verb").unwrap_or_default() {
        "Identify" => arguments.only(&[]).map(|()| Request::Identify),
        "ListMetadataFormats" => {
            arguments.only(&["identifier"])?;
            Ok(Request::ListMetadataFormats(arguments.get("identifier").map(str::to_owned)))
        }
        "ListSets" => {
            arguments.only(&["resumptionToken"])?;
            // All sets are in one answer: no token was ever given.
            arguments.get("resumptionToken").map_or(Ok(Request::ListSets), |_| Err(Refusal::BadResumptionToken))
        }
        "GetRecord" => {
            arguments.only(&["identifier", "metadataPrefix"])?;
            let identifier = arguments.needed("identifier")?;
            of_format(arguments.needed("metadataPrefix")?)?;
            Ok(Request::GetRecord(identifier.to_owned()))
        }
        "ListIdentifiers" => list(&arguments, false),
        "ListRecords" => list(&arguments, true),
        _ => Err(Refusal::BadVerb),
    }
}

/// Whether a text can be a part of the name of a set, or that of a format.
pub fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte))
}

fn of_format(prefix: &str) -> Result<(), Refusal> {
    if prefix == PREFIX { Ok(()) } else { Err(Refusal::CannotDisseminateFormat) }
}

fn list(arguments: &Arguments<'_>, whole: bool) -> Result<Request, Refusal> {
    arguments.only(&["metadataPrefix", "from", "until", "set", "resumptionToken"])?;
    if let Some(text) = arguments.get("resumptionToken") {
        if arguments.0.len() > 2 {
            return Err(Refusal::BadArgument("A resumption token stands alone."));
        }
        let (harvest, cursor) = token::read(text).ok_or(Refusal::BadResumptionToken)?;
        return Ok(Request::List { whole, harvest, cursor });
    }
    of_format(arguments.needed("metadataPrefix")?)?;
    let (from, until) = (arguments.get("from"), arguments.get("until"));
    if from.zip(until).is_some_and(|(from, until)| from.len() != until.len()) {
        return Err(Refusal::BadArgument("The arguments from and until are not of the same granularity."));
    }
    let bad_date = Refusal::BadArgument("A date is not written like 2026-11-23 or 2026-11-23T09:30:00Z.");
    let since = from.map(|text| span(text).ok_or(bad_date)).transpose()?.map(|(first, _)| first);
    let before = until.map(|text| span(text).ok_or(bad_date)).transpose()?.map(|(_, end)| end);
    if since.zip(before).is_some_and(|(since, before)| since >= before) {
        return Err(Refusal::BadArgument("The argument until lies before from."));
    }
    let set = match arguments.get("set") {
        None => None,
        Some(spec) if !spec.split(':').all(is_word) => {
            return Err(Refusal::BadArgument("A set cannot be called that."));
        }
        // A set that there is not holds nothing.
        Some(spec) => Some(Set::of_spec(spec).ok_or(Refusal::NoRecordsMatch)?),
    };
    let harvest = Harvest { uid: None, since, before, set, after: None, limit: PAGE };
    Ok(Request::List { whole, harvest, cursor: 0 })
}

/// The first instant of a day or a second, and the first one after it.
fn span(text: &str) -> Option<(Timestamp, Timestamp)> {
    if text.len() == "2026-11-23".len() {
        let day: Date = text.parse().ok()?;
        let midnight = |day: Date| Some(day.to_zoned(TimeZone::UTC).ok()?.timestamp());
        return Some((midnight(day)?, midnight(day.tomorrow().ok()?)?));
    }
    let is_second = text.len() == "2026-11-23T09:30:00Z".len() && text.ends_with('Z') && text.as_bytes()[10] == b'T';
    let second: Timestamp = text.parse().ok().filter(|_| is_second)?;
    Some((second, second.checked_add(jiff::SignedDuration::from_secs(1)).ok()?))
}
