using Grpc.Core;
using Regional.Indicators.Tests.Hosting;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tests;

public sealed class The_list_of_tables(IndicatorsFixture service) : IClassFixture<IndicatorsFixture>
{
    private const string Parent = "regions/VO2201/schoolYears/2024-2025";

    [Fact]
    public async Task has_each_table_of_the_school_year_without_its_rows()
    {
        var list = await List(new() { Parent = Parent });
        var earlier = await List(new() { Parent = "regions/VO2201/schoolYears/2023-2024" });
        var future = await List(new() { Parent = "regions/VO2201/schoolYears/2025-2026" });

        Assert.Equal([$"{Parent}/tables/participation", $"{Parent}/tables/signals-by-municipality"], list.Tables.Select(t => t.Name));
        Assert.All(list.Tables, table => Assert.Empty(table.Rows));
        Assert.All(list.Tables, table => Assert.NotEmpty(table.Definition.Text));
        Assert.Equal("", list.NextPageToken);
        Assert.Equal(["signals-by-municipality"], earlier.Tables.Select(t => t.Definition.Id));
        Assert.Empty(future.Tables);
    }

    [Fact]
    public async Task comes_in_pages_of_the_size_asked_for()
    {
        var first = await List(new() { Parent = Parent, PageSize = 1 });
        var second = await List(new() { Parent = Parent, PageSize = 1, PageToken = first.NextPageToken });
        var both = await List(new() { Parent = Parent, PageSize = 2 });

        Assert.Equal(["participation", "signals-by-municipality"], first.Tables.Concat(second.Tables).Select(t => t.Definition.Id));
        Assert.Equal((true, "", "", 2), (first.NextPageToken.Length > 0, second.NextPageToken, both.NextPageToken, both.Tables.Count));
    }

    [Fact]
    public async Task refuses_a_page_that_is_not_of_this_question()
    {
        var first = await List(new() { Parent = Parent, PageSize = 1 });

        Assert.Equal("page_token PAGE_TOKEN", await RuleBrokenBy(new() { Parent = "regions/VO2201/schoolYears/2023-2024", PageToken = first.NextPageToken }));
        Assert.Equal("page_token PAGE_TOKEN", await RuleBrokenBy(new() { Parent = Parent, PageToken = "not a token" }));
        Assert.Equal("page_token PAGE_TOKEN", await RuleBrokenBy(new() { Parent = Parent, PageToken = "bm90aGluZw" }));
        Assert.Equal("page_size RANGE", await RuleBrokenBy(new() { Parent = Parent, PageSize = -1 }));
        Assert.Equal("parent NAME", await RuleBrokenBy(new() { Parent = "regions/VO2201" }));
        Assert.Equal("parent REGION_CODE", await RuleBrokenBy(new() { Parent = "regions/Assen/schoolYears/2024-2025" }));
    }

    private async Task<ListTablesResponse> List(ListTablesRequest request) =>
        await service.ClientOf(IndicatorsFixture.Drenthe).ListTablesAsync(request, deadline: IndicatorsFixture.Deadline, cancellationToken: TestContext.Current.CancellationToken);

    private async Task<string> RuleBrokenBy(ListTablesRequest request)
    {
        var violation = Assert.Single((await Assert.ThrowsAsync<RpcException>(() => List(request))).FieldViolations());
        return $"{violation.Field} {violation.Reason}";
    }
}
