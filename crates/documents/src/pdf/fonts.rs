//! The embedded fonts, and texts cut down to what they can print.

use serde_json::Value;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// Liberation Sans 2.1.5: Arial's widths, so that PDF and Word break lines alike.
pub(crate) const FACES: [&[u8]; 4] = [
    include_bytes!("../../fonts/LiberationSans-Regular.ttf"),
    include_bytes!("../../fonts/LiberationSans-Bold.ttf"),
    include_bytes!("../../fonts/LiberationSans-Italic.ttf"),
    include_bytes!("../../fonts/LiberationSans-BoldItalic.ttf"),
];

pub(super) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FACES.iter().flat_map(|face| Font::iter(Bytes::new(*face))).collect());

/// Every text of a value as it can be printed: PDF/A and PDF/UA refuse a character that the fonts lack (citizens write
/// emoji), so one `□` stands for each run of them. Control and format characters go.
pub(super) fn printable(value: &mut Value) {
    match value {
        Value::String(text) => {
            if !text.is_ascii() || text.bytes().any(|byte| byte.is_ascii_control()) {
                *text = printable_text(text);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(printable),
        Value::Object(fields) => fields.values_mut().for_each(printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || (!c.is_control() && !is_format(c) && is_known(c)) {
            out.push(c);
        } else if !c.is_control() && !is_format(c) && !out.ends_with('□') {
            out.push('□');
        }
    }
    out
}

fn is_known(c: char) -> bool {
    c.is_ascii() || FONTS.iter().all(|font| font.info().coverage.contains(u32::from(c)))
}

/// Joiners, directions and variation selectors: without meaning here.
fn is_format(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_becomes_one_box_and_format_characters_go() {
        assert_eq!(printable_text("Bagus 👍🏽👍 − ± Σ “ya” …"), "Bagus □ − ± Σ “ya” …");
        assert_eq!(printable_text("a\u{200d}b\u{7}c\u{feff}"), "abc");
        assert_eq!(printable_text("مرحبا 你好"), "□ □");
    }
}
