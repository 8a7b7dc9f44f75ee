//! Opening and updating a database.

use crate::support::{TestDb, on_both};
use std::thread;
use store::{Db, DbOptions, NewResponse, OpenError, redo_migrations, undo_migrations};

on_both! {
    migrations_go_down_and_up_again
    a_database_of_the_program_before_keeps_every_answer
    several_starters_at_once_are_fine
}

fn migrations_go_down_and_up_again(test: &TestDb) {
    assert_eq!(redo_migrations(&test.url).unwrap(), 9);
    let db = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    assert_eq!(db.versions().all().len(), 3);
}

/// The program before kept other tallies: that of the first migration.
fn a_database_of_the_program_before_keeps_every_answer(test: &TestDb) {
    for at in 0..20 {
        let service_id = test.seeded.service_ids[at % 3];
        let response = NewResponse { service_id, ..test.response([4, 3, 0, 4, 1, 2, 3, 4, 4]) };
        test.db.submit_blocking(response).unwrap();
    }
    let before = test.verify();
    undo_migrations(&test.url, 1).unwrap();
    let db = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    let after = db.read_blocking(|conn| store::verify::verify(conn, db.versions())).unwrap();
    assert_eq!(after, before);
    assert_eq!((after.responses, after.tallies, after.differences.len()), (20, 3 + 1, 0));
}

fn several_starters_at_once_are_fine(test: &TestDb) {
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| Db::open(&DbOptions::new(test.url.clone())).map(|db| db.versions().all().len()).unwrap());
        }
    });
}

#[test]
fn an_unknown_scheme_never_makes_a_database() {
    let error = Db::open(&DbOptions::new("mysql://user:secret@host/db")).err().unwrap();
    assert!(matches!(&error, OpenError::Scheme(scheme) if scheme == "mysql"));
    assert!(!error.to_string().contains("secret"));
}
