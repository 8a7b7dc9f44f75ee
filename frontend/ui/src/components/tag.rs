//! A state as a word.

use super::Tone;
use dom::{Node, Words, el};

/// A state as a word on its hue.
pub fn tag(tone: Tone, words: impl Into<Words>) -> Node {
    el("span", &format!("tag {}", tone.class())).child(words.into())
}
