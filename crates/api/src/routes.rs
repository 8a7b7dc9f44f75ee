//! Every operation of the API, in one list: router and OpenAPI document are built from it, so neither can miss one.

pub mod api_keys;
pub mod auth;
pub mod bench_echo;
pub mod exclusions;
pub mod health;
pub mod historic;
pub mod links;
pub mod not_found;
pub mod people_served;
pub mod photos;
pub mod profiles;
pub mod public;
pub mod questionnaires;
pub mod report_jobs;
pub mod report_template;
pub mod reports;
pub mod results;
pub mod rounds;
pub mod services;
pub mod settings;
pub mod units;
pub mod users;

use utoipa_actix_web::service_config::ServiceConfig;

/// The operations below `/api/v1`. A handler's name is its operationId.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        // Respondents.
        .service(public::get_survey::get_survey)
        .service(public::submit_response::submit_response)
        .service(public::record_survey_event::record_survey_event)
        // Figures.
        .service(results::get_unit_results::get_unit_results)
        .service(results::get_unit_series::get_unit_series)
        .service(results::get_unit_completion::get_unit_completion)
        .service(results::list_unit_comments::list_unit_comments)
        .service(results::get_city_recap::get_city_recap)
        .service(results::get_recap_file::get_recap_file)
        .service(exclusions::exclude_responses::exclude_responses)
        .service(exclusions::list_exclusions::list_exclusions)
        .service(exclusions::undo_exclusion::undo_exclusion)
        // Who serves the public.
        .service(units::list_units::list_units)
        .service(units::create_unit::create_unit)
        .service(units::get_unit::get_unit)
        .service(units::update_unit::update_unit)
        .service(services::list_services::list_services)
        .service(services::create_service::create_service)
        .service(services::get_service::get_service)
        .service(services::update_service::update_service)
        .service(people_served::list_people_served::list_people_served)
        .service(people_served::put_people_served::put_people_served)
        // How the public is asked.
        .service(links::list_links::list_links)
        .service(links::create_link::create_link)
        .service(links::get_link::get_link)
        .service(links::get_link_qr::get_link_qr)
        .service(links::update_link::update_link)
        .service(questionnaires::list_questionnaires::list_questionnaires)
        .service(questionnaires::get_questionnaire::get_questionnaire)
        .service(settings::list_settings::list_settings)
        .service(settings::get_current_settings::get_current_settings)
        .service(settings::put_settings::put_settings)
        // What a report needs besides the answers.
        .service(profiles::get_unit_profile::get_unit_profile)
        .service(profiles::put_unit_profile::put_unit_profile)
        .service(profiles::get_unit_logo::get_unit_logo)
        .service(profiles::put_unit_logo::put_unit_logo)
        .service(profiles::delete_unit_logo::delete_unit_logo)
        .service(rounds::get_round::get_round)
        .service(rounds::put_round::put_round)
        .service(photos::list_photos::list_photos)
        .service(photos::add_photo::add_photo)
        .service(photos::get_photo::get_photo)
        .service(photos::delete_photo::delete_photo)
        .service(historic::list_historic_points::list_historic_points)
        .service(historic::put_historic_point::put_historic_point)
        .service(historic::delete_historic_point::delete_historic_point)
        .service(historic::import_historic_points::import_historic_points)
        .service(report_template::get_report_template::get_report_template)
        .service(report_template::put_report_template::put_report_template)
        .service(report_template::list_report_templates::list_report_templates)
        .service(report_template::list_report_outlines::list_report_outlines)
        .service(report_template::preview_report_template::preview_report_template)
        .service(report_template::preview_report_template_pages::preview_report_template_pages)
        .service(report_template::preview_report_template_page::preview_report_template_page)
        // Reports.
        .service(reports::list_reports::list_reports)
        .service(reports::create_report::create_report)
        .service(reports::get_report::get_report)
        .service(reports::delete_report::delete_report)
        .service(reports::edit_report::edit_report)
        .service(reports::submit_report::submit_report)
        .service(reports::publish_report::publish_report)
        .service(reports::put_signed_report::put_signed_report)
        .service(reports::revise_report::revise_report)
        .service(reports::get_report_pages::get_report_pages)
        .service(reports::get_report_page::get_report_page)
        .service(reports::get_report_document::get_report_document)
        .service(reports::get_report_file::get_report_file)
        .service(report_jobs::list_report_jobs::list_report_jobs)
        .service(report_jobs::create_report_job::create_report_job)
        .service(report_jobs::get_report_job::get_report_job)
        .service(report_jobs::cancel_report_job::cancel_report_job)
        .service(report_jobs::get_report_job_archive::get_report_job_archive)
        .service(public::get_public_report::get_public_report)
        .service(public::get_public_report_file::get_public_report_file)
        .service(public::get_public_unit::get_public_unit)
        .service(public::get_public_city::get_public_city)
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
