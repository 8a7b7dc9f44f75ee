//! On which page each heading and caption stands: what the contents show until Word counts for itself. The heights are those
//! of the styles, the widths those of the embedded font, which Word's Arial shares.

use super::tables::{keeps_next, widths};
use super::xml::TEXT_WIDTH;
use crate::measure::width_of;
use crate::story::Table;

/// The height of a page's text in twips.
const PAGE: u32 = 13_891;
/// Twips in a point.
const POINT: u32 = 20;
/// What a cell leaves free beside its text.
const CELL_MARGIN: u32 = 170;
/// The line below a row.
const BORDER: u32 = 10;
/// Of a paragraph at least so many lines stand together on a page.
const LINES_TOGETHER: usize = 2;

/// How a paragraph looks: its size in half points, the height of its lines in hundredths, and the space before and after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    half_points: u32,
    bold: bool,
    line: u32,
    before: u32,
    after: u32,
}

const fn look(half_points: u32, bold: bool, line: u32, (before, after): (u32, u32)) -> Look {
    Look { half_points, bold, line, before, after }
}

const TITLE: Look = look(28, true, 125, (0, 300));
const SECTION: Look = look(23, true, 125, (300, 140));
const BODY: Look = look(22, false, 125, (0, 140));
const CAPTION: Look = look(20, false, 100, (160, 100));
const NOTE: Look = look(18, false, 100, (60, 160));
const CELL: Look = look(19, false, 100, (30, 30));
const DENSE: Look = look(16, false, 100, (0, 0));
const HEAD: Look = look(19, true, 100, (30, 30));
const PICTURE: Look = look(22, false, 100, (120, 60));
/// What a list sets its items in by.
const INDENT: u32 = 425;
/// Place and date, position, room for the signature, name and number.
const SIGNATURE: u32 = 2_900;
const BEFORE_SIGNATURE: u32 = 700;
/// A code of 30 mm.
const CODE: u32 = 1_701;
const BEFORE_CODE: u32 = 600;

/// The width of a column whose head is this word, somewhat more for a font that is not quite as narrow.
pub(super) fn head_room(word: &str) -> u32 {
    HEAD.width(word) + CELL_MARGIN + 8 * BORDER
}

impl Look {
    fn line_height(self) -> u32 {
        // The font's own lines are 1.15 times as high as its letters.
        self.half_points * POINT / 2 * 1_150 / 1_000 * self.line / 100
    }

    fn width(self, text: &str) -> u32 {
        let size = i32::try_from(self.half_points * POINT / 2).unwrap_or(i32::MAX);
        u32::try_from(width_of(text, size, self.bold)).unwrap_or(0)
    }

    /// How many lines a text takes.
    fn lines(self, text: &str, width: u32) -> u32 {
        if text.len() < 4 {
            return 1;
        }
        let wide = |text: &str| self.width(text);
        let space = wide(" ");
        let (mut lines, mut used) = (1_u32, 0);
        for word in text.split_whitespace() {
            let word = wide(word);
            if used > 0 && used + space + word > width {
                lines += 1;
                used = 0;
            }
            used += if used > 0 { space + word } else { word };
            // What is wider than a line is broken.
            lines += used.saturating_sub(1) / width.max(1);
            used = if used > width { used % width.max(1) } else { used };
        }
        lines
    }
}

/// Something of a height.
#[derive(Debug, Default)]
struct Block {
    /// Where it may be parted; the first comes with `together` of them.
    parts: Vec<u32>,
    together: usize,
    /// Of this space and what the block before leaves after it the larger one stands between them.
    before: u32,
    after: u32,
    /// Repeated on every page.
    head: u32,
    keeps_next: bool,
    new_page: bool,
}

/// What was set, in order.
#[derive(Debug, Default)]
pub(super) struct Pages(Vec<Block>);

/// A place in the document, of which the page is asked later.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place(usize);

impl Pages {
    /// Where what is set next will stand.
    pub(super) const fn next(&self) -> Place {
        Place(self.0.len())
    }

    /// The title of a chapter, on a page of its own.
    pub(super) fn title(&mut self, title: &str) {
        // Its number has a line of its own.
        let lines = 1 + TITLE.lines(&title.to_uppercase(), TEXT_WIDTH);
        self.solid(TITLE, lines * TITLE.line_height(), true);
        if let Some(title) = self.0.last_mut() {
            title.new_page = true;
        }
    }

    pub(super) fn section(&mut self, text: &str) {
        self.words(SECTION, text, true);
    }

    pub(super) fn text(&mut self, text: &str, keeps_next: bool) {
        self.paragraph(text, TEXT_WIDTH, keeps_next);
    }

    pub(super) fn item(&mut self, text: &str, keeps_next: bool) {
        self.paragraph(text, TEXT_WIDTH - INDENT, keeps_next);
    }

    pub(super) fn caption(&mut self, text: &str, keeps_next: bool) {
        self.words(CAPTION, text, keeps_next);
    }

    pub(super) fn note(&mut self, text: &str, keeps_next: bool) {
        self.words(NOTE, text, keeps_next);
    }

    /// The block below the last chapter.
    pub(super) fn signature(&mut self) {
        self.solid(Look { before: BEFORE_SIGNATURE, ..BODY }, SIGNATURE, false);
    }

    /// The code of a published report and its address.
    pub(super) fn verification(&mut self, words: &str) {
        self.solid(Look { before: BEFORE_CODE, ..NOTE }, CODE, true);
        self.note(words, false);
    }

    /// A picture so many twips high; its caption follows.
    pub(super) fn picture(&mut self, high: u32) {
        self.solid(PICTURE, high, true);
    }

    pub(super) fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let width = |begin: usize, columns: usize| {
            widths.iter().skip(begin).take(columns).sum::<u32>().saturating_sub(CELL_MARGIN)
        };
        let head = |row: &Vec<crate::story::Cell>| {
            let mut begin = 0;
            let lines = row.iter().map(|cell| {
                let room = width(begin, cell.columns);
                begin += cell.columns;
                // A cell over both rows shares their height.
                HEAD.lines(&cell.text, room).div_ceil(u32::try_from(cell.rows.max(1)).unwrap_or(1))
            });
            lines.max().unwrap_or(1) * HEAD.line_height() + HEAD.before + HEAD.after + BORDER
        };
        let heads: u32 = table.head.iter().map(head).sum();
        let first_foot = table.rows.len().saturating_sub(table.foot);
        let of_row = |(at, row): (usize, &Vec<String>)| {
            let cell = if table.dense { DENSE } else { CELL };
            let cell = Look { bold: at >= first_foot, ..cell };
            let spans: Vec<(usize, usize)> =
                if at >= first_foot { table.foot_cells() } else { (0..row.len()).map(|begin| (begin, 1)).collect() };
            let lines = spans.into_iter().map(|(begin, columns)| match table.reach(at, begin) {
                // What reaches over several rows has room in them.
                0 | 1 => cell.lines(row.get(begin).map_or("", String::as_str), width(begin, columns)),
                _ => 1,
            });
            lines.max().unwrap_or(1) * cell.line_height() + cell.before + cell.after + BORDER
        };
        let rows: Vec<u32> = table.rows.iter().enumerate().map(of_row).collect();
        let mut parts: Vec<u32> = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            // What a row keeps stands on its page.
            match parts.last_mut() {
                Some(part) if at > 0 && keeps_next(table, at - 1) && !table.together => *part += row,
                _ => parts.push(row),
            }
        }
        let together = if table.together { parts.len() } else { 1 };
        self.0.push(Block { parts, together, head: heads, ..Block::default() });
    }

    /// The page of each block.
    pub(super) fn numbers(&self) -> Vec<u32> {
        let (mut page, mut used, mut after) = (0, PAGE, 0);
        let mut numbers = Vec::new();
        for (at, block) in self.0.iter().enumerate() {
            let starts = at == 0 || !self.0.get(at - 1).is_some_and(|before| before.keeps_next);
            let needed = self.needed(at);
            if block.new_page || starts && used > 0 && used + needed > PAGE && needed <= PAGE {
                (page, used, after) = (page + 1, 0, 0);
            }
            used += if used > 0 { after.max(block.before) } else { 0 };
            let kept: u32 = block.parts.iter().take(block.together).sum();
            let first = block.head + if kept + block.head <= PAGE { kept } else { 0 };
            if used + first > PAGE && used > 0 {
                (page, used) = (page + 1, 0);
            }
            numbers.push(page.max(1));
            (used, after) = (used + block.head, block.after);
            for part in &block.parts {
                if used + part > PAGE {
                    (page, used) = (page + 1, block.head);
                }
                used += part;
            }
        }
        numbers
    }

    /// What must fit where a block begins: itself, and the beginning of what it keeps.
    fn needed(&self, at: usize) -> u32 {
        let mut needed = 0_u32;
        let mut after = at.checked_sub(1).and_then(|before| self.0.get(before)).map_or(0, |before| before.after);
        for block in self.0.iter().skip(at) {
            let parts = block.parts.iter();
            needed += after.max(block.before);
            after = block.after;
            if !block.keeps_next {
                return needed + block.head + parts.take(block.together.max(1)).sum::<u32>();
            }
            needed += block.head + parts.sum::<u32>();
        }
        needed
    }

    fn words(&mut self, look: Look, text: &str, keeps_next: bool) {
        self.solid(look, look.lines(text, TEXT_WIDTH) * look.line_height(), keeps_next);
    }

    fn solid(&mut self, look: Look, height: u32, keeps_next: bool) {
        let (before, after) = (look.before, look.after);
        self.0.push(Block { parts: vec![height], together: 1, before, after, keeps_next, ..Block::default() });
    }

    fn paragraph(&mut self, text: &str, width: u32, keeps_next: bool) {
        let lines = usize::try_from(BODY.lines(text, width)).unwrap_or(1);
        let parts = vec![BODY.line_height(); lines];
        let together = if lines <= LINES_TOGETHER + 1 { lines } else { LINES_TOGETHER };
        self.0.push(Block { parts, together, after: BODY.after, keeps_next, ..Block::default() });
    }
}

impl Place {
    /// Its page, of [`Pages::numbers`].
    pub(super) fn page(self, numbers: &[u32]) -> u32 {
        numbers.get(self.0).or(numbers.last()).copied().unwrap_or(1)
    }
}
