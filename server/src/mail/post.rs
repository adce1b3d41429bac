//! Where letters go: to a mail server, or as files into a folder.

use std::io;
use std::path::{Path, PathBuf};

use app::messages::sender;
use domain::outbox::Effect;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::fs::{DirBuilder, OpenOptions};
use tokio::io::AsyncWriteExt;

use super::letter::Letter;

/// A way to send letters.
#[derive(Clone)]
pub struct Post {
    from: Mailbox,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Why a letter did not go.
#[derive(Debug, thiserror::Error)]
pub enum Undelivered {
    /// It may go another time.
    #[error("{0}")]
    ForNow(String),
    /// It will never: the address cannot be written to.
    #[error("{0}")]
    ForGood(String),
}

/// What a mail server says of an address that it does not take: no such mailbox, not here, not a name of one.
const NO_MAILBOX: [u16; 3] = [550, 551, 553];

/// Why there is no way.
#[derive(Debug, thiserror::Error)]
pub enum BadPost {
    /// The sender is no mail address.
    #[error("{0}")]
    Sender(String),
    /// The mail server's address cannot be read.
    #[error("{0}")]
    Server(String),
}

/// RFC 8058: mail programs offer a button that ends such letters, and press it by a POST.
const UNSUBSCRIBE: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe");
const UNSUBSCRIBE_POST: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");

impl Post {
    /// From this address; by SMTP, to a server such as `smtps://user:password@mail.example.org`; without one, into the folder
    /// `mail` of the data folder.
    ///
    /// # Errors
    /// What is wrong with either address.
    pub fn new(from: &str, smtp: Option<&str>, folder: PathBuf) -> Result<Self, BadPost> {
        let from: Mailbox = from.parse().map_err(|cause| BadPost::Sender(format!("{cause}")))?;
        let way = match smtp {
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(|cause| BadPost::Server(cause.to_string()))?
                    .build(),
            ),
            None => Way::Folder(folder),
        };
        Ok(Self { from, way })
    }

    /// Sends the letter that an effect calls for. Its name tells it from every other, also from those of a former database;
    /// sent again, it bears the same one.
    ///
    /// # Errors
    /// What went wrong, for the log and for staff.
    pub async fn send(&self, letter: &Letter, effect: &Effect) -> Result<(), Undelivered> {
        let to = letter.to.as_str().parse();
        let to = to.map_err(|cause| Undelivered::ForGood(format!("the address cannot be read: {cause}")))?;
        let to = Mailbox::new(Some(letter.name.clone()), to);
        let name = || sender(letter.language).to_owned();
        let from = Mailbox::new(Some(self.from.name.clone().unwrap_or_else(name)), self.from.email.clone());
        let mut message = Message::builder().from(from).to(to).subject(&letter.subject).message_id(Some(format!(
            "<{}.{}@{}>",
            effect.created.as_microsecond(),
            effect.id,
            self.from.email.domain()
        )));
        if let Some(address) = &letter.unsubscribe {
            message = message
                .raw_header(HeaderValue::new(UNSUBSCRIBE, format!("<{address}>")))
                .raw_header(HeaderValue::new(UNSUBSCRIBE_POST, "List-Unsubscribe=One-Click".to_owned()));
        }
        let message = message
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|cause| Undelivered::ForGood(cause.to_string()))?;
        match &self.way {
            Way::Smtp(server) => server.send(message).await.map(drop).map_err(|cause| refused(&cause)),
            Way::Folder(folder) => {
                let name = format!("{:08}.eml", effect.id);
                file(folder, &name, &message.formatted()).await.map_err(|cause| Undelivered::ForNow(cause.to_string()))
            }
        }
    }
}

/// What a mail server's refusal means.
fn refused(cause: &lettre::transport::smtp::Error) -> Undelivered {
    let is_final = cause.status().is_some_and(|status| NO_MAILBOX.contains(&status.into()));
    let said = cause.to_string();
    if is_final { Undelivered::ForGood(said) } else { Undelivered::ForNow(said) }
}

/// Writes a letter into a folder; a letter may bear a key, so that only this user may read either.
async fn file(folder: &Path, name: &str, letter: &[u8]) -> io::Result<()> {
    let (mut builder, mut options) = (DirBuilder::new(), OpenOptions::new());
    builder.recursive(true);
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        builder.mode(0o700);
        options.mode(0o600);
    }
    builder.create(folder).await?;
    let mut file = options.open(folder.join(name)).await?;
    file.write_all(letter).await?;
    file.flush().await
}
