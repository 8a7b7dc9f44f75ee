//! What people write in a report: their paragraphs, the follow-up plan, the state of the last one, released comments.

use super::{Defect, Defects};
use crate::report::{ChosenComment, LastPlanRow, Paragraph, Piece, PlanRow, SectionText, is_place};
use crate::words::masked;
use crate::{Code, IndexKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The operator's part of a report. Everything else follows from answers, profile, round and template.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "texts": [{"slot": "saran", "paragraphs": [{"pieces": [
        {"text": "Nilai IKM sebesar "}, {"figure": "ikm.converted", "shown": "84,17"}, {"text": " akan dipertahankan."}
    ]}]}],
    "plan": [{"element": "U3", "programme": "Membuka loket kedua", "quarters": ["TW4"], "year": 2026, "responsible": "Sekretaris"}],
    "last_plan": null, "comments": [], "dated": "2026-10-05"
})))]
#[serde(deny_unknown_fields)]
pub struct ReportEdits {
    /// Paragraphs in place of what a slot says by itself. A slot that is not here is restored to its own text.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_items = 60))]
    pub texts: Vec<EditedText>,
    /// The follow-up plan; null while it starts from the lowest elements by itself.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_items = 40))]
    pub plan: Option<Vec<PlanRow>>,
    /// The last report's plan with what became of it; null while nobody has said.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(max_items = 40))]
    pub last_plan: Option<Vec<LastPlanRow>>,
    /// Comments that a person released, with names, numbers and addresses replaced by "[…]".
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_items = 50))]
    pub comments: Vec<ChosenComment>,
    /// The outline of this one report, of those shipped or the city's own; null for the city's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(example = "spkp-spak"))]
    pub outline: Option<Code>,
    /// The day the report bears; null for the day it is submitted.
    #[serde(default)]
    pub dated: Option<NaiveDate>,
}

/// The paragraphs that somebody wrote for a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EditedText {
    /// The slot of the outline.
    #[cfg_attr(feature = "schema", schema(example = "analisis-unsur", min_length = 1, max_length = 60))]
    pub slot: String,
    /// The paragraphs; a figure in them follows the report's figures.
    #[cfg_attr(feature = "schema", schema(max_items = 40))]
    pub paragraphs: Vec<Paragraph>,
}

impl ReportEdits {
    /// The same with names, numbers and addresses of the released comments replaced, as far as they can be told.
    #[must_use]
    pub fn tidy(mut self) -> Self {
        for comment in &mut self.comments {
            comment.text = masked(&comment.text);
        }
        self
    }

    /// The texts as a document takes them.
    pub fn section_texts(&self) -> Vec<SectionText> {
        let text = |text: &EditedText| SectionText {
            slot: text.slot.clone(),
            paragraphs: text.paragraphs.clone(),
            edited: true,
        };
        self.texts.iter().map(text).collect()
    }

    /// What cannot be printed; nothing when all can.
    pub fn check(&self) -> Vec<Defect> {
        let mut defects = Defects::default();
        self.check_texts(&mut defects);
        let plan = self.plan.as_deref().unwrap_or_default();
        defects.count("/plan", plan.len(), 40);
        for (at, row) in plan.iter().enumerate() {
            check_row(&mut defects, &format!("/plan/{at}"), row);
        }
        let last = self.last_plan.as_deref().unwrap_or_default();
        defects.count("/last_plan", last.len(), 40);
        for (at, row) in last.iter().enumerate() {
            check_row(&mut defects, &format!("/last_plan/{at}/planned"), &row.planned);
            defects.paragraphs(format!("/last_plan/{at}/description"), &row.description, 1_000);
            defects.count(&format!("/last_plan/{at}/photos"), row.photos.len(), 6);
        }
        defects.count("/comments", self.comments.len(), 50);
        for (at, comment) in self.comments.iter().enumerate() {
            defects.paragraphs(format!("/comments/{at}/text"), &comment.text, 2_000);
            if comment.month.parse::<crate::Month>().is_err() {
                defects.push(
                    format!("/comments/{at}/month"),
                    "invalid_month",
                    &comment.month,
                    "a month such as 2026-08",
                );
            }
        }
        if let Some(day) = self.dated {
            super::round::check_day(&mut defects, "/dated", day);
        }
        defects.0
    }

    fn check_texts(&self, defects: &mut Defects) {
        defects.count("/texts", self.texts.len(), 60);
        let mut slots = BTreeSet::new();
        for (at, text) in self.texts.iter().enumerate() {
            let place = format!("/texts/{at}");
            defects.line(format!("{place}/slot"), &text.slot, 1, 60);
            if !slots.insert(&text.slot) {
                defects.push(format!("{place}/slot"), "duplicate_slot", &text.slot, "each slot once");
            }
            defects.count(&format!("{place}/paragraphs"), text.paragraphs.len(), 40);
            for (at, paragraph) in text.paragraphs.iter().enumerate() {
                let place = format!("{place}/paragraphs/{at}");
                defects.paragraphs(place.clone(), &paragraph.plain(), 5_000);
                defects.count(&format!("{place}/pieces"), paragraph.pieces.len(), 200);
                for (at, piece) in paragraph.pieces.iter().enumerate() {
                    if let Piece::Figure { figure, .. } = piece {
                        let place = format!("{place}/pieces/{at}/figure");
                        defects.line(place.clone(), figure, 1, 80);
                        if !is_place(figure) {
                            let accepted = "a key of the report's facts such as ikm.converted";
                            defects.push(place, "unknown_figure", figure, accepted);
                        }
                    }
                }
            }
        }
    }
}

fn check_row(defects: &mut Defects, at: &str, row: &PlanRow) {
    if !IndexKind::ALL.iter().any(|kind| kind.element_position(&row.element).is_some()) {
        defects.push(format!("{at}/element"), "unknown_element", &row.element, "an element such as U3, KP1 or AK5");
    }
    defects.paragraphs(format!("{at}/programme"), &row.programme, 500);
    defects.line(format!("{at}/responsible"), &row.responsible, 0, 150);
    defects.count(&format!("{at}/quarters"), row.quarters.len(), 4);
    if !(2000..=2100).contains(&row.year) {
        defects.push(format!("{at}/year"), "out_of_range", row.year, "2000 to 2100");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pointers(edits: serde_json::Value) -> Vec<String> {
        let edits: ReportEdits = serde_json::from_value(edits).unwrap();
        edits.check().into_iter().map(|defect| defect.pointer).collect()
    }

    #[test]
    fn every_text_that_cannot_be_printed_is_named() {
        assert!(pointers(json!({})).is_empty());
        let paragraph = json!({"pieces": [{"text": "x".repeat(5_001)}]});
        let text = json!({"slot": "saran", "paragraphs": [paragraph]});
        assert_eq!(
            pointers(json!({"texts": [text, text]})),
            ["/texts/0/paragraphs/0", "/texts/1/slot", "/texts/1/paragraphs/0"]
        );
        let row = json!({"element": "U10", "programme": "", "quarters": [], "year": 1999, "responsible": "a\nb"});
        assert_eq!(pointers(json!({"plan": [row]})), ["/plan/0/element", "/plan/0/responsible", "/plan/0/year"]);
        assert_eq!(pointers(json!({"comments": [{"month": "Juli", "text": "baik"}]})), ["/comments/0/month"]);
        assert_eq!(pointers(json!({"dated": "1999-12-31"})), ["/dated"]);
    }
}
