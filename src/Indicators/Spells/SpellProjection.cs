using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Microsoft.Data.Sqlite;
using Regional.EventLog.Following;
using Regional.Territory;
using Regional.Wire.Feed.V1;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Indicators.Spells;

/// <summary>Makes facts of the signals that Signalering stored.</summary>
/// <remarks>An event of an unknown type stops the counting too: it may well be one that takes a signal back.</remarks>
internal sealed partial class SpellProjection : IProjection
{
    private const string ReceivedType = "nl.regional.signalering.signaal-ontvangen.v1";

    private const string Insert = """
        insert into spells(region, position, subject, municipality, verzuim_class, start_date, end_date)
        values ($region, $position, $subject, $municipality, $verzuim_class, $start_date, $end_date)
        """;

    /// <inheritdoc/>
    public void Apply(SqliteTransaction transaction, string region, IReadOnlyList<Event> events)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.CommandText = Insert;
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$region", region);
        var position = command.Parameters.Add("$position", SqliteType.Integer);
        var subject = command.Parameters.Add("$subject", SqliteType.Blob);
        var municipality = command.Parameters.Add("$municipality", SqliteType.Text);
        var verzuimClass = command.Parameters.Add("$verzuim_class", SqliteType.Integer);
        var start = command.Parameters.Add("$start_date", SqliteType.Text);
        var end = command.Parameters.Add("$end_date", SqliteType.Text);
        foreach (var happened in events)
        {
            var spell = Spell.Read(happened);
            position.Value = happened.Sequence;
            subject.Value = spell.Subject;
            municipality.Value = spell.Municipality.ToString();
            verzuimClass.Value = (int)spell.Class;
            start.Value = Text(spell.Start);
            end.Value = spell.End is { } day ? Text(day) : DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private sealed partial record Spell(byte[] Subject, MunicipalityCode Municipality, VerzuimClass Class, DateOnly Start, DateOnly? End)
    {
        /// <exception cref="PoisonEventException">The event cannot be understood; the message names the rule and nothing of the child.</exception>
        public static Spell Read(Event happened)
        {
            var body = happened.Type == ReceivedType ? Parse(happened) : throw Poison(happened, "its type is unknown");
            if (!SubjectForm().IsMatch(happened.Subject))
            {
                throw Poison(happened, "its subject is not 32 hexadecimal digits");
            }

            if (!MunicipalityCode.TryParse(body.Municipality, out var municipality, out _))
            {
                throw Poison(happened, "municipality is no code of a municipality");
            }

            if (body.VerzuimClass is not (VerzuimClass.Absoluut or VerzuimClass.Relatief or VerzuimClass.Overig))
            {
                throw Poison(happened, "verzuim_class is unknown");
            }

            var start = Day(happened, "start_date", body.StartDate);
            DateOnly? end = body.EndDate is null ? null : Day(happened, "end_date", body.EndDate);
            return end < start
                ? throw Poison(happened, "end_date lies before start_date")
                : new Spell(Convert.FromHexString(happened.Subject), municipality, body.VerzuimClass, start, end);
        }

        private static SignaalOntvangen Parse(Event happened)
        {
            try
            {
                return SignaalOntvangen.Parser.ParseFrom(happened.Data);
            }
            catch (InvalidProtocolBufferException)
            {
                throw Poison(happened, $"its body is no {SignaalOntvangen.Descriptor.FullName}");
            }
        }

        private static DateOnly Day(Event happened, string field, Date? date) =>
            date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month)
                ? new DateOnly(date.Year, date.Month, date.Day)
                : throw Poison(happened, $"{field} is no day of the calendar");

        private static PoisonEventException Poison(Event happened, string problem) => new(happened.Sequence, problem);

        [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.CultureInvariant)]
        private static partial Regex SubjectForm();
    }
}
