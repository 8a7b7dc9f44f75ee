//! Which elements come first: those of the indices that the outline ranks, the lowest first.

use super::{Block, Outline, ReportDocument, TableKind};
use crate::figures::{ElementResult, IndexResult};
use crate::{Decimal, IndexKind};

/// A plan starts from about so many of the lowest elements; those that tie with the last of them come too.
const LOWEST: usize = 3;

impl Outline {
    /// The indices whose elements it ranks; of an outline that ranks none, those whose elements it prints.
    pub fn ranked_indices(&self) -> Vec<IndexKind> {
        let ranked = self.indices_with([TableKind::Ranking, TableKind::IpkpRanking, TableKind::IpakRanking]);
        if ranked.is_empty() { self.told_indices() } else { ranked }
    }

    /// The indices whose elements it prints.
    pub fn told_indices(&self) -> Vec<IndexKind> {
        self.indices_with([TableKind::IkmElements, TableKind::IpkpElements, TableKind::IpakElements])
    }

    /// The indices of which it has the table that belongs to each.
    fn indices_with(&self, tables: [TableKind; 3]) -> Vec<IndexKind> {
        let has = |kind: &TableKind| self.blocks().any(|block| matches!(block, Block::Table(found) if found == kind));
        IndexKind::ALL.into_iter().zip(tables).filter(|(_, table)| has(table)).map(|(index, _)| index).collect()
    }
}

impl ReportDocument {
    /// The indices that the report is about: those its outline ranks, or the first one where it has none of them.
    pub fn main_indices(&self) -> Vec<&IndexResult> {
        let ranked = self.outline.ranked_indices();
        let main = |index: &&IndexResult| ranked.contains(&index.summary.index);
        let found: Vec<&IndexResult> = self.figures.indices.iter().filter(main).collect();
        if found.is_empty() { self.figures.indices.iter().take(1).collect() } else { found }
    }

    /// The indices that the report tells of: those whose elements its outline prints, or all where it prints none of theirs.
    pub fn told_indices(&self) -> Vec<&IndexResult> {
        let told = self.outline.told_indices();
        let found: Vec<&IndexResult> =
            self.figures.indices.iter().filter(|index| told.contains(&index.summary.index)).collect();
        if found.is_empty() { self.figures.indices.iter().collect() } else { found }
    }

    /// The elements that a plan starts with, the lowest first; of several indices some of each.
    pub fn priority_elements(&self) -> Vec<&str> {
        let indices = self.main_indices();
        let each = LOWEST.div_ceil(indices.len().max(1));
        let mut elements: Vec<(Decimal, &str)> = indices.into_iter().flat_map(|index| lowest(index, each)).collect();
        // A stable sort: elements that tie keep the official order.
        elements.sort_by_key(|(value, _)| *value);
        elements.into_iter().map(|(_, code)| code).collect()
    }
}

fn lowest(index: &IndexResult, count: usize) -> Vec<(Decimal, &str)> {
    let value = |element: &ElementResult| element.converted.as_ref()?.parse::<Decimal>().ok();
    let mut elements: Vec<(Decimal, &str)> =
        index.elements.iter().filter_map(|element| Some((value(element)?, element.code.as_str()))).collect();
    elements.sort_by_key(|(value, _)| *value);
    let limit = elements.get(count - 1).or(elements.last()).map(|(value, _)| *value);
    elements.retain(|(value, _)| limit.is_some_and(|limit| *value <= limit));
    elements
}
