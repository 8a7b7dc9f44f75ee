//! What is asked: `contract::survey::Survey` as far as the screens need it.

use crate::json::Json;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Text {
    fn read(json: &impl Json) -> Option<Self> {
        Some(Self { id: json.text_of("id")?, en: json.text_of("en")? })
    }

    fn of<J: Json>(json: &J, key: &str) -> Option<Self> {
        Self::read(&json.get(key)?)
    }

    /// The text in English or Indonesian.
    pub fn pick(&self, english: bool) -> &str {
        if english { &self.en } else { &self.id }
    }
}

/// A survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The link's code.
    pub link: String,
    /// The name of the unit.
    pub unit: String,
    /// True on a tablet of the unit.
    pub kiosk: bool,
    /// The questionnaire's code.
    pub questionnaire: String,
    /// Its version.
    pub version: i64,
    /// What the survey is called.
    pub title: Text,
    /// Every item of the questionnaire.
    pub items: Vec<Item>,
    /// The services to choose from.
    pub services: Vec<Service>,
    /// The service meant when none is chosen.
    pub default_service: String,
    /// The questions about the person.
    pub profile: Vec<Question>,
    /// The prompt of the free text, where one is asked.
    pub comment: Option<Text>,
    /// The longest comment, in characters.
    pub comment_limit: i64,
    /// What people said last time, where they were enough.
    pub last: Option<LastResult>,
}

/// What people said of the unit in its last closed period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastResult {
    /// The name of the period.
    pub period: Text,
    /// How many people answered.
    pub n: i64,
    /// The index on 25–100.
    pub converted: String,
    /// The grade as a letter.
    pub grade: String,
    /// The grade in words.
    pub performance: Text,
    /// The margin of error in points, where there is one.
    pub margin: Option<String>,
    /// The names of the lowest elements.
    pub lowest: Vec<Text>,
}

/// A question with four labels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its code.
    pub code: String,
    /// The official wording.
    pub text: Text,
    /// The wording for an online service.
    pub online_text: Option<Text>,
    /// The wording for a service that costs nothing.
    pub free_text: Option<Text>,
    /// The short label.
    pub short: Text,
    /// A line under the question.
    pub help: Option<Text>,
    /// The labels of 1 to 4.
    pub options: Vec<Text>,
    /// False where a face would judge for the respondent.
    pub faces: bool,
}

impl Item {
    /// The text in the wording of this name.
    pub fn worded(&self, wording: &str) -> &Text {
        let special = match wording {
            "online_text" => self.online_text.as_ref(),
            "free_text" => self.free_text.as_ref(),
            _ => None,
        };
        special.unwrap_or(&self.text)
    }
}

/// A service and what is asked about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Service {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Item code and the name of its wording, in order.
    pub items: Vec<(String, String)>,
}

/// A question about the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Its code.
    pub code: String,
    /// The question.
    pub text: Text,
    /// The options in order.
    pub options: Vec<Choice>,
    /// What is agreed to by answering.
    pub consent: Option<Text>,
    /// Asked only after this question was answered with this option.
    pub only_after: Option<(String, String)>,
    /// Not asked of minors.
    pub adults_only: bool,
}

/// An option of a question about the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Its code.
    pub code: String,
    /// Its label.
    pub text: Text,
    /// Who chooses it is below the minimum age.
    pub minor: bool,
}

impl Survey {
    /// Reads a survey; none when something that the screens need is missing.
    pub fn read<J: Json>(json: &J) -> Option<Self> {
        let survey = Self {
            link: json.text_of("link")?,
            unit: json.get("unit")?.text_of("name")?,
            kiosk: json.text_of("channel")? == "kiosk",
            questionnaire: json.text_of("questionnaire")?,
            version: json.whole_of("version")?,
            title: Text::of(json, "title")?,
            items: json.all_of("items", read_item)?,
            services: json.all_of("services", read_service)?,
            default_service: json.text_of("default_service")?,
            profile: json.all_of("profile", read_question)?,
            comment: Text::of(json, "comment"),
            comment_limit: json.whole_of("comment_limit")?,
            last: json.get("last_result").and_then(|last| read_last(&last)),
        };
        (!survey.services.is_empty()).then_some(survey)
    }

    /// The service of this code, or the one that is meant when none is chosen.
    pub fn service(&self, code: Option<&str>) -> Option<&Service> {
        let find = |code: &str| self.services.iter().find(|service| service.code == code);
        code.and_then(find).or_else(|| find(&self.default_service)).or_else(|| self.services.first())
    }

    /// The items asked about a service, each with its text.
    pub fn asked(&self, service: Option<&str>) -> Vec<(&Item, &Text)> {
        let asked = self.service(service).map_or(&[][..], |service| &service.items);
        let find = |code: &str| self.items.iter().find(|item| item.code == code);
        asked.iter().filter_map(|(code, wording)| find(code).map(|item| (item, item.worded(wording)))).collect()
    }
}

fn read_item<J: Json>(json: &J) -> Option<Item> {
    Some(Item {
        code: json.text_of("code")?,
        text: Text::of(json, "text")?,
        online_text: Text::of(json, "online_text"),
        free_text: Text::of(json, "free_text"),
        short: Text::of(json, "short")?,
        help: Text::of(json, "help"),
        options: json.all_of("options", Text::read)?,
        faces: json.get("faces").is_some_and(|faces| faces.truth()),
    })
}

fn read_service<J: Json>(json: &J) -> Option<Service> {
    Some(Service {
        code: json.text_of("code")?,
        name: json.text_of("name")?,
        items: json.all_of("items", |item| Some((item.text_of("code")?, item.text_of("wording")?)))?,
    })
}

fn read_last<J: Json>(json: &J) -> Option<LastResult> {
    Some(LastResult {
        period: Text::of(json, "period_name")?,
        n: json.whole_of("n")?,
        converted: json.text_of("converted")?,
        grade: json.text_of("grade")?,
        performance: Text::of(json, "performance")?,
        margin: json.text_of("margin"),
        lowest: json.all_of("lowest", |element| Text::of(element, "name"))?,
    })
}

fn read_question<J: Json>(json: &J) -> Option<Question> {
    let after = json.get("only_after");
    Some(Question {
        code: json.text_of("code")?,
        text: Text::of(json, "text")?,
        options: json.all_of("options", read_choice)?,
        consent: Text::of(json, "consent"),
        only_after: after.and_then(|after| Some((after.text_of("question")?, after.text_of("option")?))),
        adults_only: json.get("adults_only").is_some_and(|only| only.truth()),
    })
}

fn read_choice<J: Json>(json: &J) -> Option<Choice> {
    Some(Choice {
        code: json.text_of("code")?,
        text: Text::of(json, "text")?,
        minor: json.get("minor").is_some_and(|minor| minor.truth()),
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn item(code: &str) -> Value {
        let text = |name: &str| json!({"id": format!("{code} {name}"), "en": format!("{code} {name}, English")});
        let label = |label: &str| json!({"id": label, "en": label});
        json!({
            "code": code, "text": text("resmi"), "online_text": text("daring"), "free_text": text("gratis"),
            "short": label(code), "help": {"id": "bantuan", "en": "help"}, "options": [label("1"), label("2"), label("3"), label("4")],
            "faces": code != "u2"
        })
    }

    fn question(code: &str, options: &[&str]) -> Value {
        let option = |option: &&str| json!({"code": option, "text": {"id": option, "en": option}, "minor": *option == "under-17"});
        let options: Vec<Value> = options.iter().map(option).collect();
        json!({"code": code, "text": {"id": code, "en": code}, "options": options, "adults_only": code != "age"})
    }

    fn service(code: &str, items: &[(&str, &str)]) -> Value {
        let items: Vec<Value> = items.iter().map(|(code, wording)| json!({"code": code, "wording": wording})).collect();
        json!({"code": code, "name": code.to_uppercase(), "items": items})
    }

    /// A survey as the server writes it: through the contract, which drops what it does not know.
    pub(crate) fn written() -> Value {
        let mut profile = [
            question("age", &["under-17", "17-25"]),
            question("disability", &["no", "yes"]),
            question("disability_type", &["fisik", "mental"]),
        ];
        profile[1]["consent"] = json!({"id": "setuju", "en": "agree"});
        profile[2]["only_after"] = json!({"question": "disability", "option": "yes"});
        let survey = json!({
            "link": "k7m2p9qx", "unit": {"code": "kuin", "name": "Kelurahan Kuin Utara"}, "channel": "kiosk",
            "questionnaire": "skm-2017", "version": 2, "title": {"id": "Survei", "en": "Survey"},
            "items": [item("u1"), item("u2"), item("u3")],
            "services": [
                service("umum", &[("u1", "text"), ("u2", "free_text"), ("u3", "text")]),
                service("daring", &[("u1", "online_text"), ("u3", "text")]),
            ],
            "default_service": "umum", "profile": profile,
            "comment": {"id": "Saran dan masukan", "en": "Comments"}, "comment_limit": 2000, "ends_at": null,
            "last_result": {
                "period": "2026-TW3", "period_name": {"id": "Triwulan III 2026", "en": "Quarter 3 of 2026"}, "n": 198,
                "converted": "81.86", "grade": "B", "performance": {"id": "Baik", "en": "Good"}, "margin": "1.90",
                "lowest": [{"code": "U3", "name": {"id": "Waktu Penyelesaian", "en": "Time to completion"}}]
            }
        });
        let survey: contract::survey::Survey = serde_json::from_value(survey).unwrap();
        serde_json::to_value(survey).unwrap()
    }

    pub(crate) fn survey() -> Survey {
        Survey::read(&written()).unwrap()
    }

    #[test]
    fn every_field_that_the_server_writes_is_read_under_its_name() {
        let survey = survey();
        assert_eq!((survey.link.as_str(), survey.unit.as_str()), ("k7m2p9qx", "Kelurahan Kuin Utara"));
        assert!(survey.kiosk);
        assert_eq!((survey.questionnaire.as_str(), survey.version, survey.comment_limit), ("skm-2017", 2, 2000));
        assert_eq!((survey.title.pick(false), survey.title.pick(true)), ("Survei", "Survey"));
        let item = &survey.items[0];
        assert_eq!((item.code.as_str(), item.short.pick(false), item.options[3].pick(true)), ("u1", "u1", "4"));
        assert!(item.faces && !survey.items[1].faces);
        assert_eq!(item.help.as_ref().map(|help| help.pick(true)), Some("help"));
        let consent = survey.profile[1].consent.as_ref().map(|text| text.pick(false));
        assert_eq!((consent, survey.profile[1].adults_only), (Some("setuju"), true));
        assert_eq!(survey.profile[2].only_after, Some(("disability".to_owned(), "yes".to_owned())));
        assert!(survey.profile[0].options[0].minor && !survey.profile[0].options[1].minor);
        assert_eq!(survey.comment.as_ref().map(|text| text.pick(false)), Some("Saran dan masukan"));
        let last = survey.last.unwrap();
        assert_eq!((last.period.pick(true), last.n, last.converted.as_str()), ("Quarter 3 of 2026", 198, "81.86"));
        assert_eq!((last.performance.pick(false), last.lowest[0].pick(false)), ("Baik", "Waktu Penyelesaian"));
        assert_eq!((last.grade.as_str(), last.margin.as_deref()), ("B", Some("1.90")));
    }

    #[test]
    fn each_service_is_asked_in_its_own_wording() {
        let survey = survey();
        let texts = |service| -> Vec<String> {
            survey.asked(service).into_iter().map(|(_, text)| text.pick(false).to_owned()).collect()
        };
        assert_eq!(texts(Some("daring")), ["u1 daring", "u3 resmi"]);
        assert_eq!(texts(None), ["u1 resmi", "u2 gratis", "u3 resmi"]);
        assert_eq!(texts(Some("unknown")), texts(None));
    }

    #[test]
    fn half_a_survey_is_none() {
        for field in ["link", "unit", "items", "services", "profile", "version"] {
            let mut half = written();
            half[field] = json!(null);
            assert_eq!(Survey::read(&half), None, "{field}");
        }
        let mut silent = written();
        silent["comment"] = json!(null);
        assert_eq!(Survey::read(&silent).unwrap().comment, None);
    }
}
