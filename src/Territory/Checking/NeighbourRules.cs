namespace Regional.Territory;

/// <summary>What must hold between regions: neighbours list the same postcodes and vestigingen, and must say the same of them.</summary>
internal static class NeighbourRules
{
    public static void Check(IReadOnlyList<(RegionFile File, RegionTables Tables)> regions, Findings findings)
    {
        RequireAgreement("POSTCODE_DISAGREES", regions.SelectMany(region => OfPostcodes(region.Tables)), findings);
        RequireAgreement("ESTABLISHMENT_DISAGREES", regions.SelectMany(region => OfEstablishments(region.Tables)), findings);
        RequireAgreement("MANDATE_DISAGREES", regions.SelectMany(region => OfParticipants(region.File)), findings);
    }

    private static IEnumerable<Statement> OfPostcodes(RegionTables tables) => tables.Postcodes.Rows
        .GroupBy(row => row.Value.Postcode)
        .Select(rows => new Statement(
            $"postcode {rows.Key}",
            string.Join('|', rows.Select(row => $"{row.Value.Place} {row.Value.Validity}").Order(StringComparer.Ordinal)),
            rows.First().At));

    // Names differ between sources without harm; board, place and kind decide who may do what.
    private static IEnumerable<Statement> OfEstablishments(RegionTables tables) => tables.Establishments.Rows
        .DistinctBy(row => row.Value.Code)
        .Select(row => new Statement($"vestiging {row.Value.Code}", (row.Value with { Name = "", Source = "" }).ToString(), row.At));

    // A samenwerkingsverband speaks for the region of the file, so it cannot disagree.
    private static IEnumerable<Statement> OfParticipants(RegionFile file) => file.Participants
        .Where(participant => participant.Value.Mandate is not Mandate.OfRegion)
        .DistinctBy(participant => participant.Value.Id)
        .Select(participant => new Statement(
            $"participant {participant.Value.Id.Oin} {EnumText.Of(participant.Value.Id.Role)} {participant.Value.Id.Unit}",
            participant.Value.Mandate.ToString(),
            participant.At));

    private static void RequireAgreement(string rule, IEnumerable<Statement> statements, Findings findings)
    {
        var said = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            if (!said.TryAdd(statement.About, statement) && said[statement.About] is var first && first.Says != statement.Says)
            {
                findings.Add(
                    statement.At, rule, $"Of the {statement.About} something else is said in {first.At.File} at {first.At.Where}.",
                    "Make the two files say the same: only one can be true.");
            }
        }
    }

    private sealed record Statement(string About, string Says, Location At);
}
