//! The numbers that tables and figures bear in PDF and Word, where each block of the outline has them.

use super::{Node, of_block};
use domain::report::{Block, ReportDocument};
use texts::report::label;

/// A table or figure as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The block of the outline: `table:sample`, `chart:trend`, `list:photos`.
    pub block: String,
    /// "Tabel 3".
    pub label: String,
    /// What it shows.
    pub caption: String,
}

/// Every table and figure in the order of the report.
pub fn numbered(document: &ReportDocument) -> Vec<Numbered> {
    let (mut tables, mut figures) = (0, 0);
    let mut found = Vec::new();
    for block in document.outline.blocks() {
        let Some(name) = name(block) else { continue };
        for node in of_block(document, block) {
            let (word, number, caption) = match node {
                Node::Table(table) => (label::TABLE, &mut tables, table.caption),
                Node::Chart(chart) => (label::FIGURE, &mut figures, chart.caption),
                Node::Photo { caption, .. } => (label::FIGURE, &mut figures, caption),
                Node::Paragraph { .. } | Node::List { .. } => continue,
            };
            *number += 1;
            found.push(Numbered { block: name.clone(), label: format!("{word} {number}"), caption });
        }
    }
    found
}

/// The kind of a block and its own name; nothing for words.
fn name(block: &Block) -> Option<String> {
    let value = match block {
        Block::Fixed { .. } | Block::Automatic(_) => return None,
        Block::Table(kind) => ("table", serde_json::to_value(kind)),
        Block::Chart(kind) => ("chart", serde_json::to_value(kind)),
        Block::List(kind) => ("list", serde_json::to_value(kind)),
    };
    Some(format!("{}:{}", value.0, value.1.ok()?.as_str()?))
}
