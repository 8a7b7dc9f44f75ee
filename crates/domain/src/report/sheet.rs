//! The questionnaire and the processed answers of the annex.

use crate::questionnaire::ProfileQuestion;
use crate::{Grouping, IndexKind, Item, Questionnaire};
use serde::{Deserialize, Serialize};

/// More respondents than this are not printed: PDF and Word refer to the Excel file.
pub const MOST_PRINTED_ROWS: usize = 2_000;

/// One questionnaire version with its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProcessedSheet {
    /// The questionnaire.
    #[cfg_attr(feature = "schema", schema(example = "skm-2017"))]
    pub questionnaire: String,
    /// Its version.
    #[cfg_attr(feature = "schema", schema(example = 1))]
    pub version: u16,
    /// Its title.
    #[cfg_attr(feature = "schema", schema(example = "Survei Kepuasan Masyarakat"))]
    pub title: String,
    /// The items in the order of the questionnaire.
    pub items: Vec<AskedItem>,
    /// The questions about the person, as they are printed.
    #[cfg_attr(feature = "schema", schema(example = json!(["Jenis kelamin"])))]
    pub profile_questions: Vec<String>,
    /// One text a respondent with one character an item: `1` to `4`, or `-` for no answer. In an order that has nothing to
    /// do with time, and without anything about the person: the annex must not tell who answered what.
    #[cfg_attr(feature = "schema", schema(example = json!(["343433433", "44-444444"])))]
    pub rows: Vec<String>,
}

/// An item as it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AskedItem {
    /// Its code, unique in the questionnaire.
    #[cfg_attr(feature = "schema", schema(example = "u3"))]
    pub code: String,
    /// The question.
    #[cfg_attr(feature = "schema", schema(example = "Bagaimana kecepatan waktu dalam memberikan pelayanan?"))]
    pub text: String,
    /// Labels of the scores 1 to 4.
    #[cfg_attr(feature = "schema", schema(example = json!(["Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"])))]
    pub options: Vec<String>,
    /// The elements it feeds under the grouping used, at most one an index.
    pub elements: Vec<ElementOfIndex>,
}

/// An element of an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ElementOfIndex {
    /// Which index.
    #[cfg_attr(feature = "schema", schema(value_type = String, example = "ikm"))]
    pub index: IndexKind,
    /// The element's code.
    #[cfg_attr(feature = "schema", schema(example = "U3"))]
    pub element: String,
}

impl ProcessedSheet {
    /// A questionnaire version without an answer yet; which item feeds what follows from the grouping used.
    pub fn empty(questionnaire: &Questionnaire, grouping: &Grouping) -> Self {
        let fed = |code: &str| {
            let elements =
                grouping.indices.iter().flat_map(|index| index.elements.iter().map(|element| (index.index, element)));
            let fed = elements.filter(|(_, element)| element.items.iter().any(|item| item == code));
            fed.map(|(index, element)| ElementOfIndex { index, element: element.element.clone() }).collect()
        };
        let item = |item: &Item| AskedItem {
            code: item.code.clone(),
            text: item.text.id.clone(),
            options: item.options.iter().map(|option| option.id.clone()).collect(),
            elements: fed(&item.code),
        };
        let asked = |question: &ProfileQuestion| {
            let options: Vec<&str> = question.options.iter().map(|option| option.text.id.as_str()).collect();
            format!("{}: {}", question.text.id, options.join(" / "))
        };
        Self {
            questionnaire: questionnaire.code.to_string(),
            version: questionnaire.version,
            title: questionnaire.title.id.clone(),
            items: questionnaire.items.iter().map(item).collect(),
            profile_questions: questionnaire.profile.iter().filter(|question| !question.city_only).map(asked).collect(),
            rows: Vec::new(),
        }
    }

    /// How many answers are printed, those not given among them: none of a sheet that is too long for paper.
    pub fn printed_answers(&self) -> usize {
        if self.rows.len() > MOST_PRINTED_ROWS { 0 } else { self.rows.len() * self.items.len() }
    }

    /// Adds a respondent: one byte an item as it is stored. The caller sees to an order that tells nothing.
    pub fn add(&mut self, answers: &[u8]) {
        let character = |answer: &u8| if (1..=4).contains(answer) { char::from(b'0' + answer) } else { '-' };
        self.rows.push(answers.iter().map(character).collect());
    }

    /// The positions of the items that feed an index, by element in the official order. Items that nobody was asked or
    /// answered are left out, but an element keeps its first one.
    pub fn columns(&self, index: IndexKind) -> Vec<(&'static str, Vec<usize>)> {
        let items_of = |element: &str| -> Vec<usize> {
            let feeds = |item: &AskedItem| item.elements.iter().any(|fed| fed.index == index && fed.element == element);
            let all: Vec<usize> =
                self.items.iter().enumerate().filter(|(_, item)| feeds(item)).map(|(at, _)| at).collect();
            let answered: Vec<usize> = all.iter().copied().filter(|item| self.is_answered(*item)).collect();
            if answered.is_empty() { all.into_iter().take(1).collect() } else { answered }
        };
        let elements = index.elements().iter().map(|element| (*element, items_of(element)));
        elements.filter(|(_, items)| !items.is_empty()).collect()
    }

    /// Whether anybody answered the item; true for all as long as there is no row.
    pub fn is_answered(&self, item: usize) -> bool {
        self.rows.is_empty() || self.rows.iter().any(|row| Self::score(row, item).is_some())
    }

    /// The score at a position of a row; `None` for no answer.
    pub fn score(row: &str, item: usize) -> Option<u8> {
        row.as_bytes().get(item).filter(|byte| matches!(byte, b'1'..=b'4')).map(|byte| byte - b'0')
    }

    /// Sum and number of the scores of these items over all rows.
    pub fn sum(&self, items: &[usize]) -> (i64, i64) {
        let scores = self.rows.iter().flat_map(|row| items.iter().filter_map(|item| Self::score(row, *item)));
        scores.fold((0, 0), |(sum, count), score| (sum + i64::from(score), count + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_PRINTED_ROWS, ProcessedSheet};

    #[test]
    fn a_sheet_prints_every_answer_or_none() {
        let questionnaire = crate::questionnaire::shipped().unwrap().remove(0);
        let mut sheet = ProcessedSheet::empty(&questionnaire, questionnaire.grouping(None).unwrap());
        assert_eq!(sheet.printed_answers(), 0);
        sheet.rows = vec![String::new(); MOST_PRINTED_ROWS];
        assert_eq!(sheet.printed_answers(), MOST_PRINTED_ROWS * questionnaire.items.len());
        sheet.rows.push(String::new());
        assert_eq!(sheet.printed_answers(), 0);
    }
}
