//! What a report may be: of a period that is over, in an outline that there is, with texts that it has; and the city's own.

use crate::city::{body, link_of, plant_link, submit};
use crate::reports::{draft, edit, go, make, path};
use crate::support::{Reply, TestApp, on_both};
use chrono::TimeDelta;
use serde_json::{Value, json};

const REPORTS: &str = "/api/v1/reports";

fn errors(reply: &Reply) -> Vec<(&str, &str)> {
    assert_eq!(reply.status, 422, "{}", reply.text);
    let errors = reply.json["errors"].as_array().unwrap().iter();
    errors.map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

fn text_of<'a>(report: &'a Reply, slot: &str) -> &'a Value {
    let texts = report.json["document"]["texts"].as_array().unwrap();
    texts.iter().find(|text| text["slot"] == slot).unwrap_or(&Value::Null)
}

fn words(report: &Reply, slot: &str) -> String {
    let piece = |piece: &Value| piece["text"].as_str().or(piece["shown"].as_str()).unwrap_or_default().to_owned();
    let paragraphs = text_of(report, slot)["paragraphs"].as_array().unwrap().iter();
    paragraphs.flat_map(|paragraph| paragraph["pieces"].as_array().unwrap()).map(piece).collect()
}

on_both! {
    fn a_period_that_has_not_ended_is_neither_submitted_nor_published(app: TestApp) {
        let link = plant_link(&app, "skm-2017");
        submit(&app, &link, &body([3; 9]));
        let admin = app.admin();
        let report = make(&admin, "uptd-a");
        assert_eq!(report.json["checks"][0], json!({"code": "period_running", "place": "2026-TW3"}));
        let refused = go(&admin, &report, "submit");
        assert_eq!((refused.status, refused.code()), (409, "period_running"), "{}", refused.text);
        assert!(refused.json["detail"].as_str().unwrap().contains("2026-09-30"), "{}", refused.text);
        for future in ["2027", "2026-TW4", "2099-TW2"] {
            let refused = admin.post(REPORTS, json!({"unit": "uptd-a", "period": future}));
            assert_eq!(errors(&refused), [("/period", "period_not_begun")], "{future}");
        }
        let year = admin.post(REPORTS, json!({"unit": "uptd-a", "period": "2026"}));
        assert_eq!((year.status, go(&admin, &year, "submit").code()), (201, "period_running"));
        // The last moment of the last day in Makassar, UTC+8, and the one after it.
        app.clock.advance("2026-09-30T15:59:59Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap() - app.clock.now());
        assert_eq!(go(&app.admin(), &report, "submit").code(), "period_running");
        app.clock.advance(TimeDelta::seconds(1));
        let admin = app.admin();
        let read = admin.get(&path(&report));
        assert!(!read.json["checks"].as_array().unwrap().iter().any(|check| check["code"] == "period_running"));
        let submitted = go(&admin, &read, "submit");
        assert_eq!(submitted.status, 200, "{}", submitted.text);
        assert_eq!(go(&admin, &submitted, "publish").status, 200);
    }

    fn a_day_before_the_end_of_the_period_or_to_come_is_told(app: TestApp) {
        let (_, operator, report) = draft(&app);
        let odd = |dated: Value| -> Option<Value> {
            let report = edit(&operator, &operator.get(&path(&report)), json!({"dated": dated}));
            assert_eq!(report.status, 200, "{}", report.text);
            report.json["checks"].as_array().unwrap().iter().find(|check| check["code"] == "dated_oddly").cloned()
        };
        let today = app.clock.now().with_timezone(&chrono_tz::Asia::Makassar).date_naive();
        let tomorrow = today.succ_opt().unwrap().to_string();
        for day in ["2026-09-29", "2026-01-01", &tomorrow, "2027-09-30"] {
            assert_eq!(odd(json!(day)), Some(json!({"code": "dated_oddly", "place": day})));
        }
        for day in [json!("2026-09-30"), json!(today.to_string()), Value::Null] {
            assert_eq!(odd(day.clone()), None, "{day}");
        }
        let early = edit(&operator, &operator.get(&path(&report)), json!({"dated": "2026-09-29"}));
        assert_eq!(go(&operator, &early, "submit").status, 200, "it is no refusal");
    }

    fn what_an_edit_names_and_the_report_does_not_have_is_refused(app: TestApp) {
        let (_, operator, report) = draft(&app);
        let text = |slot: &str, pieces: Value| json!({"slot": slot, "paragraphs": [{"pieces": pieces}]});
        let written = json!({"texts": [text("saran", json!([{"text": "Baik."}])), text("sarna", json!([{"text": "Baik."}]))]});
        let refused = edit(&operator, &report, written);
        assert_eq!(errors(&refused), [("/texts/1/slot", "unknown_slot")]);
        let named = &refused.json["errors"][0];
        assert_eq!(named["received"], "sarna");
        assert!(named["accepted"].as_str().unwrap().contains("analisis-unsur"), "{}", refused.text);
        let figure = edit(&operator, &report, json!({"texts": [text("saran", json!([{"figure": "ikm.nilai", "shown": "1"}]))]}));
        assert_eq!(errors(&figure), [("/texts/0/paragraphs/0/pieces/0/figure", "unknown_figure")]);
        // Whatever the report offers as a figure may stand in it.
        let facts = report.json["facts"].as_object().unwrap();
        let all: Vec<Value> = facts.iter().map(|(key, shown)| json!({"figure": key, "shown": shown})).collect();
        assert!(all.len() > 60, "{}", all.len());
        let all: Vec<Value> = all.chunks(100).map(|pieces| json!({"pieces": pieces})).collect();
        let edited = edit(&operator, &report, json!({"texts": [{"slot": "saran", "paragraphs": all}]}));
        assert_eq!(edited.status, 200, "{}", edited.text);
    }

    fn one_report_follows_another_outline_than_the_citys(app: TestApp) {
        let link = plant_link(&app, "terpadu-16");
        let sent = json!({"questionnaire": "terpadu-16", "version": 1, "answers": {"t01": 4, "t05": 3}});
        assert_eq!(submit(&app, &link, &sent).status, 201);
        app.end_quarter();
        let operator = app.operator("budiman", "uptd-a");
        let unknown = operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3", "outline": "tiga-bab"}));
        assert_eq!(errors(&unknown), [("/outline", "unknown_outline")]);
        assert!(unknown.json["errors"][0]["accepted"].as_str().unwrap().contains("spkp-spak"), "{}", unknown.text);
        assert_eq!(operator.get(REPORTS).json["items"], json!([]), "nothing was made");
        let report = operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3", "outline": "spkp-spak"}));
        let outline = |report: &Reply| report.json["document"]["outline"]["code"].clone();
        assert_eq!((report.status, outline(&report), &report.json["edits"]["outline"]), (201, json!("spkp-spak"), &json!("spkp-spak")), "{}", report.text);
        let other = edit(&operator, &report, json!({"outline": "empat-bab"}));
        assert_eq!(outline(&other), "empat-bab", "{}", other.text);
        assert_eq!(errors(&edit(&operator, &other, json!({"outline": "x-y"}))), [("/outline", "unknown_outline")]);
        let of_city = edit(&operator, &other, json!({}));
        assert_eq!(outline(&of_city), "lima-bab", "{}", of_city.text);
        let chosen = edit(&operator, &of_city, json!({"outline": "spkp-spak"}));
        let submitted = go(&operator, &chosen, "submit");
        assert_eq!(outline(&submitted), "spkp-spak", "{}", submitted.text);
        let revised = go(&operator, &submitted, "revise");
        assert_eq!(outline(&revised), "spkp-spak", "a revision keeps it: {}", revised.text);
    }

    fn a_report_of_other_indices_plans_for_their_elements_and_is_called_by_them(app: TestApp) {
        let link = plant_link(&app, "terpadu-16");
        for score in [4, 3, 4, 3, 4, 4, 3, 4, 4, 4] {
            let answers: serde_json::Map<String, Value> =
                (1..=16).map(|item| (format!("t{item:02}"), json!(if item % 5 == 0 { 2 } else { score }))).collect();
            let sent = json!({"questionnaire": "terpadu-16", "version": 1, "answers": answers});
            assert_eq!(submit(&app, &link, &sent).status, 201);
        }
        app.end_quarter();
        let operator = app.operator("budiman", "uptd-a");
        let report = operator.post(REPORTS, json!({"unit": "uptd-a", "period": "2026-TW3", "outline": "spkp-spak"}));
        let plan = report.json["document"]["plan"].as_array().unwrap();
        let planned: Vec<&str> = plan.iter().map(|row| row["element"].as_str().unwrap()).collect();
        let of = |start: &str| planned.iter().filter(|element| element.starts_with(start)).count();
        assert!(of("KP") >= 2 && of("AK") >= 2 && of("U") == 0, "{planned:?}");
        let forgotten = |report: &Reply| report.json["checks"].as_array().unwrap().iter().any(|check| check["code"] == "lowest_not_planned");
        assert!(!forgotten(&report), "{}", report.json["checks"]);
        let row = json!({"element": "U1", "programme": "", "quarters": [], "year": 2026, "responsible": ""});
        assert!(forgotten(&edit(&operator, &report, json!({"outline": "spkp-spak", "plan": [row]}))));
        let name = |format: &str| app.admin().get(&format!("{}/files/{format}", path(&report))).header("content-disposition").to_owned();
        assert!(name("pdf").contains("laporan-spkp-spak-uptd-a-2026-TW3.pdf"), "{}", name("pdf"));
        let published = go(&app.admin(), &go(&operator, &operator.get(&path(&report)), "submit"), "publish");
        let page = app.client().get(&format!("/l/{}", published.json["code"].as_str().unwrap())).text;
        for poster in ["/files/poster-pdf\"", "/files/poster-pdf?index=ipkp\"", "/files/poster-pdf?index=ipak\""] {
            assert!(page.contains(poster), "{poster}: {page}");
        }
        let poster = app.client().get(&format!("/api/v1/public/reports/{}/files/poster-pdf?index=ipak", published.json["code"].as_str().unwrap()));
        assert_eq!(poster.status, 200);
    }

    fn the_city_reports_the_mean_of_its_units_with_the_pooled_value_beside(app: TestApp) {
        let (of_a, of_b) = (plant_link(&app, "skm-2017"), link_of(&app, "dinas-b", "skm-2017"));
        for score in [4, 4, 4, 3, 4, 4, 4, 3, 4, 4, 4, 3, 4, 4, 4, 3, 4, 4, 4, 3] {
            submit(&app, &of_a, &body([score; 9]));
        }
        for score in [2, 2, 3, 2, 2, 2, 3, 2, 2, 2] {
            submit(&app, &of_b, &body([score; 9]));
        }
        app.end_quarter();
        let admin = app.admin();
        let report = make(&admin, "kota");
        let recap = admin.get("/api/v1/recap?period=2026-TW3").json;
        let (document, headline) = (&report.json["document"], &recap["indices"][0]);
        let index = &document["figures"]["indices"][0];
        for same in ["converted", "value", "grade", "margin", "n"] {
            assert_eq!(index[same], headline[same], "{same}");
        }
        assert_eq!((&index["converted"], &index["pooled"]["converted"], &index["pooled"]["services"]), (&json!("74.38"), &json!("80.83"), &json!(2)));
        assert_eq!((&report.json["figures"][0]["converted"], &document["city"]["recap"]), (&json!("74.38"), &recap));
        let listed = admin.get(&format!("{REPORTS}?unit=kota"));
        assert_eq!(listed.json["items"][0]["figures"], report.json["figures"], "the list says the same");
        assert_eq!((&document["services"], &document["figures"]["services"]), (&json!([]), &json!([])));
        let said = words(&report, "hasil-indeks");
        for part in ["sementara sebesar 74,38", "rata-rata nilai tercetak 2 unit wajib survei", "bernilai 80,83", "batas kesalahannya ±"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let published = go(&admin, &go(&admin, &report, "submit"), "publish");
        assert_eq!(published.status, 200, "{}", published.text);
        let page = app.client().get(&format!("/l/{}", published.json["code"].as_str().unwrap()));
        for shown in ["<b>74,38</b>", "± 4,35 poin", "gabungan seluruh jawaban, yang bernilai 80,83"] {
            assert!(page.text.contains(shown), "{shown}: {}", page.text);
        }
        let read = admin.get(&format!("{}/files/xlsx", path(&report)));
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(read.bytes)).unwrap();
        let mut sheets = String::new();
        std::io::Read::read_to_string(&mut book.by_name("xl/workbook.xml").unwrap(), &mut sheets).unwrap();
        for name in ["\"Unit\"", "\"Jenis Unit\"", "\"IKM\""] {
            assert!(sheets.contains(name), "{name}: {sheets}");
        }
        assert!(!sheets.contains("\"Layanan\""), "{sheets}");
        // What was frozen by the program before has no units in it, and still opens.
        let mut old = published.json["document"].clone();
        old.as_object_mut().unwrap().remove("city");
        let old: domain::report::ReportDocument = serde_json::from_value(old).unwrap();
        assert!(old.city.is_none() && old.canonical().is_ok());
    }
}
