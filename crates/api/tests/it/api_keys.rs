//! Keys for other systems.

use crate::support::{Client, TestApp, on_both};
use crate::tree;
use chrono::TimeDelta;
use serde_json::{Value, json};

const KEYS: &str = "/api/v1/api-keys";

fn create(admin: &Client, scopes: Value, unit: &str) -> Value {
    let reply = admin.post(KEYS, json!({"name": "Antrian", "scopes": scopes, "unit": unit}));
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply.json
}

fn last_used(app: &TestApp) -> Value {
    app.admin().get(KEYS).json["items"][0]["last_used_at"].clone()
}

/// The use is written beside the request: wait for it a little.
fn last_used_becomes(app: &TestApp, expected: &str) -> bool {
    (0..100).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(20));
        last_used(app) == expected
    })
}

on_both! {
    fn the_secret_is_shown_once_and_stored_hashed(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let created = create(&admin, json!(["submit_answers", "submit_answers"]), "dinas-a");
        let secret = created["secret"].as_str().unwrap();
        let prefix = created["api_key"]["prefix"].as_str().unwrap();
        assert!(secret.starts_with(&format!("sd_{prefix}_")) && secret.len() == 44, "{secret}");
        assert_eq!(created["api_key"]["scopes"], json!(["submit_answers"]));
        assert_eq!(created["api_key"]["created_by"], "user:admin");
        let listed = admin.get(KEYS);
        assert!(!listed.text.contains(&secret[12..]), "{}", listed.text);
        let prefix = prefix.to_owned();
        let stored = app.db.read_blocking(move |conn| store::api_keys::find_key(conn, &prefix)).unwrap();
        assert_eq!(stored.secret_hash.len(), 32);
    }

    fn a_wrong_or_revoked_key_is_refused(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let created = create(&admin, json!(["read_results"]), "dinas-a");
        let secret = created["secret"].as_str().unwrap().to_owned();
        let path = format!("{KEYS}/{}", created["api_key"]["prefix"].as_str().unwrap());
        let units = |key: &str| app.client().with_token(key).get("/api/v1/auth/me");
        assert_eq!(units(&secret).code(), "forbidden", "a key is nobody in person, but it is known");
        let other = if secret.ends_with('x') { 'y' } else { 'x' };
        for bad in [format!("{}{other}", &secret[..43]), "sd_unknown0_secret".to_owned(), "sd_".to_owned(), "sd_x".to_owned()] {
            let reply = units(&bad);
            assert_eq!((reply.status, reply.code()), (401, "invalid_api_key"), "{bad}");
        }
        assert_eq!((admin.delete(&path).status, admin.delete(&path).status), (204, 204));
        assert_eq!(units(&secret).code(), "invalid_api_key");
        assert_eq!(admin.delete("/api/v1/api-keys/unknown0").status, 404);
    }

    fn a_key_never_manages_the_city(app: TestApp) {
        tree::plant(&app);
        let created = create(&app.admin(), json!(["read_results", "submit_answers"]), "kota");
        let key = app.client().with_token(created["secret"].as_str().unwrap());
        assert_eq!(key.get(KEYS).code(), "forbidden");
        assert_eq!(key.get("/api/v1/users").code(), "forbidden");
        assert_eq!(key.delete("/api/v1/api-keys/whatever").code(), "forbidden");
    }

    fn a_key_works_within_its_scopes_for_its_unit_and_those_below(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let key = |scope: &str| {
            app.client().with_token(create(&admin, json!([scope]), "dinas-a")["secret"].as_str().unwrap())
        };
        let results = |client: &Client, unit: &str| client.get(&format!("/api/v1/units/{unit}/results?period=2026-TW3"));
        let reader = key("read_results");
        assert_eq!((results(&reader, "dinas-a").status, results(&reader, "uptd-a").status), (200, 200));
        for (unit, status, code) in [("dinas-b", 403, "outside_scope"), ("kota", 403, "outside_scope"), ("no-such", 404, "not_found")] {
            let reply = results(&reader, unit);
            assert_eq!((reply.status, reply.code()), (status, code), "{unit}");
        }
        assert_eq!(results(&key("submit_answers"), "dinas-a").code(), "forbidden");
    }

    fn the_last_use_is_kept_to_the_minute(app: TestApp) {
        tree::plant(&app);
        let created = create(&app.admin(), json!(["read_results"]), "dinas-a");
        assert_eq!(last_used(&app), json!(null));
        let key = app.client().with_token(created["secret"].as_str().unwrap());
        key.get("/api/v1/auth/me");
        assert!(last_used_becomes(&app, "2026-08-12T02:00:00Z"));
        app.clock.advance(TimeDelta::seconds(59));
        key.get("/api/v1/auth/me");
        app.clock.advance(TimeDelta::seconds(1));
        key.get("/api/v1/auth/me");
        assert!(last_used_becomes(&app, "2026-08-12T02:01:00Z"));
    }

    fn every_wrong_field_of_a_new_key_is_named(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let reply = admin.post(KEYS, json!({"name": " ", "scopes": [], "unit": "dinas-a"}));
        let pointers: Vec<_> = reply.json["errors"].as_array().unwrap().iter().map(|error| error["pointer"].clone()).collect();
        assert_eq!((reply.status, pointers), (422, vec![json!("/name"), json!("/scopes")]));
        let unit = admin.post(KEYS, json!({"name": "x", "scopes": ["read_results"], "unit": "nowhere"}));
        assert_eq!((unit.status, unit.json["errors"][0]["pointer"].as_str()), (422, Some("/unit")));
        let scope = admin.post(KEYS, json!({"name": "x", "scopes": ["manage_city"], "unit": "dinas-a"}));
        assert_eq!((scope.status, scope.json["errors"][0]["pointer"].as_str()), (422, Some("/scopes/0")));
    }
}
