//! The language of the console, fixed while the page is open, and everything that is said in it.

use crate::browser;
use std::cell::OnceCell;
use texts::{Language, Text, fill, format};

const KEY: &str = "sumberdaya.language";

thread_local! {
    static CHOSEN: OnceCell<Language> = const { OnceCell::new() };
}

/// The language.
pub fn language() -> Language {
    CHOSEN.with(|chosen| {
        *chosen.get_or_init(|| browser::stored(KEY).map_or(Language::default(), |tag| Language::from_tag(&tag)))
    })
}

/// Keeps another language on this device and loads the page anew in it; address and session stay.
pub fn choose(language: Language) {
    browser::store(KEY, language.tag());
    browser::reload();
}

/// A text.
pub fn tr(text: impl Text) -> &'static str {
    text.in_language(language())
}

/// A text with its places filled.
pub fn tr_with(text: impl Text, values: &[(&str, &str)]) -> String {
    fill(text.in_language(language()), values)
}

/// A figure of the API, digit by digit.
pub fn decimal(figure: &str) -> String {
    format::decimal(figure, language())
}

/// A percentage of the API.
pub fn percent(figure: &str) -> String {
    format::percent(figure, language())
}

/// A whole number.
pub fn count(number: i64) -> String {
    format::count(number, language())
}

/// A period by its official name.
pub fn period(code: &str) -> String {
    format::period(code, language())
}

/// A period for a narrow place.
pub fn period_short(code: &str) -> String {
    format::period_short(code, language())
}

/// The day of a time of the API, on this device's clock.
pub fn day(time: &str) -> String {
    format::day(time, browser::minutes_ahead(time), language())
}

/// Day and time of day, on this device's clock.
pub fn day_and_time(time: &str) -> String {
    format::day_and_time(time, browser::minutes_ahead(time), language())
}
