using Grpc.Core;
using Regional.Indicators.Tests.Hosting;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tests;

public sealed class A_caller(IndicatorsFixture service) : IClassFixture<IndicatorsFixture>
{
    [Theory]
    [InlineData("00000099000100106000", "municipality", "leerplicht")]
    [InlineData("00000099000100106000", "school-board", "verzuim")]
    [InlineData("00000099000213273000", "school-board", "verzuim")]
    [InlineData("00000099000322201000", "samenwerkingsverband", "monitor")]
    public async Task reads_the_tables_of_a_region_in_which_it_takes_part(string oin, string role, string unit)
    {
        var table = await service.Table("participation", CallerOf(oin, role, unit));

        Assert.Equal("regions/VO2201/schoolYears/2024-2025/tables/participation", table.Name);
    }

    [Theory]
    [InlineData("00000099000313008000", "samenwerkingsverband", "monitor")]
    [InlineData("00000099000100743000", "municipality", "leerplicht")]
    [InlineData("00000099000100106000", "municipality", "verzuim")]
    [InlineData("00000099000101680000", "school-board", "verzuim")]
    [InlineData("00000099000000000000", "follower", "deployment")]
    public async Task is_refused_in_a_region_in_which_it_takes_no_part(string oin, string role, string unit)
    {
        var caller = CallerOf(oin, role, unit);

        var table = await Refused(service.Table("participation", caller));
        var list = await Refused(service.ClientOf(caller).ListTablesAsync(
            new() { Parent = "regions/VO2201/schoolYears/2024-2025" }, deadline: IndicatorsFixture.Deadline, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);

        Assert.All([table, list], refusal => Assert.Equal((StatusCode.PermissionDenied, "NOT_A_PARTICIPANT"), (refusal.StatusCode, refusal.ErrorInfo()!.Reason)));
        Assert.Equal("VO2201", table.ErrorInfo()!.Metadata["region"]);
    }

    [Fact]
    public async Task learns_nothing_of_which_regions_are_hosted_and_which_tables_they_have()
    {
        var refusals = new List<RpcException>();
        foreach (var name in new[] { "regions/VO2201/schoolYears/2024-2025/tables/participation", "regions/VO9999/schoolYears/2024-2025/tables/participation", "regions/VO2201/schoolYears/1999-2000/tables/nothing" })
        {
            refusals.Add(await Refused(service.Table(name, IndicatorsFixture.Peelland)));
        }

        Assert.Single(refusals.Select(r => r.Status.Detail.Replace("VO9999", "VO2201", StringComparison.Ordinal)).Distinct());
        Assert.All(refusals, refusal => Assert.Equal("NOT_A_PARTICIPANT", refusal.ErrorInfo()!.Reason));
    }

    [Theory]
    [InlineData("regions/VO2201/schoolYears/2024-2025/tables/verzuim")]
    [InlineData("regions/VO2201/schoolYears/2023-2024/tables/participation")]
    [InlineData("regions/VO2201/schoolYears/2025-2026/tables/signals-by-municipality")]
    public async Task is_told_which_tables_there_are_when_the_one_asked_for_is_not(string name)
    {
        var refusal = await Refused(service.Table(name));

        Assert.Equal((StatusCode.NotFound, "TABLE_NOT_FOUND"), (refusal.StatusCode, refusal.ErrorInfo()!.Reason));
        Assert.Equal("participation of 2024-2025; signals-by-municipality of every school year up to 2024-2025", refusal.ErrorInfo()!.Metadata["existing"]);
        Assert.Contains(refusal.ErrorInfo()!.Metadata["existing"], refusal.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_told_that_a_region_for_primary_education_has_no_participation_in_VSO_and_PRO()
    {
        var refusal = await Refused(service.Table("regions/PO3008/schoolYears/2024-2025/tables/participation", IndicatorsFixture.Peelland));

        Assert.Equal(("TABLE_NOT_FOUND", "signals-by-municipality of every school year up to 2024-2025"), (refusal.ErrorInfo()!.Reason, refusal.ErrorInfo()!.Metadata["existing"]));
    }

    [Theory]
    [InlineData("", "REQUIRED")]
    [InlineData("participation/", "NAME")]
    [InlineData("regions/VO2201/tables/participation", "NAME")]
    [InlineData("regions/VO2201/schoolYears/2024-2025/tables/participation/rows", "NAME")]
    [InlineData("regions/vo2201/schoolYears/2024-2025/tables/participation", "REGION_CODE")]
    [InlineData("regions/VO2201/schoolYears/2024-2026/tables/participation", "SCHOOL_YEAR")]
    [InlineData("regions/VO2201/schoolYears/2024-2025/tables/Participation", "TABLE_ID")]
    [InlineData("regions/VO2201/schoolYears/2024-2025/tables/participation\n", "TABLE_ID")]
    [InlineData("regions/22/schoolYears/2024/tables/", "REGION_CODE SCHOOL_YEAR TABLE_ID")]
    [InlineData("regions/VO2201/schoolYears/2024-2025/tables/particip\0ation", "MALFORMED_TEXT")]
    public async Task is_told_what_is_wrong_with_a_name(string name, string rules)
    {
        var refusal = await Refused(service.ClientOf(IndicatorsFixture.Drenthe).GetTableAsync(
            new GetTableRequest { Name = name }, deadline: IndicatorsFixture.Deadline, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELDS"), (refusal.StatusCode, refusal.ErrorInfo()!.Reason));
        Assert.Equal(rules, string.Join(' ', refusal.FieldViolations().Select(v => v.Reason)));
        Assert.All(refusal.FieldViolations(), violation => Assert.Equal("name", violation.Field));
        Assert.All(refusal.FieldViolations(), violation => Assert.NotEmpty(violation.Description));
    }

    [Fact]
    public async Task needs_a_token_and_a_deadline()
    {
        var request = new GetTableRequest { Name = "regions/VO2201/schoolYears/2024-2025/tables/participation" };

        var stranger = await Refused(service.Stranger.GetTableAsync(request, deadline: IndicatorsFixture.Deadline, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);
        var patient = await Refused(service.ClientOf(IndicatorsFixture.Drenthe).GetTableAsync(request, cancellationToken: TestContext.Current.CancellationToken).ResponseAsync);

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_MISSING"), (stranger.StatusCode, stranger.ErrorInfo()!.Reason));
        Assert.Equal("DEADLINE_REQUIRED", patient.ErrorInfo()!.Reason);
    }

    private static Caller CallerOf(string oin, string role, string unit) => new(WrittenValues.Parse<Oin>(oin), WrittenValues.Parse<CallerRole>(role), unit, "somebody");

    private static Task<RpcException> Refused(Task call) => Assert.ThrowsAsync<RpcException>(() => call);
}
