namespace Regional.Clients.Tests;

public sealed class The_guide
{
    // What is generated, installed or only pins versions is not to be read.
    private static readonly string[] NotShown = ["package-lock.json", ".npmrc"];

    private static IEnumerable<Block> Files => Guide.Blocks.Where(block => block.File is not null);

    [Fact]
    public void shows_each_file_as_it_is() => Assert.All(Files, block => Assert.Equal(File.ReadAllText(Repository.File(block.File!)), block.Code));

    [Fact]
    public void shows_every_file_of_the_clients() => Assert.Equal(
        Directory.EnumerateFiles(Repository.File("examples/clients"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.File("."), file))
            .Where(file => !file.Contains("/node_modules/") && !file.Contains("/generated/") && !NotShown.Contains(Path.GetFileName(file)))
            .Order(),
        Files.Select(block => block.File).Order());
}
