//! What makes a questionnaire unfit for use, found before it is stored.

use super::{ElementItems, Grouping, IndexGrouping, IndexKind, Item, ProfileQuestion, Questionnaire};
use crate::Localized;
use std::collections::{BTreeMap, BTreeSet};

const MAX_ITEMS: usize = 64;
const MAX_PROFILE_QUESTIONS: usize = 16;
const PROFILE_OPTIONS: std::ops::RangeInclusive<usize> = 2..=60;
const SCORES: usize = 4;

/// One thing wrong with a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the message of each variant says what its codes are")]
pub enum Defect {
    #[error("the questionnaire asks nothing: give it at least one item")]
    NoItems,
    #[error("{count} items: at most 64 are possible")]
    TooManyItems { count: usize },
    #[error("{item:?} is not the code of an item: 2 to 8 characters a-z and 0-9")]
    InvalidItemCode { item: String },
    #[error("item {item} is there twice: give each item a code of its own")]
    RepeatedItem { item: String },
    #[error("item {item} has {count} labels: it needs exactly 4, for the scores 1 to 4")]
    LabelCount { item: String, count: usize },
    #[error("{place}: the text is missing in Indonesian or English")]
    IncompleteText { place: String },
    #[error("{count} questions about the person: at most 16 are possible")]
    TooManyProfileQuestions { count: usize },
    #[error(
        "{code:?} is not the code of a question about the person or its option: 1 to 32 characters a-z, 0-9, - and _"
    )]
    InvalidProfileCode { code: String },
    #[error("the question {question} about the person is there twice")]
    RepeatedProfileQuestion { question: String },
    #[error("the question {question} has {count} options: 2 to 60 are possible")]
    ProfileOptionCount { question: String, count: usize },
    #[error("the question {question} has the option {option} twice")]
    RepeatedProfileOption { question: String, option: String },
    #[error("the question {question} follows the answer {option} of {earlier}, which no earlier question has")]
    UnknownCondition { question: String, earlier: String, option: String },
    #[error("no grouping says which items feed which elements: give at least one")]
    NoGrouping,
    #[error("the grouping {grouping} is there twice")]
    RepeatedGrouping { grouping: String },
    #[error("the grouping {grouping} gives no index: give at least one of ikm, ipkp and ipak")]
    NoIndex { grouping: String },
    #[error("the grouping {grouping} has the index {index} twice")]
    RepeatedIndex { grouping: String, index: &'static str },
    #[error("the grouping {grouping} gives the index {index} no element")]
    NoElement { grouping: String, index: &'static str },
    #[error("the grouping {grouping} gives the index {index} the element {element:?}, which it does not have")]
    UnknownElement { grouping: String, index: &'static str, element: String },
    #[error("the grouping {grouping} lists the element {element} twice")]
    RepeatedElement { grouping: String, element: String },
    #[error("the grouping {grouping} gives the element {element} no item")]
    ElementWithoutItems { grouping: String, element: String },
    #[error("the grouping {grouping} feeds {element} from {item:?}, which the questionnaire does not have")]
    UnknownItem { grouping: String, element: String, item: String },
    #[error("the grouping {grouping} lists the item {item} twice under {element}")]
    RepeatedItemInElement { grouping: String, element: String, item: String },
    #[error(
        "the grouping {grouping} feeds both {first} and {second} from {item}: within an index an item feeds one element"
    )]
    ItemInTwoElements { grouping: String, item: String, first: String, second: String },
    #[error("{item} is asked of hybrid services only, but no item asked of all feeds the same elements")]
    NoSibling { item: String },
}

/// Every defect of a questionnaire, in the order of its parts; none when it is fit for use.
///
/// An item that feeds no element is no defect: it is a control question.
pub fn check(questionnaire: &Questionnaire) -> Vec<Defect> {
    let mut defects = Vec::new();
    check_text(&mut defects, &questionnaire.title, || "title".to_owned());
    check_items(&mut defects, &questionnaire.items);
    check_profile(&mut defects, &questionnaire.profile);
    if let Some(comment) = &questionnaire.comment {
        check_text(&mut defects, comment, || "comment".to_owned());
    }
    check_groupings(&mut defects, questionnaire);
    check_siblings(&mut defects, questionnaire);
    defects
}

fn check_text(defects: &mut Vec<Defect>, text: &Localized, place: impl FnOnce() -> String) {
    if text.is_incomplete() {
        defects.push(Defect::IncompleteText { place: place() });
    }
}

fn check_items(defects: &mut Vec<Defect>, items: &[Item]) {
    if items.is_empty() {
        defects.push(Defect::NoItems);
    }
    if items.len() > MAX_ITEMS {
        defects.push(Defect::TooManyItems { count: items.len() });
    }
    let mut seen = BTreeSet::new();
    for item in items {
        check_item(defects, item);
        if !seen.insert(&item.code) {
            defects.push(Defect::RepeatedItem { item: item.code.clone() });
        }
    }
}

fn check_item(defects: &mut Vec<Defect>, item: &Item) {
    let code = &item.code;
    let is_code_character = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if !(2..=8).contains(&code.len()) || !code.bytes().all(is_code_character) {
        defects.push(Defect::InvalidItemCode { item: code.clone() });
    }
    if item.options.len() != SCORES {
        defects.push(Defect::LabelCount { item: code.clone(), count: item.options.len() });
    }
    let texts = [
        ("text", Some(&item.text)),
        ("online_text", item.online_text.as_ref()),
        ("free_text", item.free_text.as_ref()),
        ("short", Some(&item.short)),
        ("help", item.help.as_ref()),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            check_text(defects, text, || format!("item {code}, {name}"));
        }
    }
    for (score, label) in (1..).zip(&item.options) {
        check_text(defects, label, || format!("item {code}, label of {score}"));
    }
}

fn check_profile(defects: &mut Vec<Defect>, questions: &[ProfileQuestion]) {
    if questions.len() > MAX_PROFILE_QUESTIONS {
        defects.push(Defect::TooManyProfileQuestions { count: questions.len() });
    }
    let mut earlier: BTreeMap<&str, &ProfileQuestion> = BTreeMap::new();
    for question in questions {
        check_profile_code(defects, &question.code);
        check_text(defects, &question.text, || format!("question {}", question.code));
        if let Some(consent) = &question.consent {
            check_text(defects, consent, || format!("question {}, consent", question.code));
        }
        check_profile_options(defects, question);
        if let Some((before, option)) = &question.only_after
            && earlier.get(before.as_str()).is_none_or(|asked| asked.option_number(option).is_none())
        {
            defects.push(Defect::UnknownCondition {
                question: question.code.clone(),
                earlier: before.clone(),
                option: option.clone(),
            });
        }
        if earlier.insert(&question.code, question).is_some() {
            defects.push(Defect::RepeatedProfileQuestion { question: question.code.clone() });
        }
    }
}

fn check_profile_options(defects: &mut Vec<Defect>, question: &ProfileQuestion) {
    if !PROFILE_OPTIONS.contains(&question.options.len()) {
        let count = question.options.len();
        defects.push(Defect::ProfileOptionCount { question: question.code.clone(), count });
    }
    let mut seen = BTreeSet::new();
    for option in &question.options {
        check_profile_code(defects, &option.code);
        check_text(defects, &option.text, || format!("question {}, option {}", question.code, option.code));
        if !seen.insert(&option.code) {
            let (question, option) = (question.code.clone(), option.code.clone());
            defects.push(Defect::RepeatedProfileOption { question, option });
        }
    }
}

fn check_profile_code(defects: &mut Vec<Defect>, code: &str) {
    let is_code_character = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    if !(1..=32).contains(&code.len()) || !code.bytes().all(is_code_character) {
        defects.push(Defect::InvalidProfileCode { code: code.to_owned() });
    }
}

fn check_groupings(defects: &mut Vec<Defect>, questionnaire: &Questionnaire) {
    if questionnaire.groupings.is_empty() {
        defects.push(Defect::NoGrouping);
    }
    let mut seen = BTreeSet::new();
    for grouping in &questionnaire.groupings {
        let code = grouping.code.as_str();
        if !seen.insert(code) {
            defects.push(Defect::RepeatedGrouping { grouping: code.to_owned() });
        }
        check_text(defects, &grouping.title, || format!("grouping {code}, title"));
        if grouping.indices.is_empty() {
            defects.push(Defect::NoIndex { grouping: code.to_owned() });
        }
        let mut kinds = BTreeSet::new();
        for index in &grouping.indices {
            if !kinds.insert(index.index) {
                defects.push(Defect::RepeatedIndex { grouping: code.to_owned(), index: index.index.code() });
            }
            check_index(defects, questionnaire, code, index);
        }
    }
}

fn check_index(defects: &mut Vec<Defect>, questionnaire: &Questionnaire, grouping: &str, index: &IndexGrouping) {
    let grouping = || grouping.to_owned();
    if index.elements.is_empty() {
        defects.push(Defect::NoElement { grouping: grouping(), index: index.index.code() });
    }
    let mut elements = BTreeSet::new();
    let mut fed: BTreeMap<&str, &str> = BTreeMap::new();
    for ElementItems { element, items } in &index.elements {
        let named = || (grouping(), element.clone());
        if index.index.element_position(element).is_none() {
            let (grouping, element) = named();
            defects.push(Defect::UnknownElement { grouping, index: index.index.code(), element });
        }
        if !elements.insert(element) {
            let (grouping, element) = named();
            defects.push(Defect::RepeatedElement { grouping, element });
        }
        if items.is_empty() {
            let (grouping, element) = named();
            defects.push(Defect::ElementWithoutItems { grouping, element });
        }
        let mut here = BTreeSet::new();
        for item in items {
            if !here.insert(item) {
                let ((grouping, element), item) = (named(), item.clone());
                defects.push(Defect::RepeatedItemInElement { grouping, element, item });
            } else if questionnaire.item_position(item).is_none() {
                let ((grouping, element), item) = (named(), item.clone());
                defects.push(Defect::UnknownItem { grouping, element, item });
            }
            let first = *fed.entry(item).or_insert(element);
            if first != element {
                let (first, second) = (first.to_owned(), element.clone());
                defects.push(Defect::ItemInTwoElements { grouping: grouping(), item: item.clone(), first, second });
            }
        }
    }
}

/// A second wording without its first would leave an element to hybrid services alone, and units incomparable.
fn check_siblings(defects: &mut Vec<Defect>, questionnaire: &Questionnaire) {
    let fed = |item: &Item| -> BTreeSet<(usize, IndexKind, &str)> {
        questionnaire.groupings.iter().enumerate().flat_map(|(at, grouping)| elements_fed(at, grouping, item)).collect()
    };
    for twin in questionnaire.items.iter().filter(|item| item.hybrid_only) {
        let elements = fed(twin);
        if !questionnaire.items.iter().any(|item| !item.hybrid_only && fed(item) == elements) {
            defects.push(Defect::NoSibling { item: twin.code.clone() });
        }
    }
}

fn elements_fed<'q>(
    position: usize,
    grouping: &'q Grouping,
    item: &Item,
) -> impl Iterator<Item = (usize, IndexKind, &'q str)> {
    grouping.indices.iter().flat_map(move |index| {
        let feeding = index.elements.iter().filter(|element| element.items.contains(&item.code));
        feeding.map(move |element| (position, index.index, element.element.as_str()))
    })
}
