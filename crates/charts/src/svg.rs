//! The writer: elements in tenths of a pixel, everything escaped.

use crate::measure::{lines, name_lines, width};
use crate::{Frame, Paint};
use std::fmt::{self, Display, Formatter, Write};

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    pub(crate) size: i32,
    pub(crate) bold: bool,
    pub(crate) paint: Paint,
    pub(crate) anchor: Anchor,
}

impl Type {
    pub(crate) const fn of(size: i32, paint: Paint) -> Self {
        Self { size, bold: false, paint, anchor: Anchor::Start }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A length in tenths of a pixel, written with at most one decimal.
pub(crate) struct Px(pub(crate) i32);

impl Display for Px {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0.abs() / 10, self.0.abs() % 10);
        let sign = if self.0 < 0 { "-" } else { "" };
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

/// A text as it may stand in an element or an attribute.
pub(crate) struct Safe<'a>(pub(crate) &'a str);

impl Display for Safe<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML forbids the control characters; a line break inside a label means nothing.
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// The body of a drawing, before its height is known.
#[derive(Default)]
pub(crate) struct Svg {
    body: String,
}

impl Svg {
    pub(crate) fn text(&mut self, x: i32, y: i32, look: Type, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match look.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if look.bold { " font-weight=\"650\"" } else { "" };
        self.put(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{anchor}{}>{}</text>",
            Px(x),
            Px(y),
            look.size,
            Fill(look.paint),
            Safe(text)
        ));
    }

    /// A code and a name; a long name stands in two smaller lines around the same middle.
    pub(crate) fn name(&mut self, (x, y): (i32, i32), room: i32, (code, name): (&str, &str), look: Type) {
        let indent = code_width(code);
        self.text(x, y, Type::of(13, Paint::Soft), code);
        let (lines, size) = name_lines(name, look.size, room - indent);
        let mut at = if lines.len() > 1 { y - 75 } else { y };
        for line in lines {
            self.text(x + indent, at, Type { size, ..look }, &line);
            at += 145;
        }
    }

    pub(crate) fn rect(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), radius: i32, paint: Paint) {
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>",
            Px(x),
            Px(y),
            Px(width.max(0)),
            Px(height.max(0)),
            Px(radius.min(width.max(0) / 2)),
            Fill(paint)
        ));
    }

    /// A straight line; `dashes` as SVG has them, empty for a solid one.
    pub(crate) fn line(&mut self, from: (i32, i32), to: (i32, i32), paint: Paint, dashes: &str) {
        let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        self.put(format_args!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{dashes}{}/>",
            Px(from.0),
            Px(from.1),
            Px(to.0),
            Px(to.1),
            Stroke(paint)
        ));
    }

    /// A line through points.
    pub(crate) fn path(&mut self, points: &[(i32, i32)], paint: Paint) {
        let stroke = Stroke(paint);
        self.put(format_args!(
            "<path d=\"{}\" fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\"{stroke}/>",
            Points(points)
        ));
    }

    /// A filled area between points.
    pub(crate) fn area(&mut self, points: &[(i32, i32)], paint: Paint) {
        self.put(format_args!("<path d=\"{}Z\"{}/>", Points(points), Fill(paint)));
    }

    /// A ring that marks a point of a line.
    pub(crate) fn ring(&mut self, (x, y): (i32, i32), paint: Paint) {
        // Two discs: an element has one class, so it cannot have a fill and a stroke of its own.
        for (radius, paint) in [("4.6", paint), ("2.4", Paint::Paper)] {
            self.put(format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\"{}/>", Px(x), Px(y), Fill(paint)));
        }
    }

    /// What `draw` draws leads to an address; without one it is only drawn.
    pub(crate) fn link(&mut self, address: Option<&str>, draw: impl FnOnce(&mut Self)) {
        match address {
            Some(address) => {
                self.put(format_args!("<a href=\"{}\">", Safe(address)));
                draw(self);
                self.body.push_str("</a>");
            }
            None => draw(self),
        }
    }

    /// Groups what is drawn under a name that is shown on pointing at it.
    pub(crate) fn named(&mut self, name: &str, draw: impl FnOnce(&mut Self)) {
        self.put(format_args!("<g><title>{}</title>", Safe(name)));
        draw(self);
        self.body.push_str("</g>");
    }

    fn put(&mut self, arguments: fmt::Arguments<'_>) {
        // Writing into a String cannot fail.
        let _ = self.body.write_fmt(arguments);
    }

    /// The whole document; `height` is that of the body in tenths of a pixel.
    pub(crate) fn finish(self, frame: &Frame, height: i32, role: &str) -> String {
        let (width, edge) = (frame.width() * 10, if frame.alone { 160 } else { 0 });
        let (title, note) = if frame.alone { (frame.title.as_str(), frame.note.as_str()) } else { ("", "") };
        let (mut head, mut around) = (edge, Self::default());
        for line in lines(title, 18, width, 3) {
            around.text(edge, head + 170, Type::of(18, Paint::Ink).bold(), &line);
            head += 240;
        }
        head += if head > edge { 100 } else { 0 };
        let mut foot = head + height;
        for (index, line) in lines(note, 13, width, 3).iter().enumerate() {
            foot += if index == 0 { 280 } else { 190 };
            around.text(edge, foot - 50, Type::of(13, Paint::Soft), line);
        }
        let (full_width, full_height) = (width + 2 * edge, foot + edge);
        let ground = Fill(Paint::Paper);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
             role=\"{role}\" aria-label=\"{title}\" font-family=\"Inter,'Liberation Sans',Arial,sans-serif\">\
             <title>{title}</title><desc>{desc}</desc>\
             <rect width=\"100%\" height=\"100%\"{ground}/>{around}<g transform=\"translate({x} {y})\">{body}</g></svg>",
            w = Px(full_width),
            h = Px(full_height),
            title = Safe(&frame.title),
            desc = Safe(&frame.description),
            around = around.body,
            x = Px(edge),
            y = Px(head),
            body = self.body,
        )
    }
}

/// The room that a code before a name takes.
pub(crate) fn code_width(code: &str) -> i32 {
    if code.is_empty() { 0 } else { width(code, 13) + 60 }
}

/// Where a value of a scale stands between two edges; what lies outside stands at the edge.
pub(crate) fn place(value: i32, (from, to): (i32, i32), (start, end): (i32, i32)) -> i32 {
    let span = (i64::from(to) - i64::from(from)).max(1);
    let part = (i64::from(value) - i64::from(from)).clamp(0, span);
    let way = part * (i64::from(end) - i64::from(start)) / span;
    start.saturating_add(i32::try_from(way).unwrap_or(0))
}

struct Fill(Paint);

impl Display for Fill {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, " class=\"f-{}\" fill=\"{}\"", self.0.class(), self.0.colour())
    }
}

struct Stroke(Paint);

impl Display for Stroke {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, " class=\"s-{}\" stroke=\"{}\"", self.0.class(), self.0.colour())
    }
}

struct Points<'a>(&'a [(i32, i32)]);

impl Display for Points<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, (x, y)) in self.0.iter().enumerate() {
            write!(f, "{}{} {}", if index == 0 { "M" } else { "L" }, Px(*x), Px(*y))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_one_decimal_at_most() {
        for (tenths, text) in [(0, "0"), (5, "0.5"), (120, "12"), (-3, "-0.3"), (-1_234, "-123.4")] {
            assert_eq!(Px(tenths).to_string(), text);
        }
    }

    #[test]
    fn nothing_that_a_person_wrote_is_read_as_markup() {
        assert_eq!(Safe("<a & \"b\" 'c'>\u{7}\n").to_string(), "&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;  ");
    }
}
