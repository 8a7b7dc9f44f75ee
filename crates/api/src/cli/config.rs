//! `config`: every variable.

use super::say::say;
use crate::config::{self, Config, VARIABLES, Variable};
use std::path::Path;

pub(super) fn run(file: Option<&Path>) -> anyhow::Result<()> {
    let values = config::values(file, |name| std::env::var(name).ok())?;
    for variable in VARIABLES {
        let given = values.get(variable.name).map(String::as_str);
        say(&format!("{} = {}", variable.name, shown(variable, given)));
        say(&format!("    {}", variable.about));
    }
    // Last, so that the list is there even when a value cannot be used.
    Config::check(&values)?;
    Ok(())
}

fn shown(variable: &Variable, given: Option<&str>) -> String {
    match given {
        Some(value) if variable.secret => match value.split_once("://") {
            Some((scheme, _)) => format!("{scheme}://…"),
            None => "…".to_owned(),
        },
        Some(value) => value.to_owned(),
        None if variable.default.is_empty() => "(empty)".to_owned(),
        None => format!("{} (default)", variable.default),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked() {
        let secrets = VARIABLES.iter().filter(|variable| variable.secret);
        for variable in secrets {
            assert!(!shown(variable, Some("postgres://u:hunter22@h/d")).contains("hunter22"));
            assert!(!shown(variable, Some("hunter22")).contains("hunter22"));
        }
    }
}
