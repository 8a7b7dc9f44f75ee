//! Numbers, periods and days as people read them. A figure arrives as text with fixed places and stays digit by digit what
//! it was: only the decimal sign and the names change.

use crate::Language;

/// What stands where there is no number.
pub const NONE: &str = "–";

/// `84.17` as `84,17`; a minus becomes the long one.
pub fn decimal(figure: &str, language: Language) -> String {
    let figure = figure.replace('-', "−");
    match language {
        Language::Indonesian => figure.replace('.', ","),
        Language::English => figure,
    }
}

/// `4.00` as `4,00%`, without a space.
pub fn percent(figure: &str, language: Language) -> String {
    decimal(figure, language) + "%"
}

/// A margin at 95%: `± 1,90 (95%)`.
pub fn margin(points: &str, language: Language) -> String {
    format!("± {} (95%)", decimal(points, language))
}

/// A whole number with its thousands apart: `12.480`.
pub fn count(number: i64, language: Language) -> String {
    let digits = number.unsigned_abs().to_string();
    let apart = if language == Language::Indonesian { '.' } else { ',' };
    let mut out = String::from(if number < 0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(apart);
        }
        out.push(digit);
    }
    out
}

/// The name of a month, 1 to 12.
pub fn month_name(month: u8, language: Language) -> &'static str {
    const ID: [&str; 12] = [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let names = if language == Language::Indonesian { ID } else { EN };
    month.checked_sub(1).and_then(|at| names.get(usize::from(at))).copied().unwrap_or(NONE)
}

/// The name of a month in three letters.
pub fn month_short(month: u8, language: Language) -> &'static str {
    const ID: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"];
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let names = if language == Language::Indonesian { ID } else { EN };
    month.checked_sub(1).and_then(|at| names.get(usize::from(at))).copied().unwrap_or(NONE)
}

/// A period by its text form: `2026-TW3` is "Triwulan III 2026", `2026-07` "Juli 2026"; what is none stays as it is.
pub fn period(code: &str, language: Language) -> String {
    named(code, language, false)
}

/// A period for a chart or a narrow place: "TW III 2026", "Jul 2026", "Smt. II 2026".
pub fn period_short(code: &str, language: Language) -> String {
    named(code, language, true)
}

fn named(code: &str, language: Language, short: bool) -> String {
    if let Some((from, to)) = code.split_once("..") {
        return format!("{}–{}", named(from, language, short), named(to, language, short));
    }
    let indonesian = language == Language::Indonesian;
    let Some((year, part)) = code.split_once('-') else {
        return match (indonesian, short) {
            (_, true) => code.to_owned(),
            (true, false) => format!("Tahun {code}"),
            (false, false) => format!("Year {code}"),
        };
    };
    const ROMAN: [&str; 5] = ["", "I", "II", "III", "IV"];
    let roman = |number: &str| number.parse().ok().and_then(|at: usize| ROMAN.get(at)).copied().unwrap_or(NONE);
    if let Some(number) = part.strip_prefix("TW") {
        return match (indonesian, short) {
            (true, false) => format!("Triwulan {} {year}", roman(number)),
            (true, true) => format!("TW {} {year}", roman(number)),
            (false, false) => format!("Quarter {number} of {year}"),
            (false, true) => format!("Q{number} {year}"),
        };
    }
    if let Some(number) = part.strip_prefix('S') {
        return match (indonesian, short) {
            (true, false) => format!("Semester {} {year}", roman(number)),
            (true, true) => format!("Smt. {} {year}", roman(number)),
            (false, false) => format!("Half {number} of {year}"),
            (false, true) => format!("H{number} {year}"),
        };
    }
    match part.parse() {
        Ok(month) if short => format!("{} {year}", month_short(month, language)),
        Ok(month) => format!("{} {year}", month_name(month, language)),
        Err(_) => code.to_owned(),
    }
}

/// The day of a time (RFC 3339 in UTC) on a clock so many minutes ahead of UTC: "25 Nov 2026".
pub fn day(time: &str, minutes_ahead: i64, language: Language) -> String {
    local(time, minutes_ahead).map_or_else(|| time.to_owned(), |local| local.day(language))
}

/// A calendar day, `2026-10-05`, in full: "5 Oktober 2026"; what is none stays as it is.
pub fn full_day(day: &str, language: Language) -> String {
    let mut parts = day.splitn(3, '-').map(|part| part.parse::<u32>().ok());
    match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten()) {
        (Some(year), Some(month), Some(day)) => {
            format!("{day} {} {year}", month_name(u8::try_from(month).unwrap_or(0), language))
        }
        _ => day.to_owned(),
    }
}

/// The same with the time of day: "25 Nov 2026, 09.41".
pub fn day_and_time(time: &str, minutes_ahead: i64, language: Language) -> String {
    let Some(local) = local(time, minutes_ahead) else { return time.to_owned() };
    let between = if language == Language::Indonesian { '.' } else { ':' };
    let (hour, minute) = (local.minute_of_day / 60, local.minute_of_day % 60);
    format!("{}, {hour:02}{between}{minute:02}", local.day(language))
}

struct Local {
    year: i64,
    month: u8,
    day: i64,
    minute_of_day: i64,
}

impl Local {
    fn day(&self, language: Language) -> String {
        format!("{} {} {}", self.day, month_short(self.month, language), self.year)
    }
}

fn local(time: &str, minutes_ahead: i64) -> Option<Local> {
    let number = |from: usize, to: usize| time.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let minutes = days_from_civil(year, month, day) * 1440 + number(11, 13)? * 60 + number(14, 16)? + minutes_ahead;
    let (year, month, day) = civil_from_days(minutes.div_euclid(1440));
    Some(Local { year, month: u8::try_from(month).ok()?, day, minute_of_day: minutes.rem_euclid(1440) })
}

/// Days since 1970-01-01 in the Gregorian calendar (<https://howardhinnant.github.io/date_algorithms.html>).
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Indonesian};

    #[test]
    fn a_figure_keeps_every_digit() {
        assert_eq!(decimal("84.10", Indonesian), "84,10");
        assert_eq!(decimal("-0.40", Indonesian), "−0,40");
        assert_eq!(decimal("84.10", English), "84.10");
        assert_eq!(percent("4.00", Indonesian), "4,00%");
    }

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1.000"), (250_000, "250.000"), (-1_234_567, "−1.234.567")]
        {
            assert_eq!(count(number, Indonesian), text);
        }
        assert_eq!(count(12_480, English), "12,480");
    }

    #[test]
    fn periods_have_their_official_names() {
        for (code, long, short) in [
            ("2026-TW3", "Triwulan III 2026", "TW III 2026"),
            ("2026-07", "Juli 2026", "Jul 2026"),
            ("2026-S2", "Semester II 2026", "Smt. II 2026"),
            ("2026", "Tahun 2026", "2026"),
            ("2026-02..2026-05", "Februari 2026–Mei 2026", "Feb 2026–Mei 2026"),
        ] {
            assert_eq!((period(code, Indonesian), period_short(code, Indonesian)), (long.to_owned(), short.to_owned()));
        }
        assert_eq!(period("2026-TW3", English), "Quarter 3 of 2026");
        assert_eq!(period("2026-99", Indonesian), "– 2026");
    }

    #[test]
    fn a_day_is_that_of_the_city_and_not_of_greenwich() {
        assert_eq!(day("2026-12-31T16:00:00Z", 480, Indonesian), "1 Jan 2027");
        assert_eq!(day_and_time("2026-11-25T01:41:59.123Z", 480, Indonesian), "25 Nov 2026, 09.41");
        assert_eq!(day_and_time("2028-02-28T23:59:00Z", 1, English), "29 Feb 2028, 00:00");
        assert_eq!(day("2000-03-01T00:00:00Z", -1, Indonesian), "29 Feb 2000");
        assert_eq!(day("nonsense", 480, Indonesian), "nonsense");
        assert_eq!(full_day("2026-10-05", Indonesian), "5 Oktober 2026");
        assert_eq!(full_day("nonsense", Indonesian), "nonsense");
    }
}
