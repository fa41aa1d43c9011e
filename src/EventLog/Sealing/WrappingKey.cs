using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Sealing;

/// <summary>The key under which the keys of files lie. Changed, it wraps all of them anew, so that the former key opens nothing here any more.</summary>
/// <remarks>In pages: a change that was broken off goes on at the next start.</remarks>
internal sealed partial class WrappingKey(Database database, SecretKeys keys, TimeProvider clock, ILogger<WrappingKey> logger) : IRotatedKey, IHostedService
{
    private const int RowsAtOnce = 1_000;

    private const string ReadPage = "select file, wrapped, wrapping from file_keys where wrapping < @newest and file > @after order by file limit @limit";
    private const string Renew = "update file_keys set wrapped = @wrapped, wrapping = @newest where file = @file";

    public string Name => FileKeys.WrappingKey;

    /// <inheritdoc/>
    /// <exception cref="StartupFaultException">An instance runs, or another changes the key.</exception>
    public async Task<string> Rotate(bool leaked)
    {
        await using var alone = await database.Lead(Name, clock)
            ?? throw new StartupFaultException($"The key {Name} cannot be changed while an instance of the service runs on {database.Place}: stop every instance, and do this again.");
        var next = keys.VersionsOf(Name).Max() + 1;
        await keys.Open([SecretKeys.NameOf(Name, next)]);
        var wrapped = await WrapAll();
        return $"Key {Name} is replaced by {SecretKeys.NameOf(Name, next)}, under which {wrapped} keys of files lie now. The former one opens nothing here any more: destroy it, once no backup of the data is kept that needs it."
            + (leaked ? " Whoever has it and has a copy of the data from before can read what lies in that copy." : "");
    }

    /// <summary>Finishes a change that was broken off.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (keys.VersionsOf(Name).Count > 1)
        {
            Finished(await WrapAll());
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<int> WrapAll()
    {
        var newest = keys.VersionsOf(Name).Max();
        var rows = 0;
        byte[] after = [];
        while (true)
        {
            var page = await database.Write(transaction => WrapPage(transaction, newest, after));
            if (page.Count == 0)
            {
                break;
            }

            (after, rows) = (page[^1], rows + page.Count);
        }

        await keys.Forget([.. keys.VersionsOf(Name).Where(version => version < newest).Select(version => SecretKeys.NameOf(Name, version))]);
        await database.Purge();
        return rows;
    }

    private async Task<List<byte[]>> WrapPage(DbTransaction transaction, int newest, byte[] after)
    {
        var connection = transaction.Connection!;
        var page = (await connection.QueryAsync<(byte[] File, byte[] Wrapped, int Wrapping)>(ReadPage, new { newest, after, limit = RowsAtOnce }, transaction)).ToList();
        using var seal = new Seal(keys.Get(SecretKeys.NameOf(Name, newest)));
        await connection.ExecuteAsync(Renew, page.Select(row => new { file = row.File, newest, wrapped = seal.Close(Open(row.File, row.Wrapped, row.Wrapping), row.File) }), transaction);
        return [.. page.Select(row => row.File)];
    }

    private byte[] Open(byte[] file, byte[] wrapped, int wrapping)
    {
        using var seal = new Seal(keys.Get(SecretKeys.NameOf(Name, wrapping)));
        return seal.Open(wrapped, file);
    }

    [LoggerMessage(LogLevel.Warning, "A change of the key file-keys had been broken off; it is finished now, with {Rows} keys of files")]
    private partial void Finished(int rows);
}
