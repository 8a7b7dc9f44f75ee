//! The settings in force depend on the month.

use super::{city, code, refusal};
use crate::support::{TestDb, moment, on_both};
use domain::{CitySettings, Month, Weight};
use std::sync::Arc;
use store::settings::{
    NewSettings, SettingsVersion, check_settings, list_settings, newest_settings_id, put_settings, settings_for,
};
use store::{StoreError, StoreResult};

on_both! {
    settings_hold_from_their_month_on
    settings_are_changed_on_top_of_the_newest
    impossible_settings_are_named_one_by_one
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn put(test: &TestDb, seen: i32, valid_from: &str, settings: CitySettings) -> StoreResult<SettingsVersion> {
    let versions = Arc::clone(test.db.versions());
    let new = NewSettings { valid_from: month(valid_from), settings, changed_by: "user:admin".to_owned() };
    test.db.write_blocking(move |conn| put_settings(conn, &versions, seen, &new, moment()))
}

fn with(weight: Weight) -> CitySettings {
    CitySettings { weight, ..CitySettings::default() }
}

fn settings_hold_from_their_month_on(test: &TestDb) {
    city(test);
    let weight = |when: &str| test.db.read_blocking(|conn| settings_for(conn, month(when))).unwrap().weight;
    assert_eq!(weight("2026-07"), Weight::Exact);
    let first = put(test, 0, "2026-07", with(Weight::Hundredths)).unwrap();
    let second = put(test, first.id, "2026-10", with(Weight::Thousandths)).unwrap();
    assert_eq!(weight("2026-06"), Weight::Exact);
    assert_eq!(weight("2026-09"), Weight::Hundredths);
    assert_eq!(weight("2026-10"), Weight::Thousandths);
    // The newest of one month counts, and a later month keeps its own.
    let third = put(test, second.id, "2026-07", with(Weight::Exact)).unwrap();
    assert_eq!((weight("2026-08"), weight("2027-01")), (Weight::Exact, Weight::Thousandths));

    let history = test.db.read_blocking(|conn| list_settings(conn, None, 2)).unwrap();
    assert_eq!(history, [third, second.clone()]);
    let rest = test.db.read_blocking(|conn| list_settings(conn, Some(second.id), 2)).unwrap();
    // Since the third came, the first holds in no month any more.
    assert_eq!(rest, [SettingsVersion { hidden_from: Some(month("2026-07")), ..first }]);
}

fn settings_are_changed_on_top_of_the_newest(test: &TestDb) {
    city(test);
    let first = put(test, 0, "2026-07", CitySettings::default()).unwrap();
    let stale = put(test, 0, "2026-07", with(Weight::Hundredths));
    assert!(matches!(stale, Err(StoreError::Stale("settings"))), "{stale:?}");
    assert_eq!(test.db.read_blocking(newest_settings_id).unwrap(), first.id);
}

fn impossible_settings_are_named_one_by_one(test: &TestDb) {
    city(test);
    let mut good = CitySettings::default();
    good.groupings.insert(code("terpadu-16"), code("integritas-u2-u7"));
    assert_eq!(check_settings(&good, test.db.versions()), []);
    let mut bad = CitySettings {
        city_name: " ".to_owned(),
        public_minimum_n: 0,
        minimum_age: 0,
        brand_color: "#0B6B5C".to_owned(),
        ..CitySettings::default()
    };
    bad.groupings.insert(code("terpadu-16"), code("delapan"));
    bad.groupings.insert(code("terpadu-17"), code("sembilan"));
    let defects = check_settings(&bad, test.db.versions());
    let pointers: Vec<&str> = defects.iter().map(|defect| defect.pointer.as_str()).collect();
    let expected = [
        "/city_name",
        "/groupings/terpadu-16",
        "/groupings/terpadu-17",
        "/public_minimum_n",
        "/minimum_age",
        "/brand_color",
    ];
    assert_eq!(pointers, expected);
    assert!(defects[1].accepted.contains("sembilan"));
    assert!(refusal(put(test, 0, "2026-07", bad)).contains("/city_name"));
    assert_eq!(test.db.read_blocking(newest_settings_id).unwrap(), 0);
}
