//! The files of a job as one ZIP archive, written while it is sent: memory holds one file at a time.

use super::JobSubject;
use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;
use domain::Period;
use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use store::jobs::{ItemState, JobItem, find_item_content};
use store::units::find_unit;
use store::{Conn, Db, StoreError, StoreResult};
use texts::Language;
use texts::preparation::JobText;
use tokio::sync::mpsc;
use uuid::Uuid;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// So many pieces may wait for a slow client.
const AHEAD: usize = 4;
const PIECE: usize = 64 * 1024;

/// Starts writing the archive and answers where its pieces arrive; an error ends it early.
pub fn stream(db: Db, job: Uuid, period: Option<Period>, items: Vec<JobItem>) -> Archive {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let span = tracing::Span::current();
    tokio::task::spawn_blocking(move || {
        span.in_scope(|| {
            let mut out = Pieces { sender, waiting: Vec::with_capacity(PIECE) };
            if let Err(error) = write(&db, job, period, &items, &mut out) {
                tracing::warn!(error = %error, "an archive broke off");
                // The client must not take half of it for the whole.
                let _ = out.sender.blocking_send(Err(error));
            }
        });
    });
    Archive(receiver)
}

/// The pieces of an archive as a body.
pub struct Archive(mpsc::Receiver<io::Result<Bytes>>);

impl MessageBody for Archive {
    type Error = io::Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        self.0.poll_recv(context)
    }
}

fn write(db: &Db, job: Uuid, period: Option<Period>, items: &[JobItem], out: &mut Pieces) -> io::Result<()> {
    // The date is a fixed one, so that the same files give the same archive.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new_stream(out);
    for item in items {
        let Some(name) = &item.file_name else { continue };
        let content = db.read_blocking(|conn| find_item_content(conn, job, item.position));
        let content = content.map_err(io::Error::other)?;
        archive.start_file(name.as_str(), options)?;
        archive.write_all(&content)?;
    }
    let period = period.map(|period| texts::format::period(&period.to_string(), LANGUAGE)).unwrap_or_default();
    for (name, title, state) in [
        ("tidak-dibuat.txt", JobText::ListFailed, ItemState::Failed),
        ("tanpa-jawaban.txt", JobText::ListSkipped, ItemState::Skipped),
    ] {
        let listed = db.read_blocking(|conn| list(conn, items, state)).map_err(io::Error::other)?;
        if !listed.is_empty() {
            archive.start_file(name, options)?;
            writeln!(archive, "{}\n{}", title.filled(LANGUAGE, &[("period", &period)]), listed.join("\n"))?;
        }
    }
    archive.finish()?.into_inner().flush()
}

/// Officials read the lists beside the documents.
const LANGUAGE: Language = Language::Indonesian;

/// The items that ended so, by the names of their units; a unit without answers once, whatever was wanted of it.
fn list(conn: &mut Conn<'_>, items: &[JobItem], state: ItemState) -> StoreResult<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for item in items.iter().filter(|item| item.state == state) {
        let subject: JobSubject = serde_json::from_str(&item.subject)
            .map_err(|error| StoreError::Damaged(format!("the subject of an item: {error}")))?;
        let code = subject.unit.as_str();
        let unit = format!("- {} ({code})", find_unit(conn, code)?.name);
        let line = match &item.message {
            Some(reason) if state == ItemState::Failed => format!("{unit}, {}: {reason}", subject.format),
            _ => unit,
        };
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Bytes on their way, in pieces that are worth sending.
struct Pieces {
    sender: mpsc::Sender<io::Result<Bytes>>,
    waiting: Vec<u8>,
}

impl Pieces {
    fn send(&mut self) -> io::Result<()> {
        let piece = std::mem::replace(&mut self.waiting, Vec::with_capacity(PIECE));
        let gone = |_| io::Error::new(io::ErrorKind::BrokenPipe, "the client has gone");
        self.sender.blocking_send(Ok(Bytes::from(piece))).map_err(gone)
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() { Ok(()) } else { self.send() }
    }
}
