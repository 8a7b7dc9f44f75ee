//! From the bytes of a file to its text, and which character separates its cells.

use super::defects::Defects;

/// The largest file.
pub(crate) const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The text, without a byte order mark and with one kind of line end.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Defects> {
    if bytes.len() > MOST_BYTES {
        let most = MOST_BYTES / 1024 / 1024;
        return Err(Defects::one(format!("the file is larger than {most} MB: split it and import each part")));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Defects::one("the file is UTF-16 text: save it as \"CSV UTF-8\""));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Defects::one("the file is a workbook, not CSV: save the sheet as \"CSV UTF-8\""));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        Defects::one(format!("line {line} is not UTF-8 text: save the file as \"CSV UTF-8\""))
    })?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(Defects::one("the file is empty: the first row names the columns"));
    }
    match unclosed_quote(&text) {
        Some(line) => {
            Err(Defects::one(format!("line {line} opens a quote that is never closed: the file may be cut off")))
        }
        None => Ok(text),
    }
}

/// The line, from 1, of a quote that begins a cell and has no end. Quotes elsewhere are text.
fn unclosed_quote(text: &str) -> Option<usize> {
    let (mut opened, mut is_start, mut line) = (None, true, 1);
    for character in text.chars() {
        match (character, opened) {
            ('"', None) if is_start => opened = Some(line),
            // A doubled quote closes and opens again: then the next one finds the start of a cell.
            ('"', Some(_)) => opened = None,
            _ => {}
        }
        is_start = matches!(character, '"' | ';' | ',' | '\t' | '\n') && opened.is_none();
        line += usize::from(character == '\n');
    }
    opened
}

/// The separator: of comma, semicolon and tab the one that stands most often between the names of the first row.
///
/// A single column is read as if semicolons separated it, so that a decimal comma stays in its cell.
pub(crate) fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in first.bytes() {
        is_quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(separator, _)| *separator == byte && !is_quoted) {
            *count += 1;
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map_or(b';', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_found_in_the_first_row() {
        for (text, expected) in [
            ("u1,u2\n3,3", b','),
            ("u1;u2\n3,0;3,0", b';'),
            ("u1\tu2", b'\t'),
            ("\"a,b,c\";u1\n", b';'),
            ("u1\n3,0", b';'),
            ("\n\nu1,u2", b','),
        ] {
            assert_eq!(separator(text), expected, "{text}");
        }
    }

    #[test]
    fn a_quote_without_an_end_is_found() {
        for (text, line) in [
            ("u1;u2\n\"3\";4\n", None),
            ("u1;nama\n3;\"a \"\"b\"\" c\"\n", None),
            ("u1;nama\n3;5\" pipa\n", None),
            ("u1;\"nama\nbaris dua\"\n3;x\n", None),
            ("u1;u2\n3;\"4\n3;4\n", Some(2)),
            ("u1;u2\n3;\"4", Some(2)),
            ("u1;u2\n\"3\"\"\n", Some(2)),
        ] {
            assert_eq!(unclosed_quote(text), line, "{text}");
        }
        assert!(decode(b"u1\n\"3").unwrap_err().to_string().contains("line 2 opens a quote"));
    }

    #[test]
    fn what_is_not_utf8_is_said_with_its_line() {
        assert_eq!(decode(b"\xEF\xBB\xBFu1\r\n3\r4").unwrap(), "u1\n3\n4");
        let message = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
        assert!(message(b"u1\n3\n\xE9\n").contains("line 3 is not UTF-8"));
        assert!(message(b"\xFF\xFEu\x001\x00").contains("UTF-16"));
        assert!(message(b"PK\x03\x04").contains("workbook"));
        assert!(message(b"\xEF\xBB\xBF \n").contains("empty"));
        assert!(message(&vec![b'1'; MOST_BYTES + 1]).contains("20 MB"));
    }
}
