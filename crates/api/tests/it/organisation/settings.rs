//! Settings over HTTP.

use super::pointer;
use crate::support::{Client, Reply, TestApp, on_both};
use serde_json::{Value, json};

const SETTINGS: &str = "/api/v1/settings";
const CURRENT: &str = "/api/v1/settings/current";

fn put(client: &Client, etag: &str, valid_from: &str, settings: &Value) -> Reply {
    let client = client.clone().with_header("if-match", etag);
    client.put(SETTINGS, json!({"valid_from": valid_from, "settings": settings}))
}

on_both! {
    fn until_somebody_decides_the_defaults_hold(app: TestApp) {
        let current = app.admin().get(CURRENT);
        assert_eq!((current.status, current.header("etag")), (200, "\"0\""));
        assert_eq!((&current.json["month"], &current.json["valid_from"]), (&json!("2026-08"), &json!(null)));
        let expected = json!({
            "city_name": "Kota Banjarmasin", "weight": "exact", "groupings": {}, "u4_layanan_gratis": "ditanyakan",
            "unit_dari_layanan": "gabungan", "public_minimum_n": 10, "minimum_age": 17, "brand_color": "#0b6b5c"
        });
        assert_eq!(current.json["settings"], expected);
    }

    fn settings_hold_from_their_month_on(app: TestApp) {
        let admin = app.admin();
        let mut settings = admin.get(CURRENT).json["settings"].clone();
        settings["weight"] = json!("0.11");
        settings["groupings"] = json!({"terpadu-16": "integritas-terpisah"});
        let stored = put(&admin, "\"0\"", "2026-10", &settings);
        assert_eq!((stored.status, &stored.json["settings"]), (200, &settings));
        assert_eq!((&stored.json["changed_by"], &stored.json["hidden_from"]), (&json!("user:admin"), &json!(null)));
        let etag = stored.header("etag").to_owned();
        let now = admin.get(CURRENT);
        assert_eq!((now.header("etag"), &now.json["settings"]["weight"]), (&*etag, &json!("exact")));
        let later = admin.get(&format!("{CURRENT}?month=2027-01"));
        assert_eq!((&later.json["valid_from"], &later.json["settings"]), (&json!("2026-10"), &settings));

        assert_eq!(put(&admin, "\"0\"", "2026-10", &settings).code(), "changed_meanwhile");
        settings["weight"] = json!("0.111");
        let earlier = put(&admin, &etag, "2026-08", &settings);
        // It holds until the later one does, and says so.
        assert_eq!((earlier.status, &earlier.json["hidden_from"]), (200, &json!("2026-10")));
        assert_eq!(admin.get(CURRENT).json["settings"]["weight"], "0.111");
        let history = admin.get(&format!("{SETTINGS}?limit=1"));
        assert_eq!(history.json["items"][0]["valid_from"], "2026-08");
        let next = history.json["next"].as_str().unwrap();
        let rest = admin.get(&format!("{SETTINGS}?cursor={next}"));
        assert_eq!((&rest.json["items"][0]["valid_from"], &rest.json["next"]), (&json!("2026-10"), &json!(null)));
        let same = put(&admin, earlier.header("etag"), "2026-08", &settings);
        assert_eq!(same.json["hidden_from"], "2026-10");
        let hidden: Vec<Value> = admin.get(SETTINGS).json["items"].as_array().unwrap().iter().map(|item| item["hidden_from"].clone()).collect();
        assert_eq!(hidden, [json!("2026-10"), json!("2026-08"), json!(null)]);
    }

    fn impossible_settings_name_the_field(app: TestApp) {
        let admin = app.admin();
        let good = admin.get(CURRENT).json["settings"].clone();
        let with = |field: &str, value: Value| {
            let mut settings = good.clone();
            settings[field] = value;
            put(&admin, "\"0\"", "2026-08", &settings)
        };
        for (field, value, place) in [
            ("city_name", json!(" "), "/city_name"),
            ("weight", json!("0.1"), "/weight"),
            ("groupings", json!({"terpadu-16": "delapan"}), "/groupings/terpadu-16"),
            ("groupings", json!({"terpadu-17": "sembilan"}), "/groupings/terpadu-17"),
            ("u4_layanan_gratis", json!("kadang"), "/u4_layanan_gratis"),
            ("unit_dari_layanan", json!(1), "/unit_dari_layanan"),
            ("public_minimum_n", json!(0), "/public_minimum_n"),
            ("minimum_age", json!(0), "/minimum_age"),
            ("brand_color", json!("green"), "/brand_color"),
            ("logo", json!("x"), "/logo"),
        ] {
            assert_eq!(pointer(&with(field, value.clone())), format!("/settings{place}"), "{value}");
        }
        let mut partial = good.clone();
        partial.as_object_mut().unwrap().remove("weight");
        assert_eq!(pointer(&put(&admin, "\"0\"", "2026-08", &partial)), "/settings/weight");
        assert_eq!(pointer(&put(&admin, "\"0\"", "Agustus", &good)), "/valid_from");
        assert_eq!(admin.put(SETTINGS, json!({"valid_from": "2026-08", "settings": good})).code(), "precondition_required");
        assert_eq!(admin.get(CURRENT).header("etag"), "\"0\"", "nothing was stored");
        assert_eq!(admin.get(&format!("{CURRENT}?month=agustus")).code(), "invalid_query");
        assert_eq!(admin.get(&format!("{SETTINGS}?cursor=x")).code(), "invalid_query");
    }

    fn only_the_administrator_decides(app: TestApp) {
        crate::tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let current = operator.get(CURRENT);
        assert_eq!(current.status, 200);
        assert_eq!(put(&operator, "\"0\"", "2026-08", &current.json["settings"]).code(), "forbidden");
        assert_eq!(operator.get(SETTINGS).json["items"], json!([]));
        assert_eq!(app.client().get(CURRENT).code(), "not_signed_in");
    }
}
