//! Each defect of a questionnaire is found where it is planted, and nothing else with it.

use crate::questionnaires::questionnaire;
use domain::questionnaire::{Defect, ElementItems, IndexGrouping, check};
use domain::{IndexKind, Localized, Questionnaire};

type Plant = fn(&mut Questionnaire);

fn element(code: &str, items: &[&str]) -> ElementItems {
    ElementItems { element: code.to_owned(), items: items.iter().map(|item| (*item).to_owned()).collect() }
}

/// The elements of the IKM of the default grouping.
fn elements(questionnaire: &mut Questionnaire) -> &mut Vec<ElementItems> {
    &mut questionnaire.groupings[0].indices[0].elements
}

fn assert_each_is_found(cases: Vec<(Plant, Defect)>) {
    for (plant, expected) in cases {
        let mut damaged = questionnaire("terpadu-16");
        plant(&mut damaged);
        assert_eq!(check(&damaged), [expected]);
    }
}

#[test]
fn defects_of_items_are_found() {
    assert_each_is_found(vec![
        (
            |q| {
                let control = q.items[0].clone();
                for number in 0..46 {
                    let mut item = control.clone();
                    item.code = format!("x{number}");
                    q.items.push(item);
                }
            },
            Defect::TooManyItems { count: 65 },
        ),
        (
            |q| {
                let mut item = q.items[0].clone();
                item.code = "T-1".to_owned();
                q.items.push(item);
            },
            Defect::InvalidItemCode { item: "T-1".to_owned() },
        ),
        (|q| q.items.push(q.items[0].clone()), Defect::RepeatedItem { item: "t01".to_owned() }),
        (|q| drop(q.items[1].options.pop()), Defect::LabelCount { item: "t02".to_owned(), count: 3 }),
        (
            |q| q.items[0].options[3].en = " ".to_owned(),
            Defect::IncompleteText { place: "item t01, label of 4".to_owned() },
        ),
        (
            |q| q.items[2].short = Localized::new("Prosedur", ""),
            Defect::IncompleteText { place: "item t03, short".to_owned() },
        ),
        (
            |q| q.items[0].help = Some(Localized::new("", "Help")),
            Defect::IncompleteText { place: "item t01, help".to_owned() },
        ),
    ]);
}

#[test]
fn a_questionnaire_without_items_is_refused() {
    let mut empty = questionnaire("skm-2017");
    empty.items.clear();
    assert!(check(&empty).contains(&Defect::NoItems));
}

#[test]
fn defects_of_the_profile_are_found() {
    let question = || "sex".to_owned();
    let condition = |earlier: &str, option: &str| Defect::UnknownCondition {
        question: "age".to_owned(),
        earlier: earlier.to_owned(),
        option: option.to_owned(),
    };
    assert_each_is_found(vec![
        (
            |q| {
                for number in 0..11 {
                    let mut question = q.profile[0].clone();
                    question.code = format!("question-{number}");
                    q.profile.push(question);
                }
            },
            Defect::TooManyProfileQuestions { count: 17 },
        ),
        (
            |q| q.profile[0].code = "Jenis kelamin".to_owned(),
            Defect::InvalidProfileCode { code: "Jenis kelamin".to_owned() },
        ),
        (|q| q.profile[0].options[0].code.clear(), Defect::InvalidProfileCode { code: String::new() }),
        (|q| q.profile.push(q.profile[0].clone()), Defect::RepeatedProfileQuestion { question: question() }),
        (|q| q.profile[0].options.truncate(1), Defect::ProfileOptionCount { question: question(), count: 1 }),
        (
            |q| {
                let first = q.profile[0].options[0].clone();
                q.profile[0].options.push(first);
            },
            Defect::RepeatedProfileOption { question: question(), option: "male".to_owned() },
        ),
        (|q| q.profile[1].only_after = Some(("education".to_owned(), "s1".to_owned())), condition("education", "s1")),
        (|q| q.profile[1].only_after = Some(("sex".to_owned(), "yes".to_owned())), condition("sex", "yes")),
        (|q| q.comment = Some(Localized::new("Saran", "")), Defect::IncompleteText { place: "comment".to_owned() }),
    ]);
}

#[test]
fn defects_of_groupings_are_found() {
    let grouping = || "sembilan".to_owned();
    let item = || "t01".to_owned();
    assert_each_is_found(vec![
        (|q| q.groupings.push(q.groupings[0].clone()), Defect::RepeatedGrouping { grouping: grouping() }),
        (
            |q| {
                let first = q.groupings[0].indices[0].clone();
                q.groupings[0].indices.push(first);
            },
            Defect::RepeatedIndex { grouping: grouping(), index: "ikm" },
        ),
        (
            |q| q.groupings[0].indices[2] = IndexGrouping { index: IndexKind::Ipak, elements: Vec::new() },
            Defect::NoElement { grouping: grouping(), index: "ipak" },
        ),
        (
            |q| elements(q)[0].element = "KP1".to_owned(),
            Defect::UnknownElement { grouping: grouping(), index: "ikm", element: "KP1".to_owned() },
        ),
        (
            |q| {
                elements(q)[0].items.pop();
                elements(q).push(element("U1", &["t02"]));
            },
            Defect::RepeatedElement { grouping: grouping(), element: "U1".to_owned() },
        ),
        (
            |q| elements(q)[0].items.clear(),
            Defect::ElementWithoutItems { grouping: grouping(), element: "U1".to_owned() },
        ),
        (
            |q| elements(q)[0].items.push("t17".to_owned()),
            Defect::UnknownItem { grouping: grouping(), element: "U1".to_owned(), item: "t17".to_owned() },
        ),
        (
            |q| elements(q)[0].items.push("t01".to_owned()),
            Defect::RepeatedItemInElement { grouping: grouping(), element: "U1".to_owned(), item: item() },
        ),
        (
            |q| elements(q)[1].items.push("t01".to_owned()),
            Defect::ItemInTwoElements {
                grouping: grouping(),
                item: item(),
                first: "U1".to_owned(),
                second: "U2".to_owned(),
            },
        ),
        (|q| drop(elements(q)[5].items.pop()), Defect::NoSibling { item: "t11d".to_owned() }),
    ]);
}

#[test]
fn a_questionnaire_without_groupings_or_a_grouping_without_indices_is_refused() {
    let mut ungrouped = questionnaire("skm-2017");
    ungrouped.groupings[0].indices.clear();
    assert_eq!(check(&ungrouped), [Defect::NoIndex { grouping: "sembilan".to_owned() }]);
    ungrouped.groupings.clear();
    assert_eq!(check(&ungrouped), [Defect::NoGrouping]);
}

#[test]
fn an_item_that_feeds_no_element_is_a_control_question() {
    let mut controlled = questionnaire("skm-2017");
    let mut control = controlled.items[0].clone();
    control.code = "arahan".to_owned();
    controlled.items.push(control);
    assert_eq!(check(&controlled), []);
}
