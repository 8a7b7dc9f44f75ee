//! The questionnaires that come with the program say what the guideline says.

use domain::questionnaire::{Item, ServiceMode, check, shipped};
use domain::settings::FreeServiceFee;
use domain::{Grouping, IndexKind, Localized, Questionnaire};

pub(crate) fn questionnaire(code: &str) -> Questionnaire {
    let found = shipped().map(|all| all.into_iter().find(|one| one.code.as_str() == code));
    let Ok(Some(questionnaire)) = found else { panic!("{code} is not shipped: {found:?}") };
    questionnaire
}

fn item<'q>(questionnaire: &'q Questionnaire, code: &str) -> &'q Item {
    let Some(item) = questionnaire.items.iter().find(|item| item.code == code) else { panic!("no item {code}") };
    item
}

fn labels(item: &Item) -> String {
    item.options.iter().map(|label| label.id.as_str()).collect::<Vec<_>>().join(" / ")
}

fn profile_options(questionnaire: &Questionnaire, question: &str) -> Vec<(String, String)> {
    let asked = questionnaire.profile.iter().find(|asked| asked.code == question);
    let Some(asked) = asked else { panic!("{question} is not asked") };
    asked.options.iter().map(|option| (option.code.clone(), option.text.id.clone())).collect()
}

/// `U1=1,2 U2=3,4`: the item numbers under each element, the second wordings left out.
fn table(grouping: &Grouping, kind: IndexKind) -> String {
    let Some(index) = grouping.index(kind) else { panic!("{} gives no {}", grouping.code, kind.code()) };
    let elements = index.elements.iter().map(|element| {
        let first_wordings = element.items.iter().filter(|item| !item.ends_with('d'));
        let numbers = first_wordings.map(|item| item.trim_start_matches(['t', '0'])).collect::<Vec<_>>();
        format!("{}={}", element.element, numbers.join(","))
    });
    elements.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_shipped_questionnaires_have_no_defects() {
    for questionnaire in shipped().unwrap() {
        assert_eq!(check(&questionnaire), [], "{}", questionnaire.code);
    }
}

#[test]
fn three_questionnaires_of_nine_twenty_two_and_nineteen_items_are_shipped_in_their_first_version() {
    let all = shipped().unwrap();
    let sizes: Vec<_> = all.iter().map(|one| (one.code.as_str(), one.version, one.items.len())).collect();
    assert_eq!(sizes, [("skm-2017", 1, 9), ("skm-spkp-spak", 1, 22), ("terpadu-16", 1, 19)]);
}

#[test]
fn facilities_are_asked_before_complaints_yet_are_u9_and_complaints_u8() {
    for code in ["skm-2017", "skm-spkp-spak"] {
        let questionnaire = questionnaire(code);
        let asked: Vec<_> = questionnaire.items.iter().map(|item| item.code.as_str()).take(9).collect();
        assert_eq!(asked, ["u1", "u2", "u3", "u4", "u5", "u6", "u7", "u9", "u8"]);
        assert_eq!(
            item(&questionnaire, "u9").text.id,
            "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?"
        );
        let complaints = item(&questionnaire, "u8");
        assert_eq!(complaints.text.id, "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?");
        assert_eq!(
            complaints.help.as_ref().unwrap().id,
            "Yang dinilai: sarana dan penanganan pengaduan di unit ini. Tidak ada = tidak tersedia sarana pengaduan."
        );
        let ikm = questionnaire.grouping(None).unwrap().index(IndexKind::Ikm).unwrap();
        for element in &ikm.elements {
            assert_eq!(element.items, [element.element.to_lowercase()]);
        }
    }
}

#[test]
fn the_nine_items_carry_their_official_labels() {
    let suitable = "Tidak sesuai / Kurang sesuai / Sesuai / Sangat sesuai";
    let official = [
        ("u1", suitable),
        ("u2", "Tidak mudah / Kurang mudah / Mudah / Sangat mudah"),
        ("u3", "Tidak cepat / Kurang cepat / Cepat / Sangat cepat"),
        ("u4", "Sangat mahal / Cukup mahal / Murah / Gratis"),
        ("u5", suitable),
        ("u6", "Tidak kompeten / Kurang kompeten / Kompeten / Sangat kompeten"),
        ("u7", "Tidak sopan dan ramah / Kurang sopan dan ramah / Sopan dan ramah / Sangat sopan dan ramah"),
        ("u8", "Tidak ada / Ada tetapi tidak berfungsi / Berfungsi kurang maksimal / Dikelola dengan baik"),
        ("u9", "Buruk / Cukup / Baik / Sangat baik"),
    ];
    for code in ["skm-2017", "skm-spkp-spak"] {
        let questionnaire = questionnaire(code);
        for (code, expected) in official {
            assert_eq!(labels(item(&questionnaire, code)), expected, "{code}");
        }
    }
}

#[test]
fn no_face_stands_beside_fee_complaints_and_facilities() {
    for code in ["skm-2017", "skm-spkp-spak"] {
        let questionnaire = questionnaire(code);
        let without: Vec<_> = questionnaire.items.iter().filter(|item| !item.faces).map(|item| &item.code).collect();
        assert_eq!(without, ["u4", "u9", "u8"]);
    }
}

#[test]
fn quality_and_integrity_are_answered_by_agreement() {
    let questionnaire = questionnaire("skm-spkp-spak");
    for item in &questionnaire.items[9..] {
        assert_eq!(labels(item), "Sangat tidak setuju / Tidak setuju / Setuju / Sangat setuju", "{}", item.code);
    }
    let grouping = questionnaire.grouping(None).unwrap();
    let by_element: Vec<_> = [IndexKind::Ipkp, IndexKind::Ipak]
        .into_iter()
        .flat_map(|kind| grouping.index(kind).unwrap().elements.clone())
        .map(|element| (element.element.to_lowercase(), element.items))
        .collect();
    let in_order: Vec<_> =
        questionnaire.items[9..].iter().map(|item| (item.code.clone(), vec![item.code.clone()])).collect();
    assert_eq!(by_element, in_order);
}

#[test]
fn the_short_form_asks_four_items_for_a_match_and_the_others_for_agreement() {
    let questionnaire = questionnaire("terpadu-16");
    for item in &questionnaire.items {
        let expected = match item.code.as_str() {
            "t02" | "t06" | "t07" | "t10" => "Sangat tidak sesuai / Tidak sesuai / Sesuai / Sangat sesuai",
            _ => "Sangat tidak setuju / Tidak setuju / Setuju / Sangat setuju",
        };
        assert_eq!(labels(item), expected, "{}", item.code);
    }
}

#[test]
fn the_groupings_of_the_short_form_are_those_of_the_three_tables() {
    let questionnaire = questionnaire("terpadu-16");
    let ikm: Vec<_> =
        questionnaire.groupings.iter().map(|one| (one.code.as_str(), table(one, IndexKind::Ikm))).collect();
    let expected = [
        ("sembilan", "U1=1,2 U2=3,4,5 U3=6 U4=7,8,9 U5=10 U6=11 U7=12,13,14 U8=15 U9=16"),
        ("integritas-terpisah", "U1=1,2 U2=3,4 U3=6 U4=7 U5=10 U6=11 U7=12 U8=15 U9=16"),
        ("integritas-u2-u7", "U1=1,2 U2=3,4,5 U3=6 U4=7 U5=10 U6=11 U7=8,9,12,13,14 U8=15 U9=16"),
    ];
    assert_eq!(ikm, expected.map(|(code, table)| (code, table.to_owned())));
    for grouping in &questionnaire.groupings {
        let ipkp = "KP1=1 KP2=2 KP3=3,4 KP4=6 KP5=7 KP6=16 KP7=11 KP8=15";
        assert_eq!(table(grouping, IndexKind::Ipkp), ipkp, "{}", grouping.code);
        assert_eq!(table(grouping, IndexKind::Ipak), "AK1=13 AK2=5 AK3=14 AK4=8 AK5=9", "{}", grouping.code);
    }
}

#[test]
fn a_second_wording_follows_its_item_and_feeds_the_same_elements() {
    let questionnaire = questionnaire("terpadu-16");
    for code in ["t11", "t12", "t16"] {
        let twin = &questionnaire.items[questionnaire.item_position(code).unwrap() + 1];
        let first = item(&questionnaire, code);
        assert_eq!(twin.code, format!("{code}d"));
        assert_eq!(Some(&twin.text), first.online_text.as_ref());
        assert!(twin.hybrid_only && !first.hybrid_only);
        let elements = questionnaire.groupings.iter().flat_map(|one| &one.indices).flat_map(|index| &index.elements);
        for element in elements {
            let feeds = |item: &str| element.items.iter().any(|one| one == item);
            assert_eq!(feeds(code), feeds(&twin.code), "{code} in {}", element.element);
        }
    }
}

#[test]
fn sixteen_items_are_asked_at_a_counter_or_on_line_and_nineteen_by_a_hybrid_service() {
    let questionnaire = questionnaire("terpadu-16");
    let asked = |mode, ask_fee| questionnaire.items_asked(mode, ask_fee).into_iter().filter(|asked| *asked).count();
    let text = |code, mode| {
        let item = item(&questionnaire, code);
        let wording = item.wording_for(mode, false, FreeServiceFee::Ditanyakan).unwrap();
        item.worded(wording).id.clone()
    };
    assert_eq!(asked(ServiceMode::Counter, true), 16);
    assert_eq!(asked(ServiceMode::Online, true), 16);
    assert_eq!(asked(ServiceMode::Hybrid, true), 19);
    assert_eq!(asked(ServiceMode::Counter, false), 15);
    assert_eq!(text("t11", ServiceMode::Counter), "Petugas merespon kebutuhan dengan cepat");
    assert_eq!(text("t11", ServiceMode::Online), "Aplikasi merespon kebutuhan dengan cepat");
    assert_eq!(text("t12", ServiceMode::Online), "Fitur aplikasi mudah digunakan");
}

#[test]
fn one_item_of_each_form_is_about_the_fee_and_has_a_wording_for_free_services() {
    for (code, fee) in [("skm-2017", "u4"), ("skm-spkp-spak", "u4"), ("terpadu-16", "t07")] {
        let questionnaire = questionnaire(code);
        for item in &questionnaire.items {
            assert_eq!(item.about_fee, item.code == fee, "{}", item.code);
            assert_eq!(item.free_text.is_some(), item.code == fee, "{}", item.code);
        }
    }
}

#[test]
fn short_labels_tell_the_items_of_a_form_apart() {
    for questionnaire in shipped().unwrap() {
        for language in [|text: &Localized| text.id.clone(), |text: &Localized| text.en.clone()] {
            let mut shorts: Vec<_> = questionnaire.items.iter().map(|item| language(&item.short)).collect();
            shorts.sort();
            shorts.dedup();
            assert_eq!(shorts.len(), questionnaire.items.len(), "{}: {shorts:?}", questionnaire.code);
        }
    }
}

#[test]
fn age_comes_before_disability_which_needs_consent_and_full_age() {
    for code in ["skm-spkp-spak", "terpadu-16"] {
        let questionnaire = questionnaire(code);
        let codes: Vec<_> = questionnaire.profile.iter().map(|question| question.code.as_str()).collect();
        assert_eq!(codes, ["sex", "age", "education", "occupation", "disability", "disability_type"]);
        let [.., disability, kind] = questionnaire.profile.as_slice() else { panic!("too few questions") };
        assert!(disability.consent.is_some() && disability.adults_only && !disability.city_only);
        assert!(kind.adults_only && kind.city_only);
        assert_eq!(kind.only_after, Some(("disability".to_owned(), "yes".to_owned())));
        assert_eq!(profile_options(&questionnaire, "occupation").len(), 11);
    }
}

#[test]
fn the_form_of_2017_asks_sex_age_education_and_six_occupations() {
    let questionnaire = questionnaire("skm-2017");
    let asked: Vec<_> = questionnaire.profile.iter().map(|question| question.code.as_str()).collect();
    assert_eq!(asked, ["sex", "age", "education", "occupation"]);
    let (codes, labels): (Vec<_>, Vec<_>) = profile_options(&questionnaire, "age").into_iter().unzip();
    assert_eq!(codes, ["under-17", "17-25", "26-34", "35-44", "45-54", "55-65", "over-65"]);
    assert_eq!(labels, ["<17", "17–25", "26–34", "35–44", "45–54", "55–65", ">65"]);
    let (codes, labels): (Vec<_>, Vec<_>) = profile_options(&questionnaire, "education").into_iter().unzip();
    assert_eq!(codes, ["tidak-sekolah", "sd", "smp", "sma", "d1-d3", "d4-s1", "s2", "s3"]);
    let official = ["Tidak sekolah", "SD/sederajat", "SMP/sederajat", "SMA/sederajat", "D1–D3", "D4/S1", "S2", "S3"];
    assert_eq!(labels, official);
    let (codes, labels): (Vec<_>, Vec<_>) = profile_options(&questionnaire, "occupation").into_iter().unzip();
    assert_eq!(codes, ["pns", "tni", "polri", "swasta", "wirausaha", "lainnya"]);
    assert_eq!(labels, ["PNS", "TNI", "POLRI", "Swasta", "Wirausaha", "Lainnya"]);
    assert_eq!(questionnaire.profile[1].options[0].below_age, Some(17));
}
