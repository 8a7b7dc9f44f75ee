//! What a report needs besides the answers, over HTTP.

use crate::support::{Client, Reply, TestApp, on_both};
use crate::tree;
use serde_json::{Value, json};

const PROFILE: &str = "/api/v1/units/dinas-a/profile";
const LOGO: &str = "/api/v1/units/dinas-a/logo";
const ROUND: &str = "/api/v1/units/dinas-a/rounds/2026-TW3";
const POINTS: &str = "/api/v1/units/dinas-a/historic-points";
const IMPORT: &str = "/api/v1/historic-points/import";

fn put_over(client: &Client, path: &str, etag: &str, body: Value) -> Reply {
    client.clone().with_header("if-match", etag).put(path, body)
}

fn send(client: &Client, method: &str, path: &str, kind: &str, bytes: &[u8]) -> Reply {
    client.clone().with_header("content-type", kind).send(method, path, Some(bytes))
}

fn pointers(reply: &Reply) -> Vec<&str> {
    assert_eq!((reply.status, reply.code()), (422, "validation_failed"), "{}", reply.text);
    reply.json["errors"].as_array().unwrap().iter().map(|field| field["pointer"].as_str().unwrap()).collect()
}

fn png(width: u32, height: u32, red: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = image::RgbImage::from_pixel(width, height, image::Rgb([red, 0, 0]));
    pixels.write_with_encoder(image::codecs::png::PngEncoder::new(&mut bytes)).unwrap();
    bytes
}

on_both! {
    fn a_profile_is_written_and_read_by_the_units_own_operator(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let empty = operator.get(PROFILE);
        assert_eq!((empty.status, empty.header("etag"), &empty.json["changed_by"]), (200, "\"0\"", &json!(null)));
        let profile = json!({
            "address": " Jalan  Pramuka 1 ", "phone": "0511-330001", "place": "Banjarmasin",
            "head": {"acting": "plt", "position": "Kepala Dinas", "name": "H. Ahmad, S.Sos.", "rank": "Pembina (IV/a)",
                     "number": {"kind": "nip", "number": "19700101 199503 1 001"}}
        });
        let written = put_over(&operator, PROFILE, "\"0\"", profile.clone());
        assert_eq!((written.status, written.header("etag")), (200, "\"1\""), "{}", written.text);
        assert_eq!(written.json["profile"]["address"], "Jalan Pramuka 1");
        assert_eq!(written.json["profile"]["head"]["number"], json!({"kind": "nip", "number": "197001011995031001"}));
        assert_eq!((&written.json["changed_by"], &written.json["logo"]), (&json!("user:budiman"), &json!(null)));
        assert_eq!(operator.get(PROFILE).json, written.json);
        assert_eq!(put_over(&operator, PROFILE, "\"0\"", profile.clone()).code(), "changed_meanwhile");
        assert_eq!(operator.put(PROFILE, profile).code(), "precondition_required");
        // A report names the place without the telephone, and the letterhead with it.
        let report = operator.post("/api/v1/reports", json!({"unit": "dinas-a", "period": "2026-TW3"}));
        assert_eq!((report.status, &report.json["facts"]["lokasi"]), (201, &json!("Jalan Pramuka 1")), "{}", report.text);
        assert_eq!(report.json["document"]["profile"]["address"], "Jalan Pramuka 1, 0511-330001");
    }

    fn every_field_that_cannot_be_printed_is_named(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let bad = json!({
            "address": "a\nb", "place": "x".repeat(61),
            "head": {"position": " ", "name": "N", "number": {"kind": "nip", "number": "197001011995131001"}}
        });
        // Blanks of all kinds become one; the rest is named.
        assert_eq!(pointers(&put_over(&admin, PROFILE, "\"0\"", bad)), ["/place", "/head/position", "/head/number/number"]);
        for (body, pointer) in [
            (json!({"head": {"position": "K", "name": "N", "number": {"kind": "nik", "number": "1"}}}), "/head/number"),
            (json!({"colour": "red"}), "/colour"),
            (json!({"address": 7}), "/address"),
        ] {
            let named = pointers(&put_over(&admin, PROFILE, "\"0\"", body)).concat();
            assert!(named.starts_with(pointer), "{named}");
        }
        assert_eq!(admin.get(PROFILE).header("etag"), "\"0\"", "nothing was stored");
    }

    fn who_answers_for_other_units_neither_reads_nor_writes(app: TestApp) {
        tree::plant(&app);
        let other = app.operator("wati", "dinas-b");
        for path in [PROFILE, ROUND, POINTS, LOGO] {
            assert_eq!(other.get(path).code(), "outside_scope", "{path}");
            assert_eq!(app.client().get(path).code(), "not_signed_in", "{path}");
        }
        assert_eq!(put_over(&other, PROFILE, "\"0\"", json!({})).code(), "outside_scope");
        assert_eq!(send(&other, "PUT", LOGO, "image/png", &png(2, 2, 9)).code(), "outside_scope");
        assert_eq!(other.get("/api/v1/units/none/profile").code(), "not_found");
        let key = app.admin().post("/api/v1/api-keys", json!({"name": "x", "scopes": ["read_results"], "unit": "dinas-a"}));
        let key = app.client().with_token(key.json["secret"].as_str().unwrap());
        assert_eq!((key.get(PROFILE).code(), key.get(POINTS).status), ("forbidden", 200));
    }

    fn a_report_of_a_unit_without_a_logo_bears_the_citys(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let logo = |unit: &str, red: u8| {
            let given = send(&admin, "PUT", &format!("/api/v1/units/{unit}/logo"), "image/png", &png(40, 20, red));
            assert_eq!(given.status, 200, "{}", given.text);
            given.json["logo"].clone()
        };
        let report = admin.post("/api/v1/reports", json!({"unit": "dinas-a", "period": "2026-TW3"}));
        let bears = || admin.get(&format!("/api/v1/reports/{}", report.json["id"].as_str().unwrap())).json["document"]["profile"]["logo"].clone();
        assert_eq!(bears(), json!(null));
        let of_city = logo("kota", 10);
        assert_eq!(bears(), of_city);
        let own = logo("dinas-a", 200);
        assert!(own != of_city && bears() == own);
    }

    fn a_logo_is_encoded_again_and_can_be_taken_away(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        assert_eq!(operator.get(LOGO).code(), "not_found");
        let given = send(&operator, "PUT", LOGO, "image/png", &png(1_200, 300, 9));
        assert_eq!(given.status, 200, "{}", given.text);
        let read = operator.get(LOGO);
        assert_eq!((read.status, read.header("content-type")), (200, "image/png"));
        let picture = image::load_from_memory(&read.bytes).unwrap();
        assert_eq!((picture.width(), picture.height()), (600, 150));
        let again = operator.clone().with_header("if-none-match", read.header("etag")).get(LOGO);
        assert_eq!((again.status, again.bytes.len()), (304, 0));
        assert_eq!(operator.get(PROFILE).json["logo"], given.json["logo"]);
        assert_eq!(operator.delete(LOGO).status, 204);
        assert_eq!(operator.delete(LOGO).status, 204);
        assert_eq!(operator.get(LOGO).code(), "not_found");
        for (kind, bytes, code) in [
            ("image/png", b"not a picture".to_vec(), "validation_failed"),
            ("image/png", png(9, 9, 9)[..50].to_vec(), "validation_failed"),
            ("image/svg+xml", b"<svg/>".to_vec(), "wrong_content_type"),
            ("image/png", vec![0; 5 * 1024 * 1024 + 1], "body_too_large"),
            ("image/png", Vec::new(), "validation_failed"),
        ] {
            assert_eq!(send(&operator, "PUT", LOGO, kind, &bytes).code(), code, "{kind} {}", bytes.len());
        }
    }

    fn a_round_keeps_its_activities_and_forum(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let round = json!({
            "activities": [{"activity": "Pengumpulan data", "from": "2026-07-06", "to": "2026-09-18", "working_days": 53}],
            "forum": {"date": "2026-10-08", "place": "Aula"}, "published_at": ["Papan pengumuman"]
        });
        let written = put_over(&operator, ROUND, "\"0\"", round.clone());
        assert_eq!((written.status, &written.json["round"]), (200, &round), "{}", written.text);
        assert_eq!(written.json["period"], "2026-TW3");
        assert_eq!(operator.get("/api/v1/units/dinas-a/rounds/2026-TW4").header("etag"), "\"0\"");
        assert_eq!(operator.get("/api/v1/units/dinas-a/rounds/2026-TW9").code(), "not_found");
        let late = json!({"activities": [{"activity": "x", "from": "2026-07-06", "to": "2026-07-01", "working_days": 1}]});
        assert_eq!(pointers(&put_over(&operator, ROUND, "\"1\"", late)), ["/activities/0/to"]);
        let odd = json!({"forum": {"date": "2026-02-30"}});
        assert_eq!(pointers(&put_over(&operator, ROUND, "\"1\"", odd)), ["/forum/date"]);
        assert_eq!(put_over(&operator, ROUND, "\"1\"", json!({})).json["round"]["forum"], json!(null));
    }

    fn photos_are_shown_in_their_order_without_what_the_camera_wrote(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let photos = format!("{ROUND}/photos");
        let add = |caption: &str, red| {
            send(&operator, "POST", &format!("{photos}?caption={caption}"), "image/png", &png(40, 30, red))
        };
        let first = add("Loket%20satu", 1);
        assert_eq!((first.status, &first.json["caption"], &first.json["width"]), (201, &json!("Loket satu"), &json!(40)));
        let second = add("Loket%20dua", 200);
        let listed = operator.get(&photos).json;
        assert_eq!(listed["items"], json!([first.json, second.json]));
        let photo = format!("/api/v1/photos/{}", first.json["id"]);
        let read = operator.get(&photo);
        assert_eq!((read.status, read.header("content-type")), (200, "image/jpeg"));
        assert_eq!(app.operator("wati", "dinas-b").get(&photo).code(), "outside_scope");
        assert_eq!(operator.delete(&photo).status, 204);
        assert_eq!(operator.delete(&photo).code(), "not_found");
        assert_eq!(operator.get(&photos).json["items"], json!([second.json]));
        for bad in ["caption=", "caption=a%0Ab", "", "caption=a&colour=red"] {
            let reply = send(&operator, "POST", &format!("{photos}?{bad}"), "image/png", &png(4, 3, 1));
            assert_eq!((reply.status, reply.code()), (400, "invalid_query"), "{bad}");
        }
        assert_eq!(operator.get("/api/v1/photos/99999999999").code(), "not_found");
    }

    fn historic_points_are_entered_one_by_one(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let put = |body: Value| operator.put(POINTS, body);
        let first = put(json!({"period": "2024-S2", "value": "82.41", "grade": "B", "n": 150, "source": "Laporan 2024"}));
        assert_eq!(first.status, 200, "{}", first.text);
        put(json!({"period": "2016", "value": "80.00", "grade": "B"}));
        let replaced = put(json!({"period": "2024-S2", "value": "82.5", "grade": "B", "n": 151}));
        let shown: Vec<String> = replaced.json["points"].as_array().unwrap().iter().map(|entered| {
            let point = &entered["point"];
            format!("{} {} {} {}", point["period"].as_str().unwrap(), point["value"].as_str().unwrap(), point["grade"].as_str().unwrap(), point["n"])
        }).collect();
        assert_eq!(shown, ["2016 80.00 B null", "2024-S2 82.5 B 151"]);
        for (field, value) in [("value", json!("100.01")), ("value", json!(82.41)), ("grade", json!("E")), ("n", json!(0)), ("period", json!("2024-S3"))] {
            let mut body = json!({"period": "2024-S2", "value": "82.41", "grade": "B"});
            body[field] = value.clone();
            assert_eq!(pointers(&put(body)), [format!("/{field}")], "{value}");
        }
        for unended in ["2026-TW3", "2026-08", "2027-TW1"] {
            let refused = put(json!({"period": unended, "value": "82.41", "grade": "B"}));
            assert_eq!((refused.status, &refused.json["errors"][0]["code"]), (422, &json!("period_running")), "{}", refused.text);
        }
        assert_eq!(put(json!({"period": "2026-07", "value": "82.41", "grade": "B"})).status, 200, "July is over");
        assert_eq!(operator.delete(&format!("{POINTS}/ikm/2024-S2")).status, 204);
        assert_eq!(operator.delete(&format!("{POINTS}/ikm/2024-S2")).code(), "not_found");
        assert_eq!(operator.delete(&format!("{POINTS}/iks/2024-S2")).code(), "not_found");
    }

    fn a_file_of_historic_points_is_all_or_nothing(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        let import = |client: &Client, text: &str| send(client, "POST", IMPORT, "text/csv", text.as_bytes());
        let good = "unit;period;value;grade;n\ndinas-a;2024;82,41;B;150\nuptd-a;2024;79,00;B;\n";
        assert_eq!(import(&operator, good).json, json!({"added": 2, "changed": 0, "unchanged": 0}));
        assert_eq!(import(&operator, good).json, json!({"added": 0, "changed": 0, "unchanged": 2}));
        let bad = import(&operator, "unit,period,value,grade\ndinas-a,2023,80.00,B\ndinas-a,2022,800,B\n");
        assert_eq!((bad.status, bad.code()), (422, "validation_failed"));
        assert!(bad.json["detail"].as_str().unwrap().contains("row 3, column C (value)"), "{}", bad.text);
        let running = import(&operator, "unit,period,value,grade\ndinas-a,2026-TW3,80.00,B\n");
        assert!(running.json["detail"].as_str().unwrap().contains("row 2, column B (period): \"2026-TW3\" is not a period that ended before 2026-08"), "{}", running.text);
        let unknown = import(&operator, "unit,period,value,grade\ndinas-a,2023,80.00,B\ndinas-c,2022,80,B\n");
        assert!(unknown.json["detail"].as_str().unwrap().contains("row 3: no unit \"dinas-c\""), "{}", unknown.text);
        let foreign = import(&operator, "unit,period,value,grade\ndinas-a,2023,80.00,B\ndinas-b,2022,80,B\n");
        assert_eq!(foreign.code(), "outside_scope");
        assert_eq!(operator.get(POINTS).json["points"].as_array().unwrap().len(), 1, "nothing of the bad files was kept");
        assert_eq!(send(&operator, "POST", IMPORT, "application/json", b"{}").code(), "wrong_content_type");
        assert_eq!(import(&operator, "").code(), "validation_failed");
        assert_eq!(send(&operator, "POST", IMPORT, "text/csv", b"\xff\xfe\0").code(), "validation_failed");
    }

    fn the_template_of_reports_is_shipped_and_every_version_of_the_citys_own_is_kept(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let path = "/api/v1/report-template";
        let shipped = admin.get(path);
        assert_eq!((shipped.status, shipped.header("etag"), &shipped.json["version"]), (200, "\"0\"", &json!(0)));
        let outlines = admin.get("/api/v1/report-template/outlines").json;
        assert_eq!(outlines["items"][0], shipped.json["template"]["outline"]);
        assert_eq!(outlines["items"].as_array().unwrap().len(), 3);
        let mut template = shipped.json["template"].clone();
        template["outline"] = outlines["items"][1].clone();
        template["place"] = json!("Banjarbaru");
        let operator = app.operator("budiman", "dinas-a");
        assert_eq!(put_over(&operator, path, "\"0\"", template.clone()).code(), "forbidden");
        let stored = put_over(&admin, path, "\"0\"", template.clone());
        assert_eq!((stored.status, &stored.json["template"]), (200, &template), "{}", stored.text);
        assert_eq!(put_over(&admin, path, "\"0\"", template.clone()).code(), "changed_meanwhile");
        let mut wrong = template.clone();
        wrong["outline"]["title"] = json!("Laporan {unti} {periode}");
        wrong["outline"]["preface"] = json!(["Nilai {ikm.nilai}"]);
        let refused = put_over(&admin, path, stored.header("etag"), wrong);
        assert_eq!(pointers(&refused), ["/outline/title", "/outline/preface/0"]);
        let first = &refused.json["errors"][0];
        assert_eq!((&first["code"], &first["received"]), (&json!("unknown_place"), &json!("{unti}")), "{}", refused.text);
        assert!(first["accepted"].as_str().unwrap().contains("{unit}, {kota}"), "{}", refused.text);
        template["place"] = json!("");
        assert_eq!(pointers(&put_over(&admin, path, stored.header("etag"), template.clone())), ["/place"]);
        template["outline"]["chapters"][0]["blocks"] = json!([{"table": "weather"}]);
        assert!(pointers(&put_over(&admin, path, stored.header("etag"), template)).concat().starts_with("/outline/chapters/0/blocks/0"));
        assert_eq!(operator.get(path).json, stored.json);
        assert_eq!(operator.get("/api/v1/report-template/versions").json, json!({"items": [stored.json], "next": null}));
    }
}
