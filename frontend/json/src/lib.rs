//! Reads the JSON of the API into its bodies with little code: for the browser, where every reader is loaded by everyone.
//!
//! A text becomes a [`Value`], a value becomes a body. What makes it small: an error says nothing but that it does not fit
//! (the screen says the same sentence whatever it was), and a struct is read field by field in its own order, where
//! `serde_json` goes by the order of the text and must expect each field anywhere, twice, or not at all. Whole numbers are
//! all that the API has; a fraction does not fit.
//!
//! A struct that is flattened into another is the field [`AROUND`] here, since what serde makes of `flatten` reads
//! everything inside a second time, with code of its own.

mod access;
mod parse;
mod read;

pub use read::Unfit;

use serde::de::DeserializeOwned;

/// The name of a field that is read from the object around it: `#[cfg_attr(target_arch = "wasm32", serde(rename = "@"))]`
/// in place of `serde(flatten)`.
pub const AROUND: &str = "@";

/// A text of JSON, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Names with their values, in the order of the text.
    Object(Vec<(String, Self)>),
}

impl Value {
    /// Takes a text apart; none for what is no JSON, or has fractions.
    pub fn parse(text: &str) -> Option<Self> {
        parse::parse(text)
    }

    /// The value of a name, taken out of an object.
    pub fn take(&mut self, name: &str) -> Option<Self> {
        let Self::Object(entries) = self else { return None };
        let entry = entries.iter_mut().find(|(known, _)| known == name)?;
        Some(std::mem::replace(&mut entry.1, Self::Null))
    }

    /// Reads a body.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        T::deserialize(read::Reader(self)).ok()
    }
}

/// Reads a body from a text.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Option<T> {
    Value::parse(text)?.read()
}
