//! The secret from which every key of the server is derived.

use super::ConfigError;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use std::fmt;
use std::io::Write;
use std::path::Path;

const SHORTEST: usize = 32;

/// The secret; never shown.
#[derive(Clone)]
pub struct Secret(String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The secret given, else the one in the data directory, which is made when it is missing.
    ///
    /// PostgreSQL serves several replicas, which must share a secret: there it has to be given.
    pub(super) fn find(given: &str, data: &Path, sqlite: bool) -> Result<Self, ConfigError> {
        if given.is_empty() && !sqlite {
            return Err(ConfigError(
                "SUMBERDAYA_SECRET is required with PostgreSQL: give every replica the same 32 or more random characters".to_owned(),
            ));
        }
        let secret = if given.is_empty() { Self::of_folder(data)? } else { given.to_owned() };
        if secret.chars().count() < SHORTEST {
            return Err(ConfigError(format!(
                "SUMBERDAYA_SECRET must have {SHORTEST} or more characters, received {}",
                secret.chars().count()
            )));
        }
        Ok(Self(secret))
    }

    fn of_folder(data: &Path) -> Result<String, ConfigError> {
        let path = data.join("secret");
        let wrong =
            |error: &dyn fmt::Display| ConfigError(format!("cannot keep a secret in {}: {error}", path.display()));
        match std::fs::read_to_string(&path) {
            Ok(text) => return Ok(text.trim().to_owned()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(wrong(&error)),
        }
        std::fs::create_dir_all(data).map_err(|error| wrong(&error))?;
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| wrong(&error))?;
        let text = hex::encode(bytes);
        let draft = data.join(format!("secret.{}", std::process::id()));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft).map_err(|error| wrong(&error))?;
        writeln!(file, "{text}").and_then(|()| file.sync_all()).map_err(|error| wrong(&error))?;
        // A link appears whole or not at all; when another process was faster, its secret counts.
        let linked = std::fs::hard_link(&draft, &path);
        let _ = std::fs::remove_file(&draft);
        match linked {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return std::fs::read_to_string(&path)
                    .map(|text| text.trim().to_owned())
                    .map_err(|error| wrong(&error));
            }
            Err(error) => return Err(wrong(&error)),
            Ok(()) => {}
        }
        Ok(text)
    }

    /// A key for one purpose, so that no two purposes share one.
    pub fn key_for(&self, purpose: &str) -> [u8; 32] {
        let mut key = [0; 64];
        key[..32].copy_from_slice(&Sha256::digest(self.0.as_bytes()));
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&key.into());
        mac.update(purpose.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = Secret::find("", folder.path(), true).unwrap();
        let second = Secret::find("", folder.path(), true).unwrap();
        assert_eq!(first.key_for("a"), second.key_for("a"));
        assert_ne!(first.key_for("a"), first.key_for("b"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.path().join("secret")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn postgresql_needs_a_secret() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Secret::find("", folder.path(), false).is_err());
        assert!(!folder.path().join("secret").exists());
    }
}
