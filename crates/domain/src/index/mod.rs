//! The index of a tally.
//!
//! # Formula
//! With S_u the sum of the scores given to the items of element u and n_u the number of those answers, the element mean is
//! R_u = S_u ÷ n_u, the index Σ_u w_u·R_u on 1–4, the converted value 25 times that on 25–100 (PermenPANRB 14/2017, chapter
//! on processing). All of it is exact; each printed number is rounded once, half-up, and the grade follows from the printed
//! converted value. An element without any answer drops out, and the weight becomes 1/k.

mod exact;
mod figure;
mod plan;
mod rollup;
mod sums;
mod weight;

pub use figure::{ElementFigure, IndexFigure, UnansweredElement};
pub use plan::IndexPlan;
pub(crate) use rollup::mean;
pub use rollup::{MeanFigure, Standing, mean_of_printed};
pub use sums::{CrossSums, ElementSums, IndexSums};
pub use weight::{Weight, Weights};
