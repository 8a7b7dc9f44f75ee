//! What a report says, part by part, before anybody decides how it looks: PDF and Word print the same story.

mod annex;
mod charts;
mod elements;
mod parts;
mod people;
mod plan;
mod printed;
mod services;

pub(crate) use charts::{bars, trend_chart};
pub(crate) use parts::{Align, Cell, Chart, Column, Node, Part, Run, Table};
pub(crate) use printed::Printer;

use domain::report::{Block, ChartKind, ListKind, Outline, Paragraph, Piece, ReportDocument, TableKind};
use serde::Serialize;
use texts::report::label;

/// A whole report.
#[derive(Debug, Serialize)]
pub(crate) struct Story {
    pub(crate) chapters: Vec<Part>,
    pub(crate) annexes: Vec<Part>,
}

impl Story {
    /// The story of a document.
    pub(crate) fn of(document: &ReportDocument) -> Self {
        let outline: &Outline = &document.outline;
        let chapters = outline.chapters.iter().map(|chapter| {
            let sections = chapter.sections.iter().map(|section| Part {
                title: section.title.clone(),
                nodes: something(nodes(document, &section.blocks)),
                sections: Vec::new(),
            });
            let sections: Vec<Part> = sections.collect();
            let own = nodes(document, &chapter.blocks);
            let own = if sections.is_empty() { something(own) } else { own };
            Part { title: chapter.title.clone(), nodes: own, sections }
        });
        let annexes = outline.annexes.iter().map(|annex| Part {
            title: annex.title.clone(),
            nodes: something(nodes(document, &annex.blocks)),
            sections: Vec::new(),
        });
        Self { chapters: chapters.collect(), annexes: annexes.collect() }
    }

    /// The tables that a workbook prints as well.
    pub(crate) fn sample(document: &ReportDocument) -> Table {
        people::sample(document)
    }

    pub(crate) fn method(document: &ReportDocument) -> Table {
        people::method(document)
    }

    pub(crate) fn quality(document: &ReportDocument) -> Table {
        people::quality(document)
    }

    /// Every part with its sections, in order.
    pub(crate) fn nodes_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        let parts = self.chapters.iter_mut().chain(&mut self.annexes);
        parts.flat_map(|part| {
            part.nodes.iter_mut().chain(part.sections.iter_mut().flat_map(|section| &mut section.nodes))
        })
    }
}

/// A heading never stands over nothing.
fn something(nodes: Vec<Node>) -> Vec<Node> {
    if nodes.is_empty() { vec![Node::Paragraph { runs: vec![Run::plain(label::NOTHING)] }] } else { nodes }
}

fn nodes(document: &ReportDocument, blocks: &[Block]) -> Vec<Node> {
    blocks.iter().flat_map(|block| of_block(document, block)).collect()
}

fn of_block(document: &ReportDocument, block: &Block) -> Vec<Node> {
    match block {
        Block::Fixed { slot, .. } | Block::Automatic(slot) => paragraphs(document.text_of(slot)),
        Block::Table(kind) => tables(document, *kind).into_iter().map(Node::Table).collect(),
        Block::Chart(kind) => chart(document, *kind).into_iter().map(Node::Chart).collect(),
        Block::List(kind) => list(document, *kind),
    }
}

/// Paragraphs as runs: what tells level and grade of an index stands out.
pub(crate) fn paragraphs(paragraphs: &[Paragraph]) -> Vec<Node> {
    let run = |piece: &Piece| match piece {
        Piece::Text { text } => Run::plain(text),
        Piece::Figure { figure, shown } => Run { text: shown.clone(), strong: stands_out(figure) },
    };
    let node = |paragraph: &Paragraph| Node::Paragraph { runs: paragraph.pieces.iter().map(run).collect() };
    paragraphs.iter().filter(|paragraph| !paragraph.plain().trim().is_empty()).map(node).collect()
}

fn stands_out(figure: &str) -> bool {
    let (of, what) = figure.split_once('.').unwrap_or((figure, ""));
    matches!(of, "ikm" | "ipkp" | "ipak") && matches!(what, "converted" | "grade" | "performance")
}

fn tables(document: &ReportDocument, kind: TableKind) -> Vec<Table> {
    use domain::IndexKind::{Ikm, Ipak, Ipkp};
    let one = |table: Option<Table>| table.into_iter().collect();
    match kind {
        TableKind::Activities => one(people::activities(document)),
        TableKind::Sample => vec![people::sample(document)],
        TableKind::CollectionQuality => vec![people::quality(document)],
        TableKind::Characteristics => one(people::characteristics(document)),
        TableKind::Grades => vec![elements::grades()],
        TableKind::Indices => one(elements::indices(document)),
        TableKind::IkmElements => one(elements::table(document, Ikm)),
        TableKind::IpkpElements => one(elements::table(document, Ipkp)),
        TableKind::IpakElements => one(elements::table(document, Ipak)),
        TableKind::Distribution => one(elements::distribution(document)),
        TableKind::Services => one(services::ranked(document)),
        TableKind::ServiceElements => one(services::by_element(document)),
        TableKind::Ranking => one(elements::ranking(document)),
        TableKind::Plan => one(plan::plan(document)),
        TableKind::LastPlan => one(plan::last(document)),
        TableKind::Trend => plan::trends(document),
        TableKind::Questionnaire => annex::questionnaires(document),
        TableKind::Processed => annex::processed(document),
        TableKind::Method => vec![people::method(document)],
    }
}

fn chart(document: &ReportDocument, kind: ChartKind) -> Option<Chart> {
    use domain::IndexKind::{Ikm, Ipak, Ipkp};
    match kind {
        ChartKind::IkmElements => charts::elements(document, Ikm),
        ChartKind::IpkpElements => charts::elements(document, Ipkp),
        ChartKind::IpakElements => charts::elements(document, Ipak),
        ChartKind::Distribution => charts::distribution(document),
        ChartKind::Trend => charts::trend(document, Ikm),
        ChartKind::Services => charts::services(document),
    }
}

fn list(document: &ReportDocument, kind: ListKind) -> Vec<Node> {
    let list = |ordered: bool, items: Vec<String>| match items.is_empty() {
        true => Vec::new(),
        false => vec![Node::List { ordered, items }],
    };
    match kind {
        ListKind::LegalBasis => list(true, document.legal_basis.clone()),
        ListKind::Comments => introduced(
            label::COMMENTS,
            list(false, document.comments.iter().map(|comment| format!("“{}”", comment.text)).collect()),
        ),
        ListKind::PublishedAt => introduced(label::PUBLISHED_AT, list(false, document.published_at.clone())),
        ListKind::Photos => document
            .photos
            .iter()
            .map(|photo| Node::Photo { sha256: photo.sha256.clone(), caption: photo.caption.clone(), path: None })
            .collect(),
    }
}

/// A sentence before a list, where there is one.
fn introduced(words: &str, mut list: Vec<Node>) -> Vec<Node> {
    if !list.is_empty() {
        list.insert(0, Node::Paragraph { runs: vec![Run::plain(words)] });
    }
    list
}
