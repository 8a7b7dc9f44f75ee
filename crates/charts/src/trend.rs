//! A value from period to period, with what chance alone does to it.

use crate::bars::Limit;
use crate::measure::width;
use crate::svg::{Anchor, Svg, Type, place};
use crate::{Frame, Paint};

/// One period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendPoint {
    /// The period, short.
    pub label: String,
    /// In hundredths; `None` is a gap.
    pub value: Option<i32>,
    /// The ends of its band, in hundredths; `None` where no margin can be given.
    pub band: Option<(i32, i32)>,
    /// The value as it is printed.
    pub shown: String,
    /// Whether it may be compared with the period before; if not, the line is broken there.
    pub comparable: bool,
}

/// A trend line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// From the oldest to the newest.
    pub points: Vec<TrendPoint>,
    /// Where grades begin; only those within the drawn range are shown.
    pub limits: Vec<Limit>,
    /// The ends that the index itself has, in hundredths.
    pub scale: (i32, i32),
    /// The words at a break of the line.
    pub not_comparable: String,
}

const TOP: i32 = 260;
const PLOT: i32 = 1_300;
const LEFT: i32 = 520;
const FOOT: i32 = 320;

impl Trend {
    /// Draws it.
    pub fn draw(&self, frame: &Frame) -> String {
        let full = frame.width() * 10;
        let range = self.range();
        let step = self.step(full);
        let x = |index: usize| LEFT + 180 + step * i32::try_from(index).unwrap_or(0);
        let y = |value: i32| place(value, range, (TOP + PLOT, TOP));
        let mut svg = Svg::default();
        self.axis(&mut svg, full, range);
        self.breaks(&mut svg, &x, step, full);
        for run in self.runs() {
            self.band(&mut svg, &run, &x, &y);
            let line: Vec<_> = run.iter().filter_map(|i| Some((x(*i), y(self.points[*i].value?)))).collect();
            if line.len() > 1 {
                svg.path(&line, Paint::Brand);
            }
        }
        let every = self.points.iter().map(|point| width(&point.shown, 13) + 120).max().unwrap_or(1) <= step;
        let last = self.points.iter().rposition(|point| point.value.is_some());
        for (index, point) in self.points.iter().enumerate() {
            let Some(value) = point.value else { continue };
            svg.ring((x(index), y(value)), Paint::Brand);
            if every || Some(index) == last {
                let look = Type::of(13, Paint::Ink).at(Anchor::Middle);
                let above = point.band.map_or(value, |(_, high)| high.max(value));
                let label_at = y(above).min(y(value) - 40) - 60;
                svg.text(x(index), label_at, if Some(index) == last { look.bold() } else { look }, &point.shown);
            }
        }
        self.periods(&mut svg, &x, step);
        svg.finish(frame, TOP + PLOT + FOOT, "img")
    }

    fn step(&self, full: i32) -> i32 {
        let gaps = i32::try_from(self.points.len().saturating_sub(1)).unwrap_or(i32::MAX);
        // The newest period's name stands centred under its point.
        let last = self.points.last().map_or(0, |point| width(&point.label, 12).max(width(&point.shown, 13)) / 2);
        (full - LEFT - 180 - last.max(240)) / gaps.max(1)
    }

    /// The drawn range: every band within, in steps of five, ten high at least, never beyond the index's own ends.
    fn range(&self) -> (i32, i32) {
        let ends =
            self.points.iter().filter_map(|p| p.value.map(|v| p.band.map_or((v, v), |(l, h)| (l.min(v), h.max(v)))));
        let (low, high) = ends.fold((i32::MAX, i32::MIN), |(low, high), (l, h)| (low.min(l), high.max(h)));
        if low > high {
            return self.scale;
        }
        let (mut low, mut high) = (low.div_euclid(500) * 500, high.saturating_add(499).div_euclid(500) * 500);
        if high - low < 1_000 {
            (low, high) = (low - 500, high + 500);
        }
        (low.max(self.scale.0.min(low + 500)), high.min(self.scale.1.max(high - 500)))
    }

    /// Neighbouring periods that may be joined by a line.
    fn runs(&self) -> Vec<Vec<usize>> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for (index, point) in self.points.iter().enumerate() {
            if point.value.is_none() {
                continue;
            }
            match runs.last_mut() {
                Some(run) if point.comparable && run.last() == index.checked_sub(1).as_ref() => run.push(index),
                _ => runs.push(vec![index]),
            }
        }
        runs
    }

    /// The band of a run; a period that stands alone has its band as an upright.
    fn band(&self, svg: &mut Svg, run: &[usize], x: &impl Fn(usize) -> i32, y: &impl Fn(i32) -> i32) {
        let banded: Vec<Vec<(usize, (i32, i32))>> = run
            .split(|index| self.points[*index].band.is_none())
            .map(|part| part.iter().filter_map(|index| Some((*index, self.points[*index].band?))).collect())
            .collect();
        for part in banded.iter().filter(|part| !part.is_empty()) {
            match part.as_slice() {
                [(index, (low, high))] => {
                    svg.rect((x(*index) - 40, y(*high)), (80, y(*low) - y(*high)), 20, Paint::Pale);
                }
                several => {
                    let above = several.iter().map(|(index, (_, high))| (x(*index), y(*high)));
                    let below = several.iter().rev().map(|(index, (low, _))| (x(*index), y(*low)));
                    svg.area(&above.chain(below).collect::<Vec<_>>(), Paint::Pale);
                }
            }
        }
    }

    fn axis(&self, svg: &mut Svg, full: i32, range: (i32, i32)) {
        let inside: Vec<_> =
            self.limits.iter().filter(|limit| limit.value > range.0 && limit.value < range.1).collect();
        for end in [range.0, range.1] {
            let at = place(end, range, (TOP + PLOT, TOP));
            svg.line((LEFT, at), (full, at), Paint::Sunk, "");
            let crowded = inside.iter().any(|limit| (place(limit.value, range, (TOP + PLOT, TOP)) - at).abs() < 140);
            if !crowded {
                svg.text(LEFT - 60, at + 40, Type::of(11, Paint::Soft).at(Anchor::End), &(end / 100).to_string());
            }
        }
        for limit in inside {
            let at = place(limit.value, range, (TOP + PLOT, TOP));
            svg.line((LEFT, at), (full, at), Paint::Line, "3 4");
            svg.text(LEFT - 60, at + 40, Type::of(11, Paint::Soft).at(Anchor::End), &limit.shown);
        }
    }

    /// A dashed upright where two neighbours may not be compared, the words at the first of them.
    fn breaks(&self, svg: &mut Svg, x: &impl Fn(usize) -> i32, step: i32, full: i32) {
        let mut said = false;
        for (index, pair) in self.points.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if before.value.is_none() || after.value.is_none() || after.comparable {
                continue;
            }
            let at = x(index) + step / 2;
            svg.line((at, 160), (at, TOP + PLOT), Paint::Line, "2 3");
            if !said {
                let half = width(&self.not_comparable, 11) / 2;
                let middle = at.min(full - half).max(half);
                svg.text(middle, 110, Type::of(11, Paint::Soft).at(Anchor::Middle), &self.not_comparable);
                said = true;
            }
        }
    }

    /// As many names of periods as fit; the newest is always there.
    fn periods(&self, svg: &mut Svg, x: &impl Fn(usize) -> i32, step: i32) {
        let widest = self.points.iter().map(|point| width(&point.label, 12) + 100).max().unwrap_or(1);
        let every = usize::try_from((widest + step.max(1) - 1) / step.max(1)).unwrap_or(1).max(1);
        let count = self.points.len();
        for (index, point) in self.points.iter().enumerate() {
            if (count - 1 - index).is_multiple_of(every) {
                svg.text(x(index), TOP + PLOT + 230, Type::of(12, Paint::Soft).at(Anchor::Middle), &point.label);
            }
        }
    }
}
