using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

public sealed class A_list_of_signals(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gives_every_signal_once_page_by_page_newest_first()
    {
        var created = new HashSet<string>();
        for (var day = 1; day <= 12; day++)
        {
            // Two on each day, so that a page can end between two of the same day.
            created.Add((await Create(s => s.StartDate = new Date { Year = 2024, Month = 10, Day = day })).Name);
            created.Add((await Create(s => s.StartDate = new Date { Year = 2024, Month = 10, Day = day })).Name);
        }

        var request = new ListSignalsRequest { Parent = "regions/VO2201", FromDate = new Date { Year = 2024, Month = 10, Day = 1 }, UntilDate = new Date { Year = 2024, Month = 10, Day = 31 }, PageSize = 5 };
        var listed = new List<Signal>();
        do
        {
            var page = await service.Assen.ListSignalsAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
            listed.AddRange(page.Signals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(24, listed.Count);
        Assert.Equal(created, listed.Select(s => s.Name).ToHashSet());
        Assert.Equal(listed.Select(s => s.StartDate.Day).OrderDescending(), listed.Select(s => s.StartDate.Day));
    }

    [Fact]
    public async Task is_narrowed_by_kind_and_period()
    {
        await Create(s => (s.Kind, s.StartDate) = (VerzuimKind.Luxe, new Date { Year = 2024, Month = 11, Day = 5 }));
        await Create(s => s.StartDate = new Date { Year = 2024, Month = 11, Day = 5 });
        await Create(s => (s.Kind, s.StartDate) = (VerzuimKind.Luxe, new Date { Year = 2024, Month = 11, Day = 6 }));

        var page = await service.Assen.ListSignalsAsync(
            new() { Parent = "regions/-", Kind = VerzuimKind.Luxe, FromDate = new Date { Year = 2024, Month = 11, Day = 5 }, UntilDate = new Date { Year = 2024, Month = 11, Day = 5 } },
            deadline: SignaleringFixture.Deadline,
            cancellationToken: Cancellation);

        Assert.Equal((VerzuimKind.Luxe, 5), page.Signals.Select(s => (s.Kind, s.StartDate.Day)).Single());
    }

    [Fact]
    public async Task of_another_municipality_is_refused_and_never_holds_another_s_signals()
    {
        var mine = await Create(_ => { });
        var other = service.ClientOf("1680");

        var listed = await other.ListSignalsAsync(new() { Parent = "regions/-", PageSize = 1_000 }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        var asked = await Refusal(() => other.ListSignalsAsync(new() { Parent = "regions/-", Municipality = "0106" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));

        Assert.DoesNotContain(mine.Name, listed.Signals.Select(s => s.Name));
        Assert.Equal("FOREIGN_MUNICIPALITY", asked.ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task answers_alike_whether_a_foreign_signal_exists_or_not()
    {
        var mine = await Create(_ => { });
        var other = service.ClientOf("1680");
        var nothing = mine.Name[..^4] + (mine.Name.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000");

        var existing = await Refusal(() => other.GetSignalAsync(new() { Name = mine.Name }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));
        var absent = await Refusal(() => other.GetSignalAsync(new() { Name = nothing }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));

        Assert.Equal((existing.StatusCode, existing.ErrorInfo()?.Reason, "NO_RELATION"), (absent.StatusCode, absent.ErrorInfo()?.Reason, "NO_RELATION"));
    }

    [Fact]
    public async Task does_not_find_a_signal_under_another_region()
    {
        var mine = await Create(_ => { });

        var refusal = await Refusal(() => service.Assen.GetSignalAsync(
            new() { Name = mine.Name.Replace("VO2201", "PO3008", StringComparison.Ordinal) }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));

        Assert.Equal("NO_RELATION", refusal.ErrorInfo()?.Reason);
    }

    [Theory]
    [InlineData("regions/VO22", "", 0, "parent")]
    [InlineData("VO2201", "", 0, "parent")]
    [InlineData("regions/VO2201", "x", 0, "page_token")]
    [InlineData("regions/VO2201", "", -1, "page_size")]
    public async Task is_refused_when_the_question_breaks_a_rule(string parent, string token, int size, string field)
    {
        var refusal = await Refusal(() => service.Assen.ListSignalsAsync(
            new() { Parent = parent, PageToken = token, PageSize = size }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));

        Assert.Equal(field, Assert.Single(refusal.FieldViolations()).Field);
    }

    [Fact]
    public async Task does_not_take_a_page_token_of_another_question()
    {
        await Create(_ => { });
        await Create(_ => { });
        var page = await service.Assen.ListSignalsAsync(new() { Parent = "regions/VO2201", PageSize = 1 }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

        var refusal = await Refusal(() => service.Assen.ListSignalsAsync(
            new() { Parent = "regions/-", PageSize = 1, PageToken = page.NextPageToken }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation));

        Assert.Equal("page_token", Assert.Single(refusal.FieldViolations()).Field);
    }

    private async Task<Signal> Create(Action<Signal> change) =>
        await service.Assen.CreateSignalAsync(service.Request(change), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private static Task<RpcException> Refusal<T>(Func<AsyncUnaryCall<T>> call) => Assert.ThrowsAsync<RpcException>(() => call().ResponseAsync);
}
