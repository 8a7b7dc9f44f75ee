//! The lists behind [`super::frequent_words`]: lower case, sorted.

/// Words that say nothing about the subject, with their usual short forms.
#[rustfmt::skip]
pub(super) const STOP_WORDS: &[&str] = &[
    "ada", "adalah", "adanya", "agak", "agar", "aja", "akan", "aku", "amat", "anda", "antara", "apa", "apabila",
    "apakah", "assalamualaikum", "atas", "atau", "bagai", "bagi", "bahkan", "bahwa", "banget", "banyak", "bapak",
    "baru", "beberapa", "begini", "begitu", "belum", "benar", "bener", "berapa", "bersama", "bgt", "bila", "bisa",
    "blm", "boleh", "bu", "buat", "bukan", "cukup", "cuma", "dalam", "dan", "dapat", "dari", "daripada", "demi",
    "demikian", "dengan", "dgn", "di", "dia", "diberi", "diberikan", "dibuat", "dilakukan", "dlm", "dong", "dulu",
    "enggak", "ga", "gak", "hai", "hal", "halo", "hanya", "harap", "harapan", "hari", "harus", "hingga", "ibu",
    "ingin", "ini", "itu", "iya", "jadi", "jangan", "jg", "jgn", "jika", "juga", "kah", "kak", "kalau", "kali",
    "kalian", "kalo", "kami", "kamu", "kan", "karena", "kasih", "ke", "kembali", "kepada", "ketika", "kita", "kok",
    "krn", "kurang", "lagi", "lah", "lain", "lalu", "lebih", "lewat", "maka", "makin", "malah", "malam",
    "mana", "masih", "masukan", "mau", "melakukan", "memang", "memberi", "memberikan", "mengenai", "menjadi",
    "merasa", "mereka", "meski", "mohon", "mungkin", "nah", "namun", "nanti", "ngga", "nggak", "nih", "nya", "oke",
    "oleh", "orang", "pada", "pagi", "pak", "paling", "para", "pasti", "per", "perlu", "pernah", "pula", "pun",
    "saat", "saja", "salam", "sama", "sampai", "sana", "sangat", "saran", "saudara", "saya", "sayang", "sdh",
    "sebab", "sebagai", "sebaiknya", "sebelum", "secara", "sedang", "sedikit", "segera", "sehingga", "sejak",
    "selalu", "selama", "selamat", "seluruh", "semakin", "semoga", "semua", "seperti", "sering", "serta", "sesuai",
    "setelah", "setiap", "siang", "siapa", "sih", "silahkan", "silakan", "sini", "situ", "sore", "suatu", "sudah",
    "supaya", "tadi", "tak", "tanpa", "tapi", "tdk", "telah", "tentang", "terhadap", "terima", "terimakasih",
    "terkait", "terlalu", "terlebih", "termasuk", "tersebut", "terus", "tetap", "tetapi", "the", "tiap", "tidak",
    "tolong", "tsb", "udah", "untuk", "usah", "utk", "walau", "wassalam", "ya", "yaitu", "yang", "yg",
];

/// What stands before a person's name, in Indonesian and Banjarese, ranks too.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "abah", "acil", "aipda", "aiptu", "akbp", "akp", "alm", "almh", "bapak", "bernama", "bharada", "bharatu", "bpk",
    "brigadir", "brigjen", "bripda", "bripka", "briptu", "bu", "buk", "dr", "dra", "drg", "drs", "guru", "h", "haji",
    "hajjah", "hj", "ibu", "ipda", "iptu", "ir", "irjen", "jenderal", "julak", "kak", "kapt", "kapten", "kolonel",
    "kombes", "komjen", "kompol", "kopda", "kopral", "koptu", "kyai", "laksamana", "laksda", "letda", "letjen",
    "letkol", "letnan", "lettu", "marsekal", "mas", "mayjen", "mayjend", "mayor", "mba", "mbak", "ning", "pa", "pak",
    "pelda", "peltu", "praka", "pratu", "saudara", "saudari", "sdr", "sdri", "serda", "serka", "serma", "sersan",
    "sertu", "tuan", "umi", "ustad", "ustadz", "ustadzah",
];

/// Given names that many people here bear and write in lower case.
#[rustfmt::skip]
pub(super) const GIVEN_NAMES: &[&str] = &[
    "abdul", "abdullah", "achmad", "agus", "ahmad", "aisyah", "akhmad", "ali", "amalia", "amelia", "andi", "andri",
    "anisa", "annisa", "ari", "arif", "arifin", "aulia", "ayu", "bambang", "budi", "budiman", "citra", "deni",
    "denny", "dewi", "dian", "dina", "eka", "eko", "endang", "fajar", "farida", "fatimah", "fauzi", "ferry", "fitri",
    "fitriani", "gusti", "hadi", "halimah", "hamzah", "harun", "hasan", "hendra", "heru", "hidayat", "husni",
    "ibrahim", "ika", "ilham", "imam", "indra", "intan", "irfan", "irma", "ismail", "iwan", "jamal", "joko",
    "khairul", "kurnia", "laila", "lestari", "lina", "lisa", "lukman", "mahmud", "maria", "maulana", "mega",
    "muhamad", "muhammad", "mulyadi", "mustafa", "nadia", "nanda", "nia", "nina", "noor", "nor", "novi", "nur",
    "nurhayati", "nurul", "putra", "putri", "rachmad", "rahman", "rahmat", "rahmawati", "ratna", "reni", "retno",
    "ria", "rian", "rina", "rini", "risa", "rizal", "rizki", "rizky", "rosita", "rudi", "rudy", "rusdi", "salim",
    "santi", "santoso", "sari", "siti", "slamet", "sri", "suharto", "sulaiman", "sumiati", "suryani", "susanti",
    "susi", "syahrul", "syaiful", "syarif", "taufik", "tuti", "udin", "umar", "utami", "wahyu", "wati", "wawan",
    "widodo", "wulan", "wulandari", "yanti", "yanto", "yuli", "yulia", "yuni", "yusuf", "zainab", "zainal",
    "zainudin", "zulkifli",
];

/// Spellings and relatives that are counted as one word.
#[rustfmt::skip]
pub(super) const SAME_WORD: &[(&str, &str)] = &[
    ("antre", "antrean"), ("antri", "antrean"), ("antrian", "antrean"), ("bangku", "kursi"), ("cepet", "cepat"),
    ("dipercepat", "cepat"), ("kamar-mandi", "toilet"), ("karyawan", "petugas"), ("kursi-kursi", "kursi"),
    ("layanan", "pelayanan"), ("melayani", "pelayanan"), ("mempercepat", "cepat"), ("mengantre", "antrean"),
    ("mengantri", "antrean"), ("ngantri", "antrean"), ("nunggu", "menunggu"), ("online", "daring"),
    ("parkiran", "parkir"), ("pegawai", "petugas"), ("pelayan", "pelayanan"), ("ruangan", "ruang"),
    ("staf", "petugas"), ("staff", "petugas"), ("tunggu", "menunggu"), ("wc", "toilet"),
];
