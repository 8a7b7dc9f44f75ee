//! What commands print.

use std::io::Write;

/// Prints a line for the person or program that called.
pub(super) fn say(line: &str) {
    // A reader that closed the pipe (`| head`) wants no more, which is no error.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Prints a line about what went wrong.
pub(super) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
