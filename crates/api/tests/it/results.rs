//! Figures over HTTP: right to the last printed digit.

use crate::city::{body, golden, id, link_of, plant_link, send_golden, submit};
use crate::support::{TestApp, on_both};
use serde_json::{Value, json};

fn ikm(results: &Value) -> Value {
    results["indices"].as_array().unwrap().iter().find(|index| index["index"] == "ikm").unwrap().clone()
}

on_both! {
    fn the_golden_answers_give_the_published_figure(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        send_golden(&app, &link);
        let reply = app.admin().get("/api/v1/units/uptd-a/results?from=2026-08&to=2026-08");
        let ikm = ikm(&reply.json);
        assert_eq!((ikm["converted"].as_str(), ikm["grade"].as_str(), ikm["n"].as_i64()), (Some("78.89"), Some("B"), Some(10)));
        assert_eq!((ikm["margin"]["points"].as_str(), ikm["weight"].as_str()), (Some("4.51"), Some("1/9")));
        let sums: Vec<i64> = ikm["elements"].as_array().unwrap().iter().map(|element| {
            element["scores"].as_array().unwrap().iter().zip(1..).map(|(n, score)| n.as_i64().unwrap() * score).sum()
        }).collect();
        assert_eq!(sums, [28, 28, 29, 35, 33, 34, 33, 30, 34]);
        let lowest: Vec<&str> = ikm["elements"].as_array().unwrap().iter().filter(|e| e["lowest"] == true).map(|e| e["code"].as_str().unwrap()).collect();
        assert_eq!(lowest, ["U1", "U2"]);
    }

    fn own_results_are_the_default_and_the_subtree_is_explicit(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([4; 9]));
        submit(&app, &link_of(&app, "dinas-a", "skm-2017"), &body([2; 9]));
        let admin = app.admin();
        let get = |query: &str| admin.get(&format!("/api/v1/units/dinas-a/results{query}")).json;
        assert_eq!((get("")["n"].as_i64(), ikm(&get(""))["converted"].as_str()), (Some(1), Some("50.00")));
        assert_eq!((get("?subtree=true")["n"].as_i64(), ikm(&get("?subtree=true"))["converted"].as_str()), (Some(2), Some("75.00")));
        assert_eq!(admin.get("/api/v1/units/kota/results?subtree=true").json["n"], 2);
    }

    fn who_was_not_asked_did_not_decline(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([4; 9]));
        let link = link_of(&app, "dinas-a", "terpadu-16");
        let person = |profile: Value| {
            json!({"questionnaire": "terpadu-16", "version": 1, "answers": {"t01": 3}, "profile": profile, "consents": ["disability"]})
        };
        let people = [
            json!({"sex": "male", "age": "26-34", "disability": "yes", "disability_type": "fisik"}),
            json!({"age": "26-34", "disability": "yes"}),
            json!({"disability": "no"}),
            json!({"age": "under-17"}),
            json!({}),
        ];
        for profile in people {
            let reply = submit(&app, &link, &person(profile));
            assert_eq!(reply.status, 201, "{}", reply.text);
        }
        let results = app.admin().get("/api/v1/units/kota/results?subtree=true").json;
        let of = |code: &str| -> Vec<(String, i64, String)> {
            let all = results["characteristics"].as_array().unwrap();
            let options = &all.iter().find(|found| found["code"] == code).unwrap()["options"];
            let told = |option: &Value| {
                let text = |name: &str| option[name].as_str().unwrap().to_owned();
                (text("code"), option["n"].as_i64().unwrap(), text("percent"))
            };
            options.as_array().unwrap().iter().map(told).collect()
        };
        let row = |code: &str, n, percent: &str| (code.to_owned(), n, percent.to_owned());
        assert_eq!(results["n"], 6);
        // Neither the one whose questionnaire has no such question, nor the minor.
        assert_eq!(of("disability"), [row("no", 1, "25.00"), row("yes", 2, "50.00"), row("declined", 1, "25.00")]);
        assert_eq!(of("disability_type"), [row("fisik", 1, "50.00"), row("declined", 1, "50.00")]);
        assert_eq!(of("sex"), [row("male", 1, "16.67"), row("declined", 5, "83.33")]);
        let unit = app.admin().get("/api/v1/units/dinas-a/results").json;
        assert!(unit["characteristics"].as_array().unwrap().iter().all(|found| found["code"] != "disability_type"));
    }

    fn an_operator_reads_the_own_unit_alone(app: TestApp) {
        plant_link(&app, "skm-2017");
        let operator = app.operator("budi", "uptd-a");
        assert_eq!(operator.get("/api/v1/units/uptd-a/results").status, 200);
        assert_eq!(operator.get("/api/v1/units/dinas-a/results").code(), "outside_scope");
        assert_eq!(operator.get("/api/v1/recap").code(), "outside_scope");
        assert_eq!(operator.get("/api/v1/units/none/results").status, 404);
        assert_eq!(app.client().get("/api/v1/units/uptd-a/results").code(), "not_signed_in");
    }

    fn figures_have_an_etag_that_follows_the_answers(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([4; 9]));
        let admin = app.admin();
        let path = "/api/v1/units/uptd-a/results";
        let first = admin.get(path);
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with("W/\""));
        let conditional = admin.clone().with_header("if-none-match", &etag);
        assert_eq!((conditional.get(path).status, conditional.get(path).text.as_str()), (304, ""));
        submit(&app, &link, &body([3; 9]));
        assert_eq!(conditional.get(path).status, 200);
    }

    fn excluding_changes_the_figures_and_can_be_undone(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([4; 9]));
        let bad = id();
        app.client().put(&format!("/api/v1/public/surveys/{link}/responses/{bad}"), body([1; 9]));
        let admin = app.admin();
        let exclude = json!({"ids": [bad], "reason": "test", "note": "uji coba"});
        assert_eq!(app.operator("wati", "dinas-b").post("/api/v1/exclusions", exclude.clone()).status, 404);
        let made = admin.post("/api/v1/exclusions", exclude);
        assert_eq!((made.status, made.json["responses"].as_i64()), (201, Some(1)), "{}", made.text);
        let results = admin.get("/api/v1/units/uptd-a/results").json;
        assert_eq!((results["n"].as_i64(), ikm(&results)["converted"].as_str()), (Some(1), Some("100.00")));
        assert_eq!(results["excluded"], json!({"n": 1, "by_reason": [{"reason": "test", "n": 1}]}));
        let with = admin.get("/api/v1/units/uptd-a/results?include_excluded=true").json;
        assert_eq!((with["n"].as_i64(), ikm(&with)["converted"].as_str()), (Some(2), Some("62.50")));
        for (query, n, counted) in [("", 0, false), ("&include_excluded=true", 1, true)] {
            let series = admin.get(&format!("/api/v1/units/uptd-a/series?count=1{query}")).json;
            let recap = admin.get(&format!("/api/v1/recap?period=current{query}")).json;
            assert_eq!((&series["excluded"], &series["excluded_counted"]), (&json!(1), &json!(counted)));
            assert_eq!((&recap["excluded"], &recap["method"]["excluded_counted"]), (&json!(1), &json!(counted)));
            let counted = [&series["series"][0]["points"][0]["figure"]["n"], &recap["n"]].map(|n| n.as_i64().unwrap());
            assert_eq!(counted, [1 + n; 2], "{query}");
        }
        let undo = format!("/api/v1/exclusions/{}/undo", made.json["id"]);
        assert_eq!(admin.post(&undo, json!({})).status, 200);
        assert_eq!(admin.post(&undo, json!({})).code(), "refused");
        assert_eq!(admin.get("/api/v1/units/uptd-a/results").json["n"], 2);
        assert_eq!(admin.get("/api/v1/exclusions").json["items"][0]["undone_by"], "user:admin");
        let by_time = json!({"link": link, "from": "2026-08-12T00:00:00Z", "to": "2026-08-12T23:00:00Z", "reason": "other"});
        assert_eq!(admin.post("/api/v1/exclusions", by_time.clone()).json["errors"][0]["pointer"], "/note");
        let by_time = json!({"note": "pesta", "link": link, "from": "2026-08-12T00:00:00Z", "to": "2026-08-12T23:00:00Z", "reason": "other"});
        assert_eq!(admin.post("/api/v1/exclusions", by_time).json["responses"], 2);
    }

    fn an_operator_sees_what_was_taken_out_of_the_own_units(app: TestApp) {
        let (ours, theirs) = (plant_link(&app, "skm-2017"), link_of(&app, "dinas-b", "skm-2017"));
        let sent = |link: &str| {
            let id = id();
            assert_eq!(app.client().put(&format!("/api/v1/public/surveys/{link}/responses/{id}"), body([2; 9])).status, 201);
            id
        };
        let (one, two, other, own) = (sent(&ours), sent(&ours), sent(&theirs), sent(&ours));
        let (admin, budi, wati) = (app.admin(), app.operator("budi", "uptd-a"), app.operator("wati", "dinas-b"));
        let exclude = |client: &crate::support::Client, ids: Value| {
            let made = client.post("/api/v1/exclusions", json!({"ids": ids, "reason": "test"}));
            assert_eq!(made.status, 201, "{}", made.text);
            made.json["id"].as_i64().unwrap()
        };
        let both = exclude(&admin, json!([one, two, other]));
        let budis = exclude(&budi, json!([own]));
        let seen = |client: &crate::support::Client| -> Vec<(i64, i64)> {
            let items = client.get("/api/v1/exclusions").json["items"].as_array().unwrap().clone();
            items.iter().map(|item| (item["id"].as_i64().unwrap(), item["responses"].as_i64().unwrap())).collect()
        };
        assert_eq!(seen(&admin), [(budis, 1), (both, 3)]);
        assert_eq!(seen(&budi), [(budis, 1), (both, 2)]);
        assert_eq!(seen(&wati), [(both, 1)]);
        assert_eq!(budi.post(&format!("/api/v1/exclusions/{both}/undo"), json!({})).code(), "outside_scope");
        assert_eq!(budi.post(&format!("/api/v1/exclusions/{budis}/undo"), json!({})).status, 200);
        assert_eq!(seen(&budi), [(budis, 1), (both, 2)]);
        let admins = exclude(&admin, json!([own]));
        let undo = format!("/api/v1/exclusions/{admins}/undo");
        let refused = budi.post(&undo, json!({}));
        assert_eq!(refused.code(), "forbidden");
        assert!(refused.json["detail"].as_str().unwrap().contains("only user:admin, who made exclusion"), "{}", refused.text);
        assert_eq!(admin.post(&undo, json!({})).status, 200);
        let page = budi.get("/api/v1/exclusions?limit=1").json;
        let rest = budi.get(&format!("/api/v1/exclusions?limit=1&cursor={}", page["next"].as_str().unwrap())).json;
        assert_eq!((rest["items"][0]["id"].as_i64(), &rest["next"]), (Some(both), &Value::Null));
    }

    fn comments_come_by_month_without_day_and_page_by_page(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for number in 0..7 {
            let mut body = body([3; 9]);
            body["comment"] = json!(format!("Komentar {number} <b>"));
            submit(&app, &link, &body);
        }
        let admin = app.admin();
        let first = admin.get("/api/v1/units/uptd-a/comments?limit=4").json;
        let second = admin.get(&format!("/api/v1/units/uptd-a/comments?limit=4&cursor={}", first["next"].as_str().unwrap())).json;
        let texts = |page: &Value| page["items"].as_array().unwrap().iter().map(|c| c["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let mut all = [texts(&first), texts(&second)].concat();
        all.sort();
        assert_eq!(all, (0..7).map(|number| format!("Komentar {number} <b>")).collect::<Vec<_>>());
        assert_eq!(first["items"][0]["month"], "2026-08");
        assert_eq!(first["items"][0]["service"], "umum");
        assert_eq!(admin.get("/api/v1/units/uptd-a/comments?cursor=zz").status, 400);
    }

    fn comments_are_searched_by_what_stands_in_them(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for text in ["Loket cuma SATU", "100% puas", "100 orang antre", "di_loket", "dixloket", "C:\\antre", "ÉLOK", "élok"] {
            let mut body = body([3; 9]);
            body["comment"] = json!(text);
            assert_eq!(submit(&app, &link, &body).status, 201);
        }
        let admin = app.admin();
        let get = |q: &str| admin.get(&format!("/api/v1/units/uptd-a/comments?{q}"));
        let found = |q: &str| {
            let reply = get(&format!("q={q}"));
            assert_eq!(reply.status, 200, "{q}: {}", reply.text);
            let mut texts: Vec<String> = reply.json["items"].as_array().unwrap().iter().map(|c| c["text"].as_str().unwrap().to_owned()).collect();
            texts.sort();
            texts
        };
        assert_eq!(found("loKET%20CUMA%20satu"), ["Loket cuma SATU"]);
        assert_eq!(found("100%25"), ["100% puas"]);
        assert_eq!(found("i_l"), ["di_loket"]);
        assert_eq!(found("%5Cant"), ["C:\\antre"]);
        assert!(found("%C3%89LOK").contains(&"ÉLOK".to_owned()) && found("%C3%A9lok").contains(&"élok".to_owned()));
        assert_eq!(found("tidak%20ada"), Vec::<String>::new());
        for wrong in ["q=", "q=a", "q=%20a%20", &format!("q={}", "a".repeat(101))] {
            assert_eq!((get(wrong).status, get(wrong).json["errors"][0]["pointer"].as_str()), (400, Some("?q")), "{wrong}");
        }
        let first = get("q=loket&limit=2").json;
        let second = get(&format!("q=loket&limit=2&cursor={}", first["next"].as_str().unwrap())).json;
        assert_eq!((first["items"].as_array().unwrap().len(), second["items"].as_array().unwrap().len(), &second["next"]), (2, 1, &Value::Null));
    }

    fn the_recap_names_who_has_answers_and_how_the_headline_is_made(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([4; 9]));
        let other = link_of(&app, "dinas-b", "skm-2017");
        for _ in 0..3 {
            submit(&app, &other, &body([2; 9]));
        }
        let recap = app.admin().get("/api/v1/recap").json;
        assert_eq!((recap["units_obliged"].as_i64(), recap["units_with_answers"].as_i64(), recap["n"].as_i64()), (Some(3), Some(2), Some(4)));
        let city = ikm(&recap);
        assert_eq!((city["converted"].as_str(), city["pooled"]["converted"].as_str()), (Some("75.00"), Some("62.50")));
        assert_eq!((city["units"].as_i64(), city["small_units"].as_i64(), city["sementara"].as_bool()), (Some(2), Some(2), Some(true)));
        let codes: Vec<_> = recap["units"].as_array().unwrap().iter().map(|unit| unit["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["dinas-a", "uptd-a", "dinas-b"]);
        let kinds: Vec<_> = recap["kinds"].as_array().unwrap().iter().map(|kind| {
            let index = &kind["indices"][0];
            (kind["kind"].as_str().unwrap(), kind["units_obliged"].as_i64().unwrap(), kind["units_with_answers"].as_i64().unwrap(), kind["n"].as_i64().unwrap(),
             index["converted"].as_str().unwrap(), index["units"].as_i64().unwrap(), kind["elements"][8]["converted"].as_str().unwrap())
        }).collect();
        assert_eq!(kinds, [("perangkat_daerah", 2, 1, 3, "50.00", 1, "50.00"), ("uptd", 1, 1, 1, "100.00", 1, "100.00")]);
    }

    fn a_unit_that_need_not_survey_is_listed_apart(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for _ in 0..30 {
            submit(&app, &link, &body([3; 9]));
        }
        let free = link_of(&app, "dinas-b", "skm-2017");
        for _ in 0..30 {
            submit(&app, &free, &body([4; 9]));
        }
        let admin = app.admin();
        let unit = admin.get("/api/v1/units/dinas-b");
        let changed = admin.clone().with_header("if-match", unit.header("etag")).patch("/api/v1/units/dinas-b", json!({"obliged": false}));
        assert_eq!(changed.status, 200, "{}", changed.text);
        let recap = admin.get("/api/v1/recap").json;
        assert_eq!((recap["units_obliged"].as_i64(), recap["n"].as_i64()), (Some(2), Some(30)));
        let city = ikm(&recap);
        assert_eq!((city["converted"].as_str(), city["pooled"]["converted"].as_str(), city["pooled"]["n"].as_i64()), (Some("75.00"), Some("75.00"), Some(30)));
        assert_eq!((recap["units"][1]["code"].as_str(), recap["units"][1]["rank"].as_i64()), (Some("uptd-a"), Some(1)));
        assert_eq!((recap["others"].as_array().unwrap().len(), recap["others"][0]["code"].as_str(), &recap["others"][0]["rank"]), (1, Some("dinas-b"), &Value::Null));
        assert_eq!(recap["others"][0]["indices"][0]["converted"], "100.00");
    }

    fn a_series_tests_each_change_against_the_period_before(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        send_golden(&app, &link);
        let series = app.admin().get("/api/v1/units/uptd-a/series?by=month&count=3").json;
        let points = series["series"][0]["points"].as_array().unwrap();
        assert_eq!(points.iter().map(|p| p["period"].as_str().unwrap()).collect::<Vec<_>>(), ["2026-06", "2026-07", "2026-08"]);
        assert_eq!((points[1]["figure"].clone(), points[2]["figure"]["converted"].as_str()), (Value::Null, Some("78.89")));
        for wrong in ["by=week", "count=0", "count=99", "until=2026-13", "nothing=1"] {
            assert_eq!(app.admin().get(&format!("/api/v1/units/uptd-a/series?{wrong}")).status, 400, "{wrong}");
        }
    }

    fn periods_that_are_none_are_told_what_is_accepted(app: TestApp) {
        plant_link(&app, "skm-2017");
        let admin = app.admin();
        for wrong in ["period=2026-TW5", "period=26", "from=2026-07", "from=2026-09&to=2026-07", "period=2026&from=2026-01&to=2026-02", "from=x&to=y"] {
            let reply = admin.get(&format!("/api/v1/units/uptd-a/results?{wrong}"));
            assert_eq!((reply.status, reply.code()), (400, "invalid_query"), "{wrong}");
            assert!(reply.json["errors"][0]["accepted"].as_str().unwrap().contains("2026-TW3"), "{wrong}");
        }
    }

    fn each_period_keeps_the_weight_of_its_time(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for scores in golden() {
            let mut earlier = body(scores);
            earlier["answered_at"] = json!("2026-07-31T03:00:00Z");
            assert_eq!(submit(&app, &link, &earlier).status, 201);
        }
        send_golden(&app, &link);
        put_settings(&app, "2026-08", "weight", json!("0.11"));
        let admin = app.admin();
        let month = |month: &str| ikm(&admin.get(&format!("/api/v1/units/uptd-a/results?period={month}")).json);
        assert_eq!((month("2026-07")["converted"].as_str(), month("2026-08")["converted"].as_str()), (Some("78.89"), Some("78.10")));
        let change = month("2026-08")["change"].clone();
        assert_eq!((change["previous_converted"].as_str(), change["reason"].as_str()), (Some("78.89"), Some("other_weight")));
        let series = admin.get("/api/v1/units/uptd-a/series?by=month&count=2").json;
        let points = &series["series"][0]["points"];
        assert_eq!((points[0]["figure"]["converted"].as_str(), points[1]["figure"]["converted"].as_str()), (Some("78.89"), Some("78.10")));
        assert_eq!(points[1]["change"]["status"], "not_comparable");
    }

    fn the_mean_of_services_is_the_same_number_everywhere(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for scores in [[4; 9], [4; 9], [4; 9], [2; 9]] {
            let mut about = body(scores);
            about["service"] = json!(if scores[0] == 2 { "daring" } else { "umum" });
            assert_eq!(submit(&app, &link, &about).status, 201);
        }
        put_settings(&app, "2026-07", "unit_dari_layanan", json!("rata_rata_layanan"));
        let admin = app.admin();
        let results = ikm(&admin.get("/api/v1/units/uptd-a/results").json);
        assert_eq!((results["converted"].as_str(), results["pooled"]["converted"].as_str()), (Some("75.00"), Some("87.50")));
        let series = admin.get("/api/v1/units/uptd-a/series?count=1").json;
        assert_eq!(series["series"][0]["points"][0]["figure"]["converted"], "75.00");
        let recap = admin.get("/api/v1/recap").json;
        let unit = recap["units"].as_array().unwrap().iter().find(|unit| unit["code"] == "uptd-a").unwrap().clone();
        assert_eq!(ikm(&unit)["converted"], "75.00");
    }

    fn a_body_is_one_snapshot_while_answers_arrive(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        std::thread::scope(|scope| {
            let sending = scope.spawn(|| (0..60).for_each(|_| assert_eq!(submit(&app, &link, &body([3; 9])).status, 201)));
            let admin = app.admin();
            while !sending.is_finished() {
                let results = admin.get("/api/v1/units/uptd-a/results").json;
                let channels: i64 = results["channels"].as_array().unwrap().iter().map(|c| c["n"].as_i64().unwrap()).sum();
                assert_eq!(results["n"].as_i64(), Some(channels));
            }
        });
    }
}

/// Changes one setting from a month on.
fn put_settings(app: &TestApp, valid_from: &str, key: &str, value: Value) {
    let current = app.admin().get("/api/v1/settings/current");
    let mut settings = current.json["settings"].clone();
    settings[key] = value;
    let client = app.admin().with_header("if-match", current.header("etag"));
    let reply = client.put("/api/v1/settings", json!({"valid_from": valid_from, "settings": settings}));
    assert_eq!(reply.status, 200, "{}", reply.text);
}
