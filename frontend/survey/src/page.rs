//! The page as the server sent it: its data, what is already chosen in its form, and the moment of taking over.

use crate::js::{Js, sleep};
use crate::js::{document, window};
use survey_logic::{Session, Step, Survey};
use texts::Language;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, UrlSearchParams};

/// What a page carries.
pub(crate) struct Page {
    /// The survey as JSON, as it is kept with a draft.
    pub(crate) text: String,
    /// The survey.
    pub(crate) survey: Survey,
    /// What stands on the page until the application does.
    form: Element,
    /// Where the application is put.
    pub(crate) place: HtmlElement,
    /// True when the survey closed meanwhile, and the page came back for what lies on the device.
    pub(crate) closed: bool,
}

impl Page {
    /// Reads the page; none where it carries no survey.
    pub(crate) fn read() -> Option<Self> {
        let text = document().get_element_by_id("survey-data")?.text_content()?;
        let survey = Survey::read(&Js::parse(&text)?)?;
        let form = document().get_element_by_id("page")?;
        let place = document().get_element_by_id("app")?.dyn_into().ok()?;
        let closed = root().is_some_and(|root| root.has_attribute("data-closed"));
        Some(Self { text, survey, form, place, closed })
    }

    /// Fills a session with what was chosen before the application came.
    pub(crate) fn fill(&self, session: &mut Session) {
        session.service = query().and_then(|query| query.get("service")).filter(|code| self.has_service(code));
        let Ok(inputs) = self.form.query_selector_all("input:checked, textarea") else { return };
        for place in 0..inputs.length() {
            let Some(node) = inputs.get(place) else { continue };
            match node.dyn_into::<HtmlInputElement>() {
                Ok(input) => self.fill_one(session, &input.name(), &input.value()),
                Err(node) => {
                    session.comment = node.dyn_into::<HtmlTextAreaElement>().map_or(String::new(), |a| a.value())
                }
            }
        }
    }

    fn fill_one(&self, session: &mut Session, name: &str, value: &str) {
        if name == "service" {
            session.service = Some(value.to_owned()).filter(|code| self.has_service(code));
        } else if let Some(question) = name.strip_prefix("profile.") {
            // The form marks "Tidak menjawab" from the start; only an option is an answer.
            if !value.is_empty() {
                session.choose(question, Some(value));
            }
        } else if let Some(question) = name.strip_prefix("consent.") {
            session.consent(question, true);
        } else if let Ok(score @ 1..=4) = value.parse() {
            session.set_score(name, Some(score));
        }
    }

    fn has_service(&self, code: &str) -> bool {
        self.survey.services.iter().any(|service| service.code == code)
    }

    /// The step that the form begins with: the address may name the service already.
    pub(crate) fn first_step(&self) -> Step {
        let asks_service = self.form.query_selector("#service").is_ok_and(|part| part.is_some());
        if asks_service { Step::Service } else { Step::Item(0) }
    }

    /// True when more about the survey was unfolded.
    pub(crate) fn is_unfolded(&self) -> bool {
        self.form.query_selector("details[open]").is_ok_and(|details| details.is_some())
    }

    /// Waits until no finger is on the page: a tap must not begin on the form and end on the application.
    pub(crate) async fn quiet(&self) {
        while root().is_some_and(|root| root.get_attribute("data-press").as_deref() == Some("pointerdown")) {
            sleep(50).await;
        }
    }

    /// Puts the application into the place of the form, in one frame. True when the form had the focus.
    pub(crate) fn swap(&self) -> bool {
        let focused = document().active_element();
        let inside = focused.is_some_and(|element| self.form.contains(Some(&element)));
        let _ = self.place.remove_attribute("hidden");
        self.form.remove();
        inside
    }
}

fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// True while the page waits for the application; false once it gave up and shows the whole form.
pub(crate) fn is_awaited() -> bool {
    root().is_some_and(|root| root.class_list().contains("app"))
}

/// Says that the application is there.
pub(crate) fn arrived() {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-on", "1");
    }
}

/// The language of the page.
pub(crate) fn language() -> Language {
    let asked = query().and_then(|query| query.get(LANGUAGE)).filter(|tag| !tag.is_empty());
    let tag = asked.or_else(|| root().map(|root| root.lang()));
    tag.map_or(Language::default(), |tag| Language::from_tag(&tag))
}

/// The language in the address of the page.
const LANGUAGE: &str = "language";

fn query() -> Option<UrlSearchParams> {
    window().location().search().ok().and_then(|query| UrlSearchParams::new_with_str(&query).ok())
}

/// Keeps the language in the address, so that a reload speaks it too, also without a network.
pub(crate) fn remember(language: Language) {
    let (Some(query), Ok(path)) = (query(), window().location().pathname()) else { return };
    query.set(LANGUAGE, language.tag());
    let address = format!("{path}?{}", String::from(query.to_string()));
    let _ = window().history().and_then(|history| {
        let state = history.state().unwrap_or_default();
        history.replace_state_with_url(&state, "", Some(&address))
    });
}

/// Loads the page anew.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

/// Tells the browser the language and the title.
pub(crate) fn name(language: Language, title: &str) {
    if let Some(root) = root() {
        root.set_lang(language.tag());
    }
    document().set_title(title);
}

/// Moves the focus, so that what is new is read out.
pub(crate) fn focus(selector: &str) {
    if let Some(element) =
        document().query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
