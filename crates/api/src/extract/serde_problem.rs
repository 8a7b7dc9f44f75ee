//! From serde's errors to fields with a pointer.

use crate::error::{ApiError, ErrorCode, field_problem};
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::fmt::Display;

/// What was read.
pub(super) enum Place<'a> {
    /// A body; its JSON tells what was received.
    Body(Value),
    /// A query, as it was sent.
    Query(&'a str),
}

/// The problem with one field.
pub(super) fn problem<E: Display>(
    code: ErrorCode,
    error: &serde_path_to_error::Error<E>,
    place: Place<'_>,
) -> ApiError {
    let text = error.inner().to_string();
    let text = text.split(" at line ").next().unwrap_or_default();
    let (kind, named) = kind_of(text);
    let (pointer, received) = match place {
        Place::Body(value) => {
            let mut pointer = pointer_of(error.path());
            // A missing field has no place yet, and the place of an unknown one may be that of its parent.
            if let Some(name) = named.filter(|name| !pointer.ends_with(&format!("/{name}"))) {
                pointer = format!("{pointer}/{}", escape(name));
            }
            let received = value.pointer(&pointer).map(Value::to_string);
            (pointer, received.unwrap_or_else(|| "nothing".to_owned()))
        }
        Place::Query(query) => {
            let path = error.path().to_string();
            let name = named.unwrap_or(if path == "." { "" } else { &path });
            (format!("?{name}"), values_of(query, name))
        }
    };
    let accepted = match (kind, text.split_once("expected ")) {
        ("missing_field", _) => "a value: it cannot be left out".to_owned(),
        ("duplicate_field", _) => "the field once".to_owned(),
        (_, Some((_, expected))) => plain(expected),
        (_, None) => plain(text),
    };
    let told = text.split_once("expected ").filter(|_| kind == "invalid_value");
    let mut answer = ApiError::new(code, told.map_or(text.to_owned(), |(got, _)| format!("{got}expected {accepted}")));
    answer.push(field_problem(&pointer, kind, received, accepted));
    answer
}

/// What a query gives a parameter: each of its values when it stands there more than once.
fn values_of(query: &str, name: &str) -> String {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let values: Vec<_> = pairs.filter(|(key, _)| key == name).map(|(_, value)| format!("{value:?}")).collect();
    if values.is_empty() { "nothing".to_owned() } else { values.join(", ") }
}

/// What is accepted, in words: a client need not know the types of this program.
fn plain(accepted: &str) -> String {
    let whole = |least: &dyn Display, most: &dyn Display| format!("a whole number from {least} to {most}");
    match accepted {
        "u8" => whole(&u8::MIN, &u8::MAX),
        "u16" => whole(&u16::MIN, &u16::MAX),
        "u32" | "usize" | "u64" => whole(&u32::MIN, &u32::MAX),
        "i16" => whole(&i16::MIN, &i16::MAX),
        "i32" => whole(&i32::MIN, &i32::MAX),
        "i64" => "a whole number".to_owned(),
        other if other.contains("digit found in string") || other.starts_with("cannot parse integer") => {
            "a whole number".to_owned()
        }
        other if other.starts_with("number too ") => "a number that is nearer to zero".to_owned(),
        other if other.starts_with("struct ") => "an object".to_owned(),
        other => other.replace("provided string was not `true` or `false`", "true or false"),
    }
}

/// The stable name, and the field that the message names.
fn kind_of(text: &str) -> (&'static str, Option<&str>) {
    let named = text.split('`').nth(1);
    if text.starts_with("unknown field") {
        ("unknown_field", named)
    } else if text.starts_with("missing field") {
        ("missing_field", named)
    } else if text.starts_with("duplicate field") {
        ("duplicate_field", named)
    } else {
        ("invalid_value", None)
    }
}

fn pointer_of(path: &Path) -> String {
    let segments = path.iter().filter_map(|segment| match segment {
        Segment::Seq { index } => Some(format!("/{index}")),
        Segment::Map { key } => Some(format!("/{}", escape(key))),
        Segment::Enum { .. } | Segment::Unknown => None,
    });
    segments.collect()
}

/// As RFC 6901 says.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::{plain, values_of};

    #[test]
    fn what_a_query_gives_is_told() {
        let query = "from=2026-07&level=a%20b&from=x";
        assert_eq!(values_of(query, "level"), "\"a b\"");
        assert_eq!(values_of(query, "from"), "\"2026-07\", \"x\"");
        assert_eq!(values_of(query, "to"), "nothing");
    }

    #[test]
    fn what_is_accepted_is_said_without_the_names_of_types() {
        assert_eq!(plain("u16"), "a whole number from 0 to 65535");
        assert_eq!(plain("i64"), "a whole number");
        assert_eq!(plain("invalid digit found in string"), "a whole number");
        assert_eq!(plain("provided string was not `true` or `false`"), "true or false");
        assert_eq!(plain("a string"), "a string");
    }
}
