//! How cells look, and texts as a cell can hold them.

use crate::brand::Brand;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// The formats of a workbook.
pub(crate) struct Looks {
    /// The colour of charts.
    pub(crate) brand: String,
    pub(crate) title: Format,
    pub(crate) head: Format,
    pub(crate) text: Format,
    pub(crate) middle: Format,
    pub(crate) foot_middle: Format,
    pub(crate) foot_whole: Format,
    pub(crate) whole: Format,
    pub(crate) fraction: Format,
    pub(crate) percent: Format,
    pub(crate) foot_percent: Format,
    pub(crate) two: Format,
    pub(crate) three: Format,
    pub(crate) four: Format,
    pub(crate) foot: Format,
    pub(crate) foot_two: Format,
    pub(crate) foot_four: Format,
    pub(crate) note: Format,
    pub(crate) warning: Format,
}

impl Looks {
    /// In the colours of a document.
    pub(crate) fn new(brand: &Brand) -> Self {
        let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let number = |format: &str| cell().set_align(FormatAlign::Center).set_num_format(format);
        let foot = |format: &str| number(format).set_bold().set_background_color(brand.pale.as_str());
        Self {
            brand: brand.main.clone(),
            title: Format::new().set_bold().set_font_size(13),
            head: cell()
                .set_bold()
                .set_font_color("FFFFFF")
                .set_background_color(brand.main.as_str())
                .set_align(FormatAlign::Center)
                .set_text_wrap(),
            text: cell().set_text_wrap(),
            middle: cell().set_align(FormatAlign::Center),
            foot_middle: foot("General"),
            foot_whole: foot("#,##0"),
            whole: number("#,##0"),
            fraction: number("# ?/?"),
            percent: number("0.00%"),
            foot_percent: foot("0.00%"),
            two: number("0.00"),
            three: number("0.000"),
            four: number("0.0000"),
            foot: cell().set_bold().set_background_color(brand.pale.as_str()).set_text_wrap(),
            foot_two: foot("0.00"),
            foot_four: foot("0.0000"),
            note: Format::new().set_italic(),
            warning: Format::new().set_bold().set_font_color("B00020"),
        }
    }
}

/// The most a cell holds is 32,767 characters, counted as UTF-16 does.
const MOST_UNITS: usize = 32_000;

/// A text without control characters, no longer than a cell can hold.
pub(crate) fn safe(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .filter(|c| !c.is_control() || *c == '\n')
        .take_while(|c| {
            units += c.len_utf16();
            units <= MOST_UNITS
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_cell_takes_what_it_can_hold() {
        assert_eq!(safe("a\u{1}b\u{b}c\n"), "abc\n");
        assert_eq!(safe(&"👍".repeat(40_000)).encode_utf16().count(), 32_000);
    }
}
