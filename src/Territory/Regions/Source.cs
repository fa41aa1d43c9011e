namespace Regional.Territory;

/// <summary>Where data of a region was taken from.</summary>
/// <param name="Id">The short name by which the region's files refer to it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Licence">Under which terms, as far as it is known.</param>
/// <param name="Date">Of when it is: a date, or what the source itself says.</param>
/// <param name="Note">What a reader of the figures should know: what was changed, what it does not tell, what was made up.</param>
public sealed record Source(string Id, string Title, string Publisher, string Licence, string Date, string Note);
