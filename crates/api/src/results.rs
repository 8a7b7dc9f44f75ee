//! From a request for figures to the sums behind them; the arithmetic is in `domain::figures`.

pub mod comments;
pub mod completion;
pub mod last;
pub mod period;
pub mod recap;
pub mod series;
pub mod unit;

use domain::figures::VersionInput;
use domain::{Slices, Tally};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::tallies::{Sum, SumKey};

/// Tallies by questionnaire version, with the version they point into.
pub(crate) type Sums<G> = BTreeMap<SumKey<G>, Sum<Tally>>;

/// Counted and, if asked for, excluded sums of each group and version merged.
pub(crate) fn merge_states<G: Ord + Copy>(sums: Sums<G>, include_excluded: bool) -> BTreeMap<(G, i32), Sum<Tally>> {
    let mut merged: BTreeMap<(G, i32), Sum<Tally>> = BTreeMap::new();
    for (key, sum) in sums.into_iter().filter(|(key, _)| include_excluded || !key.excluded) {
        match merged.get_mut(&(key.group, key.questionnaire_id)) {
            Some(known) => known.sum.merge(&sum.sum),
            None => {
                merged.insert((key.group, key.questionnaire_id), sum);
            }
        }
    }
    merged
}

/// How many excluded responses each group has.
pub(crate) fn excluded_in<G: Ord + Copy>(sums: &Sums<G>) -> BTreeMap<G, i64> {
    let mut excluded = BTreeMap::new();
    for (key, sum) in sums.iter().filter(|(key, _)| key.excluded) {
        *excluded.entry(key.group).or_insert(0) += sum.sum.counts.n;
    }
    excluded
}

pub(crate) fn version_input<'a>(version: &'a Arc<store::Version>, tally: Tally, slices: Slices) -> VersionInput<'a> {
    VersionInput { questionnaire: &version.questionnaire, layout: &version.layout, tally, slices }
}
