//! The table of variables: names, defaults and meanings, shown by `sumberdaya config` and in the README.

use super::ConfigError;
use std::collections::BTreeMap;
use std::path::Path;

/// One variable.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// Its value when nobody gives one.
    pub default: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Never shown.
    pub secret: bool,
}

const fn variable(name: &'static str, default: &'static str, about: &'static str) -> Variable {
    Variable { name, default, about, secret: false }
}

const fn secret(name: &'static str, about: &'static str) -> Variable {
    Variable { name, default: "", about, secret: true }
}

/// Every variable.
pub const VARIABLES: &[Variable] = &[
    secret(
        "DATABASE_URL",
        "sqlite://PATH or postgres://USER:PASSWORD@HOST/NAME; empty: a SQLite file in SUMBERDAYA_DATA",
    ),
    variable("SUMBERDAYA_DATA", "data", "folder of the SQLite file and the secret"),
    variable("SUMBERDAYA_LISTEN", "127.0.0.1:8080", "address and port to listen on"),
    variable(
        "SUMBERDAYA_PUBLIC_URL",
        "http://127.0.0.1:8080",
        "the address people use: links, QR codes, cookies, Origin",
    ),
    variable("SUMBERDAYA_TRUSTED_PROXIES", "", "addresses or networks whose X-Forwarded-For is believed, by comma"),
    secret("SUMBERDAYA_SECRET", "32 characters or more; made in SUMBERDAYA_DATA for SQLite, required for PostgreSQL"),
    secret(
        "SUMBERDAYA_ADMIN_PASSWORD",
        "password of the first administrator, 10 characters or more; empty: generated and printed",
    ),
    variable("SUMBERDAYA_LOG", "info", "what to log, like info or api=debug,store=info"),
    variable("SUMBERDAYA_LOG_FORMAT", "pretty", "pretty or json"),
    variable("SUMBERDAYA_RATE_LIMIT", "on", "on or off; off for benchmarks alone"),
    variable("SUMBERDAYA_BENCH_ECHO", "off", "on or off; on adds a route that benchmarks compare with"),
];

/// The value of a variable, or its default.
pub(super) fn value_of(name: &str, values: &BTreeMap<String, String>) -> String {
    let default = || VARIABLES.iter().find(|variable| variable.name == name).map_or("", |variable| variable.default);
    values.get(name).cloned().unwrap_or_else(|| default().to_owned())
}

/// Reads `KEY=value` lines; empty lines and those that begin with `#` are skipped.
pub(super) fn read_file(path: &Path) -> Result<BTreeMap<String, String>, ConfigError> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| ConfigError(format!("cannot read the configuration {}: {error}", path.display())))?;
    let mut values = BTreeMap::new();
    for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line.trim())) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let wrong = |what: &str| ConfigError(format!("{} line {number}: {what}", path.display()));
        let (name, value) = line.split_once('=').ok_or_else(|| wrong("a line must be NAME=value"))?;
        let name = name.trim();
        if !VARIABLES.iter().any(|variable| variable.name == name) {
            return Err(wrong(&format!("{name:?} is not a variable; `sumberdaya config` lists them")));
        }
        values.insert(name.to_owned(), value.trim().to_owned());
    }
    Ok(values)
}
