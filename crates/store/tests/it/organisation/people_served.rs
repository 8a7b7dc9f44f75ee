//! N belongs to a unit or service and a period; a range has it only where stored periods tile it.

use super::{add_service, city, code, find, refusal};
use crate::support::{TestDb, at_once, moment, on_both};
use domain::Period;
use std::sync::atomic::{AtomicI64, Ordering};
use store::people_served::{
    Entered, NewPeopleServed, Served, Source, list_people_served, put_people_served, served_by_unit, served_in,
};
use store::{Db, DbOptions, StoreResult};

on_both! {
    a_range_has_its_number_only_where_periods_tile_it
    the_stored_period_goes_before_its_parts
    the_coarsest_tiling_counts
    a_correction_needs_a_reason_and_keeps_the_old_number
    a_service_has_a_number_of_its_own
    numbers_of_all_units_come_in_one_read
    what_cannot_be_a_number_is_refused
    of_two_replicas_that_enter_a_number_the_second_needs_a_reason
}

fn of_two_replicas_that_enter_a_number_the_second_needs_a_reason(test: &TestDb) {
    city(test);
    let other = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    for month in 1..=12 {
        let (when, next) = (format!("2026-{month:02}"), AtomicI64::new(100));
        let answers = at_once([&test.db, &other], |db| {
            let new = entry(test, &when, next.fetch_add(1, Ordering::Relaxed));
            db.write_blocking(move |conn| put_people_served(conn, &new, moment())).unwrap()
        });
        let entered = answers.iter().filter(|answer| matches!(answer, Entered::New(_))).count();
        let refused = answers.iter().filter(|answer| matches!(answer, Entered::NeedsReason(_))).count();
        assert_eq!((entered, refused), (1, 1), "{when}: {answers:?}");
    }
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn entry(test: &TestDb, when: &str, people: i64) -> NewPeopleServed {
    NewPeopleServed {
        unit_id: find(test, "kuin").id,
        service: None,
        period: period(when),
        people,
        source: Source::Register,
        reason: None,
        entered_by: "user:budi".to_owned(),
    }
}

fn put(test: &TestDb, new: NewPeopleServed) -> StoreResult<Entered> {
    test.db.write_blocking(move |conn| put_people_served(conn, &new, moment()))
}

fn enter(test: &TestDb, when: &str, people: i64) {
    assert!(matches!(put(test, entry(test, when, people)), Ok(Entered::New(_))));
}

fn served(test: &TestDb, range: &str) -> Option<Served> {
    let unit = find(test, "kuin").id;
    test.db.read_blocking(|conn| served_in(conn, unit, None, period(range))).unwrap()
}

fn people(test: &TestDb, range: &str) -> Option<i64> {
    served(test, range).map(|served| served.people)
}

fn a_range_has_its_number_only_where_periods_tile_it(test: &TestDb) {
    city(test);
    assert_eq!(people(test, "2026-07"), None);
    for (when, people) in [("2026-07", 100), ("2026-08", 200), ("2026-TW4", 900)] {
        enter(test, when, people);
    }
    assert_eq!(people(test, "2026-07"), Some(100));
    assert_eq!(people(test, "2026-07..2026-08"), Some(300));
    assert_eq!(people(test, "2026-TW3"), None, "a gap");
    enter(test, "2026-09", 300);
    assert_eq!(people(test, "2026-TW3"), Some(600));
    assert_eq!(people(test, "2026-S2"), Some(1500));
    assert_eq!(people(test, "2026-08..2026-12"), Some(1400));
    assert_eq!(people(test, "2026-08..2026-11"), None, "half a quarter has no number");
    assert_eq!(people(test, "2026-10"), None, "nor has a month of it");
    assert_eq!(people(test, "2026"), None);
}

fn the_stored_period_goes_before_its_parts(test: &TestDb) {
    city(test);
    for (when, people) in [("2026-07", 1), ("2026-08", 2), ("2026-09", 3), ("2026-TW3", 1_000)] {
        enter(test, when, people);
    }
    let found = served(test, "2026-TW3").unwrap();
    assert_eq!((found.people, found.parts.len()), (1_000, 1));
    assert_eq!(people(test, "2026-08"), Some(2));
}

fn the_coarsest_tiling_counts(test: &TestDb) {
    city(test);
    for month in 1..=12 {
        enter(test, &format!("2026-{month:02}"), 1);
    }
    assert_eq!(people(test, "2026"), Some(12));
    enter(test, "2026-TW2", 50);
    enter(test, "2026-S2", 700);
    let year = served(test, "2026").unwrap();
    let parts: Vec<String> = year.parts.iter().map(|part| part.period.to_string()).collect();
    assert_eq!(parts, ["2026-01", "2026-02", "2026-03", "2026-TW2", "2026-S2"]);
    assert_eq!(year.people, 753);
    assert_eq!(people(test, "2026-06..2026-07"), Some(2));
}

fn a_correction_needs_a_reason_and_keeps_the_old_number(test: &TestDb) {
    city(test);
    enter(test, "2026-TW3", 600);
    assert!(matches!(put(test, entry(test, "2026-TW3", 600)), Ok(Entered::Same(_))));
    let Ok(Entered::NeedsReason(before)) = put(test, entry(test, "2026-TW3", 700)) else {
        panic!("a reason is needed")
    };
    assert_eq!(before.people, 600);
    let estimate = NewPeopleServed { source: Source::Perkiraan, ..entry(test, "2026-TW3", 600) };
    assert!(matches!(put(test, estimate), Ok(Entered::NeedsReason(_))));
    assert_eq!(people(test, "2026-TW3"), Some(600));

    let reason = Some("register dilengkapi".to_owned());
    assert!(matches!(put(test, NewPeopleServed { reason, ..entry(test, "2026-TW3", 700) }), Ok(Entered::New(_))));
    assert_eq!(people(test, "2026-TW3"), Some(700));
    let unit = find(test, "kuin").id;
    let entries = test.db.read_blocking(|conn| list_people_served(conn, unit, Some(period("2026")))).unwrap();
    let history: Vec<(i64, Option<&str>)> =
        entries.iter().map(|entry| (entry.people, entry.reason.as_deref())).collect();
    assert_eq!(history, [(600, None), (700, Some("register dilengkapi"))]);
    assert_eq!((entries[1].entered_by.as_str(), entries[1].entered_at), ("user:budi", moment()));
}

fn a_service_has_a_number_of_its_own(test: &TestDb) {
    city(test);
    let ktp = add_service(test, "kuin", "ktp").unwrap();
    enter(test, "2026-TW3", 600);
    let new = NewPeopleServed { service: Some(code("ktp")), ..entry(test, "2026-TW3", 40) };
    assert!(matches!(put(test, new), Ok(Entered::New(_))));
    let of = |service| {
        let unit = find(test, "kuin").id;
        let served = test.db.read_blocking(|conn| served_in(conn, unit, service, period("2026-TW3"))).unwrap();
        served.map(|served| served.people)
    };
    assert_eq!((of(None), of(Some(ktp.id))), (Some(600), Some(40)));
    let unknown = NewPeopleServed { service: Some(code("akta")), ..entry(test, "2026-TW3", 40) };
    assert!(matches!(put(test, unknown), Err(store::StoreError::NotFound("service"))));
}

fn numbers_of_all_units_come_in_one_read(test: &TestDb) {
    city(test);
    add_service(test, "kuin", "ktp").unwrap();
    enter(test, "2026-TW3", 600);
    let (kuin, alalak, basirih) = (find(test, "kuin").id, find(test, "alalak").id, find(test, "basirih").id);
    put(test, NewPeopleServed { service: Some(code("ktp")), ..entry(test, "2026-TW3", 40) }).unwrap();
    for month in ["2026-07", "2026-08", "2026-09"] {
        put(test, NewPeopleServed { unit_id: alalak, ..entry(test, month, 5) }).unwrap();
    }
    put(test, NewPeopleServed { unit_id: basirih, ..entry(test, "2026-07", 5) }).unwrap();
    let served = test.db.read_blocking(|conn| served_by_unit(conn, period("2026-TW3"))).unwrap();
    let people: Vec<(i32, i64)> = served.iter().map(|(unit, served)| (*unit, served.people)).collect();
    let mut expected = [(kuin, 600), (alalak, 15)];
    expected.sort_unstable();
    assert_eq!(people, expected);
}

fn what_cannot_be_a_number_is_refused(test: &TestDb) {
    city(test);
    assert!(refusal(put(test, entry(test, "2026-07", -1))).contains("0 or more"));
    enter(test, "2026-07", 0);
    assert_eq!(people(test, "2026-07"), Some(0));
}
