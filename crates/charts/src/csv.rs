//! The figures of a drawing as a CSV file that a spreadsheet opens by a double click.
//!
//! Semicolons, because numbers carry a decimal comma in Indonesian; UTF-8 with its mark, lines ended as in RFC 4180. A text
//! that a spreadsheet would take for a formula gets an apostrophe before it.

use std::fmt::Write;

/// Rows of texts as the bytes of a file.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (index, field) in row.iter().enumerate() {
            let before = if index == 0 { "" } else { ";" };
            let guard = if is_formula(field) { "'" } else { "" };
            // Writing into a String cannot fail.
            let _ = if field.contains([';', ',', '"', '\n', '\r', '\t']) && !is_number(field) {
                write!(out, "{before}\"{guard}{}\"", field.replace('"', "\"\""))
            } else {
                write!(out, "{before}{guard}{field}")
            };
        }
        out.push_str("\r\n");
    }
    out
}

/// Also behind spaces, which some programs cut away.
fn is_formula(field: &str) -> bool {
    field.starts_with(['\t', '\r', '\n']) || (field.trim_start().starts_with(['=', '+', '-', '@']) && !is_number(field))
}

/// Digits with signs of decimals and thousands, with a minus at most before them.
fn is_number(field: &str) -> bool {
    let digits = field.strip_prefix('-').unwrap_or(field);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
}

#[cfg(test)]
mod tests {
    use super::csv;

    fn line(fields: &[&str]) -> String {
        let row = fields.iter().map(|field| (*field).to_owned()).collect();
        csv(&[row]).trim_start_matches('\u{feff}').trim_end_matches("\r\n").to_owned()
    }

    #[test]
    fn numbers_stay_numbers_and_commas_need_no_quotes_in_them() {
        assert_eq!(line(&["U3", "73,85", "-0,40", "1.250"]), "U3;73,85;-0,40;1.250");
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for (field, written) in [
            ("=1+1", "'=1+1"),
            ("+62 811", "'+62 811"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("  =1", "'  =1"),
            ("-1-1", "'-1-1"),
            ("=\"a;b\"", "\"'=\"\"a;b\"\"\""),
        ] {
            assert_eq!(line(&[field]), written);
        }
    }

    #[test]
    fn a_field_with_a_separator_or_a_quote_is_quoted() {
        assert_eq!(line(&["a;b", "c\"d", "e\nf", "Saran, masukan"]), "\"a;b\";\"c\"\"d\";\"e\nf\";\"Saran, masukan\"");
    }

    #[test]
    fn the_file_begins_with_its_mark_and_lines_end_as_they_should() {
        assert_eq!(csv(&[vec!["a".to_owned()], vec!["b".to_owned(), String::new()]]), "\u{feff}a\r\nb;\r\n");
    }
}
