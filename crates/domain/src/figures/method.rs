//! The choices behind figures, named beside them.

use super::{Method, QuestionnaireUsed};
use crate::{CitySettings, Code, Questionnaire};
use std::collections::BTreeMap;

/// The method of figures that rest on these questionnaire versions, each with its responses.
pub(super) fn method<'a>(
    settings: &CitySettings,
    versions: impl Iterator<Item = (&'a Questionnaire, i64)>,
    excluded_counted: bool,
) -> Method {
    let mut used: BTreeMap<(&Code, u16), QuestionnaireUsed> = BTreeMap::new();
    for (questionnaire, n) in versions.filter(|(_, n)| *n > 0) {
        let grouping = questionnaire.grouping(settings.grouping_of(&questionnaire.code));
        let entry = used.entry((&questionnaire.code, questionnaire.version)).or_insert_with(|| QuestionnaireUsed {
            code: questionnaire.code.to_string(),
            version: questionnaire.version,
            grouping: grouping.map_or_else(String::new, |grouping| grouping.code.to_string()),
            n: 0,
        });
        entry.n += n;
    }
    Method {
        weight: settings.weight.code().to_owned(),
        unit_dari_layanan: settings.unit_dari_layanan.code().to_owned(),
        questionnaires: used.into_values().collect(),
        excluded_counted,
    }
}
