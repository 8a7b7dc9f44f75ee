//! The survey as one plain form, for browsers without JavaScript.

use crate::city::{answers, close, id, link_of, plant_link, submit};
use crate::support::{Client, Database, Reply, TestApp, on_both};
use chrono::TimeDelta;
use domain::{Channel, Code, LinkCode, UnitKind};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use store::links::{NewLink, create_link};
use store::units::find_unit;
use store::units::{NewUnit, create_unit};

/// The questions in the order of the printed form: facilities (U9) before complaints (U8).
const PRINTED_ORDER: [&str; 9] = ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u9", "u8"];

fn n(app: &TestApp) -> i64 {
    app.admin().get("/api/v1/units/uptd-a/results").json["n"].as_i64().unwrap()
}

fn open(client: &Client, link: &str) -> Reply {
    let page = client.get(&format!("/s/{link}"));
    assert_eq!(page.status, 200, "{}", page.text);
    page
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("{start} is not in {text}")).1;
    rest.split_once(end).unwrap().0
}

fn id_of(page: &Reply) -> &str {
    between(&page.text, r#"name="id" value=""#, "\"")
}

fn post(client: &Client, link: &str, fields: &[(&str, &str)]) -> Reply {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let client = client.clone().with_header("content-type", "application/x-www-form-urlencoded");
    client.send("POST", &format!("/s/{link}"), Some(body.as_bytes()))
}

/// The fields of a page with one answer.
fn one_answer(id: &str) -> Vec<(&str, &str)> {
    vec![("id", id), ("version", "1"), ("language", "id"), ("action", "send"), ("u1", "3"), ("u9", "1")]
}

fn has(page: &Reply, parts: &[&str]) {
    for part in parts {
        assert!(page.text.contains(part), "{part} is not in {}", page.text);
    }
}

on_both! {
    fn a_posted_form_is_counted_once_however_often_it_is_sent(app: TestApp) {
        let (link, client) = (plant_link(&app, "skm-2017"), app.client());
        let page = open(&client, &link);
        let mut fields = one_answer(id_of(&page));
        fields.extend([("service", "daring"), ("profile.sex", "female"), ("profile.age", ""), ("u8", ""), ("comment", "Baik")]);
        for _ in 0..3 {
            let reply = post(&client, &link, &fields);
            assert_eq!((reply.status, reply.text.as_str()), (303, ""));
            assert_eq!(reply.header("location"), format!("/s/{link}/terima-kasih?language=id"));
        }
        assert_eq!(n(&app), 1);
        let results = app.admin().get("/api/v1/units/uptd-a/results?service=daring");
        assert_eq!(results.json["n"], 1, "{}", results.text);
        let comments = app.admin().get("/api/v1/units/uptd-a/comments");
        assert!(comments.text.contains("Baik"), "{}", comments.text);
        fields[4] = ("u1", "4");
        let changed = post(&client, &link, &fields);
        assert_eq!(changed.status, 409);
        has(&changed, &["Jawaban ini sudah pernah dikirim", "Mulai survei baru"]);
        assert_eq!(n(&app), 1);
        let thanks = client.get(&format!("/s/{link}/terima-kasih?language=id"));
        assert_eq!(thanks.status, 200);
        has(&thanks, &["Terima kasih.", "Jawaban Saudara sudah terkirim."]);
        assert!(!thanks.text.contains("http-equiv") && !thanks.text.contains(&format!("href=\"/s/{link}\"")));
    }

    fn a_form_begun_before_the_link_closed_is_still_taken(app: TestApp) {
        let (link, client) = (plant_link(&app, "skm-2017"), app.client());
        let page = open(&client, &link);
        app.clock.advance(TimeDelta::minutes(1));
        close(&app, &link);
        app.clock.advance(TimeDelta::minutes(1));
        let late = id();
        assert_eq!(post(&client, &link, &one_answer(id_of(&page))).status, 303);
        assert_eq!(n(&app), 1);
        let closed = client.get(&format!("/s/{link}"));
        assert_eq!(closed.status, 410);
        has(&closed, &["Survei ini sudah ditutup", "mintalah tautan yang berlaku", "uptd-a"]);
        let refused = post(&client, &link, &one_answer(&late));
        assert_eq!(refused.status, 410);
        assert_eq!(n(&app), 1);
    }
}

fn app(questionnaire: &str) -> (TestApp, String, Client) {
    let app = TestApp::start(Database::Sqlite);
    let link = plant_link(&app, questionnaire);
    let client = app.client();
    (app, link, client)
}

#[test]
fn the_page_has_every_question_and_label_in_the_printed_order() {
    let (_app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let places: Vec<usize> = PRINTED_ORDER
        .iter()
        .map(|code| {
            page.text
                .find(&format!("<fieldset class=\"q\" id=\"q-{code}\""))
                .or_else(|| page.text.find(&format!("<fieldset class=\"q faces\" id=\"q-{code}\"")))
                .unwrap()
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    let labels = |code: &str| -> Vec<String> {
        (1..=4).map(|score| between(&page.text, &format!("for=\"{code}-{score}\">"), "<").to_owned()).collect()
    };
    assert_eq!(labels("u4"), ["Sangat mahal", "Cukup mahal", "Murah", "Gratis"]);
    assert_eq!(labels("u9"), ["Buruk", "Cukup", "Baik", "Sangat baik"]);
    assert_eq!(
        labels("u8"),
        ["Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"]
    );
    has(
        &page,
        &[
            "9 dari 9</span> Bagaimana pendapat Saudara tentang penanganan pengaduan",
            "8 dari 9</span> Bagaimana pendapat Saudara tentang kualitas sarana",
        ],
    );
    has(
        &page,
        &[
            "Survei ini untuk memperbaiki pelayanan uptd-a (UU 25/2009, PermenPANRB 14/2017).",
            "Tidak ada = tidak tersedia sarana pengaduan",
        ],
    );
    // No face where it would judge for the respondent.
    for code in ["u4", "u8", "u9"] {
        assert!(page.text.contains(&format!("<fieldset class=\"q\" id=\"q-{code}\"")), "{code}");
    }
    assert!(page.text.find("p-age").unwrap() < page.text.find("id=\"comment\"").unwrap());
    assert_eq!(page.text.matches("Tidak menjawab</label>").count(), 4);
    assert_eq!(page.text.matches(" checked").count(), 4, "only `Tidak menjawab` is chosen");
}

#[test]
fn the_page_loads_nothing_but_its_stylesheet_and_is_kept_nowhere() {
    let (_app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    assert_eq!(page.header("content-security-policy"), policy);
    assert!(!page.text.contains("<script") && !page.text.contains("style=") && !page.text.contains("http://"));
    assert_ne!(id_of(&page), id_of(&open(&client, &link.to_uppercase())), "each page has an id of its own");
    let styles = client.get(between(&page.text, r#"rel="stylesheet" href=""#, "\""));
    assert_eq!((styles.status, styles.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(styles.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(styles.text.starts_with(":root{--accent:#0b6b5c"));
    let unknown = client.get("/assets/survey-000000000000-0b6b5c.css");
    assert_eq!((unknown.status, unknown.header("cache-control")), (200, "no-store"));
}

#[test]
fn the_first_question_arrives_within_thirty_kilobytes() {
    let app = TestApp::start(Database::Sqlite);
    plant_link(&app, "skm-2017");
    for questionnaire in ["skm-2017", "skm-spkp-spak", "terpadu-16"] {
        let link = link_of(&app, "dinas-a", questionnaire);
        let address = format!("/s/{link}?service=umum");
        let page = app.client().get(&address);
        let styles = between(&page.text, r#"rel="stylesheet" href=""#, "\"");
        let transferred = gzipped(&app, &address) + gzipped(&app, styles);
        assert!(transferred <= 30 * 1024, "{questionnaire}: {transferred} bytes");
    }
}

/// Bytes of a compressed answer, headers included.
fn gzipped(app: &TestApp, path: &str) -> usize {
    let mut stream = TcpStream::connect(app.base.trim_start_matches("http://")).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let head = String::from_utf8_lossy(&answer[..500.min(answer.len())]).to_lowercase();
    assert!(head.starts_with("http/1.1 200") && head.contains("content-encoding: gzip"), "{head}");
    answer.len()
}

#[test]
fn a_form_without_an_answer_comes_back_with_everything_typed() {
    let (app, link, client) = app("skm-spkp-spak");
    let page = open(&client, &link);
    let fields = [
        ("id", id_of(&page)),
        ("language", "id"),
        ("action", "send"),
        ("service", "daring"),
        ("profile.sex", "female"),
        ("profile.disability", "no"),
        ("comment", "Kursi <tunggu> kurang & panas"),
    ];
    let reply = post(&client, &link, &fields);
    assert_eq!((reply.status, reply.header("cache-control")), (422, "no-store"));
    assert_eq!(id_of(&reply), id_of(&page), "the id stays, so that a second send is the same response");
    has(
        &reply,
        &[
            "Jawaban belum terkirim",
            "role=\"alert\"",
            "href=\"#p-disability\"",
            "aria-describedby=\"p-disability-error\"",
        ],
    );
    has(&reply, &["Centang persetujuan di bawah pertanyaan ini"]);
    has(&reply, &["value=\"female\" id=\"p-sex-female\" checked", "value=\"daring\" id=\"service-daring\" checked"]);
    has(
        &reply,
        &["value=\"no\" id=\"p-disability-no\" checked", "\nKursi &#60;tunggu&#62; kurang &#38; panas</textarea>"],
    );
    let mut with_type = fields.to_vec();
    with_type[5] = ("profile.disability", "yes");
    with_type.push(("profile.disability_type", "fisik"));
    let reply = post(&client, &link, &with_type);
    assert!(!reply.text.contains("href=\"#p-disability_type\""), "one mistake is told once: {}", reply.text);
    let mut fields = fields.to_vec();
    fields.push(("consent.disability", "yes"));
    let reply = post(&client, &link, &fields);
    has(
        &reply,
        &[
            "href=\"#q-u1\"",
            "Pilih paling sedikit satu jawaban",
            "aria-describedby=\"q-u1-error\"",
            "id=\"p-disability-consent\" checked",
        ],
    );
    assert_eq!((reply.status, n(&app)), (422, 0));
    fields.push(("u3", "2"));
    assert_eq!(post(&client, &link, &fields).status, 303);
    assert_eq!(n(&app), 1);
}

#[test]
fn the_language_is_switched_without_losing_anything() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let mut fields = one_answer(id_of(&page));
    fields[3] = ("action", "language");
    fields.extend([("profile.age", "26-34"), ("comment", "Ramah")]);
    let english = post(&client, &link, &fields);
    assert_eq!((english.status, id_of(&english)), (200, id_of(&page)));
    has(
        &english,
        &[
            "<html lang=\"en\">",
            "How suitable are the requirements",
            "3 of 9",
            "Send answers",
            ">Bahasa Indonesia</button>",
        ],
    );
    has(
        &english,
        &[
            "value=\"3\" id=\"u1-3\" checked",
            "value=\"1\" id=\"u9-1\" checked",
            "id=\"p-age-26-34\" checked",
            "Ramah</textarea>",
        ],
    );
    assert!(!english.text.contains("Saudara"));
    fields[2] = ("language", "en");
    let back = post(&client, &link, &fields);
    has(&back, &["<html lang=\"id\">", "value=\"3\" id=\"u1-3\" checked"]);
    assert_eq!(n(&app), 0);
    fields[3] = ("action", "send");
    assert_eq!(post(&client, &link, &fields).header("location"), format!("/s/{link}/terima-kasih?language=en"));
}

#[test]
fn enter_on_an_answer_sends_nothing() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let first = between(&page.text, "<button", ">");
    assert!(first.contains("value=\"nothing\"") && first.contains("hidden"), "what Enter presses: {first}");
    let mut fields = one_answer(id_of(&page));
    fields[3] = ("action", "nothing");
    let reply = post(&client, &link, &fields);
    assert_eq!((reply.status, reply.text.as_str()), (204, ""), "the browser stays where it is");
    assert_eq!(n(&app), 0);
}

#[test]
fn hidden_questions_never_stop_a_form() {
    let (app, link, client) = app("skm-spkp-spak");
    let page = open(&client, &link);
    let mut fields = one_answer(id_of(&page));
    // Chosen, and then hidden by another answer: the type without disability, disability and comment below the age.
    fields.extend([("profile.disability", "no"), ("consent.disability", "yes"), ("profile.disability_type", "fisik")]);
    assert_eq!(post(&client, &link, &fields).status, 303);
    let second = open(&client, &link);
    let mut fields = one_answer(id_of(&second));
    fields.extend([("profile.age", "under-17"), ("profile.disability", "yes"), ("comment", "Saya kelas 9")]);
    let reply = post(&client, &link, &fields);
    assert_eq!(reply.status, 303, "{}", reply.text);
    has(&client.get(reply.header("location")), &["responden di bawah umur tidak disimpan"]);
    assert!(!app.admin().get("/api/v1/units/uptd-a/comments").text.contains("kelas 9"));
    assert_eq!(n(&app), 2);
}

#[test]
fn the_service_comes_first_where_it_decides_what_is_asked() {
    let (_app, link, client) = app("terpadu-16");
    let first = open(&client, &link);
    let address = format!("/s/{link}?language=id&amp;service=daring");
    has(
        &first,
        &["Pelayanan apa yang Saudara terima?", &format!("href=\"{address}\""), "Survei ini untuk memperbaiki"],
    );
    assert!(!first.text.contains("fieldset"));
    let online = client.get(&address.replace("&amp;", "&"));
    has(&online, &["name=\"service\" value=\"daring\"", "Ganti pelayanan", "16 dari 16"]);
    let counter = client.get(&format!("/s/{link}?service=umum"));
    assert_ne!(between(&online.text, "11 dari 16</span>", "<"), between(&counter.text, "11 dari 16</span>", "<"));
}

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
    has(&client.get("/s/00000000?language=en"), &["No survey found"]);
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
fn what_is_no_form_is_refused_with_a_page() {
    let (app, link, client) = app("skm-2017");
    let path = format!("/s/{link}");
    let huge = format!("comment={}", "a".repeat(70_000));
    let form = client.clone().with_header("content-type", "application/x-www-form-urlencoded");
    let reply = form.send("POST", &path, Some(huge.as_bytes()));
    assert_eq!(reply.status, 413);
    has(&reply, &["Isian terlalu besar"]);
    assert_eq!(client.post(&path, json!({"u1": 3})).status, 415);
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
    for text in
        [page.text.clone(), post(&client, &link, &fields).text, client.get(&format!("/s/{link}/terima-kasih")).text]
    {
        assert!(!text.contains("<script") && !text.contains("\" onload"), "{text}");
        assert!(text.contains("&#60;script&#62;alert"), "{text}");
    }
}

#[test]
fn a_page_and_the_api_store_the_same_thing() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let path = format!("/api/v1/public/surveys/{link}/responses/{}", id_of(&page));
    let scores = answers([3; 9]);
    let body = json!({"questionnaire": "skm-2017", "version": 1, "answers": scores, "service": null});
    assert_eq!(client.put(&path, body).status, 201);
    let mut fields = vec![("id", id_of(&page)), ("profile.sex", ""), ("comment", " ")];
    fields.extend(PRINTED_ORDER.map(|code| (code, "3")));
    assert_eq!(post(&client, &link, &fields).status, 303, "the same answers under the same id are the same response");
    assert_eq!(n(&app), 1);
    assert_eq!(
        submit(&app, &link, &json!({"questionnaire": "skm-2017", "version": 1, "answers": answers([4; 9])})).status,
        201
    );
    assert_eq!(n(&app), 2);
}

#[test]
fn a_tablet_of_the_unit_goes_back_to_the_start() {
    let (app, _link, client) = app("skm-2017");
    let (now, questionnaire_id) = (app.clock.now(), app.db.versions().find("skm-2017", None).unwrap().id);
    let made = app.db.write_blocking(move |conn| {
        let unit_id = find_unit(conn, "uptd-a")?.id;
        let (label, created_by) = ("Loket 1".to_owned(), "test".to_owned());
        let service = Some(Code::parse("daring").unwrap());
        let channel = Channel::Kiosk;
        create_link(
            conn,
            &NewLink { unit_id, service, questionnaire_id, channel, label, expires_at: None, created_by },
            now,
        )
    });
    let link = made.unwrap().code.to_string();
    let page = open(&client, &link);
    has(&page, &["autocomplete=\"off\">", "name=\"service\" value=\"daring\"", "Layanan daring"]);
    assert!(!page.text.contains("Ganti pelayanan"), "the link is made for one service");
    let reply = post(&client, &link, &one_answer(id_of(&page)));
    let thanks = client.get(reply.header("location"));
    has(&thanks, &[&format!("content=\"30;url=/s/{link}\""), "Selesai</a>"]);
}

#[test]
fn the_root_says_what_stands_here_and_every_browser_finds_an_icon() {
    let (_app, _link, client) = app("skm-2017");
    let start = client.get("/");
    assert_eq!(start.status, 200);
    has(&start, &["Sumber Daya", "href=\"/docs/\"", "kode QR atau tautan"]);
    let icon = client.get("/favicon.ico");
    assert_eq!((icon.status, icon.header("content-type")), (200, "image/svg+xml"));
}
