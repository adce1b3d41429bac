//! The content folder: what is wrong with a file is said with path, line and reason.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use domain::Language;
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

/// 14.3.10
#[test]
fn a_session_that_cannot_be_is_named_with_its_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    copy(&content_folder(), folder.path());
    let file = folder.path().join("events/online-briefing-on-citing-migration-figures.toml");
    let sound = std::fs::read_to_string(&file).unwrap();
    for (is, becomes, reason) in [
        ("start = \"10:40\"", "day = 2\nstart = \"10:40\"", "day: it must be one of the event's days"),
        ("start = \"10:40\"", "day = 0\nstart = \"10:40\"", "day: the first day is 1"),
        ("start = \"10:40\"", "start = \"ten\"", "start: it must be an hour such as 09:30"),
        ("end = \"11:10\"", "end = \"10:40\"", "end: it must be later than the beginning"),
        (
            "meeting_link = \"https",
            "meeting_link = \"http",
            "meeting_link: it must be an address that begins with https://",
        ),
        ("meeting_opens = 30", "meeting_opens = 1441", "meeting_opens: it must be from 0 to 1440 minutes"),
    ] {
        std::fs::write(&file, sound.replace(is, becomes)).unwrap();
        let error = content::read(folder.path(), date(2026, 11, 24), true).unwrap_err();
        let line = sound.lines().position(|line| line.starts_with(is)).unwrap() + 1;
        assert_eq!((error.line, error.reason.as_str()), (Some(line), reason));
    }
}

/// 14.6.9
#[test]
fn a_source_is_read_as_each_language_names_it_for_every_number_of_its_table() {
    let folder = tempfile::tempdir().unwrap();
    copy(&content_folder(), folder.path());
    let table = "networks = []\n[en]\ntitle = \"A\"\nsummary = \"B\"\n\
        [[figures]]\nunit = \"count\"\nyear = \"2020\"\nsource = \"Ministry of Health\"\n\
        [figures.values]\nhaiti = 1\njamaica = 2\n[figures.en]\nlabel = \"Clinics\"\n\
        [figures.es]\nlabel = \"Clínicas\"\nsource = \"Ministerio de Salud\"\n";
    std::fs::write(folder.path().join("datasets/clinics.toml"), table).unwrap();
    std::fs::write(folder.path().join("datasets/clinics.en.md"), "Clinics.\n").unwrap();
    let pack = content::read(folder.path(), date(2026, 11, 24), true).unwrap();
    let set = pack.entries.iter().find(|entry| entry.slug.as_str() == "clinics").unwrap();
    assert_eq!(set.figures.len(), 2);
    for figure in &set.figures {
        let named = [Language::En, Language::Es].map(|language| figure.source_in(language));
        assert_eq!(named, ["Ministry of Health", "Ministerio de Salud"]);
    }
}

/// 14.6.9
#[test]
fn every_source_that_has_a_spanish_name_bears_it_in_spanish() {
    let pack = content::read(&content_folder(), date(2026, 11, 24), true).unwrap();
    let names = [
        ("World Bank", "Banco Mundial"),
        ("IOM", "OIM"),
        ("UN Women", "ONU Mujeres"),
        ("UNHCR", "ACNUR"),
        ("ILO", "OIT"),
        ("UN DESA", "DAES de la ONU"),
        ("Website of the Caribbean Migration Consultations", "Sitio web de las Consultas"),
        ("Platform on Disaster Displacement", "Plataforma sobre el Desplazamiento por Desastres"),
    ];
    let english = ["quoted by", "UN DESA", " IOM", "January", "April", "August", "September", "November", "December"];
    let mut known = BTreeMap::new();
    for figure in pack.entries.iter().flat_map(|entry| &entry.figures) {
        let said = figure.source_in(Language::Es);
        for (_, spanish) in names.iter().filter(|(name, _)| figure.source.starts_with(name)) {
            assert!(said.starts_with(spanish), "{}: {said}", figure.source);
        }
        assert!(!english.iter().any(|word| said.contains(word)), "{}: {said}", figure.source);
        assert!(!figure.source.contains(" via "), "{}: said as \"quoted by\" elsewhere", figure.source);
        assert_eq!(*known.entry(&figure.source).or_insert(said), said, "{} has one Spanish name", figure.source);
    }
    assert!(known.len() > 40, "{}", known.len());
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
