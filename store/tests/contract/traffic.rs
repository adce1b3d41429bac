//! What is read and downloaded, counted by several processes. 14.6.10, 14.10.8

use domain::Language;
use domain::account::Role;
use domain::file::{Access, Files};
use domain::traffic::{Count, Subject, Traffic, Views};
use jiff::civil::{Date, date};

use crate::files::{document, eva, uid};
use crate::people::staff;
use crate::place::{Place, now};

fn page(day: Date, path: &str, language: Language, times: u64) -> Count {
    Count { day, subject: Subject::Page { path: path.to_owned(), language }, times }
}

fn file(day: Date, letter: &str, times: u64) -> Count {
    Count { day, subject: Subject::File(uid(letter)), times }
}

const MONDAY: Date = date(2026, 11, 23);
const TUESDAY: Date = date(2026, 11, 24);

pub(crate) async fn what_two_processes_count_adds_up_by_page_and_language(place: &Place) {
    let eva = staff(place, "eva", Role::Contributor).await;
    let other = place.another_node().await;
    let (en, es) = (Language::En, Language::Es);
    let here = [page(MONDAY, "events", en, 2), page(TUESDAY, "events", es, 3), page(TUESDAY, "", en, 1)];
    let there = [page(TUESDAY, "", en, 1), page(MONDAY, "events", en, 5)];
    let (first, second) = tokio::join!(Traffic::add(&**place, &here), other.add(&there));
    assert_eq!((first, second), (Ok(()), Ok(())));
    let views =
        |path: &str, times: &[(Language, u64)]| Views { path: path.to_owned(), times: times.iter().copied().collect() };
    let read = async |first, last| place.views(&eva, first, last).await.unwrap();
    assert_eq!(read(MONDAY, TUESDAY).await, [views("events", &[(en, 7), (es, 3)]), views("", &[(en, 2)])]);
    assert_eq!(read(MONDAY, MONDAY).await, [views("events", &[(en, 7)])]);
    assert_eq!(read(date(2026, 11, 25), date(2026, 12, 25)).await, []);
}

pub(crate) async fn downloads_are_counted_for_files_that_there_are(place: &Place) {
    let eva = eva(place).await;
    for letter in ["a", "b"] {
        place.store(&eva, document(letter, 10, Access::Everybody), now()).await.unwrap();
    }
    let counts = [file(MONDAY, "a", 1), file(TUESDAY, "a", 1), file(TUESDAY, "b", 4), file(TUESDAY, "c", 9)];
    Traffic::add(&**place, &counts).await.unwrap();
    Traffic::add(&**place, &[file(TUESDAY, "b", 1)]).await.unwrap();
    let downloads = place.downloads(&eva, MONDAY, TUESDAY).await.unwrap();
    assert_eq!(downloads, [(uid("b"), 5), (uid("a"), 2)]);
    assert_eq!(place.downloads(&eva, MONDAY, MONDAY).await.unwrap(), [(uid("a"), 1)]);
    assert_eq!(place.downloaded(&[uid("a"), uid("b"), uid("c")]).await, Ok(7));
    assert_eq!(place.downloaded(&[]).await, Ok(0));
}
