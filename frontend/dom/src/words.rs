//! Values that are either fixed or follow signals.

use crate::calls::{Say, Tell};
use crate::live::part;
use crate::node::{Node, fragment};
use signals::{Memo, RwSignal};
use std::borrow::Cow;
use std::rc::Rc;

/// What is said: fixed, or following signals. It may be nothing, and then what would carry it is left away.
///
/// Made from a text, an `Option` of one, a signal of either, or a closure that answers either.
#[derive(Clone, Default)]
pub enum Words {
    /// Nothing to say.
    #[default]
    Nothing,
    /// Always the same.
    Fixed(Cow<'static, str>),
    /// Follows the signals that it reads.
    Live(Rc<dyn Say>),
}

impl Words {
    /// What is said now; who calls this in a live part follows it.
    pub fn get(&self) -> Option<String> {
        match self {
            Self::Nothing => None,
            Self::Fixed(words) => Some(words.clone().into_owned()),
            Self::Live(words) => words.say(),
        }
    }

    /// The same, empty for nothing.
    pub fn text(&self) -> String {
        self.get().unwrap_or_default()
    }

    /// What is said at this moment, without following it.
    pub fn now(&self) -> String {
        signals::untrack(|| self.text())
    }

    /// A part that stands while there is something to say.
    pub fn part(self, make: impl Fn(&str) -> Node + 'static) -> Node {
        self.made(Box::new(make))
    }

    fn made(self, make: Box<dyn Fn(&str) -> Node>) -> Node {
        match self {
            Self::Nothing => fragment(),
            Self::Fixed(words) => make(&words),
            Self::Live(words) => part(Box::new(move || words.say().map(|words| make(&words)))),
        }
    }
}

/// What a closure may answer to be [`Words`].
pub trait Said {
    /// The text, if there is one.
    fn said(self) -> Option<String>;
}

impl Said for &'static str {
    fn said(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl Said for String {
    fn said(self) -> Option<String> {
        Some(self)
    }
}

impl<S: Said> Said for Option<S> {
    fn said(self) -> Option<String> {
        self.and_then(S::said)
    }
}

impl From<&'static str> for Words {
    fn from(words: &'static str) -> Self {
        Self::Fixed(words.into())
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self::Fixed(words.into())
    }
}

impl<W: Into<Self>> From<Option<W>> for Words {
    fn from(words: Option<W>) -> Self {
        words.map_or(Self::Nothing, W::into)
    }
}

impl<S: Said, F: Fn() -> S + 'static> From<F> for Words {
    fn from(words: F) -> Self {
        Self::Live(Rc::new(words))
    }
}

impl<T: Said + Clone + 'static> From<RwSignal<T>> for Words {
    fn from(words: RwSignal<T>) -> Self {
        Self::from(move || words.get())
    }
}

impl<T: Said + Clone + 'static> From<Memo<T>> for Words {
    fn from(words: Memo<T>) -> Self {
        Self::from(move || words.get())
    }
}

/// Whether something is so: fixed, or following signals. Made from a `bool`, a signal, or a closure.
#[derive(Clone)]
pub enum Flag {
    /// Always the same.
    Fixed(bool),
    /// Follows the signals that it reads.
    Live(Rc<dyn Tell>),
}

impl Flag {
    /// Whether it is so now; who calls this in a live part follows it.
    pub fn get(&self) -> bool {
        match self {
            Self::Fixed(on) => *on,
            Self::Live(on) => on.tell(),
        }
    }

    /// Whether it is so at this moment, without following it.
    pub fn now(&self) -> bool {
        signals::untrack(|| self.get())
    }
}

impl Default for Flag {
    fn default() -> Self {
        Self::Fixed(false)
    }
}

impl From<bool> for Flag {
    fn from(on: bool) -> Self {
        Self::Fixed(on)
    }
}

impl<F: Fn() -> bool + 'static> From<F> for Flag {
    fn from(on: F) -> Self {
        Self::Live(Rc::new(on))
    }
}

impl From<RwSignal<bool>> for Flag {
    fn from(on: RwSignal<bool>) -> Self {
        Self::from(move || on.get())
    }
}

impl From<Memo<bool>> for Flag {
    fn from(on: Memo<bool>) -> Self {
        Self::from(move || on.get())
    }
}
