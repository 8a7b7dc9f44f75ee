//! Reading and answering a survey.

use crate::city::{answers, body, close, id, link_of, plant_link, submit};
use crate::support::{Database, TestApp, on_both};
use chrono::TimeDelta;
use serde_json::{Value, json};

fn n(app: &TestApp, unit: &str) -> i64 {
    app.admin().get(&format!("/api/v1/units/{unit}/results")).json["n"].as_i64().unwrap()
}

on_both! {
    fn an_answer_is_counted_once_however_often_it_is_sent(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let path = format!("/api/v1/public/surveys/{link}/responses/{}", id());
        let first = app.client().put(&path, body([3; 9]));
        assert_eq!((first.status, first.json["repeated"].as_bool()), (201, Some(false)), "{}", first.text);
        for _ in 0..3 {
            let again = app.client().put(&path, body([3; 9]));
            assert_eq!((again.status, again.json["repeated"].as_bool()), (200, Some(true)));
        }
        let other = app.client().put(&path, body([4; 9]));
        assert_eq!((other.status, other.code()), (409, "other_content"));
        assert_eq!(n(&app, "uptd-a"), 1);
    }

    fn the_survey_says_what_each_service_is_asked(app: TestApp) {
        let link = plant_link(&app, "terpadu-16");
        let survey = app.client().get(&format!("/api/v1/public/surveys/{}", link.to_uppercase()));
        assert_eq!(survey.status, 200, "{}", survey.text);
        assert_eq!(survey.json["unit"]["code"], "uptd-a");
        let services = survey.json["services"].as_array().unwrap();
        let asked = |at: usize| services[at]["items"].as_array().unwrap();
        assert_eq!((services[0]["code"].as_str(), asked(0).len()), (Some("umum"), 16));
        assert!(asked(0).iter().all(|item| item["wording"] == "text"));
        let online: Vec<&Value> = asked(1).iter().filter(|item| item["wording"] == "online_text").collect();
        assert_eq!(online.iter().map(|item| item["code"].as_str().unwrap()).collect::<Vec<_>>(), ["t11", "t12", "t16"]);
    }

    fn the_survey_tells_what_people_said_last_quarter(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let survey = || app.client().get(&format!("/api/v1/public/surveys/{link}")).json;
        assert_eq!(survey()["last_result"], Value::Null);
        for _ in 0..9 {
            assert_eq!(submit(&app, &link, &body([4, 4, 2, 4, 4, 4, 4, 2, 4])).status, 201);
        }
        // Nine are fewer than the minimum of ten, and a running quarter is not closed.
        app.clock.advance(TimeDelta::days(60));
        assert_eq!(survey()["last_result"], Value::Null);
        app.clock.advance(TimeDelta::days(-60));
        submit(&app, &link, &body([4, 4, 2, 4, 4, 4, 4, 2, 4]));
        assert_eq!(survey()["last_result"], Value::Null);
        app.clock.advance(TimeDelta::days(60));
        let expected = json!({
            "period": "2026-TW3", "period_name": {"id": "Triwulan III 2026", "en": "Quarter 3 of 2026"}, "n": 10, "converted": "88.89", "grade": "A",
            "performance": {"id": "Sangat Baik", "en": "Very good"}, "margin": null,
            "lowest": [
                {"code": "U3", "name": {"id": "Waktu Penyelesaian", "en": "Time to completion"}},
                {"code": "U8", "name": {"id": "Penanganan Pengaduan, Saran dan Masukan", "en": "Handling of complaints and suggestions"}}
            ]
        });
        assert_eq!(survey()["last_result"], expected);
        // It is that of the unit, whichever of its links is opened, and of no other unit.
        let kiosk = link_of(&app, "uptd-a", "terpadu-16");
        assert_eq!(app.client().get(&format!("/api/v1/public/surveys/{kiosk}")).json["last_result"], expected);
        let other = link_of(&app, "dinas-b", "skm-2017");
        assert_eq!(app.client().get(&format!("/api/v1/public/surveys/{other}")).json["last_result"], Value::Null);
    }

    fn bad_answers_are_named_field_by_field_and_nothing_is_stored(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let with = |key: &str, value: Value| {
            let mut body = body([3; 9]);
            body[key] = value;
            body
        };
        let cases = [
            (with("answers", json!({"u1": 5})), "/answers/u1", "score_out_of_range"),
            (with("answers", json!({"u1": 0})), "/answers/u1", "score_out_of_range"),
            (with("answers", json!({"u10": 3})), "/answers/u10", "unknown_item"),
            (with("answers", json!({"a/b~c": 3})), "/answers/a~1b~0c", "unknown_item"),
            (with("answers", json!({})), "/answers", "no_answer"),
            (with("answers", json!({"u1": null})), "/answers", "no_answer"),
            (with("profile", json!({"age": "18-24"})), "/profile/age", "unknown_profile_option"),
            (with("profile", json!({"name": "Budi"})), "/profile/name", "unknown_profile_question"),
            (with("service", json!("ktp")), "/service", "foreign_service"),
            (with("comment", json!("a".repeat(2001))), "/comment", "comment_too_long"),
            (with("questionnaire", json!("terpadu-16")), "/questionnaire", "other_questionnaire"),
            (with("version", json!(9)), "/version", "unknown_version"),
            (with("schema", json!("response.v9")), "/schema", "unknown_schema"),
            (with("answered_at", json!("yesterday")), "/answered_at", "invalid_time"),
        ];
        for (body, pointer, code) in cases {
            let reply = submit(&app, &link, &body);
            assert_eq!((reply.status, reply.code()), (422, "validation_failed"), "{body}");
            let error = &reply.json["errors"][0];
            assert_eq!((error["pointer"].as_str(), error["code"].as_str()), (Some(pointer), Some(code)), "{}", reply.text);
            assert!(!error["accepted"].as_str().unwrap().is_empty() || code == "foreign_service");
        }
        for body in [with("answers", json!({"u1": 3.5})), with("answers", json!({"u1": "3"})), with("nama", json!("Budi"))] {
            assert_eq!(submit(&app, &link, &body).status, 422, "{body}");
        }
        assert_eq!(n(&app, "uptd-a"), 0);
    }

    fn an_item_that_comes_twice_is_refused(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let client = app.client().with_header("content-type", "application/json");
        let text = r#"{"questionnaire":"skm-2017","version":1,"answers":{"u1":3,"u1":4}}"#;
        let reply = client.send("PUT", &format!("/api/v1/public/surveys/{link}/responses/{}", id()), Some(text.as_bytes()));
        assert_eq!((reply.status, reply.json["errors"][0]["code"].as_str()), (422, Some("duplicate_answer")));
    }

    fn a_closed_link_takes_only_what_was_begun_before(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let path = format!("/api/v1/public/surveys/{link}/responses/{}", id());
        assert_eq!(app.client().put(&path, body([3; 9])).status, 201);
        close(&app, &link);
        app.clock.advance(TimeDelta::hours(1));
        // A device whose receipt was lost must hear that its answer is stored.
        assert_eq!(app.client().put(&path, body([3; 9])).status, 200);
        assert_eq!(app.client().put(&path, body([4; 9])).code(), "other_content");
        let late = submit(&app, &link, &body([3; 9]));
        assert_eq!((late.status, late.code()), (410, "link_closed"));
        assert_eq!(app.client().get(&format!("/api/v1/public/surveys/{link}")).code(), "link_closed");
        let mut waited = body([3; 9]);
        waited["begun_at"] = json!((app.clock.now() - TimeDelta::hours(2)).to_rfc3339());
        waited["answered_at"] = json!((app.clock.now() - TimeDelta::minutes(119)).to_rfc3339());
        assert_eq!(submit(&app, &link, &waited).status, 201);
        app.clock.advance(TimeDelta::days(14));
        assert_eq!(submit(&app, &link, &waited).code(), "link_closed");
    }

    fn unknown_links_and_ids_that_are_none_are_told(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for unknown in ["00000000", "x", "%00", "..", "ilo0ilo0ilo0"] {
            let reply = app.client().get(&format!("/api/v1/public/surveys/{unknown}"));
            assert_eq!(reply.status / 100, 4, "{unknown}: {}", reply.text);
        }
        for wrong in ["1", "0190b6a0-1f5e-4cc2-8a4b-2f1d3c4b5a69", "%F0%9F%91%8D"] {
            let reply = app.client().put(&format!("/api/v1/public/surveys/{link}/responses/{wrong}"), body([3; 9]));
            assert_eq!((reply.status, reply.json["errors"][0]["code"].as_str()), (422, Some("invalid_id")), "{wrong}");
        }
    }

    fn nothing_sensitive_of_minors_is_kept(app: TestApp) {
        let link = plant_link(&app, "skm-spkp-spak");
        let mut body = json!({"questionnaire": "skm-spkp-spak", "version": 1, "answers": answers([3; 9])});
        body["profile"] = json!({"age": "under-17", "disability": "yes"});
        assert_eq!(submit(&app, &link, &body).json["errors"][0]["code"], "consent_missing");
        body["consents"] = json!(["disability"]);
        body["comment"] = json!("Saya kelas 9");
        let reply = submit(&app, &link, &body);
        assert_eq!(reply.json["not_kept"], json!(["/profile/disability", "/comment"]), "{}", reply.text);
        let comments = app.admin().get("/api/v1/units/uptd-a/comments");
        assert_eq!(comments.json["items"], json!([]));
    }

    fn a_retry_after_the_minimum_age_changed_is_still_the_same_response(app: TestApp) {
        let link = plant_link(&app, "skm-spkp-spak");
        let admin = app.admin();
        let set_minimum_age = |age: u8| {
            let current = admin.get("/api/v1/settings/current");
            let mut settings = current.json["settings"].clone();
            settings["minimum_age"] = json!(age);
            let change = json!({"valid_from": "2026-08", "settings": settings});
            let changed = admin.clone().with_header("if-match", current.header("etag")).put("/api/v1/settings", change);
            assert_eq!(changed.status, 200, "{}", changed.text);
            app.clock.advance(TimeDelta::seconds(5));
        };
        let mut young = json!({"questionnaire": "skm-spkp-spak", "version": 1, "answers": answers([3; 9])});
        young["profile"] = json!({"age": "under-17", "disability": "yes"});
        young["consents"] = json!(["disability"]);
        young["comment"] = json!("Antre lama");
        let path = || format!("/api/v1/public/surveys/{link}/responses/{}", id());
        let (as_minor, as_adult) = (path(), path());
        assert_eq!(app.client().put(&as_minor, young.clone()).status, 201);
        set_minimum_age(12);
        assert_eq!(app.client().put(&as_minor, young.clone()).status, 200);
        let stored = app.client().put(&as_adult, young.clone());
        assert_eq!((stored.status, &stored.json["not_kept"]), (201, &json!([])));
        set_minimum_age(17);
        assert_eq!(app.client().put(&as_adult, young.clone()).status, 200);
        // Other answers are another response under either age.
        young["answers"] = answers([4; 9]);
        for path in [as_minor, as_adult] {
            assert_eq!(app.client().put(&path, young.clone()).code(), "other_content");
        }
    }

    fn the_channel_follows_from_who_sends(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let key = |scopes: Value, unit: &str| {
            let body = json!({"name": "antrean", "scopes": scopes, "unit": unit});
            let reply = app.admin().post("/api/v1/api-keys", body);
            app.client().with_token(reply.json["secret"].as_str().unwrap())
        };
        let path = || format!("/api/v1/public/surveys/{link}/responses/{}", id());
        assert_eq!(app.client().put(&path(), body([4; 9])).status, 201);
        assert_eq!(app.operator("budi", "uptd-a").put(&path(), body([4; 9])).status, 201);
        assert_eq!(app.operator("wati", "dinas-b").put(&path(), body([4; 9])).status, 403);
        assert_eq!(key(json!(["submit_answers"]), "dinas-a").put(&path(), body([4; 9])).status, 201);
        assert_eq!(key(json!(["submit_answers"]), "dinas-b").put(&path(), body([4; 9])).code(), "outside_scope");
        assert_eq!(key(json!(["read_results"]), "dinas-a").put(&path(), body([4; 9])).code(), "forbidden");
        let results = app.admin().get("/api/v1/units/uptd-a/results").json;
        let channels: Vec<_> = results["channels"].as_array().unwrap().iter().map(|c| c["code"].as_str().unwrap()).collect();
        assert_eq!(channels, ["self_filled", "assisted", "integration"]);
        assert_eq!(results["assisted"], json!({"n": 1, "percent": "33.33"}));
    }

    fn events_are_counted_and_wrong_ones_refused(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let post = |body: Value| app.client().post(&format!("/api/v1/public/surveys/{link}/events"), body).status;
        assert_eq!(post(json!({"event": "opened"})), 202);
        assert_eq!(post(json!({"event": "left", "step": 4})), 202);
        for wrong in [json!({"event": "left"}), json!({"event": "left", "step": 0}), json!({"event": "returned"}), json!({"event": "opened", "step": 1}), json!({"event": "clicked"})] {
            assert_eq!(post(wrong.clone()), 422, "{wrong}");
        }
    }

    fn the_month_is_that_of_the_survey_day_in_city_time(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let mut late = body([4; 9]);
        // 1 August in the city, still 31 July in UTC.
        late["answered_at"] = json!("2026-07-31T16:00:00Z");
        assert_eq!(submit(&app, &link, &late).status, 201);
        late["answered_at"] = json!("2026-07-31T15:59:59Z");
        assert_eq!(submit(&app, &link, &late).status, 201);
        let admin = app.admin();
        let n = |period: &str| admin.get(&format!("/api/v1/units/uptd-a/results?period={period}")).json["n"].clone();
        assert_eq!((n("2026-07"), n("2026-08"), n("2026-TW3")), (json!(1), json!(1), json!(2)));
    }
}

#[test]
fn a_thousand_devices_behind_one_address_pass_and_a_script_is_slowed() {
    let app = TestApp::start_with(Database::Sqlite, &[("SUMBERDAYA_RATE_LIMIT", "on")]);
    let link = plant_link(&app, "skm-2017");
    let other = link_of(&app, "dinas-b", "skm-2017");
    let (client, limit) = (app.client(), 3000);
    let send = |link: &str| client.put(&format!("/api/v1/public/surveys/{link}/responses/{}", id()), body([3; 9]));
    let mut replies = std::iter::repeat_with(|| send(&link)).take(limit).enumerate();
    let (passed, refused) = replies.find(|(_, reply)| reply.status != 201).unwrap();
    assert!(passed >= 1000, "{passed} passed");
    assert_eq!((refused.status, refused.code()), (429, "too_many_requests"));
    assert!(refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    // Each of them opened the page, began and finished as well: what is counted around answers has room for all.
    let events = format!("/api/v1/public/surveys/{link}/events");
    let event = |kind: &str| client.post(&events, json!({ "event": kind })).status;
    let told = ["opened", "begun", "finished"].iter().flat_map(|kind| std::iter::repeat_n(kind, 1000));
    assert!(told.map(|kind| event(kind)).all(|status| status == 202));
    // Another unit's respondents behind the same address are not concerned.
    assert_eq!(send(&other).status, 201);
}
