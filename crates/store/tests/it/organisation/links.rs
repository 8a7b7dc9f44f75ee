//! Survey links and what a submission reads of them.

use super::{add_service, change_service, change_unit, city, code, deactivate, find, refusal};
use crate::support::{TestDb, moment, on_both};
use chrono::TimeDelta;
use domain::{Channel, LinkCode, UnitKind};
use store::links::{Link, LinkChange, NewLink, create_link, find_link, find_survey_link, list_links, update_link};
use store::services::ServiceChange;
use store::units::UnitChange;
use store::{StoreError, StoreResult};

on_both! {
    a_link_says_all_that_a_submission_needs
    an_unknown_code_is_no_link
    a_link_is_closed_and_opened_again
    what_is_inactive_has_no_open_link
    a_link_is_made_for_what_there_is
    links_are_listed_newest_first
}

fn make(test: &TestDb, unit: &str, service: Option<&str>) -> StoreResult<Link> {
    let new = NewLink {
        unit_id: find(test, unit).id,
        service: service.map(code),
        questionnaire_id: test.version().id,
        channel: Channel::Kiosk,
        label: "Loket 3".to_owned(),
        expires_at: Some(moment() + TimeDelta::days(30)),
        created_by: "user:admin".to_owned(),
    };
    test.db.write_blocking(move |conn| create_link(conn, &new, moment()))
}

fn change(test: &TestDb, code: LinkCode, seen: i32, change: LinkChange) -> StoreResult<Link> {
    test.db.write_blocking(move |conn| update_link(conn, code, seen, &change, moment()))
}

fn closed(closed: bool) -> LinkChange {
    LinkChange { closed: Some(closed), ..LinkChange::default() }
}

fn a_link_says_all_that_a_submission_needs(test: &TestDb) {
    city(test);
    let ktp = add_service(test, "kuin", "ktp").unwrap();
    let surat = add_service(test, "kuin", "surat").unwrap();
    let ended = ServiceChange { active: Some(false), ..ServiceChange::default() };
    change_service(test, "kuin", "surat", ended).unwrap();
    let (free, fixed) = (make(test, "kuin", None).unwrap(), make(test, "kuin", Some("ktp")).unwrap());

    let found = test.db.read_blocking(|conn| find_survey_link(conn, free.code)).unwrap().unwrap();
    assert_eq!((found.id, found.channel, found.service_id), (free.id, Channel::Kiosk, None));
    assert_eq!((found.unit_code.as_str(), found.unit_kind), ("kuin", UnitKind::Kelurahan));
    assert_eq!(found.unit_name, "Unit kuin");
    assert_eq!(found.questionnaire_id, test.version().id);
    assert_eq!(found.ends_at(), Some(moment() + TimeDelta::days(30)));
    let offered: Vec<&str> = found.offered().map(|service| service.code.as_str()).collect();
    assert_eq!(offered, ["umum", "ktp"]);
    // An answer about it may have waited on a device.
    assert!(found.services.iter().any(|service| service.id == surat.id && !service.active));

    let found = test.db.read_blocking(|conn| find_survey_link(conn, fixed.code)).unwrap().unwrap();
    assert_eq!(found.service_id, Some(ktp.id));
    assert_eq!(found.offered().map(|service| service.id).collect::<Vec<_>>(), [ktp.id]);
}

fn an_unknown_code_is_no_link(test: &TestDb) {
    let code = LinkCode::parse("zzzzzzzz").unwrap();
    assert_eq!(test.db.read_blocking(|conn| find_survey_link(conn, code)).unwrap(), None);
    let missing = test.db.read_blocking(|conn| find_link(conn, code));
    assert!(matches!(missing, Err(StoreError::NotFound("survey link"))));
}

fn a_link_is_closed_and_opened_again(test: &TestDb) {
    city(test);
    let link = make(test, "kuin", None).unwrap();
    assert_eq!((link.closed_at, link.row_version), (None, 1));
    let now_closed = change(test, link.code, 1, closed(true)).unwrap();
    assert_eq!(now_closed.closed_at, Some(moment()));
    assert!(matches!(change(test, link.code, 1, closed(false)), Err(StoreError::Stale("survey link"))));
    let renamed = LinkChange { label: Some("Lobi".to_owned()), expires_at: Some(None), closed: Some(false) };
    let open = change(test, link.code, 2, renamed).unwrap();
    assert_eq!((open.label.as_str(), open.expires_at, open.closed_at), ("Lobi", None, None));
    assert_eq!(open.row_version, 3);
}

fn what_is_inactive_has_no_open_link(test: &TestDb) {
    city(test);
    add_service(test, "kuin", "ktp").unwrap();
    let (free, fixed) = (make(test, "kuin", None).unwrap(), make(test, "kuin", Some("ktp")).unwrap());
    let read = |link: &Link| test.db.read_blocking(|conn| find_link(conn, link.code)).unwrap();

    let ended = ServiceChange { active: Some(false), ..ServiceChange::default() };
    change_service(test, "kuin", "ktp", ended).unwrap();
    assert_eq!((read(&free).closed_at, read(&fixed).closed_at), (None, Some(moment())));
    assert!(refusal(change(test, fixed.code, 2, closed(false))).contains("no longer offered"));
    assert!(refusal(make(test, "kuin", Some("ktp"))).contains("no longer offered"));

    deactivate(test, "kuin").unwrap();
    assert_eq!((read(&free).closed_at, read(&free).row_version), (Some(moment()), 2));
    assert_eq!(read(&fixed).row_version, 2);
    assert!(refusal(change(test, free.code, 2, closed(false))).contains("inactive"));
    assert!(refusal(make(test, "kuin", None)).contains("inactive"));
    change_unit(test, "kuin", UnitChange { active: Some(true), ..UnitChange::default() }).unwrap();
    assert_eq!(change(test, free.code, 2, closed(false)).unwrap().closed_at, None);
}

fn a_link_is_made_for_what_there_is(test: &TestDb) {
    city(test);
    assert!(matches!(make(test, "kuin", Some("ktp")), Err(StoreError::NotFound("service"))));
    let new = NewLink {
        unit_id: find(test, "kuin").id,
        service: None,
        questionnaire_id: test.version().id,
        channel: Channel::Paper,
        label: String::new(),
        expires_at: None,
        created_by: "user:admin".to_owned(),
    };
    let paper = test.db.write_blocking(move |conn| create_link(conn, &new, moment()));
    assert!(refusal(paper).contains("self_filled or kiosk"));
}

fn links_are_listed_newest_first(test: &TestDb) {
    city(test);
    let made: Vec<Link> =
        ["kuin", "alalak", "kuin", "basirih"].iter().map(|unit| make(test, unit, None).unwrap()).collect();
    let units = [find(test, "kuin").id, find(test, "alalak").id];
    let page = test.db.read_blocking(|conn| list_links(conn, &units, None, 2)).unwrap();
    assert_eq!(page, [made[2].clone(), made[1].clone()]);
    let rest = test.db.read_blocking(|conn| list_links(conn, &units, Some(page[1].id), 2)).unwrap();
    assert_eq!(rest, [made[0].clone()]);
    assert_eq!((rest[0].unit.1.as_str(), rest[0].service.as_ref()), ("kuin", None));
}
