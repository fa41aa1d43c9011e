using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>Gives one table to a participant of its region.</summary>
internal sealed class GetTable(Relations relations, IEnumerable<ITable> tables)
{
    public async Task<Outcome<Table>> Run(TableName name, Caller caller)
    {
        if (!relations.ReaderOf(name.Parent.Region, caller).TryGet(out var reader, out var refusal))
        {
            return refusal;
        }

        return tables.FirstOrDefault(t => t.Definition.Id == name.Table) is { } table && await table.Exists(reader, name.Parent.Year)
            ? await table.Read(reader, name.Parent.Year)
            : Refused.TableNotFound(name, await Existing(reader));
    }

    private async Task<string> Existing(Reader reader)
    {
        var existing = new List<string>();
        foreach (var table in tables)
        {
            if (await table.Years(reader) is { Length: > 0 } years)
            {
                existing.Add($"{table.Definition.Id} of {years}");
            }
        }

        return string.Join("; ", existing);
    }
}
