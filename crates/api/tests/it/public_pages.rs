//! The public pages of units and of the city, their JSON and the badge.

use crate::city::{body, link_of, plant_link, submit};
use crate::support::{Database, Reply, TestApp, on_both};
use chrono::TimeDelta;
use serde_json::json;

const REPORTS: &str = "/api/v1/reports";
const UNIT: &str = "/api/v1/public/units/uptd-a";
/// The largest page that may be sent.
const LARGEST_PAGE: usize = 30_000;

fn answer(app: &TestApp, link: &str, scores: &[u8]) {
    for score in scores {
        assert_eq!(submit(app, link, &body([*score; 9])).status, 201);
    }
}

fn publish(app: &TestApp, unit: &str, plan: bool) -> Reply {
    app.end_quarter();
    let client = &app.admin();
    let mut report = client.post(REPORTS, json!({"unit": unit, "period": "2026-TW3"}));
    let path = format!("{REPORTS}/{}", report.json["id"].as_str().unwrap());
    let with = |report: &Reply| client.clone().with_header("if-match", report.header("etag"));
    if plan {
        let row = json!({"element": "U1", "programme": "Membuka loket kedua & <b>", "quarters": ["TW4"], "year": 2026, "responsible": "Sekretaris"});
        report = with(&report).put(&format!("{path}/edits"), json!({"plan": [row]}));
        assert_eq!(report.status, 200, "{}", report.text);
    }
    let report = with(&report).post(&format!("{path}/submit"), json!({}));
    let report = with(&report).post(&format!("{path}/publish"), json!({}));
    assert_eq!(report.status, 200, "{}", report.text);
    report
}

fn is_plain(page: &Reply) {
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"), "{}", page.text);
    assert!(page.bytes.len() < LARGEST_PAGE, "{} bytes", page.bytes.len());
    assert!(!page.text.contains("<script") && !page.text.contains("style="), "{}", page.text);
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
}

on_both! {
    fn a_unit_shows_its_newest_published_report_and_what_it_promised(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        answer(&app, &link, &[3; 12]);
        let report = publish(&app, "uptd-a", true);
        answer(&app, &link, &[1; 5]);
        let code = report.json["code"].as_str().unwrap();
        let read = app.client().get(UNIT);
        assert_eq!((read.status, &read.json["report"]["code"], &read.json["closed"]), (200, &report.json["code"], &json!(null)), "{}", read.text);
        assert_eq!((&read.json["report"]["n"], &read.json["reports"][0]["indices"][0]["converted"]), (&json!(12), &json!("75.00")));
        let page = app.client().get("/u/uptd-a");
        is_plain(&page);
        for shown in ["75,00", "Mutu pelayanan C: Kurang Baik", "12 responden", "Membuka loket kedua &#38; &#60;b&#62;", "U1 Persyaratan", &format!("href=\"/l/{code}\""), "/u/uptd-a/badge.svg"] {
            assert!(page.text.contains(shown), "{shown}: {}", page.text);
        }
        assert!(app.client().get(&format!("/l/{code}")).text.contains("href=\"/u/uptd-a\""));
        let english = app.client().get("/u/uptd-a?language=en");
        assert!(english.text.contains("Grade C") && english.text.contains("lang=\"en\""), "{}", english.text);
        let again = app.client().with_header("if-none-match", read.header("etag")).get(UNIT);
        assert_eq!(again.status, 304);
    }

    fn a_unit_without_a_report_shows_its_last_closed_quarter_and_never_the_running_one(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        answer(&app, &link, &[4; 10]);
        let running = app.client().get(UNIT);
        assert_eq!((&running.json["report"], &running.json["closed"], &running.json["trends"]), (&json!(null), &json!(null), &json!([])), "{}", running.text);
        let page = app.client().get("/u/uptd-a");
        is_plain(&page);
        assert!(page.text.contains("Belum ada nilai yang dapat ditampilkan") && !page.text.contains("100,00"), "{}", page.text);
        app.clock.advance(TimeDelta::days(60));
        let closed = app.client().get(UNIT);
        assert_eq!((&closed.json["closed"]["period"], &closed.json["closed"]["indices"][0]["converted"]), (&json!("2026-TW3"), &json!("100.00")), "{}", closed.text);
        let page = app.client().get("/u/uptd-a");
        assert!(page.text.contains("100,00") && page.text.contains("Belum ada laporan yang diterbitkan"), "{}", page.text);
        assert!(page.text.contains("bertanda “sementara”"), "{}", page.text);
        let badge = app.client().get("/u/uptd-a/badge.svg").text;
        assert!(badge.contains(">100,00 · A · sementara<") && badge.contains("Triwulan III 2026, sementara</title>"), "{badge}");
    }

    fn fewer_answers_than_the_city_shows_are_no_public_figure(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        answer(&app, &link, &[4; 9]);
        app.clock.advance(TimeDelta::days(60));
        assert_eq!(app.client().get(UNIT).json["closed"], json!(null));
        publish(&app, "uptd-a", false);
        let read = app.client().get(UNIT);
        assert_eq!((&read.json["report"]["indices"], &read.json["reports"][0]["indices"], &read.json["trends"]), (&json!([]), &json!([]), &json!([])));
        assert!(app.client().get("/u/uptd-a").text.contains("Responden terlalu sedikit"));
        let badge = app.client().get("/u/uptd-a/badge.svg");
        assert!(badge.text.contains("belum ada") && !badge.text.contains("100,00"), "{}", badge.text);
        let city = app.client().get("/api/v1/public/city");
        assert_eq!((&city.json["headline"], &city.json["units"][0]["report"]["indices"]), (&json!(null), &json!([])), "{}", city.text);
        assert!(!app.client().get("/kota").text.contains("100,00"));
    }

    fn the_city_shows_its_headline_and_the_units_that_have_published(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        is_plain(&app.client().get("/kota"));
        answer(&app, &link, &[3; 12]);
        answer(&app, &link_of(&app, "dinas-b", "skm-2017"), &[4; 12]);
        publish(&app, "uptd-a", false);
        let read = app.client().get("/api/v1/public/city");
        let headline = &read.json["headline"];
        assert_eq!((&headline["sementara"], &headline["units"], &headline["indices"][0]["converted"]), (&json!(true), &json!(2), &json!("87.50")), "{}", read.text);
        let units: Vec<&str> = read.json["units"].as_array().unwrap().iter().map(|unit| unit["unit"].as_str().unwrap()).collect();
        assert_eq!((units, &read.json["units_obliged"]), (vec!["uptd-a"], &json!(3)));
        let page = app.client().get("/kota");
        is_plain(&page);
        for shown in ["87,50", "rata-rata nilai 2 unit", "1 dari 3 unit wajib survei", "href=\"/u/uptd-a\"", "75,00"] {
            assert!(page.text.contains(shown), "{shown}: {}", page.text);
        }
        let report = publish(&app, "kota", false);
        let read = app.client().get("/api/v1/public/city");
        assert_eq!((&read.json["headline"]["report"], &read.json["headline"]["sementara"]), (&report.json["code"], &json!(true)));
        assert!(app.client().get("/kota").text.contains(&format!("href=\"/l/{}\"", report.json["code"].as_str().unwrap())));
        let moved = app.client().get("/u/kota");
        assert_eq!((moved.status, moved.header("location")), (308, "/kota"));
    }

    fn the_city_tells_its_trend_and_what_was_promised_and_done(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        let point = |period: &str, value: &str| json!({"period": period, "value": value, "grade": "B", "n": 300});
        let points = [point("2026-TW1", "80.10"), point("2026-TW2", "81.20")];
        for point in &points {
            assert_eq!(app.admin().put("/api/v1/units/kota/historic-points", point.clone()).status, 200);
        }
        answer(&app, &link, &[3; 12]);
        app.end_quarter();
        let admin = app.admin();
        let with = |report: &Reply| admin.clone().with_header("if-match", report.header("etag"));
        let path = |report: &Reply| format!("{REPORTS}/{}", report.json["id"].as_str().unwrap());
        let row = |element: &str, programme: &str| json!({"element": element, "programme": programme, "quarters": ["TW3"], "year": 2026, "responsible": "Sekretaris"});
        let rows = [row("U1", "Membuka loket kedua & <b>"), row("U2", "Papan alur baru")];
        let before = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW2"}));
        let before = with(&before).put(&format!("{}/edits", path(&before)), json!({"plan": rows}));
        assert_eq!(with(&before).post(&format!("{}/submit", path(&before)), json!({})).status, 200);
        let none = app.client().get("/api/v1/public/city");
        assert_eq!(none.json["follow_up"], json!(null), "only published reports tell");
        let report = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3"}));
        let told = |state: &str, row: &serde_json::Value| json!({"planned": row, "state": state, "description": "x", "photos": []});
        let edits = json!({"plan": [row("U3", "Antrean daring")], "last_plan": [told("done", &rows[0]), told("running", &rows[1])]});
        let report = with(&report).put(&format!("{}/edits", path(&report)), edits);
        let report = with(&report).post(&format!("{}/submit", path(&report)), json!({}));
        assert_eq!(app.client().get("/api/v1/public/city").json["follow_up"], json!(null));
        assert_eq!(with(&report).post(&format!("{}/publish", path(&report)), json!({})).status, 200);
        let city = app.client().get("/api/v1/public/city");
        let follow_up = &city.json["follow_up"];
        assert_eq!(follow_up, &json!({"promised": 2, "done": 1, "not_reported": 0, "units": 1, "planned": 1, "latest": [
            {"unit": "uptd-a", "name": "uptd-a", "element": "U1", "programme": "Membuka loket kedua & <b>"}
        ]}), "{}", city.text);
        let values: Vec<&str> = city.json["trends"][0]["points"].as_array().unwrap().iter().map(|point| point["converted"].as_str().unwrap()).collect();
        assert_eq!(values, ["80.10", "81.20", "75.00"]);
        let page = app.client().get("/kota");
        is_plain(&page);
        for shown in ["<svg ", "80,10", "81,20", "1 dari 2 rencana tindak lanjut dalam laporan 1 unit", "menjanjikan 1 tindak lanjut", "U1 Persyaratan: Membuka loket kedua &#38; &#60;b&#62;"] {
            assert!(page.text.contains(shown), "{shown}: {}", page.text);
        }
        let english = app.client().get("/kota?language=en");
        assert!(english.text.contains("1 of 2 follow-up actions"), "{}", english.text);
    }

    fn a_badge_can_stand_on_any_site(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        answer(&app, &link, &[3; 12]);
        publish(&app, "uptd-a", false);
        let badge = app.client().get("/u/uptd-a/badge.svg");
        assert_eq!((badge.status, badge.header("content-type")), (200, "image/svg+xml"), "{}", badge.text);
        assert!(!badge.text.contains("sementara"), "{}", badge.text);
        assert!(badge.text.contains(">75,00 · C<") && badge.text.contains(">TW III 2026<"), "{}", badge.text);
        assert_eq!(badge.header("cache-control"), "public, max-age=900");
        assert_eq!(badge.header("cross-origin-resource-policy"), "cross-origin");
        assert!(badge.header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(app.client().with_header("if-none-match", badge.header("etag")).get("/u/uptd-a/badge.svg").status, 304);
        for unknown in ["/u/none", "/u/none/badge.svg", "/u/%00", "/u/A%20b/badge.svg", "/api/v1/public/units/none"] {
            assert!(matches!(app.client().get(unknown).status, 400 | 404), "{unknown}");
        }
    }
}

#[test]
fn a_page_is_compressed_as_its_reader_likes_it() {
    let app = TestApp::start(Database::Sqlite);
    let page = format!("/s/{}", plant_link(&app, "skm-2017"));
    let accepting = |coding: &str| app.client().with_header("accept-encoding", coding).get(&page);
    let plain = accepting("identity");
    for (accepted, chosen) in [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0", "")] {
        let reply = accepting(accepted);
        assert_eq!((reply.header("content-encoding"), reply.header("vary")), (chosen, "accept-encoding"), "{accepted}");
        assert!(chosen.is_empty() || reply.bytes.len() * 2 < plain.bytes.len(), "{accepted}: {}", reply.bytes.len());
    }
    let mut read = Vec::new();
    brotli::BrotliDecompress(&mut &accepting("br").bytes[..], &mut read).unwrap();
    // Each page carries an id of its own, so two are alike but not the same.
    assert!(read.ends_with(b"</html>") && read.len() == plain.bytes.len());
}

#[test]
fn a_page_has_one_address_without_a_slash_at_its_end() {
    let app = TestApp::start(Database::Sqlite);
    let survey = format!("/s/{}", plant_link(&app, "skm-2017"));
    let pages =
        [survey.as_str(), "/s/xxxxxxxx/terima-kasih", "/l/k7m2p9qx", "/u/uptd-a", "/kota", "/console", "/console/city"];
    for page in pages {
        let reply = app.client().get(&format!("{page}/?language=en"));
        assert_eq!((reply.status, reply.header("location")), (308, format!("{page}?language=en").as_str()), "{page}");
    }
    assert_eq!(app.client().get("//elsewhere.example/").status, 404);
}
