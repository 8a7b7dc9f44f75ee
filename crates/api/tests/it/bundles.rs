//! What browsers load, as `cargo xtask web` left it in `target/web`.

use crate::support::{Client, Database, TestApp};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/web")
}

/// Plain names with the names of their files; `REQUIRE_BUNDLES=1` insists that there are some.
#[expect(clippy::print_stderr, reason = "whoever runs the tests must see it")]
fn manifest() -> Option<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(folder().join("manifest.json"));
    if text.is_err() {
        assert!(
            std::env::var("REQUIRE_BUNDLES").as_deref() != Ok("1"),
            "REQUIRE_BUNDLES=1, but there are no bundles: run `cargo xtask web`"
        );
        eprintln!("NOT TESTED: there are no bundles; run `cargo xtask web`");
    }
    text.ok().map(|text| serde_json::from_str(&text).unwrap())
}

fn accepting(client: &Client, coding: &str) -> Client {
    client.clone().with_header("accept-encoding", coding)
}

#[test]
fn every_file_arrives_in_the_coding_that_the_browser_likes_best() {
    let Some(manifest) = manifest() else { return };
    let app = TestApp::start(Database::Sqlite);
    let client = app.client();
    for file in manifest.values() {
        let address = format!("/assets/{file}");
        let plain = std::fs::read(folder().join(file)).unwrap();
        for coding in ["", "identity", "br;q=0, gzip;q=0"] {
            let reply = accepting(&client, coding).get(&address);
            assert_eq!((reply.status, reply.header("content-encoding")), (200, ""), "{file} for {coding:?}");
            assert!(reply.bytes == plain, "{file} for {coding:?}");
        }
        for (accepted, chosen) in [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0.5, gzip", "gzip")] {
            let reply = accepting(&client, accepted).get(&address);
            if !folder().join(format!("{file}.br")).is_file() {
                continue; // `cargo xtask web --dev` makes no twins.
            }
            assert_eq!(reply.header("content-encoding"), chosen, "{file} for {accepted:?}");
            assert!(unpacked(chosen, &reply.bytes) == plain, "{file} for {accepted:?}");
            assert_eq!(reply.header("vary"), "accept-encoding");
        }
    }
}

fn unpacked(coding: &str, packed: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match coding {
        "br" => brotli::BrotliDecompress(&mut &packed[..], &mut plain).unwrap(),
        _ => drop(flate2::read::GzDecoder::new(packed).read_to_end(&mut plain).unwrap()),
    }
    plain
}

#[test]
fn a_file_may_be_kept_for_ever_and_says_what_it_is() {
    let Some(manifest) = manifest() else { return };
    let app = TestApp::start(Database::Sqlite);
    for (plain, content_type) in [("survey.wasm", "application/wasm"), ("survey.js", "text/javascript; charset=utf-8")]
    {
        let address = format!("/assets/{}", manifest[plain]);
        let (get, head) = (app.client().get(&address), app.client().send("HEAD", &address, None));
        assert_eq!((head.status, head.text.as_str()), (200, ""));
        for reply in [&get, &head] {
            assert_eq!(reply.header("content-type"), content_type);
            assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(reply.header("x-content-type-options"), "nosniff");
        }
        assert_eq!(api::bundles::address(plain).as_deref(), Some(address.as_str()));
        assert_eq!(api::bundles::content(plain).unwrap().as_ref(), get.bytes);
    }
}

#[test]
fn nothing_but_what_the_manifest_names_is_served() {
    let app = TestApp::start(Database::Sqlite);
    let client = app.client();
    let survey = api::bundles::address("survey.js").unwrap_or("/assets/survey-0123456789abcdef.js".to_owned());
    let twin = format!("{survey}.br");
    let other_version = survey.replace(|letter: char| letter.is_ascii_digit(), "0") + "x";
    for path in [twin.as_str(), &other_version, "/assets/manifest.json", "/assets/", "/assets/survey.wasm"] {
        let reply = client.get(path);
        assert_eq!((reply.status, reply.code()), (404, "no_such_route"), "{path}");
        assert_ne!(reply.header("cache-control"), "public, max-age=31536000, immutable");
    }
    for path in
        ["/assets/../Cargo.toml", "/assets/..%2f..%2fCargo.toml", "/assets/%2e%2e/web.stamp", "/assets//etc/passwd"]
    {
        let (status, body) =
            client.raw(format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes());
        assert_eq!(status, 404, "{path}");
        let problem: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(problem["code"], "no_such_route", "{path}");
    }
    assert_eq!(api::bundles::address("no-such-file.js"), None);
}
