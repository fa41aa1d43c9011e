namespace Regional.Bench.Stores;

/// <summary>Where the services of a turn store: a folder for their files and keys, and a database where it is not a file.</summary>
/// <param name="engine">What stores.</param>
/// <param name="database">Connection string of its database; null where the data are files in the folder.</param>
internal sealed class Place(Engine engine, string? database) : IAsyncDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("regional-bench-").FullName;

    public string? Database => database;

    /// <summary>What services are told of it.</summary>
    public IEnumerable<(string Name, string Value)> Settings => database is null ? [] : [("ConnectionStrings__database", database)];

    public async ValueTask DisposeAsync()
    {
        await engine.Remove(this);
        Directory.Delete(Folder, recursive: true);
    }
}
