namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: paths, addresses, dates, versions.</summary>
internal static class SprigPathExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: paths, addresses, dates, versions",
        "",
        [
            new("sprig_base", "{{sprig_base \"/a/b.c\"}}", "b.c"),
            new("sprig_dir", "{{sprig_dir \"/a/b.c\"}}", "/a"),
            new("sprig_ext", "{{sprig_ext \"/a/b.c\"}}", ".c"),
            new("sprig_clean", "{{sprig_clean \"/a/../b\"}}", "/b"),
            new("sprig_isAbs", "{{sprig_isAbs \"/a\"}}", "true"),
            new("sprig_osBase", "{{sprig_osBase \"/a/b.c\"}}", "b.c"),
            new("sprig_osDir", "{{sprig_osDir \"/a/b.c\"}}", "/a"),
            new("sprig_osExt", "{{sprig_osExt \"/a/b.c\"}}", ".c"),
            new("sprig_osClean", "{{sprig_osClean \"/a/../b\"}}", "/b"),
            new("sprig_osIsAbs", "{{sprig_osIsAbs \"a\"}}", "false"),
            new("sprig_urlParse", "{{(sprig_urlParse \"https://u:p@h:80/p?q=1\").host}}", "h:80"),
            new("sprig_urlJoin", "{{sprig_urlJoin (sprig_dict \"scheme\" \"https\" \"host\" \"h\" \"path\" \"/p q\")}}", "https://h/p%20q"),
            new("sprig_ago", "{{sprig_ago (sprig_toDate \"2006-01-02\" \"2026-01-02\")}}", "3h4m5s"),
            new("sprig_duration", "{{sprig_duration \"95\"}}", "1m35s"),
            new("sprig_durationRound", "{{sprig_durationRound \"2h10m5s\"}}", "2h"),
            new("sprig_toDate", "{{(sprig_toDate \"2006-01-02\" \"2024-02-03\").Year}}", "2024"),
            new("sprig_mustToDate", "{{sprig_mustToDate \"02.01.2006\" \"03.02.2024\"}}", "2024-02-03 00:00:00 +0000 UTC"),
            new("sprig_mustDateModify", "{{sprig_mustDateModify \"-1.5h\" (sprig_toDate \"2006-01-02\" \"2024-02-03\")}}", "2024-02-02 22:30:00 +0000 UTC"),
            new("sprig_must_date_modify", "{{sprig_must_date_modify \"24h\" (sprig_toDate \"2006-01-02\" \"2024-02-28\")}}", "2024-02-29 00:00:00 +0000 UTC"),
            new("sprig_unixEpoch", "{{sprig_unixEpoch (sprig_toDate \"2006-01-02\" \"2020-05-06\")}}", "1588723200"),
            new("sprig_semver", "{{(sprig_semver \"v1.2.3\").Minor}}", "2"),
            new("sprig_semverCompare", "{{sprig_semverCompare \">=1.2, <2\" \"1.5.0\"}}", "true"),
        ]);
}
