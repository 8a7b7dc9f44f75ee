//! Names, numbers and addresses of a comment replaced by "[…]", before it enters a report.
//!
//! A help for the person who releases the comment, who has the last word: what nobody can tell from the spelling (a name in
//! lower case without a title) is found only if it is a usual one.

use super::lists::{GIVEN_NAMES, TITLES};

/// What stands in place of what was taken out.
pub const MASK: &str = "[…]";
/// A number of so many digits may be that of a phone, a person or a document.
const TELLING_DIGITS: usize = 5;
/// After these stands an address.
const ADDRESS: [&str; 9] = ["gang", "gg", "jalan", "jl", "jln", "kompleks", "komplek", "rt", "rw"];

/// The comment with names, numbers and addresses replaced.
pub fn masked(comment: &str) -> String {
    let shouted = !comment.chars().any(char::is_lowercase);
    let mut out = String::with_capacity(comment.len());
    let (mut titled, mut going, mut after_mask) = (false, false, false);
    for piece in comment.split_inclusive(char::is_whitespace) {
        let text = piece.trim_end();
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        // The lists are of plain letters, and the browser has no tables of others.
        let lower = bare.to_ascii_lowercase();
        let large =
            bare.chars().next().is_some_and(|c| c.is_uppercase() && !shouted) || bare.chars().any(char::is_numeric);
        let is_title = TITLES.contains(&lower.as_str());
        let is_address = ADDRESS.contains(&lower.as_str());
        let telling = titled || is_address || tells(text) || GIVEN_NAMES.contains(&lower.as_str()) || (going && large);
        let hidden = !bare.is_empty() && !is_title && telling;
        if hidden {
            // Several words of one name are one gap.
            if !after_mask {
                out.push_str(MASK);
            }
            let tail = text.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(bare);
            let tail = if is_address { "" } else { tail };
            out.push_str(tail);
            after_mask = tail.is_empty();
            if !after_mask || piece.ends_with('\n') {
                out.push_str(&piece[text.len()..]);
                after_mask = false;
            }
        } else {
            if after_mask && !text.is_empty() {
                out.push(' ');
            }
            out.push_str(piece);
            after_mask = false;
        }
        going = hidden && (is_address || !text.ends_with(['.', '!', '?', ';']));
        titled = is_title;
    }
    out
}

/// A long number, an address of a letter box or page.
fn tells(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() >= TELLING_DIGITS
        || text.contains('@')
        || text.contains("://")
        || text.to_ascii_lowercase().starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn names_numbers_and_addresses_are_replaced() {
        for (comment, expected) in [
            ("Bu Rahmawati Zulkifli, terima kasih", "Bu […], terima kasih"),
            ("pak zainudin cepat sekali", "pak […] cepat sekali"),
            ("Dilayani Siti di loket 3.", "Dilayani […] di loket 3."),
            ("WA 0812-3456-7890 ya", "WA […] ya"),
            ("tulis ke budi@contoh.id", "tulis ke […]"),
            ("Rumah saya di Jl. Kuin Utara No 12 RT 05", "Rumah saya di […]"),
            ("Tunggu 2 jam, kursi kurang.", "Tunggu 2 jam, kursi kurang."),
            ("", ""),
        ] {
            assert_eq!(masked(comment), expected, "{comment}");
        }
    }

    #[test]
    fn what_was_masked_once_stays_so() {
        for comment in ["Bu […], terima kasih", "Rumah saya di […]", "baris satu\nbaris dua\n"] {
            assert_eq!(masked(comment), comment);
        }
    }
}
