//! From serde's errors to fields with a pointer.

use crate::error::{ApiError, ErrorCode, field_problem};
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use std::fmt::Display;

/// What was read.
pub(super) enum Place {
    /// A body; its JSON tells what was received.
    Body(Value),
    /// A query.
    Query,
}

/// The problem with one field.
pub(super) fn problem<E: Display>(code: ErrorCode, error: &serde_path_to_error::Error<E>, place: Place) -> ApiError {
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
        Place::Query => {
            let path = error.path().to_string();
            (format!("?{}", named.unwrap_or(if path == "." { "" } else { &path })), String::new())
        }
    };
    let accepted = text.split_once("expected ").map_or(text, |(_, expected)| expected);
    let mut answer = ApiError::new(code, text);
    answer.push(field_problem(&pointer, kind, received, accepted));
    answer
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
