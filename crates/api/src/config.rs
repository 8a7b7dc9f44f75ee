//! What a machine needs to know: the environment, or one file of `KEY=value` lines, each with a default.
//!
//! What belongs to the city (names, weight, thresholds …) is settings in the database, not here.

pub mod proxies;
pub mod secret;
pub mod variables;

pub use proxies::TrustedProxies;
pub use secret::Secret;
pub use variables::{VARIABLES, Variable};

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Why the configuration cannot be used; one sentence that says what to change.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(pub String);

/// The configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// `sqlite://path` or `postgres://…`.
    pub database_url: String,
    /// The folder of the database file and the secret.
    pub data: PathBuf,
    /// Where the server listens.
    pub listen: SocketAddr,
    /// The address people use, without a slash at the end.
    pub public_url: String,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: TrustedProxies,
    /// Signs tokens.
    pub secret: Secret,
    /// The first administrator's password, when given.
    pub admin_password: Option<String>,
    /// The log filter.
    pub log: String,
    /// JSON log lines instead of readable ones.
    pub log_json: bool,
    /// False lets tests and benchmarks send as fast as they can.
    pub rate_limit: bool,
    /// Adds the route that benchmarks compare with.
    pub bench_echo: bool,
}

impl Config {
    /// Reads the process's environment and the file it names, if any.
    ///
    /// # Errors
    /// When a value cannot be used.
    pub fn from_environment(file: Option<&Path>) -> Result<Self, ConfigError> {
        Self::read(&values(file, |name| std::env::var(name).ok())?)
    }

    /// Reads from values; a name that is missing takes its default.
    ///
    /// # Errors
    /// When a value cannot be used.
    pub fn read(values: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let get = |name: &str| variables::value_of(name, values);
        let data = PathBuf::from(get("SUMBERDAYA_DATA"));
        let database_url = match get("DATABASE_URL") {
            url if url.is_empty() => format!("sqlite://{}", data.join("sumberdaya.db").display()),
            url => url,
        };
        let sqlite = database_url.starts_with("sqlite://");
        if !sqlite && !database_url.starts_with("postgres") {
            // Before anything is made for a typo; the store says which schemes it takes.
            let scheme = database_url.split(':').next().unwrap_or_default().chars().take(20).collect();
            return Err(ConfigError(store::OpenError::Scheme(scheme).to_string()));
        }
        let listen = get("SUMBERDAYA_LISTEN");
        let password = get("SUMBERDAYA_ADMIN_PASSWORD");
        Ok(Self {
            listen: listen.parse().map_err(|_| {
                ConfigError(format!(
                    "SUMBERDAYA_LISTEN must be an address and a port like 127.0.0.1:8080, received {listen:?}"
                ))
            })?,
            public_url: public_url(&get("SUMBERDAYA_PUBLIC_URL"))?,
            trusted_proxies: TrustedProxies::parse(&get("SUMBERDAYA_TRUSTED_PROXIES"))?,
            secret: Secret::find(&get("SUMBERDAYA_SECRET"), &data, sqlite)?,
            admin_password: (!password.is_empty()).then_some(password),
            log: get("SUMBERDAYA_LOG"),
            log_json: choice("SUMBERDAYA_LOG_FORMAT", &get("SUMBERDAYA_LOG_FORMAT"), "json", "pretty")?,
            rate_limit: choice("SUMBERDAYA_RATE_LIMIT", &get("SUMBERDAYA_RATE_LIMIT"), "on", "off")?,
            bench_echo: choice("SUMBERDAYA_BENCH_ECHO", &get("SUMBERDAYA_BENCH_ECHO"), "on", "off")?,
            database_url,
            data,
        })
    }

    /// Checks values without making the secret.
    ///
    /// # Errors
    /// When a value cannot be used.
    pub fn check(values: &BTreeMap<String, String>) -> Result<(), ConfigError> {
        let mut values = values.clone();
        if !variables::value_of("DATABASE_URL", &values).starts_with("postgres") {
            values.entry("SUMBERDAYA_SECRET".to_owned()).or_insert_with(|| "-".repeat(64));
        }
        Self::read(&values).map(drop)
    }

    /// True when browsers reach the server over TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// How to open the database; makes the data directory for a SQLite file.
    ///
    /// # Errors
    /// When the directory cannot be made.
    pub fn database(&self) -> Result<store::DbOptions, ConfigError> {
        if let Some(folder) = self.database_url.strip_prefix("sqlite://").and_then(|path| Path::new(path).parent()) {
            std::fs::create_dir_all(folder)
                .map_err(|error| ConfigError(format!("cannot make the folder {}: {error}", folder.display())))?;
        }
        Ok(store::DbOptions::new(&self.database_url))
    }
}

/// All values by name: the environment wins over the file, which `SUMBERDAYA_CONFIG` or the argument names.
///
/// # Errors
/// When the file cannot be read or holds an unknown name.
pub fn values(
    file: Option<&Path>,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<BTreeMap<String, String>, ConfigError> {
    let named = environment("SUMBERDAYA_CONFIG").filter(|name| !name.is_empty()).map(PathBuf::from);
    let mut values = match file.map(Path::to_owned).or(named) {
        Some(path) => variables::read_file(&path)?,
        None => BTreeMap::new(),
    };
    for variable in VARIABLES {
        if let Some(value) = environment(variable.name).filter(|value| !value.is_empty()) {
            values.insert(variable.name.to_owned(), value);
        }
    }
    Ok(values)
}

fn public_url(text: &str) -> Result<String, ConfigError> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let origin = text.trim_end_matches('/');
    match rest.map(|rest| rest.trim_end_matches('/')) {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ', '@']) => Ok(origin.to_ascii_lowercase()),
        _ => Err(ConfigError(format!(
            "SUMBERDAYA_PUBLIC_URL must be the address people use, like https://skm.example.go.id, without a path; received {text:?}"
        ))),
    }
}

fn choice(name: &str, value: &str, yes: &str, no: &str) -> Result<bool, ConfigError> {
    match value {
        value if value == yes => Ok(true),
        value if value == no => Ok(false),
        _ => Err(ConfigError(format!("{name} must be {yes} or {no}, received {value:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let mut values: BTreeMap<_, _> = [("SUMBERDAYA_SECRET".to_owned(), "s".repeat(32))].into();
        values.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Config::read(&values)
    }

    #[test]
    fn without_any_variable_a_sqlite_file_in_data_is_used() {
        let config = config(&[]).unwrap();
        assert_eq!(config.database_url, "sqlite://data/sumberdaya.db");
        assert_eq!(config.public_url, "http://127.0.0.1:8080");
        assert!(config.rate_limit && !config.is_https());
    }

    #[test]
    fn a_value_that_cannot_be_used_is_one_sentence_that_names_it() {
        for (name, value) in [
            ("SUMBERDAYA_LISTEN", "8080"),
            ("SUMBERDAYA_PUBLIC_URL", "skm.example.go.id"),
            ("SUMBERDAYA_PUBLIC_URL", "https://skm.example.go.id/path"),
            ("SUMBERDAYA_TRUSTED_PROXIES", "10.0.0.0/33"),
            ("SUMBERDAYA_RATE_LIMIT", "yes"),
            ("SUMBERDAYA_LOG_FORMAT", "xml"),
            ("SUMBERDAYA_SECRET", "short"),
            ("DATABASE_URL", "mysql://localhost/skm"),
        ] {
            let error = config(&[(name, value)]).unwrap_err().to_string();
            assert!(error.contains(name), "{error}");
        }
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sumberdaya.conf");
        std::fs::write(&path, "# a comment\nSUMBERDAYA_LISTEN=127.0.0.1:1\nSUMBERDAYA_LOG = debug\n").unwrap();
        let values = values(Some(&path), |name| (name == "SUMBERDAYA_LOG").then(|| "warn".to_owned())).unwrap();
        assert_eq!(values["SUMBERDAYA_LISTEN"], "127.0.0.1:1");
        assert_eq!(values["SUMBERDAYA_LOG"], "warn");
        std::fs::write(&path, "SUMBERDAYA_LISTNE=127.0.0.1:1\n").unwrap();
        let error = super::values(Some(&path), |_| None).unwrap_err().to_string();
        assert!(error.contains("SUMBERDAYA_LISTNE") && error.contains("line 1"), "{error}");
    }
}
