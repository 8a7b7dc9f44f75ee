//! Whose word about a client's address is believed.

use super::ConfigError;
use ipnet::IpNet;
use std::net::IpAddr;

/// The proxies before this server.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Reads addresses and networks, separated by commas.
    ///
    /// # Errors
    /// When one of them is neither.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let nets = parts.map(|part| {
            part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from)).map_err(|_| {
                ConfigError(format!(
                    "SUMBERDAYA_TRUSTED_PROXIES must be addresses or networks like 10.0.0.0/8, by comma; received {part:?}"
                ))
            })
        });
        Ok(Self(nets.collect::<Result<_, _>>()?))
    }

    /// The client's address: walking back from the nearest, the first that is not a proxy of ours.
    ///
    /// Without trusted proxies `forwarded` (the values of X-Forwarded-For) is ignored: anyone could write it.
    pub fn client(&self, peer: IpAddr, forwarded: &[&str]) -> IpAddr {
        let mut client = peer.to_canonical();
        let mut hops = forwarded.iter().flat_map(|value| value.split(',')).map(str::trim).rev();
        while self.0.iter().any(|net| net.contains(&client)) {
            match hops.next().and_then(|hop| hop.parse::<IpAddr>().ok()) {
                Some(before) => client = before.to_canonical(),
                None => break,
            }
        }
        client
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, forwarded: &[&str]) -> String {
        TrustedProxies::parse(trusted).unwrap().client(peer.parse().unwrap(), forwarded).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        assert_eq!(client("", "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(client("10.0.0.0/8", "192.0.2.1", &["203.0.113.9"]), "192.0.2.1");
        assert_eq!(client("10.0.0.0/8", "10.1.2.3", &["203.0.113.9"]), "203.0.113.9");
    }

    #[test]
    fn what_the_client_itself_wrote_is_not_believed() {
        assert_eq!(client("10.0.0.0/8", "10.1.2.3", &["1.2.3.4, 203.0.113.9, 10.9.9.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8", "10.1.2.3", &["1.2.3.4", "203.0.113.9"]), "203.0.113.9");
        assert_eq!(client("10.0.0.0/8", "::ffff:10.1.2.3", &["nonsense"]), "10.1.2.3");
    }
}
