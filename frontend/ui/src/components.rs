//! The parts that every screen of the console is made of; `/console/_ui` shows each in every state.

pub mod button;
pub mod card;
pub mod chip;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod grade_badge;
pub mod icon;
pub mod loaded;
pub mod meter;
pub mod notice;
pub mod page_head;
pub mod select;
pub mod skeleton;
pub mod table;
pub mod tag;

pub use button::{Button, ButtonKind, LinkButton};
pub use card::Card;
pub use chip::{Chip, Chips};
pub use dialog::Dialog;
pub use empty::Empty;
pub use field::{Field, FieldKind};
pub use grade_badge::GradeBadge;
pub use icon::{Glyph, Icon};
pub use loaded::Loaded;
pub use meter::Meter;
pub use notice::{Notice, Tone};
pub use page_head::PageHead;
pub use select::Select;
pub use skeleton::Skeleton;
pub use table::{Column, Row, Sort, Table};
pub use tag::Tag;
