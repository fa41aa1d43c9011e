using System.Runtime.CompilerServices;

namespace Regional.Protos.Tests;

public sealed class The_contract
{
    [Fact]
    public void is_the_one_that_was_recorded()
    {
        var now = Contract.Lines(Contract.Files).ToList();
        if (Environment.GetEnvironmentVariable("REGIONAL_RECORD") == "1")
        {
            File.WriteAllLines(Path.Combine(SourceFolder(), "contract.txt"), now);
            return;
        }

        var (broken, added) = Contract.Compare(File.ReadLines("contract.txt"), now);

        Assert.True(broken.Count == 0, $"Clients rest on what is gone or changed:\n{string.Join("\n", broken)}");
        Assert.True(added.Count == 0, $"New in the contract. Record it: REGIONAL_RECORD=1 dotnet test --project tests/Protos.Tests\n{string.Join("\n", added)}");
    }

    [Theory]
    [InlineData("field a.v1.M 1 -> string name", "field a.v1.M 1 -> bytes name", true)]
    [InlineData("field a.v1.M 1 -> string name", "field a.v1.M 2 -> string name", true)]
    [InlineData("field a.v1.M 1 -> string name", "field a.v1.M 1 -> string title", true)]
    [InlineData("field a.v1.M 1 -> string name", "field a.v1.M 1 -> repeated string name", true)]
    [InlineData("field a.v1.M 1 -> string name", "field a.v1.M 1 -> string name [REQUIRED]", true)]
    [InlineData("field a.v1.M 1 -> string name [REQUIRED]", "field a.v1.M 1 -> string name", true)]
    [InlineData("value a.v1.E 1 -> E_ONE", "value a.v1.E 1 -> E_TWO", true)]
    [InlineData("rpc a.v1.S.Get(a.v1.R) -> a.v1.M", "rpc a.v1.S.Get(a.v1.R) -> stream a.v1.M", true)]
    [InlineData("message a.v1.M", "message a.v1.M", false)]
    public void breaks_when_something_recorded_changes(string recorded, string now, bool breaks) => Assert.Equal(breaks, Contract.Compare([recorded], [now]).Broken.Count > 0);

    [Fact]
    public void says_of_each_field_how_it_behaves()
    {
        var lines = Contract.Lines(Contract.Files).ToList();

        Assert.Contains("field regional.signalering.v1.CreateSignalRequest 1 -> string request_id [REQUIRED]", lines);
        Assert.Contains("field regional.signalering.v1.ListSignalsRequest 7 -> string page_token [OPTIONAL]", lines);
    }

    [Fact]
    public void does_not_break_when_something_is_added() =>
        Assert.Equal((0, 1), Counts(Contract.Compare(["message a.v1.M"], ["message a.v1.M", "message a.v1.N"])));

    private static (int, int) Counts((IReadOnlyList<string> Broken, IReadOnlyList<string> Added) changes) => (changes.Broken.Count, changes.Added.Count);

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
