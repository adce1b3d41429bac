//! The answers of the protocol, as XML.

use std::fmt::Write as _;

use app::entries::filters::{NETWORK, resolve};
use app::messages::Messages;
use domain::entry::{Kind, PublicationForm};
use domain::harvest::{Gathered, Harvest, Set};
use domain::listing::Listing;
use domain::{Error, Language};
use jiff::Timestamp;

use super::dublin_core::{Names, dublin_core};
use super::request::{PREFIX, Refusal, Request, is_word, read};
use super::{PAGE, PATH, token};
use crate::feeds::{escape, second};
use crate::service::Service;

const DC_SCHEMA: &str = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd";
const DC_NAMESPACE: &str = "http://www.openarchives.org/OAI/2.0/oai_dc/";
/// What identifiers begin with: they stay when the portal's address changes.
const AUTHORITY: &str = "oai:caribbeanmigration.org:";
/// The language of names and of what has but one.
const LANGUAGE: Language = Language::ALL[0];

/// Answers a request.
///
/// # Errors
/// Those of the store.
pub async fn answer(service: &Service, arguments: &[(String, String)]) -> Result<String, Error> {
    let now = service.portal.clock.now();
    let request = read(arguments);
    let content = match &request {
        Ok(request) => content(service, request, now).await?,
        Err(refusal) => Err(*refusal),
    };
    // The request is told again, but for arguments that make no sense.
    let told = match content {
        Err(Refusal::BadVerb | Refusal::BadArgument(_)) => String::new(),
        _ => arguments.iter().filter(|(name, value)| can_be_told(name, value)).fold(
            String::new(),
            |mut told, (name, value)| {
                let _ = write!(told, " {name}=\"{}\"", escape(value));
                told
            },
        ),
    };
    let content = content.unwrap_or_else(|refusal| {
        let (code, why) = refusal.told();
        format!("<error code=\"{code}\">{why}</error>\n")
    });
    Ok(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/ \
         http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd\">\n<responseDate>{}</responseDate>\n<request{told}>{}</request>\n\
         {content}</OAI-PMH>\n",
        second(now),
        escape(&address(service)),
    ))
}

/// Whether the schema of the protocol lets an argument be told again.
fn can_be_told(name: &str, value: &str) -> bool {
    match name {
        "set" => value.split(':').all(is_word),
        "metadataPrefix" => is_word(value),
        "identifier" => {
            value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte))
        }
        _ => true,
    }
}

type Content = Result<String, Refusal>;

async fn content(service: &Service, request: &Request, now: Timestamp) -> Result<Content, Error> {
    match request {
        Request::Identify => identify(service, now).await.map(Ok),
        Request::ListMetadataFormats(identifier) => {
            let is_known = match identifier {
                Some(identifier) => find(service, identifier, now).await?.is_some(),
                None => true,
            };
            Ok(if is_known { Ok(formats()) } else { Err(Refusal::IdDoesNotExist) })
        }
        Request::ListSets => sets(service, now).await.map(Ok),
        Request::GetRecord(identifier) => {
            let Some(gathered) = find(service, identifier, now).await? else { return Ok(Err(Refusal::IdDoesNotExist)) };
            let names = Names::read(&service.portal, now).await?;
            let record = record(service, &gathered, &names, now).await?;
            Ok(Ok(format!("<GetRecord>\n{record}</GetRecord>\n")))
        }
        Request::List { whole, harvest, cursor } => list(service, *whole, harvest, *cursor, now).await,
    }
}

fn address(service: &Service) -> String {
    format!("{}{PATH}", service.public_url)
}

async fn identify(service: &Service, now: Timestamp) -> Result<String, Error> {
    let library = &service.portal.library;
    let identity = library.identity(LANGUAGE).await?;
    let first = library.harvest(&Harvest { limit: 1, ..Harvest::default() }, now).await?;
    let earliest = first.first().map_or(now, |first| first.changed);
    Ok(format!(
        "<Identify>\n<repositoryName>{}</repositoryName>\n<baseURL>{}</baseURL>\n<protocolVersion>2.0</protocolVersion>\n\
         <adminEmail>{}</adminEmail>\n<earliestDatestamp>{}</earliestDatestamp>\n<deletedRecord>persistent</deletedRecord>\n\
         <granularity>YYYY-MM-DDThh:mm:ssZ</granularity>\n</Identify>\n",
        escape(&identity.name),
        escape(&address(service)),
        escape(&identity.email),
        second(earliest),
    ))
}

fn formats() -> String {
    format!(
        "<ListMetadataFormats>\n<metadataFormat>\n<metadataPrefix>{PREFIX}</metadataPrefix>\n<schema>{DC_SCHEMA}</schema>\n\
         <metadataNamespace>{DC_NAMESPACE}</metadataNamespace>\n</metadataFormat>\n</ListMetadataFormats>\n"
    )
}

/// Networks, and sorts of works.
async fn sets(service: &Service, now: Timestamp) -> Result<String, Error> {
    let networks = service.portal.library.list(&Listing::arranged(Kind::Network, LANGUAGE), now).await?.items;
    let networks = networks.into_iter().map(|network| (Set::Network(network.slug), network.edition.title));
    let messages = Messages::of(LANGUAGE);
    let forms = PublicationForm::ALL.map(|form| (Set::Form(form), messages.publication_form(form).to_owned()));
    let mut xml = "<ListSets>\n".to_owned();
    for (set, name) in networks.chain(forms) {
        let _ = writeln!(xml, "<set><setSpec>{}</setSpec><setName>{}</setName></set>", set.spec(), escape(&name));
    }
    xml.push_str("</ListSets>\n");
    Ok(xml)
}

/// A record by its identifier.
async fn find(service: &Service, identifier: &str, now: Timestamp) -> Result<Option<Gathered>, Error> {
    let uid = identifier.strip_prefix(AUTHORITY).filter(|uid| uid.bytes().all(|byte| byte.is_ascii_graphic()));
    let Some(uid) = uid else { return Ok(None) };
    let harvest = Harvest { uid: Some(uid.to_owned()), limit: 1, ..Harvest::default() };
    Ok(service.portal.library.harvest(&harvest, now).await?.pop())
}

async fn list(
    service: &Service,
    whole: bool,
    harvest: &Harvest,
    cursor: u64,
    now: Timestamp,
) -> Result<Content, Error> {
    // Without a record: the end of a list that was given in parts. What was to come has changed since, and comes with the next
    // harvest.
    let nothing = Ok(Err(if cursor == 0 { Refusal::NoRecordsMatch } else { Refusal::BadResumptionToken }));
    let mut harvest = harvest.clone();
    if let Some(Set::Network(slug)) = harvest.set {
        let mut network = Some(slug);
        // Harvesters keep the name of a set for years, and a list in parts goes on when its network is renamed.
        resolve(&service.portal, NETWORK, &mut network, LANGUAGE, now, &mut Vec::new()).await?;
        let Some(network) = network else { return nothing };
        harvest.set = Some(Set::Network(network));
    }
    // One more tells whether anything comes after.
    let mut gathered = service.portal.library.harvest(&Harvest { limit: PAGE + 1, ..harvest.clone() }, now).await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let goes_on = gathered.len() > page;
    gathered.truncate(page);
    let Some(last) = gathered.last() else { return nothing };
    let next = cursor.saturating_add(gathered.len() as u64);
    // The last part of a list says by an empty token that it is the last.
    let token = if goes_on { token::write(&harvest, (last.changed, last.id), next) } else { String::new() };
    let token = if goes_on || cursor > 0 {
        format!("<resumptionToken cursor=\"{cursor}\">{token}</resumptionToken>\n")
    } else {
        String::new()
    };
    let name = if whole { "ListRecords" } else { "ListIdentifiers" };
    let mut xml = format!("<{name}>\n");
    if whole {
        let names = Names::read(&service.portal, now).await?;
        for gathered in &gathered {
            xml.push_str(&record(service, gathered, &names, now).await?);
        }
    } else {
        xml.extend(gathered.iter().map(header));
    }
    let _ = writeln!(xml, "{token}</{name}>");
    Ok(Ok(xml))
}

fn header(gathered: &Gathered) -> String {
    let status = if gathered.is_shown { "" } else { " status=\"deleted\"" };
    let sets = gathered.sets.iter().fold(String::new(), |mut sets, set| {
        let _ = write!(sets, "<setSpec>{}</setSpec>", set.spec());
        sets
    });
    format!(
        "<header{status}><identifier>{AUTHORITY}{}</identifier><datestamp>{}</datestamp>{sets}</header>\n",
        escape(&gathered.uid),
        second(gathered.changed),
    )
}

/// A whole record; its header alone where the work was withdrawn.
async fn record(service: &Service, gathered: &Gathered, names: &Names, now: Timestamp) -> Result<String, Error> {
    let entry = if gathered.is_shown {
        match service.portal.library.current_entry(Kind::Publication, &gathered.slug, gathered.source, now).await {
            Ok(entry) => Some(entry),
            // Withdrawn since the list was read: the next harvest hears of it.
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => None,
            Err(failure) => return Err(failure),
        }
    } else {
        None
    };
    let Some(entry) = entry else {
        let header = header(&Gathered { is_shown: false, ..gathered.clone() });
        return Ok(format!("<record>{header}</record>\n"));
    };
    let metadata = dublin_core(&entry, now, &service.public_url, names);
    Ok(format!("<record>{}<metadata>\n{metadata}</metadata></record>\n", header(gathered)))
}
