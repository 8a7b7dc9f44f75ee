//! The logo of a unit.

use crate::action::Action;
use crate::confirm::{Question, confirm};
use crate::preparation::too_large;
use dom::prelude::*;
use json::Value;
use std::rc::Rc;
use texts::preparation::ProfileText;
use ui::api::{self, Method};
use ui::{Button, ButtonKind, Card, file_field, picture, tr, tr_with};

/// The card of a unit's logo: the unit's code, whether it has one, what the unit is called.
pub(super) fn logo(unit: &Rc<str>, there: bool, name: impl Fn() -> String + Clone + 'static) -> Node {
    let path = format!("/units/{unit}/logo");
    // Another number for each picture; none without one.
    let shown = RwSignal::new(usize::from(there));
    let (action, asking) = (Action::new(), RwSignal::new(false));
    let large = RwSignal::new(None::<String>);
    let (put, take) = (path.clone(), path.clone());
    let choose = move |file: web_sys::File| {
        large.set(too_large(&file));
        if large.with_untracked(Option::is_some) {
            return;
        }
        let (path, kind) = (put.clone(), file.type_());
        let send = api::upload::<Value>(Method::PUT, &path, &kind, &file, None);
        action.run(send, move |_| shown.update(|shown| *shown += 1));
    };
    let remove = move || {
        let path = take.clone();
        action.run(api::change::<()>(Method::DELETE, &path, &()), move |()| {
            asking.set(false);
            shown.set(0);
        });
    };
    let said = name.clone();
    let now = move || {
        if shown.get() == 0 {
            return el("p", "mut").text(tr(ProfileText::LogoNone));
        }
        let (path, alt) = (path.clone(), tr_with(ProfileText::LogoOf, &[("unit", &said())]));
        let remove =
            Button::new(tr(ProfileText::LogoRemove)).kind(ButtonKind::Plain).on_press(move || asking.set(true));
        el("div", "logo-now").child(picture(&alt, api::get_blob(&path))).child(remove)
    };
    let wrong = move || large.get().or_else(|| action.at(""));
    let question = Question {
        title: Words::from(move || tr_with(ProfileText::LogoRemoveTitle, &[("unit", &name())])),
        text: tr(ProfileText::LogoRemoveText).into(),
        button: tr(ProfileText::LogoRemove),
    };
    let kinds = "image/png,image/jpeg";
    let field = file_field(tr(ProfileText::LogoFile), tr(ProfileText::LogoHelp), kinds, wrong, choose);
    let outside = show(move || !asking.get(), move || action.notice());
    let content =
        fragment().child(live(now)).child(outside).child(field).child(confirm(asking, question, action, remove));
    Card::new(tr(ProfileText::Logo), content).node()
}
