using System.Globalization;
using Microsoft.Data.Sqlite;
using Regional.EventLog.Following;
using Regional.Wire.Feed.V1;

namespace Regional.Indicators.Spells;

/// <summary>Makes facts of the signals that Signalering stored.</summary>
internal sealed class SpellProjection : IProjection
{
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
}
