using System.Buffers.Text;
using System.Text;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>Lists the tables of a region's school year, in the order of their ids.</summary>
internal sealed class ListTables(Relations relations, IEnumerable<ITable> tables)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 1_000;

    public async Task<Outcome<ListTablesResponse>> Run(ListTablesRequest request, Caller caller)
    {
        if (!SchoolYearName.Parse(request.Parent).TryGet(out var parent, out var refusal))
        {
            return refusal;
        }

        if (request.PageSize < 0)
        {
            return Refusal.InvalidFields([new("page_size", "RANGE", $"must not be negative; 0 means {DefaultPage}")]);
        }

        if (!After(request.PageToken, parent).TryGet(out var after, out refusal) || !relations.ReaderOf(parent.Region, caller).TryGet(out var reader, out refusal))
        {
            return refusal;
        }

        var size = request.PageSize == 0 ? DefaultPage : Math.Min(request.PageSize, LargestPage);
        var found = new List<ITable>();
        foreach (var table in tables.Where(t => string.CompareOrdinal(t.Definition.Id, after) > 0).OrderBy(t => t.Definition.Id, StringComparer.Ordinal))
        {
            if (found.Count <= size && await table.Exists(reader, parent.Year))
            {
                found.Add(table);
            }
        }

        return new ListTablesResponse
        {
            Tables = { found.Take(size).Select(t => t.Definition.Empty(reader.Region, parent.Year)) },
            NextPageToken = found.Count > size ? TokenAfter(new TableName(parent, found[size - 1].Definition.Id)) : "",
        };
    }

    // The token is the name of the page's last table. It grants nothing, and holds the question that it belongs to.
    private static string TokenAfter(TableName last) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(last.ToString()));

    private static Outcome<string> After(string token, SchoolYearName parent)
    {
        if (token.Length == 0)
        {
            return "";
        }

        return Base64Url.IsValid(token)
            && TableName.Parse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token))).TryGet(out var last, out _)
            && last.Parent == parent
            ? last.Table
            : Refusal.InvalidFields([new("page_token", "PAGE_TOKEN", "is not one that this question gave; repeat the question without it, or with the same parent as before")]);
    }
}
