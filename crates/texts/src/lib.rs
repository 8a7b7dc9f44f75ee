//! Every sentence of the screens, in Indonesian and English.
//!
//! A catalogue is an enum, so that the compiler knows a missing or misspelt text; the official wordings of questions are
//! not here but data of the questionnaires. Free of dependencies: the browser gets the same texts as the server.

pub mod access;
pub mod chart;
pub mod city;
pub mod elements;
mod fill;
pub mod format;
mod language;
pub mod overview;
pub mod preparation;
pub mod problem;
pub mod public_report;
pub mod report;
pub mod reports;
pub mod shell;
pub mod start;
pub mod survey;
pub mod trouble;
pub mod ui;
pub mod units;

pub use fill::fill;
pub use language::Language;

/// A text of any catalogue.
pub trait Text: Copy {
    /// The text in a language; `{places}` are filled by [`fill`].
    fn in_language(self, language: Language) -> &'static str;
}

/// A line of a text, from 0.
///
/// The texts of a catalogue are one text, which is cut up here: where each stands by itself, a third of what a browser
/// loads for it is where it stands and how long it is.
fn line(lines: &'static str, number: usize) -> &'static str {
    let mut rest = lines;
    for _ in 0..number {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    rest.split_once('\n').map_or(rest, |(line, _)| line)
}

macro_rules! catalogue {
    ($(#[$doc:meta])* $name:ident { $($key:ident: $id:literal / $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $(#[doc = $id] $key),* }

        impl $name {
            /// Every text.
            pub const ALL: &'static [Self] = &[$(Self::$key),*];

            /// All texts in a language, one a line.
            pub(crate) const fn lines(language: $crate::Language) -> &'static str {
                match language {
                    $crate::Language::Indonesian => concat!($($id, "\n"),*),
                    $crate::Language::English => concat!($($en, "\n"),*),
                }
            }

            /// The text in a language; `{places}` are filled by [`crate::fill`].
            pub fn text(self, language: $crate::Language) -> &'static str {
                $crate::line(Self::lines(language), self as usize)
            }

            /// The text with its places filled.
            pub fn filled(self, language: $crate::Language, values: &[(&str, &str)]) -> String {
                $crate::fill(self.text(language), values)
            }
        }

        impl $crate::Text for $name {
            fn in_language(self, language: $crate::Language) -> &'static str {
                self.text(language)
            }
        }
    };
}
use catalogue;

#[cfg(test)]
mod tests {
    use crate::access::{AccountText, KeyText};
    use crate::chart::ChartText;
    use crate::city::CityText;
    use crate::elements::{ElementName, ElementShort};
    use crate::overview::OverviewText;
    use crate::preparation::{HistoricText, JobText, PreparationText, ProfileText, RoundText, TemplateText};
    use crate::problem::ProblemText;
    use crate::public_report::PublicReportText;
    use crate::reports::{FactText, ReportCheckText, ReportListText, ReportPlanText, ReportText};
    use crate::shell::ShellText;
    use crate::start::StartText;
    use crate::survey::{FieldText, ScreenText, SurveyText};
    use crate::trouble::TroubleText;
    use crate::ui::UiText;
    use crate::units::{LinkText, PosterText, ServedText, UnitText};
    use crate::{Language, fill::places};

    fn pairs() -> Vec<(String, &'static str, &'static str)> {
        macro_rules! all {
            ($($name:ident),*) => {
                [$($name::ALL.iter().map(|key| {
                    let name = format!("{}::{key:?}", stringify!($name));
                    (name, key.text(Language::Indonesian), key.text(Language::English))
                }).collect::<Vec<_>>()),*].concat()
            };
        }
        all!(
            StartText,
            SurveyText,
            ScreenText,
            FieldText,
            TroubleText,
            ElementName,
            ElementShort,
            ProblemText,
            PublicReportText,
            ReportListText,
            ReportText,
            ReportPlanText,
            ReportCheckText,
            FactText,
            ShellText,
            OverviewText,
            UiText,
            ChartText,
            CityText,
            UnitText,
            LinkText,
            PosterText,
            ServedText,
            KeyText,
            AccountText,
            PreparationText,
            ProfileText,
            RoundText,
            HistoricText,
            TemplateText,
            JobText
        )
    }

    #[test]
    fn each_text_is_its_own_line() {
        assert_eq!(UiText::ALL.len(), UiText::lines(Language::English).lines().count());
        assert_eq!((crate::line("a\nb\n", 0), crate::line("a\nb\n", 1), crate::line("a\nb\n", 2)), ("a", "b", ""));
        macro_rules! all {
            ($($name:ident)*) => { $(
                for language in [Language::Indonesian, Language::English] {
                    let texts: Vec<&str> = $name::ALL.iter().map(|key| key.text(language)).collect();
                    assert_eq!(texts, $name::lines(language).lines().collect::<Vec<_>>(), stringify!($name));
                }
            )* };
        }
        all!(OverviewText ProblemText SurveyText ScreenText ReportText TemplateText);
    }

    #[test]
    fn no_text_is_empty_and_the_languages_differ() {
        for (name, indonesian, english) in pairs() {
            assert!(!indonesian.trim().is_empty() && !english.trim().is_empty(), "{name}");
            let a_name = matches!(name.as_str(), "StartText::Title" | "ShellText::Product" | "ShellText::RoleOperator");
            assert_eq!(indonesian == english, a_name, "{name}");
        }
    }

    #[test]
    fn both_languages_have_the_same_places_to_fill() {
        for (name, indonesian, english) in pairs() {
            let sorted = |text| {
                let mut found = places(text);
                found.sort_unstable();
                found
            };
            assert_eq!(sorted(indonesian), sorted(english), "{name}");
        }
    }

    #[test]
    fn respondents_are_addressed_as_saudara_alone() {
        for (name, indonesian, _) in pairs() {
            let words = indonesian.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            let others = ["anda", "kamu", "bapak", "ibu", "kalian"];
            assert!(words.into_iter().all(|word| !others.contains(&word.as_str())), "{name}: {indonesian}");
        }
    }
}
