//! Every setting, as a flag or from the environment. Nothing else reads the environment.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::mail::{BadPost, Post};
use crate::startup::Fault;

/// The settings of the portal.
#[derive(Debug, Clone, Args)]
pub struct Settings {
    /// Address and port to listen on.
    #[arg(long, global = true, env = "PORTAL_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,

    /// The database: `sqlite://<file>`, or `postgres://...` for several nodes.
    #[arg(
        long,
        global = true,
        env = "DATABASE_URL",
        default_value = "sqlite://data/portal.db",
        hide_env_values = true
    )]
    pub database_url: String,

    /// The folder for what the portal writes itself.
    #[arg(long, global = true, env = "PORTAL_DATA_DIR", default_value = "data")]
    pub data_dir: PathBuf,

    /// The mail server, such as `smtps://user:password@mail.example.org`; without one, letters are files in the data folder.
    #[arg(long, global = true, env = "PORTAL_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Who letters are from: `no-reply` at the host of the public address, unless set.
    #[arg(long, global = true, env = "PORTAL_MAIL_FROM")]
    pub mail_from: Option<String>,

    /// The address under which readers know the portal; `http://` and the listening address, unless set.
    #[arg(long, global = true, env = "PORTAL_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// The built site (scripts, styles, pictures); found beside the program, unless set.
    #[arg(long, global = true, env = "PORTAL_SITE_DIR")]
    pub site_dir: Option<PathBuf>,

    /// The folder of content that `seed` loads.
    #[arg(long, global = true, env = "PORTAL_CONTENT_DIR", default_value = "content")]
    pub content_dir: PathBuf,

    /// How log lines are written.
    #[arg(long, global = true, env = "PORTAL_LOG_FORMAT", value_enum, default_value_t = LogFormat::Text)]
    pub log_format: LogFormat,

    /// What is logged: a level, or levels for parts of the program.
    #[arg(long, global = true, env = "PORTAL_LOG", default_value = "info")]
    pub log: String,
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: one JSON object a line.
    Json,
}

impl Settings {
    /// The public address, without a slash at its end.
    ///
    /// # Errors
    /// [`Fault::Setting`] where it is not an `http` or `https` address.
    pub fn public_url(&self) -> Result<String, Fault> {
        let url = self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.addr));
        let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or_default();
        let sound =
            !host.is_empty() && !host.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>?#".contains(c));
        if sound {
            Ok(url.trim_end_matches('/').to_owned())
        } else {
            Err(Fault::Setting {
                name: "PORTAL_PUBLIC_URL",
                value: url,
                wanted: "an address such as https://portal.example.org",
            })
        }
    }

    /// The host under which readers know the portal, without its port.
    ///
    /// # Errors
    /// As for [`Self::public_url`].
    pub fn public_host(&self) -> Result<String, Fault> {
        let url = self.public_url()?;
        let place = url.split('/').nth(2).unwrap_or_default();
        let place = place.rsplit('@').next().unwrap_or_default();
        let host = match place.strip_prefix('[') {
            Some(rest) => rest.split(']').next(),
            None => place.split(':').next(),
        };
        Ok(host.unwrap_or_default().to_lowercase())
    }

    /// Whether nobody reaches the portal from another machine: it listens on this one only, and readers know it by no name
    /// that a proxy could answer to.
    ///
    /// # Errors
    /// As for [`Self::public_url`].
    pub fn is_for_this_machine_only(&self) -> Result<bool, Fault> {
        let host = self.public_host()?;
        let is_loopback = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        Ok(is_loopback && self.addr.ip().is_loopback())
    }

    /// The way to send letters.
    ///
    /// # Errors
    /// [`Fault::Setting`] where the sender or the mail server's address cannot be read.
    pub fn post(&self) -> Result<Post, Fault> {
        let from = self.mail_from()?;
        Post::new(&from, self.smtp_url.as_deref(), self.data_dir.join("mail")).map_err(|cause| match cause {
            BadPost::Sender(_) => Fault::Setting {
                name: "PORTAL_MAIL_FROM",
                value: from.clone(),
                wanted: "a mail address such as no-reply@portal.example.org",
            },
            BadPost::Server(_) => Fault::Setting {
                name: "PORTAL_SMTP_URL",
                value: "...".to_owned(),
                wanted: "an address such as smtps://user:password@mail.example.org",
            },
        })
    }

    /// Who letters are from.
    ///
    /// # Errors
    /// As for [`Self::public_url`].
    pub fn mail_from(&self) -> Result<String, Fault> {
        if let Some(from) = &self.mail_from {
            return Ok(from.clone());
        }
        let host = self.public_host()?;
        // A number is no host for a mail address; a portal that has no name is being tried out.
        let host = if host.parse::<IpAddr>().is_ok() { "localhost" } else { host.as_str() };
        Ok(format!("no-reply@{host}"))
    }

    /// The folder of the built site.
    ///
    /// # Errors
    /// [`Fault::NoSite`] where there is none.
    pub fn site_dir(&self) -> Result<PathBuf, Fault> {
        let beside = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
        let candidates = match (&self.site_dir, beside) {
            (Some(given), _) => vec![given.clone()],
            (None, Some(folder)) => vec![folder.join("site"), folder.join("../site")],
            (None, None) => Vec::new(),
        };
        candidates
            .iter()
            .find(|folder| folder.join("pkg").is_dir())
            .cloned()
            .ok_or(Fault::NoSite { looked: candidates })
    }
}
