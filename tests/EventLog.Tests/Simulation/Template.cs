using Dapper;
using Regional.EventLog.Sealing;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>Where simulations keep their files: in memory, where the system has a folder for that. The databases of all begin as copies of two.</summary>
internal sealed class Template : IDisposable
{
    public const string Purpose = "tests";

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"regional-{Guid.NewGuid():N}")).FullName;

    public string Keys => Path.Combine(_folder, "keys");

    public string Log => Path.Combine(_folder, "log.db");

    public string Follower => Path.Combine(_folder, "follower.db");

    public static async Task<Template> Make()
    {
        var template = new Template();
        using var log = SqliteDatabase.Open(template.Log);
        await Migrations.Apply(log, typeof(EventLogExtensions).Assembly);
        await Migrations.Apply(log, typeof(SecretKeys).Assembly);
        await log.Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        await new SecretKeys(template.Keys, log).Open([FileKeys.WrappingKey, Purpose]);
        using var follower = SqliteDatabase.Open(template.Follower);
        await Migrations.Apply(follower, typeof(EventLogExtensions).Assembly);
        await follower.Write(transaction => transaction.Connection!.ExecuteAsync(Postings.Create, transaction: transaction));
        return template;
    }

    /// <summary>A folder for one life.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
