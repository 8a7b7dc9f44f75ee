//! The tables, in types that mean the same on SQLite and PostgreSQL.

diesel::table! {
    city (id) {
        id -> Integer,
        time_zone -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    settings (id) {
        id -> Integer,
        valid_from -> Integer,
        body -> Text,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    units (id) {
        id -> Integer,
        code -> Text,
        name -> Text,
        kind -> Text,
        parent_id -> Nullable<Integer>,
        obliged -> Bool,
        active -> Bool,
        row_version -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    services (id) {
        id -> Integer,
        unit_id -> Integer,
        code -> Text,
        name -> Text,
        mode -> Text,
        free -> Bool,
        active -> Bool,
        row_version -> Integer,
    }
}

diesel::table! {
    questionnaires (id) {
        id -> Integer,
        code -> Text,
        version -> Integer,
        body -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    links (id) {
        id -> Integer,
        code -> Text,
        unit_id -> Integer,
        service_id -> Nullable<Integer>,
        questionnaire_id -> Integer,
        channel -> SmallInt,
        label -> Text,
        expires_at -> Nullable<Timestamp>,
        closed_at -> Nullable<Timestamp>,
        row_version -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
    }
}

diesel::table! {
    people_served (id) {
        id -> Integer,
        unit_id -> Integer,
        service_id -> Nullable<Integer>,
        from_month -> Integer,
        to_month -> Integer,
        people -> BigInt,
        source -> Text,
        reason -> Nullable<Text>,
        entered_by -> Text,
        entered_at -> Timestamp,
    }
}

diesel::table! {
    exclusions (id) {
        id -> Integer,
        reason -> SmallInt,
        note -> Text,
        selector -> Text,
        response_count -> BigInt,
        excluded_by -> Text,
        excluded_at -> Timestamp,
        undone_by -> Nullable<Text>,
        undone_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    import_batches (id) {
        id -> Integer,
        unit_id -> Integer,
        questionnaire_id -> Integer,
        month -> Integer,
        file_hash -> Binary,
        file_name -> Text,
        response_count -> BigInt,
        imported_by -> Text,
        imported_at -> Timestamp,
    }
}

diesel::table! {
    responses (id) {
        id -> Binary,
        link_id -> Nullable<Integer>,
        batch_id -> Nullable<Integer>,
        service_id -> Integer,
        questionnaire_id -> Integer,
        month -> Integer,
        channel -> SmallInt,
        time_slot -> SmallInt,
        consented -> Bool,
        answers -> Binary,
        profile -> Binary,
        content_hash -> Binary,
        actor -> Nullable<Text>,
        answered_at -> Timestamp,
        received_at -> Timestamp,
        exclusion_id -> Nullable<Integer>,
    }
}

diesel::table! {
    comments (response_id) {
        response_id -> Binary,
        service_id -> Integer,
        month -> Integer,
        shuffle -> BigInt,
        body -> Text,
        excluded -> Bool,
    }
}

diesel::table! {
    service_tallies (service_id, month, questionnaire_id, excluded) {
        service_id -> Integer,
        month -> Integer,
        questionnaire_id -> Integer,
        excluded -> Bool,
        row_version -> BigInt,
        counts -> Binary,
        moments -> Binary,
        slices -> Binary,
    }
}

diesel::table! {
    unit_tallies (unit_id, month, questionnaire_id, excluded) {
        unit_id -> Integer,
        month -> Integer,
        questionnaire_id -> Integer,
        excluded -> Bool,
        row_version -> BigInt,
        counts -> Binary,
        moments -> Binary,
    }
}

diesel::table! {
    link_events (link_id, day, kind, step) {
        link_id -> Integer,
        day -> Integer,
        kind -> SmallInt,
        step -> SmallInt,
        event_count -> BigInt,
    }
}

diesel::table! {
    device_counts (unit_id, month, device) {
        unit_id -> Integer,
        month -> Integer,
        device -> BigInt,
        answer_count -> BigInt,
    }
}

diesel::table! {
    device_months (unit_id, month) {
        unit_id -> Integer,
        month -> Integer,
        most -> BigInt,
    }
}

diesel::table! {
    users (id) {
        id -> Integer,
        username -> Text,
        name -> Text,
        password_hash -> Text,
        role -> Text,
        unit_id -> Nullable<Integer>,
        active -> Bool,
        row_version -> Integer,
        created_at -> Timestamp,
    }
}

diesel::table! {
    sessions (id) {
        id -> Binary,
        user_id -> Integer,
        created_at -> Timestamp,
        expires_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    refresh_tokens (token_hash) {
        token_hash -> Binary,
        session_id -> Binary,
        issued_at -> Timestamp,
        replaced_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    api_keys (id) {
        id -> Integer,
        name -> Text,
        prefix -> Text,
        secret_hash -> Binary,
        scopes -> Text,
        unit_id -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
        revoked_at -> Nullable<Timestamp>,
        last_used_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    office_profiles (unit_id) {
        unit_id -> Integer,
        body -> Text,
        row_version -> Integer,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    rounds (unit_id, from_month, to_month) {
        unit_id -> Integer,
        from_month -> Integer,
        to_month -> Integer,
        body -> Text,
        row_version -> Integer,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    historic_points (id) {
        id -> Integer,
        unit_id -> Integer,
        index_kind -> Text,
        from_month -> Integer,
        to_month -> Integer,
        value -> Text,
        grade -> Text,
        respondent_count -> Nullable<BigInt>,
        source -> Text,
        entered_by -> Text,
        entered_at -> Timestamp,
    }
}

diesel::table! {
    pictures (hash) {
        hash -> Binary,
        content_type -> Text,
        width -> Integer,
        height -> Integer,
        content -> Binary,
        stored_at -> Timestamp,
    }
}

diesel::table! {
    logos (unit_id) {
        unit_id -> Integer,
        picture_hash -> Binary,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    photos (id) {
        id -> Integer,
        unit_id -> Integer,
        from_month -> Integer,
        to_month -> Integer,
        picture_hash -> Binary,
        caption -> Text,
        added_by -> Text,
        added_at -> Timestamp,
    }
}

diesel::table! {
    report_templates (id) {
        id -> Integer,
        body -> Text,
        changed_by -> Text,
        changed_at -> Timestamp,
    }
}

diesel::table! {
    reports (id) {
        id -> Binary,
        code -> Text,
        unit_id -> Integer,
        service_id -> Nullable<Integer>,
        from_month -> Integer,
        to_month -> Integer,
        revision -> Integer,
        state -> Text,
        edits -> Text,
        document -> Nullable<Text>,
        document_hash -> Nullable<Binary>,
        stored_count -> Nullable<BigInt>,
        superseded_by -> Nullable<Binary>,
        row_version -> Integer,
        created_by -> Text,
        created_at -> Timestamp,
        submitted_by -> Nullable<Text>,
        submitted_at -> Nullable<Timestamp>,
        published_by -> Nullable<Text>,
        published_at -> Nullable<Timestamp>,
        figures -> Nullable<Text>,
        signed_by -> Nullable<Text>,
        signed_at -> Nullable<Timestamp>,
        standing -> Nullable<Text>,
    }
}

diesel::table! {
    report_files (report_id, format) {
        report_id -> Binary,
        format -> Text,
        file_name -> Text,
        content_type -> Text,
        byte_count -> BigInt,
        hash -> Binary,
        content -> Binary,
    }
}

diesel::table! {
    jobs (id) {
        id -> Binary,
        parameters -> Text,
        state -> Text,
        total -> Integer,
        done -> Integer,
        failed -> Integer,
        worker -> Nullable<Binary>,
        lease_until -> Nullable<Timestamp>,
        created_by -> Text,
        created_at -> Timestamp,
        finished_at -> Nullable<Timestamp>,
        unit_id -> Nullable<Integer>,
        skipped -> Integer,
    }
}

diesel::table! {
    job_items (job_id, position) {
        job_id -> Binary,
        position -> Integer,
        subject -> Text,
        state -> SmallInt,
        file_name -> Nullable<Text>,
        content -> Nullable<Binary>,
        message -> Nullable<Text>,
        attempts -> Integer,
    }
}

diesel::joinable!(services -> units (unit_id));
diesel::joinable!(links -> units (unit_id));
diesel::joinable!(links -> services (service_id));
diesel::joinable!(links -> questionnaires (questionnaire_id));
diesel::joinable!(people_served -> units (unit_id));
diesel::joinable!(people_served -> services (service_id));
diesel::joinable!(import_batches -> units (unit_id));
diesel::joinable!(import_batches -> questionnaires (questionnaire_id));
diesel::joinable!(responses -> links (link_id));
diesel::joinable!(responses -> import_batches (batch_id));
diesel::joinable!(responses -> services (service_id));
diesel::joinable!(responses -> questionnaires (questionnaire_id));
diesel::joinable!(responses -> exclusions (exclusion_id));
diesel::joinable!(comments -> services (service_id));
diesel::joinable!(service_tallies -> services (service_id));
diesel::joinable!(service_tallies -> questionnaires (questionnaire_id));
diesel::joinable!(unit_tallies -> units (unit_id));
diesel::joinable!(unit_tallies -> questionnaires (questionnaire_id));
diesel::joinable!(link_events -> links (link_id));
diesel::joinable!(device_counts -> units (unit_id));
diesel::joinable!(device_months -> units (unit_id));
diesel::joinable!(users -> units (unit_id));
diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::joinable!(api_keys -> units (unit_id));
diesel::joinable!(logos -> pictures (picture_hash));
diesel::joinable!(photos -> pictures (picture_hash));
diesel::joinable!(photos -> units (unit_id));
diesel::joinable!(reports -> units (unit_id));
diesel::joinable!(reports -> services (service_id));
diesel::joinable!(report_files -> reports (report_id));
diesel::joinable!(jobs -> units (unit_id));
diesel::joinable!(job_items -> jobs (job_id));
diesel::allow_tables_to_appear_in_same_query!(
    city,
    settings,
    units,
    services,
    questionnaires,
    links,
    people_served,
    exclusions,
    import_batches,
    responses,
    comments,
    service_tallies,
    unit_tallies,
    link_events,
    device_counts,
    device_months,
    users,
    sessions,
    refresh_tokens,
    api_keys,
    office_profiles,
    rounds,
    historic_points,
    pictures,
    logos,
    photos,
    report_templates,
    reports,
    report_files,
    jobs,
    job_items
);
