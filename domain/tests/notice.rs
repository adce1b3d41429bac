//! What notices are about, as it is stored.

use domain::notice::About;
use domain::registration::State;

#[test]
fn what_a_notice_is_about_is_read_back_as_it_was_stored() {
    for state in State::ALL {
        let about = About::Registration(state);
        assert_eq!(About::from_topic(about.topic(), Some(state.code()), None), Some(about));
    }
    assert_eq!(About::from_topic(About::Published.topic(), None, None), Some(About::Published));
    let about = About::Applicant(7);
    assert_eq!(About::from_topic(about.topic(), None, Some(7)), Some(about));
    assert_eq!(About::from_topic(about.topic(), None, None), None);
    for (topic, state) in [("registration", None), ("registration", Some("asleep")), ("weather", None)] {
        assert_eq!(About::from_topic(topic, state, None), None);
    }
}
