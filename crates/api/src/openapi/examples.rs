//! An example of every JSON body: the one that was written by hand, or one that is made from the schema.

use super::operations;
use serde_json::{Map, Value, json};
use utoipa::openapi::content::Content;
use utoipa::openapi::{OpenApi, RefOr};

const JSON: &str = "application/json";
const SCHEMAS: &str = "#/components/schemas/";

/// Answers of the demonstration city with shortened lists, by operation: figures that belong together cannot be made from a
/// schema.
const ANSWERS: [(&str, &str); 3] = [
    ("get_survey", include_str!("answers/get_survey.json")),
    ("get_unit_results", include_str!("answers/get_unit_results.json")),
    ("get_city_recap", include_str!("answers/get_city_recap.json")),
];

/// Adds an example to every JSON body of a request or of a success that has none of its own.
pub(super) fn add(document: &mut OpenApi) {
    let schemas = document.components.as_ref().map(|components| serde_json::to_value(&components.schemas));
    let maker = Maker { schemas: schemas.and_then(Result::ok).unwrap_or_default() };
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        if let Some(RefOr::T(body)) = &mut operation.request_body {
            maker.fill(body.content.get_mut(JSON));
        }
        let answer = ANSWERS.iter().find(|(id, _)| operation.operation_id.as_deref() == Some(id));
        let answer = answer.and_then(|(_, json)| serde_json::from_str(json).ok());
        if let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200")
            && let Some(RefOr::T(content)) = response.content.get_mut(JSON)
            && answer.is_some()
        {
            content.example = answer;
        }
        for (status, response) in &mut operation.responses.responses {
            if let RefOr::T(response) = response
                && status.starts_with('2')
            {
                maker.fill(response.content.get_mut(JSON));
            }
        }
    }
}

/// Makes examples from the schemas of the document, as JSON.
struct Maker {
    schemas: Value,
}

/// The names of the schemas that an example is being made of: none of them may be met again.
type Open<'a> = Vec<&'a str>;

impl Maker {
    fn fill(&self, content: Option<&mut RefOr<Content>>) {
        let Some(RefOr::T(content)) = content else { return };
        if content.example.is_none() && content.examples.is_empty() {
            let schema = serde_json::to_value(&content.schema).unwrap_or_default();
            content.example = self.make(&schema, &mut Open::new());
        }
    }

    /// An example of a schema; none where it would have no end.
    fn make<'a>(&'a self, schema: &'a Value, open: &mut Open<'a>) -> Option<Value> {
        if let Some(example) = by_hand(schema) {
            return Some(example.clone());
        }
        if let Some(reference) = schema["$ref"].as_str() {
            return self.referred(reference, open);
        }
        if let Some(parts) = schema["allOf"].as_array() {
            return self.merged(parts, open);
        }
        if let Some(choices) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
            return self.chosen(choices, open);
        }
        match kind(schema) {
            "object" => self.object(schema, open),
            "array" => self.array(schema, open),
            "string" => Some(text(schema).into()),
            "integer" | "number" => Some(number(schema).into()),
            "boolean" => Some(true.into()),
            _ => Some(Value::Null),
        }
    }

    fn referred<'a>(&'a self, reference: &'a str, open: &mut Open<'a>) -> Option<Value> {
        let name = reference.strip_prefix(SCHEMAS)?;
        if open.contains(&name) {
            return None;
        }
        open.push(name);
        let made = self.schemas.get(name).and_then(|schema| self.make(schema, open));
        open.pop();
        made
    }

    /// All parts of an `allOf` as one object.
    fn merged<'a>(&'a self, parts: &'a [Value], open: &mut Open<'a>) -> Option<Value> {
        let mut whole = Map::new();
        for part in parts {
            match self.make(part, open)? {
                Value::Object(fields) => whole.extend(fields),
                other => return Some(other),
            }
        }
        Some(whole.into())
    }

    /// The first choice that is not null; null where there is no other.
    fn chosen<'a>(&'a self, choices: &'a [Value], open: &mut Open<'a>) -> Option<Value> {
        let is_null = |choice: &&Value| choice["type"] == "null";
        let made = choices.iter().filter(|choice| !is_null(choice)).find_map(|choice| self.make(choice, open));
        made.or_else(|| choices.iter().any(|choice| is_null(&choice)).then_some(Value::Null))
    }

    /// Every property that has an end; a map without properties has one entry.
    fn object<'a>(&'a self, schema: &'a Value, open: &mut Open<'a>) -> Option<Value> {
        let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.contains(&json!(name)));
        let mut fields = Map::new();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            match self.make(property, open) {
                Some(value) => drop(fields.insert(name.clone(), value)),
                None if required(name) => return None,
                None => {}
            }
        }
        let others = &schema["additionalProperties"];
        if others.is_object() && fields.is_empty() {
            let name = self.make(&schema["propertyNames"], open);
            let name = name.as_ref().and_then(Value::as_str).unwrap_or("name").to_owned();
            fields.extend(self.make(others, open).map(|value| (name, value)));
        }
        Some(fields.into())
    }

    /// One element, or as many as there must be.
    fn array<'a>(&'a self, schema: &'a Value, open: &mut Open<'a>) -> Option<Value> {
        let least = schema["minItems"].as_u64().unwrap_or(0);
        match self.make(&schema["items"], open) {
            Some(item) => Some((0..least.max(1)).map(|_| item.clone()).collect()),
            None => (least == 0).then(|| json!([])),
        }
    }
}

/// What the schema itself gives as its example.
fn by_hand(schema: &Value) -> Option<&Value> {
    let first = schema["examples"].as_array().and_then(|examples| examples.first());
    let given = schema.get("example").or(first).or_else(|| schema.get("const")).or_else(|| schema.get("default"));
    let values = || schema["enum"].as_array()?.iter().find(|value| !value.is_null());
    given.or_else(values)
}

/// The type; of several the first that is not null.
fn kind(schema: &Value) -> &str {
    let kinds = schema["type"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let named = schema["type"].as_str().or_else(|| kinds.into_iter().find(|kind| *kind != "null"));
    named.unwrap_or(if schema["properties"].is_object() { "object" } else { "" })
}

/// A text of the schema's format and length.
fn text(schema: &Value) -> String {
    let text = match schema["format"].as_str() {
        Some("date-time") => "2026-07-01T01:00:00Z",
        Some("date") => "2026-07-01",
        Some("uuid") => "019a1f60-7c31-7a55-8f3a-0d6f5a1c2b3d",
        _ => "text",
    };
    let length = |key: &str| schema[key].as_u64().and_then(|length| usize::try_from(length).ok());
    let least = length("minLength").unwrap_or(0).max(text.len());
    text.chars().cycle().take(least.min(length("maxLength").unwrap_or(least))).collect()
}

/// The smallest number from 1 on that the schema takes.
fn number(schema: &Value) -> i64 {
    let bound = |key: &str| schema[key].as_i64();
    let least = bound("minimum").unwrap_or(1).max(1);
    least.min(bound("maximum").unwrap_or(least))
}

#[cfg(test)]
mod tests {
    use super::{Maker, Open};
    use serde_json::{Value, json};

    fn made(schema: &Value) -> Option<Value> {
        let schemas = json!({
            "Code": {"type": "string", "example": "skm-2017"},
            "Tree": {"type": "object", "required": ["code"], "properties": {
                "code": {"$ref": "#/components/schemas/Code"},
                "above": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Tree"}]},
                "beside": {"$ref": "#/components/schemas/Tree"},
                "below": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}
            }},
            "Endless": {"type": "object", "required": ["next"], "properties": {
                "next": {"$ref": "#/components/schemas/Endless"}
            }}
        });
        Maker { schemas }.make(schema, &mut Open::new())
    }

    #[test]
    fn what_is_written_by_hand_stays() {
        assert_eq!(made(&json!({"type": "string", "example": null})), Some(Value::Null));
        assert_eq!(made(&json!({"type": "string", "examples": ["a", "b"]})), Some(json!("a")));
        assert_eq!(made(&json!({"type": "integer", "default": 50})), Some(json!(50)));
        let beside = json!({"$ref": "#/components/schemas/Code", "example": "umum"});
        assert_eq!(made(&beside), Some(json!("umum")));
        assert_eq!(made(&json!({"type": ["string", "null"], "enum": [null, "a"]})), Some(json!("a")));
    }

    #[test]
    fn a_schema_that_holds_itself_ends() {
        let tree = json!({"$ref": "#/components/schemas/Tree"});
        assert_eq!(made(&tree), Some(json!({"code": "skm-2017", "above": null, "below": []})));
        assert_eq!(made(&json!({"$ref": "#/components/schemas/Endless"})), None);
    }

    #[test]
    fn parts_choices_and_maps_are_resolved() {
        let parts = json!({"allOf": [
            {"type": "object", "properties": {"n": {"type": "integer", "minimum": 0}}},
            {"properties": {"code": {"anyOf": [{"type": "null"}, {"$ref": "#/components/schemas/Code"}]}}}
        ]});
        assert_eq!(made(&parts), Some(json!({"n": 1, "code": "skm-2017"})));
        let map = json!({"type": "object", "additionalProperties": {"type": ["boolean", "null"]},
            "propertyNames": {"$ref": "#/components/schemas/Code"}});
        assert_eq!(made(&map), Some(json!({"skm-2017": true})));
    }

    #[test]
    fn bounds_and_formats_are_kept() {
        assert_eq!(made(&json!({"type": "integer", "minimum": 10, "maximum": 20})), Some(json!(10)));
        assert_eq!(made(&json!({"type": "integer", "maximum": 0})), Some(json!(0)));
        assert_eq!(made(&json!({"type": "string", "minLength": 6})), Some(json!("textte")));
        assert_eq!(made(&json!({"type": "string", "maxLength": 2})), Some(json!("te")));
        assert_eq!(made(&json!({"type": "string", "format": "date"})), Some(json!("2026-07-01")));
        let pair = json!({"type": "array", "minItems": 2, "items": {"type": "integer"}});
        assert_eq!(made(&pair), Some(json!([1, 1])));
    }
}
