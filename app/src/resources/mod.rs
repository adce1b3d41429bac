//! Blog, news, media and e-campus: what their lists and pages say beyond what every entry has.

pub mod linked_data;
