using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Regional.Compat.Tests.Surface;

/// <summary>Every type and member of certain other assemblies that an assembly refers to or overrides.</summary>
internal sealed class UsedMembers
{
    private readonly MetadataReader reader;
    private readonly SignatureText text;
    private readonly IReadOnlySet<string> assemblies;

    private UsedMembers(MetadataReader reader, IReadOnlySet<string> assemblies)
    {
        this.reader = reader;
        this.assemblies = assemblies;
        text = new SignatureText(reader);
    }

    public static IReadOnlyList<string> Of(Stream assembly, IReadOnlySet<string> assemblies)
    {
        using var file = new PEReader(assembly);
        var used = new UsedMembers(file.GetMetadataReader(), assemblies);
        return [.. used.Types().Concat(used.Members()).Concat(used.Overrides()).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Types() =>
        from handle in reader.TypeReferences
        let assembly = AssemblyOf(handle)
        where assemblies.Contains(assembly)
        select $"{text.Name(handle)} of {assembly}";

    private IEnumerable<string> Members() =>
        from handle in reader.MemberReferences
        let member = reader.GetMemberReference(handle)
        where assemblies.Contains(AssemblyOf(member.Parent))
        let type = text.Name(GenericDefinition(member.Parent))
        let name = reader.GetString(member.Name)
        select member.GetKind() == MemberReferenceKind.Field
            ? $"{member.DecodeFieldSignature(text, null)} {type}.{name}"
            : text.Method(type, name, member.DecodeMethodSignature(text, null));

    // An override that overrides nothing loads without complaint and is never called. No base class here is generic.
    private IEnumerable<string> Overrides() =>
        from typeHandle in reader.TypeDefinitions
        let type = reader.GetTypeDefinition(typeHandle)
        where assemblies.Contains(AssemblyOf(type.BaseType))
        from methodHandle in type.GetMethods()
        let method = reader.GetMethodDefinition(methodHandle)
        where (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual
        let name = reader.GetString(method.Name)
        where name is not (nameof(ToString) or nameof(Equals) or nameof(GetHashCode))
        select text.Method(text.Name(type.BaseType), name, method.DecodeSignature(text, null));

    private string AssemblyOf(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var scope = reader.GetTypeReference((TypeReferenceHandle)type).ResolutionScope;
                return scope.Kind == HandleKind.AssemblyReference
                    ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
                    : AssemblyOf(scope);
            case HandleKind.TypeSpecification when GenericDefinition(type) is var definition && definition != type:
                return AssemblyOf(definition);
            default:
                return "";
        }
    }

    private EntityHandle GenericDefinition(EntityHandle type)
    {
        if (type.Kind != HandleKind.TypeSpecification)
        {
            return type;
        }

        var signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return type;
        }

        signature.ReadByte(); // class or struct
        return signature.ReadTypeHandle();
    }
}
