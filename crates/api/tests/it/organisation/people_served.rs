//! People served over HTTP.

use super::{column, pointer};
use crate::support::{TestApp, on_both};
use crate::tree;
use chrono::TimeDelta;
use serde_json::{Value, json};

const SERVED: &str = "/api/v1/units/dinas-a/people-served";

on_both! {
    fn a_number_is_entered_and_says_the_sample_it_requires(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let number = json!({"period": "2026-TW3", "people": 5000, "source": "register"});
        let entered = operator.put(SERVED, number.clone());
        let expected = json!({
            "unit": "dinas-a", "service": null, "period": "2026-TW3", "people": 5000, "required_sample": 357,
            "source": "register", "reason": null, "entered_by": "user:budiman", "entered_at": "2026-08-12T02:00:00Z",
            "earlier": []
        });
        assert_eq!((entered.status, &entered.json), (200, &expected));
        app.clock.advance(TimeDelta::minutes(5));
        assert_eq!(operator.put(SERVED, number).json, expected, "the same again changes nothing");
        assert_eq!(operator.get(SERVED).json["items"], json!([expected]));
    }

    fn a_correction_needs_a_reason_and_keeps_the_old_number(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        admin.put(SERVED, json!({"period": "2026-07", "people": 100, "source": "perkiraan"}));
        let mut correction = json!({"period": "2026-07", "people": 120, "source": "register"});
        for reason in [None, Some(""), Some("  ")] {
            correction["reason"] = json!(reason);
            let reply = admin.put(SERVED, correction.clone());
            assert_eq!(pointer(&reply), "/reason");
            assert!(reply.json["errors"][0]["accepted"].as_str().unwrap().contains("100 (perkiraan)"), "{}", reply.text);
        }
        correction["reason"] = json!("register lengkap");
        let corrected = admin.put(SERVED, correction);
        assert_eq!((&corrected.json["people"], &corrected.json["reason"]), (&json!(120), &json!("register lengkap")));
        assert_eq!(corrected.json["earlier"][0]["people"], 100);
        let listed = admin.get(SERVED);
        assert_eq!(listed.json["items"], json!([corrected.json]));
    }

    fn numbers_are_listed_by_period_in_pages(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        for (period, service) in [("2026-08", None), ("2026-TW2", None), ("2026-07", Some("umum")), ("2026-07", None)] {
            let mut body = json!({"period": period, "people": 10, "source": "antrean"});
            if let Some(service) = service {
                body["service"] = json!(service);
            }
            assert_eq!(admin.put(SERVED, body).status, 200);
        }
        assert_eq!(column(&admin.get(SERVED), "period"), ["2026-TW2", "2026-07", "2026-07", "2026-08"]);
        assert_eq!(column(&admin.get(SERVED), "service"), ["", "", "umum", ""]);
        assert_eq!(column(&admin.get(&format!("{SERVED}?period=2026-S2")), "period"), ["2026-07", "2026-07", "2026-08"]);
        let page = admin.get(&format!("{SERVED}?limit=3"));
        assert_eq!(page.json["next"], "2026-07/umum");
        assert_eq!(column(&admin.get(&format!("{SERVED}?cursor=2026-07/umum")), "period"), ["2026-08"]);
        for bad in ["cursor=x", "period=juli", "period=2026-13"] {
            assert_eq!(admin.get(&format!("{SERVED}?{bad}")).code(), "invalid_query", "{bad}");
        }
    }

    fn what_cannot_be_a_number_names_the_field(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let good = json!({"period": "2026-07", "people": 100, "source": "register"});
        let with = |field: &str, value: Value| {
            let mut body = good.clone();
            body[field] = value;
            admin.put(SERVED, body)
        };
        for (field, value) in [
            ("period", json!("2026-02..2026-05")),
            ("period", json!("2026-TW5")),
            ("people", json!(-1)),
            ("people", json!(1.5)),
            ("people", json!("100")),
            ("people", json!(100_000_001)),
            ("source", json!("kira-kira")),
            ("service", json!("akta")),
            ("reason", json!("x".repeat(501))),
            ("n", json!(1)),
        ] {
            assert_eq!(pointer(&with(field, value.clone())), format!("/{field}"), "{value}");
        }
        assert_eq!(admin.get(SERVED).json["items"], json!([]), "nothing was stored");
        assert_eq!(with("period", json!("2026-07..2026-09")).json["period"], "2026-TW3");
    }

    fn nobody_enters_numbers_of_another_unit(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-b");
        let number = json!({"period": "2026-07", "people": 100, "source": "register"});
        assert_eq!(operator.put(SERVED, number.clone()).code(), "outside_scope");
        assert_eq!(operator.get(SERVED).code(), "outside_scope");
        assert_eq!(app.client().put(SERVED, number).code(), "not_signed_in");
        assert_eq!(app.admin().get("/api/v1/units/nowhere/people-served").code(), "not_found");
    }
}
