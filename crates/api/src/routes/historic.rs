//! Figures that were published before this system.

pub mod delete_historic_point;
pub mod import_historic_points;
pub mod list_historic_points;
pub mod put_historic_point;

use crate::clock::rfc3339;
use contract::{EnteredHistoricPoint, HistoricPoints};
use store::historic::EnteredPoint;

fn body(unit: String, points: Vec<EnteredPoint>) -> HistoricPoints {
    let points = points.into_iter().map(|entered| EnteredHistoricPoint {
        point: entered.point,
        entered_by: entered.entered_by,
        entered_at: rfc3339(entered.entered_at),
    });
    HistoricPoints { unit, points: points.collect() }
}
