using System.Data.Common;
using System.Globalization;
using Dapper;
using Regional.EventLog;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Wire.Signalering.V1.Phase;

namespace Regional.Signalering.Signals;

/// <summary>The table of signals.</summary>
internal sealed class SignalTable : IStateTable<SignalId, Signal>
{
    private const string MonthForm = "yyyy-MM";

    private static readonly TableWriter<Positioned<Signal>> Writer = new("signals")
    {
        { "id", row => row.State.Id.ToBytes() },
        { "region", row => row.State.Log },
        { "position", row => row.Position },
        { "municipality", row => row.State.Municipality.ToString() },
        { "subject", row => row.State.Subject.ToBytes() },
        { "case_number", row => row.State.CaseNumber },
        { "duo_report_number", row => row.State.DuoReportNumber },
        { "kind", row => (int)row.State.Kind },
        { "start_date", row => row.State.Start },
        { "end_date", row => row.State.End },
        { "missed_hours", row => row.State.MissedHours },
        { "all_lessons_missed", row => row.State.AllLessonsMissed },
        { "action_requested", row => row.State.ActionRequested },
        { "establishment", row => row.State.Establishment?.ToString() },
        { "duty_ending", row => (int)row.State.DutyEnding },
        { "regions_by_school", row => string.Join(' ', row.State.RegionsBySchool) },
        { "regions_by_residence", row => string.Join(' ', row.State.RegionsByResidence) },
        { "phase", row => (int)row.State.Phase },
        { "leerplicht_start_date", row => row.State.LeerplichtStart },
        { "leerplicht_end_date", row => row.State.LeerplichtEnd },
        { "adult_month", row => row.State.AdultMonth.ToString(MonthForm, CultureInfo.InvariantCulture) },
        { "dropped_fields", row => string.Join(' ', row.State.DroppedFields) },
        { "recorded", row => row.State.Recorded.ToUnixTimeMilliseconds() },
    };

    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    public static readonly string Columns = string.Join(", ", Writer);

    private static readonly Sql LoadBatch = new(
        $"select {Columns} from signals where id in (select unhex(value) from json_each(@ids))",
        $"select {Columns} from signals where id = any(@ids)");

    private static readonly Sql Remove = new(
        "delete from signals where region = @region and position in (select value from json_each(@positions))",
        "delete from signals where region = @region and position = any(@positions)");

    public async Task<IReadOnlyDictionary<SignalId, Signal>> Load(DbTransaction transaction, string region, IReadOnlyCollection<SignalId> keys)
    {
        var connection = transaction.Connection!;
        await using var row = await connection.ExecuteReaderAsync(LoadBatch.For(connection), new { ids = connection.SetOf(keys.Select(k => k.ToBytes())) }, transaction);
        return (await ReadAll(row)).ToDictionary(signal => signal.State.Id, signal => signal.State);
    }

    public Task Save(DbTransaction transaction, string region, IReadOnlyCollection<Positioned<Signal>> changed) => Writer.Insert(transaction, changed);

    public Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions) => transaction.Connection!.ExecuteAsync(
        Remove.For(transaction.Connection!), new { region, positions = transaction.Connection!.SetOf(positions) }, transaction);

    /// <summary>The signals of the remaining rows, each with its position in the log.</summary>
    public static async Task<List<Positioned<Signal>>> ReadAll(DbDataReader row)
    {
        var signals = new List<Positioned<Signal>>();
        while (await row.ReadAsync())
        {
            signals.Add(Read(row));
        }

        return signals;
    }

    private static Positioned<Signal> Read(DbDataReader row) => new(
        new Signal
        {
            Id = new SignalId(row.GetFieldValue<byte[]>(0)),
            Log = row.GetString(1),
            Municipality = WrittenValues.Parse<MunicipalityCode>(row.GetString(3)),
            Subject = new SubjectId(row.GetFieldValue<byte[]>(4)),
            CaseNumber = row.GetString(5),
            DuoReportNumber = row.IsDBNull(6) ? null : row.GetString(6),
            Kind = (VerzuimKind)row.GetInt32(7),
            Start = row.GetFieldValue<DateOnly>(8),
            End = row.IsDBNull(9) ? null : row.GetFieldValue<DateOnly>(9),
            MissedHours = row.IsDBNull(10) ? null : row.GetInt32(10),
            AllLessonsMissed = row.IsDBNull(11) ? null : row.GetBoolean(11),
            ActionRequested = row.IsDBNull(12) ? null : row.GetBoolean(12),
            Establishment = row.IsDBNull(13) ? null : WrittenValues.Parse<EstablishmentCode>(row.GetString(13)),
            DutyEnding = (DutyEnding)row.GetInt32(14),
            RegionsBySchool = Regions(row.GetString(15)),
            RegionsByResidence = Regions(row.GetString(16)),
            Phase = (Phase)row.GetInt32(17),
            LeerplichtStart = row.GetFieldValue<DateOnly>(18),
            LeerplichtEnd = row.GetFieldValue<DateOnly>(19),
            AdultMonth = DateOnly.ParseExact(row.GetString(20), MonthForm, CultureInfo.InvariantCulture),
            DroppedFields = row.GetString(21).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Recorded = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(22)),
        },
        row.GetInt64(2));

    private static List<RegionCode> Regions(string codes) => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WrittenValues.Parse<RegionCode>)];
}
