//! How often each score was given: one bar of 100 % a row.

use crate::measure::{fit, name_lines, width};
use crate::svg::{Anchor, Svg, Type, code_width};
use crate::{Frame, Paint};

/// A part of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// How many.
    pub count: i64,
    /// What stands in it where there is room.
    pub shown: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionRow {
    /// A short code before the name; may be empty.
    pub code: String,
    /// What it is about.
    pub name: String,
    /// One for each score, from the lowest to the highest.
    pub segments: Vec<Segment>,
    /// What stands behind the row, such as its number of answers.
    pub shown: String,
}

/// A distribution of scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// In the order to draw.
    pub rows: Vec<DistributionRow>,
    /// What each score is called, from the lowest to the highest.
    pub legend: Vec<String>,
    /// What stands in a row without an answer.
    pub nothing: String,
}

/// The steps of the sequential scale that four scores take: as far apart as they can be.
const STEPS: [usize; 4] = [1, 2, 3, 5];
const THICK: i32 = 220;

impl Distribution {
    /// Draws it.
    pub fn draw(&self, frame: &Frame) -> String {
        let full = frame.width() * 10;
        let narrow = frame.is_narrow();
        let name = |row: &DistributionRow| code_width(&row.code) + width(&row.name, 13);
        let names = self.rows.iter().map(name).max().unwrap_or(0) + 120;
        let numbers = self.rows.iter().map(|row| width(&row.shown, 12) + 120).max().unwrap_or(0);
        let left = if narrow { 0 } else { names.min(full * 2 / 5) };
        let right = if narrow { full } else { full - numbers };
        let mut svg = Svg::default();
        let mut top = self.draw_legend(&mut svg, full);
        for row in &self.rows {
            let room = if narrow { full - numbers } else { left - 120 };
            // A second line of the name needs room above the bar.
            let is_long = narrow && name_lines(&row.name, 13, room - code_width(&row.code)).0.len() > 1;
            top += if is_long { 130 } else { 0 };
            let y = top + 160;
            let name_at = if is_long { y - 65 } else { y };
            svg.name((0, name_at), room, (&row.code, &row.name), Type::of(13, Paint::Ink));
            svg.text(full, y, Type::of(12, Paint::Soft).at(Anchor::End), &row.shown);
            top += if narrow { 215 } else { 0 };
            self.row(&mut svg, row, top, (left, right));
            top += THICK + if narrow { 120 } else { 90 };
        }
        svg.finish(frame, top, "img")
    }

    fn row(&self, svg: &mut Svg, row: &DistributionRow, top: i32, (left, right): (i32, i32)) {
        let total: i128 = row.segments.iter().map(|segment| i128::from(segment.count.max(0))).sum();
        if total == 0 {
            svg.rect((left, top), (right - left, THICK), 40, Paint::Sunk);
            svg.text(left + 100, top + 155, Type::of(12, Paint::Ink), &self.nothing);
            return;
        }
        let place = |sum: i128| left + i32::try_from(sum * i128::from(right - left) / total).unwrap_or(0);
        let mut sum = 0_i128;
        for (segment, step) in row.segments.iter().zip(STEPS) {
            let start = place(sum);
            sum += i128::from(segment.count.max(0));
            let wide = place(sum) - start - 20;
            if segment.count <= 0 {
                continue;
            }
            svg.rect((start, top), (wide.max(10), THICK), 30, Paint::Heat(step));
            if width(&segment.shown, 12) + 60 <= wide {
                let look = Type::of(12, Paint::OnHeat(step)).at(Anchor::Middle);
                svg.text(start + wide / 2, top + 155, look, &segment.shown);
            }
        }
    }

    fn draw_legend(&self, svg: &mut Svg, full: i32) -> i32 {
        let (mut x, mut y) = (0, 0);
        for (meaning, step) in self.legend.iter().zip(STEPS) {
            let wide = 220 + width(meaning, 12) + 160;
            if x > 0 && x + wide > full {
                (x, y) = (0, y + 230);
            }
            svg.rect((x, y + 20), (160, 160), 30, Paint::Heat(step));
            svg.text(x + 220, y + 145, Type::of(12, Paint::Soft), &fit(meaning, 12, full - 220));
            x += wide;
        }
        if self.legend.is_empty() { 0 } else { y + 300 }
    }
}
