using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>Gives one table to a participant of its region.</summary>
internal sealed class GetTable(Relations relations, IEnumerable<ITable> tables)
{
    public Outcome<Table> Run(TableName name, Caller caller)
    {
        if (!relations.RegionFor(caller, name.Parent.Region).TryGet(out var region, out var refusal))
        {
            return refusal;
        }

        return tables.FirstOrDefault(t => t.Definition.Id == name.Table && t.Exists(region, name.Parent.Year)) is { } table
            ? table.Read(region, name.Parent.Year)
            : Refused.TableNotFound(name, Existing(region));
    }

    private string Existing(Region region) =>
        string.Join("; ", tables.Where(t => t.Years(region).Length > 0).Select(t => $"{t.Definition.Id} of {t.Years(region)}"));
}
