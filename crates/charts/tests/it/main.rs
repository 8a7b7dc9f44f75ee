//! What every figure keeps to, and what each shows, read back from the drawing.

mod badge;
mod bars;
mod every_figure;
mod others;
mod trend;

use charts::Frame;

/// A sheet of this width.
pub fn frame(width: u32) -> Frame {
    Frame { width, title: "Nilai per unsur".to_owned(), description: "Sembilan unsur".to_owned(), ..Frame::default() }
}

/// The texts of a drawing in their order, as written.
pub fn texts(svg: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = svg;
    while let Some((_, after)) = rest.split_once("<text") {
        let Some((_, inside)) = after.split_once('>') else { break };
        let Some((text, after)) = inside.split_once("</text>") else { break };
        found.push(text);
        rest = after;
    }
    found
}
