//! The demonstration city has the units that the city has.

use demo::{Unit, organisation};
use domain::Code;
use std::collections::{BTreeMap, BTreeSet};

fn count_by<'a>(key: impl Fn(&Unit) -> &'a str) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for (_, unit) in organisation().obliged() {
        *counts.entry(key(unit)).or_default() += 1;
    }
    counts
}

#[test]
fn the_156_obliged_units_are_counted_as_the_city_counts_them() {
    let expected = [
        ("bagian", 9),
        ("kecamatan", 5),
        ("kelurahan", 52),
        ("mpp", 1),
        ("perangkat_daerah", 26),
        ("perusahaan_daerah", 2),
        ("puskesmas", 27),
        ("rsud", 1),
        ("uptd", 33),
    ];
    assert_eq!(count_by(|unit| unit.kind), BTreeMap::from(expected));
    assert_eq!(organisation().obliged().count(), 156);
    assert_eq!(organisation().units.len(), 157);
}

#[test]
fn each_kecamatan_has_its_kelurahan() {
    let organisation = organisation();
    let under = |district: &str| {
        let parent = format!("kec-banjarmasin-{district}");
        organisation
            .units
            .iter()
            .filter(|unit| unit.kind == "kelurahan" && unit.parent == Some(parent.as_str()))
            .count()
    };
    assert_eq!(["selatan", "timur", "barat", "utara", "tengah"].map(under), [12, 9, 9, 10, 12]);
}

#[test]
fn every_code_is_a_code_and_stands_once() {
    let organisation = organisation();
    let mut codes = BTreeSet::new();
    let mut names = BTreeSet::new();
    for unit in &organisation.units {
        Code::parse(unit.code).unwrap();
        assert!(codes.insert(unit.code), "{} stands twice", unit.code);
        assert!(names.insert(unit.name), "{} stands twice", unit.name);
        let mut services = BTreeSet::new();
        for service in &unit.services {
            Code::parse(service.code).unwrap();
            assert!(services.insert(service.code), "{} has {} twice", unit.code, service.code);
        }
    }
}

#[test]
fn every_parent_stands_before_its_children() {
    let organisation = organisation();
    for (position, unit) in organisation.units.iter().enumerate().skip(1) {
        let parent = unit.parent.and_then(|parent| organisation.position(parent));
        assert!(parent.is_some_and(|parent| parent < position), "{} under {:?}", unit.code, unit.parent);
    }
    let parent_of = |code: &str| organisation.units[organisation.position(code).unwrap()].parent;
    assert_eq!(organisation.units[0].parent, None);
    assert_eq!(parent_of("pkm-cempaka"), Some("dinkes"));
    assert_eq!(parent_of("bag-organisasi"), Some("setda"));
    assert_eq!(parent_of("uptd-pkb"), Some("dishub"));
    assert_eq!(parent_of("rsud"), Some("kota"));
}

#[test]
fn every_unit_offers_one_to_six_services_beside_umum() {
    for (_, unit) in organisation().obliged() {
        assert_eq!(unit.services[0].code, "umum", "{}", unit.code);
        assert!(unit.services[0].linked, "{} has a link of its own", unit.code);
        assert!((2..=7).contains(&unit.services.len()), "{} has {}", unit.code, unit.services.len());
    }
}

#[test]
fn every_questionnaire_is_one_of_those_shipped() {
    let counts = count_by(|unit| unit.questionnaire);
    let shipped = domain::questionnaire::shipped().unwrap();
    assert!(counts.keys().all(|code| shipped.iter().any(|shipped| shipped.code.as_str() == *code)));
    assert_eq!(counts, BTreeMap::from([("skm-2017", 98), ("skm-spkp-spak", 27), ("terpadu-16", 31)]));
}
