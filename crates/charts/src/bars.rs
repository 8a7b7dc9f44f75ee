//! Horizontal bars, the best first, the lowest marked by colour and word.

use crate::measure::{name_lines, width};
use crate::svg::{Anchor, Svg, Type, code_width, place};
use crate::{Frame, Paint};

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// A short code before the name, such as `U3`; may be empty.
    pub code: String,
    /// What it is about.
    pub name: String,
    /// In hundredths; `None` draws no bar.
    pub value: Option<i32>,
    /// The value as it is printed, or what stands in its place.
    pub shown: String,
    /// The grade's letter; may be empty.
    pub mark: String,
}

/// A dashed line across the bars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// In hundredths.
    pub value: i32,
    /// What stands at its foot.
    pub shown: String,
}

/// Bars of one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// In any order: the highest is drawn first, equal ones as they come.
    pub bars: Vec<Bar>,
    /// Where grades begin.
    pub limits: Vec<Limit>,
    /// The scale's ends, in hundredths.
    pub scale: (i32, i32),
    /// The word on the lowest bars; they are not marked when all are equal.
    pub lowest: String,
}

const TEXT: i32 = 14;
const THICK: i32 = 170;
/// Between the numbers of two limits.
const BETWEEN: i32 = 80;

/// Where things stand, in tenths of a pixel.
struct Layout {
    narrow: bool,
    full: i32,
    left: i32,
    right: i32,
    name_room: i32,
}

impl Bars {
    /// Draws them.
    pub fn draw(&self, frame: &Frame) -> String {
        let layout = self.layout(frame);
        let lowest = self.lowest_value();
        let (mut bodies, mut top) = (Vec::with_capacity(self.bars.len()), 0);
        for bar in self.sorted() {
            bodies.push((bar, top));
            top += layout.row(bar);
        }
        let mut svg = Svg::default();
        let mut limits: Vec<&Limit> = self.limits.iter().collect();
        limits.sort_by_key(|limit| limit.value);
        let mut free = i32::MIN;
        for limit in limits {
            let x = self.place(limit.value, &layout);
            if !layout.narrow {
                svg.line((x, 20), (x, top), Paint::Line, "3 4");
            }
            // Numbers of limits that lie close move aside, so that each can be read.
            let half = width(&limit.shown, 11) / 2;
            let at = x.max(free.saturating_add(half));
            svg.text(at, top + 150, Type::of(11, Paint::Soft).at(Anchor::Middle), &limit.shown);
            free = at + half + BETWEEN;
        }
        for (bar, top) in bodies {
            self.bar(&mut svg, bar, top, &layout, bar.value.is_some() && bar.value == lowest);
        }
        svg.finish(frame, top + if self.limits.is_empty() { 0 } else { 200 }, "img")
    }

    fn layout(&self, frame: &Frame) -> Layout {
        let (narrow, full) = (frame.is_narrow(), frame.width() * 10);
        let numbers = self.bars.iter().map(|bar| width(&bar.shown, TEXT)).max().unwrap_or(0) + 300;
        let names = self.bars.iter().map(|bar| code_width(&bar.code) + width(&bar.name, TEXT)).max().unwrap_or(0);
        let left = if narrow { 0 } else { names.min(full * 2 / 5) + 120 };
        let right = if narrow { full } else { (full - numbers).max(left + 400) };
        Layout { narrow, full, left, right, name_room: if narrow { full - numbers - 60 } else { left - 120 } }
    }

    fn bar(&self, svg: &mut Svg, bar: &Bar, top: i32, layout: &Layout, is_lowest: bool) {
        let bar_at = layout.bar_at(bar) + top;
        let text_at = if layout.narrow { bar_at - 70 } else { bar_at + 140 };
        let name_at = if layout.narrow && layout.is_long(bar) { text_at - 75 } else { text_at };
        let look = Type::of(TEXT, Paint::Ink);
        let name = if is_lowest { look.bold() } else { look };
        svg.name((0, name_at), layout.name_room, (&bar.code, &bar.name), name);
        svg.text(layout.full - 230, text_at, look.bold().at(Anchor::End), &bar.shown);
        svg.text(layout.full - 40, text_at, Type::of(13, Paint::Soft).bold().at(Anchor::End), &bar.mark);
        let end = bar.value.map(|value| self.place(value, layout).max(layout.left + 20));
        if let Some(end) = end {
            let paint = if is_lowest { Paint::Mark } else { Paint::Brand };
            svg.rect((layout.left, bar_at), (end - layout.left, THICK), 40, paint);
        }
        let word_at = end.filter(|_| is_lowest).map(|end| self.lowest_word(svg, end, bar_at + 125, layout));
        self.limits_over(svg, bar_at, (end, word_at), layout);
    }

    /// The limits stay visible where a bar covers them, but never cross the word on it.
    fn limits_over(&self, svg: &mut Svg, bar_at: i32, (end, word_at): (Option<i32>, Option<i32>), layout: &Layout) {
        for limit in &self.limits {
            let x = self.place(limit.value, layout);
            if word_at.is_some_and(|word_at| x >= word_at) && end.is_some_and(|end| end > x) {
                continue;
            }
            if end.is_some_and(|end| end > x) {
                svg.line((x, bar_at), (x, bar_at + THICK), Paint::Paper, "3 4");
            } else if layout.narrow {
                svg.line((x, bar_at), (x, bar_at + THICK), Paint::Line, "3 4");
            }
        }
    }

    /// Inside the bar where there is room, else behind it; where the word begins.
    fn lowest_word(&self, svg: &mut Svg, end: i32, y: i32, layout: &Layout) -> i32 {
        let word = width(&self.lowest, 12) + 160;
        if end - layout.left >= word {
            svg.text(end - 80, y, Type::of(12, Paint::OnMark).bold().at(Anchor::End), &self.lowest);
            end - word
        } else {
            svg.text(end + 80, y, Type::of(12, Paint::Ink).bold(), &self.lowest);
            end
        }
    }

    fn sorted(&self) -> Vec<&Bar> {
        let mut bars: Vec<&Bar> = self.bars.iter().collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
        bars
    }

    /// Equal lowest ones are lowest together; where all are equal none is.
    fn lowest_value(&self) -> Option<i32> {
        let values = || self.bars.iter().filter_map(|bar| bar.value);
        values().min().filter(|lowest| values().any(|value| value > *lowest))
    }

    fn place(&self, value: i32, layout: &Layout) -> i32 {
        place(value, self.scale, (layout.left, layout.right))
    }
}

impl Layout {
    fn is_long(&self, bar: &Bar) -> bool {
        name_lines(&bar.name, TEXT, self.name_room - code_width(&bar.code)).0.len() > 1
    }

    /// From the top of a row to its bar: below the name where it stands above.
    fn bar_at(&self, bar: &Bar) -> i32 {
        match (self.narrow, self.is_long(bar)) {
            (false, _) => 60,
            (true, false) => 230,
            (true, true) => 370,
        }
    }

    fn row(&self, bar: &Bar) -> i32 {
        if self.narrow { self.bar_at(bar) + THICK + 80 } else { 310 }
    }
}
