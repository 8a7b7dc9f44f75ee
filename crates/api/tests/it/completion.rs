//! How a survey was filled in, counted apart from the answers.

use crate::city::{body, id, link_of, plant_link, submit};
use crate::support::{Client, TestApp, on_both};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A body that tells how it was filled in.
fn with_usage(usage: Value) -> Value {
    let mut body = body([3; 9]);
    body["usage"] = usage;
    body
}

fn event(app: &TestApp, link: &str, event: Value) {
    let reply = app.client().post(&format!("/api/v1/public/surveys/{link}/events"), event);
    assert_eq!(reply.status, 202, "{}", reply.text);
}

/// The completion once it shows what is awaited: counters are written every few seconds.
fn completion(client: &Client, path: &str, awaited: impl Fn(&Value) -> bool) -> Value {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let reply = client.get(&format!("/api/v1/units/{path}"));
        assert_eq!(reply.status, 200, "{}", reply.text);
        if awaited(&reply.json) {
            return reply.json;
        }
        assert!(Instant::now() < until, "{}", reply.text);
        std::thread::sleep(Duration::from_millis(50));
    }
}

on_both! {
    fn completion_shows_where_people_leave_and_how_long_it_takes(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for _ in 0..4 {
            event(&app, &link, json!({"event": "opened"}));
        }
        for _ in 0..3 {
            event(&app, &link, json!({"event": "begun"}));
        }
        for step in [4, 8, 8, 12] {
            event(&app, &link, json!({"event": "left", "step": step}));
        }
        // A reload in the middle: who goes on has not left.
        event(&app, &link, json!({"event": "left", "step": 3}));
        event(&app, &link, json!({"event": "returned", "step": 3}));
        event(&app, &link, json!({"event": "finished"}));
        event(&app, &link, json!({"event": "finished"}));
        let phone = with_usage(json!({"seconds": {"u1": 4, "u2": 9_999, "x9": 3}, "total_seconds": 41, "device": "phone", "language": "id"}));
        let tablet = with_usage(json!({"seconds": {"u1": 7}, "total_seconds": 43, "device": "tablet", "language": "en"}));
        let other = with_usage(json!({"device": "phone"}));
        for body in [&phone, &tablet, &other] {
            assert_eq!(submit(&app, &link, body).status, 201);
        }
        let shown = completion(&app.admin(), "uptd-a/completion?period=current", |shown| shown["devices"][0]["n"] == 2 && shown["finished"] == 2);
        assert_eq!((&shown["unit"], &shown["period"], &shown["service"]), (&json!("uptd-a"), &json!("2026-TW3"), &Value::Null));
        assert_eq!((&shown["opened"], &shown["begun"]), (&json!(4), &json!(3)));
        let percents = [&shown["begun_percent"], &shown["finished_percent"], &shown["completion_percent"]];
        assert_eq!(percents, [&json!("75.00"), &json!("66.67"), &json!("50.00")]);
        // The eighth question asks about U9: places are those of the sheet.
        let left: Vec<_> = shown["left"].as_array().unwrap().iter().map(|at| (at["step"].as_i64(), at["item"].as_str(), at["n"].as_i64(), at["percent"].as_str())).collect();
        assert_eq!(left, [(Some(4), Some("u4"), Some(1), Some("25.00")), (Some(8), Some("u9"), Some(2), Some("50.00")), (Some(12), None, Some(1), Some("25.00"))]);
        assert_eq!(shown["left"][0]["label"]["id"], "Biaya/tarif");
        let devices: Vec<_> = shown["devices"].as_array().unwrap().iter().map(|d| (d["code"].as_str(), d["n"].as_i64(), d["percent"].as_str())).collect();
        assert_eq!(devices, [(Some("phone"), Some(2), Some("66.67")), (Some("tablet"), Some(1), Some("33.33"))]);
        assert_eq!(shown["languages"].as_array().unwrap().len(), 2);
        assert_eq!((&shown["timed"], &shown["median_seconds"]), (&json!(2), &json!(43)));
        let items: Vec<_> = shown["items"].as_array().unwrap().iter().map(|i| (i["item"].as_str(), i["n"].as_i64(), i["mean_seconds"].as_str())).collect();
        assert_eq!(items, [(Some("u1"), Some(2), Some("5.5")), (Some("u2"), Some(1), Some("600.0"))]);
    }

    fn usage_is_counted_once_and_no_part_of_the_answer(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let path = format!("/api/v1/public/surveys/{link}/responses/{}", id());
        let sent = |usage| app.client().put(&path, with_usage(usage)).status;
        assert_eq!(sent(json!({"device": "phone"})), 201);
        // A retry from another device tells something else about the same answers.
        assert_eq!(sent(json!({"device": "tablet", "seconds": {"u1": 3}})), 200);
        assert_eq!(submit(&app, &link, &with_usage(json!({"device": "desktop", "total_seconds": -3, "seconds": {"u1": -1}}))).status, 201);
        let shown = completion(&app.admin(), "uptd-a/completion", |shown| shown["devices"].as_array().unwrap().len() == 2);
        let codes: Vec<_> = shown["devices"].as_array().unwrap().iter().map(|d| d["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["phone", "desktop"]);
        assert_eq!((&shown["median_seconds"], &shown["items"][0]["mean_seconds"]), (&json!(3), &json!("0.0")));
    }

    fn usage_of_another_shape_is_named(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for (usage, pointer) in [
            (json!({"screen": "360x640"}), "/usage/screen"),
            (json!({"device": "watch"}), "/usage/device"),
            (json!({"language": "jv"}), "/usage/language"),
            (json!({"total_seconds": "58"}), "/usage/total_seconds"),
            (json!({"seconds": {"u1": 1.5}}), "/usage/seconds/u1"),
        ] {
            let reply = submit(&app, &link, &with_usage(usage.clone()));
            assert_eq!((reply.status, reply.json["errors"][0]["pointer"].as_str()), (422, Some(pointer)), "{usage} {}", reply.text);
        }
        assert_eq!(submit(&app, &link, &with_usage(Value::Null)).status, 201);
    }

    fn nothing_counted_is_null_and_not_zero_percent(app: TestApp) {
        plant_link(&app, "skm-2017");
        let reply = app.admin().get("/api/v1/units/uptd-a/completion?period=2026-07");
        assert_eq!(reply.status, 200, "{}", reply.text);
        for rate in ["begun_percent", "finished_percent", "completion_percent", "median_seconds"] {
            assert_eq!(reply.json[rate], Value::Null, "{rate}");
        }
        assert_eq!((&reply.json["opened"], &reply.json["left"], &reply.json["items"]), (&json!(0), &json!([]), &json!([])));
        let etag = reply.header("etag").to_owned();
        let again = app.admin().with_header("if-none-match", &etag).get("/api/v1/units/uptd-a/completion?period=2026-07");
        assert_eq!(again.status, 304);
    }

    fn completion_is_of_the_own_links_and_the_subtree_is_explicit(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let above = link_of(&app, "dinas-a", "terpadu-16");
        event(&app, &link, json!({"event": "opened"}));
        event(&app, &above, json!({"event": "opened"}));
        event(&app, &above, json!({"event": "left", "step": 2}));
        event(&app, &link, json!({"event": "left", "step": 2}));
        let admin = app.admin();
        let all = completion(&admin, "dinas-a/completion?subtree=true", |shown| shown["opened"] == 2 && shown["left"][0]["n"] == 2);
        // The second question of one is another question than that of the other.
        assert_eq!((&all["left"][0]["item"], &all["left"][0]["label"]), (&Value::Null, &Value::Null));
        assert_eq!(completion(&admin, "dinas-a/completion", |_| true)["left"][0]["item"], "t02");
        assert_eq!(completion(&admin, "dinas-a/completion?service=umum", |_| true)["opened"], 0);
        let operator = app.operator("budi", "uptd-a");
        assert_eq!(operator.get("/api/v1/units/uptd-a/completion").status, 200);
        assert_eq!(operator.get("/api/v1/units/dinas-a/completion").code(), "outside_scope");
        assert_eq!(admin.get("/api/v1/units/uptd-a/completion?service=none").code(), "not_found");
        assert_eq!(admin.get("/api/v1/units/uptd-a/completion?period=2026-TW9").status, 400);
        assert_eq!(app.client().get("/api/v1/units/uptd-a/completion").code(), "not_signed_in");
    }

    fn a_waiting_answer_counts_on_the_day_it_was_given(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let mut late = with_usage(json!({"device": "phone"}));
        late["answered_at"] = json!((app.clock.now() - TimeDelta::days(13)).to_rfc3339());
        assert_eq!(submit(&app, &link, &late).status, 201);
        let admin = app.admin();
        let july = completion(&admin, "uptd-a/completion?period=2026-07", |shown| shown["devices"] != json!([]));
        assert_eq!(july["devices"][0]["n"], 1);
        assert_eq!(completion(&admin, "uptd-a/completion?period=2026-08", |_| true)["devices"], json!([]));
    }
}
