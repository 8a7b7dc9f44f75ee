//! The binary `sumberdaya`.

use std::process::ExitCode;

fn main() -> ExitCode {
    api::cli::main()
}
