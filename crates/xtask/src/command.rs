//! Running other programs: with their output streaming through, or caught.

use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Output, Stdio};

/// Runs a program whose output goes straight to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command.status().with_context(|| format!("cannot start `{name}`"))?;
    ensure!(status.success(), "`{name}` ended with {status}");
    Ok(())
}

/// Runs a program and returns its standard output; its standard error goes to the terminal.
pub(crate) fn capture(command: &mut Command) -> Result<Vec<u8>> {
    let name = describe(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{name}`"))?;
    ensure!(output.status.success(), "`{name}` ended with {}", output.status);
    Ok(output.stdout)
}

/// Like [`capture`], as text.
pub(crate) fn capture_text(command: &mut Command) -> Result<String> {
    let bytes = capture(command)?;
    String::from_utf8(bytes).with_context(|| format!("`{}` printed what is not UTF-8", describe(command)))
}

/// Whether a program can be started and ends well, without a word on the terminal.
pub(crate) fn answers(command: &mut Command) -> bool {
    command.output().is_ok_and(|Output { status, .. }| status.success())
}

/// The stream on which a program says what is worth reading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// Runs a program, lets one stream through while keeping a copy of it, and says whether the program ended well.
pub(crate) fn tee(command: &mut Command, stream: Stream) -> Result<(bool, String)> {
    let name = describe(command);
    match stream {
        Stream::Stdout => command.stdout(Stdio::piped()),
        Stream::Stderr => command.stderr(Stdio::piped()),
    };
    let mut child = command.spawn().with_context(|| format!("cannot start `{name}`"))?;
    let copy = match (child.stdout.take(), child.stderr.take()) {
        (Some(out), _) => copy_through(out, &mut std::io::stdout()),
        (None, Some(err)) => copy_through(err, &mut std::io::stderr()),
        (None, None) => bail!("`{name}` has no output to read"),
    };
    let status = child.wait().with_context(|| format!("cannot wait for `{name}`"))?;
    Ok((status.success(), copy?))
}

fn copy_through(from: impl Read, to: &mut impl Write) -> Result<String> {
    let mut from = BufReader::new(from);
    let mut kept = String::new();
    let mut line = Vec::new();
    loop {
        line.clear();
        if from.read_until(b'\n', &mut line)? == 0 {
            return Ok(kept);
        }
        // A closed terminal must not keep the program from being read to its end.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        kept.push_str(&String::from_utf8_lossy(&line));
    }
}

/// The program and its arguments as one would type them.
fn describe(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|part| part.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Stream, answers, capture, run, tee};
    use std::process::Command;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn a_failing_program_is_an_error_that_names_it() {
        let message = run(&mut shell("exit 3")).unwrap_err().to_string();
        assert!(message.contains("sh -c exit 3"), "{message}");
        assert!(message.contains('3'), "{message}");
        assert!(capture(&mut shell("exit 3")).is_err());
    }

    #[test]
    fn a_missing_program_does_not_answer() {
        assert!(!answers(&mut Command::new("no-such-program-here")));
        assert!(answers(&mut shell("true")));
    }

    #[test]
    fn what_is_let_through_is_also_kept_with_how_it_ended() {
        let (ended_well, kept) = tee(&mut shell("echo one; echo two; exit 1"), Stream::Stdout).unwrap();
        assert!(!ended_well);
        assert_eq!(kept, "one\ntwo\n");
        let (ended_well, kept) = tee(&mut shell("echo three >&2"), Stream::Stderr).unwrap();
        assert!(ended_well);
        assert_eq!(kept, "three\n");
    }
}
