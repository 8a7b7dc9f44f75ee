//! How many of each: plain bars in the order they are given, such as ages.

use crate::measure::{fit, width};
use crate::svg::{Anchor, Svg, Type};
use crate::{Frame, Paint};

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareBar {
    /// What it counts.
    pub name: String,
    /// How many.
    pub count: i64,
    /// Number and share as they are printed.
    pub shown: String,
    /// What stands behind it, such as the index of this group; may be empty.
    pub extra: String,
}

/// Shares of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shares {
    /// In the order to draw.
    pub bars: Vec<ShareBar>,
}

const THICK: i32 = 140;

impl Shares {
    /// Draws them.
    pub fn draw(&self, frame: &Frame) -> String {
        let full = frame.width() * 10;
        let narrow = frame.is_narrow();
        let widest =
            |text: fn(&ShareBar) -> &str, size| self.bars.iter().map(|b| width(text(b), size)).max().unwrap_or(0);
        let extra = widest(|bar| &bar.extra, 13);
        let extra = if extra == 0 { 0 } else { extra + 200 };
        let numbers = widest(|bar| &bar.shown, 13) + 100;
        let left = if narrow { 0 } else { widest(|bar| &bar.name, 13).min(full * 2 / 5) + 120 };
        let right = if narrow { full } else { full - numbers - extra };
        let most = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        let (row, bar_at) = if narrow { (430, 210) } else { (280, 50) };
        let mut svg = Svg::default();
        let mut top = 0;
        for bar in &self.bars {
            let y = top + 160;
            let room = if narrow { full - numbers - extra - 60 } else { left - 120 };
            svg.text(0, y, Type::of(13, Paint::Ink), &fit(&bar.name, 13, room));
            let reach = i128::from(bar.count.clamp(0, most)) * i128::from(right - left) / i128::from(most);
            let long = i32::try_from(reach).unwrap_or(0);
            svg.rect((left, top + bar_at), (right - left, THICK), 40, Paint::Sunk);
            if bar.count > 0 {
                svg.rect((left, top + bar_at), (long.max(20), THICK), 40, Paint::Brand);
            }
            svg.text(full - extra, y, Type::of(13, Paint::Soft).at(Anchor::End), &bar.shown);
            svg.text(full, y, Type::of(13, Paint::Ink).bold().at(Anchor::End), &bar.extra);
            top += row;
        }
        svg.finish(frame, top, "img")
    }
}
