//! What the pages show.

use super::*;
use crate::city::link_of;
use crate::support::Database;
use domain::{Channel, Code};
use std::io::{Read, Write};
use std::net::TcpStream;
use store::links::{NewLink, create_link};
use store::units::find_unit;

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
fn the_page_loads_nothing_but_the_own_files_and_is_kept_nowhere() {
    let (_app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; \
                  connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    assert_eq!(page.header("content-security-policy"), policy);
    let inline = page.text.split("<script").skip(1).filter(|script| !script.contains("src=\"/assets/"));
    assert!(inline.into_iter().all(|script| script.starts_with(" type=\"application/json\"")), "data at most");
    assert!(!page.text.contains("style=") && !page.text.contains("http://"));
    assert_ne!(id_of(&page), id_of(&open(&client, &link.to_uppercase())), "each page has an id of its own");
    let styles = client.get(between(&page.text, r#"rel="stylesheet" href=""#, "\""));
    assert_eq!((styles.status, styles.header("content-type")), (200, "text/css; charset=utf-8"));
    assert_eq!(styles.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(styles.text.starts_with(":root{--brand-25:#") && styles.text.contains("--brand:#0b6b5c;"));
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
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap();
    let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
    assert!(head.starts_with("http/1.1 200") && head.contains("content-encoding: gzip"), "{head}");
    answer.len()
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
