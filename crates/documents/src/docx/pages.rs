//! On which page a heading will stand, roughly: what the contents show until Word counts for itself.

/// Counts lines of a page.
#[derive(Debug, Default)]
pub(super) struct Pages {
    page: u32,
    lines: u32,
}

const LINES: u32 = 42;
const CHARACTERS: usize = 82;

impl Pages {
    pub(super) fn new_page(&mut self) {
        self.page += 1;
        self.lines = 4;
    }

    pub(super) fn heading(&mut self) {
        // A heading never stands at the foot of a page.
        self.take(if self.lines + 5 > LINES { LINES - self.lines + 3 } else { 3 });
    }

    pub(super) fn text(&mut self, text: &str) {
        self.take(u32::try_from(text.chars().count() / CHARACTERS).unwrap_or(LINES) + 2);
    }

    /// Rows by their number of lines.
    pub(super) fn rows(&mut self, rows: u32) {
        self.take(rows + 4);
    }

    pub(super) fn picture(&mut self) {
        self.take(if self.lines + 18 > LINES { LINES - self.lines + 18 } else { 18 });
    }

    pub(super) fn now(&self) -> u32 {
        self.page.max(1)
    }

    fn take(&mut self, lines: u32) {
        self.lines = self.lines.saturating_add(lines);
        self.page += self.lines / LINES;
        self.lines %= LINES;
    }
}
