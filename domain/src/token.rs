//! Secrets that a person carries: the key of a session, the key in a mail. The portal keeps only their hash.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Where chance comes from, so that a test can say what falls.
pub trait Chance: Send + Sync {
    /// 256 bits that nobody can guess.
    fn bits(&self) -> [u8; 32];
}

/// A secret of 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Token([u8; 32]);

/// What the portal keeps of a token.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TokenHash(String);

impl Token {
    /// A new one.
    pub fn new(chance: &dyn Chance) -> Self {
        Self(chance.bits())
    }

    /// The token as it stands in a cookie or an address: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex(&self.0)
    }

    /// What is kept of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.text())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(...)")
    }
}

impl TokenHash {
    /// What would be kept of this text, whatever it is.
    pub fn of(text: &str) -> Self {
        Self(hex(&Sha256::digest(text)))
    }

    /// As it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
