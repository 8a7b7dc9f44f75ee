//! Bad input: always a problem document, never a 500, nothing stored.

use crate::support::{Client, Database, TestApp, on_both};
use serde_json::json;

const USERS: &str = "/api/v1/users";

/// Sends bytes as a body.
fn send(client: &Client, kind: &str, body: &[u8]) -> (u16, String, String) {
    let reply = client.clone().with_header("content-type", kind).send("POST", USERS, Some(body));
    let pointer = reply.json["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
    (reply.status, reply.code().to_owned(), pointer)
}

on_both! {
    fn every_bad_body_is_a_problem_that_names_the_place(app: TestApp) {
        let admin = app.admin();
        let deep = "[".repeat(100_000);
        let cases: &[(&str, &[u8], u16, &str, &str)] = &[
            ("application/json", b"", 400, "invalid_body", ""),
            ("application/json", b"{", 400, "invalid_body", ""),
            ("application/json", b"{}{}", 400, "invalid_body", ""),
            ("application/json", br#"["admin", "a long password"]"#, 400, "invalid_body", ""),
            ("application/json", b"{\"username\": \"\xff\xfe\"}", 400, "invalid_body", ""),
            ("application/json", b"{\"username\": \"a\0b\"}", 400, "invalid_body", ""),
            ("application/json", br#"{"username": "a\u0000b"}"#, 400, "invalid_body", ""),
            ("application/json", br#"{"username": "\ud800"}"#, 400, "invalid_body", ""),
            ("application/json", &deep.as_bytes()[..60_000], 400, "invalid_body", ""),
            ("application/json", deep.as_bytes(), 413, "body_too_large", ""),
            ("application/json", b"[]", 400, "invalid_body", ""),
            ("application/json", b"null", 422, "validation_failed", ""),
            ("application/json", b"{}", 422, "validation_failed", "/username"),
            ("application/json", br#"{"username": 5}"#, 422, "validation_failed", "/username"),
            ("application/json", br#"{"username": 1e999}"#, 400, "invalid_body", ""),
            ("application/json", br#"{"username": "a1", "username": "a2"}"#, 422, "validation_failed", "/username"),
            ("application/json", br#"{"username": "a1", "colour": 1}"#, 422, "validation_failed", "/colour"),
            ("application/json", br#"{"username": "a1", "name": "A", "role": "king"}"#, 422, "validation_failed", "/role"),
            ("text/plain", b"{}", 415, "wrong_content_type", ""),
            ("application/x-www-form-urlencoded", b"username=a1", 415, "wrong_content_type", ""),
        ];
        for (kind, body, status, code, pointer) in cases {
            let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
            let answer = send(&admin, kind, body);
            assert_eq!((answer.0, answer.1.as_str(), answer.2.as_str()), (*status, *code, *pointer), "{kind} {shown}");
        }
        let none = admin.send("POST", USERS, None);
        assert_eq!((none.status, none.code()), (415, "wrong_content_type"));
        let packed = admin.clone().with_header("content-encoding", "gzip").post(USERS, json!({}));
        assert_eq!((packed.status, packed.code()), (415, "wrong_content_type"));
        assert_eq!(admin.get(USERS).json["items"].as_array().unwrap().len(), 1, "nothing was stored");
    }

    fn every_bad_address_is_a_problem(app: TestApp) {
        let admin = app.admin();
        let cases = [
            ("GET", "/api/v1/users?limit=0", 400, "invalid_query"),
            ("GET", "/api/v1/users?limit=-1", 400, "invalid_query"),
            ("GET", "/api/v1/users?limit=99999999999999999999", 400, "invalid_query"),
            ("GET", "/api/v1/users?limit=x", 400, "invalid_query"),
            ("GET", "/api/v1/users?colour=red", 400, "invalid_query"),
            ("GET", "/api/v1/users?limit=1&limit=2", 400, "invalid_query"),
            ("GET", "/api/v1/users?cursor=%00", 400, "invalid_address"),
            ("GET", "/api/v1/users?cursor=%ff%fe", 400, "invalid_query"),
            ("GET", "/api/v1/users/a%00b", 400, "invalid_address"),
            ("GET", "/api/v1/users/%ff%fe", 404, "not_found"),
            ("GET", "/api/v1/users/nobody", 404, "not_found"),
            ("GET", "/api/v1/users/..%2f..%2fetc%2fpasswd", 404, "not_found"),
            ("GET", "/api/v1/nothing", 404, "no_such_route"),
            ("GET", "/nothing", 404, "no_such_route"),
            ("DELETE", "/api/v1/users", 405, "method_not_allowed"),
            ("TRACE", "/api/v1/users/budi", 405, "method_not_allowed"),
            ("GET", "/api/v1/auth/login", 405, "method_not_allowed"),
        ];
        for (method, path, status, code) in cases {
            let reply = admin.send(method, path, None);
            assert_eq!(reply.status, status, "{method} {path}: {}", reply.text);
            if !code.is_empty() {
                assert_eq!(reply.code(), code, "{method} {path}");
            }
        }
        assert_eq!(admin.delete(USERS).header("allow"), "GET, HEAD, POST");
        let wrong = admin.get("/api/v1/users?limit=x");
        assert_eq!(wrong.json["errors"][0]["pointer"], "?limit");
        assert_eq!(admin.get("/api/v1/users?colour=red").json["errors"][0]["pointer"], "?colour");
    }

    fn a_text_that_no_username_could_be_is_not_found_but_harmless(app: TestApp) {
        let admin = app.admin();
        for name in ["%27%3B%20DROP%20TABLE%20users%3B--", "%F0%9F%98%80", &"a".repeat(5000)] {
            assert_eq!(admin.get(&format!("{USERS}/{name}")).code(), "not_found");
        }
        let long = json!({"username": "x".repeat(60_000), "password": "y"});
        assert_eq!(app.client().post("/api/v1/auth/login", long).code(), "wrong_credentials");
    }
}

#[test]
fn bytes_that_are_no_http_do_no_harm() {
    let app = TestApp::start(Database::Sqlite);
    let client = app.client();
    for bytes in
        [&b"\x16\x03\x01\x02\x00"[..], b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nBad Header\r\n\r\n", b"\0\0\0\0\r\n\r\n"]
    {
        let (status, _) = client.raw(bytes);
        assert!(status == 400 || status == 0, "{status}");
    }
    assert_eq!(client.raw(b"BREW /api/v1/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").0, 405);
    let huge = format!("GET /healthz HTTP/1.1\r\nHost: x\r\nX: {}\r\nConnection: close\r\n\r\n", "x".repeat(300_000));
    let (status, _) = client.raw(huge.as_bytes());
    assert!((400..500).contains(&status) || status == 0, "{status}");
    assert_eq!(client.get("/healthz").status, 200);
}

#[test]
fn a_body_that_breaks_off_is_dropped() {
    let app = TestApp::start(Database::Sqlite);
    let (status, _) = app.client().raw(
        b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 10\r\nConnection: close\r\n\r\n{\"u\"}xxxxx",
    );
    assert_eq!(status, 400);
    assert_eq!(app.client().get("/healthz").status, 200);
}
