//! People who sign in.

use crate::support::{ADMIN_PASSWORD, Client, Reply, TestApp, on_both};
use crate::tree;
use serde_json::{Value, json};

const USERS: &str = "/api/v1/users";

fn change(admin: &Client, username: &str, body: Value) -> Reply {
    let path = format!("{USERS}/{username}");
    let etag = admin.get(&path).header("etag").to_owned();
    admin.clone().with_header("if-match", &etag).patch(&path, body)
}

on_both! {
    fn an_operator_is_made_with_a_generated_password_shown_once(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let body = json!({"username": "budi", "name": " Budi ", "role": "operator", "unit": "dinas-a"});
        let reply = admin.post(USERS, body.clone());
        assert_eq!((reply.status, reply.header("etag")), (201, "\"1\""));
        assert_eq!(reply.json["user"]["name"], "Budi");
        let password = reply.json["password"].as_str().unwrap();
        app.sign_in("budi", password);
        let read = admin.get("/api/v1/users/budi");
        assert_eq!((read.status, read.json["unit"].as_str()), (200, Some("dinas-a")));
        assert!(!read.text.contains(password) && !read.text.contains("argon2"));
        let again = admin.post(USERS, body);
        assert_eq!((again.status, again.code()), (409, "taken"));
    }

    fn every_wrong_field_of_a_new_user_is_named_at_once(app: TestApp) {
        let reply = app.admin().post(USERS, json!({"username": "B U", "name": "", "role": "operator", "password": "hunter2"}));
        assert_eq!((reply.status, reply.code()), (422, "validation_failed"));
        let pointers: Vec<_> = reply.json["errors"].as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap()).collect();
        assert_eq!(pointers, ["/username", "/name", "/unit", "/password"]);
        assert!(!reply.text.contains("hunter2"), "a password is never repeated");
        let unknown = json!({"username": "budi", "name": "Budi", "role": "operator", "unit": "no-such-unit"});
        assert_eq!(app.admin().post(USERS, unknown).json["errors"][0]["pointer"], "/unit");
    }

    fn users_are_listed_page_by_page(app: TestApp) {
        let admin = app.admin();
        for username in ["siti", "budi", "citra"] {
            let body = json!({"username": username, "name": username, "role": "administrator", "password": "a long password"});
            assert_eq!(admin.post(USERS, body).status, 201);
        }
        let first = admin.get("/api/v1/users?limit=3").json;
        let names = |page: &Value| -> Vec<String> {
            page["items"].as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names(&first), ["admin", "budi", "citra"]);
        let second = admin.get(&format!("/api/v1/users?limit=3&cursor={}", first["next"].as_str().unwrap())).json;
        assert_eq!((names(&second), &second["next"]), (vec!["siti".to_owned()], &json!(null)));
    }

    fn an_edit_needs_the_version_that_was_read(app: TestApp) {
        tree::plant(&app);
        app.operator("budi", "dinas-a");
        let admin = app.admin();
        let patch = |etag: Option<&str>| {
            let client = etag.map_or(admin.clone(), |etag| admin.clone().with_header("if-match", etag));
            client.patch("/api/v1/users/budi", json!({"name": "Budi S."}))
        };
        assert_eq!((patch(None).status, patch(None).code().to_owned()), (428, "precondition_required".to_owned()));
        assert_eq!(patch(Some("1")).code(), "invalid_header");
        let changed = patch(Some("\"1\""));
        assert_eq!((changed.status, changed.header("etag")), (200, "\"2\""));
        let stale = patch(Some("\"1\""));
        assert_eq!((stale.status, stale.code()), (412, "changed_meanwhile"));
    }

    fn a_deactivated_user_cannot_write_with_a_token_that_still_lives(app: TestApp) {
        let admin = app.admin();
        let body = json!({"username": "siti", "name": "Siti", "role": "administrator", "password": "a long password"});
        assert_eq!(admin.post(USERS, body).status, 201);
        let siti = app.sign_in("siti", "a long password");
        let new = |name: &str| json!({"username": name, "name": name, "role": "administrator", "password": "a long password"});
        assert_eq!(siti.post(USERS, new("first")).status, 201);
        assert_eq!(change(&admin, "siti", json!({"active": false})).status, 200);
        let write = siti.post(USERS, new("second"));
        assert_eq!((write.status, write.code()), (401, "session_ended"));
        assert_eq!(admin.get("/api/v1/users/second").status, 404);
        let login = app.client().post("/api/v1/auth/login", json!({"username": "siti", "password": "a long password"}));
        assert_eq!(login.code(), "wrong_credentials");
    }

    fn a_user_who_lost_a_right_writes_with_the_rights_of_now(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        let body = json!({"username": "siti", "name": "Siti", "role": "administrator", "password": "a long password"});
        admin.post(USERS, body);
        let siti = app.sign_in("siti", "a long password");
        assert_eq!(change(&admin, "siti", json!({"role": "operator", "unit": "dinas-a"})).json["unit"], "dinas-a");
        assert_eq!(siti.delete("/api/v1/api-keys/whatever").code(), "session_ended");
        assert_eq!(app.sign_in("siti", "a long password").get(USERS).code(), "forbidden");
    }

    fn the_last_administrator_stays(app: TestApp) {
        tree::plant(&app);
        let admin = app.admin();
        for body in [json!({"active": false}), json!({"role": "operator", "unit": "dinas-a"})] {
            let reply = change(&admin, "admin", body);
            assert_eq!((reply.status, reply.code()), (409, "refused"));
        }
        assert_eq!(app.admin().get(USERS).status, 200);
    }

    fn a_reset_password_ends_every_session(app: TestApp) {
        tree::plant(&app);
        app.operator("budi", "dinas-a");
        let login = app.client().post("/api/v1/auth/login", json!({"username": "budi", "password": "the password of budi"}));
        let reply = app.admin().post("/api/v1/users/budi/password-reset", json!({}));
        app.sign_in("budi", reply.json["password"].as_str().unwrap());
        let refresh = app.client().with_header("cookie", &login.cookie()).send("POST", "/api/v1/auth/refresh", None);
        assert_eq!(refresh.code(), "session_ended");
        assert_eq!(app.admin().post("/api/v1/users/nobody/password-reset", json!({})).status, 404);
    }

    fn an_operator_manages_nobody(app: TestApp) {
        tree::plant(&app);
        let operator = app.operator("budi", "dinas-a");
        let replies = [
            operator.get(USERS),
            operator.post(USERS, json!({"username": "x1", "name": "X", "role": "administrator"})),
            operator.post("/api/v1/users/admin/password-reset", json!({})),
            operator.get("/api/v1/api-keys"),
            operator.post("/api/v1/api-keys", json!({"name": "x", "scopes": ["read_results"], "unit": "dinas-a"})),
        ];
        for reply in replies {
            assert_eq!((reply.status, reply.code()), (403, "forbidden"));
        }
        assert_eq!(app.client().get(USERS).code(), "not_signed_in");
        assert_eq!(app.client().with_header("authorization", "Basic YTpi").get(USERS).code(), "not_signed_in");
        app.sign_in("admin", ADMIN_PASSWORD);
    }
}
