//! How wide a text will be: an estimate, the same everywhere, because nothing here can ask a font.

/// The width of a text in tenths of a pixel; on the wide side for Inter and Arial.
pub(crate) fn width(text: &str, size: i32) -> i32 {
    text.chars().map(share).fold(0_i32, i32::saturating_add).saturating_mul(size) / 10
}

/// The advance of a character in hundredths of the type size.
fn share(c: char) -> i32 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' | '·' => 30,
        'f' | 't' | 'r' | '(' | ')' | ' ' | '-' | '/' | '[' | ']' => 38,
        'm' | 'w' | '%' | '—' => 88,
        'M' | 'W' | '@' => 96,
        '0'..='9' => 64,
        'A'..='Z' => 68,
        c if c.is_ascii() => 57,
        c if u32::from(c) < 0x2000 => 64,
        _ => 100,
    }
}

/// The text, or as much of it as fits with `…` at its end.
pub(crate) fn fit(text: &str, size: i32, room: i32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size) * 7 / 10;
    let mut used = 0_i32;
    let mut kept: String = text
        .chars()
        .take_while(|c| {
            used = used.saturating_add(share(*c).saturating_mul(size) / 10);
            used <= room
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The text in lines that fit, at most so many; the last one is cut with `…`.
pub(crate) fn lines(text: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer {
            Some(longer) if width(&longer, size) <= room => {
                lines.pop();
                lines.push(longer);
            }
            Some(longer) if lines.len() == most => {
                lines.pop();
                let rest = words.by_ref().fold(longer, |all, word| all + " " + word);
                lines.push(fit(&rest, size, room));
            }
            _ => lines.push(fit(word, size, room)),
        }
    }
    lines
}

/// A name in one line of this size, or in two smaller ones.
pub(crate) fn name_lines(name: &str, size: i32, room: i32) -> (Vec<String>, i32) {
    if width(name, size) <= room { (vec![name.to_owned()], size) } else { (lines(name, SMALL, room, 2), SMALL) }
}

const SMALL: i32 = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_stays_and_a_longer_one_ends_in_dots() {
        assert_eq!(fit("Waktu", 14, 1_000), "Waktu");
        let cut = fit(&"Penyelesaian ".repeat(10), 14, 1_000);
        assert!(cut.ends_with('…') && width(&cut, 14) <= 1_050, "{cut}");
    }

    #[test]
    fn lines_break_between_words_and_never_exceed_their_number() {
        let text = "Dinas Kependudukan dan Pencatatan Sipil Kota Banjarmasin";
        let two = lines(text, 14, 2_000, 2);
        assert_eq!(two.len(), 2);
        assert!(two[1].ends_with('…'), "{two:?}");
        assert_eq!(lines(text, 14, 2_000, 9).join(" "), text);
        assert!(lines("", 14, 2_000, 2).is_empty());
    }
}
