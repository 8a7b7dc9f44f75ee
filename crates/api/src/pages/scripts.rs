//! The application that takes a survey page over: where its parts lie, and the data that it needs.

use crate::bundles;
use contract::survey::Survey;

/// What a page loads and carries for the application. Where the bundles were not built there is none, and the page is the
/// plain form alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scripts {
    /// Hides all but the first question until the application is there.
    pub enter: String,
    /// Ties the application to the browser.
    pub glue: String,
    /// Starts the application.
    pub start: String,
    /// The survey as JSON, fit to stand in HTML; empty where there is nothing to answer.
    pub data: String,
}

impl Scripts {
    /// The application with its data.
    pub fn of(survey: &Survey) -> Option<Self> {
        Some(Self { data: embeddable(&serde_json::to_string(survey).ok()?), ..Self::without_survey()? })
    }

    /// The application on a page without a survey: it delivers what still waits on the device.
    pub fn without_survey() -> Option<Self> {
        Some(Self {
            enter: bundles::address("enter.js")?,
            glue: bundles::address("survey.js")?,
            start: bundles::address("start-survey.js")?,
            data: String::new(),
        })
    }
}

/// JSON in which no text can end the element it stands in.
fn embeddable(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::embeddable;

    #[test]
    fn no_text_ends_the_element_and_all_of_it_comes_back() {
        let text = "</script><!-- <b> & \"";
        let json = serde_json::to_string(text).unwrap();
        assert!(!embeddable(&json).contains('<'));
        assert_eq!(serde_json::from_str::<String>(&embeddable(&json)).unwrap(), text);
    }
}
