//! The gate of the OpenAPI document, and the explorer that shows it.

use crate::support::{Database, TestApp};
use serde_json::Value;
use std::collections::BTreeSet;

pub(crate) fn document() -> Value {
    serde_json::from_str(&api::openapi::openapi_json().unwrap()).unwrap()
}

/// Every operation as `METHOD path` with its object.
pub(crate) fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, item)| {
        item.as_object().unwrap().iter().map(move |(method, operation)| (format!("{method} {path}"), operation))
    });
    operations.collect()
}

/// Follows a `$ref` into the components.
pub(crate) fn resolve<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

fn has_example(document: &Value, schema: &Value) -> bool {
    let schema = resolve(document, schema);
    if schema.get("example").is_some() || schema.get("examples").is_some() {
        return true;
    }
    let parts = ["allOf", "oneOf", "anyOf"].iter().filter_map(|key| schema[*key].as_array()).flatten();
    let fields = schema["properties"].as_object().into_iter().flat_map(|fields| fields.values());
    parts.chain(fields).chain(schema.get("items")).any(|part| has_example(document, part))
}

fn shows_an_example(document: &Value, operation: &Value) -> bool {
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let bodies = operation["responses"].as_object().into_iter().flat_map(|responses| responses.values());
    let contents = bodies.chain(operation.get("requestBody")).filter_map(|body| body["content"].as_object());
    let media = contents.flat_map(|content| content.values());
    let in_bodies =
        media.clone().any(|media| media.get("example").is_some() || has_example(document, &media["schema"]));
    let mut in_parameters = parameters.map(|parameter| parameter.get("example").is_some());
    in_bodies || in_parameters.any(|there| there)
}

#[test]
fn every_operation_is_described() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let tags: BTreeSet<&str> =
        document["tags"].as_array().unwrap().iter().map(|tag| tag["name"].as_str().unwrap()).collect();
    let (mut ids, mut defects) = (BTreeSet::new(), Vec::new());
    for (place, operation) in operations(&document) {
        let mut check = |good: bool, what: &str| {
            if !good {
                defects.push(format!("{place}: {what}"));
            }
        };
        let text = |key: &str| operation[key].as_str().unwrap_or_default();
        check(text("summary").len() > 3, "no summary (first line of the doc comment)");
        check(text("description").len() > 3, "no description (the doc comment after its first line)");
        check(ids.insert(text("operationId")) && !text("operationId").is_empty(), "operationId missing or taken");
        check(text("operationId").contains('_'), "operationId is not verb_resource");
        let used: Vec<&str> = operation["tags"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        check(!used.is_empty() && used.iter().all(|tag| tags.contains(tag)), "its tag is not described");
        check(operation.get("security").is_some(), "no security; public operations say security(())");
        let statuses: Vec<&String> = operation["responses"].as_object().unwrap().keys().collect();
        check(statuses.iter().any(|status| status.starts_with('2') || status.starts_with('3')), "no success");
        check(statuses.iter().any(|status| status.starts_with('4')), "no error");
        check(shows_an_example(&document, operation), "no example");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            check(parameter["description"].is_string(), "a parameter without description");
        }
        for (status, response) in operation["responses"].as_object().unwrap() {
            check(!response["description"].as_str().unwrap_or_default().is_empty(), "a response without description");
            let problem = response["content"].get("application/problem+json").is_some();
            check(
                problem == (status.starts_with('4') || status.starts_with('5')),
                "errors and only errors are problems",
            );
        }
    }
    assert_eq!(defects, Vec::<String>::new());
}

#[test]
fn every_schema_is_used_and_described() {
    let document = document();
    let text = document.to_string();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        assert!(text.contains(&format!("\"#/components/schemas/{name}\"")), "nobody uses {name}");
        assert!(schema["description"].is_string(), "{name} has no description");
    }
}

#[test]
fn the_document_is_the_same_every_time_and_served_as_it_is() {
    let document = api::openapi::openapi_json().unwrap();
    assert_eq!(document, api::openapi::openapi_json().unwrap());
    let app = TestApp::start(Database::Sqlite);
    assert_eq!(app.client().get("/openapi.json").text, document);
}

#[test]
fn the_explorer_asks_nothing_from_outside() {
    let app = TestApp::start(Database::Sqlite);
    let client = app.client();
    let redirect = client.get("/docs");
    assert!((300..400).contains(&redirect.status) && redirect.header("location") == "/docs/");
    let page = client.get("/docs/");
    assert_eq!(page.status, 200);
    assert!(page.header("content-security-policy").contains("default-src 'self'"));
    let parts = page.text.split(['"', '\'']);
    let files: Vec<&str> =
        parts.filter(|part| part.ends_with(".js") || part.ends_with(".css") || part.ends_with(".png")).collect();
    assert!(files.len() >= 3, "{}", page.text);
    for file in files {
        assert!(!file.contains("//"), "{file} comes from outside");
        assert_eq!(client.get(&format!("/docs/{}", file.trim_start_matches("./"))).status, 200, "{file}");
    }
    assert!(!page.text.contains("<script>") && !page.text.contains("src=\"http"), "{}", page.text);
    assert!(client.get("/docs/swagger-initializer.js").text.contains("/openapi.json"));
    assert_eq!(client.get("/docs/no-such-file.js").status, 404);
}
