//! A response is stored once and counted once.

use crate::support::{TestDb, on_both};
use domain::tally::{SliceKey, SliceKind};
use std::sync::Arc;
use std::thread;
use store::tallies::{Selection, sum_slices};
use store::testing::{end_connections, spoil_a_tally};
use store::{Db, DbOptions, StoreError, Stored};

on_both! {
    a_response_is_stored_and_counted
    resubmitting_the_same_response_changes_nothing
    the_same_id_with_other_content_is_a_conflict
    duplicates_within_one_group_count_once
    many_threads_lose_and_double_nothing
    two_writers_on_one_database_agree
    one_bad_row_does_not_fail_its_neighbours
    a_group_that_fails_leaves_nothing_behind
    slices_are_counted_with_the_total
    a_planted_difference_is_found
    a_database_that_starts_anew_costs_no_write
}

fn a_response_is_stored_and_counted(test: &TestDb) {
    assert_eq!(test.db.submit_blocking(test.response([4, 3, 4, 4, 3, 0, 4, 4, 1])).unwrap(), Stored::New);
    assert_eq!(test.counted(), 1);
    let found = test.verify();
    assert_eq!((found.responses, found.tallies, found.differences), (1, 2, vec![]));
}

fn resubmitting_the_same_response_changes_nothing(test: &TestDb) {
    let response = test.response([3; 9]);
    assert_eq!(test.db.submit_blocking(response.clone()).unwrap(), Stored::New);
    for _ in 0..3 {
        assert_eq!(test.db.submit_blocking(response.clone()).unwrap(), Stored::Again);
    }
    assert_eq!(test.counted(), 1);
    assert_eq!(test.verify().differences, vec![]);
}

fn the_same_id_with_other_content_is_a_conflict(test: &TestDb) {
    let response = test.response([3; 9]);
    test.db.submit_blocking(response.clone()).unwrap();
    let mut other = test.response([4; 9]);
    other.id = response.id;
    assert_eq!(test.db.submit_blocking(other).unwrap(), Stored::Conflict);
    assert_eq!(test.db.submit_blocking(response).unwrap(), Stored::Again);
    assert_eq!(test.counted(), 1);
}

fn duplicates_within_one_group_count_once(test: &TestDb) {
    let response = test.response([2; 9]);
    let mut other = test.response([1; 9]);
    other.id = response.id;
    // One import is one group.
    let group = [response.clone(), response.clone(), test.response([4; 9]), response.clone()];
    test.db.write_blocking(move |conn| store::imports::store_responses(conn, &group)).unwrap();
    assert_eq!(test.counted(), 2);
    let conflicting = [response, other];
    assert!(test.db.write_blocking(move |conn| store::imports::store_responses(conn, &conflicting)).is_err());
    assert_eq!(test.counted(), 2);
    assert_eq!(test.verify().differences, vec![]);
}

fn many_threads_lose_and_double_nothing(test: &TestDb) {
    thread::scope(|scope| {
        for number in 0..8_u8 {
            scope.spawn(move || {
                for turn in 0..25_u8 {
                    let mut response = test.response([1 + (number + turn) % 4; 9]);
                    response.service_id = test.seeded.service_ids[usize::from(turn % 3)];
                    response.comment = (turn % 5 == 0).then(|| "Antre lama".to_owned());
                    assert_eq!(test.db.submit_blocking(response.clone()).unwrap(), Stored::New);
                    assert_eq!(test.db.submit_blocking(response).unwrap(), Stored::Again);
                }
            });
        }
    });
    assert_eq!(test.counted(), 200);
    assert_eq!(test.verify().differences, vec![]);
}

fn two_writers_on_one_database_agree(test: &TestDb) {
    let other = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    thread::scope(|scope| {
        for db in [&test.db, &other] {
            for _ in 0..3 {
                scope.spawn(move || {
                    for _ in 0..25 {
                        let mut response = test.response([4, 3, 4, 2, 4, 4, 1, 4, 4]);
                        response.version = db.versions().find("skm-2017", None).unwrap();
                        assert_eq!(db.submit_blocking(response).unwrap(), Stored::New);
                    }
                });
            }
        }
    });
    assert_eq!(test.counted(), 150);
    assert_eq!(test.verify().differences, vec![]);
}

fn one_bad_row_does_not_fail_its_neighbours(test: &TestDb) {
    let (good, bad) = thread::scope(|scope| {
        let good: Vec<_> =
            (0..30).map(|_| scope.spawn(|| test.db.submit_blocking(test.response([3; 9])).is_ok())).collect();
        let bad: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut response = test.response([3; 9]);
                    response.service_id = 999_999;
                    matches!(test.db.submit_blocking(response), Err(StoreError::Busy))
                })
            })
            .collect();
        let count = |all: Vec<thread::ScopedJoinHandle<'_, bool>>| {
            all.into_iter().filter_map(|t| t.join().ok()).filter(|ok| *ok).count()
        };
        (count(good), count(bad))
    });
    assert_eq!((good, bad), (30, 3), "what the database says of a row is nothing for its sender");
    assert_eq!(test.counted(), 30);
    assert_eq!(test.verify().differences, vec![]);
}

fn a_group_that_fails_leaves_nothing_behind(test: &TestDb) {
    let mut bad = test.response([3; 9]);
    bad.service_id = 999_999;
    let group = [test.response([4; 9]), bad];
    assert!(test.db.write_blocking(move |conn| store::imports::store_responses(conn, &group)).is_err());
    assert_eq!(test.counted(), 0);
    assert_eq!(test.verify(), store::verify::Verification::default());
}

fn a_database_that_starts_anew_costs_no_write(test: &TestDb) {
    test.db.submit_blocking(test.response([4; 9])).unwrap();
    end_connections(&test.url).unwrap();
    let units = test.db.write_blocking(|conn| Ok(store::units::list_units(conn)?.len()));
    assert_eq!(units.unwrap(), 1);
    end_connections(&test.url).unwrap();
    // A group may fail: then its senders are told to come again, and that works.
    let response = test.response([3; 9]);
    let stored = match test.db.submit_blocking(response.clone()) {
        Err(StoreError::Busy) => test.db.submit_blocking(response),
        first => first,
    };
    assert_eq!(stored.unwrap(), Stored::New);
    assert_eq!(test.counted(), 2);
    assert_eq!(test.verify().differences, vec![]);
}

fn slices_are_counted_with_the_total(test: &TestDb) {
    for _ in 0..3 {
        test.db.submit_blocking(test.response([4; 9])).unwrap();
    }
    let versions = Arc::clone(test.db.versions());
    let month = "2026-09".parse().unwrap();
    let selection = Selection { services: test.seeded.service_ids.clone(), from: month, to: month };
    let sums = test.db.read_blocking(|conn| sum_slices(conn, &versions, &selection, |_, _| ())).unwrap();
    let slices = &sums.values().next().unwrap().sum;
    for (position, value, n) in [(0, 1, 3), (1, 3, 3), (2, 0, 3), (3, 2, 3)] {
        let key = SliceKey { kind: SliceKind::Profile(position), value };
        assert_eq!(slices.get(key).map(|counts| counts.n), Some(n), "question {position}");
    }
}

fn a_planted_difference_is_found(test: &TestDb) {
    test.db.submit_blocking(test.response([4; 9])).unwrap();
    test.db.submit_blocking(test.response([2; 9])).unwrap();
    let versions = Arc::clone(test.db.versions());
    test.db.write_blocking(move |conn| spoil_a_tally(conn, &versions)).unwrap();
    let found = test.verify().differences;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].what, found[0].stored_n, found[0].computed_n), ("counts", 3, 2));
}
