using Aspire.Hosting.Testing;

namespace Regional.Hosting.Tests;

/// <summary>
/// PublicApi.txt holds the signatures of Aspire's own assemblies (the release line 13.4), as far as these stand-ins have them. A member that
/// is added here is looked up there first; so our AppHost is a text that Aspire compiles too.
/// </summary>
public sealed class The_public_members
{
    [Fact]
    public void have_the_signatures_of_Aspire_and_there_are_no_others()
    {
        var recorded = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt"));

        var lines = new[] { typeof(DistributedApplication).Assembly, typeof(DistributedApplicationTestingBuilder).Assembly }
            .SelectMany(assembly => new PublicApi(assembly).Lines()).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(lines.Except(recorded)); // what we have and Aspire has not
        Assert.Empty(recorded.Except(lines)); // what is recorded and we have not
        Assert.Equal(recorded, lines);
    }
}
