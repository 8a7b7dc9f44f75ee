//! What a report says, part by part, before anybody decides how it looks: PDF and Word print the same story.

mod annex;
mod charts;
mod elements;
mod facts;
mod numbered;
mod parts;
mod people;
mod plan;
mod printed;
mod services;

pub(crate) use charts::{bars, trend_chart};
pub(crate) use facts::{Amount, FactTable};
pub use numbered::{Numbered, numbered};
pub(crate) use parts::{Align, Cell, Chart, Column, Node, Part, Run, Table};
pub(crate) use plan::trend_remark;
pub(crate) use printed::Printer;

use crate::brand::Brand;
use domain::IndexKind;
use domain::figures::IndexResult;
use domain::report::{Block, ChartKind, CityFigures, ListKind, Outline, Paragraph, Piece, ReportDocument, TableKind};
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
        let mut story = Self { chapters: chapters.collect(), annexes: annexes.collect() };
        let brand = Brand::of(document.brand_color.as_deref());
        story.nodes_mut().for_each(|node| node.repaint(&brand));
        story
    }

    /// The tables that a workbook prints as well.
    pub(crate) fn sample(document: &ReportDocument) -> FactTable {
        people::sample(document)
    }

    pub(crate) fn method(document: &ReportDocument) -> FactTable {
        people::method(document)
    }

    pub(crate) fn quality(document: &ReportDocument) -> FactTable {
        people::quality(document)
    }

    /// Why an index is not what its elements come to.
    pub(crate) fn index_note(document: &ReportDocument, index: &IndexResult) -> String {
        elements::note(document, index)
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
    if nodes.is_empty() { said(label::NOTHING) } else { nodes }
}

fn nodes(document: &ReportDocument, blocks: &[Block]) -> Vec<Node> {
    blocks.iter().flat_map(|block| of_block(document, block)).collect()
}

fn of_block(document: &ReportDocument, block: &Block) -> Vec<Node> {
    match block {
        Block::Fixed { slot, .. } | Block::Automatic(slot) => paragraphs(document.text_of(slot)),
        // The answers of the city stand in the reports of its units.
        Block::Table(TableKind::Processed) if document.city.is_some() => said(label::CITY_PROCESSED),
        Block::Table(TableKind::Questionnaire) if document.city.is_some() => said(label::CITY_QUESTIONNAIRE),
        Block::Table(kind) => tables(document, *kind).into_iter().map(Node::table).collect(),
        // Of the city every index has its trend, as its units have.
        Block::Chart(ChartKind::Trend) if document.city.is_some() => {
            let drawn = IndexKind::ALL.into_iter().filter_map(|kind| charts::trend(document, kind));
            drawn.map(Node::Chart).collect()
        }
        Block::Chart(kind) => chart(document, *kind).into_iter().map(Node::Chart).collect(),
        Block::List(kind) => list(document, *kind),
    }
}

fn said(words: &str) -> Vec<Node> {
    vec![Node::Paragraph { runs: vec![Run::plain(words)] }]
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
        TableKind::Sample => vec![people::sample(document).table],
        TableKind::CollectionQuality => vec![people::quality(document).table],
        TableKind::Characteristics => one(people::characteristics(document)),
        TableKind::Grades => vec![elements::grades()],
        TableKind::Indices => one(elements::indices(document)),
        TableKind::IkmElements => one(elements::table(document, Ikm)),
        TableKind::IpkpElements => one(elements::table(document, Ipkp)),
        TableKind::IpakElements => one(elements::table(document, Ipak)),
        TableKind::Distribution => one(elements::distribution(document, Ikm)),
        TableKind::IpkpDistribution => one(elements::distribution(document, Ipkp)),
        TableKind::IpakDistribution => one(elements::distribution(document, Ipak)),
        TableKind::Services | TableKind::ServiceElements if document.city.is_some() => units(document),
        // The units' tables name all three indices.
        TableKind::IpkpServices | TableKind::IpakServices if document.city.is_some() => Vec::new(),
        TableKind::Services => one(services::ranked(document, Ikm)),
        TableKind::IpkpServices => one(services::ranked(document, Ipkp)),
        TableKind::IpakServices => one(services::ranked(document, Ipak)),
        TableKind::ServiceElements => one(services::by_element(document)),
        TableKind::Ranking => one(elements::ranking(document, Ikm)),
        TableKind::IpkpRanking => one(elements::ranking(document, Ipkp)),
        TableKind::IpakRanking => one(elements::ranking(document, Ipak)),
        TableKind::Plan => one(plan::plan(document)),
        TableKind::PlanList => one(plan::listed(document)),
        TableKind::LastPlan => one(plan::last(document)),
        TableKind::FollowUpReport => one(plan::follow_up(document)),
        TableKind::Trend => plan::trends(document),
        TableKind::Questionnaire => annex::questionnaires(document),
        TableKind::Processed => annex::processed(document),
        TableKind::Method => vec![people::method(document).table],
    }
}

/// Of the city: its units by kind, ranked, and those without an answer.
fn units(document: &ReportDocument) -> Vec<Table> {
    let of = |city: &CityFigures| {
        let recap = &city.recap;
        [crate::recap::kinds(recap), crate::recap::units(recap), crate::recap::missing(recap)]
    };
    document.city.iter().flat_map(of).flatten().collect()
}

fn chart(document: &ReportDocument, kind: ChartKind) -> Option<Chart> {
    use domain::IndexKind::{Ikm, Ipak, Ipkp};
    match kind {
        ChartKind::IkmElements => charts::elements(document, Ikm),
        ChartKind::IpkpElements => charts::elements(document, Ipkp),
        ChartKind::IpakElements => charts::elements(document, Ipak),
        ChartKind::Distribution => charts::distribution(document),
        ChartKind::Trend => charts::trend(document, Ikm),
        ChartKind::IpkpTrend => charts::trend(document, Ipkp),
        ChartKind::IpakTrend => charts::trend(document, Ipak),
        ChartKind::Services => match &document.city {
            Some(city) => crate::recap::kinds_chart(&city.recap),
            None => charts::services(document),
        },
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
        ListKind::PublishedAt if document.published_at.is_empty() => {
            vec![Node::Paragraph { runs: vec![Run::plain(label::NOT_PUBLISHED)] }]
        }
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
