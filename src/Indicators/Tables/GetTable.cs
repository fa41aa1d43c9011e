using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>Gives one table to a participant of its region.</summary>
internal sealed class GetTable(Relations relations, IEnumerable<ITable> tables)
{
    public Outcome<Table> Run(TableName name, Caller caller)
    {
        if (!relations.ReaderOf(name.Parent.Region, caller).TryGet(out var reader, out var refusal))
        {
            return refusal;
        }

        return tables.FirstOrDefault(t => t.Definition.Id == name.Table && t.Exists(reader, name.Parent.Year)) is { } table
            ? table.Read(reader, name.Parent.Year)
            : Refused.TableNotFound(name, Existing(reader));
    }

    private string Existing(Reader reader) =>
        string.Join("; ", tables.Where(t => t.Years(reader).Length > 0).Select(t => $"{t.Definition.Id} of {t.Years(reader)}"));
}
