//! Signing in, staying in, signing out.

use crate::support::{ADMIN_PASSWORD, Client, Database, Reply, TestApp, on_both};
use chrono::TimeDelta;
use serde_json::{Value, json};

const LOGIN: &str = "/api/v1/auth/login";

fn credentials() -> Value {
    json!({"username": "admin", "password": ADMIN_PASSWORD})
}

fn refresh(app: &TestApp, cookie: &str) -> Reply {
    app.client().with_header("cookie", cookie).send("POST", "/api/v1/auth/refresh", None)
}

on_both! {
    fn a_login_answers_a_token_and_a_cookie_that_scripts_cannot_see(app: TestApp) {
        let reply = app.client().post(LOGIN, credentials());
        assert_eq!(reply.status, 200);
        assert_eq!((&reply.json["token_type"], &reply.json["expires_in"]), (&json!("Bearer"), &json!(600)));
        assert_eq!(reply.json["user"]["role"], "administrator");
        let cookie = reply.header("set-cookie").to_owned();
        for part in ["sumberdaya_refresh=", "HttpOnly", "SameSite=Strict", "Path=/api/v1/auth", "Max-Age=1209600"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(!cookie.contains("Secure"), "the public address is http here");
        let me = app.client().with_token(reply.json["access_token"].as_str().unwrap()).get("/api/v1/auth/me");
        assert_eq!((me.status, me.json["username"].as_str()), (200, Some("admin")));
    }

    fn upper_and_lower_case_of_a_username_are_the_same(app: TestApp) {
        let reply = app.client().post(LOGIN, json!({"username": " Admin ", "password": ADMIN_PASSWORD}));
        assert_eq!(reply.status, 200);
    }

    fn a_wrong_password_and_an_unknown_user_answer_alike(app: TestApp) {
        let wrong = app.client().post(LOGIN, json!({"username": "admin", "password": "not the password"}));
        let unknown = app.client().post(LOGIN, json!({"username": "nobody", "password": "not the password"}));
        assert_eq!((wrong.status, wrong.code()), (401, "wrong_credentials"));
        assert_eq!((unknown.status, unknown.code()), (401, "wrong_credentials"));
        assert_eq!(wrong.json["detail"], unknown.json["detail"]);
    }

    fn a_token_ends_after_ten_minutes(app: TestApp) {
        let admin = app.admin();
        app.clock.advance(TimeDelta::seconds(599));
        assert_eq!(admin.get("/api/v1/users").status, 200);
        app.clock.advance(TimeDelta::seconds(1));
        let reply = admin.get("/api/v1/users");
        assert_eq!((reply.status, reply.code()), (401, "token_expired"));
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }

    fn a_token_that_was_changed_is_refused(app: TestApp) {
        let login = app.client().post(LOGIN, credentials());
        let token = login.json["access_token"].as_str().unwrap();
        let (head, signature) = token.rsplit_once('.').unwrap();
        let none = "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0";
        let payload = head.split_once('.').unwrap().1;
        let reversed: String = signature.chars().rev().collect();
        for bad in [format!("{head}.{reversed}"), format!("{none}.{payload}."), "x.y.z".to_owned(), "x".to_owned()] {
            let reply = app.client().with_token(&bad).get("/api/v1/auth/me");
            assert_eq!((reply.status, reply.code()), (401, "invalid_token"), "{bad}");
        }
    }

    fn a_refresh_rotates_the_cookie(app: TestApp) {
        let first = app.client().post(LOGIN, credentials()).cookie();
        let reply = refresh(&app, &first);
        assert_eq!(reply.status, 200);
        assert_ne!(reply.cookie(), first);
        let token = reply.json["access_token"].as_str().unwrap();
        assert_eq!(app.client().with_token(token).get("/api/v1/auth/me").status, 200);
        assert_eq!(refresh(&app, &reply.cookie()).status, 200);
    }

    fn the_cookie_before_is_honoured_for_half_a_minute(app: TestApp) {
        let first = app.client().post(LOGIN, credentials()).cookie();
        let second = refresh(&app, &first).cookie();
        app.clock.advance(TimeDelta::seconds(30));
        let sibling = refresh(&app, &first);
        assert_eq!(sibling.status, 200, "a second tab sent the same cookie");
        assert_eq!(refresh(&app, &second).status, 200, "the first tab stays signed in");
        assert_eq!(refresh(&app, &sibling.cookie()).status, 200, "and so does the second");
    }

    fn a_cookie_that_comes_back_later_ends_the_session(app: TestApp) {
        let first = app.client().post(LOGIN, credentials()).cookie();
        let second = refresh(&app, &first);
        let admin = app.client().with_token(second.json["access_token"].as_str().unwrap());
        app.clock.advance(TimeDelta::seconds(31));
        let reused = refresh(&app, &first);
        assert_eq!((reused.status, reused.code()), (401, "session_ended"));
        assert_eq!(refresh(&app, &second.cookie()).code(), "session_ended");
        let write = admin.post("/api/v1/users", json!({"username": "budi", "name": "Budi", "role": "administrator"}));
        assert_eq!((write.status, write.code()), (401, "session_ended"), "its token writes no more");
    }

    fn a_session_ends_fourteen_days_after_its_last_refresh(app: TestApp) {
        let first = app.client().post(LOGIN, credentials()).cookie();
        app.clock.advance(TimeDelta::days(13));
        let second = refresh(&app, &first).cookie();
        app.clock.advance(TimeDelta::days(13));
        let third = refresh(&app, &second).cookie();
        app.clock.advance(TimeDelta::days(14));
        assert_eq!(refresh(&app, &third).code(), "session_ended");
    }

    fn logging_out_ends_the_session_and_can_be_repeated(app: TestApp) {
        let login = app.client().post(LOGIN, credentials());
        let client = app.client().with_header("cookie", &login.cookie());
        for _ in 0..2 {
            let reply = client.send("POST", "/api/v1/auth/logout", None);
            assert_eq!(reply.status, 204);
            assert!(reply.header("set-cookie").contains("Max-Age=0"), "{}", reply.header("set-cookie"));
        }
        assert_eq!(refresh(&app, &login.cookie()).code(), "session_ended");
        assert_eq!(app.client().send("POST", "/api/v1/auth/refresh", None).code(), "not_signed_in");
        let admin = app.client().with_token(login.json["access_token"].as_str().unwrap());
        let write = admin.post("/api/v1/users", json!({"username": "budi", "name": "Budi", "role": "administrator"}));
        assert_eq!(write.code(), "session_ended");
    }

    fn a_page_of_another_site_cannot_use_the_cookie(app: TestApp) {
        let cookie = app.client().post(LOGIN, credentials()).cookie();
        let from = |origin: &str| app.client().with_header("origin", origin).with_header("cookie", &cookie);
        for path in ["/api/v1/auth/refresh", "/api/v1/auth/logout"] {
            let reply = from("https://evil.example").send("POST", path, None);
            assert_eq!((reply.status, reply.code()), (403, "foreign_origin"));
        }
        assert_eq!(from("https://evil.example").post(LOGIN, credentials()).code(), "foreign_origin");
        assert_eq!(from("http://127.0.0.1:8080").send("POST", "/api/v1/auth/refresh", None).status, 200);
    }

    fn a_changed_password_ends_the_other_sessions_alone(app: TestApp) {
        let (here, there) = (app.client().post(LOGIN, credentials()), app.client().post(LOGIN, credentials()));
        let client = app.client().with_token(here.json["access_token"].as_str().unwrap());
        let change = |current: &str, new: &str| {
            client.put("/api/v1/auth/password", json!({"current_password": current, "new_password": new}))
        };
        let wrong = change("not the password", "another long password");
        assert_eq!((wrong.status, wrong.json["errors"][0]["pointer"].as_str()), (422, Some("/current_password")));
        let short = change(ADMIN_PASSWORD, "short");
        assert_eq!((short.status, short.json["errors"][0]["code"].as_str()), (422, Some("too_short")));
        assert_eq!(change(ADMIN_PASSWORD, "another long password").status, 204);
        assert_eq!(refresh(&app, &there.cookie()).code(), "session_ended");
        assert_eq!(refresh(&app, &here.cookie()).status, 200);
        assert_eq!(app.client().post(LOGIN, credentials()).code(), "wrong_credentials");
        app.sign_in("admin", "another long password");
    }
}

#[test]
fn guessing_is_slowed_but_nobody_waits_more_than_a_minute() {
    let app = TestApp::start_with(Database::Sqlite, &[("SUMBERDAYA_TRUSTED_PROXIES", "127.0.0.1")]);
    let from = |address: &str| app.client().with_header("x-forwarded-for", address);
    let guess =
        |client: &Client, username: &str| client.post(LOGIN, json!({"username": username, "password": "a guess"}));
    let attacker = from("203.0.113.9");
    let answers: Vec<Reply> = (0..7).map(|_| guess(&attacker, "admin")).collect();
    assert!(answers[..5].iter().all(|reply| reply.status == 401));
    let stopped = &answers[6];
    assert_eq!((stopped.status, stopped.code()), (429, "too_many_requests"));
    let wait: u64 = stopped.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert_eq!(from("203.0.113.10").post(LOGIN, credentials()).status, 200, "the owner signs in from elsewhere");
    assert_eq!(guess(&attacker, "budi").status, 401, "colleagues behind the same address are not stopped");
}

#[test]
fn the_cookie_is_secure_when_people_come_by_https() {
    let app = TestApp::start_with(Database::Sqlite, &[("SUMBERDAYA_PUBLIC_URL", "https://skm.example.go.id")]);
    let reply = app.client().with_header("origin", "https://skm.example.go.id").post(LOGIN, credentials());
    assert_eq!(reply.status, 200);
    assert!(reply.header("set-cookie").contains("Secure"));
}
