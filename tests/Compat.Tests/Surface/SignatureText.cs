using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Regional.Compat.Tests.Surface;

/// <summary>Writes types as text in one way, whether an assembly defines them or refers to them.</summary>
internal sealed class SignatureText(MetadataReader reader) : ISignatureTypeProvider<string, object?>
{
    public string Name(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        _ => GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)type, 0),
    };

    public string Method(string declaringType, string name, MethodSignature<string> signature) =>
        $"{(signature.Header.IsInstance ? "" : "static ")}{signature.ReturnType} {declaringType}.{name}"
        + $"{(signature.GenericParameterCount > 0 ? $"`{signature.GenericParameterCount}" : "")}({string.Join(", ", signature.ParameterTypes)})";

    public string GetTypeFromDefinition(MetadataReader _, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return Kind(rawTypeKind) + Qualified(outer.IsNil ? null : Name(outer), type.Namespace, type.Name);
    }

    public string GetTypeFromReference(MetadataReader _, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var outer = type.ResolutionScope;
        return Kind(rawTypeKind) + Qualified(outer.Kind == HandleKind.TypeReference ? Name(outer) : null, type.Namespace, type.Name);
    }

    public string GetTypeFromSpecification(MetadataReader _, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    public string GetGenericTypeParameter(object? context, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? context, int index) => $"!!{index}";

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => $"{unmodifiedType} modified by {modifier}";

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"function ({string.Join(", ", signature.ParameterTypes)})";

    private string Qualified(string? outer, StringHandle space, StringHandle name) =>
        outer is null ? $"{reader.GetString(space)}.{reader.GetString(name)}" : $"{outer}+{reader.GetString(name)}";

    // A class where a struct is expected fails at run time, so a signature says which it is.
    private static string Kind(byte rawTypeKind) => rawTypeKind == (byte)SignatureTypeKind.ValueType ? "struct " : "";
}
