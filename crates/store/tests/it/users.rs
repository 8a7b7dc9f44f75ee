//! Who may sign in.

use crate::support::{TestDb, at_once, moment, on_both};
use store::users::{NewUser, Role, UserChange, count_administrators, find_user, insert_user, reactivate, update_user};
use store::{Db, DbOptions, StoreError, StoreResult};

on_both! {
    two_replicas_that_take_the_right_of_two_administrators_leave_one
    who_was_deactivated_is_active_again
}

fn administrator(test: &TestDb, username: &str) {
    let new = NewUser {
        username: username.to_owned(),
        name: username.to_owned(),
        password_hash: "x".to_owned(),
        role: Role::Administrator,
        unit: None,
    };
    test.db.write_blocking(move |conn| insert_user(conn, &new, moment())).unwrap();
}

fn set_active(db: &Db, username: &str, active: bool) -> StoreResult<()> {
    let username = username.to_owned();
    db.write_blocking(move |conn| {
        let seen = find_user(conn, &username)?.row_version;
        let change = UserChange { active: Some(active), ..UserChange::default() };
        update_user(conn, &username, seen, &change, moment()).map(drop)
    })
}

fn two_replicas_that_take_the_right_of_two_administrators_leave_one(test: &TestDb) {
    let other = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    let names = ["budi", "wati"];
    for name in names {
        administrator(test, name);
    }
    for _ in 0..10 {
        let turn = std::sync::Mutex::new(names.to_vec());
        let done = at_once([&test.db, &other], |db| {
            let name = turn.lock().unwrap().pop().unwrap();
            set_active(db, name, false)
        });
        assert_eq!(done.iter().filter(|done| done.is_ok()).count(), 1, "{done:?}");
        assert!(done.iter().any(|done| matches!(done, Err(StoreError::Refused(_)))), "{done:?}");
        assert_eq!(test.db.read_blocking(count_administrators).unwrap(), 1);
        for name in names {
            set_active(&test.db, name, true).unwrap();
        }
    }
}

fn who_was_deactivated_is_active_again(test: &TestDb) {
    for name in ["budi", "wati"] {
        administrator(test, name);
    }
    set_active(&test.db, "budi", false).unwrap();
    let again = |name: &'static str| test.db.write_blocking(move |conn| reactivate(conn, name)).unwrap();
    assert_eq!((again("budi"), again("budi"), again("nobody")), (true, false, false));
    assert!(test.db.read_blocking(|conn| find_user(conn, "budi")).unwrap().active);
}
