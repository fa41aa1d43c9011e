using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Grpc.Core;
using Regional.EventLog;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.ServiceDefaults.Telemetry;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Signals;

/// <summary>Sends the signals of the caller's own municipality in the order in which they were stored, and new ones as they come.</summary>
internal sealed class WatchSignals(Database database, LogIdentity identity, SecretKeys keys, Regions regions, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>The key that seals resume tokens.</summary>
    public const string ResumeTokenKey = "resume-token";

    private const int PageSize = 500;

    private static readonly string Next = $"""
        select {SignalTable.Columns} from signals
         where region = @region and municipality = @municipality and position > @after
         order by position limit @limit
        """;

    /// <summary>Runs until the caller goes away or the service stops.</summary>
    /// <exception cref="RefusedException">The parent or the token breaks a rule.</exception>
    public async Task Run(WatchSignalsRequest request, IServerStreamWriter<WatchSignalsResponse> responses, Caller caller, MunicipalityCode own, CancellationToken cancellation)
    {
        var region = Hosted(RegionName.Parse(request.Parent, allowAll: false));
        var epoch = await identity.Epoch();
        var tokens = new ResumeTokens(keys.Get(ResumeTokenKey), $"{caller.Identity} {request.Parent}", epoch);
        var after = request.ResumeToken.Length == 0 ? 0 : tokens.Read(request.ResumeToken);
        var spoken = clock.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            var page = await Read(region, own, after, epoch);
            foreach (var (signal, position) in page)
            {
                after = position;
                await responses.WriteAsync(new() { Signal = signal.ToProto(), ResumeToken = tokens.For(position) }, cancellation);
                spoken = clock.GetTimestamp();
            }

            if (clock.GetElapsedTime(spoken) >= LongestSilence - Poll)
            {
                await responses.WriteAsync(new() { ResumeToken = tokens.For(after) }, cancellation);
                spoken = clock.GetTimestamp();
            }

            if (page.Count == PageSize)
            {
                continue;
            }

            await Task.Delay(Poll, clock, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new RefusedException(Refused.Stopping);
    }

    private string Hosted(string region) => region == Signal.Elders || regions.All.Any(hosted => hosted.Code.ToString() == region)
        ? region
        : throw new RefusedException(Refusal.InvalidFields([new("parent", "NOT_HOSTED", "names a region that is not hosted here; its signals, if you sent any, are under regions/elders")]));

    private async Task<List<Positioned<Signal>>> Read(string region, MunicipalityCode own, long after, int epoch)
    {
        using var untraced = Untraced.Begin();
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync(Next, new { region, municipality = own.ToString(), after, limit = PageSize });
        var page = await SignalTable.ReadAll(row);
        await row.DisposeAsync();
        // After the page: in a log that was restored its positions may be another's.
        return await LogIdentity.Epoch(connection) == epoch ? page : throw new RefusedException(Refused.Restored);
    }

    /// <summary>Positions under seal: in the open they would tell one municipality how much the others send.</summary>
    private sealed class ResumeTokens(byte[] key, string owner, int epoch)
    {
        private const byte Version = 1;
        private const int NonceLength = 12;
        private const int PlainLength = 1 + 4 + 8;
        private const int TagLength = 16;

        private readonly byte[] _owner = Encoding.UTF8.GetBytes(owner);

        public string For(long position)
        {
            Span<byte> plain = stackalloc byte[PlainLength];
            plain[0] = Version;
            BinaryPrimitives.WriteInt32BigEndian(plain[1..], epoch);
            BinaryPrimitives.WriteInt64BigEndian(plain[5..], position);
            var token = new byte[NonceLength + PlainLength + TagLength];
            RandomNumberGenerator.Fill(token.AsSpan(0, NonceLength));
            using var aes = new AesGcm(key, TagLength);
            aes.Encrypt(token.AsSpan(0, NonceLength), plain, token.AsSpan(NonceLength, PlainLength), token.AsSpan(NonceLength + PlainLength), _owner);
            return Base64Url.EncodeToString(token);
        }

        public long Read(string text)
        {
            Span<byte> token = stackalloc byte[NonceLength + PlainLength + TagLength];
            Span<byte> plain = stackalloc byte[PlainLength];
            try
            {
                if (Base64Url.DecodeFromChars(text, token, out _, out var length) == OperationStatus.Done && length == token.Length)
                {
                    using var aes = new AesGcm(key, TagLength);
                    aes.Decrypt(token[..NonceLength], token.Slice(NonceLength, PlainLength), token[(NonceLength + PlainLength)..], plain, _owner);
                    if (plain[0] == Version && BinaryPrimitives.ReadInt32BigEndian(plain[1..]) == epoch)
                    {
                        return BinaryPrimitives.ReadInt64BigEndian(plain[5..]);
                    }
                }
            }
            catch (AuthenticationTagMismatchException)
            {
                // Not ours, or another caller's: answered below.
            }

            throw new RefusedException(Refusal.InvalidFields([new("resume_token", "RESUME_TOKEN", "was not given to you for this parent, or the log was restored since; begin without it")]));
        }
    }
}
