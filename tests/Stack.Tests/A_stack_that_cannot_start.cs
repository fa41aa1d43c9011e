namespace Regional.Stack.Tests;

public sealed class A_stack_that_cannot_start
{
    [Fact]
    public async Task because_of_a_broken_region_file_names_file_and_place_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("regional-").FullName;
        await using var copy = new RunningProcess("cp", ["-R", Path.Combine(Stack.Repository, "regions"), folder]);
        await copy.Exit();
        var file = Path.Combine(folder, "regions", "VO2201", "region.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var broken = text.Replace("\"holidayRegion\": \"noord\"", "\"holidayRegion\": \"oost\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, broken, TestContext.Current.CancellationToken);

        await using var host = Stack.Start("--folder", Path.Combine(folder, ".regional"), "--regions", Path.Combine(folder, "regions"), "--random-ports");
        await host.Exit();

        Assert.Equal(1, host.ExitCode);
        Assert.StartsWith("VO2201/region.json at /holidayRegion: ", Assert.Single(host.Output));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task because_its_folder_cannot_be_made_says_so_in_one_line()
    {
        var file = Path.GetTempFileName();

        await using var host = Stack.Start("--folder", Path.Combine(file, ".regional"));
        await host.Exit();

        Assert.Equal(1, host.ExitCode);
        var line = Assert.Single(host.Output);
        Assert.StartsWith($"{file}/.regional cannot be written: ", line);
        Assert.EndsWith("Give another folder with --folder <path>.", line);
        File.Delete(file);
    }

    [Fact]
    public async Task because_it_is_to_begin_anew_in_a_folder_of_somebody_else_removes_nothing_there()
    {
        var folder = Directory.CreateTempSubdirectory("regional-").FullName;
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "data")).FullName, "thesis.txt");
        await File.WriteAllTextAsync(file, "years of work", TestContext.Current.CancellationToken);

        await using var host = Stack.Start("--folder", folder, "--fresh");
        await host.Exit();

        Assert.Equal(1, host.ExitCode);
        Assert.Equal($"--fresh removes nothing from {folder}, which no AppHost has made. Give another folder with --folder <path>.", Assert.Single(host.Output));
        Assert.Equal([file], Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task because_it_is_to_begin_anew_beside_a_database_that_stays_says_so_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("regional-").FullName;
        await using var stack = new RunningProcess("env", ["ConnectionStrings__database=Host=127.0.0.1;Port=1", "dotnet", Stack.AssemblyOfAppHost, "--folder", folder, "--fresh"]);
        await stack.Exit();

        Assert.Equal(1, stack.ExitCode);
        Assert.StartsWith("--fresh would remove the keys on which the data rest that ConnectionStrings:database leads to", Assert.Single(stack.Output));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task because_of_an_option_that_does_not_exist_names_it_in_one_line()
    {
        await using var host = Stack.Start("--random-port");
        await host.Exit();

        Assert.Equal(2, host.ExitCode);
        Assert.Equal("Unrecognized command or argument '--random-port'. See: dotnet run --project AppHost -- --help", Assert.Single(host.Output));
    }

    [Fact]
    public async Task but_was_asked_for_help_gives_it_and_starts_nothing()
    {
        await using var host = Stack.Start("--help");
        await host.Exit();

        Assert.Equal(0, host.ExitCode);
        Assert.Contains(host.Output, line => line.Contains("--folder <path>"));
        Assert.DoesNotContain(host.Output, line => line.StartsWith("Starting", StringComparison.Ordinal));
    }
}
