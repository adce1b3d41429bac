//! The command line: `portal serve`, `portal migrate`, `portal seed`, `portal check`.

use std::fs;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;

use axum::serve::ListenerExt;
use clap::{Parser, Subcommand};
use domain::clock::SystemClock;
use domain::{Error, Language, Portal};
use search::Engine;
use store::Db;
use tokio::net::TcpListener;

use crate::chance::SystemChance;
use crate::config::Settings;
use crate::content;
use crate::router;
use crate::service::Service;
use crate::startup::Fault;
use crate::{mail, people, telemetry};

/// What to say of a database that nothing was loaded into: until then every page is one of a fault.
const NO_CONTENT: &str = "The database holds no content yet, so that no page can be shown: `portal seed` loads it.";

/// What scripts that start the program can tell from how it ends; [`Fault::exit_code`] gives them out.
const EXIT_CODES: &str = "\
Exit codes:
  0  done, or told to stop
  1  the database refused, or the service failed
  2  a bad setting or argument
  3  the address is taken, or cannot be listened on
  4  the data folder cannot be written to
  5  the database is newer than the program
  6  the database cannot be opened
  7  the built site is missing
  8  the content is broken
  9  an account cannot be created";

/// Runs the portal of the Caribbean Migration Consultations: its pages, calendar, accounts and letters, on one database.
///
/// Begin with `portal seed`, which loads the content, and `portal serve`. Every setting is a flag or a variable of the
/// environment.
#[derive(Debug, Parser)]
#[command(name = "portal", version, after_help = EXIT_CODES)]
pub struct Command {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Brings the database up to date and answers requests until it is told to stop.
    Serve,
    /// Creates the database, or brings it up to date.
    Migrate,
    /// Loads the content folder; entries that are there already stay as they are.
    Seed {
        /// Also load the demonstration events, dated from today on.
        #[arg(long)]
        demo: bool,
        /// Load only into a database that holds no content yet.
        #[arg(long)]
        if_empty: bool,
    },
    /// Manages accounts.
    #[command(subcommand)]
    Account(AccountTask),
    /// Reads settings, content, site and database, and says what is wrong, without changing anything.
    Check,
}

#[derive(Debug, Subcommand)]
enum AccountTask {
    /// Creates an approved account. The password is read from the first line of the standard input.
    Create {
        /// The mail address to sign in with.
        #[arg(long)]
        email: String,
        /// The person's name.
        #[arg(long)]
        name: String,
        /// What the account may do: member, contributor, editor or admin.
        #[arg(long, default_value = "member")]
        role: String,
        /// The language of letters: en or es.
        #[arg(long, default_value = "en")]
        language: String,
        /// Where the person works.
        #[arg(long, default_value = "Secretariat")]
        institution: String,
    },
}

impl Command {
    /// Does what was asked.
    ///
    /// # Errors
    /// Why it cannot be done.
    pub fn run(self) -> Result<(), Fault> {
        telemetry::start(&self.settings)?;
        let runtime = tokio::runtime::Runtime::new().map_err(Fault::Service)?;
        runtime.block_on(async {
            match self.task {
                Task::Serve => serve(&self.settings).await,
                Task::Migrate => {
                    open(&self.settings).await?;
                    say("The database is up to date.");
                    Ok(())
                }
                Task::Seed { demo, if_empty } => seed(&self.settings, demo, if_empty).await,
                Task::Account(AccountTask::Create { email, name, role, language, institution }) => {
                    let password = people::password_from_input()?;
                    let asked = people::Asked { email, name, role, language, institution, password };
                    let portal = open(&self.settings).await?;
                    say(&people::create(&portal, &asked).await?);
                    Ok(())
                }
                Task::Check => check(&self.settings).await,
            }
        })
    }
}

/// Opens the database, creating and migrating it.
async fn open(settings: &Settings) -> Result<Portal, Fault> {
    prepare_data_dir(settings)?;
    let db = Db::open(&settings.database_url).await?;
    db.migrate().await?;
    let search = Arc::new(Engine::new(Arc::new(db.clone())));
    Ok(db.portal(search, Arc::new(SystemClock), Arc::new(SystemChance)))
}

/// The data folder must exist and take a file. It is made for this user alone: letters in it bear keys.
fn prepare_data_dir(settings: &Settings) -> Result<(), Fault> {
    let folder = &settings.data_dir;
    let probe = folder.join(".writable");
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .and_then(|()| fs::write(&probe, b""))
        .and_then(|()| fs::remove_file(&probe))
        .map_err(|cause| Fault::Unwritable { folder: folder.clone(), cause })
}

async fn serve(settings: &Settings) -> Result<(), Fault> {
    let public_url = settings.public_url()?;
    let (site_dir, post) = (settings.site_dir()?, settings.post()?);
    let portal = open(settings).await?;
    let is_empty = portal.library.identity(Language::En).await == Err(Error::NotFound);
    let listener = TcpListener::bind(settings.addr).await.map_err(|cause| match cause.kind() {
        io::ErrorKind::AddrInUse => Fault::PortTaken(settings.addr),
        _ => Fault::Address { addr: settings.addr, cause },
    })?;
    // Without it every response waits 40 ms for the reader's delayed acknowledgement.
    let listener = listener.tap_io(|connection| {
        if let Err(cause) = connection.set_nodelay(true) {
            tracing::warn!(%cause, "TCP_NODELAY could not be set");
        }
    });
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let job = mail::Job::new(portal.clone(), post, public_url.clone());
    let letters = tokio::spawn(job.run(async {
        let _ = stopped.await;
    }));
    // The index of the search is made while nobody waits for it.
    let first = portal.clone();
    tokio::spawn(async move { first.search.suggest("", Language::En, 0, first.clock.now()).await });
    let service = Service::new(portal.clone(), &site_dir, public_url.clone());
    let (end_count, count_ended) = tokio::sync::oneshot::channel::<()>();
    let counting = tokio::spawn(service.tally.clone().run(portal, async {
        let _ = count_ended.await;
    }));
    let ending = service.ending.clone();
    let service = router::router(service).into_make_service_with_connect_info::<SocketAddr>();
    let told = told_to_stop();
    let stopping = async move {
        told.await;
        ending.send_replace(true);
    };
    say(&format!("The portal answers at {public_url}"));
    if is_empty {
        tracing::warn!("{NO_CONTENT}");
        say(NO_CONTENT);
    }
    axum::serve(listener, service).with_graceful_shutdown(stopping).await.map_err(Fault::Service)?;
    drop((stop, end_count));
    let _ = tokio::join!(letters, counting);
    say("The portal has finished its requests and stopped.");
    Ok(())
}

/// Ctrl-C, or the signal that service managers send. It is heard from the moment of this call, whenever it is waited for.
#[cfg(unix)]
fn told_to_stop() -> impl Future<Output = ()> + Send {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    async fn heard(signal: io::Result<Signal>) {
        match signal {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_deaf) => std::future::pending().await,
        }
    }
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async {
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn told_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

async fn seed(settings: &Settings, demo: bool, if_empty: bool) -> Result<(), Fault> {
    let portal = open(settings).await?;
    let now = portal.clock.now();
    if if_empty && portal.library.identity(Language::En).await.is_ok() {
        say("The database holds content already; nothing was loaded.");
        return Ok(());
    }
    let pack = content::read(&settings.content_dir, app::events::region::day_of(now), demo)?;
    say(&format!("Read {} entries from {}.", pack.entries.len(), settings.content_dir.display()));
    let report = portal.desk.load(&pack, now).await?;
    let demo_accounts = if demo { demo_accounts(settings, &portal).await? } else { Vec::new() };
    for (kind, created, kept) in report.counts {
        let kind = kind.code();
        say(&format!("{kind:<12} {created:>4} created {kept:>4} already there"));
    }
    for line in demo_accounts {
        say(&line);
    }
    Ok(())
}

/// Accounts that everybody knows, for a portal that nobody else can reach.
async fn demo_accounts(settings: &Settings, portal: &Portal) -> Result<Vec<String>, Fault> {
    // Their password is published.
    if settings.is_for_this_machine_only()? {
        people::create_demo(portal).await
    } else {
        let (addr, public_url) = (settings.addr, settings.public_url()?);
        Ok(vec![format!(
            "No demo accounts: they are made only where PORTAL_ADDR and PORTAL_PUBLIC_URL are both loopback addresses, and they are {addr} and {public_url}."
        )])
    }
}

async fn check(settings: &Settings) -> Result<(), Fault> {
    settings.post()?;
    settings.site_dir()?;
    let today = app::events::region::day_of(domain::Clock::now(&SystemClock));
    let pack = content::read(&settings.content_dir, today, true)?;
    let database = Db::inspect(&settings.database_url).await?;
    let entries = pack.entries.len();
    match database.missing {
        0 => say(&format!("Settings, site, database and {entries} content entries are in order.")),
        missing => {
            say(&format!("Settings, site and {entries} content entries are in order."));
            say(&format!(
                "The database needs {missing} migrations: `portal migrate` or `portal serve` will apply them."
            ));
        }
    }
    if database.is_empty {
        say(NO_CONTENT);
    }
    Ok(())
}

/// Speaks to whoever started the command.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}
