//! Survey links over HTTP.

use super::{change, column, edit, pointer};
use crate::support::{Client, Reply, TestApp, on_both};
use crate::tree;
use chrono::TimeDelta;
use serde_json::{Value, json};

const LINKS: &str = "/api/v1/links";

fn create(client: &Client, body: Value) -> Reply {
    let reply = client.post(LINKS, body);
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply
}

fn code(reply: &Reply) -> String {
    reply.json["code"].as_str().unwrap().to_owned()
}

/// Paints the runs of a drawn QR code, four pixels a module, and reads it.
fn scan(svg: &str) -> String {
    let side: usize = svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let path = svg.rsplit("d=\"").next().unwrap().split('"').next().unwrap();
    let mut dark = vec![false; side * side];
    for run in path.split('M').filter(|run| !run.is_empty()) {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(|n| n.parse().unwrap()).collect();
        let (x, y, length) = (numbers[0], numbers[1], numbers[2]);
        dark[y * side + x..y * side + x + length].fill(true);
    }
    let pixel = |x: usize, y: usize| if dark[y / 4 * side + x / 4] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, pixel);
    let found = image.detect_grids();
    assert_eq!(found.len(), 1, "{svg}");
    let (meta, text) = found[0].decode().unwrap();
    // 1 is how the format writes level L, the only one below M.
    assert_ne!(meta.ecc_level, 1);
    text
}

on_both! {
    fn the_qr_code_of_a_link_leads_to_its_survey(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let link = code(&create(&admin, json!({"unit": "dinas-a", "questionnaire": "skm-2017"})));
        let path = format!("{LINKS}/{link}/qr.svg");
        let drawn = admin.get(&path);
        assert_eq!((drawn.status, drawn.header("content-type")), (200, "image/svg+xml"));
        assert_eq!(scan(&drawn.text), format!("http://127.0.0.1:8080/s/{link}"));
        assert_eq!(admin.get(&format!("{LINKS}/{}/qr.svg", link.to_uppercase())).text, drawn.text);
        let etag = drawn.header("etag").to_owned();
        assert_eq!(admin.clone().with_header("if-none-match", &etag).get(&path).status, 304);
        assert_eq!(app.operator("wati", "dinas-b").get(&path).code(), "outside_scope");
        assert_eq!(admin.get(&format!("{LINKS}/zzzzzzzz/qr.svg")).code(), "not_found");
    }

    fn a_link_is_made_and_its_code_read_as_people_write_it(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let made = create(&admin, json!({"unit": "dinas-a", "questionnaire": "skm-2017", "label": " Loket 3 "}));
        let link = code(&made);
        assert_eq!(link.len(), 8);
        let expected = json!({
            "code": link, "url": format!("http://127.0.0.1:8080/s/{link}"), "unit": "dinas-a", "service": null,
            "questionnaire": "skm-2017", "version": 1, "channel": "self_filled", "label": "Loket 3", "expires_at": null,
            "closed_at": null, "created_by": "user:admin", "created_at": "2026-08-12T02:00:00Z"
        });
        assert_eq!((made.header("etag"), &made.json), ("\"1\"", &expected));
        let handwritten = link.replace('0', "O").replace('1', "L").to_uppercase();
        for written in [link.clone(), link.to_uppercase(), handwritten, format!("{}-{}", &link[..4], &link[4..])] {
            assert_eq!(admin.get(&format!("{LINKS}/{written}")).json, expected, "{written}");
        }
        for unknown in ["zzzzzzzz", "short", "uuuuuuuu", "%20"] {
            assert_eq!(admin.get(&format!("{LINKS}/{unknown}")).code(), "not_found", "{unknown}");
        }
    }

    fn an_operator_manages_the_links_of_the_own_units_alone(app: TestApp) {
        tree::plant(&app);
        let (admin, operator) = (app.admin(), app.operator("budiman", "dinas-a"));
        let foreign = code(&create(&admin, json!({"unit": "dinas-b", "questionnaire": "skm-2017"})));
        let own = create(&operator, json!({"unit": "uptd-a", "questionnaire": "terpadu-16", "channel": "kiosk"}));
        assert_eq!((&own.json["created_by"], &own.json["channel"]), (&json!("user:budiman"), &json!("kiosk")));
        assert_eq!(operator.get(&format!("{LINKS}/{foreign}")).code(), "outside_scope");
        let path = format!("{LINKS}/{foreign}");
        assert_eq!(change(&operator, &path, "\"1\"", json!({"closed": true})).code(), "outside_scope");
        let elsewhere = json!({"unit": "dinas-b", "questionnaire": "skm-2017"});
        assert_eq!(operator.post(LINKS, elsewhere).code(), "outside_scope");
        assert_eq!(admin.get(&path).json["closed_at"], json!(null));
        assert_eq!(column(&operator.get(LINKS), "code"), [code(&own)]);
        assert_eq!(operator.get(&format!("{LINKS}?unit=dinas-b")).code(), "outside_scope");
        assert_eq!(app.client().get(LINKS).code(), "not_signed_in");
    }

    fn links_are_listed_by_unit_the_newest_first(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let made: Vec<String> = ["dinas-a", "uptd-a", "dinas-b", "dinas-a"]
            .iter()
            .map(|unit| code(&create(&admin, json!({"unit": unit, "questionnaire": "skm-2017"}))))
            .collect();
        let list = |query: &str| column(&admin.get(&format!("{LINKS}?{query}")), "code");
        assert_eq!(list(""), [&*made[3], &*made[2], &*made[1], &*made[0]]);
        assert_eq!(list("unit=dinas-a"), [&*made[3], &*made[0]]);
        assert_eq!(list("unit=dinas-a&subtree=true"), [&*made[3], &*made[1], &*made[0]]);
        assert_eq!(list("unit=uptd-a"), [&*made[1]]);
        let page = admin.get(&format!("{LINKS}?limit=3"));
        assert_eq!(page.json["next"], json!(made[1]));
        assert_eq!(list(&format!("limit=3&cursor={}", made[1])), [&*made[0]]);
        for bad in ["cursor=zzzzzzzz", "cursor=x", "subtree=maybe", "service=x"] {
            assert_eq!(admin.get(&format!("{LINKS}?{bad}")).code(), "invalid_query", "{bad}");
        }
        assert_eq!(admin.get(&format!("{LINKS}?unit=nowhere")).code(), "not_found");
    }

    fn a_link_is_closed_opened_named_and_ended(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let path = format!("{LINKS}/{}", code(&create(&admin, json!({"unit": "dinas-a", "questionnaire": "skm-2017"}))));
        let survey = format!("/api/v1/public/surveys/{}", path.rsplit('/').next().unwrap());
        assert_eq!(app.client().get(&survey).status, 200);
        let closed = change(&admin, &path, "\"1\"", json!({"closed": true}));
        assert_eq!(app.client().get(&survey).code(), "link_closed", "at once where it was closed");
        assert_eq!((closed.header("etag"), &closed.json["closed_at"]), ("\"2\"", &json!("2026-08-12T02:00:00Z")));
        assert_eq!(change(&admin, &path, "\"1\"", json!({"closed": false})).code(), "changed_meanwhile");
        app.clock.advance(TimeDelta::minutes(5));
        assert_eq!(edit(&admin, &path, json!({"closed": true})).json["closed_at"], "2026-08-12T02:00:00Z");
        assert_eq!(edit(&admin, &path, json!({"closed": false})).json["closed_at"], json!(null));
        let ended = edit(&admin, &path, json!({"label": "Lobi", "expires_at": "2026-09-30T23:59:59+08:00"}));
        assert_eq!((&ended.json["label"], &ended.json["expires_at"]), (&json!("Lobi"), &json!("2026-09-30T15:59:59Z")));
        assert_eq!(edit(&admin, &path, json!({})).json["expires_at"], "2026-09-30T15:59:59Z");
        assert_eq!(edit(&admin, &path, json!({"expires_at": null})).json["expires_at"], json!(null));
        assert_eq!(pointer(&edit(&admin, &path, json!({"expires_at": "2026-08-12T02:05:00Z"}))), "/expires_at");
        assert_eq!(pointer(&edit(&admin, &path, json!({"expires_at": "besok"}))), "/expires_at");
        assert_eq!(pointer(&edit(&admin, &path, json!({"label": "x".repeat(121)}))), "/label");
        assert_eq!(pointer(&edit(&admin, &path, json!({"channel": "kiosk"}))), "/channel");
    }

    fn what_cannot_be_a_link_names_the_field(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let good = json!({"unit": "dinas-a", "questionnaire": "skm-2017"});
        let with = |field: &str, value: Value| {
            let mut body = good.clone();
            body[field] = value;
            admin.post(LINKS, body)
        };
        for (field, value) in [
            ("service", json!("akta")),
            ("channel", json!("paper")),
            ("label", json!("a\u{7}b")),
            ("expires_at", json!("2026-08-12T02:00:00Z")),
            ("expires_at", json!("31-12-2026")),
            ("questionnaire", json!("skm-2018")),
            ("code", json!("k7m2p9qx")),
        ] {
            assert_eq!(pointer(&with(field, value.clone())), format!("/{field}"), "{value}");
        }
        assert_eq!(pointer(&with("version", json!(2))), "/questionnaire");
        assert_eq!(with("unit", json!("nowhere")).code(), "not_found");
        assert_eq!(column(&admin.get(LINKS), "code"), Vec::<String>::new(), "nothing was stored");
        assert_eq!(with("service", json!("umum")).json["service"], "umum");
    }

    fn a_deactivated_unit_has_no_open_link(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let body = json!({"unit": "dinas-b", "questionnaire": "skm-2017"});
        let path = format!("{LINKS}/{}", code(&create(&admin, body.clone())));
        assert_eq!(edit(&admin, "/api/v1/units/dinas-b", json!({"active": false})).status, 200);
        assert_eq!(admin.get(&path).json["closed_at"], "2026-08-12T02:00:00Z");
        assert_eq!(edit(&admin, &path, json!({"closed": false})).code(), "refused");
        assert_eq!(admin.post(LINKS, body).code(), "refused");
    }
}
