//! When a failed effect is tried again.

use domain::outbox::retry_at;
use jiff::Timestamp;

fn wait(attempts: i64) -> i64 {
    let now = Timestamp::UNIX_EPOCH;
    retry_at(now, attempts).as_second() - now.as_second()
}

#[test]
fn the_wait_doubles_from_a_minute_and_is_capped_at_a_day() {
    assert_eq!(wait(0), 60);
    for attempts in 0..=9 {
        assert_eq!(wait(attempts + 1), 2 * wait(attempts));
    }
    for attempts in [11, 12, 63, 64, i64::MAX] {
        assert_eq!(wait(attempts), 86_400);
    }
}

#[test]
fn a_strange_count_or_the_end_of_time_does_no_harm() {
    assert_eq!(wait(-5), 60);
    assert_eq!(retry_at(Timestamp::MAX, 1), Timestamp::MAX);
}
