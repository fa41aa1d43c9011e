using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Regional.Compat.Tests.Surface;

/// <summary>An assembly that uses what <c>Grpc.Core.Api</c> does not have.</summary>
internal static class FaultyAssembly
{
    /// <summary>Refers to a type that is missing, a method that is missing, and a property that has another type.</summary>
    public static Stream Build()
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("Faulty.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Faulty"), new Version(1, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(
            default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var api = metadata.AddAssemblyReference(
            metadata.GetOrAddString("Grpc.Core.Api"), new Version(2, 0, 0, 0), default, default, default, default);

        TypeReferenceHandle Type(string name) =>
            metadata.AddTypeReference(api, metadata.GetOrAddString("Grpc.Core"), metadata.GetOrAddString(name));

        void Method(TypeReferenceHandle type, string name, Action<ReturnTypeEncoder> returnType)
        {
            var signature = new BlobBuilder();
            new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(0, returnType, _ => { });
            metadata.AddMemberReference(type, metadata.GetOrAddString(name), metadata.GetOrAddBlob(signature));
        }

        Type("Telepathy");
        Method(Type("Metadata"), "Shuffle", returns => returns.Void());
        Method(Type("RpcException"), "get_StatusCode", returns => returns.Type().String());

        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        return new MemoryStream(image.ToArray());
    }
}
