using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Regional.Architecture.Tests;

/// <summary>What an assembly defines and uses, read from its metadata without loading it.</summary>
internal static class Metadata
{
    /// <summary>Full names of the types that it defines, nested ones by their outermost, compiler-made ones left out.</summary>
    public static IReadOnlyList<string> Types(string file) => Read(file, (_, metadata) => metadata.TypeDefinitions
        .Select(handle => FullName(metadata, Outermost(metadata, handle)))
        .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("System.", StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal))
        .Distinct()
        .ToList());

    /// <summary>Pairs of a method of the assembly (by its outermost type) and a member of another assembly that its code names.</summary>
    public static IReadOnlyList<(string User, string Used)> Uses(string file) => Read(file, (image, metadata) =>
    {
        var uses = new HashSet<(string, string)>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var user = FullName(metadata, Outermost(metadata, handle));
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods().Select(metadata.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0))
            {
                foreach (var used in Members(metadata, image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
                {
                    uses.Add((user, used));
                }
            }
        }

        return uses.ToList();
    });

    // A token in IL is four bytes, the last of which tells the table. Bytes that look like a token and are none name a member that is used elsewhere in the
    // assembly at worst; that is a false alarm, never a miss.
    private static IEnumerable<string> Members(MetadataReader metadata, byte[] il)
    {
        for (var i = 1; i + 3 < il.Length; i++)
        {
            if (il[i + 3] == 0x0A && IsTokenOperand(il[i - 1]))
            {
                var row = il[i] | (il[i + 1] << 8) | (il[i + 2] << 16);
                if (row > 0 && row <= metadata.GetTableRowCount(TableIndex.MemberRef))
                {
                    var member = metadata.GetMemberReference(MetadataTokens.MemberReferenceHandle(row));
                    if (member.Parent.Kind == HandleKind.TypeReference)
                    {
                        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                        yield return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
                    }
                }
            }
        }
    }

    // call, callvirt, newobj, ldfld, ldsfld; ldftn and ldvirtftn end in 06 and 07.
    private static bool IsTokenOperand(byte code) => code is 0x28 or 0x6F or 0x73 or 0x7B or 0x7E or 0x06 or 0x07;

    private static T Read<T>(string file, Func<PEReader, MetadataReader, T> read)
    {
        using var image = new PEReader(File.OpenRead(file));
        return read(image, image.GetMetadataReader());
    }

    private static TypeDefinitionHandle Outermost(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        for (var type = metadata.GetTypeDefinition(handle); !type.GetDeclaringType().IsNil; type = metadata.GetTypeDefinition(handle))
        {
            handle = type.GetDeclaringType();
        }

        return handle;
    }

    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? metadata.GetString(type.Name) : $"{space}.{metadata.GetString(type.Name)}";
    }
}
