//! Accounts made from the command line: by hand, and those of the demonstration.

use std::io::{self, BufRead as _};

use app::ui::ProblemView;
use domain::account::{ApplicationRequest, Role};
use domain::{Error, Language, Portal, Problem};

use crate::accounts::password;
use crate::startup::Fault;

/// The password of every demo account.
const DEMO_PASSWORD: &str = "portal-demo-2026";

/// The demo accounts: address, name, role, institution, networks.
const DEMO: [(&str, &str, Role, &str, &[&str]); 3] = [
    (
        "member@example.org",
        "Marisol Demo",
        Role::Member,
        "Ministry of Labour",
        &["labour-migration", "migrant-smuggling"],
    ),
    ("staff@example.org", "Samuel Demo", Role::Editor, "Secretariat", &[]),
    ("admin@example.org", "Adela Demo", Role::Admin, "Secretariat", &[]),
];

/// What was asked for on the command line.
#[derive(Debug)]
pub struct Asked {
    /// The mail address.
    pub email: String,
    /// The name.
    pub name: String,
    /// The role's name.
    pub role: String,
    /// The language's code.
    pub language: String,
    /// Where the person works.
    pub institution: String,
    /// The password.
    pub password: String,
}

/// The password, from the first line of the standard input: arguments can be seen by other users of the machine.
///
/// # Errors
/// [`Fault::Account`] where there is none.
pub fn password_from_input() -> Result<String, Fault> {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    match read {
        Ok(length) if length > 0 => Ok(line.trim_end_matches(['\r', '\n']).to_owned()),
        _ => Err(Fault::Account("The password was not given: write it to the standard input.".to_owned())),
    }
}

/// Creates an account; what to tell of it.
///
/// # Errors
/// [`Fault::Account`] with every field that breaks a rule.
pub async fn create(portal: &Portal, asked: &Asked) -> Result<String, Fault> {
    let role = Role::from_code(&asked.role).ok_or_else(|| {
        let roles = Role::ALL.map(Role::code).join(", ");
        Fault::Account(format!("There is no role \"{}\": the roles are {roles}.", asked.role))
    })?;
    make(portal, asked, role, &[]).await?;
    Ok(format!("{} may now sign in as {}.", asked.email, role.code()))
}

/// Creates the demo accounts that are not there yet; what to tell of them.
///
/// # Errors
/// Those of the store.
pub async fn create_demo(portal: &Portal) -> Result<Vec<String>, Fault> {
    let mut lines = Vec::new();
    for (email, name, role, institution, networks) in DEMO {
        let known = match email.parse() {
            Ok(email) => portal.accounts.credentials(&email).await?.is_some(),
            Err(_unreadable) => true,
        };
        if !known {
            let asked = Asked {
                email: email.to_owned(),
                name: name.to_owned(),
                role: role.code().to_owned(),
                language: "en".to_owned(),
                institution: institution.to_owned(),
                password: DEMO_PASSWORD.to_owned(),
            };
            make(portal, &asked, role, networks).await?;
        }
        lines.push(format!("account      {email} ({}), password {DEMO_PASSWORD}", role.code()));
    }
    Ok(lines)
}

async fn make(portal: &Portal, asked: &Asked, role: Role, networks: &[&str]) -> Result<(), Fault> {
    let form = ApplicationRequest {
        name: asked.name.clone(),
        email: asked.email.clone(),
        password: asked.password.clone(),
        institution: asked.institution.clone(),
        function: role.code().to_owned(),
        language: asked.language.clone(),
        networks: networks.iter().map(|network| (*network).to_owned()).collect(),
        ..ApplicationRequest::default()
    };
    let profile = form.read().map_err(|problems| unfit(&problems))?;
    let hash = password::hash(form.password).await?;
    match portal.accounts.create(&profile, role, &hash, portal.clock.now()).await {
        Ok(_id) => Ok(()),
        Err(Error::Invalid(problems)) => Err(unfit(&problems)),
        Err(failure) => Err(failure.into()),
    }
}

fn unfit(problems: &[Problem]) -> Fault {
    let each: Vec<String> = problems.iter().map(|problem| ProblemView::of(problem, Language::En).sentence).collect();
    Fault::Account(each.join(" "))
}
