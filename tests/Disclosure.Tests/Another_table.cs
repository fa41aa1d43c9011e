using Regional.Disclosure.Auditing;
using Regional.Disclosure.Repairs;

namespace Regional.Disclosure.Tests;

/// <summary>A table that looks like the true one but for a few cells, so that one of them could be something else.</summary>
public sealed class Another_table
{
    // Three by three, with the sums of its rows and columns.
    private readonly CellSystem _system = Tables.Of(
        "a=3 b=3 c=3 d=3 e=3 f=3 g=3 h=3 i=3",
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "row1=a+b+c", "row2=d+e+f", "row3=g+h+i", "column1=a+d+g", "column2=b+e+h", "column3=c+f+i");

    [Theory]
    [InlineData("b d", "a c g i")]
    [InlineData("c g", "a b d e")]
    [InlineData("b g", "a c d f")]
    public void is_the_one_that_costs_least(string dear, string moved) => Assert.Equal(moved, Moved("a", 2, dear, still: "row1 row2 row3 column1 column2 column3"));

    [Theory]
    [InlineData("b c")]
    [InlineData("d g")]
    [InlineData("e f h i")]
    public void is_not_found_where_none_looks_the_same(string still) => Assert.Null(Moved("a", 2, dear: "", $"{still} row1 row2 row3 column1 column2 column3"));

    [Fact]
    public void has_no_hidden_cell_below_one()
    {
        Assert.NotNull(Moved("a", 5, dear: "", still: "row1 row2 row3 column1 column2 column3"));
        // Each of b and c can fall by two at the most, so a cannot rise by five.
        Assert.Null(Moved("a", 8, dear: "", still: "row1 row2 row3 column1 column2 column3"));
    }

    private string? Moved(string cell, double wanted, string dear, string still)
    {
        var equations = Equations.Of(_system);
        var view = AttackerView.Of(new(_system, [.. _system.Cells.Select(_ => CellStatus.Secondary)]), KnowledgeLevel.B, protectsZeros: false);
        double[] point = [.. Knowledge.Truth(view, equations).Select(value => (double)value!)];
        int[] UnknownsOf(string cells) => [.. cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => equations.UnknownOfCell[_system.Find(id)!.Value])];
        var (costly, fixedOnes) = (UnknownsOf(dear), UnknownsOf(still));

        var moved = new OtherTables(equations, point).Cheapest(
            UnknownsOf(cell)[0], wanted, unknown => fixedOnes.Contains(unknown) ? Bounds.Exactly((long)point[unknown]) : new(1, Bounds.None), unknown => costly.Contains(unknown) ? 5 : 1, 100,
            TestContext.Current.CancellationToken);

        return moved is null ? null : string.Join(' ', _system.Cells.Where((_, index) => moved.Contains(equations.UnknownOfCell[index])).Select(found => found.Id));
    }
}
