//! Opening and updating a database.

use crate::support::{TestDb, on_both};
use std::thread;
use store::{Db, DbOptions, OpenError, redo_migrations};

on_both! {
    migrations_go_down_and_up_again
    several_starters_at_once_are_fine
}

fn migrations_go_down_and_up_again(test: &TestDb) {
    assert_eq!(redo_migrations(&test.url).unwrap(), 1);
    let db = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    assert_eq!(db.versions().all().len(), 3);
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
