//! Where letters go: to a mail server, or as files into a folder.

use std::path::PathBuf;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

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

/// Why there is no way.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadPost(String);

/// Who the letters are from; replies go to the office.
const SENDER: &str = "Caribbean Migration Portal <no-reply@example.org>";

/// RFC 8058: mail programs offer a button that ends such letters, and press it by a POST.
const UNSUBSCRIBE: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe");
const UNSUBSCRIBE_POST: HeaderName = HeaderName::new_from_ascii_str("List-Unsubscribe-Post");

impl Post {
    /// By SMTP, to a server such as `smtps://user:password@mail.example.org`; without one, into the folder `mail` of the data folder.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn new(smtp: Option<&str>, folder: PathBuf) -> Result<Self, BadPost> {
        let from = SENDER.parse().map_err(|cause| BadPost(format!("{cause}")))?;
        let way = match smtp {
            Some(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(|cause| BadPost(cause.to_string()))?
                    .build(),
            ),
            None => Way::Folder(folder),
        };
        Ok(Self { from, way })
    }

    /// Sends a letter; `number` tells it from others, and a letter that is sent again bears the same one.
    ///
    /// # Errors
    /// What went wrong, for the log.
    pub async fn send(&self, letter: &Letter, number: i64) -> Result<(), String> {
        let to: Mailbox = letter.to.parse().map_err(|cause| format!("the address cannot be read: {cause}"))?;
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&letter.subject)
            .message_id(Some(format!("<{number}@caribbean-migration-portal>")));
        if let Some(address) = &letter.unsubscribe {
            message = message
                .raw_header(HeaderValue::new(UNSUBSCRIBE, format!("<{address}>")))
                .raw_header(HeaderValue::new(UNSUBSCRIBE_POST, "List-Unsubscribe=One-Click".to_owned()));
        }
        let message = message
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|cause| cause.to_string())?;
        match &self.way {
            Way::Smtp(server) => server.send(message).await.map(drop).map_err(|cause| cause.to_string()),
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await.map_err(|cause| cause.to_string())?;
                let file = folder.join(format!("{number:08}.eml"));
                tokio::fs::write(file, message.formatted()).await.map_err(|cause| cause.to_string())
            }
        }
    }
}
