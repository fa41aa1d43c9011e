using System.Data.Common;
using Microsoft.Data.Sqlite;
using Regional.ServiceDefaults.Storage;

namespace Regional.Bench.Stores;

/// <summary>SQLite in the service's own process: a file for its data, and one for its pseudonyms.</summary>
internal sealed class Sqlite : Engine
{
    private static readonly string[] Files = ["signalering.db", "subjects.db"];

    public override string Version { get; } = $"SQLite {new SqliteConnection().ServerVersion}, synchronous=FULL";

    public override IReadOnlyList<int> Processes => [];

    public override Task<Place> NewPlace() => Task.FromResult(new Place(this, null));

    public override DbConnection Open(Place place)
    {
        var connection = Open(FileIn(place, Files[0]));
        Execute(connection, $"attach '{FileIn(place, Files[1])}' as subjects");
        return connection;
    }

    /// <summary>Two connections, because a commit over two attached files is another thing than two commits.</summary>
    public static (DbConnection Main, DbConnection Subjects) OpenBoth(Place place) => (Open(FileIn(place, Files[0])), Open(FileIn(place, Files[1])));

    public override async Task<Place> EmptyCopy(Place place)
    {
        var copy = await NewPlace();
        Directory.CreateDirectory(Path.GetDirectoryName(FileIn(copy, Files[0]))!);
        foreach (var file in Files)
        {
            await using var source = Open(FileIn(place, file));
            await using var target = Open(FileIn(copy, file));
            using var command = source.CreateCommand();
            command.CommandText = "select sql from sqlite_master where sql is not null and name not like 'sqlite_%'";
            using var made = command.ExecuteReader();
            while (made.Read())
            {
                Execute(target, made.GetString(0));
            }
        }

        return copy;
    }

    public override Task Settle() => Task.CompletedTask;

    public override Task Remove(Place place) => Task.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string FileIn(Place place, string name) => Path.Combine(place.Folder, "Signalering", name);

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, SqliteDatabase.Pragmas);
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
