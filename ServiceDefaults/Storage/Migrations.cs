using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Storage;

/// <summary>Brings a database to the schema that the program knows: numbered <c>.sql</c> files in its assembly, each applied once, in order.</summary>
public static partial class Migrations
{
    private const string History = """
        create table if not exists schema_history(source text not null, number integer not null, name text not null, digest text not null, primary key (source, number))
        """;

    /// <summary>Applies what is missing, all in one transaction; of two processes that start at once, one waits for the other.</summary>
    /// <param name="database">The database.</param>
    /// <param name="assembly">Holds resources named like <c>….Migrations.001_signals.sqlite.sql</c> and <c>….Migrations.001_signals.postgres.sql</c>.</param>
    /// <returns>The names of those that were missing, like <c>001_signals</c>.</returns>
    /// <exception cref="StartupFaultException">The database has a migration that this program does not know: it belongs to a newer version.</exception>
    public static async Task<IReadOnlyList<string>> Apply(Database database, Assembly assembly)
    {
        var source = assembly.GetName().Name!;
        var known = Read(assembly, database.Engine).OrderBy(m => m.Number).ToList();
        await database.Reach();
        return await database.Write(async transaction =>
        {
            var connection = transaction.Connection!;
            await database.LockSchema(transaction);
            await connection.ExecuteAsync(History, transaction: transaction);
            var applied = (await connection.QueryAsync<(int Number, string Digest)>("select number, digest from schema_history where source = @source", new { source }, transaction))
                .ToDictionary(a => a.Number, a => a.Digest);
            if (applied.Count > 0 && applied.Keys.Max() > known[^1].Number)
            {
                throw new StartupFaultException(
                    $"The database {database.Place} has schema {applied.Keys.Max()} of {source}, this program knows {known[^1].Number}; run a newer program or restore a copy from before the upgrade.");
            }

            var missing = new List<string>();
            foreach (var migration in known)
            {
                if (!applied.TryGetValue(migration.Number, out var digest))
                {
                    await Apply(connection, transaction, migration, source, database.Place);
                    missing.Add(migration.FullName);
                }
                else if (digest != migration.Digest)
                {
                    throw new StartupFaultException(
                        $"The database {database.Place} was made with another {migration.FullName} of {source} than this program has; run the program that made it, or begin with an empty one.");
                }
            }

            return missing;
        });
    }

    private static async Task Apply(DbConnection connection, DbTransaction transaction, Migration migration, string source, string place)
    {
        try
        {
            await connection.ExecuteAsync(migration.Sql, transaction: transaction, commandTimeout: 0);
        }
        catch (DbException failed)
        {
            throw new StartupFaultException(
                $"The database {place} cannot be brought to schema {migration.FullName} of {source}: {failed.Message.ReplaceLineEndings(" ")}. Nothing of it was changed.");
        }

        await connection.ExecuteAsync(
            "insert into schema_history(source, number, name, digest) values (@source, @Number, @Name, @Digest)", new { source, migration.Number, migration.Name, migration.Digest }, transaction);
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

    private sealed record Migration(int Number, string Name, string Sql)
    {
        public string FullName => $"{Number:D3}_{Name}";

        // A migration that was changed after it was applied would leave two databases of one number that differ.
        public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
    }
}
