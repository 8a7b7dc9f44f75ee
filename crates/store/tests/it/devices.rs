//! What is known of devices.

use crate::support::{TestDb, on_both};
use domain::Month;
use std::collections::BTreeMap;
use store::devices::{DeviceKey, add_devices, forget_devices, most_from_one_device};

on_both! {
    the_most_from_one_device_outlives_the_hashes
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn count(test: &TestDb, of: &str, device: i64, answers: i64) {
    let key = DeviceKey { unit_id: test.seeded.unit_id, month: month(of), device };
    test.db.write_blocking(move |conn| add_devices(conn, &BTreeMap::from([(key, answers)]))).unwrap();
}

fn most(test: &TestDb, from: &str, to: &str) -> Option<i64> {
    let (unit, from, to) = (test.seeded.unit_id, month(from), month(to));
    test.db.read_blocking(|conn| most_from_one_device(conn, &[unit], from, to)).unwrap()
}

fn the_most_from_one_device_outlives_the_hashes(test: &TestDb) {
    assert_eq!(most(test, "2026-07", "2026-09"), None);
    for (of, device, answers) in [("2026-07", 1, 3), ("2026-07", 2, 4), ("2026-08", 1, 9), ("2026-07", 1, 2)] {
        count(test, of, device, answers);
    }
    assert_eq!(most(test, "2026-07", "2026-07"), Some(5), "three and two of the first device");
    assert_eq!(most(test, "2026-07", "2026-09"), Some(9));

    let forget = |before: &str| {
        let before = month(before);
        test.db.write_blocking(move |conn| forget_devices(conn, before)).unwrap()
    };
    assert_eq!(forget("2026-08"), 2, "the hashes of July");
    assert_eq!((most(test, "2026-07", "2026-07"), most(test, "2026-08", "2026-08")), (Some(5), Some(9)));
    count(test, "2026-07", 3, 6);
    assert_eq!(forget("2026-09"), 2, "a late one of July and the one of August");
    assert_eq!((most(test, "2026-07", "2026-07"), most(test, "2026-08", "2026-09")), (Some(6), Some(9)));
    assert_eq!(forget("2026-09"), 0);
}
