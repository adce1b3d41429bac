//! Rules of the tree that no compiler checks.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "target" | "node_modules" | ".git" | "data" | "results") {
                files(&path, extension, found);
            }
        } else if path.extension().is_some_and(|its| its == extension) {
            found.push(path);
        }
    }
}

#[test]
fn every_rust_file_opens_with_a_sentence() {
    let mut sources = Vec::new();
    files(&root(), "rs", &mut sources);
    assert!(sources.len() > 60);
    let silent: Vec<_> = sources.iter().filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! ")).collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn every_path_that_a_document_names_exists() {
    let root = root();
    let mut missing = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for word in text.split('`').skip(1).step_by(2) {
            let first = word.split('/').next().unwrap_or_default();
            let is_path = word.contains('/') && !word.contains([' ', '{', '<', '*', ':']) && root.join(first).is_dir();
            if is_path && !word.starts_with('/') && !root.join(word).exists() && !word.starts_with("target/") {
                missing.push(format!("{document}: {word}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn only_the_store_names_sqlx_and_only_http_tells_the_two_sides_apart() {
    let root = root();
    for krate in ["app", "domain", "frontend"] {
        let mut sources = vec![root.join(krate).join("Cargo.toml")];
        files(&root.join(krate).join("src"), "rs", &mut sources);
        for path in sources {
            let text = fs::read_to_string(&path).unwrap();
            assert!(!text.contains("sqlx"), "{} names sqlx", path.display());
            if !path.ends_with("http.rs") {
                assert!(!text.contains("cfg(feature"), "{} has a cfg", path.display());
            }
        }
    }
}

#[test]
fn raw_html_comes_from_the_one_sanitiser_only() {
    let mut sources = Vec::new();
    files(&root().join("app/src"), "rs", &mut sources);
    let users: Vec<_> = sources
        .iter()
        .filter(|path| fs::read_to_string(path).unwrap().contains("inner_html"))
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let mut users = users;
    users.sort();
    // The others insert what the app itself has rendered.
    assert_eq!(users, ["body.rs", "drawn.rs", "frame.rs"]);
}

#[test]
fn the_wasm_bindgen_of_the_makefile_is_that_of_the_lock_file() {
    let root = root();
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
    let after = lock.split("name = \"wasm-bindgen\"\nversion = \"").nth(1).unwrap();
    let version = after.split('"').next().unwrap();
    let makefile = fs::read_to_string(root.join("Makefile")).unwrap();
    assert!(makefile.contains(&format!("WASM_BINDGEN := {version}\n")));
}
