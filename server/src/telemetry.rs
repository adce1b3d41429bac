//! Logs: what happened, with the request's id, without personal data.

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, Settings};
use crate::startup::Fault;

/// Begins to log, to standard error.
///
/// # Errors
/// [`Fault::Setting`] where the filter cannot be read.
pub fn start(settings: &Settings) -> Result<(), Fault> {
    let filter = EnvFilter::try_new(&settings.log).map_err(|_cause| Fault::Setting {
        name: "PORTAL_LOG",
        value: settings.log.clone(),
        wanted: "a level (error, warn, info, debug, trace), or levels such as `info,sqlx=warn`",
    })?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = match settings.log_format {
        LogFormat::Text => lines.with_target(false).try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    // A second start in one process (tests) keeps the first.
    let _ = started;
    Ok(())
}
