//! A file is one batch: all of it or nothing, once.

use crate::support::{TestDb, moment, on_both};
use domain::response::ExclusionReason;
use std::sync::Arc;
use store::exclusions::{NewExclusion, Selector, exclude};
use store::imports::{Imported, NewBatch, import_responses};
use store::{NewResponse, StoreResult};

on_both! {
    the_same_file_again_changes_nothing
    an_import_can_be_taken_back
    an_import_that_fails_stores_nothing
}

fn import(test: &TestDb, responses: Vec<NewResponse>) -> StoreResult<Imported> {
    let batch = NewBatch {
        unit_id: test.seeded.unit_id,
        questionnaire_id: test.version().id,
        month: "2026-09".parse().unwrap(),
        file_hash: [7; 32],
        file_name: "jawaban.csv".to_owned(),
        actor: "cli".to_owned(),
        at: moment(),
    };
    test.db.write_blocking(move |conn| {
        import_responses(conn, &batch, |id| {
            responses.into_iter().map(|response| NewResponse { batch_id: Some(id), ..response }).collect()
        })
    })
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
