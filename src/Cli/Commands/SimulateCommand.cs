using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.Cli.Simulation;
using Regional.Territory;
using Spectre.Console;
using Region = Regional.Territory.Region;

namespace Regional.Cli.Commands;

/// <summary><c>regional simulate</c>: makes a school year of signals about pupils who do not exist.</summary>
internal sealed class SimulateCommand : CliCommand
{
    private const string StandardOutput = "-";

    private readonly Option<RegionCode?> _region = WrittenOption.Of<RegionCode>("--region", "The region, like VO2201", required: true);
    private readonly Option<SchoolYear?> _schoolYear = WrittenOption.Of<SchoolYear>("--school-year", "The school year, like 2024-2025", required: true);
    private readonly Option<ulong> _seed = new("--seed")
    {
        Description = "The same seed gives the same bytes, another seed other signals; some are of the same pupils, as all seeds draw from the same published numbers",
        DefaultValueFactory = _ => 1,
        HelpName = "number",
        CustomParser = argument =>
        {
            if (ulong.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            {
                return seed;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"--seed: A seed is a whole number from 0 to {ulong.MaxValue}, in digits alone. Write it like 1."));
            return default;
        },
    };

    private readonly Option<string> _out = new("--out") { Description = $"The file to write; {StandardOutput} for standard output", Required = true, HelpName = "file" };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite the file where it exists" };
    private readonly StackOption _stack;
    private readonly Terminal _terminal;

    public SimulateCommand(Terminal terminal)
        : base(
            "simulate",
            "Makes a school year of signals at the published rates, about pupils who do not exist: one signal a line, as JSON of regional.signalering.v1.CreateSignalRequest.",
            new Example("regional simulate --region VO2201 --school-year 2024-2025 --seed 1 --out signals.ndjson", "Makes the 901 signals that the published rates of four municipalities come to"),
            new Example("regional simulate --region PO3008 --school-year 2024-2025 --out - | regional push -", "Makes and pushes without a file"))
    {
        (_terminal, _stack) = (terminal, new(terminal));
        Options.Add(_region);
        Options.Add(_schoolYear);
        Options.Add(_seed);
        Options.Add(_out);
        Options.Add(_force);
        _stack.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var regions = RegionFiles.Load(_stack.Regions(parsed, "name the folder of a running AppHost with --stack"));
        var code = parsed.GetRequiredValue(_region)!.Value;
        var region = regions.Find(code)
            ?? throw CliFault.Usage($"--region: {code} is not hosted here. Take one of {string.Join(", ", regions.All.Select(each => each.Code))}.");
        var (year, seed) = (parsed.GetRequiredValue(_schoolYear)!.Value, parsed.GetValue(_seed));
        if (year.Last >= DateOnly.FromDateTime(_terminal.Clock.GetUtcNow().UtcDateTime))
        {
            throw CliFault.Usage($"--school-year: {year} has not ended, and no signal is about days to come. Take a year that is over.");
        }

        var simulated = SimulatedYear.Of(region, year, seed);
        var content = Encoding.UTF8.GetBytes(string.Concat(simulated.Signals.Select(signal => JsonFormatter.Default.Format(signal) + '\n')));
        var file = parsed.GetRequiredValue(_out);
        if (file == StandardOutput)
        {
            await using var output = _terminal.OpenOutput();
            await output.WriteAsync(content, cancellationToken);
        }
        else
        {
            await Save(content, file, parsed.GetValue(_force), cancellationToken);
        }

        // Signals on standard output leave no room there for anything else.
        Report(region, year, seed, simulated, file, WantsJson(parsed), file == StandardOutput ? _terminal.Error : _terminal.Out);
        return ExitCode.Done;
    }

    private async Task Save(byte[] content, string file, bool force, CancellationToken cancellationToken)
    {
        var path = _terminal.PathOf(file);
        if (Directory.Exists(path))
        {
            throw CliFault.Usage($"--out: '{file}' is a folder. Name a file, like {Path.Combine(file, "signals.ndjson")}.");
        }

        if (Path.GetDirectoryName(path) is "/dev" or "/dev/fd")
        {
            throw CliFault.Usage($"--out: {file} is no file that could be replaced. Write {StandardOutput} for standard output.");
        }

        try
        {
            // The same command twice is no accident to be warned of: the file already is what it shall be.
            if (force || !File.Exists(path))
            {
                await Replace(path, content, cancellationToken);
            }
            else if (!(await File.ReadAllBytesAsync(path, cancellationToken)).SequenceEqual(content))
            {
                throw CliFault.Usage($"--out: {file} exists with other content. Name another file, or overwrite it with --force.");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliFault.NotDone($"--out: {file} cannot be written: {fault.Message} Name another file.");
        }
    }

    // Under its name the file is whole or not there, whenever this process is ended.
    private static async Task Replace(string path, byte[] content, CancellationToken cancellationToken)
    {
        // A link stays one, and leads to the new content.
        var target = File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } end ? end.FullName : path;
        var draft = target + ".draft";
        try
        {
            await File.WriteAllBytesAsync(draft, content, cancellationToken);
            File.Move(draft, target, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    private void Report(Region region, SchoolYear year, ulong seed, SimulatedYear simulated, string file, bool json, TextWriter writer)
    {
        if (json)
        {
            writer.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Region = region.Code.ToString(),
                    SchoolYear = year.ToString(),
                    Seed = seed,
                    File = file,
                    Signals = simulated.Signals.Count,
                    Municipalities = simulated.Counts.Select(count => new
                    {
                        Municipality = count.Municipality.Code.ToString(),
                        count.Municipality.Name,
                        count.Absolute,
                        count.Relative,
                        ResidentPupils = count.Residents.Pupils,
                        ResidentPupilsBasis = EnumText.Of(count.Residents.Basis),
                        RatesPublishedFor = EnumText.Of(count.PublishedFor),
                    }),
                },
                Output.Json));
            return;
        }

        var table = Output.Table("Gemeente", "Absoluut verzuim", "Relatief verzuim", "Pupils who live there", "Rates published for");
        foreach (var count in simulated.Counts)
        {
            table.AddRow(
                Output.Text($"{count.Municipality.Code} {count.Municipality.Name}"),
                Output.Number(count.Absolute),
                Output.Number(count.Relative),
                Output.Text(string.Create(CultureInfo.InvariantCulture, $"{count.Residents.Pupils:N0} ({Basis(count.Residents.Basis)})")),
                Output.Text(count.PublishedFor == PublishedFor.Municipality ? "the gemeente" : "the country"));
        }

        var to = file == StandardOutput ? "standard output" : file;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{simulated.Signals.Count:N0} signals of {region.Code} in {year}, seed {seed}, in {to}"));
        _terminal.Write(table, writer);
        writer.WriteLine("The pupils do not exist: their numbers are of the range that is published for testing (9999xxxxx).");
        writer.WriteLine("Every seed, region and year draws from that one range: in a database with several of them, some signals are of the same made-up pupil.");
        if (simulated.Counts.Any(count => count.Residents.Basis == DenominatorBasis.MadeUp))
        {
            writer.WriteLine("The numbers of pupils who live there are made up, for tests only: no register was counted.");
        }
    }

    private static string Basis(DenominatorBasis basis) => basis == DenominatorBasis.MadeUp ? "made up" : "imported";
}
