//! From a text to a value.

use crate::Value;

/// Deeper than this no body lies; a text that does is refused before the stack ends.
const DEPTH: usize = 64;

pub(crate) fn parse(text: &str) -> Option<Value> {
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0)?;
    parser.space();
    (parser.at == text.len()).then_some(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes on behind a sign, if it is the next.
    fn skip(&mut self, sign: u8) -> bool {
        self.space();
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        self.text.get(self.at..)?.starts_with(word).then(|| {
            self.at += word.len();
            value
        })
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        self.space();
        match self.peek()? {
            _ if depth > DEPTH => None,
            b'n' => self.word("null", Value::Null),
            b't' => self.word("true", Value::Truth(true)),
            b'f' => self.word("false", Value::Truth(false)),
            b'"' => self.string().map(Value::Text),
            b'[' => self.list(depth + 1),
            b'{' => self.object(depth + 1),
            _ => self.number(),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        self.at += 1;
        if self.skip(b']') {
            return Some(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.skip(b']') {
                return Some(Value::List(items));
            }
            if !self.skip(b',') {
                return None;
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value> {
        let mut entries = Vec::new();
        self.at += 1;
        if self.skip(b'}') {
            return Some(Value::Object(entries));
        }
        loop {
            self.space();
            let name = self.string()?;
            if !self.skip(b':') {
                return None;
            }
            entries.push((name, self.value(depth)?));
            if self.skip(b'}') {
                return Some(Value::Object(entries));
            }
            if !self.skip(b',') {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Value> {
        let from = self.at;
        while let Some(b'-' | b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.text.get(from..self.at)?.parse().ok().map(Value::Number)
    }

    fn string(&mut self) -> Option<String> {
        if !self.skip(b'"') {
            return None;
        }
        let mut string = String::new();
        loop {
            let from = self.at;
            // Quotes and backslashes are never a part of another character.
            while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
                self.at += 1;
            }
            string.push_str(self.text.get(from..self.at)?);
            self.at += 1;
            match self.text.as_bytes()[self.at - 1] {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'"' | b'\\' | b'/' => char::from(sign),
            b'u' => self.unicode()?,
            _ => return None,
        })
    }

    /// `1F600` is written as two halves, `\ud83d\ude00`.
    fn unicode(&mut self) -> Option<char> {
        let first = self.four()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.text.get(self.at..)?.strip_prefix("\\u")?;
        self.at += 2;
        let second = self.four()?.checked_sub(0xDC00).filter(|half| *half < 0x400)?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + second)
    }

    fn four(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::Value;

    /// As `serde_json` reads it.
    fn known(text: &str) -> Option<Value> {
        fn of(value: serde_json::Value) -> Option<Value> {
            Some(match value {
                serde_json::Value::Null => Value::Null,
                serde_json::Value::Bool(truth) => Value::Truth(truth),
                serde_json::Value::Number(number) => Value::Number(number.as_i64()?),
                serde_json::Value::String(text) => Value::Text(text),
                serde_json::Value::Array(items) => Value::List(items.into_iter().map(of).collect::<Option<_>>()?),
                serde_json::Value::Object(entries) => Value::Object(
                    entries.into_iter().map(|(name, value)| Some((name, of(value)?))).collect::<Option<_>>()?,
                ),
            })
        }
        of(serde_json::from_str(text).ok()?)
    }

    #[test]
    fn texts_are_taken_apart_as_serde_json_does() {
        for text in [
            "null",
            " [ ] ",
            "{}",
            "[1, -20,true , false]",
            r#"{"a": {"b": [null, "x"]}, "c": 0}"#,
            r#""a\"\\\/\n\t\r\b\f""#,
            r#""\u00e9\ud83d\ude00é😀""#,
            "9223372036854775807",
            r#"{"": ""}"#,
        ] {
            assert_eq!(parse(text), known(text), "{text}");
            assert!(parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_or_no_whole_number_is_refused() {
        for text in [
            "",
            "nul",
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{\"a\":1,}",
            "{a:1}",
            "\"",
            "\"\\x\"",
            "\"\\ud83d\"",
            "\"\\ud83dx\"",
            "\"\n\"",
            "1.5",
            "1e3",
            "--1",
            "-",
            "9223372036854775808",
            "1 1",
            "[",
            "\"\\u12\"",
            "\"\\u12é\"",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse(&"[".repeat(100_000)), None);
    }
}
