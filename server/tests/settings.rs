//! What follows from the settings, where they are not set themselves.

use clap::Parser;
use server::config::Settings;

#[derive(Parser)]
struct Asked {
    #[command(flatten)]
    settings: Settings,
}

fn settings(flags: &[&str]) -> Settings {
    Asked::parse_from(["portal"].iter().chain(flags)).settings
}

#[test]
fn letters_come_from_the_host_of_the_public_address_unless_set() {
    let cases = [
        (vec![], "no-reply@localhost"),
        (vec!["--public-url", "https://Portal.example.org:8443/cmc"], "no-reply@portal.example.org"),
        (vec!["--public-url", "http://[::1]:3000"], "no-reply@localhost"),
        (vec!["--public-url", "https://portal.example.org", "--mail-from", "office@cmc.example"], "office@cmc.example"),
    ];
    for (flags, from) in cases {
        let settings = settings(&flags);
        assert_eq!(settings.mail_from().unwrap(), from);
        assert!(settings.post().is_ok(), "{from}");
    }
}
