using System.Text;
using Dapper;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Signalering.Tests;

public sealed class A_pupil_who_is_erased(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_in_no_signal_list_or_event_any_more()
    {
        var number = service.NextNumber();
        var erased = await Send("0106", number, "Z-1");
        var other = await Send("0106", service.NextNumber(), "Z-2");

        Assert.Equal(1, await Erase("0106", number));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Get("0106", erased));
        Assert.Equal("NO_RELATION", refusal.ErrorInfo()?.Reason);
        Assert.Equal("Z-2", (await Get("0106", other)).CaseNumber);
        var listed = await service.Assen.ListSignalsAsync(new() { Parent = "regions/-", PageSize = 1_000 }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.DoesNotContain(listed.Signals, s => s.Name == erased);
        Assert.DoesNotContain(await Events(), e => !e.Erased && e.Type.EndsWith("ontvangen.v1", StringComparison.Ordinal) && SignaalOntvangen.Parser.ParseFrom(e.Data).Signal == erased.Split('/')[^1]);
        Assert.Equal(0, await Erase("0106", number));
    }

    [Fact]
    public async Task leaves_no_byte_in_any_file()
    {
        var number = service.NextNumber();
        await Send("0106", number, "Z-GEHEIM-77");
        var subject = Query<byte[]>(service, "select subject from signals where case_number = 'Z-GEHEIM-77'");
        byte[] hmac = Query<byte[]>("subjects.db", "select hmac from subjects where subject = @subject", new { subject });
        var key = Query<byte[]>(service, "select wrapped from file_keys where file = (select file from events where subject = @subject)", new { subject });
        byte[][] traces = [subject, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(subject)), hmac, key, "Z-GEHEIM-77"u8.ToArray()];
        Assert.Equal([true, false, true, true, true], traces.Select(t => Holding(t).Count > 0));

        await Erase("0106", number);

        Assert.All(traces, trace => Assert.Empty(Holding(trace)));
    }

    [Fact]
    public async Task is_erased_by_the_municipality_that_sent_the_signals_and_stays_with_others()
    {
        var number = service.NextNumber();
        var assen = await Send("0106", number, "Z-1");
        var tynaarlo = await Send("1730", number, "Z-2");

        Assert.Equal(1, await Erase("0106", number));

        Assert.Equal("Z-2", (await Get("1730", tynaarlo)).CaseNumber);
        await Assert.ThrowsAsync<RpcException>(() => Get("0106", assen));
        var again = await Send("1730", number, "Z-3");
        Assert.Single(new[] { tynaarlo, again }.Select(name => Convert.ToHexString(Query<byte[]>(service, "select subject from signals where id = @id", new { id = Convert.FromHexString(name.Split('/')[^1]) }))).Distinct());
        Assert.Equal(2, await Erase("1730", number));
    }

    [Fact]
    public async Task of_another_municipality_is_not_told_from_one_who_is_unknown()
    {
        var number = service.NextNumber();
        await Send("1730", number, "Z-2");

        Assert.Equal((0, 0), (await Erase("0106", number), await Erase("0106", service.NextNumber())));
    }

    [Theory]
    [InlineData(Role.Samenwerkingsverband, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.SchoolBoard, "ROLE_NOT_ALLOWED")]
    public async Task can_be_erased_by_no_other_role(Role role, string reason)
    {
        var client = service.ClientWith(service.TokenOf("0106", role));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.EraseSubjectAsync(new() { PersonNumber = service.NextNumber() }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation).ResponseAsync);

        Assert.Equal((StatusCode.PermissionDenied, reason), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Fact]
    public async Task needs_a_number_that_is_one()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Erase("0106", "123456789"));

        Assert.Equal(("person_number", "PERSON_NUMBER"), refusal.FieldViolations().Select(v => (v.Field, v.Reason)).Single());
    }

    [Fact]
    public async Task is_not_stored_anew_by_a_resend_of_what_was_sent()
    {
        var request = service.Request(s => s.CaseNumber = "Z-AGAIN");
        await service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        await Erase("0106", request.Signal.PersonNumber);

        using var stream = new Stream(service);
        var result = Assert.Single((await stream.Send(new() { Batch = 1, Signals = { request } })).Results);

        Assert.Equal((Outcome.Rejected, "REQUEST_ERASED"), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task is_erased_again_in_a_restored_backup_before_it_serves()
    {
        var number = service.NextNumber();
        var name = await Send("0106", number, "Z-BACKUP");
        var kept = await Send("0106", service.NextNumber(), "Z-KEPT");
        string[] databases = ["signalering.db", "subjects.db"];
        await service.Restart(() => Array.ForEach(databases, file => File.Copy(Path.Combine(service.DataFolder, file), Path.Combine(service.DataFolder, $"{file}.backup"), overwrite: true)));
        await Erase("0106", number);

        await service.Restart(() => Array.ForEach(databases, file => File.Move(Path.Combine(service.DataFolder, $"{file}.backup"), Path.Combine(service.DataFolder, file), overwrite: true)));

        await Assert.ThrowsAsync<RpcException>(() => Get("0106", name));
        Assert.Equal("Z-KEPT", (await Get("0106", kept)).CaseNumber);
        Assert.Empty(Holding("Z-BACKUP"u8.ToArray()));
        Assert.Equal(0, await Erase("0106", number));
    }

    [Fact]
    public async Task stays_and_is_not_said_to_be_erased_where_the_list_is_another()
    {
        var number = service.NextNumber();
        var name = await Send("0106", number, "Z-LIJST");
        var gone = service.NextNumber();
        await Send("0106", gone, "Z-WEG");
        await Erase("0106", gone);
        var list = Path.Combine(service.DataFolder, "erasures", "signalering.ndjson");
        File.Move(list, $"{list}.ours");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Erase("0106", number));

        Assert.Equal((StatusCode.FailedPrecondition, "ERASURE_LIST"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Equal("Z-LIJST", (await Get("0106", name)).CaseNumber);
        File.Move($"{list}.ours", list, overwrite: true);
        Assert.Equal(1, await Erase("0106", number));
    }

    private async Task<string> Send(string municipality, string number, string caseNumber) => (await service.ClientOf(municipality).CreateSignalAsync(
        service.Request(s => (s.Municipality, s.PersonNumber, s.CaseNumber, s.Postcode) = (municipality, number, caseNumber, "")),
        deadline: SignaleringFixture.Deadline,
        cancellationToken: Cancellation)).Name;

    private async Task<Signal> Get(string municipality, string name) =>
        await service.ClientOf(municipality).GetSignalAsync(new() { Name = name }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private async Task<int> Erase(string municipality, string number) => (await service.ClientOf(municipality).EraseSubjectAsync(
        new() { PersonNumber = number }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation)).ErasedSignals;

    private async Task<IReadOnlyList<Wire.Feed.V1.Event>> Events()
    {
        using var call = service.Feed.ReadFeed(new() { Region = "VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        return [.. (await call.ResponseStream.ReadAllAsync(Cancellation).ToListAsync(Cancellation)).SelectMany(p => p.Events)];
    }

    private static T Query<T>(SignaleringFixture service, string sql, object? parameters = null)
    {
        using var connection = service.Service<Database>().OpenReader().GetAwaiter().GetResult();
        return connection.QuerySingle<T>(sql, parameters);
    }

    private T Query<T>(string file, string sql, object parameters)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(service.DataFolder, file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        return connection.QuerySingle<T>(sql, parameters);
    }

    /// <summary>The files of the service that hold these bytes.</summary>
    private List<string> Holding(byte[] bytes) => [.. Directory.EnumerateFiles(service.DataFolder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
        })
        .Select(file => Path.GetFileName(file)!)];
}
