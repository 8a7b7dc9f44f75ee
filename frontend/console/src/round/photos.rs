//! The photos of a round.

use super::shrink::shrunk;
use crate::action::Action;
use crate::confirm::{Question, confirm};
use crate::preparation::too_large;
use dom::prelude::*;
use dom::stop;
use json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use texts::preparation::{PreparationText, RoundText};
use texts::ui::UiText;
use ui::api::{self, Method};
use ui::{
    Button, ButtonKind, Card, Field, Glyph, Picture, Remote, dialog, empty, file_field, loaded, picture,
    skeleton_block, tr, tr_with, use_remote,
};

/// The card of the photos of a round, by its path in the API.
pub(super) fn photos(round: &str) -> Node {
    let path = format!("{round}/photos");
    let (own, adding) = (path.clone(), RwSignal::new(false));
    let photos = use_remote::<Value>(move || Some(own.clone()));
    let (asking, gone, action) = (RwSignal::new(false), RwSignal::new(Value::Null), Action::new());
    let ask: Rc<dyn Fn(&Value)> = Rc::new(move |photo| {
        action.clear();
        gone.set(photo.clone());
        asking.set(true);
    });
    let remove = move || {
        let path = gone.with_untracked(path_of);
        action.run(api::change::<()>(Method::DELETE, &path, &()), move |()| {
            asking.set(false);
            photos.reload();
        });
    };
    let caption = move || gone.with(|photo| photo.text("caption").to_owned());
    let question = Question {
        title: tr(RoundText::RemovePhotoTitle).into(),
        text: Words::from(move || tr_with(RoundText::RemovePhotoText, &[("caption", &caption())])),
        button: tr(PreparationText::Remove),
    };
    let list = move |photos: Arc<Value>| match photos.list("items") {
        [] => empty(tr(RoundText::NoPhotos), tr(RoundText::NoPhotosText), None),
        photos => el("ul", "photos").all(photos.iter().map(|photo| item(photo, &ask))),
    };
    let add = Button::new(tr(RoundText::AddPhoto)).kind(ButtonKind::Plain).glyph(Glyph::Plus);
    let content = fragment()
        .child(loaded(photos, || skeleton_block(140), list))
        .child(dialog(adding, tr(RoundText::AddPhoto), move || form(path.clone(), adding, photos)))
        .child(confirm(asking, question, action, remove));
    let card = Card::new(tr(RoundText::Photos), content).note(tr(RoundText::PhotosNote));
    card.actions(add.on_press(move || adding.set(true))).node()
}

fn path_of(photo: &Value) -> String {
    format!("/photos/{}", photo.number("id"))
}

fn item(photo: &Value, ask: &Rc<dyn Fn(&Value)>) -> Node {
    let (path, own, ask) = (path_of(photo), photo.clone(), Rc::clone(ask));
    let caption = photo.text("caption");
    let label = tr_with(RoundText::RemovePhoto, &[("caption", caption)]);
    let remove = Button::alone(Glyph::Close, label).kind(ButtonKind::Plain).on_press(move || ask(&own));
    let shown = picture(caption, api::get_blob(&path));
    let caption = el("figcaption", "").child(el("span", "").text(caption)).child(remove);
    el("li", "").child(el("figure", "").child(shown).child(caption))
}

fn form(path: String, open: RwSignal<bool>, photos: Remote<Value>) -> Node {
    let (caption, missing) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let (action, chosen) = (Action::new(), Rc::new(RefCell::new(None::<web_sys::Blob>)));
    let (file, preview) = (Rc::clone(&chosen), Picture::new(""));
    let shown = preview.node().attr("class", "photo-chosen");
    let choose = move |picked: web_sys::File| {
        let (file, preview) = (Rc::clone(&file), preview.clone());
        spawn_local(async move {
            let blob = shrunk(picked.into()).await;
            missing.try_set(too_large(&blob));
            preview.show(&blob);
            file.replace(Some(blob));
        });
    };
    let submit = move || {
        let Some(file) = chosen.borrow().clone() else {
            return missing.set(Some(tr(PreparationText::Choose).to_owned()));
        };
        missing.set(too_large(&file));
        if missing.with_untracked(Option::is_some) {
            return;
        }
        let caption = caption.get_untracked().trim().to_owned();
        if caption.is_empty() {
            return action.refuse(vec![("?caption".to_owned(), "empty")]);
        }
        let path = api::query(&path, &[("caption", Some(&caption))]);
        let send = api::upload::<Value>(Method::POST, &path, &file.type_(), &file, None);
        action.run(send, move |_| {
            open.set(false);
            photos.reload();
        });
    };
    let wrong = move || missing.get().or_else(|| action.at(""));
    let (label, help) = (tr(RoundText::PhotoFile), tr(RoundText::PhotoHelp));
    let caption = Field::new(tr(RoundText::Caption), caption).help(tr(RoundText::CaptionHelp));
    let cancel = Button::new(tr(UiText::Cancel)).on_press(move || open.set(false));
    let add = Button::new(tr(RoundText::AddPhoto)).kind(ButtonKind::Primary).submit().busy(action.busy());
    el("form", "form")
        .on("submit", stop(submit))
        .child(action.notice())
        .child(file_field(label, help, "image/jpeg,image/png", wrong, choose))
        .child(shown)
        .child(caption.error(action.field("?caption")))
        .child(el("div", "acts").child(cancel).child(add))
}
