//! Charts: a drawing of `charts`, its table one click away, and both as files.
//!
//! [`Figure`] shows a [`Drawing`]; the functions beside it make one from the bodies of the API. The CSV of a figure is for a
//! spreadsheet in Indonesian: semicolons between fields, a comma as decimal sign, UTF-8 with its mark, no text that a
//! spreadsheet would run as a formula (`charts::csv`). Downloaded pictures carry title and source, in the light colours.

mod download;
mod elements;
pub mod figure;
mod people;
mod scale;
mod series;
mod sheet;
mod width;

pub use elements::{element_bars, score_distribution, source_note};
pub use figure::Figure;
pub use people::{characteristic_shares, completion_shares, sample_gauge};
pub use scale::{grade_limits, grade_steps, hundredths, steps_legend};
pub use series::trend;
pub use sheet::{Drawing, Sheet};
