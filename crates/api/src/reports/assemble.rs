//! The document of a report as it would be frozen now.

use super::respondents::Respondents;
use super::{collection, plan, trend};
use crate::results::recap::{city_changes, city_recap};
use crate::results::unit::{UnitQuery, subject, with_input};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::figures::Figures;
use domain::preparation::{OfficeProfile, ReportTemplate};
use domain::report::{
    Activity, CityFigures, ReplacedReport, ReportDocument, ReportIdentity, ReportPhoto, ReportScope, UnitProfile,
    WordCount, legal_basis,
};
use domain::words::frequent_words;
use domain::{IndexKind, Period, UnitKind};
use store::city::ROOT;
use store::offices::{find_profile, find_round};
use store::pictures::{find_logo, list_photos};
use store::report_templates::newest_template;
use store::reports::{Report, ReportFilter, find_document, list_reports};
use store::tallies::Selection;
use store::units::{Unit, find_unit};
use store::{Conn, StoreError, StoreResult, Versions};

/// More words than a paragraph names say nothing.
const MOST_WORDS: usize = 10;
/// More comments than this are a sample enough for the words in them.
pub(super) const MOST_COMMENTS: i64 = 50_000;

/// A document, and how many responses were stored when it was computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Assembled {
    /// The document.
    pub document: ReportDocument,
    /// Responses of its months and services, excluded ones included.
    pub stored_count: i64,
}

/// Computes the document of a report; the caller's snapshot makes its parts agree.
///
/// # Errors
/// When the database fails.
pub fn assemble(
    conn: &mut Conn<'_>,
    versions: &Versions,
    report: &Report,
    zone: Tz,
    now: DateTime<Utc>,
) -> StoreResult<Assembled> {
    let unit = find_unit(conn, report.unit.1.as_str())?;
    let query = query_of(&unit, report);
    let settings = store::settings::settings_for(conn, report.period.last())?;
    let mut template = template_in_force(conn, &settings.city_name)?;
    if let Some(chosen) = report.edits.outline.as_ref().and_then(|code| template.outline_of(code)) {
        template.outline = chosen;
    }
    let office = find_profile(conn, unit.id)?.body;
    let round = find_round(conn, unit.id, report.period)?.body;
    let subject = subject(conn, &query.unit, query.service.as_deref(), query.subtree)?;
    let (figures, services) =
        with_input(conn, versions, &query, &subject, |input| (input.figures(), input.service_elements()))?;
    let selection = Selection {
        services: subject.services.iter().map(|(_, service)| service.id).collect(),
        from: report.period.first(),
        to: report.period.last(),
    };
    let respondents = Respondents::read(conn, versions, &selection, &settings)?;
    let comments = store::comments::list_comments(conn, &selection, None, None, MOST_COMMENTS)?;

    let name = subject.services.first().map(|(_, service)| service.name.clone()).unwrap_or_default();
    let identity = identity(&unit, report, name, &settings.city_name, &respondents, zone, now);
    let mut document =
        ReportDocument::new(identity, letterhead(conn, &unit, office, &template)?, template.outline, figures);
    document.identity.services_given =
        i64::try_from(subject.services.iter().filter(|(_, service)| service.active).count()).unwrap_or(i64::MAX);
    document.identity.replaces = replaced(conn, report)?;
    document.services = services;
    document.trends = if document.identity.scope == ReportScope::City {
        document.stand_on_units(CityFigures {
            recap: city_recap(conn, versions, report.period, false)?,
            changes: city_changes(conn, versions, report.period)?,
        });
        trend::city_trends(conn, versions, unit.id, (report.period, trend::MONTHS))?
    } else {
        trend::trends(conn, versions, &query, unit.id)?
    };
    document.alphas = respondents.alphas();
    document.free_service_fee =
        subject.services.iter().any(|(_, service)| service.free).then_some(settings.u4_layanan_gratis);
    document.public_minimum_n = Some(settings.public_minimum_n);
    document.brand_color = settings.own_brand_color();
    document.quality = collection::quality(conn, versions, &query, unit.id, &respondents, zone)?;
    document.activities = round.activities.iter().map(activity).collect();
    document.forum_on = round.forum.map(|forum| forum.date.to_string());
    document.published_at = round.published_at;
    document.legal_basis = template.legal_basis;
    if !has_integrity(&document.figures) {
        // What is shipped for IPKP and IPAK alone is not the basis of a report without them.
        let [all, without] = [true, false].map(legal_basis);
        document.legal_basis.retain(|title| !all.contains(title) || without.contains(title));
    }
    document.plan = report.edits.plan.clone().unwrap_or_else(|| plan::start(&document, report.period));
    document.last_plan = plan::last(conn, report)?;
    document.comments_n = i64::try_from(comments.len()).unwrap_or(i64::MAX);
    document.words = words(comments.iter().map(|comment| comment.body.as_str()));
    document.comments.clone_from(&report.edits.comments);
    document.photos = list_photos(conn, unit.id, report.period)?.iter().map(photo).collect();
    if document.identity.scope != ReportScope::City {
        // The city's answers stand in the reports of its units.
        document.sheets = respondents.sheets(report.id);
    }
    document.write_texts(&report.edits.section_texts());
    Ok(Assembled { document, stored_count: super::late::stored_count(conn, versions, &selection)? })
}

/// The report that a revision takes the place of.
fn replaced(conn: &mut Conn<'_>, report: &Report) -> StoreResult<Option<ReplacedReport>> {
    if report.revision < 2 {
        return Ok(None);
    }
    let filter = ReportFilter { units: Some(vec![report.unit.0]), period: Some(report.period), state: None };
    let known = list_reports(conn, &filter, None, i64::MAX)?.into_iter();
    let mut before = known.filter(|known| known.service == report.service && known.revision + 1 == report.revision);
    let Some(before) = before.next() else { return Ok(None) };
    let document = super::read_document(&before, &find_document(conn, before.id)?)?;
    Ok(Some(ReplacedReport { code: before.code.to_string(), dated: document.identity.dated }))
}

/// What the city prints around its figures.
pub(crate) fn template_in_force(conn: &mut Conn<'_>, city_name: &str) -> StoreResult<ReportTemplate> {
    let own = newest_template(conn)?.map(|version| version.template);
    let template = own.or_else(|| ReportTemplate::shipped(city_name));
    template.ok_or_else(|| StoreError::Damaged("the program came without an outline".to_owned()))
}

/// What a report's figures are asked by: of the city with all that lies below it.
pub(super) fn query_of(unit: &Unit, report: &Report) -> UnitQuery {
    UnitQuery {
        unit: unit.code.to_string(),
        service: report.service.as_ref().map(|(_, code)| code.to_string()),
        subtree: unit.kind == UnitKind::Kota && report.service.is_none(),
        period: report.period,
        include_excluded: false,
    }
}

fn has_integrity(figures: &Figures) -> bool {
    figures.indices.iter().any(|index| index.summary.index != IndexKind::Ikm)
}

fn identity(
    unit: &Unit,
    report: &Report,
    service_name: String,
    city_name: &str,
    respondents: &Respondents,
    zone: Tz,
    now: DateTime<Utc>,
) -> ReportIdentity {
    let scope = match &report.service {
        Some((_, code)) => ReportScope::Service { code: code.to_string(), name: service_name },
        None if unit.kind == UnitKind::Kota => ReportScope::City,
        None => ReportScope::Unit,
    };
    let (first_day, last_day) = respondents.days(report.period, zone);
    let dated = report.edits.dated.unwrap_or_else(|| now.with_timezone(&zone).date_naive());
    ReportIdentity {
        report_id: report.id.to_string(),
        revision: u32::try_from(report.revision).unwrap_or(1),
        scope,
        unit_code: unit.code.to_string(),
        unit_name: unit.name.clone(),
        unit_kind: unit.kind,
        city_name: city_name.to_owned(),
        dated: dated.to_string(),
        first_day: first_day.to_string(),
        last_day: last_day.to_string(),
        replaces: None,
        services_given: 0,
    }
}

pub(super) fn letterhead(
    conn: &mut Conn<'_>,
    unit: &Unit,
    office: OfficeProfile,
    template: &ReportTemplate,
) -> StoreResult<UnitProfile> {
    // A unit without a logo of its own bears the city's.
    let logo = match find_logo(conn, unit.id)? {
        Some(own) => Some(own),
        None => {
            let city = find_unit(conn, ROOT)?.id;
            find_logo(conn, city)?
        }
    };
    let street = office.address.clone();
    let address = [Some(office.address), office.phone, office.email, office.website];
    let address: Vec<String> = address.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    Ok(UnitProfile {
        government: template.government.clone(),
        address: address.join(", "),
        street,
        place: if office.place.is_empty() { template.place.clone() } else { office.place },
        logo: logo.map(hex::encode),
        signatory: office.head,
    })
}

fn activity(activity: &domain::preparation::RoundActivity) -> Activity {
    let day = |day: chrono::NaiveDate| texts::format::full_day(&day.to_string(), texts::Language::Indonesian);
    let time = if activity.from == activity.to {
        day(activity.from)
    } else {
        format!("{} s.d. {}", day(activity.from), day(activity.to))
    };
    Activity { name: activity.activity.clone(), time, working_days: activity.working_days.into() }
}

fn photo(photo: &store::pictures::Photo) -> ReportPhoto {
    ReportPhoto { sha256: hex::encode(photo.picture), caption: photo.caption.clone() }
}

fn words<'a>(comments: impl Iterator<Item = &'a str>) -> Vec<WordCount> {
    frequent_words(comments, MOST_WORDS)
        .into_iter()
        .map(|word| WordCount { word: word.word, n: word.comments })
        .collect()
}

/// The period of a report in the city's days.
pub(super) fn days_of(period: Period) -> (chrono::NaiveDate, chrono::NaiveDate) {
    (period.first().first_day(), period.last().last_day())
}
