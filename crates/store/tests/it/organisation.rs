//! The city, its units and what they offer.

mod links;
mod people_served;
mod settings;

use crate::support::{TestDb, moment, on_both};
use domain::questionnaire::ServiceMode;
use domain::{Code, UnitKind};
use store::city::{DEFAULT_TIME_ZONE, create_city, find_city};
use store::services::{NewService, Service, ServiceChange, create_service, list_services, update_service};
use store::units::{NewUnit, Unit, UnitChange, create_unit, find_unit, list_units, unit_subtree, update_unit};
use store::{StoreError, StoreResult};

on_both! {
    a_city_is_founded_once_and_keeps_its_time_zone
    units_are_listed_in_tree_order
    a_code_is_taken_once
    a_change_needs_the_version_that_was_seen
    a_unit_never_stands_below_itself
    the_city_keeps_its_place
    nothing_active_stands_below_the_inactive
    every_unit_keeps_its_service_umum
    a_service_belongs_to_its_unit
}

pub(super) fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

pub(super) fn found(test: &TestDb) -> Unit {
    test.db.write_blocking(|conn| create_city(conn, DEFAULT_TIME_ZONE, "Kota Banjarmasin", moment())).unwrap()
}

pub(super) fn unit(test: &TestDb, unit: &str, kind: UnitKind, parent: &str) -> StoreResult<Unit> {
    let name = format!("Unit {unit}");
    let new = NewUnit { code: code(unit), name, kind, parent: Some(code(parent)), obliged: kind.is_obliged() };
    test.db.write_blocking(move |conn| create_unit(conn, &new, moment()))
}

/// A city with two kecamatan and three kelurahan.
pub(crate) fn city(test: &TestDb) {
    found(test);
    for (kecamatan, kelurahan) in [("kec-utara", &["alalak", "kuin"][..]), ("kec-barat", &["basirih"])] {
        unit(test, kecamatan, UnitKind::Kecamatan, "kota").unwrap();
        for code in kelurahan {
            unit(test, code, UnitKind::Kelurahan, kecamatan).unwrap();
        }
    }
}

pub(crate) fn find(test: &TestDb, code: &str) -> Unit {
    test.db.read_blocking(|conn| find_unit(conn, code)).unwrap()
}

pub(super) fn change_unit(test: &TestDb, unit: &str, change: UnitChange) -> StoreResult<Unit> {
    let (unit, seen) = (unit.to_owned(), find(test, unit).row_version);
    test.db.write_blocking(move |conn| update_unit(conn, &unit, seen, &change, moment()))
}

pub(super) fn deactivate(test: &TestDb, unit: &str) -> StoreResult<Unit> {
    change_unit(test, unit, UnitChange { active: Some(false), ..UnitChange::default() })
}

pub(super) fn add_service(test: &TestDb, unit: &str, service: &str) -> StoreResult<Service> {
    let unit_id = find(test, unit).id;
    let name = format!("Layanan {service}");
    let new = NewService { unit_id, code: code(service), name, mode: ServiceMode::Online, free: true };
    test.db.write_blocking(move |conn| create_service(conn, &new))
}

pub(super) fn change_service(test: &TestDb, unit: &str, service: &str, change: ServiceChange) -> StoreResult<Service> {
    let (unit_id, service) = (find(test, unit).id, service.to_owned());
    let services = test.db.read_blocking(|conn| list_services(conn, &[unit_id])).unwrap();
    let seen = services.iter().find(|known| known.code.as_str() == service).unwrap().row_version;
    test.db.write_blocking(move |conn| update_service(conn, unit_id, &service, seen, &change, moment()))
}

pub(crate) fn refusal<T: std::fmt::Debug>(result: StoreResult<T>) -> String {
    match result.unwrap_err() {
        StoreError::Refused(reason) => reason,
        other => panic!("expected a refusal: {other:?}"),
    }
}

fn a_city_is_founded_once_and_keeps_its_time_zone(test: &TestDb) {
    assert_eq!(test.db.read_blocking(find_city).unwrap(), None);
    let root = found(test);
    assert_eq!((root.code.as_str(), root.kind, root.parent), ("kota", UnitKind::Kota, None));
    let city = test.db.read_blocking(find_city).unwrap().unwrap();
    assert_eq!((city.time_zone, city.created_at), (DEFAULT_TIME_ZONE, moment()));
    let again = test.db.write_blocking(|conn| create_city(conn, DEFAULT_TIME_ZONE, "Lain", moment()));
    assert!(matches!(again, Err(StoreError::Taken("city"))), "{again:?}");
}

fn units_are_listed_in_tree_order(test: &TestDb) {
    city(test);
    unit(test, "uptd-pasar", UnitKind::Uptd, "kota").unwrap();
    let listed = test.db.read_blocking(list_units).unwrap();
    let codes: Vec<&str> = listed.iter().map(|unit| unit.code.as_str()).filter(|code| !code.contains('-')).collect();
    assert_eq!(codes, ["kota", "basirih", "alalak", "kuin"]);
    let order: Vec<&str> = listed.iter().map(|unit| unit.code.as_str()).collect();
    let place = |code: &str| order.iter().position(|listed| *listed == code).unwrap();
    assert!(place("kec-barat") + 1 == place("basirih") && place("kuin") < place("uptd-pasar"), "{order:?}");

    let north = find(test, "kec-utara");
    let below = test.db.read_blocking(|conn| unit_subtree(conn, north.id)).unwrap();
    assert_eq!(below, vec![north.id, find(test, "alalak").id, find(test, "kuin").id]);
    let unknown = test.db.read_blocking(|conn| unit_subtree(conn, -1));
    assert!(matches!(unknown, Err(StoreError::NotFound("unit"))));
}

fn a_code_is_taken_once(test: &TestDb) {
    city(test);
    let again = unit(test, "kuin", UnitKind::Uptd, "kota");
    assert!(matches!(again, Err(StoreError::Taken("code"))), "{again:?}");
    let orphan = unit(test, "orphan", UnitKind::Uptd, "nowhere");
    assert!(matches!(orphan, Err(StoreError::NotFound("unit above"))), "{orphan:?}");
    let new = NewUnit {
        code: code("bagian-umum"),
        name: "Bagian Umum".to_owned(),
        kind: UnitKind::Bagian,
        parent: None,
        obliged: true,
    };
    let made = test.db.write_blocking(move |conn| create_unit(conn, &new, moment())).unwrap();
    assert_eq!(made.parent.unwrap().1, code("kota"));
    assert!(refusal(unit(test, "kota-dua", UnitKind::Kota, "kota")).contains("one city"));
}

fn a_change_needs_the_version_that_was_seen(test: &TestDb) {
    city(test);
    let named = UnitChange { name: Some("Kuin Utara".to_owned()), ..UnitChange::default() };
    let changed = change_unit(test, "kuin", named.clone()).unwrap();
    assert_eq!((changed.name.as_str(), changed.row_version), ("Kuin Utara", 2));
    assert_eq!((changed.kind, changed.obliged, changed.active), (UnitKind::Kelurahan, true, true));
    let stale = test.db.write_blocking(move |conn| update_unit(conn, "kuin", 1, &named, moment()));
    assert!(matches!(stale, Err(StoreError::Stale("unit"))), "{stale:?}");
}

fn a_unit_never_stands_below_itself(test: &TestDb) {
    city(test);
    let below = |parent: &str| UnitChange { parent: Some(code(parent)), ..UnitChange::default() };
    assert!(refusal(change_unit(test, "kec-utara", below("kuin"))).contains("below itself"));
    assert!(refusal(change_unit(test, "kec-utara", below("kec-utara"))).contains("below itself"));
    let moved = change_unit(test, "kuin", below("kec-barat")).unwrap();
    assert_eq!(moved.parent.unwrap().1, code("kec-barat"));
}

fn the_city_keeps_its_place(test: &TestDb) {
    city(test);
    for change in [
        UnitChange { parent: Some(code("kuin")), ..UnitChange::default() },
        UnitChange { kind: Some(UnitKind::Uptd), ..UnitChange::default() },
        UnitChange { active: Some(false), ..UnitChange::default() },
    ] {
        assert!(refusal(change_unit(test, "kota", change)).contains("root"));
    }
    let second = UnitChange { kind: Some(UnitKind::Kota), ..UnitChange::default() };
    assert!(refusal(change_unit(test, "kuin", second)).contains("one city"));
    let named = UnitChange { name: Some("Kota Lain".to_owned()), ..UnitChange::default() };
    assert_eq!(change_unit(test, "kota", named).unwrap().name, "Kota Lain");
}

fn nothing_active_stands_below_the_inactive(test: &TestDb) {
    city(test);
    assert!(refusal(deactivate(test, "kec-barat")).contains("basirih"));
    assert!(!deactivate(test, "basirih").unwrap().active);
    assert!(!deactivate(test, "kec-barat").unwrap().active);
    assert!(refusal(unit(test, "telawang", UnitKind::Kelurahan, "kec-barat")).contains("inactive"));
    let active = UnitChange { active: Some(true), ..UnitChange::default() };
    assert!(refusal(change_unit(test, "basirih", active.clone())).contains("kec-barat"));
    change_unit(test, "kec-barat", active.clone()).unwrap();
    assert!(change_unit(test, "basirih", active).unwrap().active);
}

fn every_unit_keeps_its_service_umum(test: &TestDb) {
    city(test);
    let kuin = find(test, "kuin").id;
    let services = test.db.read_blocking(|conn| list_services(conn, &[kuin])).unwrap();
    assert_eq!(services.len(), 1);
    assert_eq!((services[0].code.as_str(), services[0].name.as_str()), ("umum", "Umum"));
    let ended = ServiceChange { active: Some(false), ..ServiceChange::default() };
    assert!(refusal(change_service(test, "kuin", "umum", ended)).contains("umum"));
    let hybrid = ServiceChange { mode: Some(ServiceMode::Hybrid), ..ServiceChange::default() };
    let changed = change_service(test, "kuin", "umum", hybrid).unwrap();
    assert_eq!((changed.mode, changed.row_version), (ServiceMode::Hybrid, 2));
    let unchanged = ServiceChange::default();
    let stale = test.db.write_blocking(move |conn| update_service(conn, kuin, "umum", 1, &unchanged, moment()));
    assert!(matches!(stale, Err(StoreError::Stale("service"))), "{stale:?}");
}

fn a_service_belongs_to_its_unit(test: &TestDb) {
    city(test);
    for service in ["surat", "ktp", "z-ktp"] {
        add_service(test, "kuin", service).unwrap();
    }
    add_service(test, "alalak", "ktp").unwrap();
    assert!(matches!(add_service(test, "kuin", "ktp"), Err(StoreError::Taken("code"))));
    let (kuin, alalak) = (find(test, "kuin").id, find(test, "alalak").id);
    let services = test.db.read_blocking(|conn| list_services(conn, &[kuin, alalak])).unwrap();
    let codes: Vec<(i32, &str)> = services.iter().map(|service| (service.unit_id, service.code.as_str())).collect();
    let expected = [(alalak, "umum"), (alalak, "ktp"), (kuin, "umum"), (kuin, "ktp"), (kuin, "surat"), (kuin, "z-ktp")];
    assert_eq!(codes, expected);
    assert_eq!((services[3].mode, services[3].free, services[3].active), (ServiceMode::Online, true, true));
}
