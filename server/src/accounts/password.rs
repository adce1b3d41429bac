//! Passwords: Argon2id, off the threads that serve, and only so many at once that memory lasts.

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash};
use domain::Error;
use tokio::sync::Semaphore;

/// Each hashing takes 19 MiB (the crate's own measure, which OWASP recommends).
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The hash of a password that nobody has: checked where there is no account, so that it takes as long as where there is.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$5m1pfuSmyNd7hcStVBMCj6zIhH2pfTWHxqUqdOW2ykE";

/// The hash of a password, with its salt and its measure.
///
/// # Errors
/// [`Error::Unavailable`] where the machine fails.
pub async fn hash(password: String) -> Result<String, Error> {
    elsewhere(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(drop))
        .await
}

/// Whether a password is the one of this hash; without a hash it is not, after the same time.
///
/// # Errors
/// [`Error::Unavailable`] where the machine fails.
pub async fn is_right(password: String, hash: Option<String>) -> Result<bool, Error> {
    elsewhere(move || {
        // What remains of a closed account has no password.
        let hash = hash.filter(|hash| !hash.is_empty());
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
        let hash = PasswordHash::new(&hash).map_err(drop)?;
        Ok(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known)
    })
    .await
}

async fn elsewhere<T: Send + 'static>(work: impl FnOnce() -> Result<T, ()> + Send + 'static) -> Result<T, Error> {
    let fault = |what: &str| {
        tracing::error!("a password could not be hashed: {what}");
        Error::Unavailable
    };
    let _turn = AT_ONCE.acquire().await.map_err(|_closed| fault("no turn"))?;
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(())) => Err(fault("the hash is broken")),
        Err(_broken) => Err(fault("the task broke")),
    }
}
