//! The program as one starts it: what goes wrong at the start says so calmly, with an exit code of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Runs `portal` in an empty folder with a site beside it.
fn portal(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    std::fs::create_dir_all(folder.join("site/pkg")).unwrap();
    let site = folder.join("site");
    let database = format!("sqlite://{}", folder.join("portal.db").display());
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .env("PORTAL_SITE_DIR", site)
        .env("PORTAL_DATA_DIR", folder.join("data"))
        .env("DATABASE_URL", database)
        .env("PORTAL_CONTENT_DIR", Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"))
        .envs(settings.iter().copied())
        .output()
        .unwrap()
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
    ];
    for (name, value) in cases {
        let (code, text) = said(&portal(folder.path(), &["serve"], &[(name, value)]));
        assert_eq!(code, Some(2), "{name}: {text}");
        assert!(text.contains(value), "{name}: {text}");
    }
}

#[test]
fn a_missing_site_is_named() {
    let folder = folder();
    let (code, text) = said(&portal(folder.path(), &["serve"], &[("PORTAL_SITE_DIR", "/nowhere")]));
    assert_eq!(code, Some(7), "{text}");
}

#[test]
fn every_command_explains_itself() {
    for command in ["serve", "migrate", "seed", "check"] {
        let (code, text) = said(&portal(folder().path(), &[command, "--help"], &[]));
        assert_eq!(code, Some(0));
        assert!(text.contains("PORTAL_DATA_DIR"), "{command}");
    }
}
