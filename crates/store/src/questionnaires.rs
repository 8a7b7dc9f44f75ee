//! Questionnaire versions: stored once, never changed, kept in memory.

use crate::connection::{AnyConnection, Conn, on_each};
use crate::error::{StoreError, StoreResult};
use crate::schema::questionnaires;
use crate::time;
use diesel::prelude::*;
use domain::{Layout, Questionnaire};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// One stored version with the layout of its tallies.
#[derive(Debug)]
pub struct Version {
    /// Its key in the database.
    pub id: i32,
    /// The questionnaire.
    pub questionnaire: Questionnaire,
    /// What its tallies keep.
    pub layout: Layout,
}

/// Every version by id; a version never changes, so what is known stays true.
#[derive(Debug, Default)]
pub struct Versions(RwLock<BTreeMap<i32, Arc<Version>>>);

impl Versions {
    /// The version of this id.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is none.
    pub fn get(&self, conn: &mut Conn<'_>, id: i32) -> StoreResult<Arc<Version>> {
        if let Some(version) = self.known(id) {
            return Ok(version);
        }
        self.load(conn)?;
        self.known(id).ok_or(StoreError::NotFound("questionnaire"))
    }

    /// The version of this id, if it was loaded before.
    pub fn known(&self, id: i32) -> Option<Arc<Version>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Every loaded version in the order of ids.
    pub fn all(&self) -> Vec<Arc<Version>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// The version of a code and number, or the newest of the code.
    pub fn find(&self, code: &str, number: Option<u16>) -> Option<Arc<Version>> {
        let matching = |version: &Arc<Version>| {
            let questionnaire = &version.questionnaire;
            questionnaire.code.as_str() == code && number.is_none_or(|number| number == questionnaire.version)
        };
        self.all().into_iter().filter(matching).max_by_key(|version| version.questionnaire.version)
    }

    /// Loads what is not yet known.
    ///
    /// # Errors
    /// When a stored questionnaire cannot be read.
    pub fn load(&self, conn: &mut Conn<'_>) -> StoreResult<()> {
        let rows: Vec<(i32, String)> = questionnaires::table
            .select((questionnaires::id, questionnaires::body))
            .order(questionnaires::id)
            .load(conn.0)?;
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (id, body) in rows {
            if let std::collections::btree_map::Entry::Vacant(entry) = known.entry(id) {
                let questionnaire: Questionnaire = serde_json::from_str(&body)
                    .map_err(|error| StoreError::Damaged(format!("questionnaire {id}: {error}")))?;
                let layout = Layout::of(&questionnaire);
                entry.insert(Arc::new(Version { id, questionnaire, layout }));
            }
        }
        Ok(())
    }
}

/// Stores the questionnaires that come with the program, where they are not yet there.
pub(crate) fn store_shipped(conn: &mut AnyConnection) -> StoreResult<()> {
    let shipped = domain::questionnaire::shipped().map_err(|error| StoreError::Damaged(error.to_string()))?;
    let known: Vec<(String, i32)> =
        questionnaires::table.select((questionnaires::code, questionnaires::version)).load(conn)?;
    for questionnaire in shipped {
        let key = (questionnaire.code.to_string(), i32::from(questionnaire.version));
        if !known.contains(&key) {
            insert(conn, &questionnaire)?;
        }
    }
    Ok(())
}

/// A questionnaire as its row keeps it.
fn insert(conn: &mut AnyConnection, questionnaire: &Questionnaire) -> StoreResult<()> {
    let body = serde_json::to_string(questionnaire).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let row = (
        questionnaires::code.eq(questionnaire.code.as_str()),
        questionnaires::version.eq(i32::from(questionnaire.version)),
        questionnaires::body.eq(body),
        questionnaires::created_at.eq(time::stored(chrono::Utc::now())),
    );
    // Two replicas may start at once.
    on_each!(conn, c => diesel::insert_into(questionnaires::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}
