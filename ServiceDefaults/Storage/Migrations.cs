using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Brings a database to the schema that the program knows: numbered <c>.sql</c> files in its assembly, each applied once, in order.</summary>
public static partial class Migrations
{
    private const string History = "create table if not exists schema_migrations(source text not null, number integer not null, name text not null, primary key (source, number))";

    /// <summary>Applies what is missing, all in one transaction; of two processes that start at once, one waits for the other.</summary>
    /// <param name="database">The database.</param>
    /// <param name="assembly">Holds resources named like <c>….Migrations.001_signals.sqlite.sql</c> and <c>….Migrations.001_signals.postgres.sql</c>.</param>
    /// <exception cref="StartupFaultException">The database has a migration that this program does not know: it belongs to a newer version.</exception>
    public static async Task Apply(Database database, Assembly assembly)
    {
        var source = assembly.GetName().Name!;
        var known = Read(assembly, database.Engine).OrderBy(m => m.Number).ToList();
        await database.Write(async transaction =>
        {
            var connection = transaction.Connection!;
            await database.LockSchema(transaction);
            await connection.ExecuteAsync(History, transaction: transaction);
            var applied = (await connection.QueryAsync<int>("select number from schema_migrations where source = @source", new { source }, transaction)).ToHashSet();
            if (applied.Count > 0 && applied.Max() > known[^1].Number)
            {
                throw new StartupFaultException(
                    $"The database {database.Place} has schema {applied.Max()} of {source}, this program knows {known[^1].Number}; run a newer program or restore a copy from before the upgrade.");
            }

            foreach (var migration in known.Where(m => !applied.Contains(m.Number)))
            {
                await connection.ExecuteAsync(migration.Sql, transaction: transaction);
                await connection.ExecuteAsync("insert into schema_migrations(source, number, name) values (@source, @Number, @Name)", new { source, migration.Number, migration.Name }, transaction);
            }
        });
    }

    private static IEnumerable<Migration> Read(Assembly assembly, string engine)
    {
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (FileName().Match(resource) is { Success: true } match && match.Groups["engine"].Value == engine)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return new Migration(int.Parse(match.Groups["number"].ValueSpan, null), match.Groups["name"].Value, reader.ReadToEnd());
            }
        }
    }

    // Regional.Signalering.Data.Migrations.001_signals.sqlite.sql
    [GeneratedRegex(@"Migrations\.(?<number>\d{3})_(?<name>\w+)\.(?<engine>sqlite|postgres)\.sql$")]
    private static partial Regex FileName();

    private sealed record Migration(int Number, string Name, string Sql);
}
