//! Every operation of the API, in one list: router and OpenAPI document are built from it, so neither can miss one.

pub mod api_keys;
pub mod auth;
pub mod health;
pub mod not_found;
pub mod users;

use utoipa_actix_web::service_config::ServiceConfig;

/// The operations below `/api/v1`. A handler's name is its operationId.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        // Signing in and out.
        .service(auth::create_session::create_session)
        .service(auth::refresh_session::refresh_session)
        .service(auth::delete_session::delete_session)
        .service(auth::get_current_user::get_current_user)
        .service(auth::change_password::change_password)
        // People who sign in.
        .service(users::list_users::list_users)
        .service(users::create_user::create_user)
        .service(users::get_user::get_user)
        .service(users::update_user::update_user)
        .service(users::reset_user_password::reset_user_password)
        // Keys for other systems.
        .service(api_keys::list_api_keys::list_api_keys)
        .service(api_keys::create_api_key::create_api_key)
        .service(api_keys::revoke_api_key::revoke_api_key);
}
