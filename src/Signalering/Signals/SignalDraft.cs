using System.Globalization;
using System.Text.RegularExpressions;
using Regional.ServiceDefaults.Refusals;
using Regional.Signalering.Domain;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Signals;

/// <summary>A signal as it was sent, read and checked; it holds what is not stored, so it lives for one call only.</summary>
internal sealed partial record SignalDraft(
    MunicipalityCode Municipality,
    PersonNumber Person,
    BirthDate Birth,
    Postcode4? Postcode,
    string CaseNumber,
    string? DuoReportNumber,
    VerzuimKind Kind,
    DateOnly Start,
    DateOnly? End,
    int? MissedHours,
    bool? AllLessonsMissed,
    bool? ActionRequested,
    EstablishmentCode? Establishment,
    DutyEnding DutyEnding,
    IReadOnlyList<string> DroppedFields)
{
    private const int MostHours = 2_000;
    private const int EarliestBirth = 1990;

    /// <summary>Reads a signal; gives null and every violation where it breaks a rule.</summary>
    /// <param name="sent">The message; it has passed the rules that hold for every message.</param>
    /// <param name="today">Today in Europe/Amsterdam.</param>
    /// <param name="development">Whether the person numbers of the development form are taken.</param>
    /// <param name="violations">Every violation; empty for a signal that keeps the rules.</param>
    public static SignalDraft? Read(Wire.Signalering.V1.Signal sent, DateOnly today, bool development, out IReadOnlyList<Violation> violations)
    {
        var reader = new Reader();
        var municipality = reader.Value<MunicipalityCode>("municipality", "MUNICIPALITY_CODE", sent.Municipality);
        var person = reader.Person(sent.PersonNumber, development);
        var birth = reader.Birth(sent.BirthDate, today);
        var start = reader.Day("start_date", sent.StartDate, today);
        DateOnly? end = sent.EndDate is null ? null : reader.Day("end_date", sent.EndDate, today);
        EstablishmentCode? establishment = sent.Establishment.Length == 0 ? null : reader.Value<EstablishmentCode>("establishment", "ESTABLISHMENT_CODE", sent.Establishment);

        reader.Require(CaseNumberForm().IsMatch(sent.CaseNumber), "case_number", "FORM", "must be 1 to 40 letters, digits or . _ / -");
        reader.Require(sent.DuoReportNumber.Length == 0 || ReportNumberForm().IsMatch(sent.DuoReportNumber), "duo_report_number", "FORM", "must be 1 to 20 letters or digits");
        reader.Require(sent.MissedHours is >= 0 and <= MostHours, "missed_hours", "RANGE", $"must lie between 0 and {MostHours} hours");
        if (reader.Violations.Count == 0)
        {
            reader.Require(end is null || end >= start, "end_date", "END_BEFORE_START", "lies before start_date; correct one of the two");
            reader.Require(start >= birth.Earliest, "start_date", "BEFORE_BIRTH", "lies before birth_date; correct one of the two");
            reader.Require(!person.IsIn(sent.CaseNumber), "case_number", "PERSON_NUMBER", "holds the person number; send a zaaknummer without it");
            reader.Require(!PersonNumber.MayBe(sent.CaseNumber), "case_number", "PERSON_NUMBER", "may be the number of a person: nine digits whose check digit holds; send it with a letter before it");
            reader.Require(!person.IsIn(sent.DuoReportNumber), "duo_report_number", "PERSON_NUMBER", "holds the person number; send DUO's meldingsnummer");
            reader.Require(!PersonNumber.MayBe(sent.DuoReportNumber), "duo_report_number", "PERSON_NUMBER", "may be the number of a person: nine digits whose check digit holds; send it with a letter before it");
            reader.Require(sent.Kind != VerzuimKind.Absoluut || establishment is null, "establishment", "ENROLLED", "cannot be given with absoluut verzuim, which means enrolled nowhere");
            reader.Require(sent.Kind == VerzuimKind.Absoluut || establishment is not null, "establishment", "NOT_ENROLLED", "is required but for absoluut verzuim: name the vestiging of enrolment");
        }

        violations = reader.Violations;
        return violations.Count > 0 ? null : new SignalDraft(
            municipality,
            person,
            birth,
            // A foreign or misspelt postcode is no fault of the signal: the municipality decides then, and the answer says so.
            Postcode4.TryParse(sent.Postcode, out var postcode, out _) ? postcode : null,
            sent.CaseNumber,
            sent.DuoReportNumber.Length == 0 ? null : sent.DuoReportNumber,
            sent.Kind,
            start,
            end,
            sent.HasMissedHours ? sent.MissedHours : null,
            sent.HasAllLessonsMissed ? sent.AllLessonsMissed : null,
            sent.HasActionRequested ? sent.ActionRequested : null,
            establishment,
            sent.DutyEnding,
            Dropped(sent));
    }

    private static List<string> Dropped(Wire.Signalering.V1.Signal sent)
    {
        var dropped = new List<string>();
        Note(sent.HasMissedDays, "missed_days");
        Note(sent.ReasonText.Length > 0, "reason_text");
        Note(sent.SchoolActionText.Length > 0, "school_action_text");
        Note(sent.NoActionText.Length > 0, "no_action_text");
        Note(sent.PupilName.Length > 0, "pupil_name");
        Note(sent.ReporterName.Length > 0, "reporter_name");
        Note(sent.ReporterPosition.Length > 0, "reporter_position");
        Note(sent.ReporterPhone.Length > 0, "reporter_phone");
        Note(sent.ReporterEmail.Length > 0, "reporter_email");
        Note(sent.FamilyPhone.Length > 0, "family_phone");
        Note(sent.DeviatingAddress.Length > 0, "deviating_address");
        return dropped;

        void Note(bool sentAlong, string field)
        {
            if (sentAlong)
            {
                dropped.Add(field);
            }
        }
    }

    // \z, not $: a trailing line feed is no part of a number.
    [GeneratedRegex(@"\A[A-Za-z0-9._/-]{1,40}\z")]
    private static partial Regex CaseNumberForm();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,20}\z")]
    private static partial Regex ReportNumberForm();

    private sealed class Reader
    {
        public List<Violation> Violations { get; } = [];

        public void Require(bool holds, string field, string reason, string description)
        {
            if (!holds)
            {
                Violations.Add(new($"signal.{field}", reason, description));
            }
        }

        public T Value<T>(string field, string reason, string text)
            where T : struct, IWrittenValue<T>
        {
            Require(T.TryParse(text, out var value, out var why), field, reason, why);
            return value;
        }

        public PersonNumber Person(string text, bool development)
        {
            Require(PersonNumber.TryParse(text, development, out var number, out var why), "person_number", "PERSON_NUMBER", why);
            return number;
        }

        public BirthDate Birth(Date sent, DateOnly today)
        {
            if (sent.Year < EarliestBirth || sent.Month is < 1 or > 12 || sent.Day < 0 || (sent.Day > 0 && !IsDay(sent)))
            {
                Require(false, "birth_date", "DATE", $"must be a date from {EarliestBirth} on; the day may be 0 where only the month is known");
                return default;
            }

            var birth = new BirthDate(sent.Year, sent.Month, sent.Day == 0 ? null : sent.Day);
            Require(birth.Earliest <= today, "birth_date", "IN_FUTURE", "lies in the future");
            return birth;
        }

        public DateOnly Day(string field, Date sent, DateOnly today)
        {
            if (!IsDay(sent))
            {
                Require(false, field, "DATE", "must be a day of the calendar: year, month and day");
                return default;
            }

            var day = new DateOnly(sent.Year, sent.Month, sent.Day);
            Require(day <= today, field, "IN_FUTURE", $"lies after today, {today.ToString("O", CultureInfo.InvariantCulture)}; a signal is about what has happened");
            return day;
        }

        private static bool IsDay(Date date) =>
            date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);
    }
}
