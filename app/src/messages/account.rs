//! The words of accounts: forms, letters, decisions. Only the server draws them, so they are no part of the browser's module.

use domain::Language::{self, En, Es};
use domain::account::{Role, Standing};

/// The words of accounts in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct AccountWords {
    pub disable_hint: &'static str,
    pub reopen: &'static str,
    pub ask_again: &'static str,
    pub ask_approval: &'static str,
    pub approve: &'static str,
    pub change_here: &'static str,
    pub closed: &'static str,
    pub confirm: &'static str,
    pub confirm_intro: &'static str,
    pub confirm_used: &'static str,
    pub confirmed: &'static str,
    pub current_password: &'static str,
    pub dashboard: &'static str,
    pub decision: &'static str,
    pub disable: &'static str,
    pub email: &'static str,
    pub file_not_kept: &'static str,
    pub find_people: &'static str,
    pub form_problems: &'static str,
    pub function: &'static str,
    pub here: &'static str,
    pub institution: &'static str,
    pub key_lapsed: &'static str,
    pub language: &'static str,
    pub log_in_intro: &'static str,
    pub log_out: &'static str,
    pub may_not_send: &'static str,
    pub name: &'static str,
    pub networks_hint: &'static str,
    pub new_password: &'static str,
    pub no_account_yet: &'static str,
    pub no_country: &'static str,
    pub nobody_fits: &'static str,
    pub nobody_waits: &'static str,
    pub none_coming: &'static str,
    pub password: &'static str,
    pub password_changed: &'static str,
    pub password_forgotten: &'static str,
    pub people: &'static str,
    pub people_intro: &'static str,
    pub reason: &'static str,
    pub role: &'static str,
    pub save_role: &'static str,
    pub session_ended: &'static str,
    pub what_you_typed: &'static str,
    pub writes_in: &'static str,
    pub every_language: &'static str,
    pub refuse: &'static str,
    pub register_intro: &'static str,
    pub reset_intro: &'static str,
    pub reset_sent: &'static str,
    pub save_password: &'static str,
    pub send_link: &'static str,
    pub sent: &'static str,
    pub sessions: &'static str,
    pub sessions_hint: &'static str,
    pub sign_out_there: &'static str,
    pub standing: &'static str,
    pub too_many: &'static str,
    pub wrong: &'static str,
    pub your_networks: &'static str,
}

impl AccountWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}

/// What came of a decision on a person, as the list says it to staff.
pub fn decided_on_person(done: &str, language: Language) -> Option<&'static str> {
    Some(match (done, language) {
        ("approve", En) => "Approved. A letter tells the person.",
        ("approve", Es) => "Aprobado. Un correo se lo dice a la persona.",
        ("refuse", En) => "Refused. The person reads your reason in a letter.",
        ("refuse", Es) => "Rechazado. La persona lee el motivo en un correo.",
        ("disable", En) => "The account is closed, and signed out everywhere.",
        ("disable", Es) => "La cuenta está cerrada, y su sesión terminó en todas partes.",
        ("role", En) => "Saved. What the person may do has changed.",
        ("role", Es) => "Guardado. Cambió lo que la persona puede hacer.",
        _ => return None,
    })
}

/// What somebody may do.
pub const fn role_name(role: Role, language: Language) -> &'static str {
    match (role, language) {
        (Role::Member, En) => "Member",
        (Role::Member, Es) => "Miembro",
        (Role::Contributor, En) => "Contributor: writes, publishes nothing",
        (Role::Contributor, Es) => "Colaboración: escribe, no publica",
        (Role::Editor, En) => "Editor: publishes, decides on registrations",
        (Role::Editor, Es) => "Edición: publica, decide sobre inscripciones",
        (Role::Admin, En) => "Administrator: also decides on people",
        (Role::Admin, Es) => "Administración: decide también sobre personas",
    }
}

/// The hint under a field for a new password.
pub fn password_hint(language: Language, least: usize) -> String {
    match language {
        En => format!("At least {least} characters. Several words in a row are easy to remember and hard to guess."),
        Es => format!(
            "Al menos {least} caracteres. Varias palabras seguidas se recuerdan bien y son difíciles de adivinar."
        ),
    }
}

static ENGLISH: AccountWords = AccountWords {
    disable_hint: "The person is signed out everywhere, gives up the seats that are ahead, and is told by mail. You can reopen the account.",
    reopen: "Reopen this account",
    ask_again: "Ask for the letter again",
    ask_approval: "Ask for an account",
    approve: "Approve",
    change_here: "Change your password",
    closed: "The secretariat has closed this account. If that is not right, write to the secretariat: its address stands at the foot of every page.",
    confirm: "Confirm my address",
    confirm_intro: "One step more: confirm that this mail address is yours.",
    confirm_used: "This link was used already, or it has lapsed. If you have confirmed your address, log in: your dashboard says where your application stands. If you have not, ask again with the same address, and another letter comes.",
    confirmed: "Your address is confirmed. The secretariat now looks at your application, and writes to you when it has decided.",
    current_password: "Current password",
    dashboard: "Dashboard",
    decision: "Decision",
    disable: "Close this account",
    email: "Email",
    file_not_kept: "Your session had ended before this was sent, and a file cannot be kept. Log in, and choose it again.",
    find_people: "Name, address or institution",
    form_problems: "Please check what you typed",
    function: "Function",
    here: "this one",
    institution: "Institution",
    key_lapsed: "This link has been used or has lapsed. Ask for a new one.",
    language: "Language of letters",
    log_in_intro: "For members and staff of the Consultations. Everything that is public can be read without an account.",
    log_out: "Log out",
    may_not_send: "This account may not do that. Sign in with another one; what you sent is still here.",
    name: "Name",
    networks_hint: "The networks that concern your work. You can change them later.",
    new_password: "New password",
    no_account_yet: "No account yet?",
    no_country: "Regional, or none of these",
    nobody_fits: "Nobody fits. Ask for every status and fewer words.",
    nobody_waits: "Nobody waits for a decision.",
    none_coming: "Your networks have no event ahead. The calendar shows all others.",
    password: "Password",
    password_changed: "Your new password is saved. Log in with it.",
    password_forgotten: "Forgotten your password?",
    people: "People",
    people_intro: "Who asks for an account waits here until somebody of the secretariat decides. A letter tells them what was decided.",
    reason: "Reason, which the person will read",
    role: "May do",
    save_role: "Save",
    session_ended: "Your session had ended before this was sent. Nothing is lost: sign in, and it is done as you have sent it.",
    what_you_typed: "What you typed",
    writes_in: "Writes in",
    every_language: "Both languages",
    refuse: "Refuse",
    register_intro: "For officers of ministries and specialists of agencies that take part. You confirm your address by mail; then the secretariat decides, usually within some working days.",
    reset_intro: "Type your mail address. If it has an account, a link to set a new password comes by mail; it works for one hour.",
    reset_sent: "If this address has an account, a letter is on its way to it. The link in it works for one hour.",
    save_password: "Save the new password",
    send_link: "Send the link",
    sent: "A letter is on its way to the address that you gave. The link in it works for a week. If none comes, look among unwanted mail.",
    sessions: "Where you are logged in",
    sessions_hint: "Log out there, if a place is not yours.",
    sign_out_there: "Log out there",
    standing: "Status",
    too_many: "Too many attempts. Please wait a quarter of an hour and try again.",
    wrong: "Email or password is not right. Nothing else is told here, to protect those who have an account.",
    your_networks: "Next in your networks",
};

static SPANISH: AccountWords = AccountWords {
    disable_hint: "La sesión de la persona termina en todas partes, pierde los cupos de eventos por venir y recibe un correo. Usted puede reabrir la cuenta.",
    reopen: "Reabrir esta cuenta",
    ask_again: "Pedir otra vez el correo",
    ask_approval: "Solicitar una cuenta",
    approve: "Aprobar",
    change_here: "Cambiar su contraseña",
    closed: "La secretaría cerró esta cuenta. Si no es correcto, escriba a la secretaría: su dirección está al pie de cada página.",
    confirm: "Confirmar mi dirección",
    confirm_intro: "Falta un paso: confirme que esta dirección de correo es suya.",
    confirm_used: "Este enlace ya se usó, o venció. Si usted confirmó su dirección, inicie sesión: su panel dice en qué estado está su solicitud. Si no, solicite otra vez la cuenta con la misma dirección y recibirá otro correo.",
    confirmed: "Su dirección está confirmada. La secretaría revisa ahora su solicitud y le escribirá cuando haya decidido.",
    current_password: "Contraseña actual",
    dashboard: "Panel",
    decision: "Decisión",
    disable: "Cerrar esta cuenta",
    email: "Correo electrónico",
    file_not_kept: "Su sesión terminó antes de que esto se enviara, y un archivo no se puede conservar. Inicie sesión y vuelva a elegirlo.",
    find_people: "Nombre, correo o institución",
    form_problems: "Revise lo que escribió, por favor",
    function: "Función",
    here: "este",
    institution: "Institución",
    key_lapsed: "Este enlace ya se usó o venció. Pida uno nuevo.",
    language: "Idioma de los correos",
    log_in_intro: "Para miembros y personal de las Consultas. Todo lo público se lee sin cuenta.",
    log_out: "Cerrar sesión",
    may_not_send: "Esta cuenta no puede hacer eso. Inicie sesión con otra; lo que envió sigue aquí.",
    name: "Nombre",
    networks_hint: "Las redes que tienen que ver con su trabajo. Podrá cambiarlas después.",
    new_password: "Contraseña nueva",
    no_account_yet: "¿Aún no tiene cuenta?",
    no_country: "Regional, o ninguno de estos",
    nobody_fits: "Nadie coincide. Pida todos los estados y menos palabras.",
    nobody_waits: "Nadie espera una decisión.",
    none_coming: "Sus redes no tienen eventos próximos. El calendario muestra todos los demás.",
    password: "Contraseña",
    password_changed: "Su contraseña nueva está guardada. Inicie sesión con ella.",
    password_forgotten: "¿Olvidó su contraseña?",
    people: "Personas",
    people_intro: "Quien solicita una cuenta espera aquí hasta que alguien de la secretaría decide. Un correo le comunica la decisión.",
    reason: "Motivo, que la persona leerá",
    role: "Puede hacer",
    save_role: "Guardar",
    session_ended: "Su sesión terminó antes de que esto se enviara. No se perdió nada: inicie sesión y se hará tal como lo envió.",
    what_you_typed: "Lo que escribió",
    writes_in: "Escribe en",
    every_language: "Los dos idiomas",
    refuse: "Rechazar",
    register_intro: "Para funcionarios de ministerios y especialistas de organismos que participan. Usted confirma su dirección por correo; después decide la secretaría, por lo general en unos días hábiles.",
    reset_intro: "Escriba su correo electrónico. Si tiene una cuenta, recibirá un enlace para fijar una contraseña nueva; sirve durante una hora.",
    reset_sent: "Si esta dirección tiene una cuenta, un correo va en camino. El enlace que contiene sirve durante una hora.",
    save_password: "Guardar la contraseña nueva",
    send_link: "Enviar el enlace",
    sent: "Un correo va en camino a la dirección que usted dio. El enlace que contiene sirve durante una semana. Si no llega, busque entre el correo no deseado.",
    sessions: "Dónde tiene sesión iniciada",
    sessions_hint: "Cierre la sesión allí, si un lugar no es suyo.",
    sign_out_there: "Cerrar la sesión allí",
    standing: "Estado",
    too_many: "Demasiados intentos. Espere un cuarto de hora e inténtelo de nuevo, por favor.",
    wrong: "El correo o la contraseña no son correctos. No se dice nada más, para proteger a quienes tienen una cuenta.",
    your_networks: "Próximamente en sus redes",
};

/// What was asked of staff is not whole.
pub const fn reason_is_needed(language: Language) -> &'static str {
    match language {
        En => "A refusal needs a reason: the person will read it. Nothing was decided.",
        Es => "Un rechazo necesita un motivo: la persona lo leerá. No se decidió nada.",
    }
}

/// Several applications came with one address.
pub const fn contested(language: Language) -> &'static str {
    match language {
        En => {
            "Several people, or one person several times, asked for an account with this address. Type the password that you chose when you asked, so that the application that counts is yours."
        }
        Es => {
            "Varias personas, o una misma varias veces, solicitaron una cuenta con esta dirección. Escriba la contraseña que eligió al solicitarla, para que la solicitud que cuente sea la suya."
        }
    }
}

/// The password is not the one of this application.
pub const fn contested_wrong(language: Language) -> &'static str {
    match language {
        En => {
            "This is not the password of the application that this link was sent for. If you have another such letter, follow its link; otherwise ask for a new password with this address, and it will work here."
        }
        Es => {
            "Esta no es la contraseña de la solicitud para la que se envió este enlace. Si tiene otro mensaje como este, siga su enlace; si no, pida una contraseña nueva con esta dirección, y servirá aquí."
        }
    }
}

/// A letter about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountLetter {
    /// Confirm the address.
    Confirm,
    /// Confirm another address.
    NewAddress,
    /// Letters go to another address from now on; told to the old one.
    AddressLeft,
    /// Letters come to this address from now on; told to the new one.
    AddressTaken,
    /// The password has changed.
    PasswordChanged,
    /// Somebody asked for an account with an address that has one.
    Known,
    /// Set a new password.
    Reset,
    /// The secretariat has decided.
    Decision,
}

impl AccountLetter {
    /// Subject and text; the link follows the text.
    pub fn words(self, name: &str, standing: &Standing, language: Language) -> (String, String) {
        let (subject, text) = match (self, language) {
            (Self::Confirm, En) => (
                "Confirm your mail address",
                "You asked for an account at the portal of the Caribbean Migration Consultations. Please confirm that this address is yours. The link works for a week.\n\nIf it was not you, do nothing: no account opens.".to_owned(),
            ),
            (Self::Confirm, Es) => (
                "Confirme su correo electrónico",
                "Usted solicitó una cuenta en el portal de las Consultas sobre Migración en el Caribe. Confirme, por favor, que esta dirección es suya. El enlace sirve durante una semana.\n\nSi no fue usted, no haga nada: no se abrirá ninguna cuenta.".to_owned(),
            ),
            (Self::NewAddress, En) => (
                "Confirm your new mail address",
                "You want letters of the portal of the Caribbean Migration Consultations to come to this address. Please confirm that it is yours. The link works for a week.\n\nIf it was not you, do nothing: nothing changes.".to_owned(),
            ),
            (Self::NewAddress, Es) => (
                "Confirme su correo electrónico nuevo",
                "Usted quiere que los mensajes del portal de las Consultas sobre Migración en el Caribe lleguen a esta dirección. Confirme, por favor, que es suya. El enlace sirve durante una semana.\n\nSi no fue usted, no haga nada: nada cambia.".to_owned(),
            ),
            (Self::AddressTaken, En) => (
                "Your mail address has changed: letters come here now",
                "From now on the letters of your account come to this address, and you log in with it.".to_owned(),
            ),
            (Self::AddressTaken, Es) => (
                "Su correo electrónico cambió: los mensajes llegan aquí",
                "Desde ahora los mensajes de su cuenta llegan a esta dirección, y con ella se inicia sesión.".to_owned(),
            ),
            (Self::PasswordChanged, En) => (
                "Your password has changed",
                "The password of your account was changed just now, and every other session was ended. If it was you, there is nothing to do.\n\nIf it was not you, set a new password at once with this link, and write to the secretariat.".to_owned(),
            ),
            (Self::PasswordChanged, Es) => (
                "Su contraseña cambió",
                "La contraseña de su cuenta acaba de cambiar, y se cerraron las demás sesiones. Si fue usted, no hay nada que hacer.\n\nSi no fue usted, fije de inmediato una contraseña nueva con este enlace, y escriba a la secretaría.".to_owned(),
            ),
            (Self::AddressLeft, En) => (
                "Your mail address has changed: letters go elsewhere now",
                "From now on the letters of your account go to another address, and you log in with that one. If it was not you, write to the secretariat at once.".to_owned(),
            ),
            (Self::AddressLeft, Es) => (
                "Su correo electrónico cambió: los mensajes van a otra dirección",
                "Desde ahora los mensajes de su cuenta van a otra dirección, y con ella se inicia sesión. Si no fue usted, escriba de inmediato a la secretaría.".to_owned(),
            ),
            (Self::Known, En) => (
                "You have an account already",
                "Somebody asked for an account with your address, which has one already. If it was you, log in, or set a new password there. If not, nothing has changed.".to_owned(),
            ),
            (Self::Known, Es) => (
                "Usted ya tiene una cuenta",
                "Alguien solicitó una cuenta con su dirección, que ya tiene una. Si fue usted, inicie sesión, o fije allí una contraseña nueva. Si no, nada ha cambiado.".to_owned(),
            ),
            (Self::Reset, En) => (
                "Set a new password",
                "A new password was asked for. The link works once, for one hour.\n\nIf it was not you, do nothing: your password stays as it is.".to_owned(),
            ),
            (Self::Reset, Es) => (
                "Fije una contraseña nueva",
                "Se solicitó una contraseña nueva. El enlace sirve una vez, durante una hora.\n\nSi no fue usted, no haga nada: su contraseña sigue igual.".to_owned(),
            ),
            (Self::Decision, language) => decision(standing, language),
        };
        (subject.to_owned(), format!("{}\n\n{text}", greeting(name, language)))
    }
}

fn decision(standing: &Standing, language: Language) -> (&'static str, String) {
    match (standing, language) {
        (Standing::Approved, En) => (
            "Welcome: your account is approved",
            "The secretariat has approved your account. Log in with your address and your password.".to_owned(),
        ),
        (Standing::Approved, Es) => (
            "Le damos la bienvenida: su cuenta está aprobada",
            "La secretaría aprobó su cuenta. Inicie sesión con su correo y su contraseña.".to_owned(),
        ),
        (Standing::Refused(reason), En) => (
            "Your application was not accepted",
            format!("The secretariat could not admit you. The reason it gave:\n\n{reason}"),
        ),
        (Standing::Refused(reason), Es) => (
            "Su solicitud no fue aceptada",
            format!("La secretaría no pudo admitir su solicitud. El motivo que dio:\n\n{reason}"),
        ),
        (_, En) => ("Your account was closed", "The secretariat has closed your account.".to_owned()),
        (_, Es) => ("Su cuenta se cerró", "La secretaría cerró su cuenta.".to_owned()),
    }
}

/// How a letter begins.
pub fn greeting(name: &str, language: Language) -> String {
    match language {
        En => format!("Dear {name},"),
        Es => format!("Hola, {name}:"),
    }
}
