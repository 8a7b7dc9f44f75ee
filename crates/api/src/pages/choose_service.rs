//! The service first, where it decides what is asked.

use super::frame::Frame;
use super::scripts::Scripts;
use super::survey_page::{Choice, pick, service_choices};
use askama::Template;
use contract::survey::Survey;
use texts::survey::SurveyText;

/// The page.
#[derive(Template)]
#[template(path = "choose_service.html", whitespace = "minimize")]
pub struct ChooseServicePage<'a> {
    frame: Frame,
    link: &'a str,
    unit: &'a str,
    page_title: String,
    title: &'a str,
    notice: String,
    services: Vec<Choice<'a>>,
    scripts: Option<Scripts>,
}

impl<'a> ChooseServicePage<'a> {
    /// The page of a survey.
    pub fn new(frame: Frame, survey: &'a Survey) -> Self {
        let (language, unit) = (frame.language, survey.unit.name.as_str());
        Self {
            link: &survey.link,
            unit,
            page_title: SurveyText::PageTitle.filled(language, &[("unit", unit)]),
            title: pick(&survey.title, language),
            notice: SurveyText::Notice.filled(language, &[("unit", unit)]),
            services: service_choices(survey, None, language),
            scripts: Scripts::of(survey),
            frame,
        }
    }
}
