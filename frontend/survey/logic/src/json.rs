//! JSON read through whatever the browser or a test has parsed, and written by hand.

/// A parsed value.
pub trait Json: Sized {
    /// The field of this name; none for null and for what is no object.
    fn get(&self, key: &str) -> Option<Self>;
    /// The text, where it is one.
    fn text(&self) -> Option<String>;
    /// The number, where it is one.
    fn number(&self) -> Option<f64>;
    /// True only for `true`.
    fn truth(&self) -> bool;
    /// The elements; none for what is no list.
    fn list(&self) -> Vec<Self>;
    /// Keys and values in their order; null is none.
    fn entries(&self) -> Vec<(String, Option<Self>)>;

    /// The text of a field.
    fn text_of(&self, key: &str) -> Option<String> {
        self.get(key)?.text()
    }

    /// The whole number of a field.
    fn whole_of(&self, key: &str) -> Option<i64> {
        self.get(key)?.number().and_then(whole)
    }

    /// Every element of a field read the same way; none when one of them cannot be.
    fn all_of<T>(&self, key: &str, read: impl Fn(&Self) -> Option<T>) -> Option<Vec<T>> {
        let mut all = Vec::new();
        for one in self.get(key)?.list() {
            all.push(read(&one)?);
        }
        Some(all)
    }
}

/// The whole number, as far as JavaScript has exact ones.
pub fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_991.0;
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked, and a fraction is to be cut off")]
    (number.abs() <= EXACT).then_some(number as i64)
}

/// A JSON string.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{0}'..='\u{1f}' => {
                out.push_str("\\u00");
                for half in [u32::from(character) >> 4, u32::from(character) & 15] {
                    out.push(char::from_digit(half, 16).unwrap_or('0'));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

/// A JSON string, or null.
pub fn quote_or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), quote)
}

/// A JSON object of fields whose values are JSON already.
pub fn object(fields: &[(&str, String)]) -> String {
    let mut out = String::from("{");
    for (key, value) in fields {
        separate(&mut out);
        out.push_str(&quote(key));
        out.push(':');
        out.push_str(value);
    }
    out.push('}');
    out
}

/// A JSON object of pairs.
pub fn entries<T>(pairs: &[(String, T)], value: impl Fn(&T) -> String) -> String {
    let fields: Vec<(&str, String)> = pairs.iter().map(|(key, of)| (key.as_str(), value(of))).collect();
    object(&fields)
}

/// A JSON list of strings.
pub fn quotes(texts: &[String]) -> String {
    let mut out = String::from("[");
    for text in texts {
        separate(&mut out);
        out.push_str(&quote(text));
    }
    out.push(']');
    out
}

fn separate(out: &mut String) {
    if out.len() > 1 {
        out.push(',');
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::Value;

    impl Json for Value {
        fn get(&self, key: &str) -> Option<Self> {
            Self::get(self, key).filter(|value| !value.is_null()).cloned()
        }
        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }
        fn number(&self) -> Option<f64> {
            self.as_f64()
        }
        fn truth(&self) -> bool {
            *self == Self::Bool(true)
        }
        fn list(&self) -> Vec<Self> {
            self.as_array().cloned().unwrap_or_default()
        }
        fn entries(&self) -> Vec<(String, Option<Self>)> {
            let entries = self.as_object().into_iter().flatten();
            entries.map(|(key, value)| (key.clone(), Some(value.clone()).filter(|value| !value.is_null()))).collect()
        }
    }

    #[test]
    fn whatever_is_typed_comes_back_as_it_was() {
        for text in ["", "a\"b\\c/d", "baris 1\nbaris 2\t\u{1}\u{1f}\r", "Café 👍 </script> \u{2028}"] {
            let value: Value = serde_json::from_str(&quote(text)).unwrap();
            assert_eq!(value, Value::String(text.to_owned()));
        }
        let value: Value =
            serde_json::from_str(&object(&[("a", quotes(&["b".to_owned(), "\"".to_owned()])), ("c", quotes(&[]))]))
                .unwrap();
        assert_eq!(value, serde_json::json!({"a": ["b", "\""], "c": []}));
    }

    #[test]
    fn only_exact_numbers_are_whole() {
        assert_eq!(
            (whole(1_790_000_000_123.0), whole(3.9), whole(f64::NAN), whole(1e300)),
            (Some(1_790_000_000_123), Some(3), None, None)
        );
    }
}
