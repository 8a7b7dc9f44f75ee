//! Whether what an update adds to a published PDF holds an electronic signature. The one description of the rule, which the
//! script of the public page (`templates/check-report.js`) follows step by step:
//!
//! 1. Behind the published bytes stands `/ByteRange [0 a b c]` of a signature (`/Type /Sig`, `/SubFilter` or
//!    `/Type /DocTimeStamp`).
//! 2. It covers the whole file but one gap: `a` lies behind the published bytes, `a` < `b`, and `b` + `c` is the length of the
//!    file. Of several signatures this is the last one.
//! 3. The gap from `a` to `b` is the hexadecimal text `<…>` of `/Contents`.
//! 4. That text is a DER sequence which begins with the object identifier of CMS SignedData, 1.2.840.113549.1.7.2.
//!
//! This shows that the published document is held unchanged and that a signature was added. Whether the signature is valid,
//! who signed, and what an update draws over the pages, a PDF reader shows: nothing here reads pages.

/// The object identifier of CMS SignedData, as DER has it.
const SIGNED_DATA: &[u8] = &[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const BYTE_RANGE: &[u8] = b"/ByteRange";
/// As much of `/Contents` as its first bytes need: the head of the sequence and the identifier.
const HEAD_BYTES: usize = 6 + SIGNED_DATA.len();

/// Whether a file that begins with `published` bytes goes on with a signature that covers all of it.
pub fn is_signed_behind(file: &[u8], published: usize) -> bool {
    let behind = file.get(published..).unwrap_or_default();
    let has = |word: &[u8]| find(behind, word).is_some();
    let is_signature = [&b"/Type /Sig"[..], b"/Type/Sig", b"/SubFilter", b"/Type /DocTimeStamp", b"/Type/DocTimeStamp"];
    if !is_signature.into_iter().any(has) {
        return false;
    }
    let mut rest = behind;
    while let Some(at) = find(rest, BYTE_RANGE) {
        rest = rest.get(at + BYTE_RANGE.len()..).unwrap_or_default();
        if range(rest).is_some_and(|range| covers(file, published, range)) {
            return true;
        }
    }
    false
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|found| found == word)
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

/// The four numbers of `[0 a b c]`, the first of them nought.
fn range(text: &[u8]) -> Option<[usize; 3]> {
    let text = text.trim_ascii_start().strip_prefix(b"[")?;
    let end = text.iter().take(80).position(|byte| *byte == b']')?;
    let mut numbers = text.get(..end)?.split(|byte| is_space(*byte)).filter(|part| !part.is_empty());
    let mut next = || std::str::from_utf8(numbers.next()?).ok()?.parse::<usize>().ok();
    let (zero, range) = (next()?, [next()?, next()?, next()?]);
    (zero == 0 && numbers.next().is_none()).then_some(range)
}

fn covers(file: &[u8], published: usize, [a, b, c]: [usize; 3]) -> bool {
    let ends = b.checked_add(c) == Some(file.len());
    let (Some(before), Some(gap)) = (file.get(published..a), file.get(a..b)) else { return false };
    let contents = before.trim_ascii_end().ends_with(b"/Contents");
    ends && contents && gap.strip_prefix(b"<").and_then(|gap| gap.strip_suffix(b">")).is_some_and(is_signed_data)
}

/// Whether a hexadecimal text is a DER sequence that begins with the identifier; what follows it fills up the place.
fn is_signed_data(hex: &[u8]) -> bool {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    if !hex.iter().all(|byte| is_space(*byte) || byte.is_ascii_hexdigit()) {
        return false;
    }
    let digits: Vec<u8> = hex.iter().filter_map(|byte| digit(*byte)).collect();
    let head: Vec<u8> =
        digits.chunks_exact(2).take(HEAD_BYTES).map(|pair| pair.iter().fold(0, |sum, d| sum << 4 | d)).collect();
    let [0x30, length, rest @ ..] = head.as_slice() else { return false };
    // 0x80: ended by a mark; 0x81 to 0x84: so many bytes of length follow.
    let Some((length, rest)) =
        length.checked_sub(0x80).filter(|bytes| *bytes <= 4).and_then(|n| rest.split_at_checked(n.into()))
    else {
        return false;
    };
    let told = length.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    rest.starts_with(SIGNED_DATA) && told <= digits.len() / 2
}

#[cfg(test)]
mod tests {
    use super::is_signed_behind;

    const PUBLISHED: &[u8] = b"%PDF-1.7 published %%EOF\n";
    const CMS: &str = "3082000f06092a864886f70d010702a0020500000000";

    /// The file with a signature whose range is what `range` makes of the right one.
    fn signed(cms: &str, range: impl Fn([usize; 3]) -> [usize; 3]) -> Vec<u8> {
        let made = |[a, b, c]: [usize; 3]| {
            let head = format!("9 0 obj <</Type /Sig /ByteRange [0 {a:>6} {b:>6} {c:>6}] /Contents ");
            let tail = ">> endobj\n%%EOF\n";
            let start = PUBLISHED.len() + head.len();
            let end = start + cms.len() + 2;
            let file = [PUBLISHED, head.as_bytes(), b"<", cms.as_bytes(), b">", tail.as_bytes()].concat();
            (file, [start, end, tail.len()])
        };
        let (_, right) = made([0; 3]);
        made(range(right)).0
    }

    #[test]
    fn a_signature_over_the_whole_file_is_one() {
        let once = signed(CMS, |right| right);
        assert!(is_signed_behind(&once, PUBLISHED.len()));
        assert!(is_signed_behind(&signed(&CMS.to_uppercase(), |right| right), PUBLISHED.len()));
        assert!(!is_signed_behind(&[once.as_slice(), b"more"].concat(), PUBLISHED.len()), "something behind it");
        assert!(!is_signed_behind(&once, once.len()), "nothing behind what is published");
    }

    #[test]
    fn what_only_looks_like_a_signature_is_none() {
        for (what, file) in [
            ("starts in the published bytes", signed(CMS, |[_, b, c]| [5, b, c])),
            ("covers too little", signed(CMS, |[a, b, c]| [a, b, c - 1])),
            ("a gap that is too large", signed(CMS, |[a, b, c]| [a, b + 1, c - 1])),
            ("no gap", signed(CMS, |[a, b, c]| [a, a, b + c - a])),
            ("no hexadecimal text", signed(&CMS.replace("2a", "2x"), |right| right)),
            ("no sequence", signed(&CMS.replacen("30", "31", 1), |right| right)),
            ("another object", signed(&CMS.replace("0702", "0701"), |right| right)),
            ("shorter than it says", signed(&CMS.replacen("000f", "0fff", 1), |right| right)),
            ("empty", signed("", |right| right)),
            ("no dictionary", [PUBLISHED, b"9 0 obj << /Type /Sig /ByteRange [0 1 2 3] >>"].concat()),
        ] {
            assert!(!is_signed_behind(&file, PUBLISHED.len()), "{what}");
        }
    }
}
