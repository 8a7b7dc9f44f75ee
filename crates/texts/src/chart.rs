//! Words in and around the charts.

crate::catalogue! {
    /// What stands in a drawing, beside it and in its table.
    ChartText {
        AsTable: "Tabel" / "Table";
        AsChart: "Grafik" / "Chart";
        Download: "Unduh" / "Download";
        DownloadSvg: "Gambar vektor (SVG)" / "Vector picture (SVG)";
        DownloadPng: "Gambar (PNG)" / "Picture (PNG)";
        DownloadCsv: "Data (CSV)" / "Data (CSV file)";
        Lowest: "terendah" / "lowest";
        LowestRemark: "{elements} terendah" / "{elements} lowest";
        LowestTogether: "{elements} terendah bersama" / "{elements} lowest together";
        GainRemark: "bila setara rata-rata unsur lain, {index} naik {points} poin"
            / "at the mean of the others, {index} would gain {points} points";
        And: " dan " / " and ";
        NotComparable: "tidak dapat dibandingkan" / "not comparable";
        NoAnswer: "belum ada jawaban" / "no answer yet";
        Element: "Unsur" / "Element";
        Code: "Kode" / "Code";
        Value: "Nilai" / "Value";
        Grade: "Mutu" / "Grade";
        Answers: "Jawaban" / "Answers";
        Margin: "± (95%)" / "± 95%";
        Period: "Periode" / "Period";
        Respondents: "Responden" / "Respondents";
        Share: "Bagian" / "Share";
        Score: "Skor {score}" / "Score {score}";
        ScoreCount: "Jumlah skor {score}" / "Count of score {score}";
        ScaleNote: "25–100 · garis putus-putus: batas mutu" / "25–100, dashed lines: limits of the grades";
        BandNote: "bidang berwarna: selang kepercayaan 95%" / "coloured band: 95% confidence interval";
        HeatNote: "nilai 25–100" / "values 25–100";
        Below: "{grade} < {limit}" / "{grade}: below {limit}";
        From: "{grade} ≥ {limit}" / "{grade}: from {limit}";
        SourceNote: "{unit} · {period} · n = {n}" / "{unit}, {period}, n = {n}";
        SampleAt: "sampel {required}" / "sample {required}";
        SampleOf: "{n} dari {required}" / "{n} of {required}";
        SampleShort: "Masih kurang {missing} responden" / "{missing} more respondents needed";
        SampleMissed: "Sampel tidak tercapai: {n} dari {required}" / "Sample not reached: {n} of {required}";
        SampleReached: "Sampel tercapai" / "Sample reached";
        SampleUnknown: "Jumlah orang yang dilayani belum diisi, jadi belum ada sampel minimal."
            / "The number of people served is not entered, so there is no required sample yet.";
        BarsSummary: "{count} unsur dari nilai tertinggi {highest} sampai terendah {lowest}."
            / "{count} elements, from the highest value {highest} to the lowest {lowest}.";
        TrendSummary: "{count} periode, terakhir {latest}." / "{count} periods, latest {latest}.";
        RowsSummary: "{count} baris." / "{count} rows.";
        PictureFailed: "Gambar tidak dapat dibuat di peramban ini. Unduh SVG sebagai gantinya."
            / "This browser cannot make the picture. Download the SVG instead.";
    }
}
