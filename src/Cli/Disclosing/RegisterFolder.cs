using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure;
using Regional.Disclosure.Releases;

namespace Regional.Cli.Disclosing;

/// <summary>
/// The register: all that was ever released over the same pupils and period, a folder for each release. It holds true counts, so it belongs with the data and
/// not with the publication. Releases are added and never changed; each names the checksum of the one before.
/// <code>
/// register/0001/release.json      what it is, with the checksums of the two files
/// register/0001/cells.csv.gz      cell, dimensions, count, status
/// register/0001/matrix.csv.gz     inner, cell, coef
/// </code>
/// </summary>
internal sealed class RegisterFolder
{
    private const string Cells = "cells.csv.gz";
    private const string Matrix = "matrix.csv.gz";
    private const string Facts = "release.json";

    private readonly string _name;
    private readonly Terminal _terminal;
    private string? _checksum;

    private RegisterFolder(string name, Terminal terminal) => (_name, _terminal) = (name, terminal);

    /// <summary>What was released, the first one first.</summary>
    public List<Release> Releases { get; } = [];

    /// <summary>The parameters of the latest release; null while there is none.</summary>
    public ReleaseFacts? Latest { get; private set; }

    /// <summary>Reads a register; a folder that is not there is an empty one.</summary>
    /// <exception cref="CliFault">It cannot be read, or is not as it was written.</exception>
    public static RegisterFolder Open(string name, Terminal terminal)
    {
        var register = new RegisterFolder(name, terminal);
        var path = terminal.PathOf(name);
        if (Directory.Exists(path))
        {
            foreach (var folder in Directory.GetDirectories(path).Select(folder => Path.GetFileName(folder)).Where(folder => !folder.StartsWith('.')).Order(StringComparer.Ordinal))
            {
                register.Read(folder);
            }
        }

        return register;
    }

    /// <summary>Adds a release.</summary>
    /// <param name="table">The table.</param>
    /// <param name="statuses">By index of the cell.</param>
    /// <param name="threshold">k.</param>
    /// <param name="protectsZeros">Whether zeros are hidden.</param>
    public void Append(ProtectableTable table, IReadOnlyList<CellStatus> statuses, int threshold, bool protectsZeros)
    {
        // Complete before it is there: a release that was broken off is none.
        var number = (Releases.Count + 1).ToString("D4", CultureInfo.InvariantCulture);
        var (draft, folder) = (_terminal.PathOf($"{_name}/.{number}-{Guid.NewGuid():N}"), _terminal.PathOf($"{_name}/{number}"));
        try
        {
            Directory.CreateDirectory(draft);
            CsvWriter.Write(Path.Combine(draft, Cells), CellRecords(table.System, statuses));
            CsvWriter.Write(Path.Combine(draft, Matrix), MatrixRecords(table));
            var facts = new ReleaseFacts(
                Releases.Count + 1, _terminal.Clock.GetUtcNow(), threshold, protectsZeros, _checksum, ChecksumOf(Path.Combine(draft, Cells)), ChecksumOf(Path.Combine(draft, Matrix)));
            File.WriteAllText(Path.Combine(draft, Facts), JsonSerializer.Serialize(facts, Output.Json) + "\n");
            Directory.Move(draft, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"--register: release {number} cannot be added to {_name}: {fault.Message} Nothing was released.");
        }
    }

    private void Read(string folder)
    {
        var name = $"{_name}/{folder}";
        var (cells, matrix, facts) = ($"{name}/{Cells}", $"{name}/{Matrix}", $"{name}/{Facts}");
        ReleaseFacts? read;
        try
        {
            read = JsonSerializer.Deserialize<ReleaseFacts>(File.ReadAllText(_terminal.PathOf(facts)), Output.Json);
            if (read is null || read.Number != Releases.Count + 1 || read.Previous != _checksum || read.Cells != ChecksumOf(_terminal.PathOf(cells)) || read.Matrix != ChecksumOf(_terminal.PathOf(matrix)))
            {
                throw Changed(name);
            }

            _checksum = ChecksumOf(_terminal.PathOf(facts));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Changed(name);
        }

        using var cellFile = CsvTable.Open(cells, _terminal);
        using var matrixFile = CsvTable.Open(matrix, _terminal);
        var table = CellFiles.Read(cellFile, matrixFile);
        Releases.Add(new($"release {read.Number}", new(table.System, table.InnerIds), Statuses(cells, table.System)));
        Latest = read;
    }

    private CellStatus[] Statuses(string cells, CellSystem system)
    {
        using var file = CsvTable.Open(cells, _terminal);
        var (id, status) = (file.Column("cell"), file.Column("status"));
        var statuses = new CellStatus[system.Cells.Count];
        foreach (var row in file.Rows())
        {
            statuses[system.Find(row.Fields[id])!.Value] = Enum.Parse<CellStatus>(row.Fields[status], ignoreCase: true);
        }

        return statuses;
    }

    private static IEnumerable<IEnumerable<string>> CellRecords(CellSystem system, IReadOnlyList<CellStatus> statuses) =>
        system.Cells.Select((cell, index) => (IEnumerable<string>)[cell.Id, .. cell.Labels, cell.Value.ToString(CultureInfo.InvariantCulture), statuses[index].ToString().ToLowerInvariant()])
            .Prepend(["cell", .. system.Dimensions, "count", "status"]);

    private static IEnumerable<IEnumerable<string>> MatrixRecords(ProtectableTable table)
    {
        yield return ["inner", "cell", "coef"];
        for (var cell = 0; cell < table.System.Cells.Count; cell++)
        {
            var (inner, coefficients) = (table.System.ColumnOf(cell).Inner.ToArray(), table.System.ColumnOf(cell).Coefficients.ToArray());
            for (var i = 0; i < inner.Length; i++)
            {
                yield return [table.InnerIds[inner[i]], table.System.Cells[cell].Id, coefficients[i].ToString(CultureInfo.InvariantCulture)];
            }
        }
    }

    private static string ChecksumOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static CliFault Changed(string name) => CliFault.NotDone($"{name} is not as it was registered, or a release before it is gone. Restore the register; what went out cannot be taken back by changing it. [REGISTER_CHANGED]");
}

/// <summary>What a release is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Released">When.</param>
/// <param name="Threshold">k.</param>
/// <param name="ProtectsZeros">Whether zeros were hidden.</param>
/// <param name="Previous">SHA-256 of the facts of the release before; null for the first.</param>
/// <param name="Cells">SHA-256 of its cells.</param>
/// <param name="Matrix">SHA-256 of its matrix.</param>
internal sealed record ReleaseFacts(int Number, DateTimeOffset Released, int Threshold, bool ProtectsZeros, string? Previous, string Cells, string Matrix);
