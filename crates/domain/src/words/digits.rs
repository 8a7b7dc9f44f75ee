//! Numbers of phones, persons and documents, also those written in groups.

/// A number of so many digits in one piece may be that of a phone, a person or a document.
const TELLING_DIGITS: usize = 5;
/// Groups next to each other that have so many digits together are one number.
const TELLING_GROUPS: usize = 7;
/// After these stands an amount of money, before [`UNITS`] too.
const CURRENCY: [&str; 2] = ["idr", "rp"];
const UNITS: [&str; 5] = ["jt", "juta", "rb", "ribu", "rupiah"];

/// Which of the words belong to such a number.
///
/// Digits that spaces, dots, hyphens, slashes or parentheses part are one number. Dates, times, years and amounts of money are
/// none.
pub(super) fn telling(words: &[&str]) -> Vec<bool> {
    let mut found = vec![false; words.len()];
    let mut at = 0;
    while at < words.len() {
        let end = end_of_number(words, at);
        let digits: usize = words.get(at..end).unwrap_or_default().iter().map(|word| digits(word)).sum();
        let least = if end - at == 1 { TELLING_DIGITS } else { TELLING_GROUPS };
        if digits >= least && !harmless(words, at) {
            found.get_mut(at..end).unwrap_or_default().fill(true);
        } else if digits >= TELLING_DIGITS && end - at > 1 {
            // Too few for a number in groups, but one of the groups is one by itself.
            for (found, word) in found.iter_mut().zip(words).take(end).skip(at) {
                *found = self::digits(word) >= TELLING_DIGITS;
            }
        }
        at = end;
    }
    found
}

/// Where the groups end that continue the word `at`; the next word where nothing does.
fn end_of_number(words: &[&str], at: usize) -> usize {
    let mut end = at + 1;
    if harmless(words, at) {
        return end;
    }
    let mut next = end;
    while let (Some(last), Some(word)) = (words.get(end - 1), words.get(next)) {
        if !continues(last) || words.get(next - 1).is_some_and(|before| before.ends_with('\n')) {
            break;
        }
        if is_separator(word) {
            next += 1;
        } else if begins(word) && !harmless(words, next) {
            next += 1;
            end = next;
        } else {
            break;
        }
    }
    end
}

fn digits(word: &str) -> usize {
    word.chars().filter(|c| c.is_numeric()).count()
}

/// Nothing but a gap or a sign between two groups.
fn is_separator(word: &str) -> bool {
    word.trim().chars().all(|c| matches!(c, '.' | '-' | '–' | '/' | '(' | ')' | '+'))
}

/// Whether its last sign but points, hyphens and parentheses is a digit.
fn continues(word: &str) -> bool {
    word.trim_end().trim_end_matches(['.', '-', '–', '/', ')']).ends_with(char::is_numeric)
}

fn begins(word: &str) -> bool {
    word.trim_start_matches(['(', '+', '-', '–', '/']).starts_with(char::is_numeric)
}

/// A date, a time, a year or an amount of money.
fn harmless(words: &[&str], at: usize) -> bool {
    let bare = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at)).copied().unwrap_or_default();
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase()
    };
    let word = bare(Some(at));
    let amount = CURRENCY.iter().find_map(|currency| word.strip_prefix(currency));
    is_date(&word)
        || split(&word, &['-', '–']).is_some_and(|parts| parts.iter().all(|part| is_time(part)))
        || split(&word, &['-', '–', '/']).is_some_and(|parts| parts.iter().all(|part| is_year(part)))
        || amount.is_some_and(|amount| is_amount(amount.trim_start_matches(['.', ' '])))
        || ((CURRENCY.contains(&bare(at.checked_sub(1)).as_str()) || UNITS.contains(&bare(Some(at + 1)).as_str()))
            && is_amount(&word))
}

fn split<'a>(word: &'a str, signs: &[char]) -> Option<Vec<&'a str>> {
    let parts: Vec<&str> = word.split(signs).collect();
    parts.iter().all(|part| !part.is_empty()).then_some(parts)
}

fn number(part: &str) -> Option<u32> {
    (part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && number(part).is_some_and(|year| (1900..2100).contains(&year))
}

/// `12/08/2026`, `12.8.26`, `2026-08-12`.
fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let within = |part: &str, most: u32| part.len() <= 2 && number(part).is_some_and(|n| (1..=most).contains(&n));
    let [first, middle, last] = parts.as_slice() else { return false };
    within(middle, 12)
        && ((within(first, 31) && (is_year(last) || (last.len() == 2 && number(last).is_some())))
            || (is_year(first) && within(last, 31)))
}

/// `08.00`, `7:30:15`.
fn is_time(part: &str) -> bool {
    let parts: Vec<&str> = part.split(['.', ':']).collect();
    let below = |part: &str, most: u32| part.len() <= 2 && number(part).is_some_and(|n| n < most);
    match parts.as_slice() {
        [hour, rest @ ..] if (1..=2).contains(&rest.len()) => {
            below(hour, 25) && rest.iter().all(|part| part.len() == 2 && below(part, 60))
        }
        _ => false,
    }
}

/// `50.000`, `1.500.000,00`, `75000`, `50.000-100.000`: a phone number begins with a zero.
fn is_amount(word: &str) -> bool {
    let whole = |part: &str| {
        let part = part.split_once(',').map_or(part, |(whole, _)| whole);
        let groups: Vec<&str> = part.split('.').collect();
        let (first, rest) = groups.split_first().unwrap_or((&"", &[]));
        let digits = groups.iter().all(|group| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit()));
        let grouped = rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3));
        digits && grouped && !part.starts_with('0') && part.len() <= 15 && (first.len() <= 9)
    };
    split(word, &['-', '–', '/']).is_some_and(|parts| parts.into_iter().all(whole))
}
