//! Counters that many write to: a count is added to the row of its key.

/// Adds counts to a table's column by its key. The rows come in the order of their keys, so that replicas wait for each other
/// and never in a circle.
macro_rules! add_counts {
    ($conn:expr, $table:ident, $key:expr, $count:ident, $rows:expr) => {{
        let (rows, key, count) = ($rows, $key, $table::$count);
        let sum = count.eq(count + diesel::upsert::excluded(count));
        match $conn.raw() {
            $crate::connection::AnyConnection::Sqlite(conn) => {
                for row in rows {
                    diesel::insert_into($table::table)
                        .values(row)
                        .on_conflict(key)
                        .do_update()
                        .set(sum)
                        .execute(conn)?;
                }
            }
            // One statement for many: each costs a round trip.
            $crate::connection::AnyConnection::Postgres(conn) => {
                for rows in rows.chunks($crate::connection::WRITTEN_AT_ONCE) {
                    diesel::insert_into($table::table)
                        .values(rows.to_vec())
                        .on_conflict(key)
                        .do_update()
                        .set(sum)
                        .execute(conn)?;
                }
            }
        }
    }};
}
pub(crate) use add_counts;
