//! Questionnaires over HTTP.

use super::column;
use crate::support::{TestApp, on_both};
use serde_json::json;

const QUESTIONNAIRES: &str = "/api/v1/questionnaires";

on_both! {
    fn the_shipped_questionnaires_are_listed_with_their_groupings(app: TestApp) {
        let admin = app.admin();
        let listed = admin.get(QUESTIONNAIRES);
        assert_eq!(column(&listed, "code"), ["skm-2017", "skm-spkp-spak", "terpadu-16"]);
        let short = &listed.json["items"][2];
        assert_eq!((&short["version"], &short["indices"]), (&json!(1), &json!(["ikm", "ipkp", "ipak"])));
        let groupings: Vec<_> = short["groupings"].as_array().unwrap().iter().map(|grouping| grouping["code"].clone()).collect();
        assert_eq!(groupings, ["sembilan", "integritas-terpisah", "integritas-u2-u7"]);
        let page = admin.get(&format!("{QUESTIONNAIRES}?limit=2"));
        assert_eq!(page.json["next"], "skm-spkp-spak/1");
        assert_eq!(column(&admin.get(&format!("{QUESTIONNAIRES}?cursor=skm-spkp-spak/1")), "code"), ["terpadu-16"]);
        assert_eq!(admin.get(&format!("{QUESTIONNAIRES}?cursor=x")).code(), "invalid_query");
        assert_eq!(app.client().get(QUESTIONNAIRES).code(), "not_signed_in");
    }

    fn a_questionnaire_is_read_whole(app: TestApp) {
        let admin = app.admin();
        let read = admin.get(&format!("{QUESTIONNAIRES}/skm-2017?version=1"));
        let questionnaire: domain::Questionnaire = serde_json::from_value(read.json).unwrap();
        let shipped = domain::questionnaire::shipped().unwrap();
        assert_eq!(questionnaire, shipped[0]);
        assert_eq!(admin.get(&format!("{QUESTIONNAIRES}/terpadu-16")).json["version"], 1);
        assert_eq!(admin.get(&format!("{QUESTIONNAIRES}/terpadu-16?version=2")).code(), "not_found");
        assert_eq!(admin.get(&format!("{QUESTIONNAIRES}/skm-2018")).code(), "not_found");
        assert_eq!(admin.get(&format!("{QUESTIONNAIRES}/skm-2017?version=x")).code(), "invalid_query");
    }
}
