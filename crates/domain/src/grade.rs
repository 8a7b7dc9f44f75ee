//! The grade (mutu pelayanan) of a printed value.

use crate::Decimal;
use serde::{Deserialize, Serialize};

/// Mutu pelayanan; A is best. The same limits serve the three indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    /// Sangat Baik: from 88.31.
    A,
    /// Baik: from 76.61.
    B,
    /// Kurang Baik: from 65.00.
    C,
    /// Tidak Baik: everything below 65.00; under the shortened weights that may be less than 25.00.
    D,
}

/// One row of the table "Nilai Persepsi, Nilai Interval (NI), Nilai Interval Konversi (NIK), Mutu, Kinerja", as printed
/// in PermenPANRB 14/2017. Only for printing: a grade follows from [`Grade::of`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct GradeRow {
    /// Nilai Persepsi, 1 to 4.
    pub perception: u8,
    /// Nilai Interval, first and last value as the guideline prints them.
    pub interval: (&'static str, &'static str),
    /// Nilai Interval Konversi, first and last value.
    pub converted: (&'static str, &'static str),
    /// Mutu Pelayanan.
    pub grade: Grade,
    /// Kinerja Unit Pelayanan.
    pub performance: &'static str,
}

impl Grade {
    /// Best first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::D];

    /// The grade of a converted value *as printed*, rounded to two decimals: no value falls between two grades.
    pub fn of(converted: Decimal) -> Self {
        Self::ALL.into_iter().find(|grade| converted >= grade.lowest()).unwrap_or(Self::D)
    }

    /// The lowest printed value of the grade.
    pub const fn lowest(self) -> Decimal {
        match self {
            Self::A => Decimal::new(8_831, 2),
            Self::B => Decimal::new(7_661, 2),
            Self::C => Decimal::new(6_500, 2),
            Self::D => Decimal::new(0, 2),
        }
    }

    /// The letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// Kinerja unit pelayanan, the official words.
    pub const fn performance(self) -> &'static str {
        match self {
            Self::A => "Sangat Baik",
            Self::B => "Baik",
            Self::C => "Kurang Baik",
            Self::D => "Tidak Baik",
        }
    }

    /// The same in English; ours.
    pub const fn performance_in_english(self) -> &'static str {
        match self {
            Self::A => "Very good",
            Self::B => "Good",
            Self::C => "Less than good",
            Self::D => "Not good",
        }
    }

    /// Its row of the official table.
    pub const fn row(self) -> GradeRow {
        let (perception, interval, converted) = match self {
            Self::D => (1, ("1,00", "2,5996"), ("25,00", "64,99")),
            Self::C => (2, ("2,60", "3,064"), ("65,00", "76,60")),
            Self::B => (3, ("3,0644", "3,532"), ("76,61", "88,30")),
            Self::A => (4, ("3,5324", "4,00"), ("88,31", "100,00")),
        };
        GradeRow { perception, interval, converted, grade: self, performance: self.performance() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grade_begins_at_its_hundredth() {
        for (text, grade) in [
            ("100.00", Grade::A),
            ("88.31", Grade::A),
            ("88.30", Grade::B),
            ("76.61", Grade::B),
            ("76.60", Grade::C),
            ("65.00", Grade::C),
            ("64.99", Grade::D),
            ("24.75", Grade::D),
        ] {
            assert_eq!(Grade::of(text.parse().unwrap()), grade, "{text}");
        }
    }

    #[test]
    fn the_official_table_has_the_limits_of_the_grades() {
        for grade in [Grade::A, Grade::B, Grade::C] {
            assert_eq!(grade.row().converted.0.replace(',', "."), grade.lowest().to_string());
        }
        assert_eq!(serde_json::to_string(&Grade::A).unwrap(), "\"A\"");
    }
}
