//! A PostgreSQL of the test process's own: one cluster in a temporary folder, a new database for whoever asks.
//!
//! It uses the programs of PostgreSQL and no driver, listens on a socket in its folder and on no port, and disappears with
//! the process, however that ends.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// Serves until its input ends, which is when the test process does; then stops the server and takes the folder away.
const WATCH: &str = r#"
    "$1" -D "$2/data" -k "$2" -c listen_addresses= -c max_connections=400 -c autovacuum=off \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
        -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB >"$2/log" 2>&1 </dev/null &
    server=$!
    read -r _
    kill -INT "$server"
    wait "$server"
    cd / && rm -rf "$2"
"#;

/// A new, empty database, which is gone when this is: hundreds of them would fill a disk.
pub(crate) struct Database {
    name: String,
    url: String,
}

impl Database {
    /// # Panics
    /// Where PostgreSQL is not installed or does not start, with what to do.
    pub(crate) fn create() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(1);
        let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        cluster().run("createdb", &["--username=postgres", "--template=template0", &name]).expect("createdb");
        let url = format!("postgres://postgres@localhost/{name}?host={}", cluster().folder.display());
        Self { name, url }
    }

    /// Its address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Database {
    /// Nothing is said where that fails: the whole cluster goes with the process.
    fn drop(&mut self) {
        let _ = cluster().run("dropdb", &["--username=postgres", "--force", &self.name]);
    }
}

fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(Cluster::start)
}

struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    owner: Option<(u32, u32)>,
    /// Its input is open as long as this process lives.
    _watch: Child,
}

impl Cluster {
    fn start() -> Self {
        let programs = programs();
        let folder = tempfile::Builder::new().prefix("portal-pg-").tempdir().expect("a temporary folder").keep();
        let owner = owner(&folder);
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).expect("the temporary folder can be handed over");
        }
        initialize(&programs, &folder, owner);
        let watch = command("sh", &folder, owner)
            .args(["-c", WATCH, "watch"])
            .arg(programs.join("postgres"))
            .arg(&folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("sh starts");
        let cluster = Self { programs, folder, owner, _watch: watch };
        for _ in 0..300 {
            if cluster.run("pg_isready", &["--quiet"]).is_ok() {
                return cluster;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("PostgreSQL did not start: {}", fs::read_to_string(cluster.folder.join("log")).unwrap_or_default());
    }

    fn run(&self, program: &str, arguments: &[&str]) -> io::Result<()> {
        succeed(
            command(self.programs.join(program), &self.folder, self.owner)
                .arg("--host")
                .arg(&self.folder)
                .args(arguments),
        )
    }
}

/// Makes the cluster's files. Its own order of letters is that of Unicode where it can be, as on a server in the field:
/// what must not depend on it is then seen not to.
fn initialize(programs: &Path, folder: &Path, owner: Option<(u32, u32)>) {
    let attempt = |locale: &[&str]| {
        let mut initdb = command(programs.join("initdb"), folder, owner);
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]).args(locale);
        succeed(initdb.arg("--pgdata").arg(folder.join("data")))
    };
    attempt(&["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=und"])
        .or_else(|_| attempt(&["--locale=C"]))
        .expect("initdb makes a cluster");
}

/// Where the programs are: in the folder of Debian's newest version, or on the path.
fn programs() -> PathBuf {
    let mut folders: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|version| Some((version.file_name().to_str()?.parse().ok()?, version.path().join("bin"))))
        .collect();
    folders.sort_unstable();
    let candidates = folders.into_iter().rev().map(|(_, folder)| folder).chain([PathBuf::new()]);
    let complete = |folder: &PathBuf| {
        ["initdb", "postgres", "createdb", "dropdb", "pg_isready"]
            .iter()
            .all(|program| succeed(Command::new(folder.join(program)).arg("--version")).is_ok())
    };
    candidates.into_iter().find(complete).expect(
        "These tests need PostgreSQL: install it (apt-get install postgresql, brew install postgresql), \
         so that initdb, postgres, createdb, dropdb and pg_isready are on the path.",
    )
}

/// PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`.
fn owner(folder: &Path) -> Option<(u32, u32)> {
    if fs::metadata(folder).expect("the folder is there").uid() != 0 {
        return None;
    }
    let users = fs::read_to_string("/etc/passwd").expect("a list of users");
    let ids = |name: &str| {
        let mut fields = users.lines().find(|line| line.starts_with(&format!("{name}:")))?.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    Some(ids("postgres").or_else(|| ids("nobody")).expect("root needs a user postgres or nobody to run PostgreSQL as"))
}

fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path, owner: Option<(u32, u32)>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    if let Some((user, group)) = owner {
        command.uid(user).gid(group);
    }
    command
}

fn succeed(command: &mut Command) -> io::Result<()> {
    let output = command.output()?;
    if output.status.success() { Ok(()) } else { Err(io::Error::other(String::from_utf8_lossy(&output.stderr))) }
}
