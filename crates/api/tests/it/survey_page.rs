//! The survey as one plain form, for browsers without JavaScript.

mod content;
mod form;
mod refusals;

use crate::city::{close, id, plant_link};
use crate::support::{Client, Database, Reply, TestApp, on_both};
use chrono::TimeDelta;

/// The questions in the order of the printed form: facilities (U9) before complaints (U8).
const PRINTED_ORDER: [&str; 9] = ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u9", "u8"];

fn n(app: &TestApp) -> i64 {
    app.admin().get("/api/v1/units/uptd-a/results").json["n"].as_i64().unwrap()
}

fn open(client: &Client, link: &str) -> Reply {
    let page = client.get(&format!("/s/{link}"));
    assert_eq!(page.status, 200, "{}", page.text);
    page
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("{start} is not in {text}")).1;
    rest.split_once(end).unwrap().0
}

fn id_of(page: &Reply) -> &str {
    between(&page.text, r#"name="id" value=""#, "\"")
}

fn post(client: &Client, link: &str, fields: &[(&str, &str)]) -> Reply {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let client = client.clone().with_header("content-type", "application/x-www-form-urlencoded");
    client.send("POST", &format!("/s/{link}"), Some(body.as_bytes()))
}

/// The fields of a page with one answer.
fn one_answer(id: &str) -> Vec<(&str, &str)> {
    vec![("id", id), ("version", "1"), ("language", "id"), ("action", "send"), ("u1", "3"), ("u9", "1")]
}

fn has(page: &Reply, parts: &[&str]) {
    for part in parts {
        assert!(page.text.contains(part), "{part} is not in {}", page.text);
    }
}

/// Begins what a page carries for the application, in both languages.
const DATA: &str = r#"<script type="application/json" id="survey-data">"#;

/// What people see of a page.
fn without_data(page: &str) -> String {
    match page.split_once(DATA) {
        Some((before, rest)) => format!("{before}{}", rest.split_once("</script>").map_or("", |(_, after)| after)),
        None => page.to_owned(),
    }
}

fn app(questionnaire: &str) -> (TestApp, String, Client) {
    let app = TestApp::start(Database::Sqlite);
    let link = plant_link(&app, questionnaire);
    let client = app.client();
    (app, link, client)
}

on_both! {
    fn a_posted_form_is_counted_once_however_often_it_is_sent(app: TestApp) {
        let (link, client) = (plant_link(&app, "skm-2017"), app.client());
        let page = open(&client, &link);
        let mut fields = one_answer(id_of(&page));
        fields.extend([("service", "daring"), ("profile.sex", "female"), ("profile.age", ""), ("u8", ""), ("comment", "Baik")]);
        for _ in 0..3 {
            let reply = post(&client, &link, &fields);
            assert_eq!((reply.status, reply.text.as_str()), (303, ""));
            assert_eq!(reply.header("location"), format!("/s/{link}/terima-kasih?language=id&comment=1"));
        }
        assert_eq!(n(&app), 1);
        let results = app.admin().get("/api/v1/units/uptd-a/results?service=daring");
        assert_eq!(results.json["n"], 1, "{}", results.text);
        let comments = app.admin().get("/api/v1/units/uptd-a/comments");
        assert!(comments.text.contains("Baik"), "{}", comments.text);
        fields[4] = ("u1", "4");
        let changed = post(&client, &link, &fields);
        assert_eq!(changed.status, 409);
        has(&changed, &["Jawaban ini sudah pernah dikirim", "Mulai survei baru"]);
        assert_eq!(n(&app), 1);
        let thanks = client.get(&format!("/s/{link}/terima-kasih?language=id"));
        assert_eq!(thanks.status, 200);
        has(&thanks, &["Terima kasih.", "Jawaban Saudara sudah terkirim."]);
        assert!(!thanks.text.contains("http-equiv") && !thanks.text.contains(&format!("href=\"/s/{link}\"")));
    }

    fn a_form_begun_before_the_link_closed_is_still_taken(app: TestApp) {
        let (link, client) = (plant_link(&app, "skm-2017"), app.client());
        let page = open(&client, &link);
        app.clock.advance(TimeDelta::minutes(1));
        close(&app, &link);
        app.clock.advance(TimeDelta::minutes(1));
        let late = id();
        assert_eq!(post(&client, &link, &one_answer(id_of(&page))).status, 303);
        assert_eq!(n(&app), 1);
        let closed = client.get(&format!("/s/{link}"));
        assert_eq!(closed.status, 410);
        has(&closed, &["Survei ini sudah ditutup", "mintalah tautan yang berlaku", "uptd-a"]);
        let refused = post(&client, &link, &one_answer(&late));
        assert_eq!(refused.status, 410);
        assert_eq!(n(&app), 1);
    }
}
