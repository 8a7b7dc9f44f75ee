//! Work in the background, shared by several workers.

use crate::support::{TestDb, moment, on_both};
use chrono::{DateTime, TimeDelta, Utc};
use store::jobs::{
    ItemResult, ItemState, Job, JobItem, JobState, KEPT, LEASE, MOST_ATTEMPTS, NewJob, begin_items, cancel_job,
    claim_job, create_job, find_item_content, find_job, finish_item, list_items, list_jobs, next_item, purge_jobs,
    retry_item,
};
use store::{StoreError, StoreResult};
use uuid::Uuid;

on_both! {
    a_job_is_worked_on_by_one_worker_at_a_time
    another_worker_goes_on_where_the_first_one_died
    a_job_ends_with_its_last_item
    an_item_that_meets_an_overload_is_tried_again_after_the_others_and_not_for_ever
    an_item_that_takes_its_worker_with_it_fails_in_the_end
    fresh_items_are_begun_together_and_what_was_begun_before_by_itself
    what_is_left_out_is_no_failure
    a_job_that_was_called_off_takes_nothing_more
    what_ended_long_ago_is_purged_with_its_files
    a_job_without_items_is_refused
}

fn make(test: &TestDb, items: usize) -> StoreResult<Job> {
    let new = NewJob {
        id: Uuid::now_v7(),
        unit_id: test.seeded.unit_id,
        parameters: "{}".to_owned(),
        items: (0..items).map(|at| format!("\"{at}\"")).collect(),
        created_by: "user:budi".to_owned(),
    };
    test.db.write_blocking(move |conn| create_job(conn, &new, moment()))
}

fn claim(test: &TestDb, worker: Uuid, now: DateTime<Utc>) -> Option<Job> {
    test.db.write_blocking(move |conn| claim_job(conn, worker, now)).unwrap()
}

fn finish(test: &TestDb, job: &Job, worker: Uuid, position: i32, result: ItemResult, now: DateTime<Utc>) -> bool {
    let id = job.id;
    test.db.write_blocking(move |conn| finish_item(conn, id, worker, position, &result, now)).unwrap()
}

fn file(content: &[u8]) -> ItemResult {
    ItemResult::File { name: "laporan.pdf".to_owned(), content: content.to_vec() }
}

fn next(test: &TestDb, job: &Job) -> Option<i32> {
    test.db.read_blocking(|conn| next_item(conn, job.id)).unwrap().map(|item| item.position)
}

fn a_job_is_worked_on_by_one_worker_at_a_time(test: &TestDb) {
    let (one, two) = (Uuid::now_v7(), Uuid::now_v7());
    assert_eq!(claim(test, one, moment()), None);
    let (first, second) = (make(test, 2).unwrap(), make(test, 1).unwrap());
    assert_eq!((first.state, first.total), (JobState::Waiting, 2));
    let claimed = claim(test, one, moment()).unwrap();
    assert_eq!((claimed.id, claimed.state), (first.id, JobState::Running));
    assert_eq!(claim(test, two, moment()).unwrap().id, second.id);
    assert_eq!(claim(test, two, moment() + LEASE), None, "the leases hold");
    let listed = test.db.read_blocking(|conn| list_jobs(conn, Some(&[test.seeded.unit_id]), None, 9)).unwrap();
    assert_eq!(listed.iter().map(|job| job.id).collect::<Vec<_>>(), [second.id, first.id]);
    assert!(
        test.db.read_blocking(|conn| list_jobs(conn, Some(&[test.seeded.unit_id + 1]), None, 9)).unwrap().is_empty()
    );
    assert_eq!(test.db.read_blocking(|conn| list_jobs(conn, None, Some(second.id), 9)).unwrap().len(), 1);
}

fn another_worker_goes_on_where_the_first_one_died(test: &TestDb) {
    let (one, two) = (Uuid::now_v7(), Uuid::now_v7());
    let job = make(test, 3).unwrap();
    claim(test, one, moment()).unwrap();
    let soon = moment() + TimeDelta::seconds(90);
    assert!(finish(test, &job, one, 0, file(b"satu"), soon));
    assert_eq!(claim(test, two, moment() + LEASE + TimeDelta::seconds(1)), None, "the item renewed the lease");
    let later = soon + LEASE + TimeDelta::seconds(1);
    let taken = claim(test, two, later).unwrap();
    assert_eq!((taken.id, taken.done), (job.id, 1));
    assert_eq!(next(test, &job), Some(1));
    assert!(!finish(test, &job, one, 1, file(b"terlambat"), later), "the first worker lost its lease");
    assert_eq!(next(test, &job), Some(1), "and nothing of it was kept");
    assert!(finish(test, &job, two, 1, file(b"dua"), later));
    assert!(finish(test, &job, two, 1, file(b"dua lagi"), later), "the same item again");
    let found = test.db.read_blocking(|conn| find_job(conn, job.id)).unwrap();
    assert_eq!((found.done, found.failed, found.state), (2, 0, JobState::Running));
    assert_eq!(test.db.read_blocking(|conn| find_item_content(conn, job.id, 1)).unwrap(), b"dua");
}

fn a_job_ends_with_its_last_item(test: &TestDb) {
    let worker = Uuid::now_v7();
    let job = make(test, 2).unwrap();
    claim(test, worker, moment()).unwrap();
    finish(test, &job, worker, 0, ItemResult::Failed("tidak ada jawaban".to_owned()), moment());
    finish(test, &job, worker, 1, file(b"dua"), moment());
    let ended = test.db.read_blocking(|conn| find_job(conn, job.id)).unwrap();
    assert_eq!((ended.done, ended.failed, ended.state, ended.finished_at), (1, 1, JobState::Done, Some(moment())));
    assert_eq!((next(test, &job), claim(test, worker, moment() + LEASE * 2)), (None, None));
    let items = test.db.read_blocking(|conn| list_items(conn, job.id)).unwrap();
    let shown: Vec<(Option<&str>, Option<&str>)> =
        items.iter().map(|item| (item.file_name.as_deref(), item.message.as_deref())).collect();
    assert_eq!(shown, [(None, Some("tidak ada jawaban")), (Some("laporan.pdf"), None)]);
    let missing = test.db.read_blocking(|conn| find_item_content(conn, job.id, 0));
    assert!(matches!(missing, Err(StoreError::NotFound("file"))));
}

fn begin(test: &TestDb, job: &Job, worker: Uuid) -> Option<JobItem> {
    let id = job.id;
    test.db.write_blocking(move |conn| begin_items(conn, id, worker, 1, false, moment())).unwrap().pop()
}

fn an_item_that_meets_an_overload_is_tried_again_after_the_others_and_not_for_ever(test: &TestDb) {
    let worker = Uuid::now_v7();
    let job = make(test, 2).unwrap();
    let again = |item: JobItem| {
        let id = job.id;
        let retrying = move |conn: &mut store::WriteConn<'_>| retry_item(conn, id, worker, &item, "busy", moment());
        test.db.write_blocking(retrying).unwrap()
    };
    claim(test, worker, moment()).unwrap();
    let first = begin(test, &job, worker).unwrap();
    assert_eq!((first.position, first.attempts), (0, 1));
    assert!(again(first));
    let second = begin(test, &job, worker).unwrap();
    assert_eq!(second.position, 1, "the other one comes before");
    finish(test, &job, worker, 1, file(b"dua"), moment());
    for attempt in 2..=MOST_ATTEMPTS {
        let item = begin(test, &job, worker).unwrap();
        assert_eq!((item.position, item.attempts), (0, attempt));
        assert!(again(item));
    }
    assert_eq!(begin(test, &job, worker), None);
    let ended = test.db.read_blocking(|conn| find_job(conn, job.id)).unwrap();
    assert_eq!((ended.done, ended.failed, ended.state), (1, 1, JobState::Done));
    let items = test.db.read_blocking(|conn| list_items(conn, job.id)).unwrap();
    assert_eq!(items[0].message.as_deref(), Some("tried 3 times: busy"));
}

fn an_item_that_takes_its_worker_with_it_fails_in_the_end(test: &TestDb) {
    let job = make(test, 1).unwrap();
    let mut now = moment();
    for _ in 0..MOST_ATTEMPTS {
        let (worker, id) = (Uuid::now_v7(), job.id);
        claim(test, worker, now).unwrap();
        assert_eq!(test.db.write_blocking(move |conn| begin_items(conn, id, worker, 1, false, now)).unwrap().len(), 1);
        now += LEASE + TimeDelta::seconds(1);
    }
    let (worker, id) = (Uuid::now_v7(), job.id);
    claim(test, worker, now).unwrap();
    assert_eq!(test.db.write_blocking(move |conn| begin_items(conn, id, worker, 1, false, now)).unwrap(), []);
    let ended = test.db.read_blocking(|conn| find_job(conn, job.id)).unwrap();
    assert_eq!((ended.failed, ended.state), (1, JobState::Done));
    let items = test.db.read_blocking(|conn| list_items(conn, job.id)).unwrap();
    assert_eq!(items[0].message.as_deref(), Some("it was begun 3 times and never ended"));
}

fn fresh_items_are_begun_together_and_what_was_begun_before_by_itself(test: &TestDb) {
    let worker = Uuid::now_v7();
    let job = make(test, 4).unwrap();
    claim(test, worker, moment()).unwrap();
    let begin_beside = |worker: Uuid, most: i64, is_beside: bool| -> Vec<(i32, i32)> {
        let id = job.id;
        let beginning = move |conn: &mut store::WriteConn<'_>| begin_items(conn, id, worker, most, is_beside, moment());
        test.db.write_blocking(beginning).unwrap().iter().map(|item| (item.position, item.attempts)).collect()
    };
    let begin = |worker: Uuid, most: i64| begin_beside(worker, most, false);
    assert_eq!(begin(worker, 3), [(0, 1), (1, 1), (2, 1)]);
    finish(test, &job, worker, 1, file(b"dua"), moment());
    assert_eq!(begin(Uuid::now_v7(), 3), [], "somebody else has the lease");
    assert_eq!(begin_beside(worker, 3, true), [(3, 1)], "those that were begun before come last");
    assert_eq!(begin_beside(worker, 3, true), [], "and not beside others");
    finish(test, &job, worker, 3, file(b"empat"), moment());
    assert_eq!((begin(worker, 3), begin(worker, 3)), (vec![(0, 2)], vec![(2, 2)]));
}

fn what_is_left_out_is_no_failure(test: &TestDb) {
    let worker = Uuid::now_v7();
    let job = make(test, 1).unwrap();
    claim(test, worker, moment()).unwrap();
    finish(test, &job, worker, 0, ItemResult::Skipped("no answers".to_owned()), moment());
    let ended = test.db.read_blocking(|conn| find_job(conn, job.id)).unwrap();
    assert_eq!((ended.done, ended.failed, ended.skipped, ended.state), (0, 0, 1, JobState::Done));
    let items = test.db.read_blocking(|conn| list_items(conn, job.id)).unwrap();
    assert_eq!((items[0].state, items[0].message.as_deref()), (ItemState::Skipped, Some("no answers")));
}

fn a_job_that_was_called_off_takes_nothing_more(test: &TestDb) {
    let worker = Uuid::now_v7();
    let job = make(test, 2).unwrap();
    claim(test, worker, moment()).unwrap();
    let id = job.id;
    let cancelled = test.db.write_blocking(move |conn| cancel_job(conn, id, moment())).unwrap();
    assert_eq!((cancelled.state, cancelled.finished_at), (JobState::Cancelled, Some(moment())));
    assert!(!finish(test, &job, worker, 0, file(b"satu"), moment()));
    assert_eq!(claim(test, worker, moment() + LEASE * 2), None);
    let unknown = test.db.write_blocking(|conn| cancel_job(conn, Uuid::now_v7(), moment()));
    assert!(matches!(unknown, Err(StoreError::NotFound("job"))));
}

fn what_ended_long_ago_is_purged_with_its_files(test: &TestDb) {
    let worker = Uuid::now_v7();
    let (ended, going) = (make(test, 1).unwrap(), make(test, 1).unwrap());
    claim(test, worker, moment()).unwrap();
    finish(test, &ended, worker, 0, file(b"satu"), moment());
    let purge = |now| test.db.write_blocking(move |conn| purge_jobs(conn, now)).unwrap();
    assert_eq!(purge(moment() + KEPT), 0);
    assert_eq!(purge(moment() + KEPT + TimeDelta::seconds(1)), 1);
    assert!(test.db.read_blocking(|conn| find_job(conn, ended.id)).is_err());
    assert!(test.db.read_blocking(|conn| find_job(conn, going.id)).is_ok());
}

fn a_job_without_items_is_refused(test: &TestDb) {
    assert!(matches!(make(test, 0), Err(StoreError::Refused(_))));
}
