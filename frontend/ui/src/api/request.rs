//! One request: the token before it, the problem after it.

use super::{Failure, session};
use contract::Problem;
use gloo_net::http::{RequestBuilder, Response};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

pub use gloo_net::http::Method;

/// A resource and the version that was read, for `If-Match`.
#[derive(Clone, Debug, PartialEq)]
pub struct Versioned<T> {
    /// The resource.
    pub value: T,
    /// Its ETag.
    pub etag: String,
}

struct Answer {
    text: String,
    etag: String,
}

/// An address below the API with the pairs that have a value: `query("/units/x/results", &[("period", Some("2026"))])`.
pub fn query(path: &str, pairs: &[(&str, Option<&str>)]) -> String {
    let mut address = path.to_owned();
    for (name, value) in pairs.iter().filter_map(|(name, value)| Some((name, (*value)?))) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(name);
        address.push('=');
        address.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    address
}

/// Reads what lies at a path below `/api/v1`.
///
/// # Errors
/// Why not.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    read(&signed(Method::GET, path, None, None).await?.text)
}

/// Reads the text at a path, such as an SVG.
///
/// # Errors
/// Why not.
pub async fn get_text(path: &str) -> Result<String, Failure> {
    Ok(signed(Method::GET, path, None, None).await?.text)
}

/// Reads a list to its end and answers it as one page.
///
/// # Errors
/// Why not.
pub async fn get_whole(path: &str) -> Result<String, Failure> {
    let (mut items, mut cursor) = (Vec::new(), None::<String>);
    loop {
        let address = query(path, &[("limit", Some(MOST_ROWS)), ("cursor", cursor.as_deref())]);
        let page: AnyPage = get(&address).await?;
        items.extend(page.items);
        cursor = page.next;
        if cursor.is_none() {
            return serde_json::to_string(&AnyPage { items, next: None }).map_err(|_| Failure::Unreadable);
        }
    }
}

/// The largest page that the API gives.
const MOST_ROWS: &str = "200";

/// A page whatever its rows are.
#[derive(Serialize, Deserialize)]
struct AnyPage {
    items: Vec<serde_json::Value>,
    next: Option<String>,
}

/// Reads an editable resource with its version.
///
/// # Errors
/// Why not.
pub async fn get_versioned<T: DeserializeOwned>(path: &str) -> Result<Versioned<T>, Failure> {
    let answer = signed(Method::GET, path, None, None).await?;
    Ok(Versioned { value: read(&answer.text)?, etag: answer.etag })
}

/// Changes something; answers what the server answers, `()` where it answers nothing.
///
/// # Errors
/// Why not; [`Failure::of_field`] tells about a field.
pub async fn change<T: DeserializeOwned>(method: Method, path: &str, body: &impl Serialize) -> Result<T, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Unreadable)?;
    read(&signed(method, path, Some(body), None).await?.text)
}

/// Changes the version that was read, and no other.
///
/// # Errors
/// Why not; code `changed_meanwhile` when somebody was faster.
pub async fn change_versioned<T: DeserializeOwned>(
    method: Method,
    path: &str,
    body: &impl Serialize,
    etag: &str,
) -> Result<Versioned<T>, Failure> {
    let body = serde_json::to_string(body).map_err(|_| Failure::Unreadable)?;
    let answer = signed(method, path, Some(body), Some(etag)).await?;
    Ok(Versioned { value: read(&answer.text)?, etag: answer.etag })
}

/// Posts without a token: signing in, out and renewing.
pub(super) async fn plain_post<T: DeserializeOwned>(address: &str, body: Option<String>) -> Result<T, Failure> {
    read(&send(RequestBuilder::new(address).method(Method::POST), body).await?.text)
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Failure> {
    serde_json::from_str(if text.is_empty() { "null" } else { text }).map_err(|_| Failure::Unreadable)
}

/// Sends with a token; one that is not taken is renewed once.
async fn signed(method: Method, path: &str, body: Option<String>, etag: Option<&str>) -> Result<Answer, Failure> {
    let address = format!("/api/v1{path}");
    let mut token = match session::token() {
        Some(token) => token,
        None => session::renew(None).await?,
    };
    let mut renewed = false;
    loop {
        let request = RequestBuilder::new(&address).method(method.clone());
        let request = request.header("authorization", &format!("Bearer {token}"));
        let request = if let Some(etag) = etag { request.header("if-match", etag) } else { request };
        match send(request, body.clone()).await {
            Err(Failure::Problem(problem)) if problem.status == 401 && !renewed => {
                renewed = true;
                token = session::renew(Some(&token)).await?;
            }
            other => return other,
        }
    }
}

async fn send(request: RequestBuilder, body: Option<String>) -> Result<Answer, Failure> {
    let request = match body {
        Some(body) => request.header("content-type", "application/json").body(body),
        None => request.build(),
    };
    let response = request.map_err(|_| Failure::Unreadable)?.send().await.map_err(|_| Failure::Offline)?;
    let text = response.text().await.map_err(|_| Failure::Offline)?;
    if response.ok() {
        return Ok(Answer { text, etag: response.headers().get("etag").unwrap_or_default() });
    }
    Err(serde_json::from_str(&text)
        .map_or_else(|_| unexplained(&response), |problem| Failure::Problem(Box::new(problem))))
}

/// A door before the server answered in its own words.
fn unexplained(response: &Response) -> Failure {
    let busy = matches!(response.status(), 502..=504);
    Failure::Problem(Box::new(Problem {
        kind: String::new(),
        title: String::new(),
        status: response.status(),
        code: if busy { "busy" } else { "unknown" }.to_owned(),
        detail: String::new(),
        hint: String::new(),
        request_id: response.headers().get("x-request-id").unwrap_or_default(),
        errors: Vec::new(),
    }))
}
