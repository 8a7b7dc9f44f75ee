//! The text that writes itself: formal Indonesian from the figures of a document.
//!
//! Differences are those of printed values, so that a reader's subtraction agrees; elements that tie are named together.

mod city;
mod elements;
mod index;
mod people;
mod plan;

use super::{Block, CityFigures, Facts, Outline, Paragraph, RecapDocument, ReportDocument, SectionText};

/// The slots whose text writes itself.
pub const AUTOMATIC_SLOTS: [&str; 12] = [
    "sampel",
    "responden",
    "hasil-indeks",
    "perubahan",
    "analisis-unsur",
    "komentar",
    "tindak-lanjut",
    "tindak-lanjut-lalu",
    "laporan-tindak-lanjut",
    "forum",
    "kesimpulan",
    "saran",
];

impl ReportDocument {
    /// What a slot says by itself; nothing for a slot that does not write itself.
    pub fn automatic_text(&self, slot: &str, facts: &Facts) -> Vec<Paragraph> {
        let templates = match slot {
            "sampel" => people::sample(self),
            "responden" => people::respondents(self),
            "hasil-indeks" => index::levels(self),
            "perubahan" => index::changes(self),
            "analisis-unsur" => elements::analysis(self),
            "komentar" => people::comments(self),
            "tindak-lanjut" => plan::plan(self),
            "tindak-lanjut-lalu" => plan::last(self),
            "laporan-tindak-lanjut" => plan::last_in_full(self),
            "forum" => plan::forum(self),
            "kesimpulan" => plan::conclusion(self),
            "saran" => plan::advice(self),
            _ => Vec::new(),
        };
        templates.iter().map(|template| facts.paragraph(template)).collect()
    }

    /// Every slot of the outline with the text of its own, before anybody edits it.
    pub fn own_texts(&self) -> Vec<SectionText> {
        let facts = Facts::of(self);
        let text = |block: &Block| match block {
            Block::Fixed { slot, paragraphs } => Some(SectionText {
                slot: slot.clone(),
                paragraphs: paragraphs.iter().map(|paragraph| facts.paragraph(paragraph)).collect(),
                edited: false,
            }),
            Block::Automatic(slot) => {
                Some(SectionText { slot: slot.clone(), paragraphs: self.automatic_text(slot, &facts), edited: false })
            }
            Block::Table(_) | Block::Chart(_) | Block::List(_) => None,
        };
        self.outline.blocks().filter_map(text).collect()
    }

    /// Fills in [`ReportDocument::texts`]: the operator's paragraphs with their figures brought up to date, and for every
    /// other slot what it says by itself.
    pub fn write_texts(&mut self, edited: &[SectionText]) {
        let facts = Facts::of(self);
        let mut texts = self.own_texts();
        for text in &mut texts {
            if let Some(by_hand) = edited.iter().find(|by_hand| by_hand.slot == text.slot) {
                text.paragraphs.clone_from(&by_hand.paragraphs);
                text.edited = true;
                for paragraph in &mut text.paragraphs {
                    facts.refresh(paragraph);
                }
            }
        }
        self.texts = texts;
    }

    /// The paragraphs of a slot.
    pub fn text_of(&self, slot: &str) -> &[Paragraph] {
        self.texts.iter().find(|text| text.slot == slot).map_or(&[], |text| &text.paragraphs)
    }
}

impl RecapDocument {
    /// How each index of the city changed against the period before.
    pub fn changes_told(&self) -> Vec<Paragraph> {
        let city = CityFigures { recap: self.recap.clone(), changes: self.changes.clone() };
        let facts = Facts::of_city(&city);
        self.changes.iter().map(|change| facts.paragraph(&index::city_change(change))).collect()
    }
}

impl Outline {
    /// Every block in the order of the report.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let of_chapters = self.chapters.iter().flat_map(|chapter| {
            chapter.blocks.iter().chain(chapter.sections.iter().flat_map(|section| &section.blocks))
        });
        of_chapters.chain(self.annexes.iter().flat_map(|annex| &annex.blocks))
    }
}

/// "a", "a dan b", "a, b, dan c".
fn joined(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} dan {two}"),
        [most @ .., last] => format!("{}, dan {last}", most.join(", ")),
    }
}

/// A small number as a word.
fn word(number: usize) -> String {
    const WORDS: [&str; 10] = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The first letter large.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
