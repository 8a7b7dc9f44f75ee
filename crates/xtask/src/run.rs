//! `cargo xtask run`: from a clone to a city with answers in it.

use crate::build;
use crate::demo::{Repeatable, has_database};
use crate::interrupt::Interrupts;
use crate::progress::{say, step, thousands};
use crate::server::{ADMINISTRATOR, DEFAULT_LISTEN, Installation, Link, reachable};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use clap::Args;
use std::{env, fs};

/// What `cargo xtask run` accepts. All of it is about the first start, which fills the demonstration city.
#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    repeatable: Repeatable,
    /// How many answers the demonstration city gets.
    #[arg(long, value_name = "N", default_value_t = 250_000)]
    responses: u64,
}

/// What is known of the administrator's password after the start.
enum Password {
    /// Generated just now; it is shown this once.
    Generated(String),
    /// Taken from `SUMBERDAYA_ADMIN_PASSWORD` just now.
    Given,
    /// Set by an earlier start.
    Earlier,
}

/// Builds, fills on the first start, and serves until stopped.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    build::run(workspace)?;
    let listen = env::var("SUMBERDAYA_LISTEN").unwrap_or_else(|_| DEFAULT_LISTEN.to_owned());
    // Links must lead to this server, also when it listens elsewhere than usual.
    let base = env::var("SUMBERDAYA_PUBLIC_URL").unwrap_or_else(|_| format!("http://{}", reachable(&listen)));
    let installation = Installation::new(workspace, workspace.data()).with("SUMBERDAYA_PUBLIC_URL", &base);
    let password = prepare(&installation, options)?;
    let link = installation.links(1)?.pop().context("there is no survey link; make one in the console")?;

    let interrupts = Interrupts::hold()?;
    let mut server = installation.serve(&listen)?;
    say(&summary(base.trim_end_matches('/'), &link, &password));
    let status = interrupts.wait_for(&mut server)?;
    ensure!(status.success() || interrupts.seen(), "the server ended with {status}");
    Ok(())
}

/// Makes and fills the database if this is the first start.
fn prepare(installation: &Installation, options: &Options) -> Result<Password> {
    let embedded = env::var_os("DATABASE_URL").is_none();
    // Notes what is being loaded, so that a first start that was interrupted is taken up by the next.
    let unfinished = installation.data().join("demo.unfinished");
    let password = if embedded && has_database(installation.data()) {
        Password::Earlier
    } else {
        fs::create_dir_all(installation.data()).context("cannot make the data folder")?;
        let wanted = [options.responses.to_string()].into_iter().chain(options.repeatable.arguments());
        let generated = step("make the database of the demonstration city", || installation.init_demo())?;
        let given = env::var_os("SUMBERDAYA_ADMIN_PASSWORD").is_some();
        // On PostgreSQL only `init` knows whether there was a database: it then names no password.
        if embedded || generated.is_some() {
            fs::write(&unfinished, wanted.collect::<Vec<_>>().join("\n")).context("cannot write to the data folder")?;
        }
        generated.map_or(if given { Password::Given } else { Password::Earlier }, Password::Generated)
    };
    if let Ok(wanted) = fs::read_to_string(&unfinished) {
        let mut wanted = wanted.lines().map(str::to_owned);
        let responses = wanted.next().and_then(|number| number.parse().ok()).unwrap_or(options.responses);
        let more: Vec<String> = wanted.collect();
        step(&format!("load {} answers", thousands(responses)), || installation.load_demo(responses, &more))?;
        fs::remove_file(&unfinished).context("cannot remove data/demo.unfinished")?;
    }
    Ok(password)
}

fn summary(base: &str, link: &Link, password: &Password) -> String {
    let secret = match password {
        Password::Generated(secret) => format!("password {secret} (shown this once)"),
        Password::Given => "password as in SUMBERDAYA_ADMIN_PASSWORD".to_owned(),
        Password::Earlier => {
            format!(
                "password as before; `target/release/sumberdaya reset-password --username {ADMINISTRATOR}` \
                 makes a new one"
            )
        }
    };
    format!(
        "\nSurvey link   {}\nConsole       {base}/  name {ADMINISTRATOR}, {secret}\nAPI explorer  {base}/docs\n\n\
         Ctrl-C stops the server; the data stays.",
        link.url
    )
}

#[cfg(test)]
mod tests {
    use super::{Link, Password, summary};

    #[test]
    fn the_summary_names_the_three_doors_and_the_password_once() {
        let link =
            Link { code: "7K2M9QRS".into(), unit: "dinkes".into(), url: "http://127.0.0.1:8080/s/7K2M9QRS".into() };
        let first = summary("http://127.0.0.1:8080", &link, &Password::Generated("k7-horse".into()));
        for part in ["/s/7K2M9QRS", "name admin, password k7-horse", "http://127.0.0.1:8080/docs"] {
            assert!(first.contains(part), "{part} is missing in {first}");
        }
        let later = summary("http://127.0.0.1:8080", &link, &Password::Earlier);
        assert!(later.contains("reset-password"), "{later}");
    }
}
