//! What every handler needs: the ports, the built site, what is kept for readers.

use std::path::Path;
use std::sync::Arc;

use axum::extract::FromRef;
use domain::Portal;
use leptos::config::{Env, LeptosOptions};
use tokio::sync::watch;

use crate::cache::Cache;
use crate::traffic::Tally;

/// What every handler needs.
#[derive(Clone)]
pub struct Service {
    /// The ports.
    pub portal: Portal,
    /// Where the built site is, and under which names.
    pub options: LeptosOptions,
    /// The address under which readers know the portal.
    pub public_url: Arc<str>,
    /// Answers to who has not signed in.
    pub cache: Cache,
    /// What is read and downloaded, and not written down yet.
    pub tally: Tally,
    /// Set when the service ends: streams, which would never end by themselves, end then.
    pub ending: Arc<watch::Sender<bool>>,
}

impl Service {
    /// A service over these ports and this built site.
    pub fn new(portal: Portal, site_dir: &Path, public_url: String) -> Self {
        // Rendering spawns tasks; a second call, in tests, finds it done.
        let _ = any_spawner::Executor::init_tokio();
        // The build writes the hashes of its files beside the program.
        let hashed = std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.parent()?.join("hash.txt")))
            .is_some_and(|file| file.exists());
        let options = LeptosOptions::builder()
            .output_name("portal")
            .site_root(site_dir.to_string_lossy())
            .site_pkg_dir("pkg")
            .env(Env::PROD)
            .hash_files(hashed)
            .build();
        Self {
            portal,
            options,
            public_url: public_url.into(),
            cache: Cache::default(),
            tally: Tally::default(),
            ending: Arc::default(),
        }
    }
}

impl FromRef<Service> for Portal {
    fn from_ref(service: &Service) -> Self {
        service.portal.clone()
    }
}

impl FromRef<Service> for Cache {
    fn from_ref(service: &Service) -> Self {
        service.cache.clone()
    }
}
