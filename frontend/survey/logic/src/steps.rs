//! The order of the screens.

use crate::{Session, Survey};

/// A screen of the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Which service it is about.
    Service,
    /// The item of this place among those asked.
    Item(usize),
    /// Everything answered so far, to be changed by one tap.
    Review,
    /// The question about the person of this place in the questionnaire.
    Person(usize),
    /// The free text, and sending.
    Last,
}

impl Step {
    /// How a draft names it.
    pub fn name(self) -> String {
        let (letter, place) = match self {
            Self::Service => ("s", 0),
            Self::Item(place) => ("i", place),
            Self::Review => ("r", 0),
            Self::Person(place) => ("p", place),
            Self::Last => ("l", 0),
        };
        letter.to_owned() + &place.to_string()
    }

    /// The step of this name.
    pub fn named(name: &str) -> Option<Self> {
        let place = name.get(1..)?.parse().ok()?;
        Some(match name.get(..1)? {
            "s" => Self::Service,
            "i" => Self::Item(place),
            "r" => Self::Review,
            "p" => Self::Person(place),
            "l" => Self::Last,
            _ => return None,
        })
    }
}

/// The screens that a respondent meets, as things are now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path(Vec<Step>);

impl Path {
    /// The path after what was answered so far.
    pub fn new(survey: &Survey, session: &Session) -> Self {
        let mut steps = Vec::new();
        if survey.services.len() > 1 {
            steps.push(Step::Service);
        }
        steps.extend((0..survey.asked(session.service.as_deref()).len()).map(Step::Item));
        steps.push(Step::Review);
        let people = survey.profile.iter().enumerate().filter(|(_, question)| session.is_asked(survey, question));
        steps.extend(people.map(|(place, _)| Step::Person(place)));
        steps.push(Step::Last);
        Self(steps)
    }

    /// The first screen.
    pub fn first(&self) -> Step {
        self.0.first().copied().unwrap_or(Step::Last)
    }

    /// The screen after this one; the last one stays.
    pub fn after(&self, step: Step) -> Step {
        self.place(step).and_then(|place| self.0.get(place + 1)).copied().unwrap_or(Step::Last)
    }

    /// The screen before this one.
    pub fn before(&self, step: Step) -> Option<Step> {
        self.0.get(self.place(step)?.checked_sub(1)?).copied()
    }

    /// A step that is on the path: this one, or the first where it is not.
    pub fn clamp(&self, step: Step) -> Step {
        if self.0.contains(&step) { step } else { self.first() }
    }

    /// Where to go on: the first screen that nothing was done on, the review at the latest.
    pub fn open(&self, survey: &Survey, session: &Session) -> Step {
        let asked = survey.asked(session.service.as_deref());
        let is_done = |step: &Step| match step {
            Step::Service => session.service.is_some(),
            Step::Item(place) => asked.get(*place).is_some_and(|(item, _)| session.has_seen(&item.code)),
            _ => false,
        };
        self.0.iter().copied().find(|step| !is_done(step)).unwrap_or(Step::Last)
    }

    /// Which step it is for whoever counts where people leave: 1 for the first question, 100 at most.
    pub fn number(&self, step: Step) -> usize {
        let before = usize::from(self.first() == Step::Service);
        (self.place(step).unwrap_or_default() + 1).saturating_sub(before).clamp(1, 100)
    }

    /// The place of a question about the person, the last screen included, and how many there are.
    pub fn among_people(&self, step: Step) -> Option<(usize, usize)> {
        let start = self.place(Step::Review)? + 1;
        Some((self.place(step)?.checked_sub(start)?, self.0.len() - start))
    }

    fn place(&self, step: Step) -> Option<usize> {
        self.0.iter().position(|other| *other == step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::tests::survey;

    #[test]
    fn the_whole_way_there_and_back() {
        let survey = survey();
        let path = Path::new(&survey, &Session::default());
        let mut way = vec![path.first()];
        while way.last() != Some(&Step::Last) {
            way.push(path.after(way[way.len() - 1]));
        }
        use Step::{Item, Last, Person, Review, Service};
        assert_eq!(way, [Service, Item(0), Item(1), Item(2), Review, Person(0), Person(1), Last]);
        assert_eq!(path.after(Last), Last);
        let mut back = vec![Last];
        while let Some(step) = path.before(back[back.len() - 1]) {
            back.push(step);
        }
        way.reverse();
        assert_eq!(back, way);
        assert_eq!(way.iter().map(|step| path.number(*step)).collect::<Vec<_>>(), [7, 6, 5, 4, 3, 2, 1, 1]);
        assert_eq!((path.among_people(Person(1)), path.among_people(Item(0))), (Some((1, 3)), None));
    }

    #[test]
    fn a_single_service_is_not_asked_about() {
        let mut survey = survey();
        survey.services.truncate(1);
        let path = Path::new(&survey, &Session::default());
        assert_eq!((path.first(), path.number(Step::Item(0))), (Step::Item(0), 1));
    }

    #[test]
    fn a_minor_goes_from_the_age_to_the_end() {
        let survey = survey();
        let mut session = Session::default();
        session.choose("age", Some("under-17"));
        assert_eq!(Path::new(&survey, &session).after(Step::Person(0)), Step::Last);
    }

    #[test]
    fn the_way_goes_on_at_the_first_thing_not_done() {
        let survey = survey();
        let mut session = Session::default();
        let open = |session: &Session| Path::new(&survey, session).open(&survey, session);
        assert_eq!(open(&session), Step::Service);
        session.service = Some("daring".to_owned());
        session.set_score("u1", Some(2));
        assert_eq!(open(&session), Step::Item(1), "u2 is not asked about this service");
        session.set_score("u3", None);
        assert_eq!(open(&session), Step::Review);
    }

    #[test]
    fn a_step_keeps_its_name_and_one_that_is_gone_leads_to_the_start() {
        for step in [Step::Service, Step::Item(12), Step::Review, Step::Person(3), Step::Last] {
            assert_eq!(Step::named(&step.name()), Some(step));
        }
        for wrong in ["", "i", "x1", "ix", "🙂"] {
            assert_eq!(Step::named(wrong), None, "{wrong}");
        }
        let path = Path::new(&survey(), &Session::default());
        assert_eq!((path.clamp(Step::Item(99)), path.clamp(Step::Item(2))), (Step::Service, Step::Item(2)));
    }
}
