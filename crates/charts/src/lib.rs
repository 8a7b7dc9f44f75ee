//! Figures drawn as SVG: the same bytes on the server, in the browser and in a report.
//!
//! Pure text out of whole numbers and ready-made strings: no dependency, no I/O, no binary floating point. Values are in
//! hundredths as they are printed (8417 for 84,17); what is written beside a mark is the caller's string, so that a number,
//! a grade or a threshold has its one home elsewhere.
//!
//! Colours are plain attributes that any program understands, each with a class of the same meaning: on a screen the
//! stylesheet overrides the attribute by the class, so that one drawing serves light, dark, print, PDF and download.

mod badge;
mod bars;
mod csv;
mod distribution;
mod gauge;
mod heat;
mod measure;
mod paint;
mod shares;
mod svg;
mod trend;

pub use badge::{Badge, BadgeTone};
pub use bars::{Bar, Bars, Limit};
pub use csv::csv;
pub use distribution::{Distribution, DistributionRow, Segment};
pub use gauge::Gauge;
pub use heat::{HeatCell, HeatMap, HeatRow};
pub use paint::{BrandPaints, HEAT_STEPS, Paint};
pub use shares::{ShareBar, Shares};
pub use trend::{Trend, TrendPoint};

/// The sheet a figure is drawn on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// In pixels; what is narrower than 240 is drawn as 240.
    pub width: u32,
    /// What the figure shows; its name for screen readers.
    pub title: String,
    /// The figure in a sentence or two, for who cannot see it.
    pub description: String,
    /// Writes title and note into the picture, for a download that stands alone.
    pub alone: bool,
    /// Whose figures, of when, of how many; written under a picture that stands alone.
    pub note: String,
}

impl Frame {
    fn width(&self) -> i32 {
        i32::try_from(self.width).unwrap_or(i32::MAX).clamp(240, 4_000)
    }

    /// Names stand above their marks instead of beside them.
    fn is_narrow(&self) -> bool {
        self.width() < 440
    }
}
