//! What every outline has, whatever else the city prints.

use super::{Block, ListKind, Outline, TableKind};
use crate::IndexKind;

/// Tables of the chapters that are the same for every index.
const TABLES: [TableKind; 4] =
    [TableKind::CollectionQuality, TableKind::Grades, TableKind::Characteristics, TableKind::LastPlan];
/// Tables of the annexes.
const ANNEXED: [TableKind; 2] = [TableKind::Questionnaire, TableKind::Processed];

impl Outline {
    /// The parts that every report has and its chapters leave out: `table grades`.
    ///
    /// Distribution and ranking are of the IKM; in an outline that tells of other indices alone, of each of these.
    pub fn missing_in_chapters(&self) -> Vec<String> {
        let mut told = self.told_indices();
        told.extend(self.ranked_indices());
        let of_ikm = told.is_empty() || told.contains(&IndexKind::Ikm);
        let is_meant = |index: &IndexKind| if of_ikm { *index == IndexKind::Ikm } else { told.contains(index) };
        let own = IndexKind::ALL.into_iter().filter(is_meant).flat_map(|index| match index {
            IndexKind::Ikm => [TableKind::Distribution, TableKind::Ranking],
            IndexKind::Ipkp => [TableKind::IpkpDistribution, TableKind::IpkpRanking],
            IndexKind::Ipak => [TableKind::IpakDistribution, TableKind::IpakRanking],
        });
        let needed = TABLES.into_iter().chain(own).map(Block::Table).chain([Block::List(ListKind::PublishedAt)]);
        let sections = |chapter: &super::Chapter| -> Vec<Block> {
            chapter.blocks.iter().chain(chapter.sections.iter().flat_map(|section| &section.blocks)).cloned().collect()
        };
        missing(needed, &self.chapters.iter().flat_map(sections).collect::<Vec<_>>())
    }

    /// The same of its annexes.
    pub fn missing_in_annexes(&self) -> Vec<String> {
        let blocks: Vec<Block> = self.annexes.iter().flat_map(|annex| annex.blocks.clone()).collect();
        missing(ANNEXED.into_iter().map(Block::Table), &blocks)
    }
}

fn missing(needed: impl Iterator<Item = Block>, blocks: &[Block]) -> Vec<String> {
    needed.filter(|block| !blocks.contains(block)).filter_map(|block| name(&block)).collect()
}

/// As an outline writes it: `table grades`, `list published_at`.
fn name(block: &Block) -> Option<String> {
    let value = serde_json::to_value(block).ok()?;
    let (kind, what) = value.as_object()?.iter().next()?;
    Some(format!("{kind} {}", what.as_str()?))
}
