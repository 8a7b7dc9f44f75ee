//! Files of reports over HTTP and on the command line, one by one and of all units at once.

use crate::binary::Binary;
use crate::city::{GOLDEN, plant_link, send_golden, submit};
use crate::reports::go;
use crate::support::{Client, Database, Reply, TestApp, on_both};
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

const REPORTS: &str = "/api/v1/reports";
const JOBS: &str = "/api/v1/report-jobs";
const FORMATS: [(&str, &str, &[u8]); 7] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ("poster-pdf", "application/pdf", b"%PDF-"),
    ("poster-png", "image/png", b"\x89PNG"),
    ("poster-svg", "image/svg+xml", b"<svg"),
    ("json", "application/json", b"{"),
];

fn golden(app: &TestApp) {
    send_golden(app, &plant_link(app, "skm-2017"));
}

fn job_ends(client: &Client, job: &Value) -> Reply {
    let path = format!("{JOBS}/{}", job["id"].as_str().unwrap());
    let start = Instant::now();
    loop {
        let read = client.get(&path);
        if read.json["finished_at"].is_string() {
            return read;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "{}", read.text);
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn names(archive: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.sort();
    names
}

on_both! {
    fn every_format_is_made_for_a_draft_and_kept_when_published(app: TestApp) {
        golden(&app);
        app.end_quarter();
        let admin = app.admin();
        let draft = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3"}));
        let files = format!("{REPORTS}/{}/files", draft.json["id"].as_str().unwrap());
        for (format, kind, start) in FORMATS {
            let read = admin.get(&format!("{files}/{format}"));
            assert_eq!((read.status, read.header("content-type")), (200, kind), "{format}: {}", read.text);
            assert!(read.bytes.starts_with(start), "{format}");
        }
        let published = go(&admin, &go(&admin, &draft, "submit"), "publish");
        assert_eq!(published.status, 200, "{}", published.text);
        let listed: Vec<&str> = published.json["files"].as_array().unwrap().iter().map(|file| file["format"].as_str().unwrap()).collect();
        assert_eq!(listed, ["docx", "json", "pdf", "poster-pdf", "poster-png", "poster-svg", "xlsx"]);
        for file in published.json["files"].as_array().unwrap() {
            let format = file["format"].as_str().unwrap();
            let read = admin.get(&format!("{files}/{format}"));
            let hash = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&read.bytes));
            assert_eq!((file["sha256"].as_str(), file["bytes"].as_u64()), (Some(hash.as_str()), Some(read.bytes.len() as u64)), "{format}");
            assert!(read.header("content-disposition").contains(file["file_name"].as_str().unwrap()));
            let public = app.client().get(&format!("/api/v1/public/reports/{}/files/{format}", published.json["code"].as_str().unwrap()));
            assert_eq!(public.status, if format.starts_with("poster-") { 200 } else { 404 }, "{format}");
        }
        let svg = String::from_utf8(admin.get(&format!("{files}/poster-svg")).bytes).unwrap();
        assert!(svg.contains("78,89"), "{svg}");
    }

    fn the_poster_comes_for_every_index_of_a_report(app: TestApp) {
        let link = plant_link(&app, "skm-spkp-spak");
        let shipped = domain::questionnaire::shipped().unwrap();
        let form = shipped.iter().find(|form| form.code.as_str() == "skm-spkp-spak").unwrap();
        for score in [3, 4, 4] {
            let asked = form.items.iter().filter(|item| !item.hybrid_only);
            let answers: serde_json::Map<String, Value> = asked.map(|item| (item.code.to_string(), json!(score))).collect();
            let body = json!({"questionnaire": "skm-spkp-spak", "version": form.version, "answers": answers});
            let sent = submit(&app, &link, &body);
            assert_eq!(sent.status, 201, "{}", sent.text);
        }
        app.end_quarter();
        let admin = app.admin();
        let draft = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3"}));
        let files = format!("{REPORTS}/{}/files/poster-svg", draft.json["id"].as_str().unwrap());
        let title = |read: &Reply, title: &str| assert!(read.status == 200 && read.text.contains(title), "{}", read.text);
        title(&admin.get(&files), "INDEKS KEPUASAN MASYARAKAT (IKM)");
        title(&admin.get(&format!("{files}?index=ipkp")), "INDEKS PERSEPSI KUALITAS PELAYANAN (IPKP)");
        assert_eq!(admin.get(&format!("{files}?index=ikp")).status, 400);
        let published = go(&admin, &go(&admin, &draft, "submit"), "publish");
        let public = format!("/api/v1/public/reports/{}/files/poster-svg", published.json["code"].as_str().unwrap());
        for (index, words) in [("", "MASYARAKAT (IKM)"), ("?index=ikm", "MASYARAKAT (IKM)"), ("?index=ipak", "ANTI KORUPSI (IPAK)")] {
            title(&admin.get(&format!("{files}{index}")), words);
            title(&app.client().get(&format!("{public}{index}")), words);
        }
        let listed = published.json["files"].as_array().unwrap().iter();
        let ipak = listed.clone().find(|file| file["format"] == "poster-pdf-ipak").unwrap();
        assert_eq!(ipak["file_name"], "poster-ipak-uptd-a-2026-TW3.pdf");
    }

    fn documents_of_all_units_come_as_one_archive(app: TestApp) {
        golden(&app);
        let admin = app.admin();
        let wanted = json!({"period": "2026-TW3", "formats": ["poster-svg", "xlsx", "xlsx"]});
        let made = admin.post(JOBS, wanted.clone());
        assert_eq!((made.status, &made.json["total"], &made.json["formats"]), (202, &json!(6), &json!(["poster-svg", "xlsx"])), "{}", made.text);
        let ended = job_ends(&admin, &made.json);
        assert_eq!((&ended.json["state"], &ended.json["done"], &ended.json["failed"]), (&json!("done"), &json!(2), &json!(0)));
        assert_eq!((&ended.json["skipped"], &ended.json["unit"]), (&json!(4), &json!("kota")), "no report and no answer is no failure");
        let archive = admin.get(&format!("{JOBS}/{}/archive", made.json["id"].as_str().unwrap()));
        assert_eq!((archive.status, archive.header("content-type")), (200, "application/zip"));
        assert_eq!(names(&archive.bytes), ["laporan-skm-uptd-a-2026-TW3.xlsx", "poster-skm-uptd-a-2026-TW3.svg", "tanpa-jawaban.txt"]);
        let mut zip = zip::ZipArchive::new(Cursor::new(archive.bytes.clone())).unwrap();
        let mut svg = String::new();
        zip.by_name("poster-skm-uptd-a-2026-TW3.svg").unwrap().read_to_string(&mut svg).unwrap();
        assert!(svg.contains("78,89"));
        let mut without = String::new();
        zip.by_name("tanpa-jawaban.txt").unwrap().read_to_string(&mut without).unwrap();
        let (title, units) = without.split_once('\n').unwrap();
        let units: Vec<&str> = units.lines().collect();
        assert_eq!(title, "Unit tanpa laporan dan tanpa jawaban pada Triwulan III 2026:");
        assert!(units.len() == 2 && units.iter().any(|unit| unit.ends_with("(dinas-b)")), "each once, by name: {without}");

        let operator = app.operator("budiman", "uptd-a");
        assert_eq!(operator.get(&format!("{JOBS}/{}", made.json["id"].as_str().unwrap())).code(), "outside_scope");
        let own = operator.post(JOBS, wanted);
        assert_eq!(own.json["total"], 2, "of the own units alone");
        job_ends(&operator, &own.json);
        assert_eq!(operator.get(JOBS).json["items"].as_array().unwrap().len(), 1);
        assert_eq!(admin.get(JOBS).json["items"].as_array().unwrap().len(), 2);
        let cancelled = operator.post(&format!("{JOBS}/{}/cancel", own.json["id"].as_str().unwrap()), json!({}));
        assert_eq!(cancelled.json["state"], "done", "what has ended stays as it is");
        let colleague = app.operator("siti", "uptd-a");
        for (client, status) in [(&colleague, 200), (&app.operator("wati", "dinas-b"), 403)] {
            let job = format!("{JOBS}/{}", own.json["id"].as_str().unwrap());
            assert_eq!((client.get(&job).status, client.get(&format!("{job}/archive")).status), (status, status));
            assert_eq!(client.post(&format!("{job}/cancel"), json!({})).status, status);
        }
        let moved = admin.get("/api/v1/users/budiman");
        let away = admin.clone().with_header("if-match", moved.header("etag"));
        assert_eq!(away.patch("/api/v1/users/budiman", json!({"role": "operator", "unit": "dinas-b"})).status, 200);
        let moved = app.sign_in("budiman", "the password of budiman");
        assert_eq!(moved.get(&format!("{JOBS}/{}/archive", own.json["id"].as_str().unwrap())).code(), "outside_scope");
        assert_eq!(moved.get(JOBS).json["items"], json!([]), "who answers for other units now sees none of it");
        for (body, pointer) in [(json!({"period": "2026-TW3", "formats": []}), "/formats"), (json!({"period": "2026-TW3", "formats": ["pdf", "exe"]}), "/formats/1")] {
            assert_eq!(admin.post(JOBS, body).json["errors"][0]["pointer"], pointer);
        }
        assert_eq!(app.client().get(JOBS).code(), "not_signed_in");
    }

    fn a_submitted_report_of_an_empty_period_has_its_documents_too(app: TestApp) {
        golden(&app);
        let admin = app.admin();
        let empty = admin.post(REPORTS, json!({"unit": "dinas-b", "period": "2025"}));
        assert_eq!(go(&admin, &empty, "submit").status, 200);
        let made = admin.post(JOBS, json!({"period": "2025", "formats": ["json"]}));
        let ended = job_ends(&admin, &made.json);
        assert_eq!((&ended.json["done"], &ended.json["skipped"], &ended.json["failed"]), (&json!(1), &json!(2), &json!(0)));
        let archive = admin.get(&format!("{JOBS}/{}/archive", made.json["id"].as_str().unwrap()));
        assert_eq!(names(&archive.bytes), ["laporan-skm-dinas-b-2025.json", "tanpa-jawaban.txt"]);
    }

    fn a_job_is_deleted_seven_days_after_its_end_also_when_no_other_follows(app: TestApp) {
        golden(&app);
        let admin = app.admin();
        let made = admin.post(JOBS, json!({"period": "2026-TW3", "formats": ["json"]}));
        job_ends(&admin, &made.json);
        app.clock.advance(chrono::TimeDelta::days(8));
        let (admin, path) = (app.admin(), format!("{JOBS}/{}", made.json["id"].as_str().unwrap()));
        let start = Instant::now();
        while admin.get(&path).status == 200 {
            assert!(start.elapsed() < Duration::from_secs(60));
            std::thread::sleep(Duration::from_millis(200));
        }
        assert_eq!(admin.get(&path).code(), "not_found");
    }

    fn the_recap_is_a_pdf_and_a_workbook_for_the_whole_city(app: TestApp) {
        golden(&app);
        for (format, start) in [("pdf", &b"%PDF-"[..]), ("xlsx", b"PK\x03\x04")] {
            let read = app.admin().get(&format!("/api/v1/recap/files/{format}?period=2026-TW3"));
            assert_eq!((read.status, read.bytes.starts_with(start)), (200, true), "{}", read.text);
            assert_eq!(read.header("content-disposition"), format!("attachment; filename=\"rekap-skm-2026-TW3.{format}\""));
        }
        let operator = app.operator("budiman", "uptd-a");
        assert_eq!(operator.get("/api/v1/recap/files/pdf").code(), "outside_scope");
        assert_eq!(app.admin().get("/api/v1/recap/files/exe").code(), "not_found");
    }
}

#[test]
fn the_command_line_writes_reports_and_the_recap() {
    let binary = Binary::with_organisation(Database::Sqlite);
    let csv = binary.file("jawaban.csv", GOLDEN.replacen("resp", "no", 1));
    binary.succeed(&[
        "import-answers",
        "--unit",
        "dukcapil",
        "--questionnaire",
        "skm-2017",
        "--month",
        "2026-08",
        &csv,
    ]);
    for (format, _, start) in FORMATS {
        let out = binary.file("out", "");
        let said = binary
            .succeed(&["report", "--unit", "dukcapil", "--period", "2026-TW3", "--format", format, "--out", &out]);
        assert!(said.contains("(draft)"), "{said}");
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes.starts_with(start), "{format}");
        if format == "json" {
            let document: Value = serde_json::from_slice(&bytes).unwrap();
            let ikm = &document["figures"]["indices"][0];
            assert_eq!((ikm["converted"].as_str(), ikm["grade"].as_str()), (Some("78.89"), Some("B")));
        }
    }
    for format in ["pdf", "xlsx"] {
        let out = binary.file("rekap", "");
        binary.succeed(&["recap", "--period", "2026-TW3", "--format", format, "--out", &out]);
        assert!(std::fs::metadata(&out).unwrap().len() > 5_000);
    }
    let err = binary.fail(&["report", "--unit", "none", "--period", "2026-TW3", "--format", "pdf", "--out", "x"]);
    assert!(err.contains("there is no such unit"), "{err}");
    let err = binary.fail(&["report", "--unit", "dukcapil", "--period", "2026-TW3", "--format", "exe", "--out", "x"]);
    assert!(err.contains("choose one of pdf, docx"), "{err}");
}
