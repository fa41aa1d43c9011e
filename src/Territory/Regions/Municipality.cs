namespace Regional.Territory;

/// <summary>A municipality (gemeente) while it exists.</summary>
/// <param name="Code">Its code; a merger ends it.</param>
/// <param name="Name">Its official name.</param>
/// <param name="Aliases">Other ways in which sources write the name.</param>
/// <param name="Validity">When it exists.</param>
public sealed record Municipality(MunicipalityCode Code, string Name, IReadOnlyList<string> Aliases, Period Validity);
