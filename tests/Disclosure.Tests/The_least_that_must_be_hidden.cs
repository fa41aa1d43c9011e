using Regional.Disclosure.Repairs;
using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Tests;

/// <summary>What our patterns hide beyond what must be, on tables small enough to know that. docs/disclosure.md states these figures.</summary>
public sealed class The_least_that_must_be_hidden
{
    private const int LargestTable = 60;

    [Theory]
    [InlineData("z1", 6, 6, 35, 35)]
    [InlineData("microdata1", 4, 4, 42, 42)]
    [InlineData("problemdata_4x4", 13, 12, 5574, 4280)]
    [InlineData("issue135", 12, 11, 42, 42)]
    [InlineData("mun_accidents", 28, 27, 40, 37)]
    [InlineData("linked_vignette", 16, 16, 77, 77)]
    [InlineData("exPSD", 15, 14, 43, 43)]
    [InlineData("e6", 12, 12, 70, 70)]
    public void of_an_instance_is_known(string instance, int ours, int least, long ourSum, long leastSum)
    {
        GlpkProgram.Require();
        var (publication, rules) = Instances.Protected(instance, SingletonRule.AnySum);
        Assert.InRange(publication.System.Cells.Count, 1, LargestTable);

        var (repaired, fewest, smallest) = Compare(publication, rules.ProtectZeros);

        Assert.Equal((ours, least, ourSum, leastSum), (repaired.Count, fewest.Count, SumOf(publication, repaired), SumOf(publication, smallest)));
    }

    [Fact]
    public void of_random_tables_is_known()
    {
        GlpkProgram.Require();
        var (random, ours, least, ourSum, leastSum) = (new Random(1), 0, 0, 0L, 0L);
        foreach (var table in Enumerable.Repeat(0, int.MaxValue).Select(_ => RandomTable.Of(random, schools: random.Next(2, 6))).Where(table => table.System.Cells.Count is >= 20 and <= LargestTable).Take(150))
        {
            var publication = Tables.Protect(table.System, table.Rules).Publication;
            var (repaired, fewest, smallest) = Compare(publication, protectsZeros: false);
            (ours, least, ourSum, leastSum) = (ours + repaired.Count, least + fewest.Count, ourSum + SumOf(publication, repaired), leastSum + SumOf(publication, smallest));
        }

        Assert.Equal((1931, 1732, 20373, 17251), (ours, least, ourSum, leastSum));
    }

    private static (IReadOnlyCollection<int> Ours, IReadOnlyCollection<int> Fewest, IReadOnlyCollection<int> Smallest) Compare(Publication publication, bool protectsZeros)
    {
        var input = A_repair.Input(publication, protectsZeros);
        var repaired = Repair.Run(new(publication, input, input.Primary.ToHashSet(), KnowledgeLevel.B, []), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(repaired.Unsafe);
        // Of patterns that hide as much, the one with fewer cells.
        return ([.. Enumerable.Range(0, publication.Statuses.Count).Where(repaired.Publication.Hides)], Optimum.Of(publication, protectsZeros, _ => 1), Optimum.Of(publication, protectsZeros, cell => cell.Value + 0.001));
    }

    private static long SumOf(Publication publication, IEnumerable<int> cells) => cells.Sum(cell => publication.System.Cells[cell].Value);
}
