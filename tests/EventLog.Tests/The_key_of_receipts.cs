using System.Security.Cryptography;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public sealed class The_key_of_receipts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task that_is_damaged_stops_the_start_with_one_line_and_is_not_replaced(string content)
    {
        File.WriteAllText(_folder.File("receipts.pem"), content);

        var fault = await Assert.ThrowsAsync<StartupFaultException>(Open);

        Assert.StartsWith(_folder.File("receipts.pem") + " is no private key in PEM, or none on the curve P-256; restore it", fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_folder.File("receipts.pem")));
    }

    [Fact]
    public async Task on_another_curve_stops_the_start()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(_folder.File("receipts.pem"), other.ExportPkcs8PrivateKeyPem());

        await Assert.ThrowsAsync<StartupFaultException>(Open);
    }

    [Fact]
    public async Task is_one_for_two_that_start_at_once_and_readable_by_its_owner_only()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Open)));

        Assert.Single(keys.Select(key => Convert.ToHexString(key.PublicKey.Span)).Distinct());
        Assert.Equal(Convert.ToHexString(keys[0].PublicKey.Span), Convert.ToHexString(Assert.Single(keys[0].Public())));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("receipts.pem")));
        }
    }

    private async Task<EventLog.Receipts.ReceiptKeys> Open()
    {
        var keys = new EventLog.Receipts.ReceiptKeys(_folder.Path);
        await keys.StartAsync(TestContext.Current.CancellationToken);
        return keys;
    }
}
