using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>One of the tables that this service gives.</summary>
internal interface ITable
{
    /// <summary>What it counts, and how.</summary>
    TableDefinition Definition { get; }

    /// <summary>For which school years a participant has it, in words; empty for none.</summary>
    Task<string> Years(Reader reader);

    /// <summary>Whether a participant has it for a school year.</summary>
    Task<bool> Exists(Reader reader, SchoolYear year);

    /// <summary>The table of a school year for which it exists.</summary>
    Task<Table> Read(Reader reader, SchoolYear year);
}

/// <summary>What a table counts, and how.</summary>
/// <param name="Id">Stable, like <c>participation</c>.</param>
/// <param name="Version">Rises with every change of meaning.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Basis">Where pupils are counted.</param>
/// <param name="Columns">What the labels of a row say, in order.</param>
/// <param name="Text">The definition in words.</param>
internal sealed record TableDefinition(string Id, int Version, string Title, Basis Basis, IReadOnlyList<Column> Columns, string Text)
{
    /// <summary>A table of this definition, still without figures.</summary>
    public Table Empty(Region region, SchoolYear year) => new()
    {
        Name = new TableName(new(region.Code, year), Id).ToString(),
        Title = Title,
        Definition = new Definition { Id = Id, Version = Version, Text = Text },
        Basis = Basis,
        Columns = { Columns },
    };
}
