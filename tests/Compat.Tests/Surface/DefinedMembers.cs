using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Regional.Compat.Tests.Surface;

/// <summary>Every type and member that an assembly offers to others. Friends see internals, so only what is private is left out.</summary>
internal static class DefinedMembers
{
    public static IEnumerable<string> Of(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        var text = new SignatureText(reader);
        return [.. reader.TypeDefinitions.SelectMany(handle => OfType(reader, text, handle).Prepend($"{text.Name(handle)} of {assembly}"))];
    }

    private static IEnumerable<string> OfType(MetadataReader reader, SignatureText text, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = text.Name(handle);
        foreach (var method in type.GetMethods().Select(reader.GetMethodDefinition))
        {
            if ((method.Attributes & MethodAttributes.MemberAccessMask) != MethodAttributes.Private)
            {
                yield return text.Method(name, reader.GetString(method.Name), method.DecodeSignature(text, null));
            }
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            if ((field.Attributes & FieldAttributes.FieldAccessMask) != FieldAttributes.Private)
            {
                yield return $"{field.DecodeSignature(text, null)} {name}.{reader.GetString(field.Name)}";
            }
        }
    }
}
