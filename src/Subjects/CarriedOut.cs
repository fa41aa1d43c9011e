namespace Regional.Subjects;

/// <summary>How much of the list of erasures has been carried out in a database.</summary>
/// <param name="Entries">So many entries from the first.</param>
/// <param name="Hash">Of the last of them, in hexadecimal; it stands for all before it. Null where there is none, or an earlier program carried it out.</param>
public readonly record struct CarriedOut(long Entries, string? Hash);
