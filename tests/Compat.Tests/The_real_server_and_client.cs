using System.Reflection;
using Regional.Compat.Tests.Surface;

namespace Regional.Compat.Tests;

public sealed class The_real_server_and_client
{
    private static readonly HashSet<string> StandIns = ["Grpc.Core.Api", "Grpc.Net.Common"];
    private static readonly HashSet<string> Defined = [.. StandIns.SelectMany(name => DefinedMembers.Of(BesideTheTests($"{name}.dll")))];

    public static TheoryData<string> RealAssemblies => ["Grpc.Net.Client.dll", "Grpc.AspNetCore.Server.dll"];

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void find_every_type_and_member_they_use_with_the_signature_they_use(string assembly)
    {
        using var real = File.OpenRead(BesideTheTests(assembly));
        var used = UsedMembers.Of(real, StandIns);

        Assert.InRange(used.Count, 50, int.MaxValue); // an empty list would prove nothing
        Assert.Empty(used.Except(Defined));
    }

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void implement_every_abstract_member(string assembly)
    {
        // The runtime refuses to load a class that leaves one open.
        Assert.NotEmpty(Assembly.LoadFrom(BesideTheTests(assembly)).GetTypes());
    }

    [Fact]
    public void would_be_missed_if_a_type_or_member_were_missing_or_had_another_signature()
    {
        using var faulty = FaultyAssembly.Build();

        Assert.Equal(
            ["Grpc.Core.Telepathy of Grpc.Core.Api", "String Grpc.Core.RpcException.get_StatusCode()", "Void Grpc.Core.Metadata.Shuffle()"],
            UsedMembers.Of(faulty, StandIns).Except(Defined));
    }

    [Theory]
    [MemberData(nameof(RealAssemblies))]
    public void see_the_key_and_version_that_they_were_compiled_against(string assembly)
    {
        var standIns = Assembly.LoadFrom(BesideTheTests(assembly)).GetReferencedAssemblies().Where(name => StandIns.Contains(name.Name!)).ToList();

        Assert.Equal(2, standIns.Count);
        Assert.All(standIns, expected => Assert.Equal(expected.FullName, Assembly.Load(expected.Name!).FullName));
    }

    private static string BesideTheTests(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
