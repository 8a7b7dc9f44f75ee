//! A small city: `dinas-a` with `uptd-a` below it, and `dinas-b` beside them.

use crate::support::TestApp;
use domain::{Code, UnitKind};
use store::units::{NewUnit, create_unit};

/// Enters the units.
pub fn plant(app: &TestApp) {
    let now = app.clock.now();
    let units = [
        ("dinas-a", UnitKind::PerangkatDaerah, store::city::ROOT),
        ("uptd-a", UnitKind::Uptd, "dinas-a"),
        ("dinas-b", UnitKind::PerangkatDaerah, store::city::ROOT),
    ];
    let planting = move |conn: &mut store::WriteConn<'_>| {
        for (code, kind, parent) in units {
            let code = Code::parse(code).unwrap();
            let parent = Some(Code::parse(parent).unwrap());
            create_unit(conn, &NewUnit { name: code.to_string(), code, kind, parent, obliged: true }, now)?;
        }
        Ok(())
    };
    app.db.write_blocking(planting).unwrap();
}
