//! Answers against the required sample.

use crate::measure::{lines, width};
use crate::svg::{Anchor, Svg, Type, place};
use crate::{Frame, Paint};

/// A sample gauge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gauge {
    /// How many there are.
    pub n: i64,
    /// How many are needed; `None` when nobody has said how many people are served.
    pub required: Option<i64>,
    /// The number, such as `175 dari 212`.
    pub shown: String,
    /// What it means, such as `Masih kurang 37 responden`.
    pub meaning: String,
    /// What stands at the mark of the required sample, where there are more answers than needed.
    pub required_shown: String,
}

impl Gauge {
    /// Draws it.
    pub fn draw(&self, frame: &Frame) -> String {
        let full = frame.width() * 10;
        let mut svg = Svg::default();
        svg.text(0, 220, Type::of(20, Paint::Ink).bold(), &self.shown);
        let mut foot = 420;
        if let Some(required) = self.required.filter(|required| *required > 0) {
            let (n, most) = (self.n.max(0), self.n.max(required));
            let part = |count: i64| i32::try_from(i128::from(count) * 10_000 / i128::from(most)).unwrap_or(0);
            let x = |count| place(part(count), (0, 10_000), (0, full));
            svg.rect((0, 300), (full, 100), 50, Paint::Sunk);
            svg.rect((0, 300), (x(n).max(if n > 0 { 20 } else { 0 }), 100), 50, Paint::Brand);
            if n > required {
                svg.line((x(required), 260), (x(required), 440), Paint::Ink, "");
                // Beside the mark, or at the edge where the number stands in its way.
                let behind = x(required) - 60 - width(&self.required_shown, 11) < width(&self.shown, 20);
                let at = if behind { full } else { x(required) - 40 };
                svg.text(at, 220, Type::of(12, Paint::Soft).at(Anchor::End), &self.required_shown);
            }
            foot = 520;
        }
        for line in lines(&self.meaning, 14, full, 2) {
            foot += 190;
            svg.text(0, foot - 110, Type::of(14, Paint::Soft), &line);
        }
        svg.finish(frame, foot - 40, "img")
    }
}
