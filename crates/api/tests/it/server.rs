//! What every answer has in common, and what machines ask.

use crate::support::{Client, Database, TestApp, on_both};

on_both! {
    fn the_server_is_ready_when_its_database_answers(app: TestApp) {
        assert_eq!(app.client().get("/healthz").text, "ok");
        assert_eq!(app.client().get("/readyz").text, "ready");
    }
}

fn app() -> (TestApp, Client) {
    let app = TestApp::start(Database::Sqlite);
    let client = app.client();
    (app, client)
}

#[test]
fn every_answer_carries_a_request_id_and_careful_headers() {
    let (_app, client) = app();
    for path in ["/healthz", "/api/v1/users", "/nothing"] {
        let reply = client.get(path);
        assert_eq!(reply.header("x-request-id").len(), 36, "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"));
    }
    let named = client.clone().with_header("x-request-id", "0190b6a01f5e7cc28a4b2f1d3c4b5a69").get("/nothing");
    assert_eq!(named.header("x-request-id"), "0190b6a01f5e7cc28a4b2f1d3c4b5a69");
    assert_eq!(named.json["request_id"], "0190b6a01f5e7cc28a4b2f1d3c4b5a69");
    let odd = client.with_header("x-request-id", "NIK-6371012345").get("/nothing");
    assert_ne!(odd.header("x-request-id"), "NIK-6371012345");
}

#[test]
fn head_works_where_get_does() {
    let (app, client) = app();
    for path in ["/healthz", "/openapi.json", "/docs/"] {
        let (get, head) = (client.get(path), client.send("HEAD", path, None));
        assert_eq!((head.status, head.text.as_str()), (200, ""), "{path}");
        assert_eq!(head.header("content-type"), get.header("content-type"));
    }
    assert_eq!(app.admin().send("HEAD", "/api/v1/users", None).status, 200);
    assert_eq!(client.send("HEAD", "/api/v1/auth/login", None).status, 405);
}

#[test]
fn metrics_count_by_route_not_by_address() {
    let (app, client) = app();
    app.admin().get("/api/v1/users/somebody-private");
    client.get("/scanned/by/a/robot");
    let metrics = client.get("/metrics");
    assert!(metrics.header("content-type").starts_with("text/plain"));
    let line = r#"http_requests_total{method="GET",route="/api/v1/users/{username}",status="404"}"#;
    assert!(metrics.text.contains(line), "{}", metrics.text);
    assert!(metrics.text.contains("http_request_duration_seconds_bucket"));
    assert!(!metrics.text.contains("somebody-private") && !metrics.text.contains("robot"));
}

#[test]
fn json_is_compressed_when_the_client_takes_it() {
    let (_app, client) = app();
    let plain = client.get("/openapi.json");
    assert_eq!(plain.header("content-encoding"), "");
    let packed = client.with_header("accept-encoding", "gzip").get("/openapi.json");
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.header("vary").to_ascii_lowercase().contains("accept-encoding"));
}
