//! Texts, boxes and pictures on a page of fixed size.

use crate::edition::Picture;
use crate::measure::width_of;
use std::fmt::Write;

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) size: i32,
    pub(super) bold: bool,
    pub(super) fill: &'static str,
    /// Its point is its middle.
    pub(super) middle: bool,
}

/// A drawing in pixels.
pub(super) struct Canvas {
    wide: i32,
    high: i32,
    body: String,
}

impl Canvas {
    pub(super) fn new(wide: i32, high: i32) -> Self {
        Self { wide, high, body: String::new() }
    }

    pub(super) fn rect(&mut self, (x, y): (i32, i32), (wide, high): (i32, i32), round: i32, fill: &str) {
        self.put(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" rx=\"{round}\" fill=\"{fill}\"/>"
        ));
    }

    pub(super) fn text(&mut self, x: i32, y: i32, look: Look, text: &str) {
        self.anchored(x, y, look, if look.middle { "middle" } else { "start" }, text);
    }

    /// A text that ends at its point.
    pub(super) fn right(&mut self, x: i32, y: i32, look: Look, text: &str) {
        self.anchored(x, y, look, "end", text);
    }

    fn anchored(&mut self, x: i32, y: i32, look: Look, anchor: &str, text: &str) {
        let weight = if look.bold { " font-weight=\"bold\"" } else { "" };
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\" text-anchor=\"{anchor}\"{weight}>{}</text>",
            look.size,
            look.fill,
            escape(text)
        ));
    }

    /// A picture within a box, its shape kept.
    pub(super) fn picture(&mut self, (x, y): (i32, i32), (wide, high): (i32, i32), picture: Picture<'_>) {
        let kind = if picture.format == "jpg" { "jpeg" } else { picture.format };
        self.put(&format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\" href=\"data:image/{kind};base64,{}\"/>",
            base64(picture.bytes)
        ));
    }

    /// Another drawing as a square.
    pub(super) fn nested(&mut self, (x, y): (i32, i32), side: i32, svg: &str) {
        let placed = format!("<svg x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" ");
        self.put(&svg.trim_end().replacen("<svg ", &placed, 1));
    }

    /// The word across the page.
    pub(super) fn draft(&mut self, word: &str) {
        let (x, y) = (self.wide / 2, self.high / 2 + 60);
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"230\" font-weight=\"bold\" fill=\"#b00020\" fill-opacity=\"0.16\" \
             text-anchor=\"middle\" transform=\"rotate(-52 {x} {y})\">{word}</text>"
        ));
    }

    /// The text in lines that fit; the last one is cut.
    pub(super) fn lines(&self, text: &str, size: i32, bold: bool, room: i32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer {
                Some(longer) if width_of(&longer, size, bold) <= room || lines.len() == most => {
                    lines.pop();
                    lines.push(longer);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines.into_iter().map(|line| self.cut(&line, size, bold, room)).collect()
    }

    /// The text, or as much of it as fits.
    pub(super) fn cut(&self, text: &str, size: i32, bold: bool, room: i32) -> String {
        if width_of(text, size, bold) <= room {
            return text.to_owned();
        }
        let mut kept = String::new();
        for c in text.chars() {
            kept.push(c);
            if width_of(&format!("{kept}…"), size, bold) > room {
                kept.pop();
                break;
            }
        }
        format!("{}…", kept.trim_end())
    }

    pub(super) fn finish(self, told: &str) -> String {
        let (wide, high) = (self.wide, self.high);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
             role=\"img\" font-family=\"'Liberation Sans',Arial,sans-serif\"><title>{}</title><rect width=\"{wide}\" \
             height=\"{high}\" fill=\"#ffffff\"/>{}</svg>",
            escape(told),
            self.body
        )
    }

    fn put(&mut self, element: &str) {
        self.body.push_str(element);
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// RFC 4648, for pictures inside a drawing.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let part = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for place in 0..4_u32 {
            let sign = ALPHABET[usize::try_from(bits >> (18 - 6 * place) & 63).unwrap_or(0)];
            let is_there = usize::try_from(place).unwrap_or(0) <= chunk.len();
            // Writing to a String cannot fail.
            let _ = write!(out, "{}", if is_there { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_written_as_the_rfc_has_it() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_name_of_120_characters_stays_within_its_room() {
        let canvas = Canvas::new(100, 100);
        let lines = canvas.lines(&"Dinas Penanaman Modal ".repeat(6), 22, true, 500, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| width_of(line, 22, true) <= 500), "{lines:?}");
        assert!(canvas.cut(&"W".repeat(90), 22, true, 300).ends_with('…'));
    }
}
