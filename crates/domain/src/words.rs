//! What comments are about: the words that most of them have in common.
//!
//! Words are counted by comment, not by occurrence, so that one writer cannot make a subject. Nothing that could name a
//! person leaves: no word with a digit, no word that follows a title (Pak, Bu, dr.), no usual given name, no word that
//! people write with a capital in the middle of a sentence, and no word of fewer than [`LEAST_COMMENTS`] comments.

mod digits;
mod excerpt;
mod lists;
mod mask;

pub use excerpt::is_excerpt;
pub use mask::{MASK, masked};

use lists::{GIVEN_NAMES, SAME_WORD, STOP_WORDS, TITLES};
use std::collections::{BTreeMap, BTreeSet};

/// A word of fewer comments than this might tell who wrote it.
pub const LEAST_COMMENTS: i64 = 3;
/// Shorter words say little, longer ones are no words.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=24;

/// A word and how many comments have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrequentWord {
    /// The word, in lower case.
    pub word: String,
    /// Comments that have it.
    pub comments: i64,
}

/// How a word was met.
#[derive(Default)]
struct Met {
    comments: i64,
    /// Comments in which it stood with a capital where a sentence does not begin.
    as_name: i64,
}

/// The most frequent words of comments: by number of comments, then by the alphabet.
pub fn frequent_words<'a>(comments: impl IntoIterator<Item = &'a str>, most: usize) -> Vec<FrequentWord> {
    let mut met: BTreeMap<String, Met> = BTreeMap::new();
    for comment in comments {
        let mut words: BTreeMap<String, bool> = BTreeMap::new();
        for (word, as_name) in words_of(comment) {
            *words.entry(word).or_default() |= as_name;
        }
        for (word, as_name) in words {
            let met = met.entry(word).or_default();
            met.comments += 1;
            met.as_name += i64::from(as_name);
        }
    }
    let mut counts: Vec<FrequentWord> = met
        .into_iter()
        .filter(|(_, met)| met.comments >= LEAST_COMMENTS && met.as_name * 2 < met.comments)
        .map(|(word, met)| FrequentWord { word, comments: met.comments })
        .collect();
    counts.sort_by(|a, b| b.comments.cmp(&a.comments).then_with(|| a.word.cmp(&b.word)));
    counts.truncate(most);
    counts
}

/// The words of a comment that may be counted, each with whether it looks like a name.
fn words_of(comment: &str) -> Vec<(String, bool)> {
    // Who writes everything in capitals tells nothing by them.
    let shouted = !comment.chars().any(char::is_lowercase);
    let titles: BTreeSet<&str> = TITLES.iter().copied().collect();
    let mut words = Vec::new();
    let (mut begins, mut titled, mut named) = (true, false, false);
    for piece in comment.split_whitespace() {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let capital = bare.chars().next().is_some_and(char::is_uppercase);
        let lower = bare.to_lowercase();
        let title = titles.contains(lower.as_str());
        // "Pak Budi Santoso": what follows a title is a name, and so are the capitals after it.
        let is_name = (titled || (named && capital)) && !title;
        if !title && !is_name && !bare.is_empty() {
            let name = capital && !begins && !shouted;
            words.extend(countable(&lower).map(|word| (word, name)));
        }
        titled = title;
        named = is_name && capital && !shouted && !piece.ends_with([',', '.', '!', '?', ';']);
        begins = piece.ends_with(['.', '!', '?', ':', ';', ')']) && !title;
    }
    words
}

/// The parts of a piece of text between blanks that are words worth counting, in the form they are counted in.
fn countable(piece: &str) -> impl Iterator<Item = String> {
    // An address of a page or a letter box, a number, a name with a figure: none of its parts is a word.
    let whole = !piece.contains(['@', '_', '#']) && !piece.contains("//") && !piece.contains("www.");
    let whole = whole && !piece.chars().any(char::is_numeric);
    let parts = piece.split(|c: char| !c.is_alphabetic() && c != '-').filter(move |_| whole);
    parts.filter_map(counted_as)
}

fn counted_as(part: &str) -> Option<String> {
    let part = part.trim_matches('-');
    if !LENGTH.contains(&part.chars().count()) {
        return None;
    }
    let part = without_suffix(part);
    let word = SAME_WORD.iter().find(|(from, _)| *from == part).map_or(part, |(_, to)| *to);
    let silent = STOP_WORDS.contains(&word) || GIVEN_NAMES.contains(&word);
    (!silent).then(|| word.to_owned())
}

/// "pelayanannya" is "pelayanan"; what remains must be a word, so short rests and verbs in -tanya keep theirs.
fn without_suffix(word: &str) -> &str {
    let keeps = ["tanya", "punya", "hanya"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix("nya") {
        Some(rest) if !keeps && rest.chars().count() >= 4 => rest.trim_end_matches('-'),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(comments: &[&str]) -> Vec<(String, i64)> {
        frequent_words(comments.iter().copied(), 10).into_iter().map(|count| (count.word, count.comments)).collect()
    }

    fn word(text: &str, comments: i64) -> (String, i64) {
        (text.to_owned(), comments)
    }

    #[test]
    fn a_word_counts_once_a_comment_and_stop_words_never() {
        let found = words(&[
            "Antrian lama, antrian sangat lama!",
            "Mohon antreannya dipercepat",
            "antri terlalu lama di loket",
            "Petugas ramah dan loket bersih",
            "Loketnya kurang",
        ]);
        assert_eq!(found, [word("antrean", 3), word("loket", 3)]);
    }

    #[test]
    fn names_are_not_counted_however_often_they_are_written() {
        let comments: Vec<String> = (0..6)
            .map(|at| match at % 3 {
                0 => "Pelayanan oleh Bu Rahmawati Zulkifli cepat".to_owned(),
                1 => "terima kasih pak zainudin, pelayanan cepat".to_owned(),
                _ => "Saya dilayani Wulandari, pelayanan cepat. siti baik".to_owned(),
            })
            .collect();
        let found = words(&comments.iter().map(String::as_str).collect::<Vec<_>>());
        let names = ["rahmawati", "zulkifli", "zainudin", "wulandari", "siti"];
        assert!(found.iter().all(|(word, _)| !names.contains(&word.as_str())), "{found:?}");
        assert_eq!(found[0], word("cepat", 6));
    }

    #[test]
    fn numbers_addresses_and_rare_words_are_not_counted() {
        let comment = "hubungi 0812-3456-7890 atau budi_s@contoh.id, https://contoh.id/x DA1234BC wastafel";
        assert!(words(&[comment, comment]).is_empty());
        let found = words(&[comment, comment, comment]);
        assert!(found.iter().all(|(word, _)| ["hubungi", "wastafel"].contains(&word.as_str())), "{found:?}");
    }

    #[test]
    fn capitals_everywhere_are_no_names() {
        assert_eq!(words(&["PARKIRAN SEMPIT", "TOLONG PARKIRAN DIPERLUAS", "PARKIRAN"]), [word("parkir", 3)]);
    }

    #[test]
    fn odd_texts_do_no_harm() {
        let odd = "<b>#=+@ 👍👍 \u{200f}… — ".repeat(80);
        assert!(words(&[&odd, &odd, &odd, "", " "]).is_empty());
    }

    #[test]
    fn the_lists_are_sorted_and_in_the_form_that_words_have() {
        for list in [STOP_WORDS, GIVEN_NAMES, TITLES] {
            assert!(list.is_sorted() && list.iter().all(|word| word.to_lowercase() == *word));
        }
        assert!(SAME_WORD.iter().all(|(from, to)| from != to && !STOP_WORDS.contains(to)));
    }
}
