//! The program as one starts it: what goes wrong at the start says so calmly, with an exit code of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Runs `portal` in an empty folder with a site beside it.
fn portal(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    portal_reading(folder, arguments, settings, "")
}

/// The same, with something to read.
fn portal_reading(folder: &Path, arguments: &[&str], settings: &[(&str, &str)], input: &str) -> Output {
    let mut running = command(folder, arguments, settings)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who does not read has ended already.
    let _ = running.stdin.take().unwrap().write_all(input.as_bytes());
    running.wait_with_output().unwrap()
}

fn command(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Command {
    std::fs::create_dir_all(folder.join("site/pkg")).unwrap();
    let site = folder.join("site");
    let database = format!("sqlite://{}", folder.join("portal.db").display());
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command
        .args(arguments)
        .env("PORTAL_SITE_DIR", site)
        .env("PORTAL_DATA_DIR", folder.join("data"))
        .env("DATABASE_URL", database)
        .env("PORTAL_CONTENT_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"))
        .envs(settings.iter().copied());
    command
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

fn said(output: &Output) -> (Option<i32>, String) {
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(!text.contains("panicked"), "{text}");
    (output.status.code(), text)
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn seeding_twice_creates_nothing_new_and_says_so() {
    let folder = folder();
    let (code, first) = said(&portal(folder.path(), &["seed", "--demo"], &[]));
    assert_eq!(code, Some(0), "{first}");
    assert!(first.contains("network        10 created    0 already there"), "{first}");
    let (_, second) = said(&portal(folder.path(), &["seed", "--demo"], &[]));
    assert!(second.contains("network         0 created   10 already there"), "{second}");
    let (_, third) = said(&portal(folder.path(), &["seed", "--if-empty"], &[]));
    assert!(third.contains("nothing was loaded"), "{third}");
}

#[test]
fn a_taken_port_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (code, text) = said(&portal(folder().path(), &["serve"], &[("PORTAL_ADDR", &address)]));
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains(&address) && text.contains("PORTAL_ADDR"));
}

#[test]
fn a_data_folder_that_cannot_be_written_to_is_named() {
    let folder = folder();
    std::fs::write(folder.path().join("data"), b"a file, not a folder").unwrap();
    let (code, text) = said(&portal(folder.path(), &["serve"], &[]));
    assert_eq!(code, Some(4), "{text}");
    assert!(text.contains("PORTAL_DATA_DIR"));
}

#[test]
fn a_bad_setting_is_named_with_what_it_must_be() {
    let folder = folder();
    let cases = [
        ("PORTAL_PUBLIC_URL", "ftp://example.org"),
        ("PORTAL_LOG", "loud=very"),
        ("DATABASE_URL", "mysql://localhost/portal"),
        ("PORTAL_ADDR", "nowhere"),
        ("PORTAL_MAIL_FROM", "the secretariat"),
        ("PORTAL_MAIL_FROM", "office@two words.example"),
    ];
    for (name, value) in cases {
        for task in ["serve", "check"] {
            let (code, text) = said(&portal(folder.path(), &[task], &[(name, value)]));
            assert_eq!(code, Some(2), "{name}: {text}");
            assert!(text.contains(value), "{name}: {text}");
        }
    }
}

#[test]
fn a_missing_site_is_named() {
    let folder = folder();
    let (code, text) = said(&portal(folder.path(), &["serve"], &[("PORTAL_SITE_DIR", "/nowhere")]));
    assert_eq!(code, Some(7), "{text}");
}

#[test]
fn a_database_that_is_none_is_named_and_stays_as_it_was() {
    let folder = folder();
    let file = folder.path().join("portal.db");
    std::fs::write(&file, "no database, but a file that somebody needs\n".repeat(100)).unwrap();
    let before = std::fs::read(&file).unwrap();
    let (code, text) = said(&portal(folder.path(), &["serve"], &[("PORTAL_ADDR", "127.0.0.1:0")]));
    assert_eq!(code, Some(6), "{text}");
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn broken_content_is_named_and_nothing_is_loaded() {
    let folder = folder();
    let content = folder.path().join("content");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"), &content);
    let content_dir = content.display().to_string();
    let setting = [("PORTAL_CONTENT_DIR", content_dir.as_str())];
    std::fs::write(content.join("news/broken.toml"), "dateline = \"Kingston\"\n\nnot toml\n").unwrap();
    let (code, text) = said(&portal(folder.path(), &["seed", "--demo"], &setting));
    assert_eq!(code, Some(8), "{text}");
    assert!(text.contains("broken.toml, line 3"), "{text}");
    std::fs::remove_file(content.join("news/broken.toml")).unwrap();
    let (_, text) = said(&portal(folder.path(), &["seed", "--demo"], &setting));
    assert!(text.contains("network        10 created    0 already there"), "{text}");
}

#[test]
fn checking_changes_nothing() {
    let folder = folder();
    let (code, _) = said(&portal(folder.path(), &["check"], &[]));
    assert_eq!(code, Some(6), "there is no database yet");
    assert!(!folder.path().join("portal.db").exists() && !folder.path().join("data").exists());
    said(&portal(folder.path(), &["migrate"], &[]));
    let (code, text) = said(&portal(folder.path(), &["check"], &[]));
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("site, database and") && text.contains("are in order"), "{text}");
}

#[test]
fn checking_says_what_the_database_lacks() {
    let folder = folder();
    let check = || said(&portal(folder.path(), &["check"], &[])).1;
    std::fs::write(folder.path().join("portal.db"), b"").unwrap();
    let text = check();
    assert!(text.contains("The database needs") && !text.contains("site, database and"), "{text}");
    assert!(text.contains("holds no content yet"), "{text}");
    said(&portal(folder.path(), &["migrate"], &[]));
    let text = check();
    assert!(!text.contains("The database needs") && text.contains("`portal seed` loads it"), "{text}");
    said(&portal(folder.path(), &["seed"], &[]));
    let text = check();
    assert!(!text.contains("holds no content yet"), "{text}");
}

#[test]
fn an_account_is_made_with_a_password_from_the_input() {
    let folder = folder();
    let create = ["account", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "editor"];
    let (code, text) = said(&portal(folder.path(), &create, &[]));
    assert_eq!(code, Some(9), "no password was given: {text}");
    let unknown = ["account", "create", "--email", "ana@example.org", "--name", "Ana", "--role", "owner"];
    let (code, text) = said(&portal_reading(folder.path(), &unknown, &[], "a ferry to Port Royal\n"));
    assert_eq!(code, Some(9), "{text}");
    assert!(text.contains("the roles are member, contributor, editor, admin."), "{text}");
    let (code, text) = said(&portal_reading(folder.path(), &create, &[], "short\n"));
    assert_eq!(code, Some(9), "{text}");
    assert!(text.contains("Password: it must be at least 12 characters long."), "{text}");
    let (code, text) = said(&portal_reading(folder.path(), &create, &[], "a ferry to Port Royal\n"));
    assert_eq!((code, text.trim()), (Some(0), "ana@example.org may now sign in as editor."));
    let (code, text) = said(&portal_reading(folder.path(), &create, &[], "a ferry to Port Royal\n"));
    assert_eq!(code, Some(9), "{text}");
    assert!(text.contains("Email: “ana@example.org” is known already."), "{text}");
}

#[test]
fn demo_accounts_are_made_for_a_loopback_address_only() {
    let folder = folder();
    let seed = |settings: &[(&str, &str)]| said(&portal(folder.path(), &["seed", "--demo"], settings)).1;
    let reached = [
        ("PORTAL_ADDR", "0.0.0.0:3000"),
        // Behind a proxy the program listens on a loopback address too.
        ("PORTAL_PUBLIC_URL", "https://portal.example.org"),
        ("PORTAL_PUBLIC_URL", "https://localhost.example.org:443/portal"),
        ("PORTAL_PUBLIC_URL", "https://127.0.0.1@portal.example.org"),
        ("PORTAL_PUBLIC_URL", "http://192.0.2.1"),
    ];
    for setting in reached {
        let text = seed(&[setting]);
        assert!(text.contains("No demo accounts") && text.contains(setting.1), "{text}");
        assert!(!text.contains("portal-demo-2026"), "{text}");
    }
    let alone =
        ["http://localhost:8080", "http://127.0.0.2", "http://[::1]:3000"].map(|url| ("PORTAL_PUBLIC_URL", url));
    for setting in alone {
        let text = seed(&[setting]);
        assert!(text.contains("admin@example.org (admin)"), "{text}");
    }
    let text = seed(&[]);
    assert!(text.contains("admin@example.org (admin)"), "{text}");
}

#[cfg(unix)]
#[test]
fn told_to_stop_it_finishes_and_says_so() {
    use std::io::{BufRead as _, BufReader};
    let folder = folder();
    let mut serving = command(folder.path(), &["serve"], &[("PORTAL_ADDR", "127.0.0.1:0")])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(serving.stdout.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().starts_with("The portal answers at"));
    // Whoever starts an empty portal is told why it shows no page.
    assert!(lines.next().unwrap().unwrap().contains("`portal seed` loads it"));
    let told = Command::new("kill").arg(serving.id().to_string()).status().unwrap();
    assert!(told.success());
    assert_eq!(lines.next().unwrap().unwrap(), "The portal has finished its requests and stopped.");
    assert_eq!(serving.wait().unwrap().code(), Some(0));
}

/// A reader's browser asks for a page; the first line of the answer.
#[cfg(unix)]
fn read(address: &str, path: &str) -> String {
    use std::io::{BufRead as _, BufReader};
    let mut line = std::net::TcpStream::connect(address).unwrap();
    write!(line, "GET {path} HTTP/1.0\r\nHost: {address}\r\nUser-Agent: Mozilla/5.0 Firefox/140.0\r\n\r\n").unwrap();
    BufReader::new(line).lines().next().unwrap().unwrap()
}

/// 14.10.8
#[cfg(unix)]
#[test]
fn what_two_processes_have_counted_is_written_when_they_stop_and_adds_up() {
    use std::io::{BufRead as _, BufReader};
    let folder = folder();
    assert_eq!(said(&portal(folder.path(), &["seed"], &[])).0, Some(0));
    let asked = ["account", "create", "--email", "eva@example.org", "--name", "Eva", "--role", "editor"];
    assert_eq!(said(&portal_reading(folder.path(), &asked, &[], "a ferry to Port Royal\n")).0, Some(0));
    let mut serving = Vec::new();
    for _ in 0..2 {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let mut one =
            command(folder.path(), &["serve"], &[("PORTAL_ADDR", &address)]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(one.stdout.take().unwrap()).lines();
        assert!(lines.next().unwrap().unwrap().starts_with("The portal answers at"));
        serving.push((one, address, lines));
    }
    for (_, address, _) in &serving {
        assert!(read(address, "/en/networks").contains("200"));
    }
    for (mut one, _, _) in serving {
        Command::new("kill").arg(one.id().to_string()).status().unwrap();
        assert_eq!(one.wait().unwrap().code(), Some(0));
    }
    let database = format!("sqlite://{}", folder.path().join("portal.db").display());
    let views = tokio::runtime::Runtime::new().unwrap().block_on(async {
        use domain::account::{Role, Staff};
        use domain::ports::Accounts as _;
        use domain::traffic::Traffic as _;
        let db = store::Db::open(&database).await.unwrap();
        let (account, _) = db.credentials(&"eva@example.org".parse().unwrap()).await.unwrap().unwrap();
        let staff = Staff::of(&account, Role::Editor).unwrap();
        let days = (jiff::civil::date(2000, 1, 1), jiff::civil::date(2199, 1, 1));
        db.views(&staff, days.0, days.1).await.unwrap()
    });
    assert_eq!(views.iter().map(|page| (page.path.as_str(), page.total())).collect::<Vec<_>>(), [("networks", 2)]);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_reads_the_data_folder_or_the_database() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder();
    let file = folder.path().join("data/of/portal.db");
    let database = format!("sqlite://{}", file.display());
    let (code, text) = said(&portal(folder.path(), &["migrate"], &[("DATABASE_URL", &database)]));
    assert_eq!(code, Some(0), "{text}");
    for (path, mode) in [("data", 0o700), ("data/of", 0o700), ("data/of/portal.db", 0o600)] {
        let found = std::fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{path}: {found:o}");
    }
}

#[test]
fn every_command_explains_itself() {
    for command in ["serve", "migrate", "seed", "check", "account"] {
        let (code, text) = said(&portal(folder().path(), &[command, "--help"], &[]));
        assert_eq!(code, Some(0));
        assert!(text.contains("PORTAL_DATA_DIR"), "{command}");
    }
    let (_, text) = said(&portal(folder().path(), &["--help"], &[]));
    assert!(text.starts_with("Runs the portal of the Caribbean Migration Consultations"), "{text}");
    for code in 0..=9 {
        assert!(text.contains(&format!("\n  {code}  ")), "{text}");
    }
}
