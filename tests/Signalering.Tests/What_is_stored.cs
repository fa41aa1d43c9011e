using Grpc.Core;
using System.Text;
using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

public sealed class What_is_stored(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task holds_no_number_no_text_and_no_address_in_any_file()
    {
        var texts = new[] { "geheime reden", "actie van de school", "omdat", "Naam Leerling", "Naam Melder", "mentor", "0501111111", "melder@example.org", "0612345678", "Dorpsstraat 1" };
        var request = service.Request(s =>
        {
            s.PersonNumber = "999990639";
            s.Postcode = "9401 XQ";
            (s.ReasonText, s.SchoolActionText, s.NoActionText, s.PupilName, s.ReporterName) = (texts[0], texts[1], texts[2], texts[3], texts[4]);
            (s.ReporterPosition, s.ReporterPhone, s.ReporterEmail, s.FamilyPhone, s.DeviatingAddress) = (texts[5], texts[6], texts[7], texts[8], texts[9]);
        });
        await service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

        foreach (var file in Directory.EnumerateFiles(service.DataFolder, "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadShared(file);
            Assert.All([.. texts, "999990639", "9401 XQ", "9401XQ", "2010-05-20"], secret => Assert.False(
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0, $"{Path.GetFileName(file)} holds {secret}"));
        }
    }

    [Fact]
    public void in_an_event_is_only_what_the_whitelist_names() => Assert.Equal(
        ["age_band", "end_date", "establishment", "municipality", "phase", "regions", "signal", "start_date", "verzuim_class"],
        SignaalOntvangen.Descriptor.Fields.InDeclarationOrder().Select(f => f.Name).Order());

    [Fact]
    public async Task in_an_event_names_no_vestiging_with_fewer_than_50_pupils()
    {
        // De Atlas stands in the school table as one row for three vestigingen: the pupils of each are not known.
        await service.Assen.CreateSignalAsync(service.Request(s => s.Establishment = "00ZF15"), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal("", (await LastEvent()).Establishment);

        await service.Assen.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal("20LO00", (await LastEvent()).Establishment);
    }

    [Fact]
    public async Task knows_one_child_by_one_random_id()
    {
        var first = service.Request();
        var second = service.Request(s => s.PersonNumber = first.Signal.PersonNumber);
        await service.Assen.CreateSignalAsync(first, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        await service.Assen.CreateSignalAsync(second, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        await service.Assen.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

        await using var connection = await service.Service<Database>().OpenReader();
        var subjects = connection.Query<byte[]>("select subject from events where region = 'VO2201' order by position desc limit 3").Select(Convert.ToHexString).ToList();

        Assert.Equal(subjects[1], subjects[2]);
        Assert.NotEqual(subjects[0], subjects[1]);
    }

    private async Task<SignaalOntvangen> LastEvent()
    {
        using var call = service.Feed.ReadFeed(new() { Region = "VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        var pages = await call.ResponseStream.ReadAllAsync(Cancellation).ToListAsync(Cancellation);
        return SignaalOntvangen.Parser.ParseFrom(pages.SelectMany(p => p.Events).Last().Data);
    }

    private static async Task<byte[]> ReadShared(string file)
    {
        if (file.EndsWith(".lock", StringComparison.Ordinal))
        {
            return [];
        }

        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, Cancellation);
        return memory.ToArray();
    }
}
