using System.Reflection;
using Grpc.Core;
using Grpc.Core.Utils;

namespace Regional.Compat.Tests;

public sealed class A_service_definition
{
    [Fact]
    public void takes_each_method_once()
    {
        var parrot = new ParrotService();
        var builder = ServerServiceDefinition.CreateBuilder()
            .AddMethod(Parrot.Say, new UnaryServerMethod<string, string>(parrot.Say))
            .AddMethod(Parrot.Gather, new ClientStreamingServerMethod<string, string>(parrot.Gather))
            .AddMethod(Parrot.Spell, new ServerStreamingServerMethod<string, string>(parrot.Spell))
            .AddMethod(Parrot.Chat, new DuplexStreamingServerMethod<string, string>(parrot.Chat));

        Assert.NotNull(builder.Build());
        Assert.Throws<ArgumentException>(() => builder.AddMethod(Parrot.Say, new UnaryServerMethod<string, string>(parrot.Say)));
    }

    [Fact]
    public void names_a_method_by_service_and_name()
    {
        Assert.Equal("/regional.compat.tests.Parrot/Say", Parrot.Say.FullName);
        Assert.Throws<ArgumentNullException>(
            "name", () => new Method<string, string>(MethodType.Unary, "service", null!, Marshallers.StringMarshaller, Marshallers.StringMarshaller));
    }

    [Fact]
    public void has_marshallers_that_work_by_arrays_or_by_contexts()
    {
        var arrays = Marshallers.StringMarshaller;
        var contexts = Marshallers.Create<string>((_, _) => { }, _ => "");

        Assert.Equal("één", arrays.Deserializer(arrays.Serializer("één")));
        Assert.Throws<NotImplementedException>(() => contexts.Serializer("a"));
        Assert.Throws<NotImplementedException>(() => contexts.Deserializer([]));
        Assert.Throws<ArgumentNullException>("serializer", () => Marshallers.Create(null!, (byte[] _) => ""));
    }

    [Fact]
    public void refuses_what_a_binder_or_a_context_does_not_offer()
    {
        Assert.Throws<NotImplementedException>(() => new EmptyBinder().AddMethod(Parrot.Say, (UnaryServerMethod<string, string>?)null));
        Assert.Throws<NotImplementedException>(() => new EmptySerialization().Complete([]));
        Assert.Throws<NotImplementedException>(() => new EmptySerialization().GetBufferWriter());
    }

    [Fact]
    public void belongs_to_the_API_version_that_the_assembly_carries()
    {
        var assembly = typeof(Metadata).Assembly;

        Assert.Equal(VersionInfo.CurrentAssemblyVersion, assembly.GetName().Version!.ToString());
        Assert.Equal(VersionInfo.CurrentAssemblyFileVersion, assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()!.Version);
        Assert.StartsWith(
            VersionInfo.CurrentVersion, assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion, StringComparison.Ordinal);
    }

    [Fact]
    public void is_checked_with_the_exceptions_that_a_caller_expects()
    {
        Assert.Equal("why", Assert.Throws<ArgumentException>(() => GrpcPreconditions.CheckArgument(false, "why")).Message);
        Assert.Equal("why", Assert.Throws<InvalidOperationException>(() => GrpcPreconditions.CheckState(false, "why")).Message);
        Assert.Throws<ArgumentNullException>("name", () => GrpcPreconditions.CheckNotNull((string)null!, "name"));
        Assert.Throws<ArgumentException>(() => GrpcPreconditions.CheckArgument(false));
        Assert.Throws<InvalidOperationException>(() => GrpcPreconditions.CheckState(false));
        Assert.Throws<ArgumentNullException>(() => GrpcPreconditions.CheckNotNull((string)null!));
        Assert.Equal("a", GrpcPreconditions.CheckNotNull("a", "name"));
    }

    private sealed class EmptyBinder : ServiceBinderBase;

    private sealed class EmptySerialization : SerializationContext;
}
