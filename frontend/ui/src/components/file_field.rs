//! A file of this device.

use super::button::while_so;
use super::field::{described, error_line, is_said, next_id};
use dom::{Node, Words, el};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// Chooses a file: what is asked for, a word of help, which kinds (`image/png,image/jpeg`), what is wrong with it, what
/// choosing does.
pub fn file_field(
    label: &str,
    help: &str,
    accept: &str,
    error: impl Into<Words>,
    on_choose: impl Fn(File) + 'static,
) -> Node {
    field(label, help, accept, error.into(), Box::new(on_choose))
}

fn field(label: &str, help: &str, accept: &str, error: Words, on_choose: Box<dyn Fn(File)>) -> Node {
    let id = format!("file-{}", next_id());
    let (help_id, error_id) = (format!("{id}-help"), format!("{id}-error"));
    let wrong = is_said(&error);
    let input = el("input", "")
        .attr("id", &id)
        .attr("type", "file")
        .attr("accept", accept)
        .bind("aria-invalid", while_so(&wrong))
        .bind("aria-describedby", described(Some(help_id.clone()), error_id.clone(), wrong))
        .on("change", move |event| {
            let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
            if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
                on_choose(file);
            }
        });
    el("div", "field")
        .child(el("label", "").attr("for", &id).text(label))
        .child(el("p", "help").attr("id", &help_id).text(help))
        .child(el("div", "input").child(input))
        .child(error_line(error, error_id))
}
