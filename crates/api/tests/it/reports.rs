//! Reports over HTTP: a draft follows the answers, what is submitted never changes again.

use crate::city::{await_devices, body, golden, id, link_of, plant_link, submit};
use crate::support::{Client, Reply, TestApp, on_both};
use serde_json::{Value, json};

const REPORTS: &str = "/api/v1/reports";

pub(crate) fn make(client: &Client, unit: &str) -> Reply {
    let made = client.post(REPORTS, json!({"unit": unit, "period": "2026-TW3"}));
    assert_eq!(made.status, 201, "{}", made.text);
    made
}

pub(crate) fn path(report: &Reply) -> String {
    format!("{REPORTS}/{}", report.json["id"].as_str().unwrap())
}

/// Does something with a report over the version that stands in the reply.
pub(crate) fn go(client: &Client, report: &Reply, action: &str) -> Reply {
    let etag = report.header("etag");
    client.clone().with_header("if-match", etag).post(&format!("{}/{action}", path(report)), json!({}))
}

pub(crate) fn edit(client: &Client, report: &Reply, edits: Value) -> Reply {
    client.clone().with_header("if-match", report.header("etag")).put(&format!("{}/edits", path(report)), edits)
}

fn index(report: &Value) -> &Value {
    &report["document"]["figures"]["indices"][0]
}

/// `uptd-a` with the golden answers, its operator, and a draft of the quarter that runs.
fn running_draft(app: &TestApp) -> (String, Client, Reply) {
    drafted(app, plant_golden(app))
}

/// The same after the quarter's end.
pub(crate) fn draft(app: &TestApp) -> (String, Client, Reply) {
    let link = plant_golden(app);
    app.end_quarter();
    drafted(app, link)
}

fn plant_golden(app: &TestApp) -> String {
    let link = plant_link(app, "skm-2017");
    for scores in golden() {
        assert_eq!(submit(app, &link, &body(scores)).status, 201);
    }
    link
}

fn drafted(app: &TestApp, link: String) -> (String, Client, Reply) {
    let operator = app.operator("budiman", "uptd-a");
    let report = make(&operator, "uptd-a");
    await_devices(&operator, &report, 10);
    (link, operator, report)
}

fn codes(report: &Reply) -> Vec<&str> {
    report.json["checks"].as_array().unwrap().iter().map(|check| check["code"].as_str().unwrap()).collect()
}

on_both! {
    fn a_draft_follows_the_answers_and_starts_its_plan_from_the_lowest_elements(app: TestApp) {
        let (link, operator, report) = running_draft(&app);
        assert_eq!((&report.json["state"], &report.json["revision"], &report.json["late_responses"]), (&json!("draft"), &json!(1), &json!(0)));
        assert_eq!((index(&report.json)["converted"].as_str(), index(&report.json)["grade"].as_str()), (Some("78.89"), Some("B")));
        let plan: Vec<&str> = report.json["document"]["plan"].as_array().unwrap().iter().map(|row| row["element"].as_str().unwrap()).collect();
        assert_eq!(plan, ["U1", "U2", "U3"]);
        assert_eq!(report.json["facts"]["ikm.converted"], "78,89");
        assert_eq!(report.json["document"]["sheets"][0]["rows"].as_array().unwrap().len(), 10);
        assert_eq!(report.json["document"]["alphas"][0]["n"], 10);
        assert!(codes(&report).contains(&"plan_incomplete") && codes(&report).contains(&"no_signatory"), "{:?}", codes(&report));
        submit(&app, &link, &body([4; 9]));
        let read = operator.get(&path(&report));
        assert_eq!((read.json["document"]["figures"]["n"].as_i64(), read.header("etag")), (Some(11), report.header("etag")));
        assert_eq!(operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-07..2026-09"})).code(), "taken");
    }

    fn a_draft_tells_how_many_answers_came_from_one_device(app: TestApp) {
        let (link, operator, report) = running_draft(&app);
        let phone = app.client().with_header("user-agent", "a phone");
        for _ in 0..2 {
            let path = format!("/api/v1/public/surveys/{link}/responses/{}", id());
            assert_eq!(phone.put(&path, body([3; 9])).status, 201);
        }
        submit(&app, &link, &body([3; 9]));
        await_devices(&operator, &report, 11);
    }

    fn what_is_submitted_never_changes_again_and_later_answers_are_counted_beside_it(app: TestApp) {
        let (link, operator, report) = draft(&app);
        let submitted = go(&operator, &report, "submit");
        assert_eq!((submitted.status, &submitted.json["state"]), (200, &json!("submitted")), "{}", submitted.text);
        assert_eq!(submitted.json["submitted_by"], "user:budiman");
        let frozen = operator.get(&format!("{}/document", path(&report)));
        let hash = hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&frozen.bytes));
        assert_eq!(submitted.json["sha256"].as_str(), Some(hash.as_str()));
        for _ in 0..3 {
            submit(&app, &link, &body([4; 9]));
        }
        let read = operator.get(&path(&report));
        assert_eq!((&read.json["late_responses"], index(&read.json)["converted"].as_str()), (&json!(3), Some("78.89")));
        assert_eq!(read.json["document"], submitted.json["document"]);
        assert_eq!(operator.get(&format!("{}/document", path(&report))).bytes, frozen.bytes);
        assert_eq!(edit(&operator, &submitted, json!({})).code(), "refused");
        assert_eq!(go(&operator, &submitted, "submit").code(), "refused");
        let deleted = operator.clone().with_header("if-match", submitted.header("etag")).delete(&path(&report));
        assert_eq!(deleted.code(), "refused");
    }

    fn a_paragraph_is_edited_keeps_its_figures_and_can_be_restored(app: TestApp) {
        let (link, operator, report) = running_draft(&app);
        let text_of = |report: &Reply| {
            let texts = report.json["document"]["texts"].as_array().unwrap().clone();
            texts.into_iter().find(|text| text["slot"] == "analisis-unsur").unwrap()
        };
        let own = text_of(&report);
        assert_eq!(own["edited"], false);
        let pieces = json!([
            {"text": "IKM "}, {"figure": "ikm.converted", "shown": "0,00"}, {"text": ", bukan "}, {"figure": "ipak.converted", "shown": "99,99"}, {"text": "; U1 tetap."}
        ]);
        let texts = json!([{"slot": "analisis-unsur", "paragraphs": [{"pieces": pieces}]}]);
        let edited = edit(&operator, &report, json!({"texts": texts}));
        assert_eq!(edited.status, 200, "{}", edited.text);
        let text = text_of(&edited);
        assert_eq!((&text["edited"], &text["paragraphs"][0]["pieces"][1]["shown"]), (&json!(true), &json!("78,89")));
        let places: Vec<&str> = edited.json["checks"].as_array().unwrap().iter().filter(|check| check["code"] == "foreign_number").map(|check| check["place"].as_str().unwrap()).collect();
        assert_eq!(places, ["analisis-unsur: 99,99"]);
        submit(&app, &link, &body([4; 9]));
        let moved = operator.get(&path(&report));
        assert_eq!(text_of(&moved)["paragraphs"][0]["pieces"][1]["shown"], moved.json["facts"]["ikm.converted"]);
        assert_eq!(edit(&operator, &report, json!({})).code(), "changed_meanwhile");
        let restored = edit(&operator, &edited, json!({}));
        assert_eq!(text_of(&restored)["edited"], false);
        let mut said = body([4; 9]);
        said["comment"] = json!("Bu Rahmawati ramah, WA 081234567890");
        assert_eq!(submit(&app, &link, &said).status, 201);
        let release = |month: &str, text: &str| edit(&operator, &restored, json!({"comments": [{"month": month, "text": text}]}));
        for (month, text) in [("2026-08", "Semua ramah"), ("2026-09", "Bu Rahmawati ramah, WA 081234567890"), ("2026-08", "Bu […] sangat ramah, WA […]")] {
            let refused = release(month, text);
            assert_eq!((refused.status, &refused.json["errors"][0]["code"]), (422, &json!("unknown_comment")), "{}", refused.text);
        }
        let released = release("2026-08", "Bu Rahmawati ramah, WA 081234567890");
        assert_eq!(released.json["document"]["comments"][0]["text"], "Bu […] ramah, WA […]", "{}", released.text);
        let bad = edit(&operator, &released, json!({"plan": [{"element": "U99", "programme": "", "quarters": ["TW5"], "year": 2026, "responsible": ""}]}));
        assert_eq!((bad.status, bad.code()), (422, "validation_failed"));
        assert_eq!(operator.put(&format!("{}/edits", path(&report)), json!({})).code(), "precondition_required");
    }

    fn an_administrator_publishes_and_everybody_reads(app: TestApp) {
        let (link, operator, report) = draft(&app);
        let code = report.json["code"].as_str().unwrap().to_owned();
        let public = format!("/api/v1/public/reports/{code}");
        assert_eq!(app.client().get(&public).code(), "unknown_report", "a draft is nobody's but the unit's");
        assert_eq!(go(&app.admin(), &report, "publish").code(), "refused");
        let submitted = go(&operator, &report, "submit");
        assert_eq!(go(&operator, &submitted, "publish").code(), "forbidden");
        let published = go(&app.admin(), &submitted, "publish");
        assert_eq!((published.status, &published.json["state"]), (200, &json!("published")), "{}", published.text);
        let read = app.client().get(&public);
        assert_eq!((read.status, &read.json["sha256"]), (200, &submitted.json["sha256"]), "{}", read.text);
        assert_eq!((&read.json["n"], &read.json["indices"][0]["converted"]), (&json!(10), &json!("78.89")));
        assert_eq!(read.json["files"], published.json["files"]);
        assert!(!read.text.contains("\"rows\"") && !read.text.contains("characteristics"), "{}", read.text);
        let again = app.client().with_header("if-none-match", read.header("etag")).get(&public);
        assert_eq!(again.status, 304);
        submit(&app, &link, &body([1; 9]));
        assert_eq!(app.client().get(&public).text, read.text, "a later answer moves nothing");
        assert_eq!(go(&app.admin(), &published, "publish").code(), "refused");
        let upper = app.client().get(&format!("/api/v1/public/reports/{}", code.to_uppercase()));
        assert_eq!(upper.text, read.text);
        for unknown in ["00000000", "x", "%00", "k7m2p9qx%27"] {
            assert!(matches!(app.client().get(&format!("/api/v1/public/reports/{unknown}")).status, 400 | 404));
        }
    }

    fn a_published_file_is_downloaded_to_the_byte(app: TestApp) {
        let (_, operator, report) = draft(&app);
        let published = go(&app.admin(), &go(&operator, &report, "submit"), "publish");
        let file = published.json["files"].as_array().unwrap().iter().find(|file| file["format"] == "json").unwrap().clone();
        let place = format!("{}/files/json", path(&report));
        let read = operator.get(&place);
        assert_eq!((read.status, read.header("content-type")), (200, "application/json"));
        assert_eq!(read.header("content-disposition"), "attachment; filename=\"laporan-skm-uptd-a-2026-TW3.json\"");
        assert_eq!(file["sha256"].as_str(), Some(hex::encode(<sha2::Sha256 as sha2::Digest>::digest(&read.bytes)).as_str()));
        let again = operator.clone().with_header("if-none-match", read.header("etag")).get(&place);
        assert_eq!((again.status, again.bytes.len()), (304, 0));
        assert_eq!(operator.get(&format!("{}/files/exe", path(&report))).code(), "not_found");
        assert_eq!(app.operator("wati", "dinas-b").get(&place).code(), "outside_scope");
    }

    fn a_revision_takes_the_place_of_what_was_published(app: TestApp) {
        let (link, operator, report) = draft(&app);
        let first = go(&app.admin(), &go(&operator, &report, "submit"), "publish");
        submit(&app, &link, &body([4; 9]));
        let revision = operator.post(&format!("{}/revise", path(&report)), json!({}));
        assert_eq!((revision.status, &revision.json["revision"], &revision.json["state"]), (201, &json!(2), &json!("draft")));
        assert_eq!(revision.json["document"]["figures"]["n"], 11);
        assert_eq!(revision.json["document"]["identity"]["replaces"]["code"], first.json["code"]);
        assert_eq!(report.json["document"]["identity"].get("replaces"), None);
        assert_eq!(operator.post(&format!("{}/revise", path(&report)), json!({})).code(), "refused");
        let second = go(&app.admin(), &go(&operator, &revision, "submit"), "publish");
        assert_eq!(second.status, 200, "{}", second.text);
        let names = |report: &Reply| -> Vec<String> {
            report.json["files"].as_array().unwrap().iter().map(|file| file["file_name"].as_str().unwrap().to_owned()).collect()
        };
        assert!(names(&second).iter().all(|name| name.contains("-revisi-1.")) && names(&first).iter().all(|name| !name.contains("revisi")));
        let page = |report: &Reply| app.client().get(&format!("/l/{}", report.json["code"].as_str().unwrap())).text;
        assert!(page(&second).contains(", revisi 1. ") && !page(&first).contains(", revisi "), "{}", page(&first));
        let old = app.client().get(&format!("/api/v1/public/reports/{}", first.json["code"].as_str().unwrap()));
        assert_eq!((&old.json["superseded_by"], &old.json["n"]), (&second.json["code"], &json!(10)));
        assert_eq!(operator.get(&path(&report)).json["superseded_by"], second.json["id"]);
        let listed = operator.get(&format!("{REPORTS}?unit=uptd-a&period=2026-TW3")).json;
        let revisions: Vec<i64> = listed["items"].as_array().unwrap().iter().map(|report| report["revision"].as_i64().unwrap()).collect();
        assert_eq!(revisions, [2, 1]);
    }

    fn everybody_sees_the_reports_of_their_own_units_and_keys_published_ones(app: TestApp) {
        let (_, operator, report) = draft(&app);
        link_of(&app, "dinas-b", "skm-2017");
        make(&app.admin(), "dinas-b");
        let count = |client: &Client, query: &str| client.get(&format!("{REPORTS}{query}")).json["items"].as_array().map(Vec::len);
        assert_eq!((count(&operator, ""), count(&app.admin(), ""), count(&app.admin(), "?state=submitted")), (Some(1), Some(2), Some(0)));
        assert_eq!(operator.post(REPORTS, json!({"unit": "dinas-b", "period": "2026-TW2"})).code(), "outside_scope");
        assert_eq!(app.operator("wati", "dinas-b").get(&path(&report)).code(), "outside_scope");
        let key = app.admin().post("/api/v1/api-keys", json!({"name": "x", "scopes": ["read_results"], "unit": "kota"}));
        let key = app.client().with_token(key.json["secret"].as_str().unwrap());
        assert_eq!((count(&key, ""), count(&key, "?state=draft")), (Some(0), Some(0)));
        assert_eq!(key.get(&path(&report)).code(), "not_found");
        assert_eq!(key.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW2"})).code(), "forbidden");
        go(&app.admin(), &go(&operator, &report, "submit"), "publish");
        assert_eq!((count(&key, ""), key.get(&path(&report)).status), (Some(1), 200));
        assert_eq!(app.client().get(REPORTS).code(), "not_signed_in");
        for bad in ["?state=lost", "?period=juli", "?cursor=x", "?limit=0"] {
            assert_eq!(operator.get(&format!("{REPORTS}{bad}")).code(), "invalid_query", "{bad}");
        }
        for id in ["x", "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d"] {
            assert_eq!(operator.get(&format!("{REPORTS}/{id}")).code(), "not_found");
        }
    }

    fn a_report_of_the_city_a_service_or_an_empty_period_comes_out_right(app: TestApp) {
        draft(&app);
        let admin = app.admin();
        let city = make(&admin, "kota");
        assert_eq!((&city.json["document"]["identity"]["scope"]["kind"], &city.json["document"]["figures"]["n"]), (&json!("city"), &json!(10)));
        assert_eq!(city.json["document"]["sheets"], json!([]));
        let service = admin.post(REPORTS, json!({"unit": "uptd-a", "service": "umum", "period": "2026-TW3"}));
        assert_eq!((service.status, &service.json["document"]["identity"]["scope"]["code"]), (201, &json!("umum")));
        let empty = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2025"}));
        assert_eq!((empty.status, &empty.json["document"]["figures"]["indices"]), (201, &json!([])));
        let submitted = go(&admin, &empty, "submit");
        assert_eq!(go(&admin, &submitted, "publish").status, 200);
        let unknown = admin.post(REPORTS, json!({"unit": "uptd-a", "service": "ktp", "period": "2026-TW3"}));
        assert_eq!(unknown.json["errors"][0]["pointer"], "/service");
        let nowhere = admin.post(REPORTS, json!({"unit": "nowhere", "period": "2026-TW3"}));
        assert_eq!(nowhere.json["errors"][0]["pointer"], "/unit");
    }

    fn the_last_plan_appears_in_the_next_report(app: TestApp) {
        let (_, operator, _) = draft(&app);
        let admin = app.admin();
        let before = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW2"}));
        let row = json!({"element": "U3", "programme": "Loket kedua", "quarters": ["TW3"], "year": 2026, "responsible": "Sekretaris"});
        let before = edit(&admin, &before, json!({"plan": [row]}));
        go(&admin, &before, "submit");
        let report = operator.get(&format!("{REPORTS}?period=2026-TW3")).json["items"][0]["id"].as_str().unwrap().to_owned();
        let report = operator.get(&format!("{REPORTS}/{report}"));
        assert_eq!(report.json["document"]["last_plan"]["rows"][0]["planned"], row);
        assert!(codes(&report).contains(&"last_plan_untold"));
        assert_eq!(report.json["document"]["last_plan"]["rows"][0]["state"], "not_reported", "nobody said that it was not done");
        assert_eq!(report.json["minutes_ahead_of_utc"], 480);
        let told = json!({"last_plan": [{"planned": row, "state": "done", "description": "Dibuka 3 Agustus", "photos": []}]});
        let report = edit(&operator, &report, told);
        assert_eq!(report.json["document"]["last_plan"]["rows"][0]["state"], "done");
        let published = go(&admin, &go(&operator, &report, "submit"), "publish");
        let public = app.client().get(&format!("/api/v1/public/reports/{}", published.json["code"].as_str().unwrap()));
        assert_eq!(public.json["last_plan"], json!({"period": "2026-TW2", "done": 1, "promised": 1, "not_reported": 0}));
    }
}

/// The largest page that may be sent.
const LARGEST_PAGE: usize = 30_000;

on_both! {
    fn the_public_page_shows_the_frozen_figures_in_little_plain_html(app: TestApp) {
        let (_, operator, report) = draft(&app);
        let row = |programme: &str| json!({"element": "U1", "programme": programme, "quarters": ["TW4"], "year": 2026, "responsible": "Sekretaris & <b>"});
        let plan: Vec<Value> = (0..40).map(|_| row(&"Membuka loket kedua ".repeat(25).trim_end()[..499])).collect();
        let report = edit(&operator, &report, json!({"plan": plan}));
        assert_eq!(report.status, 200, "{}", report.text);
        let code = report.json["code"].as_str().unwrap().to_owned();
        let page = format!("/l/{code}");
        assert_eq!(app.client().get(&page).status, 404);
        let published = go(&app.admin(), &go(&operator, &report, "submit"), "publish");
        let read = app.client().get(&page);
        assert_eq!((read.status, read.header("content-type")), (200, "text/html; charset=utf-8"), "{}", read.text);
        assert!(read.bytes.len() < LARGEST_PAGE, "{} bytes", read.bytes.len());
        let policy = read.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert!(!read.text.contains("<script>") && !read.text.contains("style=") && !read.text.contains("<b>\""), "{}", read.text);
        for shown in ["78,89", "Mutu pelayanan B: Baik", "10 responden", "U1 Persyaratan", "70,00", "Sekretaris &#38; &#60;b&#62;", published.json["sha256"].as_str().unwrap()] {
            assert!(read.text.contains(shown), "{shown}: {}", read.text);
        }
        let file = &published.json["files"][0];
        assert!(read.text.contains(&format!("data-bytes=\"{}\" data-sha256=\"{}\"", file["bytes"], file["sha256"].as_str().unwrap())));
        let address = |start: &str| {
            let at = read.text.find(start).unwrap();
            read.text[at..].split('"').next().unwrap().to_owned()
        };
        let script = app.client().get(&address("/assets/check-report-"));
        assert_eq!((script.status, script.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert!(script.text.contains("SHA-256") && script.header("cache-control").contains("immutable"));
        let styles = app.client().get(&address("/assets/report-"));
        assert!(styles.status == 200 && styles.text.contains("--ink") && styles.header("cache-control").contains("immutable"));
        let english = app.client().get(&format!("{page}?language=en"));
        assert!(english.text.contains("Grade B") && english.text.contains("lang=\"en\""), "{}", english.text);
        for unknown in ["/l/00000000", "/l/x", "/l/%00"] {
            assert!(matches!(app.client().get(unknown).status, 400 | 404), "{unknown}");
        }
    }

    fn fewer_respondents_than_the_city_shows_stay_without_a_public_figure(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        for scores in golden().into_iter().take(9) {
            submit(&app, &link, &body(scores));
        }
        app.end_quarter();
        let admin = app.admin();
        let published = go(&admin, &go(&admin, &make(&admin, "uptd-a"), "submit"), "publish");
        let code = published.json["code"].as_str().unwrap();
        let public = app.client().get(&format!("/api/v1/public/reports/{code}"));
        assert_eq!((&public.json["n"], &public.json["indices"], &public.json["trends"]), (&json!(9), &json!([]), &json!([])));
        let page = app.client().get(&format!("/l/{code}"));
        assert!(page.status == 200 && page.text.contains("Responden terlalu sedikit"), "{}", page.text);
        let plan = public.json["plan"].as_array().unwrap();
        assert!(plan.len() >= 3 && plan.iter().all(|row| row["element"] == ""), "the lowest elements stay hidden: {}", public.text);
        let poster = app.client().get(&format!("/api/v1/public/reports/{code}/files/poster-svg"));
        assert!(poster.status == 200 && poster.text.contains("Terlalu sedikit jawaban"), "{}", poster.text);
        let value = published.json["document"]["figures"]["indices"][0]["converted"].as_str().unwrap().replace('.', ",");
        assert!(!poster.text.contains(&value) && !poster.text.contains("Mutu") && !poster.text.contains("Baik"), "{}", poster.text);
    }

    fn a_period_of_too_few_respondents_has_no_public_point_in_the_trend(app: TestApp) {
        let (_, operator, report) = draft(&app);
        let point = json!({"period": "2025-TW3", "value": "91.23", "grade": "A", "n": 4});
        assert_eq!(operator.put("/api/v1/units/uptd-a/historic-points", point).status, 200);
        assert_eq!(operator.put("/api/v1/units/uptd-a/historic-points", json!({"period": "2025-TW4", "value": "81.86", "grade": "B", "n": 40})).status, 200);
        let published = go(&app.admin(), &go(&operator, &report, "submit"), "publish");
        let code = published.json["code"].as_str().unwrap();
        let public = app.client().get(&format!("/api/v1/public/reports/{code}"));
        let points: Vec<(&str, &Value)> = public.json["trends"][0]["points"].as_array().unwrap().iter().map(|point| (point["period"].as_str().unwrap(), &point["converted"])).collect();
        assert_eq!(points, [("2025-TW4", &json!("81.86")), ("2026-TW3", &json!("78.89"))]);
        let page = app.client().get(&format!("/l/{code}")).text;
        assert!(page.contains("81,86") && !page.contains("91,23"), "{page}");
    }
}
