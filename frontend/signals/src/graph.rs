//! Who follows whom, who belongs to whom, and who is to run.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Something in the graph; the number tells it from what stood in its place before, and who was made first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Id {
    place: usize,
    number: u32,
}

/// Whether what was computed is true still.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    True,
    /// A memo that it follows may have changed.
    Doubtful,
    False,
}

/// What computes a value, or does something. A trait of its own: a `dyn Fn` brings the code of `FnOnce` and `FnMut` along,
/// for each closure.
pub(crate) trait Act {
    /// Gets the value of before, answers the new one when it differs. An effect never does.
    fn act(&self, before: Option<&dyn Any>) -> Option<Rc<dyn Any>>;
}

struct Node {
    value: RefCell<Option<Rc<dyn Any>>>,
    act: Option<Rc<dyn Act>>,
    is_effect: bool,
    state: Cell<State>,
    /// What it read.
    sources: RefCell<Vec<Id>>,
    /// Who read it.
    readers: RefCell<Vec<Id>>,
    /// What was made while it ran.
    owned: RefCell<Vec<Id>>,
}

/// What stands in a place, with its number.
type Place = Option<(u32, Rc<Node>)>;

#[derive(Default)]
struct Graph {
    nodes: RefCell<Vec<Place>>,
    free: RefCell<Vec<usize>>,
    last: Cell<u32>,
    /// To whom what is made now belongs.
    owner: Cell<Option<Id>>,
    /// Who follows what is read now.
    reader: Cell<Option<Id>>,
    waiting: RefCell<Vec<Id>>,
    is_called: Cell<bool>,
}

thread_local! {
    static GRAPH: Graph = Graph::default();
}

fn node(id: Id) -> Option<Rc<Node>> {
    GRAPH.with(|graph| match graph.nodes.borrow().get(id.place) {
        Some(Some((number, node))) if *number == id.number => Some(Rc::clone(node)),
        _ => None,
    })
}

/// Puts a node into the graph: with a value, or with what computes one.
pub(crate) fn insert(value: Option<Rc<dyn Any>>, act: Option<Rc<dyn Act>>, is_effect: bool) -> Id {
    GRAPH.with(|graph| {
        let number = graph.last.get().wrapping_add(1);
        graph.last.set(number);
        let state = Cell::new(if act.is_some() { State::False } else { State::True });
        let [sources, readers, owned] = [(); 3].map(|()| RefCell::default());
        let node = Rc::new(Node { value: RefCell::new(value), act, is_effect, state, sources, readers, owned });
        let mut nodes = graph.nodes.borrow_mut();
        let place = graph.free.borrow_mut().pop().unwrap_or_else(|| {
            nodes.push(None);
            nodes.len() - 1
        });
        nodes[place] = Some((number, node));
        drop(nodes);
        let id = Id { place, number };
        if let Some(owner) = graph.owner.get().and_then(self::node) {
            owner.owned.borrow_mut().push(id);
        }
        id
    })
}

/// Takes a node out with all that belongs to it.
fn remove(id: Id) {
    let Some(node) = node(id) else { return };
    forget(id, &node);
    GRAPH.with(|graph| {
        graph.nodes.borrow_mut()[id.place] = None;
        graph.free.borrow_mut().push(id.place);
    });
}

/// Takes out all that belongs to a node, and lets it follow nothing.
fn forget(id: Id, node: &Node) {
    for owned in node.owned.take() {
        remove(owned);
    }
    for source in node.sources.take() {
        if let Some(source) = self::node(source) {
            source.readers.borrow_mut().retain(|reader| *reader != id);
        }
    }
}

/// Whether a node is there still.
pub(crate) fn is_there(id: Id) -> bool {
    node(id).is_some()
}

/// The value of a node at this moment.
pub(crate) fn value(id: Id) -> Option<Rc<dyn Any>> {
    refresh(id);
    node(id)?.value.borrow().clone()
}

/// Takes the value out to be changed; [`set`] puts it back.
pub(crate) fn take(id: Id) -> Option<Rc<dyn Any>> {
    node(id)?.value.take()
}

/// Puts a value in, and tells who follows; answers false when the node has gone.
pub(crate) fn set(id: Id, value: Rc<dyn Any>) -> bool {
    let Some(node) = node(id) else { return false };
    // What the old one does as it goes must find the new one.
    drop(node.value.replace(Some(value)));
    tell(&node, State::False);
    true
}

/// Lets who runs now follow a node.
pub(crate) fn track(id: Id) {
    let Some(reader) = GRAPH.with(|graph| graph.reader.get()) else { return };
    let (Some(source), Some(follower)) = (node(id), node(reader)) else { return };
    if !follower.sources.borrow().contains(&id) {
        follower.sources.borrow_mut().push(id);
        source.readers.borrow_mut().push(reader);
    }
}

fn tell(node: &Node, state: State) {
    let readers = node.readers.borrow().clone();
    for reader in readers {
        doubt(reader, state);
    }
}

fn doubt(id: Id, state: State) {
    let Some(node) = node(id) else { return };
    let before = node.state.get();
    node.state.set(before.max(state));
    if before == State::True {
        if node.is_effect {
            GRAPH.with(|graph| graph.waiting.borrow_mut().push(id));
            call();
        } else {
            tell(&node, State::Doubtful);
        }
    }
}

/// Computes a node anew if that may change anything.
fn refresh(id: Id) {
    let Some(node) = node(id) else { return };
    if node.state.get() == State::Doubtful {
        let sources = node.sources.borrow().clone();
        for source in sources {
            refresh(source);
            if node.state.get() == State::False {
                break;
            }
        }
    }
    match node.state.get() {
        State::False => compute(id, &node),
        _ => node.state.set(State::True),
    }
}

fn compute(id: Id, node: &Node) {
    let Some(act) = node.act.clone() else { return };
    forget(id, node);
    // What changes while it runs makes it run again.
    node.state.set(State::True);
    let before = node.value.borrow().clone();
    let differs = as_owner_and_reader(Some(id), Some(id), || act.act(before.as_deref()));
    if let Some(now) = differs {
        drop(node.value.replace(Some(now)));
        tell(node, State::False);
    }
}

fn as_owner_and_reader<T>(owner: Option<Id>, reader: Option<Id>, act: impl FnOnce() -> T) -> T {
    let before = GRAPH.with(|graph| (graph.owner.replace(owner), graph.reader.replace(reader)));
    let answer = act();
    GRAPH.with(|graph| {
        graph.owner.set(before.0);
        graph.reader.set(before.1);
    });
    answer
}

/// Runs an effect for the first time.
pub(crate) fn begin(id: Id) {
    refresh(id);
}

/// Does something without following what it reads.
pub fn untrack<T>(act: impl FnOnce() -> T) -> T {
    let owner = GRAPH.with(|graph| graph.owner.get());
    as_owner_and_reader(owner, None, act)
}

/// Does something that belongs to nobody: what it makes is there for as long as the page is.
pub(crate) fn unowned<T>(act: impl FnOnce() -> T) -> T {
    as_owner_and_reader(None, None, act)
}

/// Calls a function such that what is made from now on, by nobody else, belongs to the page. Call it once, at the start.
pub fn within<T>(act: impl FnOnce() -> T) -> T {
    let page = insert(None, None, false);
    GRAPH.with(|graph| graph.owner.set(Some(page)));
    act()
}

/// Sees to it that those who wait run soon, once.
fn call() {
    let is_called = GRAPH.with(|graph| graph.is_called.replace(true));
    if !is_called {
        #[cfg(target_arch = "wasm32")]
        wasm_bindgen_futures::spawn_local(async { flush() });
    }
}

/// Runs the effects that wait, and those that are made to wait by them; who was made first is first.
pub(crate) fn flush() {
    loop {
        let next = GRAPH.with(|graph| {
            let mut waiting = graph.waiting.borrow_mut();
            let first = (0..waiting.len()).min_by_key(|at| waiting[*at].number)?;
            Some(waiting.swap_remove(first))
        });
        match next {
            Some(id) => refresh(id),
            None => break,
        }
    }
    GRAPH.with(|graph| graph.is_called.set(false));
}

#[cfg(test)]
pub(crate) fn count() -> usize {
    GRAPH.with(|graph| graph.nodes.borrow().iter().flatten().count())
}
