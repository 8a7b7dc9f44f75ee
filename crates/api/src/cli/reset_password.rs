//! `reset-password`: for an administrator who lost theirs, or was deactivated.

use super::say::say;
use crate::access::password;
use crate::clock::Clock;
use crate::config::Config;
use crate::random;
use anyhow::anyhow;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Whose password.
    #[arg(long)]
    username: String,
}

pub(super) fn run(config: &Config, arguments: &Arguments) -> anyhow::Result<()> {
    let db = super::open(config)?;
    let password = random::password().map_err(|error| anyhow!(error))?;
    let hash = password::hash(&password).map_err(|error| anyhow!(error))?;
    let (username, now) = (arguments.username.to_lowercase(), Clock::System.now());
    let name = username.clone();
    let writing = move |conn: &mut store::WriteConn<'_>| {
        store::users::set_password(conn, &name, &hash, None, now)?;
        store::users::reactivate(conn, &name)
    };
    let was_inactive = db.write_blocking(writing).map_err(|error| anyhow!("{username}: {error}"))?;
    let again = if was_inactive { " (the account was deactivated and is active again)" } else { "" };
    say(&format!("new password of {username}: {password}{again}"));
    Ok(())
}
