//! Reads a screen aloud, where the device has a voice for its language.

use crate::js::{document, window};
use texts::Language;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    let known = js_sys::Reflect::has(&window(), &"speechSynthesis".into()).unwrap_or(false);
    known.then(|| window().speech_synthesis().ok()).flatten()
}

/// The voice for a language, where the device has one.
fn voice(language: Language) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis()?.get_voices();
    let mut voices = voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.find(|voice| {
        let tag = voice.lang().to_ascii_lowercase();
        // Older Android calls Indonesian "in".
        tag.starts_with(language.tag()) || (language == Language::Indonesian && tag.starts_with("in"))
    })
}

/// True when the device can read this language.
pub(crate) fn can_read(language: Language) -> bool {
    voice(language).is_some()
}

/// Calls a function when the device has found its voices, which some browsers do late.
pub(crate) fn on_voices(act: impl Fn() + 'static) {
    if let Some(synthesis) = synthesis() {
        dom::listen(&synthesis, "voiceschanged", move |_| act());
    }
}

/// Reads what stands on the screen.
pub(crate) fn read_screen(language: Language) {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice(language)) else { return };
    synthesis.cancel();
    let mut text = String::new();
    if let Ok(parts) = document().query_selector_all("#question, #help, .answer") {
        for place in 0..parts.length() {
            let part = parts.get(place).and_then(|part| part.text_content()).unwrap_or_default();
            text.push_str(part.trim());
            text.push_str(". ");
        }
    }
    if let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&text) {
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(&voice));
        utterance.set_rate(0.95);
        synthesis.speak(&utterance);
    }
}

/// Falls silent.
pub(crate) fn stop() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
