//! What letters say. Text and HTML say the same.

use app::messages::AccountLetter;
use app::paths;
use domain::account::Account;
use domain::session::MailKey;
use domain::token::Token;
use domain::{Error, Portal};

use crate::feeds::escape;

/// A letter.
pub struct Letter {
    pub(super) to: String,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) html: String,
}

/// Writes the letter of a topic to an account; none where the topic calls for none.
///
/// Keys are made here, when the letter is written, so that no secret waits in the database.
///
/// # Errors
/// Those of the store.
pub async fn write(portal: &Portal, public_url: &str, topic: &str, account: &Account) -> Result<Option<Letter>, Error> {
    let language = account.profile.language;
    let key = async |purpose| {
        let token = Token::new(&*portal.chance);
        portal.accounts.issue_key(account.id, purpose, &token.hash(), portal.clock.now()).await?;
        Ok::<_, Error>(token.text())
    };
    let link = |path: String| format!("{public_url}{path}");
    let email = account.profile.email.as_str();
    let with_key = |path: String, key: String, email: &str| {
        link(paths::with_query(&path, [("key", key.as_str()), ("email", email)]))
    };
    let (kind, link) = match topic {
        "mail.confirm" => {
            (AccountLetter::Confirm, with_key(paths::confirm(language), key(MailKey::Confirm).await?, ""))
        }
        "mail.known" => (AccountLetter::Known, link(paths::login(language))),
        "mail.reset" => (AccountLetter::Reset, with_key(paths::password(language), key(MailKey::Reset).await?, email)),
        "mail.decision" => (AccountLetter::Decision, link(paths::dashboard(language))),
        _ => return Ok(None),
    };
    let (subject, body) = kind.words(&account.profile.name, &account.standing, language);
    let html = format!(
        "<!DOCTYPE html><html lang=\"{language}\"><body><p>{}</p><p><a href=\"{1}\">{1}</a></p></body></html>",
        escape(&body).replace("\n\n", "</p><p>"),
        escape(&link),
    );
    let name = account.profile.name.replace(['"', '\\', '\r', '\n'], " ");
    Ok(Some(Letter {
        to: format!("\"{name}\" <{}>", account.profile.email),
        subject,
        text: format!("{body}\n\n{link}\n"),
        html,
    }))
}
