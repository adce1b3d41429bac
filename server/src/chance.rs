//! Chance, from the operating system.

use domain::token::Chance;

/// The machine's own source of randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn bits(&self) -> [u8; 32] {
        let mut bits = [0; 32];
        // Without chance no secret is one: rather none than a weak one.
        #[expect(clippy::expect_used, reason = "a system without a source of randomness cannot run the portal")]
        getrandom::fill(&mut bits).expect("the system has a source of randomness");
        bits
    }
}
