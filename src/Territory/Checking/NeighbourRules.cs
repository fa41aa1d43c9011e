namespace Regional.Territory;

/// <summary>What must hold between regions: neighbours list the same postcodes and vestigingen, and must say the same of them.</summary>
internal static class NeighbourRules
{
    public static void Check(IReadOnlyList<(RegionFile File, RegionTables Tables)> regions, Findings findings)
    {
        RequireAgreement(
            regions.Select(region => region.Tables.Postcodes.GroupBy(row => row.Value.Postcode)
                .Select(rows => (Key: $"postcode {rows.Key}", Says: string.Join('|', rows.Select(row => $"{row.Value.Place} {row.Value.Validity}").Order(StringComparer.Ordinal)), rows.First().At))),
            "POSTCODE_DISAGREES", findings);
        RequireAgreement(
            regions.Select(region => region.Tables.Establishments.DistinctBy(row => row.Value.Code)
                .Select(row => (Key: $"vestiging {row.Value.Code}", Says: (row.Value with { Name = "", Source = "" }).ToString(), row.At))),
            "ESTABLISHMENT_DISAGREES", findings);
        RequireAgreement(
            regions.Select(region => region.File.Participants.Where(participant => participant.Value.Mandate is not Mandate.OfRegion).DistinctBy(participant => participant.Value.Id)
                .Select(participant => (Key: $"participant {participant.Value.Id}", Says: participant.Value.Mandate.ToString(), participant.At))),
            "MANDATE_DISAGREES", findings);
    }

    private static void RequireAgreement(IEnumerable<IEnumerable<(string Key, string Says, Location At)>> regions, string rule, Findings findings)
    {
        var said = new Dictionary<string, (string Says, Location At)>(StringComparer.Ordinal);
        foreach (var (key, says, at) in regions.SelectMany(statements => statements))
        {
            if (!said.TryAdd(key, (says, at)) && said[key].Says != says)
            {
                findings.Add(at, rule, $"Of the {key} something else is said in {said[key].At.File} at {said[key].At.Where}.", "Make the two files say the same: only one can be true.");
            }
        }
    }
}
