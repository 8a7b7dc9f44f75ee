//! From a value to a body.

use crate::{AROUND, Value};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
    value::StrDeserializer,
};
use serde::forward_to_deserialize_any;
use std::fmt::{Display, Formatter};

/// A value that is not what the body asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

impl Display for Unfit {
    fn fmt(&self, _: &mut Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unfit {}

impl Error for Unfit {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Fit<T> = Result<T, Unfit>;

/// Reads one value.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a>(pub(crate) &'a Value);

impl<'a> Reader<'a> {
    fn text(self) -> Fit<&'a str> {
        if let Value::Text(text) = self.0 { Ok(text) } else { Err(Unfit) }
    }

    fn number(self) -> Fit<i64> {
        if let Value::Number(number) = self.0 { Ok(*number) } else { Err(Unfit) }
    }

    fn items(self) -> Fit<Items<'a>> {
        if let Value::List(items) = self.0 { Ok(Items(items.iter())) } else { Err(Unfit) }
    }

    fn entries(self) -> Fit<&'a [(String, Value)]> {
        if let Value::Object(entries) = self.0 { Ok(entries) } else { Err(Unfit) }
    }
}

macro_rules! numbers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> { visitor.visit_i64(self.number()?) })*
    };
}

macro_rules! texts {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> { visitor.visit_str(self.text()?) })*
    };
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Unfit;

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64
    }

    texts! { deserialize_char deserialize_str deserialize_string deserialize_identifier }

    forward_to_deserialize_any! { i128 u128 f32 f64 bytes byte_buf }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        if let Value::Truth(truth) = self.0 { visitor.visit_bool(*truth) } else { Err(Unfit) }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        if *self.0 == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Fit<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Fit<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Fit<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Fit<V::Value> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        visitor.visit_map(Entries { rest: self.entries()?.iter(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Fit<V::Value> {
        visitor.visit_seq(Fields { whole: self.0, entries: self.entries()?, names: names.iter(), next: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Fit<V::Value> {
        visitor.visit_enum(Variant(self.text()?))
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Fit<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Truth(_) => self.deserialize_bool(visitor),
            Value::Number(_) => self.deserialize_i64(visitor),
            Value::Text(_) => self.deserialize_str(visitor),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }
}

struct Items<'a>(std::slice::Iter<'a, Value>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Unfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Fit<Option<T::Value>> {
        self.0.next().map(|item| seed.deserialize(Reader(item))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The fields of a struct in its own order.
struct Fields<'a> {
    whole: &'a Value,
    entries: &'a [(String, Value)],
    names: std::slice::Iter<'static, &'static str>,
    /// Where the next field probably is: the API writes them in the order of the struct.
    next: usize,
}

impl<'a> Fields<'a> {
    /// The value of the next field; none when it is absent.
    fn find(&mut self) -> Option<&'a Value> {
        let name = *self.names.next()?;
        if name == AROUND {
            return Some(self.whole);
        }
        let is_it = |entry: &&(String, Value)| entry.0 == name;
        if let Some(entry) = self.entries.get(self.next).filter(is_it) {
            self.next += 1;
            return Some(&entry.1);
        }
        let place = self.entries.iter().position(|entry| is_it(&entry))?;
        self.next = place + 1;
        Some(&self.entries[place].1)
    }
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Unfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Fit<Option<T::Value>> {
        match self.find() {
            Some(value) => seed.deserialize(Reader(value)).map(Some),
            // What may be absent is either nothing then, or has a default.
            None => Ok(seed.deserialize(Reader(&Value::Null)).ok()),
        }
    }
}

struct Entries<'a> {
    rest: std::slice::Iter<'a, (String, Value)>,
    value: Option<&'a Value>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Unfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Fit<Option<K::Value>> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = Some(value);
        let name: StrDeserializer<'_, Unfit> = name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Fit<V::Value> {
        seed.deserialize(Reader(self.value.take().ok_or(Unfit)?))
    }
}

/// A variant without content; the API has no others.
struct Variant<'a>(&'a str);

impl<'de> EnumAccess<'de> for Variant<'_> {
    type Error = Unfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Fit<(V::Value, Self)> {
        let name: StrDeserializer<'_, Unfit> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Unfit;

    fn unit_variant(self) -> Fit<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Fit<T::Value> {
        Err(Unfit)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Fit<V::Value> {
        Err(Unfit)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Fit<V::Value> {
        Err(Unfit)
    }
}

#[cfg(test)]
mod tests {
    use crate::from_str;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Good,
        VeryGood,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner {
        name: String,
        count: Option<u8>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        #[serde(rename = "@")]
        inner: Inner,
        kind: Kind,
        scores: [i64; 2],
        #[serde(default)]
        notes: Vec<String>,
        facts: Option<BTreeMap<String, bool>>,
    }

    fn outer() -> Outer {
        Outer {
            inner: Inner { name: "a".into(), count: Some(3) },
            kind: Kind::VeryGood,
            scores: [1, -2],
            notes: Vec::new(),
            facts: Some(BTreeMap::from([("x".into(), true)])),
        }
    }

    #[test]
    fn a_struct_is_read_in_any_order_with_the_one_inside_from_the_same_object() {
        for text in [
            r#"{"name":"a","count":3,"kind":"very_good","scores":[1,-2],"facts":{"x":true}}"#,
            r#"{"facts":{"x":true},"unknown":[{}],"scores":[1,-2],"kind":"very_good","count":3,"notes":[],"name":"a"}"#,
        ] {
            assert_eq!(from_str::<Outer>(text), Some(outer()), "{text}");
        }
    }

    #[test]
    fn what_is_absent_is_nothing_or_its_default() {
        let read = from_str::<Outer>(r#"{"name":"a","kind":"good","scores":[0,0]}"#).unwrap();
        assert_eq!((read.inner.count, read.notes, read.facts), (None, Vec::new(), None));
        assert_eq!(from_str::<Inner>(r#"{"count":1}"#), None);
        assert_eq!(from_str::<Outer>(r#"{"name":"a","kind":"good","scores":[0,0],"notes":null}"#), None);
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for text in [
            r#"{"name":1}"#,
            r#"{"name":"a","count":256}"#,
            r#"{"name":"a","count":-1}"#,
            r#"{"name":"a","count":"1"}"#,
            "[]",
            "null",
        ] {
            assert_eq!(from_str::<Inner>(text), None, "{text}");
        }
        assert_eq!(from_str::<Kind>("\"bad\""), None);
        assert_eq!(from_str::<[i64; 2]>("[1]"), None);
        assert_eq!(from_str::<Option<()>>("null"), Some(None));
    }
}
