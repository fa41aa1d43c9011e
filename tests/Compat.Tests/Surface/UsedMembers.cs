using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Regional.Compat.Tests.Surface;

/// <summary>Every type and member of certain other assemblies that an assembly refers to or overrides.</summary>
internal sealed class UsedMembers
{
    private readonly MetadataReader _reader;
    private readonly SignatureText _text;
    private readonly IReadOnlySet<string> _assemblies;

    private UsedMembers(MetadataReader reader, IReadOnlySet<string> assemblies)
    {
        _reader = reader;
        _assemblies = assemblies;
        _text = new SignatureText(reader);
    }

    public static IReadOnlyList<string> Of(Stream assembly, IReadOnlySet<string> assemblies)
    {
        using var file = new PEReader(assembly);
        var used = new UsedMembers(file.GetMetadataReader(), assemblies);
        return [.. used.Types().Concat(used.Members()).Concat(used.Overrides()).Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> Types() =>
        from handle in _reader.TypeReferences
        let assembly = AssemblyOf(handle)
        where _assemblies.Contains(assembly)
        select $"{_text.Name(handle)} of {assembly}";

    private IEnumerable<string> Members() =>
        from handle in _reader.MemberReferences
        let member = _reader.GetMemberReference(handle)
        where _assemblies.Contains(AssemblyOf(member.Parent))
        let type = _text.Name(GenericDefinition(member.Parent))
        let name = _reader.GetString(member.Name)
        select member.GetKind() == MemberReferenceKind.Field
            ? $"{member.DecodeFieldSignature(_text, null)} {type}.{name}"
            : _text.Method(type, name, member.DecodeMethodSignature(_text, null));

    // An override that overrides nothing loads without complaint and is never called. No base class here is generic.
    private IEnumerable<string> Overrides() =>
        from typeHandle in _reader.TypeDefinitions
        let type = _reader.GetTypeDefinition(typeHandle)
        where _assemblies.Contains(AssemblyOf(type.BaseType))
        from methodHandle in type.GetMethods()
        let method = _reader.GetMethodDefinition(methodHandle)
        where (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual
        let name = _reader.GetString(method.Name)
        where name is not (nameof(ToString) or nameof(Equals) or nameof(GetHashCode))
        select _text.Method(_text.Name(type.BaseType), name, method.DecodeSignature(_text, null));

    private string AssemblyOf(EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeReference:
                var scope = _reader.GetTypeReference((TypeReferenceHandle)type).ResolutionScope;
                return scope.Kind == HandleKind.AssemblyReference
                    ? _reader.GetString(_reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
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

        var signature = _reader.GetBlobReader(_reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return type;
        }

        signature.ReadByte(); // class or struct
        return signature.ReadTypeHandle();
    }
}
