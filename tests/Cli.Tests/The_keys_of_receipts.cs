using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Regional.EventLog.Receipts;
using Regional.Wire.Receipts.V1;

namespace Regional.Cli.Tests;

public sealed class The_keys_of_receipts : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task are_printed_in_PEM_each_below_its_name_and_read_again()
    {
        var service = new FakeKeys();
        await using var host = await FakeHost.Start(service);

        var (text, json) = (await Keys(host, "--token", "secret"), await Keys(host, "--token", "secret", "--json"));

        Assert.Equal((ExitCode.Done, "", ExitCode.Done), (text.ExitCode, text.Error, json.ExitCode));
        Assert.Equal(service.Keys, PublicKeys.Read(text.Out));
        Assert.Equal(service.Keys.Select(key => EventLog.Receipts.ReceiptKeys.IdOf(key)), text.Out.Split('\n').Where(line => line.Length == 16));
        Assert.Equal([(true, service.Keys[0]), (false, service.Keys[1])], json.Json.GetProperty("keys").EnumerateArray().Select(key => (key.GetProperty("signs").GetBoolean(), key.GetProperty("publicKey").GetBytesFromBase64())));
    }

    [Fact]
    public async Task are_asked_for_with_a_development_token_where_none_is_given()
    {
        var service = new FakeKeys();
        await using var host = await FakeHost.Start(service);
        _shell.StartStack(("signalering", host.Address));

        Assert.Equal(ExitCode.Done, (await _shell.Run("log", "keys")).ExitCode);
        Assert.StartsWith("Bearer ey", service.Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_a_service_that_has_none_are_not_printed()
    {
        await using var host = await FakeHost.Start(new FakeSignalering());

        var ran = await Keys(host, "--token", "secret");

        Assert.Equal((ExitCode.NotDone, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("does not know this call", ran.OneLine, StringComparison.Ordinal);
    }

    private Task<Ran> Keys(FakeHost host, params string[] args) => _shell.Run(["log", "keys", "--address", host.Address.ToString(), .. args]);

    private sealed class FakeKeys : ReceiptKeysService.ReceiptKeysServiceBase
    {
        public IReadOnlyList<byte[]> Keys { get; } = [NewKey(), NewKey()];

        public string Token { get; private set; } = "";

        public override Task<Wire.Receipts.V1.ReceiptKeys> GetReceiptKeys(GetReceiptKeysRequest request, ServerCallContext context)
        {
            Token = context.RequestHeaders.GetValue("authorization") ?? "";
            return Task.FromResult(new Wire.Receipts.V1.ReceiptKeys
            {
                Keys = { Keys.Select((key, i) => new ReceiptKey { KeyId = EventLog.Receipts.ReceiptKeys.IdOf(key), PublicKey = ByteString.CopyFrom(key), Signs = i == 0 }) },
            });
        }

        private static byte[] NewKey()
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return key.ExportSubjectPublicKeyInfo();
        }
    }
}
