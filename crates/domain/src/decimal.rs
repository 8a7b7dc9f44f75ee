//! Printed numbers: exact values, rounded once, half-up.
//!
//! A figure is an exact fraction until it is printed. Rounding early, or through binary floating point, is the commonest
//! error in the field (PermenPANRB 14/2017 prints weighted means to three decimals, which moves an index of 78.89 to 79.00).

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{Signed, ToPrimitive};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::{fmt, str::FromStr};

/// An exact fraction of big integers: sums of nine different denominators overflow 128 bits.
pub type Exact = Ratio<BigInt>;

/// A number with a fixed number of decimals, printed with all of them: `78.10`, `3.1556`, `-0.40`.
///
/// Compares by value. In JSON it is a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    units: i64,
    places: u8,
}

/// The text is not a decimal number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a decimal number: digits with at most 9 decimals after a dot, such as 78.10")]
pub struct InvalidDecimal(pub String);

const MOST_PLACES: u8 = 9;

fn scale(places: u8) -> i64 {
    10_i64.pow(u32::from(places.min(MOST_PLACES)))
}

impl Decimal {
    /// `new(7810, 2)` is 78.10; at most nine decimals.
    pub const fn new(units: i64, places: u8) -> Self {
        Self { units, places: if places > MOST_PLACES { MOST_PLACES } else { places } }
    }

    /// Rounds an exact value; a half goes up, away from zero for negative values (−0.125 is −0.13, as 0.125 is 0.13).
    ///
    /// What does not fit into 64 bits becomes the largest or smallest number; no figure comes near.
    pub fn round_half_up(value: &Exact, places: u8) -> Self {
        Self::of_quotient(value.numer(), value.denom(), places)
    }

    /// Rounds a quotient that need not be in lowest terms; the denominator is positive.
    pub(crate) fn of_quotient(numerator: &BigInt, denominator: &BigInt, places: u8) -> Self {
        let twice: BigInt = numerator.abs() * (2 * scale(places)) + denominator;
        let size: BigInt = twice / (denominator * 2);
        let size = size.to_i64().unwrap_or(i64::MAX);
        Self::new(if numerator.is_negative() { -size } else { size }, places)
    }

    /// Rounds a quotient whose numerator is far from 128 bits and not negative; the denominator is positive.
    pub(crate) fn of_fraction(numerator: i128, denominator: i128, places: u8) -> Self {
        let twice = numerator * 2 * i128::from(scale(places)) + denominator;
        Self::new((twice / (denominator * 2)).to_i64().unwrap_or(i64::MAX), places)
    }

    /// Rounds a binary number, half away from zero; for margins and tests, which are square roots and quantiles. `None`
    /// for what is not a number or too large.
    pub fn from_f64(value: f64, places: u8) -> Option<Self> {
        let units = (value * scale(places).to_f64()?).round().to_i64()?;
        Some(Self::new(units, places))
    }

    /// The value in units of its last decimal: 7810 for 78.10.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many decimals are printed.
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The nearest binary number, for drawing.
    pub fn to_f64(self) -> f64 {
        self.units.to_f64().unwrap_or(f64::NAN) / scale(self.places).to_f64().unwrap_or(f64::NAN)
    }

    /// The printed value as an exact fraction.
    pub fn to_exact(self) -> Exact {
        Exact::new(BigInt::from(self.units), BigInt::from(scale(self.places)))
    }

    /// The difference of two printed numbers, as a reader computes it.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        let places = self.places.max(other.places);
        Self::new(self.units_at(places).saturating_sub(other.units_at(places)), places)
    }

    /// The sum of two printed numbers.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.minus(Self { units: other.units.saturating_neg(), ..other })
    }

    /// The value in units of a decimal, its own last one or a later one.
    pub(crate) fn units_at(self, places: u8) -> i64 {
        self.units.saturating_mul(scale(places.saturating_sub(self.places)))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.units) * i128::from(scale(other.places));
        let right = i128::from(other.units) * i128::from(scale(self.places));
        left.cmp(&right).then(self.places.cmp(&other.places))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let one = scale(self.places).unsigned_abs();
        let (whole, rest) = (self.units.unsigned_abs() / one, self.units.unsigned_abs() % one);
        match self.places {
            0 => write!(f, "{sign}{whole}"),
            places => write!(f, "{sign}{whole}.{rest:0width$}", width = usize::from(places)),
        }
    }
}

impl FromStr for Decimal {
    type Err = InvalidDecimal;
    fn from_str(text: &str) -> Result<Self, InvalidDecimal> {
        let invalid = || InvalidDecimal(text.chars().take(64).collect());
        let (sign, size) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, rest) = size.split_once('.').unwrap_or((size, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) || size.ends_with('.') {
            return Err(invalid());
        }
        let places = u8::try_from(rest.len()).ok().filter(|places| *places <= MOST_PLACES).ok_or_else(invalid)?;
        let units: i64 = format!("{whole}{rest}").parse().map_err(|_| invalid())?;
        Ok(Self::new(sign * units, places))
    }
}

impl TryFrom<String> for Decimal {
    type Error = InvalidDecimal;
    fn try_from(text: String) -> Result<Self, InvalidDecimal> {
        text.parse()
    }
}

impl From<Decimal> for String {
    fn from(decimal: Decimal) -> Self {
        decimal.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(numerator: i64, denominator: i64) -> String {
        Decimal::round_half_up(&Exact::new(numerator.into(), denominator.into()), 2).to_string()
    }

    #[test]
    fn a_half_rounds_up_and_away_from_zero_below_it() {
        assert_eq!(rounded(88_305, 1_000), "88.31");
        assert_eq!(rounded(88_304_999, 1_000_000), "88.30");
        assert_eq!(rounded(-1, 8), "-0.13");
        assert_eq!(rounded(-1, 1_000), "0.00");
        assert_eq!(rounded(781, 10), "78.10");
    }

    #[test]
    fn printed_numbers_are_read_back_unchanged() {
        for text in ["78.10", "-0.40", "0.00", "3.1556", "12", "-7"] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), text);
        }
        for bad in ["", "-", ".5", "5.", "1,5", "+1", "1.2.3", "1e3", "٣", "1.0123456789"] {
            assert!(bad.parse::<Decimal>().is_err(), "{bad}");
        }
    }

    #[test]
    fn decimals_compare_by_value() {
        assert!(Decimal::new(8831, 2) > Decimal::new(883_099, 4));
        assert!(Decimal::new(-5, 1) < Decimal::new(1, 2));
        assert_eq!(Decimal::new(7810, 2).minus(Decimal::new(785, 1)), Decimal::new(-40, 2));
        assert_eq!(Decimal::new(7810, 2).plus(Decimal::new(-10, 2)), Decimal::new(7800, 2));
    }

    #[test]
    fn in_json_a_decimal_is_a_string() {
        assert_eq!(serde_json::to_string(&Decimal::new(7810, 2)).unwrap(), "\"78.10\"");
        assert_eq!(serde_json::from_str::<Decimal>("\"78.10\"").unwrap(), Decimal::new(7810, 2));
        assert!(serde_json::from_str::<Decimal>("78.1").is_err());
    }
}
