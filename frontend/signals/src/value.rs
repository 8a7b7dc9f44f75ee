//! What is in the graph, by its types.

use crate::graph::{self, Act, Id};
use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

fn gone() -> ! {
    panic!("a value is used after what it belonged to has gone")
}

/// Does something now, and again whenever a value changes that it reads.
pub fn effect(act: impl Fn() + 'static) {
    begin(Rc::new(Doing(act)));
}

fn begin(act: Rc<dyn Act>) {
    graph::begin(graph::insert(None, Some(act), true));
}

struct Doing<F>(F);

impl<F: Fn()> Act for Doing<F> {
    fn act(&self, _: Option<&dyn Any>) -> Option<Rc<dyn Any>> {
        self.0();
        None
    }
}

/// Keeps something for as long as what is being made stands.
pub fn keep(thing: impl Any) {
    kept(Rc::new(thing));
}

fn kept(thing: Rc<dyn Any>) -> Id {
    graph::insert(Some(thing), None, false)
}

/// Does something when what is being made goes.
pub fn on_cleanup(act: impl FnOnce() + 'static) {
    keep(AtEnd(Some(Box::new(act))));
}

struct AtEnd(Option<Box<dyn FnOnce()>>);

impl Drop for AtEnd {
    fn drop(&mut self) {
        if let Some(act) = self.0.take() {
            act();
        }
    }
}

/// A value that follows others, and tells those who follow it only when it differs from before.
pub fn memo<T: PartialEq + 'static>(value: impl Fn() -> T + 'static) -> Memo<T> {
    Memo(graph::insert(None, Some(Rc::new(Computing(Box::new(value)))), false), PhantomData)
}

trait Value<T> {
    fn value(&self) -> T;
}

impl<T, F: Fn() -> T> Value<T> for F {
    fn value(&self) -> T {
        self()
    }
}

/// One code for each type of value, not for each closure.
struct Computing<T>(Box<dyn Value<T>>);

impl<T: PartialEq + 'static> Act for Computing<T> {
    fn act(&self, before: Option<&dyn Any>) -> Option<Rc<dyn Any>> {
        let now = self.0.value();
        let same = before.and_then(<dyn Any>::downcast_ref).is_some_and(|before: &T| *before == now);
        if same { None } else { Some(Rc::new(now)) }
    }
}

fn typed<T: 'static>(id: Id) -> Option<Rc<T>> {
    graph::value(id)?.downcast().ok()
}

fn held<T: 'static>(id: Id) -> Rc<T> {
    typed(id).unwrap_or_else(|| gone())
}

macro_rules! readable {
    ($name:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T: 'static> $name<T> {
            /// Follows it without looking.
            pub fn track(&self) {
                graph::track(self.0);
            }

            /// The value, to look at.
            pub fn read(&self) -> Rc<T> {
                // A memo is computed first: whom it follows is not whom its reader does.
                let value = held(self.0);
                self.track();
                value
            }

            /// The value, to look at, without following it.
            pub fn read_untracked(&self) -> Rc<T> {
                held(self.0)
            }

            /// Looks at the value.
            pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look(&self.read())
            }

            /// Looks at the value without following it.
            pub fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look(&self.read_untracked())
            }

            /// A copy of the value.
            pub fn get(&self) -> T
            where
                T: Clone,
            {
                T::clone(&self.read())
            }

            /// A copy of the value, without following it.
            pub fn get_untracked(&self) -> T
            where
                T: Clone,
            {
                T::clone(&self.read_untracked())
            }

            /// True when what it belonged to has gone.
            pub fn is_gone(&self) -> bool {
                !graph::is_there(self.0)
            }

            /// A copy of the value, if it is there still.
            pub fn try_get_untracked(&self) -> Option<T>
            where
                T: Clone,
            {
                typed(self.0).map(|value| T::clone(&value))
            }
        }
    };
}

/// A value that is set.
pub struct RwSignal<T>(Id, PhantomData<fn() -> T>);

/// A value that follows others.
pub struct Memo<T>(Id, PhantomData<fn() -> T>);

readable!(RwSignal);
readable!(Memo);

impl<T: 'static> RwSignal<T> {
    /// A value.
    pub fn new(value: T) -> Self {
        Self(kept(Rc::new(value)), PhantomData)
    }

    /// A value that is there for as long as the page is, whoever makes it.
    pub fn of_the_page(value: T) -> Self {
        graph::unowned(|| Self::new(value))
    }

    /// Sets the value.
    pub fn set(&self, value: T) {
        if !graph::set(self.0, Rc::new(value)) {
            gone();
        }
    }

    /// Sets the value if it is there still; gives it back if not.
    pub fn try_set(&self, value: T) -> Option<T> {
        let value = Rc::new(value);
        if graph::set(self.0, Rc::<T>::clone(&value) as Rc<dyn Any>) { None } else { Rc::into_inner(value) }
    }

    /// Changes the value.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        if self.try_update(change).is_none() {
            gone();
        }
    }

    /// Changes the value if it is there still, and answers what the change answers.
    pub fn try_update<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut value: Rc<T> = graph::take(self.0)?.downcast().ok()?;
        let answer = Rc::get_mut(&mut value).map(change);
        graph::set(self.0, value);
        answer
    }
}

/// A value that nobody follows.
pub struct StoredValue<T>(RwSignal<T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// A value.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    /// Looks at the value.
    pub fn with_value<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(look)
    }

    /// Looks at the value if it is there still.
    pub fn try_with_value<U>(&self, look: impl FnOnce(&T) -> U) -> Option<U> {
        typed(self.0.0).map(|value| look(&value))
    }

    /// A copy of the value.
    pub fn get_value(&self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }

    /// A copy of the value, if it is there still.
    pub fn try_get_value(&self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_get_untracked()
    }

    /// Sets the value.
    pub fn set_value(&self, value: T) {
        self.0.set(value);
    }

    /// Changes the value.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        self.0.update(change);
    }
}

#[cfg(test)]
mod tests {
    use super::{Memo, RwSignal, effect, keep, memo, on_cleanup};
    use crate::{graph::count, settle, untrack};
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    /// What effects said, in turn.
    #[derive(Clone, Default)]
    struct Said(Rc<RefCell<Vec<String>>>);

    impl Said {
        fn say(&self, word: impl ToString) {
            self.0.borrow_mut().push(word.to_string());
        }

        fn all(&self) -> String {
            self.0.take().join(" ")
        }
    }

    #[test]
    fn an_effect_runs_now_and_once_for_all_changes_later() {
        let (said, a, b) = (Said::default(), RwSignal::new(1), RwSignal::new(2));
        let own = said.clone();
        effect(move || own.say(a.get() + b.get()));
        assert_eq!(said.all(), "3");
        a.set(10);
        b.update(|b| *b += 1);
        assert_eq!(said.all(), "");
        settle();
        assert_eq!(said.all(), "13");
        settle();
        assert_eq!(said.all(), "");
    }

    #[test]
    fn what_is_read_without_following_tells_nothing() {
        let (said, a) = (Said::default(), RwSignal::new(1));
        let own = said.clone();
        effect(move || own.say(a.get_untracked() + untrack(|| a.get())));
        a.set(2);
        settle();
        assert_eq!(said.all(), "2");
    }

    #[test]
    fn a_memo_is_true_at_once_and_tells_only_of_what_differs() {
        let (said, a, computed) = (Said::default(), RwSignal::new(1), Rc::new(Cell::new(0)));
        let times = Rc::clone(&computed);
        let even = memo(move || {
            times.set(times.get() + 1);
            a.get() % 2 == 0
        });
        let twice: Memo<String> = memo(move || format!("{}!", even.get()));
        assert_eq!(computed.get(), 0);
        let own = said.clone();
        effect(move || own.say(twice.get()));
        a.set(3);
        assert!(!even.get());
        settle();
        assert_eq!((said.all(), computed.get()), ("false!".into(), 2));
        a.set(4);
        assert_eq!(twice.get(), "true!");
        settle();
        assert_eq!(said.all(), "true!");
    }

    #[test]
    fn what_is_read_no_more_is_followed_no_more() {
        let (said, which, a) = (Said::default(), RwSignal::new(true), RwSignal::new(1));
        let own = said.clone();
        effect(move || own.say(if which.get() { a.get() } else { 0 }));
        which.set(false);
        settle();
        a.set(2);
        settle();
        assert_eq!(said.all(), "1 0");
    }

    #[test]
    fn what_is_made_in_an_effect_goes_with_it() {
        let (said, a, b) = (Said::default(), RwSignal::new(1), RwSignal::new(1));
        let (own, last) = (said.clone(), Rc::new(Cell::new(None)));
        let made = Rc::clone(&last);
        let before = count();
        effect(move || {
            let outer = a.get();
            let (end, inner) = (own.clone(), own.clone());
            made.set(Some(RwSignal::new(outer)));
            keep(String::new());
            on_cleanup(move || end.say(format!("end{outer}")));
            effect(move || inner.say(format!("{outer}{}", b.get())));
        });
        let (one, first) = (count() - before, last.get().unwrap());
        // The inner one waits first, but goes before it runs.
        b.set(2);
        a.set(2);
        settle();
        assert_eq!(said.all(), "11 end1 22");
        assert_eq!(count() - before, one);
        assert_eq!((first.try_get_untracked(), first.try_set(5)), (None, Some(5)));
        assert_eq!(last.get().unwrap().get(), 2);
    }

    #[test]
    fn an_effect_that_changes_what_it_follows_runs_until_it_rests() {
        let (said, a) = (Said::default(), RwSignal::new(0));
        let own = said.clone();
        effect(move || {
            own.say(a.get());
            if a.get() < 3 {
                a.update(|a| *a += 1);
            }
        });
        settle();
        assert_eq!(said.all(), "0 1 2 3");
    }
}
