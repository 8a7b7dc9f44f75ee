//! The fixed parts of reports: the city's data, not program code.

use super::{Defect, Defects};
use crate::Code;
use crate::report::{AUTOMATIC_SLOTS, Block, Outline, legal_basis, shipped_outlines};
use serde::{Deserialize, Serialize};

/// What the city prints in every report: outline with its fixed texts, legal basis, first line of the letterhead. A fixed
/// text may hold places such as `{unit}`, which the report fills.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportTemplate {
    /// The first line of the letterhead.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 150, example = "Pemerintah Kota Banjarmasin"))]
    pub government: String,
    /// Where reports are signed, unless the unit names another place.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 60, example = "Banjarmasin"))]
    pub place: String,
    /// Titles of laws and rules, in their order.
    #[cfg_attr(feature = "schema", schema(max_items = 40, example = json!(["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"])))]
    pub legal_basis: Vec<String>,
    /// Chapters, sections and annexes with the fixed texts.
    pub outline: Outline,
}

/// So many blocks are more than any report has; each may become a page.
const MOST_BLOCKS: usize = 200;

impl ReportTemplate {
    /// What is printed while the city has stored nothing of its own: the first shipped outline and every law.
    pub fn shipped(city_name: &str) -> Option<Self> {
        let outline = shipped_outlines().into_iter().next()?;
        let place = city_name.strip_prefix("Kota ").unwrap_or(city_name).to_owned();
        Some(Self { government: format!("Pemerintah {city_name}"), place, legal_basis: legal_basis(true), outline })
    }

    /// The outline of this code: the city's own, else a shipped one.
    pub fn outline_of(&self, code: &Code) -> Option<Outline> {
        let own = std::iter::once(self.outline.clone());
        own.chain(shipped_outlines()).find(|outline| outline.code == code.as_str())
    }

    /// The codes that [`ReportTemplate::outline_of`] knows.
    pub fn outline_codes(&self) -> Vec<String> {
        let mut codes = vec![self.outline.code.clone()];
        codes.extend(
            shipped_outlines().into_iter().map(|outline| outline.code).filter(|code| *code != self.outline.code),
        );
        codes
    }

    /// What cannot be printed; nothing when all can.
    pub fn check(&self) -> Vec<Defect> {
        let mut defects = Defects::default();
        defects.line("/government", &self.government, 1, 150);
        defects.line("/place", &self.place, 1, 60);
        defects.count("/legal_basis", self.legal_basis.len(), 40);
        for (at, line) in self.legal_basis.iter().enumerate() {
            defects.line(format!("/legal_basis/{at}"), line, 1, 500);
        }
        let outline = &self.outline;
        if Code::parse(&outline.code).is_err() {
            defects.push("/outline/code", "invalid_code", &outline.code, "2 to 32 characters a-z, 0-9 and -");
        }
        defects.line("/outline/name", &outline.name, 1, 100);
        defects.line("/outline/title", &outline.title, 1, 200);
        defects.places("/outline/title", &outline.title);
        for (at, text) in outline.preface.iter().enumerate() {
            let place = format!("/outline/preface/{at}");
            defects.places(&place, text);
            defects.paragraphs(place, text, 5_000);
        }
        let mut blocks = 0;
        for (at, chapter) in outline.chapters.iter().enumerate() {
            let place = format!("/outline/chapters/{at}");
            defects.line(format!("{place}/title"), &chapter.title, 1, 150);
            blocks += check_blocks(&mut defects, &place, &chapter.blocks);
            for (at, section) in chapter.sections.iter().enumerate() {
                let place = format!("{place}/sections/{at}");
                defects.line(format!("{place}/title"), &section.title, 1, 150);
                blocks += 1 + check_blocks(&mut defects, &place, &section.blocks);
            }
        }
        for (at, annex) in outline.annexes.iter().enumerate() {
            let place = format!("/outline/annexes/{at}");
            defects.line(format!("{place}/title"), &annex.title, 1, 150);
            blocks += check_blocks(&mut defects, &place, &annex.blocks);
        }
        blocks += outline.chapters.len() + outline.annexes.len() + outline.preface.len();
        if outline.chapters.is_empty() {
            defects.push("/outline/chapters", "empty", "no chapter", "at least one chapter");
        }
        defects.count("/outline", blocks, MOST_BLOCKS);
        let accepted = "what every report has: how its answers were collected, the table of grades, who answered, the \
                        distribution of answers, the elements ranked, the last follow-up, and where it was published";
        missing(&mut defects, "/outline/chapters", &outline.missing_in_chapters(), accepted);
        let accepted = "what every report annexes: the questionnaire and the processed data";
        missing(&mut defects, "/outline/annexes", &outline.missing_in_annexes(), accepted);
        defects.0
    }
}

fn missing(defects: &mut Defects, pointer: &str, missing: &[String], accepted: &str) {
    if !missing.is_empty() {
        defects.push(pointer, "missing_section", format!("no {}", missing.join(", ")), accepted);
    }
}

/// Checks the fixed texts and answers how many blocks there are.
fn check_blocks(defects: &mut Defects, place: &str, blocks: &[Block]) -> usize {
    for (at, block) in blocks.iter().enumerate() {
        let place = format!("{place}/blocks/{at}");
        match block {
            Block::Fixed { slot, paragraphs } => {
                defects.line(format!("{place}/fixed/slot"), slot, 1, 60);
                defects.count(&format!("{place}/fixed/paragraphs"), paragraphs.len(), 40);
                for (at, text) in paragraphs.iter().enumerate() {
                    let place = format!("{place}/fixed/paragraphs/{at}");
                    defects.places(&place, text);
                    defects.paragraphs(place, text, 5_000);
                }
            }
            Block::Automatic(slot) if !AUTOMATIC_SLOTS.contains(&slot.as_str()) => {
                defects.push(format!("{place}/automatic"), "unknown_slot", slot, AUTOMATIC_SLOTS.join(", "));
            }
            Block::Automatic(_) | Block::Table(_) | Block::Chart(_) | Block::List(_) => (),
        }
    }
    blocks.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_can_be_printed() {
        let shipped = ReportTemplate::shipped("Kota Banjarmasin").unwrap();
        assert_eq!(
            (shipped.government.as_str(), shipped.place.as_str()),
            ("Pemerintah Kota Banjarmasin", "Banjarmasin")
        );
        for outline in shipped_outlines() {
            assert_eq!(ReportTemplate { outline, ..shipped.clone() }.check(), []);
        }
    }

    #[test]
    fn no_outline_leaves_out_what_every_report_has() {
        let missing = |code: &str, edit: fn(&mut Outline)| {
            let mut template = ReportTemplate::shipped("Kota Banjarmasin").unwrap();
            template.outline = shipped_outlines().into_iter().find(|outline| outline.code == code).unwrap();
            edit(&mut template.outline);
            let defects = template.check().into_iter();
            defects.map(|d| format!("{} {} {}", d.code, d.pointer, d.received)).collect::<Vec<_>>()
        };
        let first_alone = missing("lima-bab", |outline| outline.chapters.truncate(1));
        let all = "table collection_quality, table grades, table characteristics, table last_plan, table distribution, \
                   table ranking, list published_at";
        assert_eq!(first_alone, [format!("missing_section /outline/chapters no {all}")]);
        let without_annexes = missing("empat-bab", |outline| outline.annexes.truncate(1));
        assert_eq!(without_annexes, ["missing_section /outline/annexes no table processed"]);
        // Of an outline of other indices their own tables count.
        let integrity = missing("spkp-spak", |outline| outline.chapters[1].sections.truncate(3));
        assert_eq!(integrity, ["missing_section /outline/chapters no table ipak_distribution"]);
        let moved = missing("lima-bab", |outline| {
            let blocks = outline.annexes.remove(0).blocks;
            outline.chapters[0].blocks.extend(blocks);
        });
        assert_eq!(moved, ["missing_section /outline/annexes no table questionnaire"], "it is an annex");
    }

    #[test]
    fn a_place_that_no_report_fills_is_named() {
        let mut template = ReportTemplate::shipped("Kota Banjarmasin").unwrap();
        template.outline.title = "Laporan {unti}".to_owned();
        template.outline.preface = vec!["Nilai {ikm.converted} dan {ikm.nilai}".to_owned()];
        template.outline.chapters[0].blocks.push(Block::Automatic("ringkasan".to_owned()));
        let found: Vec<_> = template.check().into_iter().map(|d| (d.pointer, d.code, d.received)).collect();
        let defect = |pointer: &str, code, received: &str| (pointer.to_owned(), code, received.to_owned());
        assert_eq!(
            found,
            [
                defect("/outline/title", "unknown_place", "{unti}"),
                defect("/outline/preface/0", "unknown_place", "{ikm.nilai}"),
                defect("/outline/chapters/0/blocks/0/automatic", "unknown_slot", "ringkasan"),
            ]
        );
        assert!(template.check()[0].accepted.contains("{unit}, {kota}"));
    }

    #[test]
    fn every_text_that_cannot_be_printed_is_named() {
        let mut template = ReportTemplate::shipped("Kota Banjarmasin").unwrap();
        template.government = String::new();
        template.legal_basis.push("a\nb".to_owned());
        template.outline.code = "Bab!".to_owned();
        let last = template.legal_basis.len() - 1;
        template.outline.chapters[0].title = "x".repeat(151);
        template.outline.annexes.extend(vec![template.outline.annexes[0].clone(); 200]);
        let pointers: Vec<String> = template.check().into_iter().map(|defect| defect.pointer).collect();
        let law = format!("/legal_basis/{last}");
        assert_eq!(pointers, ["/government", &law, "/outline/code", "/outline/chapters/0/title", "/outline"]);
    }
}
