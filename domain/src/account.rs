//! People with an account: who they are, how far their admission has come, and what they may do.
//!
//! Permission is a value: what only members or staff may ask for takes a [`Member`] or a [`Staff`], and only an account in
//! good standing makes one.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::fold::has_words;
use crate::notice::Every;
use crate::{Language, Problem, Rule, Slug};

/// The longest address that mail servers take, in bytes.
pub const LONGEST_EMAIL: usize = 254;
/// The fewest characters of a password. Length is what makes a password hard to guess; there is no rule of character classes.
pub const SHORTEST_PASSWORD: usize = 12;
/// The most characters of a password, so that nobody keeps the portal busy with hashing.
pub const LONGEST_PASSWORD: usize = 200;
/// The most characters of a name, an institution, a function.
pub const LONGEST_LINE: usize = 150;

/// A mail address, in lower case: two accounts never differ by case alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// It is no mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mail address")]
pub struct BadEmail;

impl Email {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = BadEmail;

    fn from_str(text: &str) -> Result<Self, BadEmail> {
        let text = text.trim().to_lowercase();
        let (name, host) = text.rsplit_once('@').ok_or(BadEmail)?;
        let sound = !name.is_empty()
            && text.len() <= LONGEST_EMAIL
            && text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"\"<>()[],;:\\".contains(c))
            && !name.contains('@')
            && host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            });
        if sound { Ok(Self(text)) } else { Err(BadEmail) }
    }
}

impl TryFrom<String> for Email {
    type Error = BadEmail;

    fn try_from(text: String) -> Result<Self, BadEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How far an admission has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// The mail address is not confirmed yet.
    Unconfirmed,
    /// Staff have not decided yet.
    Waiting,
    /// A member.
    Approved,
    /// Staff said no, and why.
    Refused(String),
    /// Staff have closed the account.
    Disabled,
}

impl Standing {
    /// Every standing; what was refused, without a reason.
    pub const ALL: [Self; 5] =
        [Self::Unconfirmed, Self::Waiting, Self::Approved, Self::Refused(String::new()), Self::Disabled];

    /// The name of the standing, as it is stored.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Refused(_) => "refused",
            Self::Disabled => "disabled",
        }
    }

    /// A standing by its stored name and the reason that goes with it.
    pub fn from_code(code: &str, reason: &str) -> Option<Self> {
        Some(match code {
            "unconfirmed" => Self::Unconfirmed,
            "waiting" => Self::Waiting,
            "approved" => Self::Approved,
            "refused" => Self::Refused(reason.to_owned()),
            "disabled" => Self::Disabled,
            _ => return None,
        })
    }
}

/// Which people are shown to staff.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PeopleFilter {
    /// Only those of this standing, whatever its reason.
    pub standing: Option<Standing>,
    /// Words of the name, the address or the institution, in any case and with or without accents.
    pub words: String,
}

impl PeopleFilter {
    /// Whether somebody is shown.
    pub fn fits(&self, account: &Account) -> bool {
        let Profile { name, email, institution, .. } = &account.profile;
        self.standing.as_ref().is_none_or(|standing| standing.code() == account.standing.code())
            && has_words(&format!("{name} {email} {institution}"), &self.words)
    }
}

/// What an account may do, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// Registers, follows, saves.
    Member,
    /// Also writes, but publishes nothing.
    Contributor,
    /// Also publishes, and decides on registrations.
    Editor,
    /// Also decides on people.
    Admin,
}

impl Role {
    /// Every role, least first.
    pub const ALL: [Self; 4] = [Self::Member, Self::Contributor, Self::Editor, Self::Admin];

    /// The name of the role, as it is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Contributor => "contributor",
            Self::Editor => "editor",
            Self::Admin => "admin",
        }
    }

    /// A role by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What somebody says of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Where mail goes.
    pub email: Email,
    /// Their name.
    pub name: String,
    /// Their country; none for those who serve a region.
    pub country: Option<Slug>,
    /// Where they work.
    pub institution: String,
    /// What they do there.
    pub function: String,
    /// The networks that concern them.
    pub networks: Vec<Slug>,
    /// The language that the portal writes to them in.
    pub language: Language,
    /// How often their digest comes.
    pub digest: Every,
}

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The stored id.
    pub id: i64,
    /// What they said of themselves.
    pub profile: Profile,
    /// How far their admission has come.
    pub standing: Standing,
    /// What they may do.
    pub role: Role,
    /// The one language that they write in, as staff; none where they write in every one.
    pub writes_in: Option<Language>,
    /// When they asked for it.
    pub created: Timestamp,
}

/// What a key of a letter would confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The address.
    pub email: Email,
    /// The hash of the password that was chosen with this application.
    pub password_hash: String,
    /// Whether there are several applications with this address: then only who knows the password has made this one.
    pub is_contested: bool,
}

/// Somebody who may do what members may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member(Account);

impl Member {
    /// The member that an account is, if it is one.
    pub fn of(account: &Account) -> Option<Self> {
        (account.standing == Standing::Approved).then(|| Self(account.clone()))
    }

    /// Their account.
    pub fn account(&self) -> &Account {
        &self.0
    }
}

/// Somebody who may do what staff of at least a role may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff(Account);

impl Staff {
    /// The name under which histories and logs tell what they did: their own, and the address that nobody else has.
    pub fn signature(&self) -> String {
        format!("{} ({})", self.0.profile.name, self.0.profile.email)
    }

    /// The staff that an account is, if its role is `least` or more.
    pub fn of(account: &Account, least: Role) -> Option<Self> {
        let is_staff = account.role > Role::Member && account.role >= least;
        (account.standing == Standing::Approved && is_staff).then(|| Self(account.clone()))
    }

    /// Whether they may write in a language.
    pub fn writes(&self, language: Language) -> bool {
        self.0.writes_in.is_none_or(|only| only == language)
    }

    /// Whether they may write in every language: what concerns all of them at once is for these alone.
    pub fn writes_everything(&self) -> bool {
        Language::ALL.into_iter().all(|language| self.writes(language))
    }

    /// Their account.
    pub fn account(&self) -> &Account {
        &self.0
    }
}

/// A form to ask for an account, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ApplicationRequest {
    /// `name`
    pub name: String,
    /// `email`
    pub email: String,
    /// `password`
    pub password: String,
    /// `country`: a slug, or empty.
    pub country: String,
    /// `institution`
    pub institution: String,
    /// `function`
    pub function: String,
    /// `networks`: slugs.
    pub networks: Vec<String>,
    /// `language`: a code.
    pub language: String,
}

impl ApplicationRequest {
    /// Understands the form; what cannot be understood is a problem of its field. That countries and networks exist is for
    /// the store to say.
    ///
    /// # Errors
    /// Every field that breaks a rule.
    pub fn read(&self) -> Result<Profile, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = line("name", &self.name, &mut problems);
        let email = self.email.parse().ok();
        if email.is_none() {
            problems.push(Problem::new("email", &self.email, Rule::Email));
        }
        problems.extend(check_password("password", &self.password));
        let country = choice("country", &self.country, &mut problems);
        let institution = line("institution", &self.institution, &mut problems);
        let function = line("function", &self.function, &mut problems);
        let networks = self.networks.iter().filter_map(|slug| choice("networks", slug, &mut problems)).collect();
        let language = self.language.parse().ok();
        if language.is_none() {
            problems.push(Problem::new("language", &self.language, Rule::OneOfTheList));
        }
        match (email, language) {
            (Some(email), Some(language)) if problems.is_empty() => {
                let digest = Every::default();
                Ok(Profile { email, name, country, institution, function, networks, language, digest })
            }
            _ => Err(problems),
        }
    }
}

/// A form to change what one says of oneself, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProfileRequest {
    /// `name`
    pub name: String,
    /// `country`: a slug, or empty.
    pub country: String,
    /// `institution`
    pub institution: String,
    /// `function`
    pub function: String,
    /// `language`: a code.
    pub language: String,
    /// `digest`: a code; empty for no change.
    pub digest: String,
}

impl ProfileRequest {
    /// Understands the form; mail address and networks stay as they are.
    ///
    /// # Errors
    /// Every field that breaks a rule.
    pub fn read(&self, before: &Profile) -> Result<Profile, Vec<Problem>> {
        let mut problems = Vec::new();
        let name = line("name", &self.name, &mut problems);
        let country = choice("country", &self.country, &mut problems);
        let institution = line("institution", &self.institution, &mut problems);
        let function = line("function", &self.function, &mut problems);
        let language = self.language.parse().ok();
        if language.is_none() {
            problems.push(Problem::new("language", &self.language, Rule::OneOfTheList));
        }
        let digest = if self.digest.is_empty() { Some(before.digest) } else { Every::from_code(&self.digest) };
        if digest.is_none() {
            problems.push(Problem::new("digest", &self.digest, Rule::OneOfTheList));
        }
        match (language, digest) {
            (Some(language), Some(digest)) if problems.is_empty() => {
                Ok(Profile { name, country, institution, function, language, digest, ..before.clone() })
            }
            _ => Err(problems),
        }
    }
}

/// A password's problem, if it has one. What was typed is never repeated.
pub fn check_password(field: &str, password: &str) -> Option<Problem> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        Some(Problem::new(field, "", Rule::AtLeast(SHORTEST_PASSWORD)))
    } else if length > LONGEST_PASSWORD {
        Some(Problem::new(field, "", Rule::AtMost(LONGEST_PASSWORD)))
    } else {
        None
    }
}

/// One line of text, which must not be empty.
fn line(field: &str, typed: &str, problems: &mut Vec<Problem>) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        problems.push(Problem::new(field, typed, Rule::Needed));
    } else if text.chars().count() > LONGEST_LINE {
        problems.push(Problem::new(field, typed, Rule::AtMost(LONGEST_LINE)));
    }
    text
}

fn choice(field: &str, typed: &str, problems: &mut Vec<Problem>) -> Option<Slug> {
    if typed.is_empty() {
        return None;
    }
    let slug = typed.parse::<Slug>();
    if slug.is_err() {
        problems.push(Problem::new(field, typed, Rule::OneOfTheList));
    }
    slug.ok()
}
