//! Pages of reports and of the city's template as pictures.

use crate::city::{await_devices, body, plant_link, submit};
use crate::support::{Client, Reply, TestApp, on_both};
use serde_json::{Value, json};

const REPORTS: &str = "/api/v1/reports";
const TEMPLATE: &str = "/api/v1/report-template";

/// A draft about ten answers, its operator, and the link.
fn draft(app: &TestApp) -> (String, Client, Reply) {
    let link = plant_link(app, "skm-2017");
    for score in [4, 4, 3, 4, 3, 4, 4, 2, 4, 3] {
        submit(app, &link, &body([score; 9]));
    }
    app.end_quarter();
    let operator = app.operator("budiman", "uptd-a");
    let report = operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3"}));
    assert_eq!(report.status, 201, "{}", report.text);
    await_devices(&operator, &report, 10);
    (link, operator, report)
}

fn pages_of(report: &Reply) -> String {
    format!("{REPORTS}/{}/pages", report.json["id"].as_str().unwrap())
}

fn titles(pages: &Value) -> Vec<&str> {
    pages["headings"].as_array().unwrap().iter().map(|heading| heading["title"].as_str().unwrap()).collect()
}

on_both! {
    fn the_pages_of_a_report_are_listed_and_drawn(app: TestApp) {
        let (link, operator, report) = draft(&app);
        let pages = pages_of(&report);
        let list = operator.get(&pages);
        assert_eq!(list.status, 200, "{}", list.text);
        let count = list.json["count"].as_u64().unwrap();
        assert!(count > 8 && list.json["pages"].as_array().unwrap().len() as u64 == count, "{}", list.text);
        assert_eq!(list.json["pages"][0], json!({"number": 1, "label": "", "width": 595, "height": 842}));
        assert!(list.json["pages"].as_array().unwrap().iter().any(|page| page["label"] == "1"));
        let titles = titles(&list.json);
        assert!(titles.iter().any(|title| title.starts_with("BAB I ")) && titles.contains(&"1.1 Latar Belakang"), "{titles:?}");
        let of = list.json["of"].as_str().unwrap().to_owned();
        let again = operator.clone().with_header("if-none-match", list.header("etag")).get(&pages);
        assert_eq!(again.status, 304);
        for number in [1, count] {
            let page = operator.get(&format!("{pages}/{number}?of={of}"));
            assert_eq!((page.status, page.header("content-type")), (200, "image/svg+xml"), "{}", page.text);
            assert!(page.text.starts_with("<svg") && page.header("cache-control").contains("immutable"));
            let now = operator.get(&format!("{pages}/{number}"));
            assert_eq!((&now.text, now.header("cache-control")), (&page.text, "private, no-cache"));
        }
        for none in ["0", "9999", "x", "-1"] {
            assert_eq!(operator.get(&format!("{pages}/{none}")).code(), "not_found", "{none}");
        }
        assert_eq!(operator.get(&format!("{pages}/1?from=x")).code(), "invalid_query");
        submit(&app, &link, &body([1; 9]));
        assert_eq!(operator.get(&format!("{pages}/1?of={of}")).status, 200, "still remembered");
        let moved = operator.get(&pages);
        assert_ne!(moved.json["of"], json!(of), "a draft follows the answers");
        assert_eq!(operator.get(&format!("{pages}/1?of=0000")).code(), "changed_meanwhile");
        assert_eq!(app.operator("wati", "dinas-b").get(&format!("{pages}/1?of={of}")).code(), "outside_scope");
        assert_eq!(app.client().get(&pages).code(), "not_signed_in");
    }

    fn a_list_of_reports_tells_index_and_grade(app: TestApp) {
        let (link, operator, report) = draft(&app);
        let figures = |client: &Client| client.get(REPORTS).json["items"][0]["figures"].clone();
        assert_eq!(figures(&operator)[0]["converted"], report.json["document"]["figures"]["indices"][0]["converted"]);
        assert_eq!((&figures(&operator)[0]["n"], &figures(&operator)[0]["index"]), (&json!(10), &json!("ikm")));
        submit(&app, &link, &body([4; 9]));
        assert_eq!(figures(&operator)[0]["n"], 11, "a draft follows the answers");
        let read = operator.get(&format!("{REPORTS}/{}", report.json["id"].as_str().unwrap()));
        assert_eq!(read.json["figures"], figures(&operator));
        let submitted = operator.clone().with_header("if-match", read.header("etag"));
        let submitted = submitted.post(&format!("{REPORTS}/{}/submit", report.json["id"].as_str().unwrap()), json!({}));
        assert_eq!(submitted.json["figures"], read.json["figures"]);
        submit(&app, &link, &body([1; 9]));
        assert_eq!(figures(&app.admin()), submitted.json["figures"], "frozen");
        let empty = operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2025"}));
        assert_eq!(empty.json["figures"], json!([]));
    }

    fn a_template_is_previewed_with_sample_figures_and_kept_nowhere(app: TestApp) {
        let admin = app.admin();
        let before = admin.get(TEMPLATE);
        let mut template = before.json["template"].clone();
        template["government"] = json!("Pemerintah Kota Percobaan");
        template["outline"]["chapters"][0]["title"] = json!("Pembuka yang lain");
        let list = admin.post(&format!("{TEMPLATE}/preview/pages"), template.clone());
        assert_eq!(list.status, 200, "{}", list.text);
        assert!(titles(&list.json).contains(&"BAB I Pembuka yang lain"), "{:?}", titles(&list.json));
        let page = admin.post(&format!("{TEMPLATE}/preview/pages/1"), template.clone());
        assert_eq!((page.status, page.header("content-type"), page.header("cache-control")), (200, "image/svg+xml", "no-store"));
        assert_eq!(admin.post(&format!("{TEMPLATE}/preview/pages/9999"), template.clone()).code(), "not_found");
        let pdf = admin.post(&format!("{TEMPLATE}/preview"), template.clone());
        assert_eq!((pdf.status, pdf.header("content-type"), pdf.bytes.starts_with(b"%PDF-")), (200, "application/pdf", true));
        let after = admin.get(TEMPLATE);
        assert_eq!((&after.text, after.header("etag")), (&before.text, before.header("etag")));
        template["place"] = json!("");
        for path in ["preview", "preview/pages", "preview/pages/1"] {
            let bad = admin.post(&format!("{TEMPLATE}/{path}"), template.clone());
            assert_eq!((bad.status, bad.json["errors"][0]["pointer"].as_str()), (422, Some("/place")), "{path}: {}", bad.text);
        }
        plant_link(&app, "skm-2017");
        let operator = app.operator("budiman", "uptd-a");
        assert_eq!(operator.post(&format!("{TEMPLATE}/preview"), before.json["template"].clone()).code(), "forbidden");
    }

    fn the_method_tells_how_the_fee_was_asked_at_free_services(app: TestApp) {
        let (_, operator, report) = draft(&app);
        assert_eq!(report.json["document"]["free_service_fee"], "ditanyakan", "uptd-a has a free service");
        let paid = app.admin().post(REPORTS, json!({"unit": "uptd-a", "service": "umum", "period": "2026-TW3"}));
        assert_eq!(paid.json["document"].get("free_service_fee"), None, "{}", paid.json["document"]["free_service_fee"]);
        let submitted = operator.clone().with_header("if-match", report.header("etag"));
        let id = report.json["id"].as_str().unwrap();
        let submitted = submitted.post(&format!("{REPORTS}/{id}/submit"), json!({}));
        assert_eq!(submitted.json["document"]["free_service_fee"], "ditanyakan");
    }
}
