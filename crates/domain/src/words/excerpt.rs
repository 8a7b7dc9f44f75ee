//! Whether a text is a comment with gaps.

use super::mask::MASK;

/// True when the text is the comment, or the comment with "[…]" in place of some of it; spaces and line ends count alike.
///
/// The person who releases a comment may hide more than [`super::masked`] does, and write nothing into it.
pub fn is_excerpt(text: &str, comment: &str) -> bool {
    let (text, comment) = (spaced(text), spaced(comment));
    let parts: Vec<&str> = text.split(MASK).map(str::trim).collect();
    let [first, between @ .., last] = parts.as_slice() else { return text == comment };
    let inside = comment.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    let place = |rest: &'_ str, part: &&str| rest.find(*part).map(|at| at + part.len());
    let mut rest = inside;
    for part in between {
        rest = rest.and_then(|rest| rest.get(place(rest, part)?..));
    }
    rest.is_some()
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::is_excerpt;

    const COMMENT: &str = "Terima kasih Bu Siti,\nloket 2 cepat. Hubungi 08123456789.";

    #[test]
    fn a_comment_may_lose_words_and_gain_none() {
        for text in [
            COMMENT,
            &super::super::masked(COMMENT),
            "Terima kasih Bu […], loket 2 cepat. […]",
            "[…] loket 2 cepat. Hubungi […].",
            "[…]",
        ] {
            assert!(is_excerpt(text, COMMENT), "{text}");
        }
        for text in [
            "Terima kasih",
            "Terima kasih Bu […], loket 3 cepat. […]",
            "Bagus sekali",
            "[…] cepat",
            "",
            "[…] loket 2 […] Bu […]",
        ] {
            assert!(!is_excerpt(text, COMMENT), "{text}");
        }
    }
}
