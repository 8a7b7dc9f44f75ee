//! Values without a body: what is read of a large one by name, and what is written.

use crate::Value;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt::Formatter;

/// What stands where nothing does.
const NOTHING: &Value = &Value::Null;

impl Value {
    /// The value of a name; null without one.
    pub fn get(&self, name: &str) -> &Self {
        let entry = self.entries().iter().find(|(known, _)| known == name);
        entry.map_or(NOTHING, |(_, value)| value)
    }

    /// The value at the end of a path of names, like `document/figures`; null without one.
    pub fn at(&self, path: &str) -> &Self {
        path.split('/').fold(self, Self::get)
    }

    /// The value at a JSON pointer, like `/chapters/0/title`; none where nothing stands.
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        steps(pointer).try_fold(self, |value, step| match value {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == step).map(|(_, value)| value),
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The same to be changed.
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        steps(pointer).try_fold(self, |value, step| match value {
            Self::Object(entries) => entries.iter_mut().find(|(name, _)| name == step).map(|(_, value)| value),
            Self::List(items) => items.get_mut(step.parse::<usize>().ok()?),
            _ => None,
        })
    }

    /// The text of a name; empty without one.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).as_text().unwrap_or_default()
    }

    /// The number of a name; 0 without one.
    pub fn number(&self, name: &str) -> i64 {
        self.get(name).as_number().unwrap_or_default()
    }

    /// Whether a name says true.
    pub fn is(&self, name: &str) -> bool {
        *self.get(name) == Self::Truth(true)
    }

    /// The entries of the list of a name.
    pub fn list(&self, name: &str) -> &[Self] {
        self.get(name).items()
    }

    /// The entries of a list.
    pub fn items(&self) -> &[Self] {
        if let Self::List(items) = self { items } else { &[] }
    }

    /// The names of an object with their values.
    pub fn entries(&self) -> &[(String, Self)] {
        if let Self::Object(entries) = self { entries } else { &[] }
    }

    /// The text that it is.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number that it is.
    pub fn as_number(&self) -> Option<i64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// Gives a name of an object a value.
    pub fn set(&mut self, name: &str, value: impl Into<Self>) {
        let value = value.into();
        let Self::Object(entries) = self else { return };
        match entries.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = value,
            None => entries.push((name.to_owned(), value)),
        }
    }

    /// An object of names with their values.
    pub fn object(entries: &[(&str, Self)]) -> Self {
        Self::Object(entries.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
    }
}

fn steps(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.split('/').skip(1)
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl<V: Into<Self>> From<Vec<V>> for Value {
    fn from(items: Vec<V>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl<V: Into<Self>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, _: &mut Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Object(entries))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Value, from_str};

    const TEXT: &str =
        r#"{"unit":"a","n":3,"open":true,"none":null,"rows":[{"code":"U1"},{"code":"U2"}],"in":{"deep":{"x":"y"}}}"#;

    #[test]
    fn what_is_read_is_written_as_it_was() {
        let value: Value = from_str(TEXT).unwrap();
        assert_eq!(Value::parse(TEXT), Some(value.clone()));
        assert_eq!(serde_json::to_string(&value).unwrap(), TEXT);
    }

    #[test]
    fn names_lead_to_values_and_what_is_missing_to_nothing() {
        let mut value = Value::parse(TEXT).unwrap();
        assert_eq!((value.text("unit"), value.number("n"), value.is("open")), ("a", 3, true));
        assert_eq!((value.text("n"), value.number("unit"), value.is("none")), ("", 0, false));
        let codes: Vec<&str> = value.list("rows").iter().map(|row| row.text("code")).collect();
        assert_eq!(codes, ["U1", "U2"]);
        assert_eq!((value.at("in/deep").text("x"), value.at("in/deeper/x")), ("y", &Value::Null));
        value.set("n", 4);
        value.set("new", vec!["x"]);
        assert_eq!((value.number("n"), value.list("new").len()), (4, 1));
        assert_eq!(Value::object(&[("a", None::<&str>.into())]), Value::parse(r#"{"a":null}"#).unwrap());
    }

    #[test]
    fn a_pointer_leads_to_one_place() {
        let mut value = Value::parse(TEXT).unwrap();
        assert_eq!(value.pointer("/rows/1/code").and_then(Value::as_text), Some("U2"));
        assert_eq!((value.pointer("/rows/2"), value.pointer("/rows/x"), value.pointer("/unit/x")), (None, None, None));
        assert_eq!(value.pointer(""), Some(&value));
        *value.pointer_mut("/rows/0/code").unwrap() = "U9".into();
        assert_eq!(value.list("rows")[0].text("code"), "U9");
        assert_eq!(value.pointer_mut("/rows/2/code"), None);
    }
}
