//! Excluding is a change of state that the tallies follow, and that can be taken back.

use crate::support::{TestDb, at_once, moment, on_both};
use chrono::TimeDelta;
use domain::response::ExclusionReason;
use std::sync::Arc;
use store::comments::list_comments;
use store::exclusions::{NewExclusion, Selector, exclude, undo_exclusion};
use store::tallies::Selection;
use store::{Db, DbOptions, StoreError, StoreResult};

on_both! {
    excluding_by_link_and_time_moves_the_tallies_and_back
    excluding_by_id_leaves_other_services_alone
    what_is_excluded_already_is_not_excluded_again
    an_excluded_comment_is_not_listed
    two_writers_that_exclude_and_undo_at_once_agree
}

fn run(test: &TestDb, selector: Selector, services: Option<Vec<i32>>) -> StoreResult<store::exclusions::Exclusion> {
    run_on(&test.db, selector, services)
}

fn run_on(db: &Db, selector: Selector, services: Option<Vec<i32>>) -> StoreResult<store::exclusions::Exclusion> {
    let versions = Arc::clone(db.versions());
    let new = NewExclusion {
        selector,
        services,
        reason: ExclusionReason::Duplicate,
        note: "isian ganda".to_owned(),
        actor: "user:1".to_owned(),
        at: moment(),
    };
    db.write_blocking(move |conn| exclude(conn, &versions, &new))
}

fn by_time(test: &TestDb, minutes: i64) -> Selector {
    Selector::Link { link_id: test.seeded.link_id, from: moment(), to: moment() + TimeDelta::minutes(minutes) }
}

fn excluding_by_link_and_time_moves_the_tallies_and_back(test: &TestDb) {
    for minute in 0..6 {
        let mut response = test.response([1 + u8::try_from(minute).unwrap() % 4; 9]);
        response.answered_at = moment() + TimeDelta::minutes(minute);
        test.db.submit_blocking(response).unwrap();
    }
    let exclusion = run(test, by_time(test, 2), None).unwrap();
    assert_eq!((exclusion.responses, exclusion.reason), (3, ExclusionReason::Duplicate));
    assert_eq!((test.counted(), test.excluded()), (3, 3));
    assert_eq!(test.verify().differences, vec![]);

    let versions = Arc::clone(test.db.versions());
    let undone =
        test.db.write_blocking(move |conn| undo_exclusion(conn, &versions, exclusion.id, "user:2", moment())).unwrap();
    assert_eq!(undone.undone_by.as_deref(), Some("user:2"));
    assert_eq!((test.counted(), test.excluded()), (6, 0));
    assert_eq!(test.verify().differences, vec![]);

    let versions = Arc::clone(test.db.versions());
    let again = test.db.write_blocking(move |conn| undo_exclusion(conn, &versions, exclusion.id, "user:2", moment()));
    assert!(matches!(again, Err(StoreError::Refused(_))));
}

fn excluding_by_id_leaves_other_services_alone(test: &TestDb) {
    let (mine, theirs) = (test.response([4; 9]), {
        let mut response = test.response([4; 9]);
        response.service_id = test.seeded.service_ids[1];
        response
    });
    let ids = vec![mine.id, theirs.id];
    test.db.submit_blocking(mine).unwrap();
    test.db.submit_blocking(theirs).unwrap();
    let exclusion = run(test, Selector::Ids(ids.clone()), Some(vec![test.seeded.service_ids[0]])).unwrap();
    assert_eq!(exclusion.responses, 1);
    assert_eq!((test.counted(), test.excluded()), (1, 1));
    assert!(matches!(run(test, Selector::Ids(ids), Some(vec![])), Err(StoreError::NotFound(_))));
}

fn what_is_excluded_already_is_not_excluded_again(test: &TestDb) {
    test.db.submit_blocking(test.response([4; 9])).unwrap();
    run(test, by_time(test, 1), None).unwrap();
    assert!(matches!(run(test, by_time(test, 1), None), Err(StoreError::NotFound(_))));
    assert_eq!((test.counted(), test.excluded()), (0, 1));
    assert_eq!(test.verify().differences, vec![]);
}

fn an_excluded_comment_is_not_listed(test: &TestDb) {
    for comment in ["Loket 100% _ramah_", "Antre lama"] {
        let mut response = test.response([3; 9]);
        response.comment = Some(comment.to_owned());
        test.db.submit_blocking(response).unwrap();
    }
    let month = "2026-09".parse().unwrap();
    let selection = Selection { services: test.seeded.service_ids.clone(), from: month, to: month };
    let list = |containing: Option<&str>| {
        test.db.read_blocking(|conn| list_comments(conn, &selection, containing, None, 10)).unwrap().len()
    };
    assert_eq!(
        (list(None), list(Some("LAMA")), list(Some("100%")), list(Some("%l%")), list(Some("_r"))),
        (2, 1, 1, 0, 1)
    );
    run(test, by_time(test, 1), None).unwrap();
    assert_eq!(list(None), 0);
}

fn two_writers_that_exclude_and_undo_at_once_agree(test: &TestDb) {
    let other = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    for _ in 0..10 {
        let responses: Vec<_> = (0..6).map(|number| test.response([1 + number % 4; 9])).collect();
        let ids: Vec<_> = responses.iter().map(|response| response.id).collect();
        for response in responses {
            test.db.submit_blocking(response).unwrap();
        }
        let before = test.excluded();
        let made: Vec<_> = at_once([&test.db, &other], |db| run_on(db, Selector::Ids(ids.clone()), None));
        let moved: i64 = made.iter().flatten().map(|exclusion| exclusion.responses).sum();
        assert_eq!((moved, test.excluded() - before), (6, 6), "{made:?}");
        assert_eq!(test.verify().differences, vec![]);
        let id = made.iter().flatten().next().unwrap().id;
        let undone = at_once([&test.db, &other], |db| {
            let versions = Arc::clone(db.versions());
            db.write_blocking(move |conn| undo_exclusion(conn, &versions, id, "user:2", moment()))
        });
        assert_eq!(undone.iter().filter(|undone| undone.is_ok()).count(), 1, "{undone:?}");
        assert_eq!((test.excluded() - before, test.verify().differences), (0, vec![]));
    }
}
