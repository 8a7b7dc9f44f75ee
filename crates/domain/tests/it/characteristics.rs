//! Who is asked what about themselves, and on how many each table stands.

use crate::direct::questionnaire;
use domain::figures::{FiguresInput, ServiceInput, VersionInput};
use domain::response::{TimeSlot, slice_keys};
use domain::tally::{SKIPPED, Sign};
use domain::{Channel, CitySettings, Layout, Questionnaire, Slices, Tally};
use std::collections::BTreeMap;

/// One answer to the first item each, by people who chose these options.
fn version<'a>(of: &'a Questionnaire, layout: &'a Layout, people: &[&[(&str, &str)]]) -> VersionInput<'a> {
    let (mut tally, mut slices) = (Tally::empty(layout), Slices::default());
    for chosen in people {
        let mut answers = vec![SKIPPED; of.items.len()];
        answers[0] = 3;
        let option = |code: &str| chosen.iter().find(|(question, _)| *question == code).map(|(_, option)| *option);
        let profile: Vec<u8> = of
            .profile
            .iter()
            .map(|question| option(&question.code).and_then(|code| question.option_number(code)).unwrap_or(0))
            .collect();
        tally.count(layout, &answers, Sign::Add);
        slices.count(layout, &slice_keys(&profile, Channel::SelfFilled, TimeSlot::Morning, None), &answers, Sign::Add);
    }
    VersionInput { questionnaire: of, layout, tally, slices }
}

#[test]
fn a_characteristic_stands_on_those_who_were_asked() {
    let (long, short) = (questionnaire("skm-2017"), questionnaire("terpadu-16"));
    let layouts = (Layout::of(&long), Layout::of(&short));
    let settings = CitySettings::default();
    let never_asked = version(&long, &layouts.0, &[&[], &[], &[("sex", "male")]]);
    let people: &[&[(&str, &str)]] = &[
        &[("sex", "female"), ("disability", "yes"), ("disability_type", "sensorik")],
        &[("disability", "no")],
        &[("age", "under-17")],
        &[],
    ];
    let asked = version(&short, &layouts.1, people);
    let (unit, code, name) = ("kel-kuin-utara".to_owned(), "umum".to_owned(), "Umum".to_owned());
    let input = FiguresInput {
        settings: &settings,
        period: "2026-TW3".parse().unwrap(),
        served: None,
        services: vec![ServiceInput { unit, code, name, versions: vec![never_asked, asked] }],
        previous: Vec::new(),
        previous_settings: &settings,
        excluded: BTreeMap::new(),
        excluded_counted: false,
        whole_city: true,
    };
    let figures = input.figures();
    let of = |code: &str| {
        let found = figures.characteristics.iter().find(|found| found.code == code).unwrap();
        let rows = found.options.iter().map(|option| (option.code.as_str(), option.n, option.percent.as_str()));
        (found.asked(), rows.collect::<Vec<_>>())
    };
    assert_eq!(figures.n, 7);
    assert_eq!(of("sex"), (7, vec![("male", 1, "14.29"), ("female", 1, "14.29"), ("declined", 5, "71.43")]));
    assert_eq!(of("disability"), (3, vec![("no", 1, "33.33"), ("yes", 1, "33.33"), ("declined", 1, "33.33")]));
    assert_eq!(of("disability_type"), (1, vec![("sensorik", 1, "100.00")]));
    // Who was not asked is kept under the same number as who declined: no index is said of them together.
    let disability = figures.characteristics.iter().find(|found| found.code == "disability").unwrap();
    assert!(disability.options[2].indices.is_empty() && !disability.options[1].indices.is_empty());
}
