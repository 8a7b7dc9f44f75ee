//! The recap of the city stands on submitted reports.

use crate::city::{body, link_of, plant_link, submit};
use crate::reports::{go, make};
use crate::support::{Client, Reply, TestApp, on_both};
use serde_json::{Value, json};

const RECAP: &str = "/api/v1/recap?period=2026-TW3";

fn unit<'a>(recap: &'a Reply, code: &str) -> &'a Value {
    let units = recap.json["units"].as_array().unwrap();
    units.iter().find(|unit| unit["code"] == code).unwrap()
}

fn city(client: &Client) -> (Reply, Value) {
    let recap = client.get(RECAP);
    assert_eq!(recap.status, 200, "{}", recap.text);
    let ikm = recap.json["indices"][0].clone();
    (recap, ikm)
}

on_both! {
    fn a_unit_stands_with_its_submitted_report_and_the_city_is_final_with_the_last_of_them(app: TestApp) {
        let (of_a, of_b) = (plant_link(&app, "skm-2017"), link_of(&app, "dinas-b", "skm-2017"));
        let answer = |link: &str, score: u8| assert_eq!(submit(&app, link, &body([score; 9])).status, 201);
        for score in [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 2] {
            answer(&of_a, score);
            answer(&of_b, score - 1);
        }
        app.end_quarter();
        let admin = app.admin();
        let (open, before) = city(&admin);
        assert_eq!((&before["submitted_units"], &before["sementara"], &unit(&open, "uptd-a")["submitted"]), (&json!(0), &json!(true), &json!(false)));
        let report = go(&admin, &make(&admin, "uptd-a"), "submit");
        assert_eq!(report.status, 200, "{}", report.text);
        // To the last digit what the answers said, margins included.
        let (submitted, now) = city(&admin);
        assert_eq!((&now["submitted_units"], &now["sementara"], &unit(&submitted, "uptd-a")["submitted"]), (&json!(1), &json!(true), &json!(true)));
        for same in ["converted", "value", "margin", "units", "pooled", "converted_without_small"] {
            assert_eq!(now[same], before[same], "{same}");
        }
        for same in ["n", "indices", "elements", "sample"] {
            assert_eq!(unit(&submitted, "uptd-a")[same], unit(&open, "uptd-a")[same], "{same}");
        }
        // What comes later moves the pooled value alone, and the unit that has not submitted.
        answer(&of_a, 1);
        let (later, ikm) = city(&admin);
        assert_eq!((&unit(&later, "uptd-a")["n"], &unit(&later, "uptd-a")["indices"]), (&json!(12), &unit(&open, "uptd-a")["indices"]));
        assert_eq!((&ikm["converted"], &later.json["n"]), (&before["converted"], &json!(24)));
        assert_ne!(ikm["pooled"]["converted"], before["pooled"]["converted"]);
        let counted = admin.get(&format!("{RECAP}&include_excluded=true"));
        assert_eq!((&unit(&counted, "uptd-a")["n"], &unit(&counted, "uptd-a")["submitted"]), (&json!(13), &json!(false)));
        // A revision takes its place when it is published.
        let published = go(&admin, &report, "publish");
        let revised = go(&admin, &published, "revise");
        let revised = go(&admin, &revised, "submit");
        assert_eq!((unit(&city(&admin).0, "uptd-a")["n"].as_i64(), revised.status), (Some(12), 200), "{}", revised.text);
        assert_eq!(go(&admin, &revised, "publish").status, 200);
        assert_eq!(unit(&city(&admin).0, "uptd-a")["n"].as_i64(), Some(13));
        assert_eq!(go(&admin, &make(&admin, "dinas-b"), "submit").status, 200);
        let (_, last) = city(&admin);
        assert_eq!((&last["submitted_units"], &last["units"], &last["sementara"]), (&json!(2), &json!(2), &json!(false)));
    }

    fn a_report_of_another_period_or_service_is_no_figure_of_the_city(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for score in [4, 3, 2] {
            assert_eq!(submit(&app, &link, &body([score; 9])).status, 201);
        }
        app.end_quarter();
        let admin = app.admin();
        for subject in [json!({"unit": "uptd-a", "period": "2026-08"}), json!({"unit": "uptd-a", "service": "umum", "period": "2026-TW3"})] {
            let made = admin.post("/api/v1/reports", subject);
            assert_eq!((made.status, go(&admin, &made, "submit").status), (201, 200), "{}", made.text);
        }
        assert_eq!(city(&admin).1["submitted_units"], json!(0));
    }
}
