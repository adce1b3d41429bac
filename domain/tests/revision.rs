//! A history folded into sittings. 14.9.3, 14.9.6

use domain::revision::{Change, Revision, Sitting, sittings};
use jiff::Timestamp;

fn save(id: i64, minute: i64, actor: &str, changes: &[(&str, &str, &str)]) -> Revision {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let change = |(field, before, after): &(&str, &str, &str)| Change {
        field: (*field).to_owned(),
        before: some(before),
        after: some(after),
    };
    Revision {
        id,
        valid_from: Timestamp::from_second(minute * 60).expect("a time"),
        valid_to: None,
        actor: actor.to_owned(),
        reason: String::new(),
        name: None,
        changes: changes.iter().map(change).collect(),
    }
}

fn ids(sittings: &[Sitting]) -> Vec<Vec<i64>> {
    sittings.iter().map(|sitting| sitting.saves.iter().map(|save| save.id).collect()).collect()
}

#[test]
fn saves_of_one_person_with_short_pauses_are_one_sitting() {
    let history =
        vec![save(5, 130, "Ana", &[]), save(4, 100, "Ana", &[]), save(3, 69, "Ana", &[]), save(2, 60, "Ben", &[])];
    assert_eq!(ids(&sittings(history)), [vec![5, 4], vec![3], vec![2]]);
    assert_eq!(sittings(Vec::new()), []);
}

#[test]
fn a_named_version_is_kept_apart_from_what_is_saved_later() {
    let mut named = save(2, 10, "Ana", &[]);
    named.name = Some("Sent to the ministers".to_owned());
    let history = vec![save(3, 12, "Ana", &[]), named, save(1, 8, "Ana", &[])];
    assert_eq!(ids(&sittings(history)), [vec![3], vec![2, 1]]);
}

#[test]
fn what_was_changed_and_changed_back_within_a_sitting_has_not_changed() {
    let mut last = save(3, 3, "Ana", &[("a", "two", "three"), ("b", "new", "old"), ("c", "x", "")]);
    last.reason = "Shorter".to_owned();
    let mut before = save(2, 2, "Ana", &[("a", "one", "two"), ("b", "old", "new"), ("c", "", "x")]);
    before.reason = "Longer".to_owned();
    let sitting = Sitting { saves: vec![last, before] };
    let changes = sitting.changes();
    assert_eq!(changes, save(0, 0, "", &[("a", "one", "three")]).changes);
    assert_eq!(sitting.reasons(), ["Longer", "Shorter"]);
}
