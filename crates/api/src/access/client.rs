//! Where a request came from, for limits and counts alone: never stored, never logged.

use super::state::AppState;
use crate::error::{ApiError, ErrorCode};
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv6Addr};

/// The client's address, as told by the connection or by a trusted proxy; of IPv6 the network of one household (/64).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl FromRequest for ClientAddress {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let Some(state) = request.app_data::<web::Data<AppState>>() else {
            return ready(Err(ApiError::new(ErrorCode::Internal, "the server is not complete")));
        };
        let peer = request.peer_addr().map_or(IpAddr::V6(Ipv6Addr::UNSPECIFIED), |peer| peer.ip());
        let forwarded: Vec<&str> =
            request.headers().get_all(header::X_FORWARDED_FOR).filter_map(|value| value.to_str().ok()).collect();
        ready(Ok(Self(household(state.config.trusted_proxies.client(peer, &forwarded)))))
    }
}

/// What tells devices apart roughly: the address and the name of the browser. Phones of one model behind one address count as
/// one.
#[derive(Clone, Debug)]
pub struct ClientDevice {
    /// Its address.
    pub address: ClientAddress,
    /// What the browser calls itself.
    pub program: String,
}

/// The longest name of a browser that is looked at.
const LONGEST_NAME: usize = 512;

impl FromRequest for ClientDevice {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let program =
            request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let program = program.chars().take(LONGEST_NAME).collect();
        ready(ClientAddress::from_request(request, payload).into_inner().map(|address| Self { address, program }))
    }
}

fn household(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
    }
}
