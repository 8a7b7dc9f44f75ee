//! What a report needs besides the answers.

use crate::organisation::{city, find, refusal};
use crate::support::{TestDb, moment, on_both};
use domain::preparation::{HistoricPoint, OfficeProfile, RoundActivity, RoundDetails};
use domain::report::{EmployeeNumber, Signatory};
use domain::{Grade, IndexKind, Period};
use store::historic::{PutPoints, delete_point, list_points, put_points};
use store::offices::{Edit, Edited, find_profile, find_round, put_profile, put_round};
use store::pictures::{
    NewPhoto, Picture, add_photo, delete_photo, delete_unnamed, find_logo, find_picture, list_photos, list_unnamed,
    put_logo,
};
use store::{StoreError, StoreResult};

on_both! {
    a_profile_is_written_over_the_version_that_was_seen
    a_profile_with_a_defect_is_refused
    every_period_has_its_own_round
    historic_points_are_all_or_none_and_again_change_nothing
    a_picture_outlives_where_it_is_shown
    a_picture_that_nothing_names_is_deleted_after_a_day
    the_same_photo_is_shown_once
    templates_keep_every_version
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn edit(seen: i32) -> Edit {
    Edit { seen, actor: "user:budi".to_owned(), at: moment() }
}

fn profile(number: &str) -> OfficeProfile {
    let head = Signatory {
        acting: None,
        position: "Lurah Kuin Utara".to_owned(),
        name: "Hj. Noor Aida, S.Sos.".to_owned(),
        rank: Some("Penata (III/c)".to_owned()),
        number: Some(EmployeeNumber::Nip(number.to_owned())),
    };
    OfficeProfile { address: "Jalan Kuin".to_owned(), head: Some(head), ..OfficeProfile::default() }
}

fn put(test: &TestDb, seen: i32, profile: OfficeProfile) -> StoreResult<Edited<OfficeProfile>> {
    let unit = find(test, "kuin").id;
    test.db.write_blocking(move |conn| put_profile(conn, unit, &profile, &edit(seen)))
}

fn a_profile_is_written_over_the_version_that_was_seen(test: &TestDb) {
    city(test);
    let unit = find(test, "kuin").id;
    let found = test.db.read_blocking(|conn| find_profile(conn, unit)).unwrap();
    assert_eq!(found, Edited::default());
    let written = put(test, 0, profile("197001011995032001")).unwrap();
    assert_eq!((written.row_version, written.changed), (1, Some(("user:budi".to_owned(), moment()))));
    for seen in [0, 2] {
        let stale = put(test, seen, OfficeProfile::default());
        assert!(matches!(stale, Err(StoreError::Stale("profile"))), "{seen}: {stale:?}");
    }
    let again = put(test, 1, OfficeProfile::default()).unwrap();
    assert_eq!((again.row_version, again.body), (2, OfficeProfile::default()));
}

fn a_profile_with_a_defect_is_refused(test: &TestDb) {
    city(test);
    assert!(refusal(put(test, 0, profile("197001011995132001"))).contains("/head/number/number"));
    let unit = find(test, "kuin").id;
    assert_eq!(test.db.read_blocking(|conn| find_profile(conn, unit)).unwrap().row_version, 0);
}

fn every_period_has_its_own_round(test: &TestDb) {
    city(test);
    let unit = find(test, "kuin").id;
    let activity = RoundActivity {
        activity: "Pengumpulan data".to_owned(),
        from: "2026-07-06".parse().unwrap(),
        to: "2026-09-18".parse().unwrap(),
        working_days: 53,
    };
    let details = RoundDetails { activities: vec![activity], ..RoundDetails::default() };
    let put = |period: Period, seen, details: &RoundDetails| {
        let details = details.clone();
        test.db.write_blocking(move |conn| put_round(conn, unit, period, &details, &edit(seen)))
    };
    assert_eq!(put(period("2026-TW3"), 0, &details).unwrap().body, details);
    let find = |period: Period| test.db.read_blocking(|conn| find_round(conn, unit, period)).unwrap();
    assert_eq!(find(period("2026-TW3")).row_version, 1);
    assert_eq!(find(period("2026-07..2026-09")).row_version, 1, "the same months");
    assert_eq!(find(period("2026-S2")), Edited::default());
    assert_eq!(put(period("2026-S2"), 0, &details).unwrap().row_version, 1);
    assert!(matches!(put(period("2026-TW3"), 0, &details), Err(StoreError::Stale("round"))));
}

fn point(when: &str, units: i64) -> HistoricPoint {
    HistoricPoint {
        index: IndexKind::Ikm,
        period: period(when),
        value: domain::Decimal::new(units, 2),
        grade: Grade::B,
        n: None,
        source: "Laporan SKM".to_owned(),
    }
}

fn historic_points_are_all_or_none_and_again_change_nothing(test: &TestDb) {
    city(test);
    let (kuin, alalak) = (find(test, "kuin").id, find(test, "alalak").id);
    let put = |points: &[(i32, HistoricPoint)]| {
        let points = points.to_vec();
        test.db.write_blocking(move |conn| put_points(conn, &points, "user:budi", moment()))
    };
    let points = [(kuin, point("2024", 8_241)), (kuin, point("2023", 7_900)), (alalak, point("2024", 8_000))];
    assert_eq!(put(&points).unwrap(), PutPoints { added: 3, changed: 0, unchanged: 0 });
    assert_eq!(put(&points).unwrap(), PutPoints { added: 0, changed: 0, unchanged: 3 });
    let better = [(kuin, point("2024", 8_300)), (kuin, point("2022", 10_001))];
    assert!(refusal(put(&better)).contains("/value"));
    let list = || test.db.read_blocking(|conn| list_points(conn, kuin)).unwrap();
    let values: Vec<String> = list().iter().map(|entered| entered.point.value.to_string()).collect();
    assert_eq!(values, ["79.00", "82.41"], "by period; nothing of the bad file was kept");
    assert_eq!(put(&better[..1]).unwrap(), PutPoints { added: 0, changed: 1, unchanged: 0 });
    assert_eq!(list()[1].point, point("2024", 8_300));

    let delete = |when: Period| test.db.write_blocking(move |conn| delete_point(conn, kuin, IndexKind::Ikm, when));
    delete(period("2023")).unwrap();
    assert!(matches!(delete(period("2023")), Err(StoreError::NotFound("historic point"))));
    assert_eq!(list().len(), 1);
}

fn picture(byte: u8) -> Picture {
    Picture { content_type: "image/png".to_owned(), width: 3, height: 2, content: vec![byte; 5_000] }
}

fn a_picture_outlives_where_it_is_shown(test: &TestDb) {
    city(test);
    let unit = find(test, "kuin").id;
    let put = |picture: Option<Picture>| {
        test.db.write_blocking(move |conn| put_logo(conn, unit, picture.as_ref(), "user:budi", moment())).unwrap()
    };
    let logo = || test.db.read_blocking(|conn| find_logo(conn, unit)).unwrap();
    assert_eq!(logo(), None);
    let first = put(Some(picture(1))).unwrap();
    assert_eq!(put(Some(picture(1))), Some(first));
    assert_eq!(put(Some(picture(2))), logo());
    assert_eq!((put(None), logo()), (None, None));
    assert_eq!(test.db.read_blocking(|conn| find_picture(conn, &first)).unwrap(), picture(1));
    let unknown = test.db.read_blocking(|conn| find_picture(conn, &[0; 32]));
    assert!(matches!(unknown, Err(StoreError::NotFound("picture"))));
}

fn a_picture_that_nothing_names_is_deleted_after_a_day(test: &TestDb) {
    use domain::preparation::ReportEdits;
    use store::reports::{Frozen, NewReport, create_report, submit_report};
    city(test);
    let unit_id = find(test, "kuin").id;
    let put = |picture: Picture| {
        test.db
            .write_blocking(move |conn| put_logo(conn, unit_id, Some(&picture), "user:budi", moment()))
            .unwrap()
            .unwrap()
    };
    let (named, unnamed, shown) = (put(picture(1)), put(picture(2)), put(picture(3)));
    let hex: String = named.iter().map(|byte| format!("{byte:02x}")).collect();
    let document = format!("{{\"logo\":\"{hex}\"}}");
    let frozen = Frozen { document, hash: [7; 32], stored_count: 0, figures: Vec::new(), standing: None };
    let id = uuid::Uuid::now_v7();
    let edits = ReportEdits::default();
    let new = NewReport { id, unit_id, service_id: None, period: period("2026-TW3"), edits };
    let writing = move |conn: &mut store::WriteConn<'_>| {
        let report = create_report(conn, &new, "user:budi", moment())?;
        submit_report(conn, id, report.row_version, &frozen, "user:budi", moment())
    };
    test.db.write_blocking(writing).unwrap();
    let list = |now| test.db.read_blocking(|conn| list_unnamed(conn, now)).unwrap();
    let later = moment() + chrono::TimeDelta::hours(25);
    assert_eq!(list(moment() + chrono::TimeDelta::hours(23)), Vec::<[u8; 32]>::new());
    assert_eq!(list(later), [unnamed]);
    let delete =
        |hashes: Vec<[u8; 32]>| test.db.write_blocking(move |conn| delete_unnamed(conn, &hashes, later)).unwrap();
    assert_eq!(delete(vec![unnamed, shown]), 1, "one that is shown again meanwhile stays");
    let is_kept = |hash: [u8; 32]| test.db.read_blocking(|conn| find_picture(conn, &hash)).is_ok();
    assert_eq!((is_kept(named), is_kept(unnamed), is_kept(shown)), (true, false, true));
    assert_eq!(list(later), Vec::<[u8; 32]>::new());
}

fn the_same_photo_is_shown_once(test: &TestDb) {
    city(test);
    let unit_id = find(test, "kuin").id;
    let add = |when: &str, caption: &str, byte: u8| {
        let (caption, added_by) = (caption.to_owned(), "user:budi".to_owned());
        let new = NewPhoto { unit_id, period: period(when), caption, added_by };
        test.db.write_blocking(move |conn| add_photo(conn, &new, &picture(byte), moment()))
    };
    let first = add("2026-TW3", "Loket", 1).unwrap();
    let same = add("2026-TW3", "Loket dua", 1).unwrap();
    assert_eq!((same.id, same.caption.as_str(), same.size), (first.id, "Loket dua", (3, 2)));
    assert_ne!(add("2026-TW4", "Loket", 1).unwrap().id, first.id);
    for byte in 2..=24 {
        add("2026-TW3", "Loket", byte).unwrap();
    }
    assert!(refusal(add("2026-TW3", "Loket", 25)).contains("at most 24"));
    let listed = || test.db.read_blocking(|conn| list_photos(conn, unit_id, period("2026-TW3"))).unwrap();
    assert_eq!((listed().len(), listed()[0].id), (24, first.id));
    test.db.write_blocking(move |conn| delete_photo(conn, first.id)).unwrap();
    assert_eq!(listed().len(), 23);
    let gone = test.db.write_blocking(move |conn| delete_photo(conn, first.id));
    assert!(matches!(gone, Err(StoreError::NotFound("photo"))));
}

fn templates_keep_every_version(test: &TestDb) {
    use domain::preparation::ReportTemplate;
    use store::report_templates::{list_templates, newest_template, put_template};
    city(test);
    assert_eq!(test.db.read_blocking(newest_template).unwrap(), None);
    let template = |place: &str| ReportTemplate {
        government: "Pemerintah Kota Banjarmasin".to_owned(),
        place: place.to_owned(),
        legal_basis: vec!["Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik".to_owned()],
        outline: domain::report::shipped_outlines().remove(0),
    };
    let put =
        |seen, template: ReportTemplate| test.db.write_blocking(move |conn| put_template(conn, &template, &edit(seen)));
    let first = put(0, template("Banjarmasin")).unwrap();
    assert!(matches!(put(0, template("Banjarbaru")), Err(StoreError::Stale("report template"))));
    let second = put(first.id, template("Banjarbaru")).unwrap();
    assert!(refusal(put(second.id, template(""))).contains("/place"));
    assert_eq!(test.db.read_blocking(newest_template).unwrap(), Some(second.clone()));
    assert_eq!(test.db.read_blocking(|conn| list_templates(conn, None, 9)).unwrap(), [second.clone(), first.clone()]);
    assert_eq!(test.db.read_blocking(|conn| list_templates(conn, Some(second.id), 9)).unwrap(), [first]);
}
