using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Regional.EventLog;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Signals;

/// <summary>Sends the signals of the caller's own municipality in the order in which they were stored, and new ones as they come.</summary>
internal sealed class WatchSignals(SqliteDatabase database, SecretKeys keys, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private const string Next = $"""
        select {SignalTable.Columns} from signals
         where region = $region and municipality = $municipality and position > $after
         order by position limit 500
        """;

    /// <summary>Runs until the caller goes away or the service stops.</summary>
    /// <exception cref="RefusedException">The parent or the token breaks a rule.</exception>
    public async Task Run(WatchSignalsRequest request, IServerStreamWriter<WatchSignalsResponse> responses, Caller caller, MunicipalityCode own, CancellationToken cancellation)
    {
        var region = RegionName.Parse(request.Parent, allowAll: false);
        var tokens = new ResumeTokens(keys.Get("resume-token"), $"{caller.Identity} {request.Parent}");
        var after = request.ResumeToken.Length == 0 ? 0 : tokens.Read(request.ResumeToken);
        var spoken = clock.GetTimestamp();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            foreach (var (signal, position) in Read(region, own, after))
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

            await Task.Delay(Poll, clock, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new RefusedException(Refused.Stopping);
    }

    private List<Positioned<Signal>> Read(string region, MunicipalityCode own, long after)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = Next;
        command.Parameters.AddWithValue("$region", region);
        command.Parameters.AddWithValue("$municipality", own.ToString());
        command.Parameters.AddWithValue("$after", after);
        using var row = command.ExecuteReader();
        var found = new List<Positioned<Signal>>();
        while (row.Read())
        {
            found.Add(SignalTable.Read(row));
        }

        return found;
    }

    /// <summary>Positions under seal: in the open they would tell one municipality how much the others send.</summary>
    private sealed class ResumeTokens(byte[] key, string owner)
    {
        private readonly byte[] _owner = Encoding.UTF8.GetBytes(owner);

        public string For(long position)
        {
            Span<byte> plain = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(plain, position);
            var token = new byte[12 + 8 + 16];
            RandomNumberGenerator.Fill(token.AsSpan(0, 12));
            using var aes = new AesGcm(key, 16);
            aes.Encrypt(token.AsSpan(0, 12), plain, token.AsSpan(12, 8), token.AsSpan(20), _owner);
            return Base64Url.EncodeToString(token);
        }

        public long Read(string text)
        {
            Span<byte> token = stackalloc byte[12 + 8 + 16];
            Span<byte> plain = stackalloc byte[8];
            try
            {
                if (Base64Url.DecodeFromChars(text, token, out _, out var length) == OperationStatus.Done && length == token.Length)
                {
                    using var aes = new AesGcm(key, 16);
                    aes.Decrypt(token[..12], token.Slice(12, 8), token[20..], plain, _owner);
                    return BinaryPrimitives.ReadInt64BigEndian(plain);
                }
            }
            catch (AuthenticationTagMismatchException)
            {
                // Not ours, or another caller's: answered below.
            }

            throw new RefusedException(Refusal.InvalidFields([new("resume_token", "RESUME_TOKEN", "was not given to you for this parent; begin without it")]));
        }
    }
}
