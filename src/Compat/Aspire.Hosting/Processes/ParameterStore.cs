using System.Text.Json;

namespace Aspire.Hosting.Processes;

/// <summary>Keeps values that were made up, so that the next start has the same: a database remembers its password.</summary>
/// <param name="folder">Where; the file in it is for its owner's eyes only.</param>
internal sealed class ParameterStore(string folder)
{
    private static readonly Lock Gate = new();

    private readonly string _file = Path.Combine(folder, "parameters.json");

    /// <summary>The value of that name; the first time, what <paramref name="make"/> gives.</summary>
    /// <exception cref="DistributedApplicationException">The file cannot be read or written.</exception>
    public string GetOrAdd(string name, Func<string> make)
    {
        lock (Gate)
        {
            try
            {
                var values = File.Exists(_file) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(_file))! : [];
                if (!values.TryGetValue(name, out var value))
                {
                    values[name] = value = make();
                    Write(values);
                }

                return value;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
            {
                throw new DistributedApplicationException(
                    $"{_file}, which keeps generated passwords, cannot be used: {exception.Message} "
                    + "Mend it; or remove it together with the data of the servers.");
            }
        }
    }

    // Under its name it is whole or not there: an AppHost can be killed while it writes.
    private void Write(SortedDictionary<string, string> values)
    {
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = _file + ".draft";
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, values);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, _file, overwrite: true);
    }
}
