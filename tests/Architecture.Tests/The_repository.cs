using System.Xml.Linq;

namespace Regional.Architecture.Tests;

public sealed class The_repository
{
    // Versions that hold a package of a package to one value, so no project names them.
    private static readonly HashSet<string> Pinned = ["FSharp.Core", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "SQLitePCLRaw.bundle_e_sqlite3", "SQLitePCLRaw.core", "Microsoft.AspNetCore.TestHost"];

    private static IEnumerable<Project> Built => Repository.Projects.Where(p => p.Path.StartsWith("src/", StringComparison.Ordinal) || p.Name is "ServiceDefaults" or "AppHost" or "Protos");

    [Fact]
    public void has_no_service_that_knows_another() => Assert.Empty(Rules.ServiceThatKnowsAnother(Repository.Projects));

    [Fact]
    public void has_an_AppHost_that_knows_every_service() => Assert.Equal(
        Repository.Projects.Where(p => p.IsService).Select(p => p.Path).Order(),
        Repository.Projects.Single(p => p.Name == "AppHost").Projects.Where(path => Repository.Services.Contains(Path.GetFileNameWithoutExtension(path))).Order());

    [Fact]
    public void has_no_database_driver_at_its_edge() => Assert.Empty(Built.SelectMany(project => Rules.DatabaseDriverAtTheEdge(project, Metadata.References(Repository.AssemblyOf(project)))));

    [Fact]
    public void has_no_input_or_output_in_its_domain_rules() => Assert.Empty(Built.SelectMany(project => Rules.IoInDomain(Metadata.Uses(Repository.AssemblyOf(project)))));

    [Fact]
    public void has_disclosure_control_that_depends_on_nothing() => Assert.Empty(Rules.DependencyOfDisclosure(Repository.Projects));

    [Fact]
    public void defines_types_of_Grpc_and_Aspire_in_Compat_only() => Assert.Empty(Built.SelectMany(project => Rules.ForeignNamespace(project, Metadata.Types(Repository.AssemblyOf(project)))));

    [Fact]
    public void has_nothing_of_its_own_in_Compat() => Assert.Empty(Built.SelectMany(project => Rules.OursInCompat(project, Metadata.Types(Repository.AssemblyOf(project)))));

    [Fact]
    public void takes_the_time_from_a_TimeProvider_only() => Assert.Empty(Built.SelectMany(project => Rules.ClockTakenDirectly(Metadata.Uses(Repository.AssemblyOf(project)))));

    [Fact]
    public void has_short_programs() => Assert.Empty(Rules.LongProgram(
        Repository.Files("Program.cs", "AppHost", "src").Where(path => !path.StartsWith("src/Compat/", StringComparison.Ordinal)).Select(path => (path, File.ReadLines(Path.Combine(Repository.Root, path)).Count()))));

    [Fact]
    public void uses_every_version_that_it_names() => Assert.Empty(Rules.UnusedVersion(
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Attributes("Include").Select(a => a.Value),
        [.. Repository.Projects, new Project("tests/Directory.Build.props", [], ["xunit.v3"])],
        Pinned));

    [Fact]
    public void has_every_project_in_its_solution() => Assert.Empty(Rules.OutsideTheSolution(File.ReadAllText(Path.Combine(Repository.Root, "Regional.sln")), Repository.Projects));
}
