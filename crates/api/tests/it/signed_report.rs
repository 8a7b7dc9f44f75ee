//! An electronically signed PDF in the place of the published one.

use crate::city::{body, plant_link, submit};
use crate::support::{Client, Reply, TestApp, on_both};
use serde_json::{Value, json};

const REPORTS: &str = "/api/v1/reports";

fn path(report: &Reply) -> String {
    format!("{REPORTS}/{}", report.json["id"].as_str().unwrap())
}

fn go(client: &Client, report: &Reply, action: &str) -> Reply {
    let client = client.clone().with_header("if-match", report.header("etag"));
    client.post(&format!("{}/{action}", path(report)), json!({}))
}

fn upload(client: &Client, report: &Reply, etag: &str, file: &[u8]) -> Reply {
    let client = client.clone().with_header("if-match", etag).with_header("content-type", "application/pdf");
    client.send("PUT", &format!("{}/signed-pdf", path(report)), Some(file))
}

fn submitted(app: &TestApp) -> Reply {
    let link = plant_link(app, "skm-2017");
    for _ in 0..10 {
        submit(app, &link, &body([3; 9]));
    }
    app.end_quarter();
    let admin = app.admin();
    go(&admin, &admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3"})), "submit")
}

fn file<'a>(report: &'a Value, format: &str) -> &'a Value {
    report["files"].as_array().unwrap().iter().find(|file| file["format"] == format).unwrap_or(&Value::Null)
}

/// A file with an update behind it: what is painted over its pages, and a signature over everything; there is no key behind it.
fn signed_behind(file: &[u8], painted: &str) -> Vec<u8> {
    let cms = format!("3082000f06092a864886f70d010702a0020500{}", "0".repeat(40));
    let tail = b">> endobj\n%%EOF\n";
    let range = |[a, b, c]: [usize; 3]| {
        format!(
            "\n{painted}\n9 0 obj << /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 {a:>9} {b:>9} {c:>9}] /Contents "
        )
    };
    let start = file.len() + range([0; 3]).len();
    let end = start + cms.len() + 2;
    [file, range([start, end, tail.len()]).as_bytes(), b"<", cms.as_bytes(), b">", tail].concat()
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(<sha2::Sha256 as sha2::Digest>::digest(bytes))
}

on_both! {
    fn a_signed_file_is_given_from_then_on_and_the_original_stays(app: TestApp) {
        let report = submitted(&app);
        let admin = app.admin();
        assert_eq!(upload(&admin, &report, report.header("etag"), b"%PDF-1.7 signed").code(), "refused");
        let published = go(&admin, &report, "publish");
        let place = format!("{}/files", path(&report));
        let original = admin.get(&format!("{place}/pdf")).bytes;
        assert_eq!(admin.get(&format!("{place}/pdf-original")).code(), "not_found");
        assert_eq!((&file(&published.json, "pdf")["signed"], &published.json["signed_by"]), (&json!(false), &json!(null)));
        let signed = signed_behind(&original, "");
        let kept = upload(&admin, &report, published.header("etag"), &signed);
        assert_eq!((kept.status, &kept.json["signed_by"]), (200, &json!("user:admin")), "{}", kept.text);
        assert_eq!(admin.get(&format!("{place}/pdf")).bytes, signed);
        assert_eq!(admin.get(&format!("{place}/pdf-original")).bytes, original);
        let (of_signed, of_original) = (file(&kept.json, "pdf"), file(&kept.json, "pdf-original"));
        assert_eq!((of_signed["sha256"].as_str(), &of_signed["signed"]), (Some(sha256(&signed).as_str()), &json!(true)));
        assert_eq!((of_original["sha256"].as_str(), &of_original["signed"]), (Some(sha256(&original).as_str()), &json!(false)));
        let public = app.client().get(&format!("/api/v1/public/reports/{}", report.json["code"].as_str().unwrap()));
        assert_eq!(public.json["files"], kept.json["files"], "verification knows both");
        let page = app.client().get(&format!("/l/{}", report.json["code"].as_str().unwrap()));
        for hash in [sha256(&signed), sha256(&original)] {
            assert!(page.text.contains(&format!("data-sha256=\"{hash}\"")), "{}", page.text);
        }
        assert!(page.text.contains(&format!("data-sha256=\"{}\" data-signed>", sha256(&signed))), "{}", page.text);
        assert_eq!(upload(&admin, &report, published.header("etag"), &signed).code(), "changed_meanwhile");
        let again = upload(&admin, &report, kept.header("etag"), &signed_behind(&signed, ""));
        assert_eq!((again.status, file(&again.json, "pdf-original")), (200, of_original), "{}", again.text);
    }

    fn what_is_not_the_published_file_with_something_behind_it_is_refused(app: TestApp) {
        let report = submitted(&app);
        let admin = app.admin();
        let published = go(&admin, &report, "publish");
        let etag = published.header("etag");
        let original = admin.get(&format!("{}/files/pdf", path(&report))).bytes;
        let mut changed = [original.as_slice(), b"signed"].concat();
        changed[200] ^= 1;
        let noted = [original.as_slice(), b"\n9 0 obj << /Type /Annot /Contents (Sig) >> endobj\n%%EOF\n"].concat();
        let painted = "8 0 obj << /Length 30 >> stream\nBT (99,99 A) Tj ET\nendstream endobj";
        let empty = [original.as_slice(), painted.as_bytes(), b"\n9 0 obj << /Type /Sig /ByteRange [0 1 2 3] >> endobj\n%%EOF\n"].concat();
        let behind = [signed_behind(&original, "").as_slice(), painted.as_bytes(), b"\n%%EOF\n"].concat();
        for (bytes, code) in [
            (original.as_slice(), "not_signed"),
            (&noted, "no_signature"),
            (&empty, "no_signature"),
            (&behind, "no_signature"),
            (&changed, "not_the_published_file"),
            (&original[..original.len() - 1], "not_the_published_file"),
            (b"hello", "not_a_pdf"),
            (b"", "not_a_pdf"),
        ] {
            let refused = upload(&admin, &report, etag, bytes);
            assert_eq!((refused.status, refused.json["errors"][0]["code"].as_str()), (422, Some(code)), "{}", refused.text);
            assert!(refused.json["errors"][0]["accepted"].as_str().unwrap().contains(&sha256(&original)));
        }
        assert_eq!(admin.get(&path(&report)).json["files"], published.json["files"], "nothing changed");
        let signed = signed_behind(&original, "");
        let put = |client: &Client| client.send("PUT", &format!("{}/signed-pdf", path(&report)), Some(&signed));
        let pdf = admin.clone().with_header("content-type", "application/pdf");
        assert_eq!(put(&pdf).code(), "precondition_required");
        let other = admin.clone().with_header("if-match", etag).with_header("content-type", "text/plain");
        assert_eq!(put(&other).code(), "wrong_content_type");
        let operator = app.operator("budiman", "uptd-a");
        assert_eq!(upload(&operator, &report, etag, &signed).code(), "forbidden");
        assert_eq!(upload(&app.client(), &report, etag, &signed).code(), "not_signed_in");
        let large = vec![b'%'; 32 * 1024 * 1024 + 1];
        assert_eq!(upload(&admin, &report, etag, &large).code(), "body_too_large");
    }
}
