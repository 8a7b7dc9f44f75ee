//! Units and services over HTTP.

mod links;
mod people_served;
mod questionnaires;
mod settings;

use crate::support::{Client, Reply, TestApp, on_both};
use crate::tree;
use serde_json::{Value, json};

const UNITS: &str = "/api/v1/units";

/// Sends a change with the ETag.
fn change(client: &Client, path: &str, etag: &str, body: Value) -> Reply {
    client.clone().with_header("if-match", etag).patch(path, body)
}

/// Reads, then changes what was read.
fn edit(client: &Client, path: &str, body: Value) -> Reply {
    let etag = client.get(path).header("etag").to_owned();
    change(client, path, &etag, body)
}

/// The field of the only defect.
fn pointer(reply: &Reply) -> &str {
    assert_eq!(reply.code(), "validation_failed", "{}", reply.text);
    assert_eq!(reply.json["errors"].as_array().unwrap().len(), 1, "{}", reply.text);
    reply.json["errors"][0]["pointer"].as_str().unwrap()
}

/// One field of every row.
fn column(reply: &Reply, field: &str) -> Vec<String> {
    assert_eq!(reply.status, 200, "{}", reply.text);
    let items = reply.json["items"].as_array().unwrap();
    items.iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
}

on_both! {
    fn a_unit_is_created_read_and_changed(app: TestApp) {
        let admin = app.admin();
        let body = json!({"code": "dukcapil", "name": " Dinas Dukcapil ", "kind": "perangkat_daerah"});
        let created = admin.post(UNITS, body);
        assert_eq!((created.status, created.header("etag")), (201, "\"1\""));
        let expected = json!({
            "code": "dukcapil", "name": "Dinas Dukcapil", "kind": "perangkat_daerah", "parent": "kota", "obliged": true,
            "active": true, "created_at": "2026-08-12T02:00:00Z"
        });
        assert_eq!(created.json, expected);
        let path = format!("{UNITS}/dukcapil");
        let read = admin.get(&path);
        assert_eq!((read.status, read.header("etag"), &read.json), (200, "\"1\"", &expected));

        let changed = change(&admin, &path, "\"1\"", json!({"name": "Disdukcapil", "obliged": false}));
        assert_eq!((changed.status, changed.header("etag")), (200, "\"2\""));
        assert_eq!((&changed.json["name"], &changed.json["obliged"]), (&json!("Disdukcapil"), &json!(false)));
        assert_eq!(change(&admin, &path, "\"1\"", json!({"name": "x"})).code(), "changed_meanwhile");
        assert_eq!(admin.patch(&path, json!({"name": "x"})).code(), "precondition_required");
        assert_eq!(change(&admin, &path, "x", json!({"name": "x"})).code(), "invalid_header");
        assert_eq!(admin.get(&path).json["name"], "Disdukcapil");
    }

    fn units_come_in_tree_order_and_pages(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        assert_eq!(column(&admin.get(UNITS), "code"), ["kota", "dinas-a", "uptd-a", "dinas-b"]);
        let page = admin.get(&format!("{UNITS}?limit=3"));
        assert_eq!(page.json["next"], "uptd-a");
        let rest = admin.get(&format!("{UNITS}?limit=3&cursor=uptd-a"));
        assert_eq!((column(&rest, "code"), &rest.json["next"]), (vec!["dinas-b".to_owned()], &json!(null)));
        assert_eq!(column(&admin.get(&format!("{UNITS}?kind=uptd")), "code"), ["uptd-a"]);
        assert_eq!(edit(&admin, &format!("{UNITS}/dinas-b"), json!({"active": false})).status, 200);
        assert_eq!(column(&admin.get(&format!("{UNITS}?active=false")), "code"), ["dinas-b"]);
        for bad in ["cursor=nowhere", "kind=dinas", "limit=0", "limit=x", "sort=name", "active=yes"] {
            assert_eq!(admin.get(&format!("{UNITS}?{bad}")).code(), "invalid_query", "{bad}");
        }
    }

    fn an_operator_sees_the_own_part_of_the_tree_and_manages_none_of_it(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budiman", "dinas-a");
        assert_eq!(column(&operator.get(UNITS), "code"), ["dinas-a", "uptd-a"]);
        assert_eq!(operator.get(&format!("{UNITS}/uptd-a")).status, 200);
        for elsewhere in ["dinas-b", "kota"] {
            assert_eq!(operator.get(&format!("{UNITS}/{elsewhere}")).code(), "outside_scope");
            assert_eq!(operator.get(&format!("{UNITS}/{elsewhere}/services")).code(), "outside_scope");
        }
        let new = json!({"code": "uptd-b", "name": "UPTD B", "kind": "uptd", "parent": "dinas-a"});
        assert_eq!(operator.post(UNITS, new.clone()).code(), "forbidden");
        assert_eq!(edit(&operator, &format!("{UNITS}/uptd-a"), json!({"name": "x"})).code(), "forbidden");
        let service = json!({"code": "surat", "name": "Surat", "mode": "counter", "free": true});
        assert_eq!(operator.post(&format!("{UNITS}/uptd-a/services"), service).code(), "forbidden");
        assert_eq!(app.client().get(UNITS).code(), "not_signed_in");
        assert_eq!(app.client().post(UNITS, new).code(), "not_signed_in");
    }

    fn what_cannot_be_a_unit_names_the_field(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let good = json!({"code": "uptd-b", "name": "UPTD B", "kind": "uptd", "parent": "dinas-a"});
        let with = |field: &str, value: Value| {
            let mut body = good.clone();
            body[field] = value;
            admin.post(UNITS, body)
        };
        for (field, value) in [
            ("code", json!("UPTD")),
            ("code", json!("-")),
            ("code", json!(7)),
            ("name", json!("  ")),
            ("name", json!("a\nb")),
            ("name", json!("x".repeat(201))),
            ("kind", json!("dinas")),
            ("parent", json!("nowhere")),
            ("obliged", json!("yes")),
            ("colour", json!("red")),
        ] {
            assert_eq!(pointer(&with(field, value.clone())), format!("/{field}"), "{value}");
        }
        assert_eq!(with("code", json!("dinas-a")).code(), "taken");
        let second = with("kind", json!("kota"));
        assert_eq!((second.code(), second.status), ("refused", 409));
        assert_eq!(column(&admin.get(UNITS), "code").len(), 4, "nothing was stored");
        assert_eq!(with("code", json!("uptd-c")).status, 201);
    }

    fn the_tree_keeps_its_shape(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let unit = |code: &str, body: Value| edit(&admin, &format!("{UNITS}/{code}"), body);
        assert_eq!(unit("dinas-a", json!({"parent": "uptd-a"})).code(), "refused");
        assert_eq!(unit("dinas-a", json!({"active": false})).code(), "refused");
        assert_eq!(unit("kota", json!({"active": false})).code(), "refused");
        assert_eq!(unit("uptd-a", json!({"parent": "dinas-b"})).json["parent"], "dinas-b");
        assert_eq!(unit("dinas-a", json!({"active": false})).json["active"], false);
        assert_eq!(pointer(&unit("uptd-a", json!({"parent": "nowhere"}))), "/parent");
        assert_eq!(change(&admin, &format!("{UNITS}/nowhere"), "\"1\"", json!({})).code(), "not_found");
    }

    fn services_belong_to_a_unit(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let services = format!("{UNITS}/dinas-a/services");
        let created = admin.post(&services, json!({"code": "surat", "name": "Surat", "mode": "hybrid", "free": true}));
        assert_eq!((created.status, created.header("etag")), (201, "\"1\""));
        let expected = json!({
            "unit": "dinas-a", "code": "surat", "name": "Surat", "mode": "hybrid", "free": true, "active": true
        });
        assert_eq!(created.json, expected);
        assert_eq!(admin.get(&format!("{services}/surat")).json, expected);
        assert_eq!(column(&admin.get(&services), "code"), ["umum", "surat"]);
        let page = admin.get(&format!("{services}?limit=1"));
        assert_eq!(page.json["next"], "umum");
        assert_eq!(column(&admin.get(&format!("{services}?cursor=umum")), "code"), ["surat"]);
        assert_eq!(admin.get(&format!("{services}?cursor=x")).code(), "invalid_query");

        let path = format!("{services}/surat");
        let changed = change(&admin, &path, "\"1\"", json!({"mode": "online", "active": false}));
        assert_eq!((&changed.json["mode"], &changed.json["active"]), (&json!("online"), &json!(false)));
        assert_eq!(change(&admin, &path, "\"1\"", json!({"free": false})).code(), "changed_meanwhile");
        assert_eq!(edit(&admin, &format!("{services}/umum"), json!({"active": false})).code(), "refused");
        assert_eq!(admin.get(&format!("{services}/ktp")).code(), "not_found");
        let again = json!({"code": "surat", "name": "Surat", "mode": "counter", "free": true});
        assert_eq!(admin.post(&services, again).code(), "taken");
        let bad = admin.post(&services, json!({"code": "ktp", "name": "KTP", "mode": "phone", "free": true}));
        assert_eq!(pointer(&bad), "/mode");
        let missing = admin.post(&services, json!({"code": "ktp", "name": "KTP", "mode": "counter"}));
        assert_eq!(pointer(&missing), "/free");
        let operator = app.operator("budiman", "dinas-a");
        assert_eq!(operator.get(&path).status, 200);
    }
}
