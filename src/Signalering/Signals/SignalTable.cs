using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Regional.EventLog;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Wire.Signalering.V1.Phase;

namespace Regional.Signalering.Signals;

/// <summary>The table of signals.</summary>
internal sealed class SignalTable : IStateTable<SignalId, Signal>
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public const string Columns = """
        id, region, position, municipality, subject, case_number, duo_report_number, kind, start_date, end_date, missed_hours,
        all_lessons_missed, action_requested, establishment, duty_ending, region_by_school, regions_by_residence, phase,
        leerplicht_start_date, leerplicht_end_date, adult_month, dropped_fields, recorded
        """;

    private const string LoadBatch = $"select {Columns} from signals where id in (select unhex(value) from json_each($ids))";

    private const string Insert = $"""
        insert into signals({Columns}) values ($id, $region, $position, $municipality, $subject, $case_number, $duo_report_number, $kind, $start_date,
        $end_date, $missed_hours, $all_lessons_missed, $action_requested, $establishment, $duty_ending, $region_by_school,
        $regions_by_residence, $phase, $leerplicht_start_date, $leerplicht_end_date, $adult_month, $dropped_fields, $recorded)
        """;

    private const string DayForm = "yyyy-MM-dd";
    private const string MonthForm = "yyyy-MM";

    public IReadOnlyDictionary<SignalId, Signal> Load(SqliteTransaction transaction, string region, IReadOnlyCollection<SignalId> keys)
    {
        using var command = Command(transaction, LoadBatch);
        command.Parameters.AddWithValue("$ids", JsonSerializer.Serialize(keys.Select(k => k.ToString())));
        using var reader = command.ExecuteReader();
        var found = new Dictionary<SignalId, Signal>();
        while (reader.Read())
        {
            var signal = Read(reader).State;
            found.Add(signal.Id, signal);
        }

        return found;
    }

    public void Save(SqliteTransaction transaction, string region, IReadOnlyCollection<Positioned<Signal>> changed)
    {
        using var command = Command(transaction, Insert);
        var values = Columns.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(name => command.Parameters.Add(new SqliteParameter { ParameterName = $"${name}" })).ToArray();
        foreach (var (signal, position) in changed)
        {
            Bind(values, signal, position);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The signal of the current row, and its position in the log.</summary>
    public static Positioned<Signal> Read(SqliteDataReader row) => new(
        new Signal
        {
            Id = new SignalId(row.GetFieldValue<byte[]>(0)),
            Log = row.GetString(1),
            Municipality = WrittenValues.Parse<MunicipalityCode>(row.GetString(3)),
            Subject = new SubjectId(row.GetFieldValue<byte[]>(4)),
            CaseNumber = row.GetString(5),
            DuoReportNumber = row.IsDBNull(6) ? null : row.GetString(6),
            Kind = (VerzuimKind)row.GetInt32(7),
            Start = Day(row.GetString(8)),
            End = row.IsDBNull(9) ? null : Day(row.GetString(9)),
            MissedHours = row.IsDBNull(10) ? null : row.GetInt32(10),
            AllLessonsMissed = row.IsDBNull(11) ? null : row.GetBoolean(11),
            ActionRequested = row.IsDBNull(12) ? null : row.GetBoolean(12),
            Establishment = row.IsDBNull(13) ? null : WrittenValues.Parse<EstablishmentCode>(row.GetString(13)),
            DutyEnding = (DutyEnding)row.GetInt32(14),
            RegionBySchool = row.IsDBNull(15) ? null : WrittenValues.Parse<RegionCode>(row.GetString(15)),
            RegionsByResidence = [.. row.GetString(16).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WrittenValues.Parse<RegionCode>)],
            Phase = (Phase)row.GetInt32(17),
            LeerplichtStart = Day(row.GetString(18)),
            LeerplichtEnd = Day(row.GetString(19)),
            AdultMonth = DateOnly.ParseExact(row.GetString(20), MonthForm, CultureInfo.InvariantCulture),
            DroppedFields = row.GetString(21).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Recorded = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(22)),
        },
        row.GetInt64(2));

    // In the order of Columns.
    private static void Bind(SqliteParameter[] values, Signal signal, long position)
    {
        values[0].Value = signal.Id.ToBytes();
        values[1].Value = signal.Log;
        values[2].Value = position;
        values[3].Value = signal.Municipality.ToString();
        values[4].Value = signal.Subject.ToBytes();
        values[5].Value = signal.CaseNumber;
        values[6].Value = (object?)signal.DuoReportNumber ?? DBNull.Value;
        values[7].Value = (int)signal.Kind;
        values[8].Value = Text(signal.Start, DayForm);
        values[9].Value = signal.End is { } end ? Text(end, DayForm) : DBNull.Value;
        values[10].Value = (object?)signal.MissedHours ?? DBNull.Value;
        values[11].Value = (object?)signal.AllLessonsMissed ?? DBNull.Value;
        values[12].Value = (object?)signal.ActionRequested ?? DBNull.Value;
        values[13].Value = (object?)signal.Establishment?.ToString() ?? DBNull.Value;
        values[14].Value = (int)signal.DutyEnding;
        values[15].Value = (object?)signal.RegionBySchool?.ToString() ?? DBNull.Value;
        values[16].Value = string.Join(' ', signal.RegionsByResidence);
        values[17].Value = (int)signal.Phase;
        values[18].Value = Text(signal.LeerplichtStart, DayForm);
        values[19].Value = Text(signal.LeerplichtEnd, DayForm);
        values[20].Value = Text(signal.AdultMonth, MonthForm);
        values[21].Value = string.Join(' ', signal.DroppedFields);
        values[22].Value = signal.Recorded.ToUnixTimeMilliseconds();
    }

    private static string Text(DateOnly day, string form) => day.ToString(form, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayForm, CultureInfo.InvariantCulture);

    private static SqliteCommand Command(SqliteTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return command;
    }
}
