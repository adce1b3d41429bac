//! The words of one's own profile. Only the server draws them.

use domain::Language::{self, En, Es};

/// The words of a profile in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each is named after what it says")]
pub struct ProfileWords {
    pub close: &'static str,
    pub close_deleted: &'static str,
    pub close_intro: &'static str,
    pub close_kept: &'static str,
    pub close_last: &'static str,
    pub close_seats: &'static str,
    pub close_title: &'static str,
    pub close_written: &'static str,
    pub closed: &'static str,
    pub digest: &'static str,
    pub digest_hint: &'static str,
    pub mail_change: &'static str,
    pub mail_changed: &'static str,
    pub mail_new: &'static str,
    pub mail_now: &'static str,
    pub mail_sent: &'static str,
    pub mail_title: &'static str,
    pub password_saved: &'static str,
    pub password_title: &'static str,
    pub password_wrong: &'static str,
    pub profile_save: &'static str,
    pub profile_saved: &'static str,
    pub session_ended: &'static str,
    pub taken_up: &'static str,
    pub title: &'static str,
}

static ENGLISH: ProfileWords = ProfileWords {
    close: "Close my account for good",
    close_deleted: "What you saved, the networks that you follow, your notices, your mail address and your password are deleted.",
    close_intro: "You can close your account at any time. This cannot be undone, and this is what happens:",
    close_kept: "The lists of events that are over and that you were registered for keep your name, institution, function and country. The secretariat’s logs of letters and decisions keep what they hold, with your mail address.",
    close_last: "Nobody but you decides on people here. Make somebody else an administrator first; nothing was changed.",
    close_seats: "You give up your seats at coming events; who waits is offered them.",
    close_title: "Close your account",
    close_written: "What you wrote as staff stays, and its history keeps your name; what you had typed and not saved is deleted.",
    closed: "Your account is closed, and you are logged out. You are welcome to ask for a new one at any time.",
    digest: "Digest of your networks",
    digest_hint: "One letter with all that is new in the networks for which you have chosen the digest. No news, no letter.",
    mail_change: "Send a link to it",
    mail_changed: "Your mail address has changed. Log in with the new one from now on.",
    mail_new: "New mail address",
    mail_now: "Letters go to",
    mail_sent: "A letter is on its way to the new address. Your address changes when you follow its link; until then nothing changes.",
    mail_title: "Mail address",
    password_saved: "Your new password is saved. Everywhere else you were logged out.",
    password_title: "Password",
    password_wrong: "The current password is not right. Nothing was changed.",
    profile_save: "Save the profile",
    profile_saved: "Your profile is saved.",
    session_ended: "Your session has ended. Nothing is lost: log in, and what you typed comes back.",
    taken_up: "You are logged in again. What you had typed stands below and is not saved yet.",
    title: "Your profile",
};

static SPANISH: ProfileWords = ProfileWords {
    close: "Cerrar mi cuenta para siempre",
    close_deleted: "Se borran lo que usted guardó, las redes que sigue, sus avisos, su correo electrónico y su contraseña.",
    close_intro: "Usted puede cerrar su cuenta en cualquier momento. No se puede deshacer, y esto es lo que ocurre:",
    close_kept: "Las listas de los eventos pasados en los que se inscribió conservan su nombre, institución, función y país. Los registros de correos y decisiones de la secretaría conservan lo que contienen, con su correo electrónico.",
    close_last: "Nadie más que usted decide aquí sobre las personas. Dé primero a alguien más el papel de administración; no se cambió nada.",
    close_seats: "Usted renuncia a sus cupos en los próximos eventos; se ofrecen a quienes esperan.",
    close_title: "Cerrar su cuenta",
    close_written: "Lo que usted escribió como parte del personal permanece, y su historial conserva su nombre; lo que había escrito sin guardar se borra.",
    closed: "Su cuenta está cerrada y su sesión terminó. Puede solicitar una cuenta nueva cuando quiera.",
    digest: "Resumen de sus redes",
    digest_hint: "Un solo correo con todo lo nuevo de las redes para las que eligió el resumen. Sin novedades no hay correo.",
    mail_change: "Enviarle un enlace",
    mail_changed: "Su correo electrónico cambió. Desde ahora inicie sesión con el nuevo.",
    mail_new: "Correo electrónico nuevo",
    mail_now: "Los mensajes van a",
    mail_sent: "Un correo va en camino a la dirección nueva. Su dirección cambia cuando usted siga el enlace; hasta entonces nada cambia.",
    mail_title: "Correo electrónico",
    password_saved: "Su contraseña nueva está guardada. En los demás lugares se cerró su sesión.",
    password_title: "Contraseña",
    password_wrong: "La contraseña actual no es correcta. No se cambió nada.",
    profile_save: "Guardar el perfil",
    profile_saved: "Su perfil está guardado.",
    session_ended: "Su sesión terminó. No se perdió nada: inicie sesión y volverá lo que escribió.",
    taken_up: "Usted inició sesión de nuevo. Lo que había escrito está abajo y aún no se guardó.",
    title: "Su perfil",
};

impl ProfileWords {
    /// The words of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            En => &ENGLISH,
            Es => &SPANISH,
        }
    }
}
