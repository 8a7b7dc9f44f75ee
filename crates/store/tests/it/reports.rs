//! Reports: drafts, frozen documents, revisions and files.

use crate::organisation::{add_service, city, find, refusal};
use crate::support::{TestDb, at_once, moment, on_both};
use domain::figures::{IndexSummary, MarginResult};
use domain::preparation::ReportEdits;
use domain::{IndexKind, Month, Period};
use store::reports::{
    Frozen, NewReport, NewReportFile, Report, ReportFilter, ReportState, create_report, delete_report, edit_report,
    find_document, find_file, find_published, find_report, last_frozen_before, list_files, list_published,
    list_reports, newest_published, publish_report, put_signed_file, revise_report, submit_report, submitted_over,
};
use store::{Db, DbOptions, StoreError, StoreResult, undo_migrations};
use uuid::Uuid;

on_both! {
    there_is_one_report_of_a_unit_and_period
    an_open_report_is_edited_over_the_version_that_was_seen
    a_submitted_report_never_changes_again
    a_revision_stands_beside_and_takes_the_place_when_published
    two_replicas_that_publish_two_revisions_at_once_leave_one
    published_files_are_kept_to_the_byte
    a_signed_file_takes_the_place_of_the_published_one_which_stays
    the_indices_of_a_frozen_report_are_kept_beside_it
    the_newest_published_report_of_each_unit_is_found
    reports_are_listed_by_unit_period_and_state
    the_last_frozen_report_is_of_the_same_subject_and_ends_before
    what_comes_after_a_submitted_report_is_told_until_a_revision_is_open
    the_responses_of_a_period_are_read_without_the_excluded
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn make(test: &TestDb, unit: &str, when: &str) -> StoreResult<Report> {
    let unit_id = find(test, unit).id;
    let new = NewReport {
        id: Uuid::now_v7(),
        unit_id,
        service_id: None,
        period: period(when),
        edits: ReportEdits::default(),
    };
    test.db.write_blocking(move |conn| create_report(conn, &new, "user:budi", moment()))
}

fn frozen(text: &str) -> Frozen {
    Frozen {
        document: format!("{{\"text\":\"{text}\"}}"),
        hash: [7; 32],
        stored_count: 12,
        figures: vec![summary()],
        standing: None,
    }
}

fn summary() -> IndexSummary {
    let margin = MarginResult {
        status: "value".to_owned(),
        points: Some("1.90".to_owned()),
        value: Some("0.0760".to_owned()),
        low: Some("82.27".to_owned()),
        high: Some("86.07".to_owned()),
        small_sample: false,
    };
    IndexSummary {
        index: IndexKind::Ikm,
        n: 175,
        value: "3.3668".to_owned(),
        converted: "84.17".to_owned(),
        grade: "B".to_owned(),
        performance: "Baik".to_owned(),
        margin,
    }
}

fn submit(test: &TestDb, report: &Report, text: &str) -> StoreResult<Report> {
    let (id, seen, frozen) = (report.id, report.row_version, frozen(text));
    test.db.write_blocking(move |conn| submit_report(conn, id, seen, &frozen, "user:budi", moment()))
}

fn publish(test: &TestDb, report: &Report, files: Vec<NewReportFile>) -> StoreResult<Report> {
    let (id, seen) = (report.id, report.row_version);
    test.db.write_blocking(move |conn| publish_report(conn, id, seen, &files, "user:admin", moment()))
}

fn revise(test: &TestDb, report: &Report) -> StoreResult<Report> {
    let id = report.id;
    test.db.write_blocking(move |conn| revise_report(conn, id, Uuid::now_v7(), "user:budi", moment()))
}

fn edit(test: &TestDb, report: &Report, edits: ReportEdits) -> StoreResult<Report> {
    let (id, seen) = (report.id, report.row_version);
    test.db.write_blocking(move |conn| edit_report(conn, id, seen, &edits))
}

fn dated() -> ReportEdits {
    ReportEdits { dated: Some("2026-10-05".parse().unwrap()), ..ReportEdits::default() }
}

fn there_is_one_report_of_a_unit_and_period(test: &TestDb) {
    city(test);
    let first = make(test, "kuin", "2026-TW3").unwrap();
    assert_eq!((first.state, first.revision, first.row_version), (ReportState::Draft, 1, 1));
    assert_eq!((first.unit.1.as_str(), first.created.by.as_str()), ("kuin", "user:budi"));
    assert!(matches!(make(test, "kuin", "2026-TW3"), Err(StoreError::Taken("report"))));
    make(test, "kuin", "2026-TW4").unwrap();
    make(test, "alalak", "2026-TW3").unwrap();
    let (unit_id, service) = (find(test, "kuin").id, add_service(test, "kuin", "ktp").unwrap().id);
    let new = NewReport {
        id: Uuid::now_v7(),
        unit_id,
        service_id: Some(service),
        period: period("2026-TW3"),
        edits: ReportEdits::default(),
    };
    let of_service = test.db.write_blocking(move |conn| create_report(conn, &new, "user:budi", moment())).unwrap();
    assert_eq!(of_service.service.unwrap().1.as_str(), "ktp");
    let unknown = test.db.read_blocking(|conn| find_report(conn, Uuid::now_v7()));
    assert!(matches!(unknown, Err(StoreError::NotFound("report"))));
}

fn an_open_report_is_edited_over_the_version_that_was_seen(test: &TestDb) {
    city(test);
    let first = make(test, "kuin", "2026-TW3").unwrap();
    let edited = edit(test, &first, dated()).unwrap();
    assert_eq!((edited.row_version, &edited.edits), (2, &dated()));
    assert!(matches!(edit(test, &first, dated()), Err(StoreError::Stale("report"))));
    let odd = ReportEdits { dated: Some("1900-01-01".parse().unwrap()), ..ReportEdits::default() };
    assert!(refusal(edit(test, &edited, odd)).contains("/dated"));
    let (id, seen) = (edited.id, edited.row_version);
    let stale = test.db.write_blocking(move |conn| delete_report(conn, id, seen - 1));
    assert!(matches!(stale, Err(StoreError::Stale("report"))));
    test.db.write_blocking(move |conn| delete_report(conn, id, seen)).unwrap();
    assert!(matches!(edit(test, &edited, dated()), Err(StoreError::NotFound("report"))));
    make(test, "kuin", "2026-TW3").unwrap();
}

fn a_submitted_report_never_changes_again(test: &TestDb) {
    city(test);
    let draft = make(test, "kuin", "2026-TW3").unwrap();
    assert!(refusal(publish(test, &draft, Vec::new())).contains("submit it first"));
    assert!(refusal(revise(test, &draft)).contains("still open"));
    let missing = test.db.read_blocking(|conn| find_document(conn, draft.id));
    assert!(matches!(missing, Err(StoreError::NotFound("frozen document"))));
    let submitted = submit(test, &draft, "satu").unwrap();
    assert_eq!((submitted.state, submitted.stored_count), (ReportState::Submitted, Some(12)));
    assert_eq!(submitted.document_hash, Some([7; 32]));
    assert_eq!(submitted.submitted.as_ref().unwrap().at, moment());
    for refused in [submit(test, &submitted, "dua"), edit(test, &submitted, dated())] {
        assert!(refusal(refused).contains("never changes again"));
    }
    let id = submitted.id;
    let gone = test.db.write_blocking(move |conn| delete_report(conn, id, 2));
    assert!(refusal(gone).contains("never changes again"));
    assert_eq!(test.db.read_blocking(|conn| find_document(conn, id)).unwrap(), "{\"text\":\"satu\"}");
}

fn a_revision_stands_beside_and_takes_the_place_when_published(test: &TestDb) {
    city(test);
    let draft = edit(test, &make(test, "kuin", "2026-TW3").unwrap(), dated()).unwrap();
    let first = submit(test, &draft, "satu").unwrap();
    let second = revise(test, &first).unwrap();
    assert_eq!((second.revision, second.state, &second.edits), (2, ReportState::Draft, &dated()));
    assert!(refusal(revise(test, &first)).contains("newer revision"));
    let first = publish(test, &first, Vec::new()).unwrap();
    assert!(refusal(publish(test, &first, Vec::new())).contains("published before"));
    assert!(first.superseded_by.is_none());
    let second = publish(test, &submit(test, &second, "dua").unwrap(), Vec::new()).unwrap();
    let read = |id: Uuid| test.db.read_blocking(move |conn| find_report(conn, id)).unwrap();
    assert_eq!(read(first.id).superseded_by, Some(second.id));
    assert_eq!(test.db.read_blocking(|conn| find_document(conn, first.id)).unwrap(), "{\"text\":\"satu\"}");
    let found = test.db.read_blocking(|conn| find_published(conn, first.code)).unwrap();
    assert_eq!((found.id, found.superseded_by), (first.id, Some(second.id)));

    // A revision that was left behind is not published over a newer one.
    let third = submit(test, &revise(test, &second).unwrap(), "tiga").unwrap();
    let fourth = submit(test, &revise(test, &third).unwrap(), "empat").unwrap();
    publish(test, &fourth, Vec::new()).unwrap();
    assert!(refusal(publish(test, &third, Vec::new())).contains("newer revision was published"));
    let hidden = test.db.read_blocking(|conn| find_published(conn, third.code));
    assert!(matches!(hidden, Err(StoreError::NotFound("report"))));
}

fn two_replicas_that_publish_two_revisions_at_once_leave_one(test: &TestDb) {
    city(test);
    let other = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    for when in ["2026-TW1", "2026-TW2", "2026-TW3", "2026-TW4", "2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4"] {
        let first = submit(test, &make(test, "kuin", when).unwrap(), "satu").unwrap();
        let second = submit(test, &revise(test, &first).unwrap(), "dua").unwrap();
        let turn = std::sync::Mutex::new(vec![first, second]);
        at_once([&test.db, &other], |db| {
            let report = turn.lock().unwrap().pop().unwrap();
            let (id, seen) = (report.id, report.row_version);
            db.write_blocking(move |conn| publish_report(conn, id, seen, &[], "user:admin", moment())).is_ok()
        });
        let filter = ReportFilter { period: Some(period(when)), ..ReportFilter::default() };
        let found = test.db.read_blocking(|conn| list_reports(conn, &filter, None, 9)).unwrap();
        let standing = found.iter().filter(|report| report.state.is_published() && report.superseded_by.is_none());
        assert_eq!(standing.map(|report| report.revision).collect::<Vec<_>>(), [2], "{when}");
    }
}

fn published_files_are_kept_to_the_byte(test: &TestDb) {
    city(test);
    let report = submit(test, &make(test, "kuin", "2026-TW3").unwrap(), "satu").unwrap();
    let file = |format: &str, content: Vec<u8>| NewReportFile {
        format: format.to_owned(),
        file_name: format!("laporan.{format}"),
        content_type: "application/octet-stream".to_owned(),
        content,
    };
    let content: Vec<u8> = (0..200_000_u32).map(|at| u8::try_from(at % 251).unwrap()).collect();
    let files = vec![file("pdf", content.clone()), file("json", b"{}".to_vec())];
    let report = publish(test, &report, files).unwrap();
    let listed = test.db.read_blocking(|conn| list_files(conn, report.id)).unwrap();
    let formats: Vec<&str> = listed.iter().map(|file| file.format.as_str()).collect();
    assert_eq!((formats, listed[1].hash.len(), listed[1].byte_count), (vec!["json", "pdf"], 32, 200_000));
    let read = test.db.read_blocking(|conn| find_file(conn, report.id, "pdf")).unwrap();
    assert_eq!((read.content, read.info), (content, listed[1].clone()));
    let missing = test.db.read_blocking(|conn| find_file(conn, report.id, "xlsx"));
    assert!(matches!(missing, Err(StoreError::NotFound("file"))));
}

fn file(format: &str, content: &[u8]) -> NewReportFile {
    NewReportFile {
        format: format.to_owned(),
        file_name: format!("laporan.{format}"),
        content_type: "application/pdf".to_owned(),
        content: content.to_vec(),
    }
}

fn a_signed_file_takes_the_place_of_the_published_one_which_stays(test: &TestDb) {
    city(test);
    let sign = |report: &Report, content: &[u8]| {
        let (id, seen, content) = (report.id, report.row_version, content.to_vec());
        test.db.write_blocking(move |conn| put_signed_file(conn, id, seen, content, "user:admin", moment()))
    };
    let content = |report: &Report, format: &'static str| {
        let id = report.id;
        test.db.read_blocking(move |conn| find_file(conn, id, format)).map(|file| file.content)
    };
    let submitted = submit(test, &make(test, "kuin", "2026-TW3").unwrap(), "satu").unwrap();
    assert!(refusal(sign(&submitted, b"%PDF one, signed")).contains("not published"));
    let published = publish(test, &submitted, vec![file("pdf", b"%PDF one"), file("json", b"{}")]).unwrap();
    for other in [&b"%PDF one"[..], b"%PDF two, signed", b"%PDF"] {
        assert!(refusal(sign(&published, other)).contains("does not begin"), "{other:?}");
    }
    let signed = sign(&published, b"%PDF one, signed").unwrap();
    assert_eq!((signed.row_version, signed.signed.as_ref().unwrap().by.as_str()), (4, "user:admin"));
    assert!(matches!(sign(&published, b"%PDF one, signed twice"), Err(StoreError::Stale("report"))));
    assert_eq!(content(&signed, "pdf").unwrap(), b"%PDF one, signed");
    assert_eq!(content(&signed, "pdf-original").unwrap(), b"%PDF one");
    let again = sign(&signed, b"%PDF one, signed by another").unwrap();
    assert_eq!(content(&again, "pdf").unwrap(), b"%PDF one, signed by another");
    assert_eq!(content(&again, "pdf-original").unwrap(), b"%PDF one");
    let listed = test.db.read_blocking(|conn| list_files(conn, again.id)).unwrap();
    let names: Vec<(&str, &str)> = listed.iter().map(|file| (file.format.as_str(), file.file_name.as_str())).collect();
    assert_eq!(names, [("json", "laporan.json"), ("pdf", "laporan-ttd.pdf"), ("pdf-original", "laporan.pdf")]);
    let second = publish(test, &submit(test, &revise(test, &again).unwrap(), "dua").unwrap(), Vec::new()).unwrap();
    assert!(matches!(sign(&second, b"%PDF"), Err(StoreError::NotFound("file"))));
    let superseded = test.db.read_blocking(|conn| find_report(conn, again.id)).unwrap();
    assert!(refusal(sign(&superseded, b"%PDF one, signed late")).contains("newer revision"));
}

/// Also of a report that the program before has frozen.
fn the_indices_of_a_frozen_report_are_kept_beside_it(test: &TestDb) {
    city(test);
    let draft = make(test, "kuin", "2026-TW3").unwrap();
    assert_eq!(draft.figures, None);
    let (id, seen) = (draft.id, draft.row_version);
    let index = serde_json::to_value(summary()).unwrap();
    let document = serde_json::json!({"figures": {"indices": [index]}}).to_string();
    let whole = Frozen { document, ..frozen("") };
    let submitted = test.db.write_blocking(move |conn| submit_report(conn, id, seen, &whole, "user:budi", moment()));
    assert_eq!(submitted.unwrap().figures, Some(vec![summary()]));
    submit(test, &make(test, "alalak", "2026-TW3").unwrap(), "tanpa angka").unwrap();
    undo_migrations(&test.url, 5).unwrap();
    let db = Db::open(&DbOptions::new(test.url.clone())).unwrap();
    let read = db.read_blocking(|conn| list_reports(conn, &ReportFilter::default(), None, 10)).unwrap();
    let figures: Vec<Option<Vec<IndexSummary>>> = read.into_iter().map(|report| report.figures).collect();
    assert_eq!(figures, [Some(vec![]), Some(vec![summary()])]);
}

fn the_newest_published_report_of_each_unit_is_found(test: &TestDb) {
    city(test);
    let published = |unit: &str, when: &str| {
        publish(test, &submit(test, &make(test, unit, when).unwrap(), when).unwrap(), Vec::new()).unwrap()
    };
    published("kuin", "2026-TW1");
    let second = published("kuin", "2026-TW2");
    submit(test, &make(test, "kuin", "2026-TW3").unwrap(), "belum terbit").unwrap();
    let alalak = published("alalak", "2026-TW1");
    let revised = publish(test, &submit(test, &revise(test, &alalak).unwrap(), "lagi").unwrap(), Vec::new()).unwrap();
    let mut newest = test.db.read_blocking(newest_published).unwrap();
    newest.sort_by_key(|found| found.period.first());
    let shown: Vec<_> = newest.iter().map(|found| (found.unit_id, found.code, found.revision)).collect();
    assert_eq!(shown, [(alalak.unit.0, revised.code, 2), (second.unit.0, second.code, 1)]);
    assert_eq!(newest[0].figures, [summary()]);
    let of_kuin = test.db.read_blocking(|conn| list_published(conn, second.unit.0, 5)).unwrap();
    let periods: Vec<String> = of_kuin.iter().map(|found| found.period.to_string()).collect();
    assert_eq!(periods, ["2026-TW2", "2026-TW1"]);
}

fn reports_are_listed_by_unit_period_and_state(test: &TestDb) {
    city(test);
    let kuin = make(test, "kuin", "2026-TW3").unwrap();
    let alalak = submit(test, &make(test, "alalak", "2026-TW3").unwrap(), "x").unwrap();
    let later = make(test, "kuin", "2026-TW4").unwrap();
    let list = |filter: ReportFilter, before: Option<Uuid>| -> Vec<Uuid> {
        let found = test.db.read_blocking(|conn| list_reports(conn, &filter, before, 10)).unwrap();
        found.into_iter().map(|report| report.id).collect()
    };
    let all = ReportFilter::default();
    assert_eq!(list(all.clone(), None), [later.id, alalak.id, kuin.id]);
    assert_eq!(list(all.clone(), Some(alalak.id)), [kuin.id]);
    let unit = ReportFilter { units: Some(vec![kuin.unit.0]), ..all.clone() };
    assert_eq!(list(unit, None), [later.id, kuin.id]);
    let of_period = ReportFilter { period: Some(period("2026-TW3")), ..all.clone() };
    assert_eq!(list(of_period, None), [alalak.id, kuin.id]);
    let submitted = ReportFilter { state: Some(ReportState::Submitted), ..all };
    assert_eq!(list(submitted, None), [alalak.id]);
}

fn the_last_frozen_report_is_of_the_same_subject_and_ends_before(test: &TestDb) {
    city(test);
    let unit_id = find(test, "kuin").id;
    let last = |month: &str| {
        let month: Month = month.parse().unwrap();
        test.db.read_blocking(|conn| last_frozen_before(conn, unit_id, None, month)).unwrap()
    };
    submit(test, &make(test, "alalak", "2026-TW2").unwrap(), "lain").unwrap();
    make(test, "kuin", "2026-TW1").unwrap();
    assert_eq!(last("2026-07"), None);
    let second = submit(test, &make(test, "kuin", "2026-TW2").unwrap(), "dua").unwrap();
    let revised = submit(test, &revise(test, &second).unwrap(), "dua lagi").unwrap();
    submit(test, &make(test, "kuin", "2026-TW3").unwrap(), "tiga").unwrap();
    let (report, document) = last("2026-07").unwrap();
    assert_eq!((report.id, document.as_str()), (revised.id, "{\"text\":\"dua lagi\"}"));
    assert_eq!(last("2026-06"), None, "it ends in June");
}

fn what_comes_after_a_submitted_report_is_told_until_a_revision_is_open(test: &TestDb) {
    city(test);
    let (unit, service) = (find(test, "kuin").id, add_service(test, "kuin", "ktp").unwrap().id);
    let over = |month: &str| {
        let month = month.parse().unwrap();
        test.db
            .read_blocking(move |conn| submitted_over(conn, unit, service, month))
            .unwrap()
            .map(|report| report.period)
    };
    let report = make(test, "kuin", "2026-TW3").unwrap();
    assert_eq!(over("2026-08"), None);
    let report = submit(test, &report, "a").unwrap();
    assert_eq!((over("2026-08"), over("2026-10")), (Some(period("2026-TW3")), None));
    revise(test, &report).unwrap();
    assert_eq!(over("2026-08"), None);
}

fn the_responses_of_a_period_are_read_without_the_excluded(test: &TestDb) {
    use domain::response::ExclusionReason;
    use store::exclusions::{NewExclusion, Selector, exclude};
    let bad = test.response([1; 9]);
    let id = bad.id;
    test.db.submit_blocking(test.response([4; 9])).unwrap();
    test.db.submit_blocking(bad).unwrap();
    let versions = std::sync::Arc::clone(test.db.versions());
    let exclusion = NewExclusion {
        selector: Selector::Ids(vec![id]),
        services: None,
        reason: ExclusionReason::Test,
        note: String::new(),
        actor: "user:budi".to_owned(),
        at: moment(),
    };
    test.db.write_blocking(move |conn| exclude(conn, &versions, &exclusion)).unwrap();
    let list = |from: &str, to: &str| {
        let services = test.seeded.service_ids.clone();
        let selection = store::tallies::Selection { services, from: from.parse().unwrap(), to: to.parse().unwrap() };
        test.db.read_blocking(|conn| store::responses::list_counted(conn, &selection)).unwrap()
    };
    let found = list("2026-07", "2026-09");
    assert_eq!((found.len(), found[0].answers.as_slice()), (1, [4; 9].as_slice()));
    assert_eq!(found[0].answered_at, moment());
    assert!(list("2026-07", "2026-08").is_empty());
}
