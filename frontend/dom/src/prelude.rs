//! What a screen is written with: `use dom::prelude::*`.

pub use crate::{Flag, Node, Words, el, fragment, live, show, spawn_local, svg, text};
pub use signals::{Memo, RwSignal, effect, memo};
