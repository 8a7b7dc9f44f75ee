//! How many answers come from one device, for the report's section on how answers were collected. Gathered in memory,
//! written every few seconds; a loss is allowed.

use super::Survey;
use crate::access::ClientDevice;
use crate::config::Secret;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::Month;
use domain::period::month_of;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use store::city::find_city;
use store::devices::{DeviceKey, add_devices, forget_devices};
use store::{Db, WriteConn};

/// For so long after its end a month's hashes are kept.
const KEPT: TimeDelta = TimeDelta::days(30);

/// Counts not yet written.
pub struct DeviceCounters {
    key: [u8; 32],
    gathered: Mutex<BTreeMap<DeviceKey, i64>>,
    looked_on: Mutex<Option<NaiveDate>>,
}

impl DeviceCounters {
    /// No counts yet.
    pub fn new(secret: &Secret) -> Self {
        Self { key: secret.key_for("devices"), gathered: Mutex::default(), looked_on: Mutex::default() }
    }

    /// Counts an answer that a respondent gave on a device of their own.
    pub fn count(&self, survey: &Survey, device: &ClientDevice, answered_at: DateTime<Utc>) {
        let (unit_id, month) = (survey.link.unit_id, month_of(answered_at, survey.zone));
        let key = DeviceKey { unit_id, month, device: self.hash(unit_id, month, device) };
        *self.gathered.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(0) += 1;
    }

    /// Another number for the same device in each unit and month, so that nobody can be followed.
    fn hash(&self, unit_id: i32, month: Month, device: &ClientDevice) -> i64 {
        let mut key = [0; 64];
        key[..32].copy_from_slice(&self.key);
        let mut mac = <Hmac<Sha256> as KeyInit>::new(&key.into());
        mac.update(&unit_id.to_be_bytes());
        mac.update(&month.number().to_be_bytes());
        match device.address.0 {
            IpAddr::V4(v4) => mac.update(&v4.octets()),
            IpAddr::V6(v6) => mac.update(&v6.octets()),
        }
        mac.update(device.program.as_bytes());
        let hash = mac.finalize().into_bytes();
        i64::from_be_bytes(std::array::from_fn(|place| hash[place]))
    }

    /// Writes what has gathered.
    pub async fn flush(&self, db: &Db) {
        let batch = std::mem::take(&mut *self.gathered.lock().unwrap_or_else(PoisonError::into_inner));
        if !batch.is_empty()
            && let Err(error) = db.write(move |conn| add_devices(conn, &batch)).await
        {
            tracing::warn!(error = %error, "counts of devices were lost");
        }
    }

    /// Deletes the hashes that are not needed any more, once a day.
    pub async fn forget_old(&self, db: &Db, now: DateTime<Utc>) {
        let today = Some(now.date_naive());
        if std::mem::replace(&mut *self.looked_on.lock().unwrap_or_else(PoisonError::into_inner), today) == today {
            return;
        }
        let forget = move |conn: &mut WriteConn<'_>| match find_city(conn)? {
            Some(city) => forget_devices(conn, month_of(now - KEPT, city.time_zone)),
            None => Ok(0),
        };
        match db.write(forget).await {
            Ok(0) => {}
            Ok(hashes) => tracing::info!(hashes, "hashes of devices were deleted"),
            Err(error) => tracing::warn!(error = %error, "old hashes of devices are deleted tomorrow"),
        }
    }
}
