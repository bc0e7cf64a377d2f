namespace Injector.Templates.Functions.Dates;

/// <summary>English names, as in Go: they do not depend on a locale.</summary>
internal static class CalendarNames
{
    private const int ShortLength = 3;

    public static string Month(int month) => month switch
    {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };

    public static string Weekday(int day) => day switch
    {
        0 => "Sunday",
        1 => "Monday",
        2 => "Tuesday",
        3 => "Wednesday",
        4 => "Thursday",
        5 => "Friday",
        _ => "Saturday",
    };

    public static string Short(string name) => name[..ShortLength];
}
