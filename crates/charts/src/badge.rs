//! A badge: a figure in one line, for other sites. It stands on its own ground, so it is read on a light and a dark page.

use crate::measure::width;
use crate::svg::{Px, Safe};

/// What the figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadgeTone {
    /// Well.
    Good,
    /// To be improved.
    Fair,
    /// Bad.
    Poor,
    /// Nothing yet.
    Plain,
}

impl BadgeTone {
    /// A ground on which white is read: a contrast of 4.5 or more.
    const fn ground(self) -> &'static str {
        match self {
            Self::Good => "#176b3a",
            Self::Fair => "#8a5300",
            Self::Poor => "#a3211d",
            Self::Plain => "#565f5b",
        }
    }
}

/// A badge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// All of it in a sentence; its name for screen readers.
    pub title: String,
    /// What is measured: `IKM`.
    pub label: String,
    /// The figure: `84,17 · B`.
    pub value: String,
    /// Of when: `TW III 2026`; empty for none.
    pub note: String,
    /// What it means.
    pub tone: BadgeTone,
}

/// In pixels, as the type size.
const HEIGHT: i32 = 24;
const SIZE: i32 = 12;
/// In tenths of a pixel, on both sides of a text.
const EDGE: i32 = 80;
const DARK: &str = "#26302d";

impl Badge {
    /// Draws it.
    pub fn draw(&self) -> String {
        let parts = [(&self.label, DARK), (&self.value, self.tone.ground()), (&self.note, DARK)];
        let (mut x, mut body) = (0, String::new());
        for (text, ground) in parts.into_iter().filter(|(text, _)| !text.is_empty()) {
            let room = width(text, SIZE);
            // The text is set to its room, so it never runs over, whatever the font.
            body.push_str(&format!(
                "<rect x=\"{x}\" width=\"{wide}\" height=\"{HEIGHT}\" fill=\"{ground}\"/>\
                 <text x=\"{at}\" y=\"16.5\" textLength=\"{room}\" lengthAdjust=\"spacingAndGlyphs\">{text}</text>",
                x = Px(x),
                wide = Px(room + 2 * EDGE),
                at = Px(x + EDGE),
                room = Px(room),
                text = Safe(text),
            ));
            x += room + 2 * EDGE;
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{HEIGHT}\" viewBox=\"0 0 {w} {HEIGHT}\" \
             role=\"img\" aria-label=\"{title}\" font-family=\"Inter,'Liberation Sans',Arial,sans-serif\" \
             font-size=\"{SIZE}\" font-weight=\"600\" fill=\"#fff\"><title>{title}</title>\
             <clipPath id=\"r\"><rect width=\"{w}\" height=\"{HEIGHT}\" rx=\"4\"/></clipPath>\
             <g clip-path=\"url(#r)\">{body}</g></svg>",
            w = Px(x),
            title = Safe(&self.title),
        )
    }
}
