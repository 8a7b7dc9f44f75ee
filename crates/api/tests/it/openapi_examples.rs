//! The examples of the OpenAPI document: every JSON body has one that its schema accepts, every problem one of its status.

use crate::city::{body, link_of, plant_link, submit};
use crate::openapi::{document, operations, resolve};
use crate::support::{Database, TestApp};
use serde_json::Value;

/// The whole examples of a media type.
fn examples<'a>(document: &'a Value, media: &'a Value) -> Vec<&'a Value> {
    let named = media["examples"].as_object().into_iter().flat_map(|examples| examples.values());
    let named = named.filter_map(|example| resolve(document, example).get("value"));
    media.get("example").into_iter().chain(named).collect()
}

/// Every body of an operation: the request's as `request`, the responses' by status, each with its content type.
fn bodies(operation: &Value) -> Vec<(&str, &str, &Value)> {
    let responses = operation["responses"].as_object().unwrap().iter().map(|(status, body)| (status.as_str(), body));
    let request = operation.get("requestBody").map(|body| ("request", body));
    let media = request.into_iter().chain(responses).flat_map(|(place, body)| {
        let content = body["content"].as_object().into_iter().flatten();
        content.map(move |(kind, media)| (place, kind.as_str(), media))
    });
    media.collect()
}

fn matches(pattern: &Value, text: &str) -> bool {
    pattern.as_str().is_none_or(|pattern| regex_lite::Regex::new(pattern).unwrap().is_match(text))
}

fn has_kind(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        _ => value.is_null(),
    }
}

/// What a schema has against a value, each with its place.
fn defects(document: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |good: bool, what: &str| {
        if !good {
            found.push(format!("{place}: {what}, not {value}"));
        }
    };
    let kinds = schema["type"].as_array().into_iter().flatten().chain(schema.get("type")).filter_map(Value::as_str);
    let kinds: Vec<&str> = kinds.collect();
    check(kinds.is_empty() || kinds.iter().any(|kind| has_kind(kind, value)), &format!("must be {kinds:?}"));
    check(schema["enum"].as_array().is_none_or(|values| values.contains(value)), "must be one of the enum");
    let parts = |key: &str| schema[key].as_array().into_iter().flatten();
    for key in ["oneOf", "anyOf"] {
        let fitting = parts(key).filter(|part| defects(document, part, value, place).is_empty()).count();
        check(schema.get(key).is_none() || fitting == 1, "must fit one choice");
    }
    check(within(schema, value), "must keep the bounds");
    if schema.get("$ref").is_some() {
        found.extend(defects(document, resolve(document, schema), value, place));
    }
    found.extend(parts("allOf").flat_map(|part| defects(document, part, value, place)));
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(defects(document, &schema["items"], item, &format!("{place}/{index}")));
    }
    found.extend(defects_of_fields(document, schema, value, place));
    found
}

fn defects_of_fields(document: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let Some(fields) = value.as_object() else { return Vec::new() };
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let missing = required.filter(|name| !fields.contains_key(*name));
    let mut found: Vec<String> = missing.map(|name| format!("{place}/{name}: is missing")).collect();
    for (name, field) in fields {
        let place = format!("{place}/{name}");
        let others = &schema["additionalProperties"];
        match schema["properties"].get(name) {
            Some(property) => found.extend(defects(document, property, field, &place)),
            None if *others == false => found.push(format!("{place}: is unknown")),
            None => found.extend(defects(document, others, field, &place)),
        }
        found.extend(defects(document, &schema["propertyNames"], &name.as_str().into(), &place));
    }
    found
}

/// Lengths, counts, patterns, formats and ranges.
fn within(schema: &Value, value: &Value) -> bool {
    let between = |least: &str, most: &str, size: usize| {
        let bound = |key: &str| schema[key].as_u64().and_then(|bound| usize::try_from(bound).ok());
        bound(least).is_none_or(|least| size >= least) && bound(most).is_none_or(|most| size <= most)
    };
    match value {
        Value::String(text) => {
            between("minLength", "maxLength", text.chars().count())
                && matches(&schema["pattern"], text)
                && match schema["format"].as_str() {
                    Some("date-time") => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
                    Some("date") => text.parse::<chrono::NaiveDate>().is_ok(),
                    Some("uuid") => text.parse::<uuid::Uuid>().is_ok(),
                    _ => true,
                }
        }
        Value::Array(items) => between("minItems", "maxItems", items.len()),
        Value::Number(number) => {
            let bound = |key: &str| schema[key].as_f64();
            let number = number.as_f64().unwrap();
            bound("minimum").is_none_or(|least| number >= least) && bound("maximum").is_none_or(|most| number <= most)
        }
        _ => true,
    }
}

#[test]
fn every_json_body_has_an_example_that_its_schema_accepts() {
    let document = document();
    let mut found = Vec::new();
    for (place, operation) in operations(&document) {
        for (part, kind, media) in bodies(operation) {
            let place = format!("{place} {part}");
            let examples = examples(&document, media);
            if examples.is_empty() && (kind == "application/json" || kind == "application/problem+json") {
                found.push(format!("{place}: no example"));
            }
            if kind.ends_with("json") {
                let defects = examples.iter().flat_map(|value| defects(&document, &media["schema"], value, &place));
                found.extend(defects);
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn every_problem_has_an_example_of_its_status() {
    let document = document();
    let mut found = Vec::new();
    for (place, operation) in operations(&document) {
        let problems = bodies(operation).into_iter().filter(|(_, kind, _)| *kind == "application/problem+json");
        for (status, _, media) in problems {
            let examples = examples(&document, media);
            let fits = |problem: &&Value| {
                let text = |key: &str| problem[key].as_str().unwrap_or_default();
                let fields = problem["errors"].as_array().is_some_and(|errors| !errors.is_empty());
                problem["status"].as_u64() == status.parse().ok()
                    && text("type").ends_with(&format!(":{}", text("code")))
                    && ["title", "detail", "hint"].iter().all(|key| !text(key).is_empty())
                    && (!fields || status == "400" || status == "422")
                    && (fields || status != "422")
            };
            if examples.is_empty() || !examples.iter().all(fits) {
                found.push(format!("{place} {status}: {examples:?}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_server_answers_what_the_document_says() {
    let app = TestApp::start(Database::Sqlite);
    let links = [plant_link(&app, "skm-2017"), link_of(&app, "dinas-a", "terpadu-16")];
    for _ in 0..12 {
        assert_eq!(submit(&app, &links[0], &body([3; 9])).status, 201);
    }
    let admin = app.admin();
    let report = admin.post("/api/v1/reports", serde_json::json!({ "unit": "uptd-a", "period": "2026-TW3" }));
    assert_eq!(report.status, 201, "{}", report.text);
    let report = report.json["id"].as_str().unwrap();
    let document = document();
    let mut found = Vec::new();
    let asked = [
        ("/public/surveys/{link}", format!("/public/surveys/{}", links[0])),
        ("/public/surveys/{link}", format!("/public/surveys/{}", links[1])),
        ("/units", "/units".to_owned()),
        ("/units/{unit}/services", "/units/uptd-a/services".to_owned()),
        ("/units/{unit}/results", "/units/uptd-a/results?period=current".to_owned()),
        ("/units/{unit}/series", "/units/uptd-a/series?until=current".to_owned()),
        ("/units/{unit}/comments", "/units/uptd-a/comments?period=current".to_owned()),
        ("/recap", "/recap?period=current".to_owned()),
        ("/settings", "/settings".to_owned()),
        ("/questionnaires", "/questionnaires".to_owned()),
        ("/links", "/links".to_owned()),
        ("/reports", "/reports".to_owned()),
        ("/reports/{report}", format!("/reports/{report}")),
    ];
    for (path, address) in &asked {
        let reply = admin.get(&format!("/api/v1{address}"));
        assert_eq!(reply.status, 200, "{address}: {}", reply.text);
        let schema = &document["paths"][format!("/api/v1{path}")]["get"]["responses"]["200"]["content"]["application/json"]
            ["schema"];
        assert!(schema.is_object(), "{path} has no schema");
        found.extend(defects(&document, schema, &reply.json, address));
    }
    assert_eq!(found, Vec::<String>::new());
}
