//! What notices are about, as it is stored.

use domain::notice::About;
use domain::registration::State;

#[test]
fn what_a_notice_is_about_is_read_back_as_it_was_stored() {
    for state in State::ALL {
        let about = About::Registration(state);
        assert_eq!(About::from_topic(about.topic(), Some(state.code())), Some(about));
    }
    assert_eq!(About::from_topic(About::Published.topic(), None), Some(About::Published));
    for (topic, state) in [("registration", None), ("registration", Some("asleep")), ("weather", None)] {
        assert_eq!(About::from_topic(topic, state), None);
    }
}
