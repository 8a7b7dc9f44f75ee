//! The binary itself, as people run it: with a folder and a database of its own.

use crate::support::Database;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use store::{Db, DbOptions};
use tempfile::TempDir;

/// What a command did.
#[derive(Debug)]
pub struct Done {
    /// Whether its exit code was 0.
    pub is_success: bool,
    /// What it printed.
    pub out: String,
    /// What it complained about.
    pub err: String,
}

/// The binary with a fresh database.
pub struct Binary {
    folder: TempDir,
    url: String,
}

impl Binary {
    /// Installs it; nothing has run yet.
    pub fn install(database: Database) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = database.fresh(folder.path());
        Self { folder, url }
    }

    /// The binary with the demonstration organisation.
    pub fn with_organisation(database: Database) -> Self {
        let binary = Self::install(database);
        binary.succeed(&["init", "--demo"]);
        binary
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sumberdaya"));
        command
            .args(arguments)
            .env_remove("SUMBERDAYA_CONFIG")
            .env("DATABASE_URL", &self.url)
            .env("SUMBERDAYA_DATA", self.folder.path())
            .env("SUMBERDAYA_LISTEN", "127.0.0.1:0")
            .env("SUMBERDAYA_LOG", "warn")
            .env("SUMBERDAYA_PUBLIC_URL", "http://127.0.0.1:8080")
            .env("SUMBERDAYA_RATE_LIMIT", "off")
            .env("SUMBERDAYA_SECRET", "the secret of every test, long enough")
            .env("SUMBERDAYA_ADMIN_PASSWORD", "a long test password");
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Done {
        self.run_with(arguments, &[])
    }

    /// The same with other variables.
    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Done {
        let output = self.command(arguments).envs(variables.iter().copied()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Done { is_success: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Runs a command that must succeed; answers what it printed.
    pub fn succeed(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(done.is_success, "{arguments:?}: {done:?}");
        done.out
    }

    /// Runs a command that must fail; answers what it complained about.
    pub fn fail(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments);
        assert!(!done.is_success, "{arguments:?}: {done:?}");
        done.err
    }

    /// Writes a file beside the database; answers its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The database, to look behind the commands.
    pub fn db(&self) -> Db {
        Db::open(&DbOptions::new(&self.url)).unwrap()
    }

    /// Starts the server on a free port; answers it once it listens, with its address.
    pub fn serve(&self) -> (Child, String) {
        let mut server = self.command(&["serve"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.find(|line| line.contains("listening on ")).unwrap();
        let address = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
        (server, address.trim_end_matches(',').to_owned())
    }
}

/// Declares each test twice: `name::sqlite` and `name::postgres`.
macro_rules! on_both_databases {
    ($($name:ident)*) => {$(
        mod $name {
            #[test]
            fn sqlite() {
                super::cases::$name($crate::support::Database::Sqlite);
            }

            #[test]
            fn postgres() {
                if $crate::support::available() {
                    super::cases::$name($crate::support::Database::Postgres);
                }
            }
        }
    )*};
}
pub(crate) use on_both_databases;
