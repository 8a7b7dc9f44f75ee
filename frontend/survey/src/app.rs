//! The state of the screens, and what a tap does to it.

mod answers;
mod drafts;
mod moves;

use crate::courier::Courier;
use crate::js::{new_id, now, now_text};
use crate::page::{Page, language};
use crate::shelf::Shelf;
use signals::RwSignal;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use survey_logic::saved::Draft;
use survey_logic::{Path, Session, Step, Survey};
use texts::Language;
use texts::survey::ScreenText;

/// What stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// An unfinished survey was found on this device.
    Resume,
    /// The survey closed meanwhile; what was finished on this device before is delivered.
    Closed,
    /// A step of the survey.
    Step(Step),
    /// Everything is done.
    Thanks,
}

/// Where the answers given last are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// On their way.
    Sending,
    /// On this device.
    Stored,
    /// With the server.
    Delivered {
        /// Whether the law kept a part of them out.
        not_kept: bool,
    },
    /// Refused by the server with this code, and kept on this device.
    Refused(String),
}

/// The state of the screens: one for as long as the page lives.
#[derive(Clone, Copy)]
pub(crate) struct App(pub(crate) &'static State);

/// What the screens are made from.
pub(crate) struct State {
    /// The survey being answered; that of a draft where one goes on.
    survey: RefCell<Rc<Survey>>,
    text: RefCell<Rc<str>>,
    /// The survey of the page and its text.
    page: (Rc<Survey>, Rc<str>),
    /// True when the survey of the page takes nothing new.
    pub(crate) closed: bool,
    /// What is filled in.
    session: RefCell<Session>,
    /// A draft that may go on.
    pub(crate) draft: RefCell<Option<Draft>>,
    /// The language of the screens.
    pub(crate) language: RwSignal<Language>,
    /// What stands on the screen.
    pub(crate) screen: RwSignal<Screen>,
    /// The step that a respondent met first: it carries the notice.
    pub(crate) entry: Cell<Step>,
    /// Which answer of this screen is ticked.
    pub(crate) ticked: RwSignal<Option<usize>>,
    /// True once the reminder of this question was shown.
    pub(crate) reminded: RwSignal<bool>,
    /// True when something is missing on this screen.
    pub(crate) missing: RwSignal<bool>,
    /// Where the answers given last are.
    pub(crate) sent: RwSignal<Sent>,
    /// How many seconds the thanks stay; none before they came.
    pub(crate) seconds_left: RwSignal<Option<u32>>,
    /// How many seconds are left to say that somebody is still there; none while nobody is asked.
    pub(crate) asking: RwSignal<Option<u32>>,
    /// Grows with every touch.
    pub(crate) touches: Cell<u32>,
    /// True while one answer is changed from the review.
    changing: Cell<bool>,
    /// Grows with every tap and every screen: what a timer was set for is over when it has grown.
    turn: Cell<u32>,
    /// When this screen came.
    shown_at: Cell<i64>,
    /// True when the browser's Back has something to take back.
    guarded: Cell<bool>,
    /// True when the screens were begun anew without the page.
    again: Cell<bool>,
    /// True when more about the survey was unfolded on the page.
    pub(crate) unfolded: Cell<bool>,
    /// The language that the page came in.
    pub(crate) first_language: Language,
    /// The storage of the device.
    pub(crate) shelf: Shelf,
    /// Who delivers.
    pub(crate) courier: Courier,
}

impl std::ops::Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

impl App {
    /// The state at the start, with what was filled in on the page.
    pub(crate) fn new(page: &Page, mut session: Session, shelf: Shelf, draft: Option<Draft>) -> Self {
        session.id = new_id();
        if session.is_begun() {
            session.begun_at = now_text();
        }
        let (survey, text): (Rc<Survey>, Rc<str>) = (Rc::new(page.survey.clone()), page.text.as_str().into());
        let entry = page.first_step();
        let screen = match draft {
            Some(_) => Screen::Resume,
            None if page.closed => Screen::Closed,
            None => Screen::Step(entry),
        };
        Self(Box::leak(Box::new(State {
            survey: RefCell::new(Rc::clone(&survey)),
            text: RefCell::new(Rc::clone(&text)),
            page: (survey, text),
            closed: page.closed,
            session: RefCell::new(session),
            draft: RefCell::new(draft),
            language: RwSignal::new(language()),
            screen: RwSignal::new(screen),
            entry: Cell::new(entry),
            ticked: RwSignal::new(None),
            reminded: RwSignal::new(false),
            missing: RwSignal::new(false),
            sent: RwSignal::new(Sent::Sending),
            seconds_left: RwSignal::new(None),
            asking: RwSignal::new(None),
            touches: Cell::new(0),
            changing: Cell::new(false),
            turn: Cell::new(0),
            shown_at: Cell::new(now()),
            guarded: Cell::new(false),
            again: Cell::new(false),
            unfolded: Cell::new(page.is_unfolded()),
            first_language: language(),
            courier: Courier::new(),
            shelf,
        })))
    }

    /// The survey being answered.
    pub(crate) fn survey(self) -> Rc<Survey> {
        Rc::clone(&self.0.survey.borrow())
    }

    /// What is filled in, at this moment.
    pub(crate) fn session(self) -> Ref<'static, Session> {
        self.0.session.borrow()
    }

    /// Fills something in without keeping it.
    fn edit(self, fill: impl FnOnce(&mut Session)) {
        fill(&mut self.0.session.borrow_mut());
    }

    /// Asks this survey.
    fn ask(self, survey: Rc<Survey>, text: Rc<str>) {
        *self.0.survey.borrow_mut() = survey;
        *self.0.text.borrow_mut() = text;
    }

    /// A text of the screens in the present language.
    pub(crate) fn text(self, text: ScreenText) -> &'static str {
        text.text(self.language.get())
    }

    /// True in English.
    pub(crate) fn english(self) -> bool {
        self.language.get() == Language::English
    }

    /// The screens that this respondent meets.
    pub(crate) fn path(self) -> Path {
        Path::new(&self.survey(), &self.session())
    }

    /// The step on the screen.
    pub(crate) fn step(self) -> Option<Step> {
        match self.screen.get_untracked() {
            Screen::Step(step) => Some(step),
            _ => None,
        }
    }
}
