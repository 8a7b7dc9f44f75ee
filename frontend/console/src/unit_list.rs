//! The units a user may see, for trees and choices.

use contract::{Unit, UnitPage};
use dom::prelude::*;
use std::collections::BTreeMap;
use ui::{Remote, use_whole};

/// All of them, in tree order.
pub(crate) fn use_units() -> Remote<UnitPage> {
    use_whole(|| Some("/units".to_owned()))
}

/// Code and name of each, for a choice; those below others stand in.
pub(crate) fn choices(units: &[Unit]) -> Vec<(String, String)> {
    let depths = depths(units);
    let indent = |unit: &Unit| "\u{2003}".repeat(depths.get(unit.code.as_str()).copied().unwrap_or(0));
    let serving = units.iter().filter(|unit| unit.active);
    serving.map(|unit| (unit.code.clone(), format!("{}{}", indent(unit), unit.name))).collect()
}

/// The same as a signal, read from the API; empty until it is there.
pub(crate) fn unit_choices() -> Memo<Vec<(String, String)>> {
    let units = use_units();
    memo(move || units.value().map(|page| choices(&page.items)).unwrap_or_default())
}

/// How deep each unit lies below the first ones.
pub(crate) fn depths(units: &[Unit]) -> BTreeMap<&str, usize> {
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in units {
        let above = unit.parent.as_deref().and_then(|parent| depths.get(parent)).map_or(0, |depth| depth + 1);
        depths.insert(&unit.code, above);
    }
    depths
}
