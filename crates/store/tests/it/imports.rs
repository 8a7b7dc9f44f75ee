//! A file is one batch: all of it or nothing, once.

use crate::support::{TestDb, moment, on_both};
use domain::response::ExclusionReason;
use std::sync::{Arc, Barrier};
use store::exclusions::{NewExclusion, Selector, exclude};
use store::imports::{Imported, NewBatch, import_responses};
use store::{Db, DbOptions, NewResponse, StoreResult};

on_both! {
    the_same_file_again_changes_nothing
    two_imports_of_one_file_at_once_store_it_once
    an_import_can_be_taken_back
    an_import_that_fails_stores_nothing
}

fn batch(test: &TestDb) -> NewBatch {
    NewBatch {
        unit_id: test.seeded.unit_id,
        questionnaire_id: test.version().id,
        month: "2026-09".parse().unwrap(),
        file_hash: [7; 32],
        file_name: "jawaban.csv".to_owned(),
        actor: "cli".to_owned(),
        at: moment(),
    }
}

fn of_batch(responses: Vec<NewResponse>, id: i32) -> Vec<NewResponse> {
    responses.into_iter().map(|response| NewResponse { batch_id: Some(id), ..response }).collect()
}

fn import(test: &TestDb, responses: Vec<NewResponse>) -> StoreResult<Imported> {
    let batch = batch(test);
    test.db.write_blocking(move |conn| import_responses(conn, &batch, |id| of_batch(responses, id)))
}

fn file(test: &TestDb) -> Vec<NewResponse> {
    (0..5).map(|number| test.response([1 + number % 4; 9])).collect()
}

fn the_same_file_again_changes_nothing(test: &TestDb) {
    let responses = file(test);
    assert!(matches!(import(test, responses.clone()).unwrap(), Imported::New(batch) if batch.responses == 5));
    assert!(matches!(import(test, responses).unwrap(), Imported::Again(batch) if batch.counted == 5));
    assert_eq!(test.counted(), 5);
}

fn two_imports_of_one_file_at_once_store_it_once(test: &TestDb) {
    let replica = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    for round in 0..10 {
        let responses: Vec<NewResponse> = (0..200).map(|number| test.response([1 + number % 4; 9])).collect();
        let both = Barrier::new(2);
        let outcomes = std::thread::scope(|scope| {
            let start = |db: &Db| {
                let (db, batch, rows) =
                    (db.clone(), NewBatch { file_hash: [round; 32], ..batch(test) }, responses.clone());
                let both = &both;
                scope.spawn(move || {
                    both.wait();
                    db.write_blocking(move |conn| import_responses(conn, &batch, |id| of_batch(rows, id)))
                })
            };
            [start(&test.db), start(&replica)].map(|thread| thread.join().unwrap().unwrap())
        });
        let new = outcomes.iter().filter(|outcome| matches!(outcome, Imported::New(_))).count();
        assert_eq!(new, 1, "{outcomes:?}");
        assert!(outcomes.iter().any(|outcome| matches!(outcome, Imported::Again(batch) if batch.counted == 200)));
    }
    assert_eq!(test.counted(), 2_000);
}

fn an_import_can_be_taken_back(test: &TestDb) {
    let Imported::New(batch) = import(test, file(test)).unwrap() else { panic!("not new") };
    let versions = Arc::clone(test.db.versions());
    let new = NewExclusion {
        selector: Selector::Batch(batch.id),
        services: None,
        reason: ExclusionReason::ImportUndone,
        note: String::new(),
        actor: "cli".to_owned(),
        at: moment(),
    };
    test.db.write_blocking(move |conn| exclude(conn, &versions, &new)).unwrap();
    assert_eq!((test.counted(), test.excluded()), (0, 5));
    assert_eq!(test.verify().differences, vec![]);
}

fn an_import_that_fails_stores_nothing(test: &TestDb) {
    let mut responses = file(test);
    responses[3].service_id = 999_999;
    assert!(import(test, responses).is_err());
    assert_eq!(test.counted(), 0);
    assert!(matches!(import(test, file(test)).unwrap(), Imported::New(_)));
}
