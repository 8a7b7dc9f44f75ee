//! What each role finds in the menu: screens that exist, and no others.

use contract::{Role, User};
use texts::shell::ShellText;
use ui::Glyph;

/// One entry.
pub(crate) struct Entry {
    pub(crate) text: ShellText,
    pub(crate) glyph: Glyph,
    pub(crate) href: String,
}

impl Entry {
    fn new(text: ShellText, glyph: Glyph, href: impl Into<String>) -> Self {
        Self { text, glyph, href: href.into() }
    }

    /// How the page at an address stands to this entry, as `aria-current` says it.
    pub(crate) fn current(&self, path: &str) -> Option<&'static str> {
        let around = || self.glyph == Glyph::Report && path.split('/').any(|part| AROUND_REPORTS.contains(&part));
        if path == self.href { Some("page") } else { around().then_some("true") }
    }
}

/// Parts of addresses that belong to the reports.
const AROUND_REPORTS: [&str; 6] = ["reports", "report-jobs", "template", "profile", "rounds", "historic"];

/// The code of the city itself, the root of the units.
pub(crate) const CITY: &str = "kota";

/// The unit whose figures a user lands on.
pub(crate) fn own_unit(user: &User) -> String {
    user.unit.clone().unwrap_or_else(|| CITY.to_owned())
}

/// The address of a unit's overview.
pub(crate) fn unit_address(unit: &str) -> String {
    format!("/console/units/{unit}")
}

/// The menu of a user.
pub(crate) fn entries(user: &User) -> Vec<Entry> {
    let unit = unit_address(&own_unit(user));
    match user.role {
        Role::Administrator => vec![
            Entry::new(ShellText::MenuCity, Glyph::City, "/console/city"),
            Entry::new(ShellText::MenuOverview, Glyph::Overview, unit),
            Entry::new(ShellText::MenuReports, Glyph::Report, "/console/reports"),
            Entry::new(ShellText::MenuUnits, Glyph::Units, "/console/units"),
            Entry::new(ShellText::MenuAccounts, Glyph::Users, "/console/accounts"),
            Entry::new(ShellText::MenuKeys, Glyph::Key, "/console/keys"),
        ],
        Role::Operator => vec![
            Entry::new(ShellText::MenuOverview, Glyph::Overview, unit.clone()),
            Entry::new(ShellText::MenuComments, Glyph::Comments, format!("{unit}/comments")),
            Entry::new(ShellText::MenuLinks, Glyph::QrCode, format!("{unit}/links")),
            Entry::new(ShellText::MenuReports, Glyph::Report, format!("{unit}/reports")),
        ],
    }
}

/// Where a user lands.
pub(crate) fn home(user: &User) -> String {
    entries(user).into_iter().next().map_or_else(|| unit_address(CITY), |entry| entry.href)
}
