//! How publications are cited, in words and for programs.

use domain::Language::{En, Es};
use domain::citation::{Author, Run, Style, Work, bibtex, bodies, csl, doi, ris};
use domain::entry::PublicationForm;
use domain::{Language, citation};
use jiff::civil::{Date, date};
use serde_json::Value;

const TODAY: Date = date(2026, 11, 24);

fn report() -> Work {
    Work {
        key: "nurse-markets".to_owned(),
        form: PublicationForm::Report,
        title: "The nurse labor and education markets in the English-speaking CARICOM".to_owned(),
        language: "en".to_owned(),
        authors: Vec::new(),
        publishers: vec!["World Bank".to_owned()],
        city: Some("Washington".to_owned()),
        year: 2009,
        pages: Some(80),
        isbn: None,
        doi: None,
        summary: "A study.".to_owned(),
        address: "https://portal.example.org/en/repository/nurse-markets".to_owned(),
        jurisdiction: None,
    }
}

fn by(authors: &[&str]) -> Work {
    Work { authors: authors.iter().map(|line| Author::read(line)).collect(), ..report() }
}

fn law() -> Work {
    Work {
        key: "ley-137-03".to_owned(),
        form: PublicationForm::Law,
        title: "Ley No. 137-03 sobre Tráfico Ilícito de Migrantes y Trata de Personas".to_owned(),
        language: "es".to_owned(),
        publishers: Vec::new(),
        city: None,
        year: 2003,
        pages: None,
        jurisdiction: Some("República Dominicana".to_owned()),
        address: "https://portal.example.org/es/repository/ley-137-03".to_owned(),
        ..report()
    }
}

fn cited(work: &Work, style: Style, language: Language) -> String {
    work.cited(style, language, TODAY).iter().map(Run::text).collect()
}

// 14.6.3
#[test]
fn a_report_without_authors_stands_under_its_publisher() {
    assert_eq!(
        cited(&report(), Style::Apa, En),
        "World Bank. (2009). The nurse labor and education markets in the English-speaking CARICOM. \
         https://portal.example.org/en/repository/nurse-markets"
    );
    assert_eq!(
        cited(&report(), Style::Chicago, En),
        "World Bank. 2009. The nurse labor and education markets in the English-speaking CARICOM. World Bank. \
         https://portal.example.org/en/repository/nurse-markets."
    );
    assert_eq!(
        cited(&report(), Style::Vancouver, En),
        "World Bank. The nurse labor and education markets in the English-speaking CARICOM [Internet]. Washington: \
         World Bank; 2009 [cited 2026 Nov 24]. 80 p. Available from: https://portal.example.org/en/repository/nurse-markets"
    );
}

// 14.6.3
#[test]
fn authors_are_joined_as_the_style_and_the_readers_language_ask() {
    let two = by(&["Thomas-Hope, Elizabeth M.", "Íñiguez, Jean-Pierre"]);
    assert!(cited(&two, Style::Apa, En).starts_with("Thomas-Hope, E. M., & Íñiguez, J.-P. (2009). "));
    assert!(cited(&two, Style::Apa, Es).starts_with("Thomas-Hope, E. M. e Íñiguez, J.-P. (2009). "));
    assert!(cited(&two, Style::Apa, En).contains("CARICOM. World Bank. https"), "the publisher is not the author");
    assert!(cited(&two, Style::Chicago, En).starts_with("Thomas-Hope, Elizabeth M., and Jean-Pierre Íñiguez. 2009. "));
    assert!(cited(&two, Style::Chicago, Es).starts_with("Thomas-Hope, Elizabeth M. y Jean-Pierre Íñiguez. 2009. "));
    assert!(cited(&two, Style::Vancouver, En).starts_with("Thomas-Hope EM, Íñiguez JP. The nurse"));
    let many: Vec<String> = (1..=25).map(|n| format!("Family{n}, Given")).collect();
    let many = by(&many.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(cited(&many, Style::Apa, En).contains("Family19, G., … Family25, G. (2009)"));
    assert!(cited(&many, Style::Chicago, En).starts_with("Family1, Given, Given Family2, Given Family3, et al. 2009."));
    assert!(cited(&many, Style::Vancouver, En).contains("Family6 G, et al. The nurse"));
}

// 14.6.3
#[test]
fn several_bodies_that_issued_a_work_each_keep_their_name() {
    let line = "Migration Policy Institute; Inter-American Development Bank;";
    let publishers: Vec<String> = bodies(line).map(str::to_owned).collect();
    let work = Work { publishers, ..report() };
    let (one, other) = ("Migration Policy Institute", "Inter-American Development Bank");
    assert!(cited(&work, Style::Apa, En).starts_with(&format!("{one} & {other}. (2009). ")));
    assert!(!cited(&work, Style::Apa, En).contains(&format!("{one} and")), "authors are not named as publishers again");
    assert!(cited(&work, Style::Chicago, En).contains(&format!("CARICOM. {one} and {other}. https")));
    assert!(cited(&work, Style::Vancouver, Es).contains(&format!("Washington: {one} e {other}; 2009")));
    assert!(bibtex(&work).contains(&format!("institution = {{{{{one}; {other}}}}}")), "{}", bibtex(&work));
    assert!(bibtex(&work).contains(&format!("author = {{{{{one}}} and {{{other}}}}}")));
    assert_eq!(ris(&work).matches("AU  - ").count(), 2);
    let items: Value = serde_json::from_str(&csl(&work)).unwrap();
    assert_eq!(items[0]["author"][1]["literal"], other);
    let mixed = Work { authors: by(&[one]).authors, ..work };
    assert!(
        cited(&mixed, Style::Apa, En).contains(&format!("CARICOM. {other}. https")),
        "only the other one issued it"
    );
}

// 14.6.3
#[test]
fn a_law_stands_under_its_title_with_the_state_whose_law_it_is() {
    let title = "Ley No. 137-03 sobre Tráfico Ilícito de Migrantes y Trata de Personas";
    let at = "https://portal.example.org/es/repository/ley-137-03";
    assert_eq!(cited(&law(), Style::Apa, Es), format!("{title} (República Dominicana, 2003). {at}"));
    assert_eq!(cited(&law(), Style::Chicago, Es), format!("{title}. 2003. República Dominicana. {at}."));
    assert_eq!(
        cited(&law(), Style::Vancouver, Es),
        format!(
            "{title} [Internet]. República Dominicana; 2003 [citado el 24 de noviembre de 2026]. Disponible en: {at}"
        )
    );
    assert!(law().cited(Style::Apa, Es, TODAY).contains(&Run::Italic(title.to_owned())));
    assert!(ris(&law()).starts_with("TY  - STAT\r\nTI  - Ley"));
    assert!(bibtex(&law()).starts_with("@misc{ley-137-03,\n  title = {{Ley"));
}

#[test]
fn a_title_that_ends_a_sentence_gets_no_second_stop() {
    let asked = Work { title: "Who migrates, and why?".to_owned(), ..report() };
    assert!(cited(&asked, Style::Apa, En).contains("(2009). Who migrates, and why? https"));
}

// 14.6.3
#[test]
fn signs_that_mean_something_to_a_program_are_only_text_in_its_file() {
    let odd = Work {
        title: "Costs & benefits of 50% {open} \"doors\" \\ in Curaçao_#1".to_owned(),
        authors: vec![Author::read("O’Neill, Ana"), Author::read("Health and Migration Board")],
        summary: "Line\nbreak\r\nER  - ".to_owned(),
        doi: doi("https://doi.org/10.18356/9789210027045"),
        ..report()
    };
    let bib = bibtex(&odd);
    assert!(
        bib.contains(
            "title = {{Costs \\& benefits of 50\\% \\{open\\} \"doors\" \\textbackslash{} in Curaçao\\_\\#1}}"
        )
    );
    assert!(bib.contains("author = {O’Neill, Ana and {Health and Migration Board}}"), "{bib}");
    let record = ris(&odd);
    assert_eq!(record.lines().filter(|line| line.starts_with("ER  -")).count(), 1, "{record}");
    assert!(record.contains("AU  - O’Neill, Ana\r\nAU  - Health and Migration Board\r\n"));
    let items: Value = serde_json::from_str(&csl(&odd)).unwrap();
    assert_eq!(items[0]["title"], odd.title.as_str());
    assert_eq!(items[0]["author"][0]["family"], "O’Neill");
    assert_eq!(items[0]["author"][1]["literal"], "Health and Migration Board");
    assert_eq!(items[0]["issued"]["date-parts"][0][0], 2009);
    assert_eq!(items[0]["DOI"], "10.18356/9789210027045");
}

#[test]
fn a_doi_is_read_bare_or_from_its_address_and_nothing_else_is_one() {
    let bare = Some("10.18356/9789210027045".to_owned());
    for typed in ["10.18356/9789210027045", " doi:10.18356/9789210027045", "https://doi.org/10.18356/9789210027045"] {
        assert_eq!(doi(typed), bare);
    }
    for typed in
        ["", "10.1/x", "10.18356/", "10.18356/a b", "10.18356/a\"b", "https://example.org/10.18356/x", "11.18356/x"]
    {
        assert_eq!(doi(typed), None, "{typed}");
    }
    assert_eq!(citation::doi_address("10.18356/x"), "https://doi.org/10.18356/x");
}
