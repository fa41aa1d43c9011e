namespace Regional.Hosting.Tests;

/// <summary>
/// PublicApi.txt holds the signatures of Aspire's own assembly (the release line 13.4), as far as this stand-in has them. A member that
/// is added here is looked up there first; so our AppHost is a text that Aspire compiles too.
/// </summary>
public sealed class The_public_members
{
    [Fact]
    public void have_the_signatures_of_Aspire_and_there_are_no_others()
    {
        var recorded = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt"));

        Assert.Equal(recorded, new PublicApi(typeof(DistributedApplication).Assembly).Lines().Order(StringComparer.Ordinal));
    }
}
