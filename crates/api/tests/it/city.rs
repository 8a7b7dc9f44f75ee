//! A link of `uptd-a`, and answers to send to it.

use crate::support::{Client, Reply, TestApp};
use crate::tree;
use domain::{Channel, Code, LinkCode};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use store::links::{NewLink, create_link};
use store::services::{NewService, create_service, list_services};
use store::units::find_unit;
use uuid::Uuid;

/// Plants the units and a link of `uptd-a`; answers its code.
pub fn plant_link(app: &TestApp, questionnaire: &str) -> String {
    tree::plant(app);
    link_of(app, "uptd-a", questionnaire)
}

/// A link of a unit.
pub fn link_of(app: &TestApp, unit: &str, questionnaire: &str) -> String {
    let (unit, now) = (unit.to_owned(), app.clock.now());
    let questionnaire_id = app.db.versions().find(questionnaire, None).unwrap().id;
    let link = app.db.write_blocking(move |conn| {
        let unit_id = find_unit(conn, &unit)?.id;
        if list_services(conn, &[unit_id])?.len() == 1 {
            let code = Code::parse("daring").unwrap();
            let (name, mode) = ("Layanan daring".to_owned(), domain::questionnaire::ServiceMode::Online);
            create_service(conn, &NewService { unit_id, code, name, mode, free: true })?;
        }
        let link = NewLink {
            unit_id,
            service: None,
            questionnaire_id,
            channel: Channel::SelfFilled,
            label: String::new(),
            expires_at: None,
            created_by: "test".to_owned(),
        };
        create_link(conn, &link, now)
    });
    link.unwrap().code.to_string()
}

/// Nine scores as a body.
pub fn answers(scores: [u8; 9]) -> Value {
    let codes = ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9"];
    codes
        .iter()
        .zip(scores)
        .map(|(code, score)| ((*code).to_owned(), json!(score)))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A body of `skm-2017`.
pub fn body(scores: [u8; 9]) -> Value {
    json!({"questionnaire": "skm-2017", "version": 1, "answers": answers(scores)})
}

/// A new id.
pub fn id() -> String {
    Uuid::now_v7().to_string()
}

/// Sends a body under a new id; after [`TestApp::end_quarter`] as a device that waited since the quarter's last days.
pub fn submit(app: &TestApp, link: &str, body: &Value) -> Reply {
    let mut body = body.clone();
    if app.clock.now().format("%Y-%m").to_string() == "2026-10" {
        body["answered_at"] = json!("2026-09-29T02:00:00Z");
    }
    app.client().put(&format!("/api/v1/public/surveys/{link}/responses/{}", id()), body)
}

/// Closes a link.
pub fn close(app: &TestApp, link: &str) {
    let (code, now) = (LinkCode::parse(link).unwrap(), app.clock.now());
    let change = store::links::LinkChange { closed: Some(true), ..Default::default() };
    app.db.write_blocking(move |conn| store::links::update_link(conn, code, 1, &change, now)).unwrap();
}

/// Waits until so many answers from one device are known to a draft, after which it stands still: devices are counted every
/// few seconds.
pub fn await_devices(client: &Client, report: &Reply, answers: i64) {
    let path = format!("/api/v1/reports/{}", report.json["id"].as_str().unwrap());
    let until = Instant::now() + Duration::from_secs(20);
    while client.get(&path).json["document"]["quality"]["most_from_one_device"] != answers {
        assert!(Instant::now() < until, "the devices were not counted");
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// The golden case as a file.
pub const GOLDEN: &str = include_str!("../../../domain/tests/golden/sekadau-2019-first10.csv");

/// Its raw answers, in element order.
pub fn golden() -> Vec<[u8; 9]> {
    let row =
        |line: &str| line.split(',').skip(1).map(|cell| cell.parse().unwrap()).collect::<Vec<u8>>().try_into().unwrap();
    GOLDEN.lines().skip(1).map(row).collect()
}

/// Sends them all by a link.
pub fn send_golden(app: &TestApp, link: &str) {
    for scores in golden() {
        assert_eq!(submit(app, link, &body(scores)).status, 201);
    }
}
