namespace Regional.Territory;

/// <summary>What must hold for those who take part, the flows between them and what they want to reach.</summary>
internal static class PartyRules
{
    public static void Check(RegionFile file, RegionTables tables, Findings findings)
    {
        CheckParticipants(file, tables, findings);
        CheckFlows(file, findings);
        CheckSourcesAndTargets(file, findings);
    }

    private static void CheckParticipants(RegionFile file, RegionTables tables, Findings findings)
    {
        var boards = tables.Establishments.Rows.Select(row => row.Value.Board).ToHashSet();
        var ids = new Dictionary<ParticipantId, Location>();
        foreach (var (participant, at) in file.Participants.Select(each => (each.Value, each.At)))
        {
            if (!ids.TryAdd(participant.Id, at))
            {
                findings.Add(
                    at, "PARTICIPANT_TWICE", $"OIN, role and unit are those of {ids[participant.Id].Where}.",
                    "Give one of them another unit, or leave it out: rights attach to the three together.");
            }

            switch (file.DevelopmentOins, participant.Id.Oin.IsDevelopment)
            {
                case (true, false):
                    findings.Add(
                        at.Below("oin"), "OIN_NOT_DEVELOPMENT", $"{participant.Id.Oin} has not the prefix 00000099 of the test range.",
                        "Give a development file only test OINs: an OIN that was issued is someone's.");
                    break;
                case (false, true):
                    findings.Add(
                        at.Below("oin"), "OIN_NOT_ISSUED", $"{participant.Id.Oin} is of the test range.",
                        "Give the OIN that Logius issued, or write \"oins\": \"development\".");
                    break;
                default:
                    break;
            }

            switch (participant.Mandate)
            {
                case Mandate.OfMunicipality { Code: var code }:
                    TerritoryRules.RequireMunicipality(code, at.Below("municipality"), file, findings);
                    break;
                case Mandate.OfBoard { Number: var number } when tables.Establishments.IsWhole && !boards.Contains(number):
                    findings.Add(
                        at.Below("board"), "BOARD_UNKNOWN", $"No vestiging in establishments.csv is of the board {number}.",
                        "Correct the number, or add its vestigingen.");
                    break;
                default:
                    break;
            }
        }
    }

    private static void CheckFlows(RegionFile file, Findings findings)
    {
        var flows = new Dictionary<(Role, Role, string), Location>();
        foreach (var (flow, at) in file.Flows.Select(each => (each.Value, each.At)))
        {
            var key = (flow.From, flow.To, flow.Purpose);
            if (!flows.TryAdd(key, at))
            {
                findings.Add(at, "FLOW_TWICE", $"This flow is already at {flows[key].Where}.", "Leave one of them out: a flow is open or shut, not both.");
            }
        }
    }

    private static void CheckSourcesAndTargets(RegionFile file, Findings findings)
    {
        foreach (var twice in file.Sources.GroupBy(source => source.Value.Id).Where(sources => sources.Count() > 1))
        {
            findings.Add(
                twice.Last().At.Below("id"), "SOURCE_TWICE", $"The id '{twice.Key}' is already that of {twice.First().At.Where}.",
                "Give each source an id of its own.");
        }

        foreach (var twice in file.Targets.GroupBy(target => target.Value.Indicator).Where(targets => targets.Count() > 1))
        {
            findings.Add(
                twice.Last().At.Below("indicator"), "TARGET_TWICE", $"There is already a target for '{twice.Key}' at {twice.First().At.Where}.",
                "Leave one of them out.");
        }

        foreach (var target in file.Targets)
        {
            SchoolRules.RequireSource(target.Value.Source, target.At.Below("source"), file, findings);
        }
    }
}
