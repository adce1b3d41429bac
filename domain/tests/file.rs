//! Files: what is taken in, which names are safe, which part is asked for, who may open one, and where it is used.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

use domain::Language;
use domain::account::{Account, Profile, Role, Standing};
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::Kind;
use domain::file::{
    About, Access, Closed, File, LARGEST_DOCUMENT, Medium, Place, Reach, Span, Uid, Unfit, Used, Variant, accept,
    safe_name, uses_of,
};
use domain::language::Texts;
use domain::markdown::to_html_with;
use domain::pack::EntryDraft;
use jiff::Timestamp;
use proptest::prelude::*;

const UID: &str = "abcdefghijkmnpqrstuv";

/// A packed folder with these names, each with its content as it stands.
fn packed(entries: &[(&str, &str)]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    let short = |number: usize| u16::try_from(number).unwrap().to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    for (name, content) in entries {
        let at = bytes.len();
        let sizes = [long(content.len()), long(content.len())].concat();
        bytes.extend([&b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"[..], &sizes, &short(name.len()), &[0, 0]].concat());
        bytes.extend(name.bytes().chain(content.bytes()));
        list.extend([&b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0"[..], &sizes, &short(name.len())].concat());
        list.extend([&[0; 12][..], &long(at)].concat());
        list.extend(name.bytes());
    }
    let (start, count) = (bytes.len(), short(entries.len()));
    bytes.extend(&list);
    bytes.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &long(list.len()), &long(start), &[0, 0]].concat());
    bytes
}

fn word() -> Vec<u8> {
    packed(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")])
}

#[test]
fn what_a_file_is_is_told_by_its_bytes() {
    // 14.6.6
    let sheet = Medium::Ods.media_type();
    for (bytes, medium) in [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec(), Medium::Pdf),
        (word(), Medium::Docx),
        (packed(&[("[Content_Types].xml", ""), ("xl/workbook.xml", "")]), Medium::Xlsx),
        (packed(&[("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]), Medium::Pptx),
        (packed(&[("mimetype", Medium::Odt.media_type()), ("content.xml", "")]), Medium::Odt),
        (packed(&[("mimetype", sheet), ("content.xml", "")]), Medium::Ods),
        (b"country,year\nHaiti,2026\n".to_vec(), Medium::Csv),
        ("Acta de la reunión\n".as_bytes().to_vec(), Medium::Text),
    ] {
        assert_eq!(accept(&bytes), Ok(medium), "{medium:?}");
    }
}

#[test]
fn what_is_not_taken_says_why() {
    // Issue, "Uploads"
    let pdf = b"%PDF-1.7\n%%EOF\n";
    let with_macros = [("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "x")];
    let appended = [word(), b"<script>".to_vec()].concat();
    let prepended = [&b"PK\x03\x04 something before"[..], &word()].concat();
    for (bytes, unfit) in [
        (Vec::new(), Unfit::Empty),
        (b" \n".to_vec(), Unfit::Empty),
        (b"%PDF-1.7\n1 0 obj".to_vec(), Unfit::Cut),
        ([&pdf[..], b"<html><script>"].concat(), Unfit::Mixed),
        ([b"<html>", &pdf[..]].concat(), Unfit::Unknown),
        (b"<!doctype html><p>".to_vec(), Unfit::Unknown),
        (b"\xef\xbb\xbf  <svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), Unfit::Unknown),
        (b"GIF89a\x01\0\x01\0".to_vec(), Unfit::Unknown),
        (b"MZ\x90\0\x03\0\0\0".to_vec(), Unfit::Unknown),
        (b"text with \0 in it".to_vec(), Unfit::Unknown),
        (b"text that is not \xff UTF-8".to_vec(), Unfit::Unknown),
        (packed(&[("a.txt", "any folder")]), Unfit::Unknown),
        (packed(&with_macros), Unfit::Macros),
        (word()[..60].to_vec(), Unfit::Cut),
        (appended, Unfit::Mixed),
        (prepended, Unfit::Mixed),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0".to_vec(), Unfit::Cut),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), Unfit::Cut),
        ([vec![b'a'; LARGEST_DOCUMENT], vec![b'a']].concat(), Unfit::TooLarge(LARGEST_DOCUMENT)),
    ] {
        assert_eq!(accept(&bytes), Err(unfit), "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
    }
}

#[test]
fn of_a_name_one_safe_segment_is_kept() {
    for (sent, safe) in [
        ("Report 2026.pdf", "Report 2026.pdf"),
        ("../../etc/x.pdf", "x.pdf"),
        ("C:\\docs\\x.PDF", "x.pdf"),
        ("evil.exe", "evil.pdf"),
        ("report.pdf.exe", "report.pdf.pdf"),
        ("a\r\nb\u{0}.pdf", "ab.pdf"),
        ("gpj\u{202e}.pdf", "gpj.pdf"),
        ("\"quoted\".pdf", "quoted.pdf"),
        ("..", "document.pdf"),
        ("", "document.pdf"),
        ("informe n.º 3 – año.pdf", "informe n.º 3 – año.pdf"),
    ] {
        assert_eq!(safe_name(sent, Medium::Pdf), safe, "{sent:?}");
    }
    assert_eq!(safe_name("", Medium::Png), "picture.png");
    assert_eq!(safe_name(&"é".repeat(500), Medium::Text).chars().count(), 84);
}

proptest! {
    #[test]
    fn no_name_holds_a_path_or_a_control_character(sent in any::<String>()) {
        let name = safe_name(&sent, Medium::Pdf);
        prop_assert!(name.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && end == "pdf"));
        prop_assert!(!name.contains(['/', '\\', '"']) && !name.chars().any(char::is_control) && !name.starts_with('.'));
    }

    #[test]
    fn no_bytes_make_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), start in 0..6_usize) {
        let starts: [&[u8]; 6] = [b"", b"\xff\xd8\xff\xda", b"\x89PNG\r\n\x1a\n", b"RIFF\x04\0\0\0WEBPVP8 ", b"PK\x03\x04", b"%PDF-"];
        let _ = accept(&[starts[start], &bytes].concat());
        let mut cut = word();
        cut.truncate(bytes.len());
        let _ = accept(&[cut, bytes].concat());
    }

    #[test]
    fn a_part_lies_inside_the_file(header in "bytes=[0-9]{0,21}-[0-9]{0,21}", length in 0..10_000_u64) {
        if let Span::Part(first, last) = Span::read(&header, length) {
            prop_assert!(first <= last && last < length);
        }
    }
}

#[test]
fn a_range_is_read_as_the_standard_says() {
    for (header, span) in [
        ("bytes=0-0", Span::Part(0, 0)),
        ("bytes=10-", Span::Part(10, 99)),
        ("bytes=-10", Span::Part(90, 99)),
        ("bytes=-1000", Span::Part(0, 99)),
        ("bytes=90-1000", Span::Part(90, 99)),
        ("bytes=100-", Span::Nowhere),
        ("bytes=-0", Span::Nowhere),
        ("bytes=99999999999999999999999-", Span::Nowhere),
        ("bytes=5-2", Span::Whole),
        ("bytes=0-1,5-6", Span::Whole),
        ("lines=0-1", Span::Whole),
        ("bytes=-", Span::Whole),
        ("", Span::Whole),
    ] {
        assert_eq!(Span::read(header, 100), span, "{header}");
    }
}

fn file(access: Access) -> File {
    File {
        uid: UID.parse().unwrap(),
        name: "a.pdf".to_owned(),
        medium: Medium::Pdf,
        hash: String::new(),
        variants: Vec::new(),
        about: About {
            titles: Texts::default(),
            alts: Texts::default(),
            is_decorative: false,
            language: None,
            credit: String::new(),
            access,
            opens_on: None,
        },
        created: Timestamp::UNIX_EPOCH,
        created_by: String::new(),
        is_deleted: false,
    }
}

fn account(role: Role, standing: Standing) -> Account {
    let profile = Profile {
        email: "ana@example.org".parse().unwrap(),
        name: "Ana".to_owned(),
        country: None,
        institution: String::new(),
        function: String::new(),
        networks: Vec::new(),
        language: Language::En,
        digest: domain::notice::Every::Week,
    };
    Account { id: 1, profile, standing, role, writes_in: None, created: Timestamp::UNIX_EPOCH }
}

#[test]
fn each_access_opens_for_whom_it_names() {
    // 14.3.10
    let shown = Reach { is_shown: true, has_seat: false };
    let seat = Reach { has_seat: true, ..shown };
    let (member, editor) = (account(Role::Member, Standing::Approved), account(Role::Editor, Standing::Approved));
    let waiting = account(Role::Member, Standing::Waiting);
    let opens = |access, account, reach| file(access).opens_for(account, reach, Timestamp::UNIX_EPOCH);
    assert_eq!(opens(Access::Everybody, None, shown), Ok(()));
    assert_eq!(opens(Access::Members, None, shown), Err(Closed::SignIn));
    assert_eq!(opens(Access::Members, Some(&waiting), shown), Err(Closed::ForMembers));
    assert_eq!(opens(Access::Members, Some(&member), shown), Ok(()));
    assert_eq!(opens(Access::Registered, None, shown), Err(Closed::SignIn));
    assert_eq!(opens(Access::Registered, Some(&member), shown), Err(Closed::ForRegistered));
    assert_eq!(opens(Access::Registered, Some(&member), seat), Ok(()));
    assert_eq!(opens(Access::Staff, Some(&member), seat), Err(Closed::ForStaff));
    for access in Access::ALL {
        assert_eq!(opens(access, Some(&member), Reach::default()), Err(Closed::Hidden), "nothing public uses it");
        assert_eq!(opens(access, Some(&editor), Reach::default()), Ok(()), "staff open everything");
    }
}

#[test]
fn a_file_opens_on_its_day_in_the_region_and_until_then_for_staff_alone() {
    // 14.6.7
    let shown = Reach { is_shown: true, has_seat: true };
    let (member, editor) = (account(Role::Member, Standing::Approved), account(Role::Editor, Standing::Approved));
    let day = jiff::civil::date(2027, 3, 1);
    let later = |access| File { about: About { opens_on: Some(day), ..file(access).about }, ..file(access) };
    // Midnight in Jamaica is five hours later than that of UTC.
    let (before, after): (Timestamp, Timestamp) =
        ("2027-03-01T04:59:59Z".parse().unwrap(), "2027-03-01T05:00:00Z".parse().unwrap());
    for access in [Access::Everybody, Access::Members, Access::Registered] {
        for reader in [None, Some(&member)] {
            assert_eq!(later(access).opens_for(reader, shown, before), Err(Closed::NotYet(day)));
            let of_its_rule = file(access).opens_for(reader, shown, after);
            assert_eq!(later(access).opens_for(reader, shown, after), of_its_rule, "{access:?}");
        }
        assert_eq!(later(access).opens_for(Some(&editor), shown, before), Ok(()));
    }
    assert_eq!(
        (later(Access::Everybody).opens_later(before), later(Access::Everybody).opens_later(after)),
        (Some(day), None)
    );
    assert!(!later(Access::Everybody).is_for_all(before) && later(Access::Everybody).is_for_all(after));
    assert_eq!(later(Access::Staff).opens_for(None, shown, before), Err(Closed::ForStaff), "its day says nothing");
}

#[test]
fn a_picture_in_a_text_comes_in_its_widths_and_keeps_its_place() {
    let variants = [(480, 320), (960, 640)].map(|(width, height)| Variant { width, height, size: 1 }).to_vec();
    let about = About { credit: "A & B".to_owned(), ..file(Access::Everybody).about };
    let used =
        Used { place: Place::Text, file: File { medium: Medium::Jpeg, variants, about, ..file(Access::Everybody) } };
    let html = to_html_with(&format!("![A quay](/files/{UID}/960/quay.jpg)"), &[used], &[]);
    let set = format!("srcset=\"/files/{UID}/480/quay.jpg 480w, /files/{UID}/960/quay.jpg 960w\"");
    for part in
        [set.as_str(), "width=\"960\"", "height=\"640\"", "loading=\"lazy\"", "alt=\"A quay\"", "<em>A &amp; B</em>"]
    {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn an_entry_uses_its_documents_its_picture_and_what_its_text_names() {
    // 14.7.7
    let uid = |letter: &str| letter.repeat(20).parse::<Uid>().unwrap();
    let mut draft = EntryDraft::blank(Kind::Event, Language::En);
    draft.files = vec![uid("b"), uid("a"), uid("b")];
    draft.picture = Some(format!("files/{}", uid("c")));
    let markdown = format!("![x](/files/{}/960/x.jpg) and [a](/files/{}/a.pdf)", uid("d"), uid("a"));
    let text = BlockText { markdown, made_from: None };
    draft.blocks = vec![Block { id: 1, kind: BlockKind::Paragraph, texts: Texts::from_iter([(Language::En, text)]) }];
    let uses = uses_of(&draft);
    let expected = [
        (Place::Documents, uid("b")),
        (Place::Documents, uid("a")),
        (Place::Picture, uid("c")),
        (Place::Text, uid("d")),
        (Place::Text, uid("a")),
    ];
    assert_eq!(uses, expected);
    draft = EntryDraft { picture: Some("diaspora.svg".to_owned()), ..EntryDraft::blank(Kind::Page, Language::En) };
    assert_eq!(uses_of(&draft), []);
}
