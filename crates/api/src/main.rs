//! The binary `sumberdaya`.

use std::process::ExitCode;

/// Answers are read on one thread and freed by the writer: this allocator does not mind.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    api::cli::main()
}
