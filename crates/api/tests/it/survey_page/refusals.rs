//! What is refused, and how it is told.

use super::*;
use crate::city::link_of;
use crate::support::Database;
use chrono::TimeDelta;
use domain::{Code, LinkCode, UnitKind};
use serde_json::json;
use store::units::{NewUnit, create_unit};

#[test]
fn links_that_are_none_have_a_page_of_their_own() {
    let (app, link, client) = app("skm-2017");
    for path in ["/s/00000000", "/s/x", "/s/00000000/terima-kasih"] {
        let page = client.get(path);
        assert_eq!((page.status, page.header("content-type")), (404, "text/html; charset=utf-8"), "{path}");
        has(&page, &["Survei tidak ditemukan", "Periksa kode di bawah kode QR"]);
    }
    for path in ["/s", "/s/", "/s/a/b/c"] {
        let page = client.get(path);
        assert_eq!((page.status, page.header("content-type")), (404, "text/html; charset=utf-8"), "{path}");
    }
    // The language changes there as on any page.
    has(&client.get("/s/00000000"), &["href=\"?language=en\""]);
    has(&client.get("/s/00000000?language=en"), &["No survey found", "href=\"?language=id\""]);
    let wrong = client.send("DELETE", &format!("/s/{link}"), None);
    assert_eq!((wrong.status, wrong.header("allow")), (405, "GET, HEAD, POST"));
    let code = LinkCode::parse(&link).unwrap();
    let now = app.clock.now();
    let change = store::links::LinkChange { expires_at: Some(Some(now + TimeDelta::hours(1))), ..Default::default() };
    app.db.write_blocking(move |conn| store::links::update_link(conn, code, 1, &change, now)).unwrap();
    app.clock.advance(TimeDelta::hours(2));
    let expired = client.get(&format!("/s/{link}"));
    assert_eq!(expired.status, 410);
    has(&expired, &["Masa survei sudah berakhir"]);
}

#[test]
fn an_address_of_nothing_is_a_page_for_people_and_a_problem_for_programs() {
    let (_app, _link, client) = app("skm-2017");
    let people = client.clone().with_header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    let page = people.get("/nothing");
    assert_eq!((page.status, page.header("content-type")), (404, "text/html; charset=utf-8"));
    has(&page, &["Halaman tidak ditemukan", "href=\"?language=en\""]);
    has(&people.get("/nothing?language=en"), &["Page not found"]);
    assert_eq!(client.get("/nothing").code(), "no_such_route");
    assert_eq!(people.get("/api/v1/nothing").code(), "no_such_route");
}

#[test]
fn what_is_no_form_is_refused_with_a_page() {
    let (app, link, client) = app("skm-2017");
    let path = format!("/s/{link}");
    let huge = format!("comment={}", "a".repeat(70_000));
    let form = client.clone().with_header("content-type", "application/x-www-form-urlencoded");
    let reply = form.send("POST", &path, Some(huge.as_bytes()));
    assert_eq!(reply.status, 413);
    has(&reply, &["Isian terlalu besar"]);
    assert_eq!(client.post(&path, json!({"u1": 3})).status, 415);
    let foreign = form.clone().with_header("sec-fetch-site", "cross-site").send("POST", &path, Some(b"u1=4"));
    assert_eq!(foreign.status, 403);
    has(&foreign, &["Jawaban hanya dapat dikirim dari halaman survei"]);
    for body in [&b"\xff\xfe=%ff&u1=\xff"[..], b"", b"&&==&u1", b"id=x&u1=9&u99=1&profile.x=y"] {
        let reply = form.send("POST", &path, Some(body));
        assert_eq!(reply.status, 422, "{}", reply.text);
        assert_eq!(id_of(&reply).len(), 36, "a page without an id gets one");
    }
    assert_eq!(n(&app), 0);
}

#[test]
fn nothing_that_people_type_becomes_markup() {
    let app = TestApp::start(Database::Sqlite);
    plant_link(&app, "skm-2017");
    let now = app.clock.now();
    let attack = "<script>alert('x')</script>\" onload=\"y";
    let new = NewUnit {
        code: Code::parse("jahat").unwrap(),
        name: attack.to_owned(),
        kind: UnitKind::Uptd,
        parent: Some(Code::parse("dinas-a").unwrap()),
        obliged: true,
    };
    app.db.write_blocking(move |conn| create_unit(conn, &new, now)).unwrap();
    let (link, client) = (link_of(&app, "jahat", "skm-2017"), app.client());
    let page = open(&client, &link);
    let fields = [
        ("id", attack),
        ("service", attack),
        ("comment", "</textarea><script>x</script>"),
        ("profile.sex", attack),
        (attack, attack),
    ];
    if page.text.contains(DATA) {
        let data = between(&page.text, DATA, "</script>");
        assert!(!data.contains('<'), "no text ends the element it stands in: {data}");
    }
    for text in
        [page.text.clone(), post(&client, &link, &fields).text, client.get(&format!("/s/{link}/terima-kasih")).text]
    {
        let text = without_data(&text);
        assert!(!text.contains("<script>") && !text.contains("\" onload"), "{text}");
        assert!(text.contains("&#60;script&#62;alert"), "{text}");
    }
}
