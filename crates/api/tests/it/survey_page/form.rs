//! What becomes of a posted form.

use super::*;
use crate::city::{answers, submit};
use serde_json::json;

#[test]
fn a_form_without_an_answer_comes_back_with_everything_typed() {
    let (app, link, client) = app("skm-spkp-spak");
    let page = open(&client, &link);
    let fields = [
        ("id", id_of(&page)),
        ("language", "id"),
        ("action", "send"),
        ("service", "daring"),
        ("profile.sex", "female"),
        ("profile.disability", "no"),
        ("comment", "Kursi <tunggu> kurang & panas"),
    ];
    let reply = post(&client, &link, &fields);
    assert_eq!((reply.status, reply.header("cache-control")), (422, "no-store"));
    assert_eq!(id_of(&reply), id_of(&page), "the id stays, so that a second send is the same response");
    has(
        &reply,
        &[
            "Jawaban belum terkirim",
            "role=\"alert\"",
            "href=\"#p-disability\"",
            "aria-describedby=\"p-disability-error\"",
        ],
    );
    has(&reply, &["Centang persetujuan di bawah pertanyaan ini"]);
    has(&reply, &["value=\"female\" id=\"p-sex-female\" checked", "value=\"daring\" id=\"service-daring\" checked"]);
    has(
        &reply,
        &["value=\"no\" id=\"p-disability-no\" checked", "\nKursi &#60;tunggu&#62; kurang &#38; panas</textarea>"],
    );
    let mut with_type = fields.to_vec();
    with_type[5] = ("profile.disability", "yes");
    with_type.push(("profile.disability_type", "fisik"));
    let reply = post(&client, &link, &with_type);
    assert!(!reply.text.contains("href=\"#p-disability_type\""), "one mistake is told once: {}", reply.text);
    let mut fields = fields.to_vec();
    fields.push(("consent.disability", "yes"));
    let reply = post(&client, &link, &fields);
    has(
        &reply,
        &[
            "href=\"#q-u1\"",
            "Pilih paling sedikit satu jawaban",
            "aria-describedby=\"q-u1-error\"",
            "id=\"p-disability-consent\" checked",
        ],
    );
    assert_eq!((reply.status, n(&app)), (422, 0));
    fields.push(("u3", "2"));
    assert_eq!(post(&client, &link, &fields).status, 303);
    assert_eq!(n(&app), 1);
}

#[test]
fn the_language_is_switched_without_losing_anything() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let mut fields = one_answer(id_of(&page));
    fields[3] = ("action", "language");
    fields.extend([("profile.age", "26-34"), ("comment", "Ramah")]);
    let english = post(&client, &link, &fields);
    assert_eq!((english.status, id_of(&english)), (200, id_of(&page)));
    has(
        &english,
        &[
            "<html lang=\"en\">",
            "How suitable are the requirements",
            "3 of 9",
            "Send answers",
            ">Bahasa Indonesia</button>",
        ],
    );
    has(
        &english,
        &[
            "value=\"3\" id=\"u1-3\" checked",
            "value=\"1\" id=\"u9-1\" checked",
            "id=\"p-age-26-34\" checked",
            "Ramah</textarea>",
        ],
    );
    assert!(!without_data(&english.text).contains("Saudara"));
    fields[2] = ("language", "en");
    let back = post(&client, &link, &fields);
    has(&back, &["<html lang=\"id\">", "value=\"3\" id=\"u1-3\" checked"]);
    assert_eq!(n(&app), 0);
    fields[3] = ("action", "send");
    assert_eq!(
        post(&client, &link, &fields).header("location"),
        format!("/s/{link}/terima-kasih?language=en&comment=1")
    );
}

#[test]
fn enter_on_an_answer_sends_nothing() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let first = between(&page.text, "<button", ">");
    assert!(first.contains("value=\"nothing\"") && first.contains("hidden"), "what Enter presses: {first}");
    let mut fields = one_answer(id_of(&page));
    fields[3] = ("action", "nothing");
    let reply = post(&client, &link, &fields);
    assert_eq!((reply.status, reply.text.as_str()), (204, ""), "the browser stays where it is");
    assert_eq!(n(&app), 0);
}

#[test]
fn hidden_questions_never_stop_a_form() {
    let (app, link, client) = app("skm-spkp-spak");
    let page = open(&client, &link);
    let mut fields = one_answer(id_of(&page));
    // Chosen, and then hidden by another answer: the type without disability, disability and comment below the age.
    fields.extend([("profile.disability", "no"), ("consent.disability", "yes"), ("profile.disability_type", "fisik")]);
    assert_eq!(post(&client, &link, &fields).status, 303);
    let second = open(&client, &link);
    let mut fields = one_answer(id_of(&second));
    fields.extend([("profile.age", "under-17"), ("profile.disability", "yes"), ("comment", "Saya kelas 9")]);
    let reply = post(&client, &link, &fields);
    assert_eq!(reply.status, 303, "{}", reply.text);
    has(&client.get(reply.header("location")), &["responden di bawah umur tidak disimpan"]);
    assert!(!app.admin().get("/api/v1/units/uptd-a/comments").text.contains("kelas 9"));
    assert_eq!(n(&app), 2);
}

#[test]
fn a_page_and_the_api_store_the_same_thing() {
    let (app, link, client) = app("skm-2017");
    let page = open(&client, &link);
    let path = format!("/api/v1/public/surveys/{link}/responses/{}", id_of(&page));
    let scores = answers([3; 9]);
    let body = json!({"questionnaire": "skm-2017", "version": 1, "answers": scores, "service": null});
    assert_eq!(client.put(&path, body).status, 201);
    let mut fields = vec![("id", id_of(&page)), ("profile.sex", ""), ("comment", " ")];
    fields.extend(PRINTED_ORDER.map(|code| (code, "3")));
    assert_eq!(post(&client, &link, &fields).status, 303, "the same answers under the same id are the same response");
    assert_eq!(n(&app), 1);
    assert_eq!(
        submit(&app, &link, &json!({"questionnaire": "skm-2017", "version": 1, "answers": answers([4; 9])})).status,
        201
    );
    assert_eq!(n(&app), 2);
}
