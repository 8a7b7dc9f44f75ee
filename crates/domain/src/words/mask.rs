//! Names, numbers and addresses of a comment replaced by "[…]", before it enters a report.
//!
//! A help for the person who releases the comment, who has the last word: what nobody can tell from the spelling (a name in
//! lower case without a title) is found only if it is a usual one.

use super::digits;
use super::lists::{GIVEN_NAMES, TITLES};

/// What stands in place of what was taken out.
pub const MASK: &str = "[…]";
/// After these stands an address.
const ADDRESS: [&str; 9] = ["gang", "gg", "jalan", "jl", "jln", "kompleks", "komplek", "rt", "rw"];
/// After these stands a name if it begins with a capital, with some of [`BETWEEN`] before it.
const INTRODUCING: [&str; 8] = ["bidan", "dokter", "nama", "namanya", "perawat", "profesor", "suster", "tertanda"];
const BETWEEN: [&str; 9] =
    ["adalah", "beliau", "ialah", "lengkap", "pegawai", "pegawainya", "petugas", "petugasnya", "saya"];

/// The comment with names, numbers and addresses replaced.
pub fn masked(comment: &str) -> String {
    let shouted = !comment.chars().any(char::is_lowercase);
    let pieces: Vec<&str> = comment.split_inclusive(char::is_whitespace).collect();
    let numbers = digits::telling(&pieces);
    let mut out = String::with_capacity(comment.len());
    let (mut titled, mut introduced, mut going, mut after_mask) = (false, false, false, false);
    for (piece, number) in pieces.into_iter().zip(numbers) {
        let text = piece.trim_end();
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        // The lists are of plain letters, and the browser has no tables of others.
        let lower = bare.to_ascii_lowercase();
        let lower = lower.as_str();
        let capital = bare.chars().next().is_some_and(|c| c.is_uppercase() && !shouted);
        let large = capital || bare.chars().any(char::is_numeric);
        let is_title = TITLES.contains(&lower);
        let is_address = ADDRESS.contains(&lower);
        let introduces = INTRODUCING.contains(&lower);
        let named = titled || GIVEN_NAMES.contains(&lower) || (introduced && capital) || (going && large);
        let hidden = number || (!bare.is_empty() && !is_title && (named || is_address || tells(text)));
        if hidden {
            // Several words of one name are one gap.
            if !after_mask {
                out.push_str(MASK);
            }
            let tail = if is_address { "" } else { tail(text, bare, number) };
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
        let ends =
            if number { text.ends_with([',', '.', '!', '?', ';']) } else { text.ends_with(['.', '!', '?', ';']) };
        going = hidden && (is_address || !ends);
        titled = is_title;
        introduced = introduces || (introduced && !hidden && (bare.is_empty() || BETWEEN.contains(&lower)));
    }
    out
}

/// What stays of the signs behind a word that is taken out: of a number those that end a sentence, and the bracket that it did
/// not open.
fn tail<'a>(text: &'a str, bare: &str, number: bool) -> &'a str {
    if number && (text.contains('(') || !text.contains(')')) {
        let word = text.trim_end_matches(['.', ',', '!', '?', ';', ':', '…']);
        return text.get(word.len()..).unwrap_or_default();
    }
    text.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_start_matches(bare)
}

/// An address of a letter box or page.
fn tells(text: &str) -> bool {
    text.contains('@') || text.contains("://") || text.to_ascii_lowercase().starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn names_numbers_and_addresses_are_replaced() {
        for (comment, expected) in [
            ("Bu Rahmawati Zulkifli, terima kasih", "Bu […], terima kasih"),
            ("Petugas (Bu Siti) ramah", "Petugas (Bu […]) ramah"),
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
    fn a_number_in_groups_is_one_number() {
        for (comment, expected) in [
            (
                "Hubungi saya 0812 3456 7890 atau (0511) 330 001, NIK 6371 0101 0190 0001",
                "Hubungi saya […] atau […], NIK […]",
            ),
            ("WA +62 812-3456-7890.", "WA […]."),
            ("telp (0511) 33.00.123 / 0812 34 56 789 ya", "telp […] ya"),
            ("KK 63.71.01 - 0101 9000 01! Terima kasih", "KK […]! Terima kasih"),
            ("hubungi0812 3456 789ya, antre", "[…], antre"),
            ("(WA 0812 3456 789), (0511) 330001 ya", "(WA […]), […] ya"),
            ("nomor ０８１２ ３４５６ ７８９", "nomor […]"),
        ] {
            assert_eq!(masked(comment), expected, "{comment}");
        }
    }

    #[test]
    fn dates_times_years_and_money_stay() {
        for comment in [
            "Tanggal 12/08/2026 pukul 08.00-12.00, antre 2 jam",
            "Datang 2026-08-12, kembali 12-8-2026 jam 13.30",
            "Bayar Rp 50.000 bukan Rp150.000,00 atau Rp. 1.500.000",
            "Diminta 150.000 rupiah, lalu 75000 rb, Rp 100.000-250.000",
            "Tahun 2025/2026 lebih baik, tahun 2024-2025 kurang",
            "Loket 3 antre 120 orang, 2 jam 15 menit",
        ] {
            assert_eq!(masked(comment), comment);
        }
        assert_eq!(masked("Rp 081234567890"), "Rp […]");
    }

    #[test]
    fn a_name_that_is_introduced_goes_whole() {
        for (comment, expected) in [
            ("petugas bernama Yusrina Halimah dan Kapten Suryadinata", "petugas bernama […] dan Kapten […]"),
            ("bernama rosehan sangat membantu", "bernama […] sangat membantu"),
            ("nama saya Yusrina Halimah, warga", "nama saya […], warga"),
            ("nama petugas: Rosehan Noor", "nama petugas: […]"),
            ("nama petugas tidak jelas", "nama petugas tidak jelas"),
            ("Bapak Letnan Kolonel Suryadinata Akbar ramah", "Bapak Letnan Kolonel […] ramah"),
            ("Bripka Rosehan, drg. Yusrina Puspa", "Bripka […], drg. […]"),
            ("dokter Yusrina ramah, dokter sering tidak ada", "dokter […] ramah, dokter sering tidak ada"),
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
