using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Regional.ServiceDefaults.Caching;
using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>Tables as they were given: who asks for the same table of the same edition need not wait for the count.</summary>
internal sealed class ServedTables(ICache cache, Regions regions)
{
    // Only so that what nobody asks for any more is gone one day: another edition has another key.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The table, as it was given before or as it is made now.</summary>
    /// <param name="reader">Another part of a region is another table.</param>
    /// <param name="name">The table's name.</param>
    /// <param name="edition">Names the facts on which it rests.</param>
    /// <param name="make">Makes it.</param>
    public async Task<Table> Find(Reader reader, TableName name, string edition, Func<Task<Table>> make)
    {
        var key = KeyOf(reader, name, edition);
        if (await cache.Get(key) is { } given)
        {
            return Table.Parser.ParseFrom(given);
        }

        var table = await make();
        await cache.Keep(key, table.ToByteArray(), Lifetime);
        return table;
    }

    // All that a table comes from: its facts, the files of the regions, the program, and the part of the region that its reader may see.
    private string KeyOf(Reader reader, TableName name, string edition)
    {
        var part = string.Join(' ', reader.Municipalities.Select(municipality => municipality.Code));
        var source = $"{name}\n{part}\n{edition}\n{regions.Digest}\n{typeof(ServedTables).Module.ModuleVersionId}";
        return $"table:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))}";
    }
}
