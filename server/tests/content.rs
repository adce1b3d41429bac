//! The content folder: what is wrong with a file is said with path, line and reason.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::path::{Path, PathBuf};

use jiff::civil::date;
use server::content;

fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")
}

#[test]
fn a_broken_content_file_is_named_with_its_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    copy(&content_folder(), folder.path());
    let file = folder.path().join("news/broken.toml");
    std::fs::write(&file, "dateline = \"Kingston\"\nnetworks = [\"nowhere\"]\ncontact = \"secretariat\"\n[en]\ntitle = \"A\"\nsummary = \"B\"\n")
        .unwrap();
    let error = content::read(folder.path(), date(2026, 11, 24), true).unwrap_err();
    assert_eq!((error.file.file_name().unwrap().to_str(), error.line), (Some("broken.toml"), Some(2)));
    assert!(error.to_string().contains("there is no \"nowhere\""));
    std::fs::write(&file, "dateline = \"Kingston\"\n\nnot toml at all\n").unwrap();
    assert_eq!(content::read(folder.path(), date(2026, 11, 24), true).unwrap_err().line, Some(3));
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
