//! How a round of the survey was carried out.

use super::{Defect, Defects};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One line of the table "Waktu Pelaksanaan".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "activity": "Pengumpulan data", "from": "2026-07-06", "to": "2026-09-18", "working_days": 53
})))]
#[serde(deny_unknown_fields)]
pub struct RoundActivity {
    /// Kegiatan.
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 200))]
    pub activity: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Jumlah hari kerja, as the unit counts them: the program knows no holidays.
    #[cfg_attr(feature = "schema", schema(minimum = 0, maximum = 366))]
    pub working_days: u16,
}

/// The Forum Konsultasi Publik, in which results and plan were discussed with the public.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({"date": "2026-10-08", "place": "Aula Kelurahan Kuin Utara"})))]
#[serde(deny_unknown_fields)]
pub struct PublicForum {
    /// The day.
    pub date: NaiveDate,
    /// Where.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_length = 200))]
    pub place: String,
}

/// What a unit tells of a period's round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(example = json!({
    "activities": [{"activity": "Pengumpulan data", "from": "2026-07-06", "to": "2026-09-18", "working_days": 53}],
    "forum": {"date": "2026-10-08", "place": "Aula Kelurahan Kuin Utara"}, "published_at": ["Papan pengumuman kelurahan"]
})))]
#[serde(deny_unknown_fields)]
pub struct RoundDetails {
    /// The table of activities, in its order.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_items = 30))]
    pub activities: Vec<RoundActivity>,
    /// The Forum Konsultasi Publik; null while there was none.
    #[serde(default)]
    pub forum: Option<PublicForum>,
    /// Where the result is published: the notice board, the unit's site.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false, max_items = 20))]
    pub published_at: Vec<String>,
}

impl RoundDetails {
    /// What cannot be printed; nothing when all can.
    pub fn check(&self) -> Vec<Defect> {
        let mut defects = Defects::default();
        defects.count("/activities", self.activities.len(), 30);
        for (at, line) in self.activities.iter().enumerate() {
            defects.line(format!("/activities/{at}/activity"), &line.activity, 1, 200);
            check_day(&mut defects, &format!("/activities/{at}/from"), line.from);
            check_day(&mut defects, &format!("/activities/{at}/to"), line.to);
            let days = (line.to - line.from).num_days() + 1;
            if days < 1 {
                defects.push(format!("/activities/{at}/to"), "before_from", line.to, "a day not before `from`");
            } else if i64::from(line.working_days) > days {
                let accepted = format!("0 to {days}, the days from {} to {}", line.from, line.to);
                defects.push(format!("/activities/{at}/working_days"), "out_of_range", line.working_days, accepted);
            }
        }
        if let Some(forum) = &self.forum {
            check_day(&mut defects, "/forum/date", forum.date);
            defects.line("/forum/place", &forum.place, 0, 200);
        }
        defects.count("/published_at", self.published_at.len(), 20);
        for (at, place) in self.published_at.iter().enumerate() {
            defects.line(format!("/published_at/{at}"), place, 1, 200);
        }
        defects.0
    }
}

/// A date is also a date for every reader of the database: no year −5.
pub(super) fn check_day(defects: &mut Defects, at: &str, day: NaiveDate) {
    let years = chrono::Datelike::year(&day);
    if !(2000..=2100).contains(&years) {
        defects.push(at, "out_of_range", day, "a day from 2000-01-01 to 2100-12-31");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_fit_between_the_dates() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let line = |from: &str, to: &str, working_days| RoundActivity {
            activity: "Pengumpulan data".to_owned(),
            from: day(from),
            to: day(to),
            working_days,
        };
        let pointers = |line| {
            let details = RoundDetails { activities: vec![line], ..RoundDetails::default() };
            details.check().into_iter().map(|defect| defect.pointer).collect::<Vec<_>>()
        };
        assert!(pointers(line("2026-07-06", "2026-07-06", 1)).is_empty());
        assert_eq!(pointers(line("2026-07-06", "2026-07-06", 2)), ["/activities/0/working_days"]);
        assert_eq!(pointers(line("2026-07-06", "2026-07-05", 0)), ["/activities/0/to"]);
        assert_eq!(pointers(line("1999-07-06", "2026-07-05", 0)), ["/activities/0/from"]);
    }
}
