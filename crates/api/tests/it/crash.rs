//! `kill -9` under load: every acknowledged response is there once, and the tallies are the sums of the responses.
//!
//! The process of the API is killed; PostgreSQL, with durable commits, goes on. What is shown is that nothing is
//! acknowledged before its commit and that a half-done group leaves no trace.

use crate::binary::{Binary, on_both_databases};
use crate::support::Database;
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};
use uuid::Uuid;

const ROUNDS: u64 = 10;
const DEVICES: u8 = 8;

on_both_databases! {
    what_was_acknowledged_survives_a_kill
}

mod cases {
    use super::*;

    pub(super) fn what_was_acknowledged_survives_a_kill(database: Database) {
        let database = if database == Database::Postgres { Database::DurablePostgres } else { database };
        let binary = Binary::with_organisation(database);
        let links = binary.db().read_blocking(|conn| {
            let unit = store::units::find_unit(conn, "dukcapil")?;
            store::links::list_links(conn, &[unit.id], None, 100)
        });
        let link = links.unwrap().into_iter().find(|link| link.service.is_none()).unwrap();
        let questionnaire = binary.db().versions().known(link.questionnaire_id).unwrap();
        let path = format!("/api/v1/public/surveys/{}/responses", link.code);
        let form = Form { path, questionnaire: questionnaire.questionnaire.clone() };
        let mut stored_before = 0;
        for round in 0..ROUNDS {
            // The moments differ, so that the kill falls now into a group, now into a commit.
            let attempts = burst(&binary, &form, 40 + 37 * round);
            let acknowledged = attempts.iter().filter(|attempt| attempt.is_acknowledged).count();
            assert!(acknowledged > 0, "round {round}: the server answered nothing for a minute");
            let stored = responses(&binary) - stored_before;
            let repeated = resubmit(&binary, &form, &attempts);
            assert_eq!(repeated, stored, "round {round}: as many are known as were stored");
            stored_before += attempts.len();
            assert_eq!(responses(&binary), stored_before, "round {round}: each of them is there once");
        }
    }
}

/// What is sent, and where.
struct Form {
    path: String,
    questionnaire: domain::Questionnaire,
}

impl Form {
    fn request(&self, id: Uuid, score: u8) -> (String, Value) {
        let answers: serde_json::Map<String, Value> =
            self.questionnaire.items.iter().map(|item| (item.code.clone(), json!(score))).collect();
        let (code, version) = (&self.questionnaire.code, self.questionnaire.version);
        let body = json!({"questionnaire": code, "version": version, "answers": answers, "profile": {"sex": "female"}});
        (format!("{}/{id}", self.path), body)
    }
}

/// One response that was sent.
struct Attempt {
    id: Uuid,
    score: u8,
    is_acknowledged: bool,
}

/// Devices send as fast as they can until the server is killed, once it has acknowledged so many.
fn burst(binary: &Binary, form: &Form, enough: u64) -> Vec<Attempt> {
    let (mut server, address) = binary.serve();
    let (is_over, acknowledged) = (AtomicBool::new(false), AtomicU64::new(0));
    let start = Instant::now();
    std::thread::scope(|scope| {
        let send = |device: u8| {
            let agent = agent();
            let score = 1 + device % 4;
            let mut attempts = Vec::new();
            while !is_over.load(Ordering::SeqCst) {
                let id = Uuid::now_v7();
                let (path, body) = form.request(id, score);
                let status = put(&agent, &format!("{address}{path}"), &body);
                assert!(matches!(status, None | Some(201 | 503)), "{status:?}");
                let is_acknowledged = status == Some(201);
                acknowledged.fetch_add(u64::from(is_acknowledged), Ordering::SeqCst);
                attempts.push(Attempt { id, score, is_acknowledged });
                if status.is_none() {
                    break;
                }
            }
            attempts
        };
        let devices: Vec<_> = (0..DEVICES).map(|device| scope.spawn(move || send(device))).collect();
        while acknowledged.load(Ordering::SeqCst) < enough && start.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(1));
        }
        server.kill().unwrap();
        is_over.store(true, Ordering::SeqCst);
        server.wait().unwrap();
        devices.into_iter().flat_map(|device| device.join().unwrap()).collect()
    })
}

/// Sends every response once more to a new server; answers how many it knew.
fn resubmit(binary: &Binary, form: &Form, attempts: &[Attempt]) -> usize {
    let (mut server, address) = binary.serve();
    let share = attempts.len().div_ceil(usize::from(DEVICES));
    let known = std::thread::scope(|scope| {
        let send = |attempts: &[Attempt]| {
            let agent = agent();
            let known = attempts.iter().filter(|attempt| {
                let (path, body) = form.request(attempt.id, attempt.score);
                let status = put(&agent, &format!("{address}{path}"), &body);
                assert!(matches!(status, Some(200 | 201)), "{status:?}");
                let is_known = status == Some(200);
                assert!(is_known || !attempt.is_acknowledged, "{} was acknowledged and is lost", attempt.id);
                is_known
            });
            known.count()
        };
        let devices: Vec<_> = attempts.chunks(share).map(|part| scope.spawn(move || send(part))).collect();
        devices.into_iter().map(|device| device.join().unwrap()).sum()
    });
    server.kill().unwrap();
    server.wait().unwrap();
    known
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.timeout_global(Some(Duration::from_secs(30))).build().new_agent()
}

/// The status that came back; none when the server was gone.
fn put(agent: &ureq::Agent, url: &str, body: &Value) -> Option<u16> {
    agent.put(url).send_json(body).ok().map(|response| response.status().as_u16())
}

/// Responses in the database, whose tallies must be clean.
fn responses(binary: &Binary) -> usize {
    let out = binary.succeed(&["verify"]);
    out.split(' ').next().unwrap().parse().unwrap()
}
