//! A throw-away PostgreSQL for the tests of one process: started when the first of them asks, gone when the process ends.
//!
//! Nothing but the standard library is needed here, so the tests of any crate can include this file with `#[path]`.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

static CLUSTER: OnceLock<Result<Cluster, String>> = OnceLock::new();
static DATABASES: AtomicUsize = AtomicUsize::new(1);

struct Cluster {
    port: u16,
    /// The folder of `createdb`.
    programs: String,
    /// The watchdog stops the server when this pipe closes: at the end of the process, however it ends.
    _pipe: ChildStdin,
}

/// PostgreSQL refuses to run as root.
const AS_AN_ORDINARY_USER: &str = r#"
if [ "$(id -u)" = 0 ]; then exec runuser -u postgres -- sh -c "$1"; else exec sh -c "$1"; fi
"#;

/// Says `at FOLDER` when the data folder is there, reads the port, says `ready`, and waits for the end of its input.
const WATCHDOG: &str = r#"
trap '' INT TERM HUP PIPE
cd /
programs=
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb)")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then programs=$folder; break; fi
done
if [ -z "$programs" ]; then
    echo "there is no initdb on PATH or under /usr/lib/postgresql. Install PostgreSQL's server, for instance with \`apt-get install postgresql\`"
    exit 1
fi
data=$(mktemp -d) || { echo "mktemp found no room for the data folder"; exit 1; }
server=
finish() {
    if [ -n "$server" ]; then kill -INT "$server" 2>/dev/null; wait "$server"; fi
    rm -rf "$data"
    exit
}
if ! "$programs/initdb" -D "$data/cluster" -U portal -A trust -E UTF8 --locale=C --no-sync >"$data/log" 2>&1; then
    echo "initdb failed: $(tr '\n' ' ' <"$data/log")"; finish
fi
echo "at $programs"
read -r port || finish
"$programs/postgres" -D "$data/cluster" -h 127.0.0.1 -p "$port" -c unix_socket_directories= -c max_connections=400 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off >"$data/log" 2>&1 &
server=$!
tries=0
until "$programs/pg_isready" -q -h 127.0.0.1 -p "$port"; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "the server did not start: $(tr '\n' ' ' <"$data/log")"; finish
    fi
    sleep 0.1
done
echo "ready"
while read -r line; do :; done
finish
"#;

/// The address of a new, empty database.
///
/// # Panics
/// With a sentence on what to install where PostgreSQL cannot be started: these tests are never skipped.
pub fn new_database() -> String {
    let cluster = match CLUSTER.get_or_init(start) {
        Ok(cluster) => cluster,
        Err(cause) => panic!("The tests need a PostgreSQL server, but {cause}."),
    };
    let name = format!("portal_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let created = Command::new(format!("{}/createdb", cluster.programs))
        .args(["-h", "127.0.0.1", "-U", "portal", "-p", &cluster.port.to_string(), &name])
        .output()
        .expect("createdb is beside initdb");
    assert!(created.status.success(), "createdb failed: {}", String::from_utf8_lossy(&created.stderr));
    format!("postgres://portal@127.0.0.1:{}/{name}", cluster.port)
}

fn start() -> Result<Cluster, String> {
    let mut watchdog = Command::new("sh")
        .args(["-c", AS_AN_ORDINARY_USER, "sh", WATCHDOG])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| format!("there is no sh to start it with: {cause}"))?;
    let (Some(mut pipe), Some(output)) = (watchdog.stdin.take(), watchdog.stdout.take()) else {
        return Err("its watchdog has no pipes".to_owned());
    };
    let mut lines = BufReader::new(output).lines();
    let mut say = || match lines.next() {
        Some(Ok(line)) => Ok(line),
        _ => Err("it could not be started (as root, a user named postgres and runuser must be there)".to_owned()),
    };
    let line = say()?;
    let programs = line.strip_prefix("at ").ok_or_else(|| line.clone())?.to_owned();
    // Chosen at the last moment, so that nobody else takes it in between.
    let port = free_port().map_err(|cause| format!("there is no free port: {cause}"))?;
    writeln!(pipe, "{port}").map_err(|cause| format!("its watchdog is gone: {cause}"))?;
    let line = say()?;
    if line == "ready" { Ok(Cluster { port, programs, _pipe: pipe }) } else { Err(line) }
}

fn free_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
