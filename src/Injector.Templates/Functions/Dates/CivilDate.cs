namespace Injector.Templates.Functions.Dates;

/// <summary>A day of the Gregorian calendar, also before its introduction.</summary>
internal readonly record struct CivilDate(long Year, int Month, int Day)
{
    private const long DaysPerEra = 146_097;

    /// <summary>Days between 0000-03-01 and 1970-01-01.</summary>
    private const long EpochShift = 719_468;

    public int DayOfYear => (int)(ToDays() - new CivilDate(Year, 1, 1).ToDays()) + 1;

    /// <summary>0 is Sunday.</summary>
    public int DayOfWeek => (int)(((ToDays() + 4) % 7 + 7) % 7);

    public static CivilDate FromDays(long days)
    {
        // Years are counted from March, so that the leap day is the last day of a year.
        var shifted = days + EpochShift;
        var era = Math.DivRem(shifted, DaysPerEra, out var dayOfEra);
        era -= dayOfEra < 0 ? 1 : 0;
        dayOfEra += dayOfEra < 0 ? DaysPerEra : 0;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = (int)(dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100));
        var month = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * month + 2) / 5 + 1;
        month = month < 10 ? month + 3 : month - 9;
        return new CivilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
    }

    public long ToDays()
    {
        var year = Year - (Month <= 2 ? 1 : 0);
        var era = Math.DivRem(year, 400, out var yearOfEra);
        era -= yearOfEra < 0 ? 1 : 0;
        yearOfEra += yearOfEra < 0 ? 400 : 0;
        var dayOfYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
        return era * DaysPerEra + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - EpochShift;
    }

    public static int DaysIn(int month, long year) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
