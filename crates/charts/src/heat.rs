//! Rows by columns with a number in each cell: where the low ones gather.

use crate::measure::{fit, lines, width};
use crate::svg::{Anchor, Svg, Type};
use crate::{Frame, HEAT_STEPS, Paint};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCell {
    /// In hundredths; `None` is empty.
    pub value: Option<i32>,
    /// What stands in it.
    pub shown: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// What it is about.
    pub name: String,
    /// Where a click leads.
    pub address: Option<String>,
    /// One for each column.
    pub cells: Vec<HeatCell>,
}

/// A heat map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatMap {
    /// The short names of the columns.
    pub columns: Vec<String>,
    /// In the order to draw.
    pub rows: Vec<HeatRow>,
    /// Where each step but the lightest begins, in hundredths, rising; at most five.
    pub steps: Vec<i32>,
    /// What each step means, from the lightest on: one more than `steps`.
    pub legend: Vec<String>,
}

const CELL: i32 = 300;
const GAP: i32 = 40;
/// The narrowest column that holds a number of two digits.
const PITCH: i32 = 260;

impl HeatMap {
    /// Draws it.
    pub fn draw(&self, frame: &Frame) -> String {
        let full = frame.width() * 10;
        let columns = i32::try_from(self.columns.len()).unwrap_or(1).max(1);
        let longest = self.rows.iter().map(|row| width(&row.name, 13)).max().unwrap_or(0) + 100;
        let beside = longest.min(full * 2 / 5);
        // Names stand above their cells only where beside them no cell could hold its number.
        let narrow = (full - beside) / columns < PITCH;
        let left = if narrow { 0 } else { beside };
        let pitch = (full - left + GAP) / columns;
        let mut svg = Svg::default();
        for (index, column) in (0_i32..).zip(&self.columns) {
            let middle = left + pitch * index + (pitch - GAP) / 2;
            svg.text(middle, 140, Type::of(12, Paint::Soft).at(Anchor::Middle), &fit(column, 12, pitch));
        }
        let mut top = 220;
        for row in &self.rows {
            let name_at = if narrow { top + 150 } else { top + 195 };
            let room = if narrow { full } else { left - 80 };
            svg.link(row.address.as_deref(), |svg| {
                svg.named(&row.name, |svg| {
                    svg.text(0, name_at, Type::of(13, Paint::Ink), &fit(&row.name, 13, room));
                });
            });
            top += if narrow { 220 } else { 0 };
            for (index, cell) in (0_i32..).zip(&row.cells) {
                self.cell(&mut svg, cell, (left + pitch * index, top), pitch - GAP);
            }
            top += CELL + GAP;
        }
        let foot = self.draw_legend(&mut svg, top + 60, full);
        // A picture has no parts to click; a group has.
        svg.finish(frame, foot, if self.rows.iter().any(|row| row.address.is_some()) { "group" } else { "img" })
    }

    fn cell(&self, svg: &mut Svg, cell: &HeatCell, (x, y): (i32, i32), wide: i32) {
        let look = |paint| Type::of(if wide < 300 { 12 } else { 13 }, paint).at(Anchor::Middle);
        let middle = (x + wide / 2, y + 195);
        match cell.value {
            Some(value) => {
                let step = self.step(value);
                svg.rect((x, y), (wide, CELL), 50, Paint::Heat(step));
                svg.text(middle.0, middle.1, look(Paint::OnHeat(step)), &cell.shown);
            }
            None => svg.text(middle.0, middle.1, look(Paint::Soft), &cell.shown),
        }
    }

    fn step(&self, value: i32) -> usize {
        self.steps.iter().filter(|begin| value >= **begin).count().min(HEAT_STEPS - 1)
    }

    /// Swatches with their meaning, in as many lines as they need.
    fn draw_legend(&self, svg: &mut Svg, top: i32, full: i32) -> i32 {
        let (mut x, mut y) = (0, top);
        for (step, meaning) in self.legend.iter().take(HEAT_STEPS).enumerate() {
            let wide = 220 + width(meaning, 12) + 160;
            if x > 0 && x + wide > full {
                (x, y) = (0, y + 240);
            }
            svg.rect((x, y), (160, 160), 30, Paint::Heat(step));
            for line in lines(meaning, 12, full - 220, 1) {
                svg.text(x + 220, y + 125, Type::of(12, Paint::Soft), &line);
            }
            x += wide;
        }
        if self.legend.is_empty() { top } else { y + 180 }
    }
}
