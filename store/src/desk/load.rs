//! Loading a pack: everything that is not there yet.

use std::collections::BTreeMap;

use domain::Error;
use domain::entry::{Contact, Identity, Kind};
use domain::language::Texts;
use domain::manuscript::Manuscript;
use domain::pack::{LoadReport, Pack};

use super::create::{claim_address, write};
use super::trace::Deed;
use crate::db::{Tx, execute};
use crate::fault::fault;
use crate::stored::stored;
use crate::targets::Targets;

const IDENTITY: &str = "insert into identity (language, document) values ($1, $2) on conflict (language) do nothing";

const CONTACT: &str = "insert into contact (key, name, email) values ($1, $2, $3) on conflict (key) do nothing";

const CONTACT_TEXT: &str = "insert into contact_text (key, language, role) values ($1, $2, $3)";

pub(super) async fn load(tx: &mut Tx, pack: &Pack, deed: &Deed) -> Result<LoadReport, Error> {
    load_identity(tx, &pack.identity).await?;
    for contact in &pack.contacts {
        load_contact(tx, contact).await?;
    }
    let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let mut new = Vec::new();
    for draft in &pack.entries {
        let (created, there_before) = counts.entry(draft.kind).or_default();
        if let Some(id) = claim_address(tx, draft, deed).await? {
            *created += 1;
            new.push((id, draft));
        } else {
            *there_before += 1;
        }
    }
    let targets = Targets::read(tx).await?;
    for (id, draft) in new {
        write(tx, id, &mut Manuscript::published(draft.clone(), deed.now()), &targets, deed).await?;
    }
    Ok(LoadReport { counts: counts.into_iter().map(|(kind, (created, kept))| (kind, created, kept)).collect() })
}

async fn load_identity(tx: &mut Tx, identity: &Texts<Identity>) -> Result<(), Error> {
    for (language, words) in identity.iter() {
        let document = stored("identity.document", serde_json::to_string(words))?;
        execute!(tx, IDENTITY, language.code(), document).map_err(fault)?;
    }
    Ok(())
}

async fn load_contact(tx: &mut Tx, contact: &Contact) -> Result<(), Error> {
    let created =
        execute!(tx, CONTACT, &contact.key, &contact.name, &contact.email).map(|rows| rows == 1).map_err(fault)?;
    if !created {
        return Ok(());
    }
    for (language, role) in contact.role.iter() {
        execute!(tx, CONTACT_TEXT, &contact.key, language.code(), role).map_err(fault)?;
    }
    Ok(())
}
