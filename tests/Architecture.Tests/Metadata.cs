using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Regional.Architecture.Tests;

/// <summary>A member of another assembly that the code of this one names.</summary>
/// <param name="User">Full name of the outermost type that names it.</param>
/// <param name="Member">Full name of the member, like <c>System.IO.File.ReadAllText</c>; a constructor's is <c>.ctor</c>.</param>
/// <param name="Parameters">Full names of the types of its parameters, parted by commas; empty for a field.</param>
internal readonly record struct Use(string User, string Member, string Parameters = "");

/// <summary>What an assembly defines and uses, read from its metadata without loading it.</summary>
internal static class Metadata
{
    private static readonly Dictionary<int, OpCode> OpCodes = typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Full names of the types that it defines, nested ones by their outermost, compiler-made ones left out.</summary>
    public static IReadOnlyList<string> Types(string file) => Read(file, (_, metadata) => metadata.TypeDefinitions
        .Select(handle => TypeNames.Of(metadata, Outermost(metadata, handle)))
        .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && !name.StartsWith("System.", StringComparison.Ordinal) && name.Contains('.', StringComparison.Ordinal))
        .Distinct()
        .ToList());

    /// <summary>Full names of the types of other assemblies that it names anywhere, whichever way the reference came.</summary>
    public static IReadOnlyList<string> References(string file) => Read(file, (_, metadata) => metadata.TypeReferences.Select(handle => TypeNames.Of(metadata, handle)).ToList());

    /// <summary>Every member of another assembly that its code names, generic ones and those of generic types among them.</summary>
    public static IReadOnlyList<Use> Uses(string file) => Read(file, (image, metadata) =>
    {
        var uses = new HashSet<Use>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var user = TypeNames.Of(metadata, Outermost(metadata, handle));
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods().Select(metadata.GetMethodDefinition).Where(m => m.RelativeVirtualAddress != 0))
            {
                uses.UnionWith(Tokens(image.GetMethodBody(method.RelativeVirtualAddress)).Select(token => MemberOf(metadata, token)).OfType<MemberReference>().Select(member => UseOf(metadata, user, member)));
            }
        }

        return uses.ToList();
    });

    // Instruction by instruction: bytes that only look like a token are passed over, and none that is one is missed.
    private static List<EntityHandle> Tokens(MethodBodyBlock body)
    {
        var tokens = new List<EntityHandle>();
        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            switch (OpCodes[code == 0xFE ? 0xFE00 | il.ReadByte() : code].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok:
                    tokens.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += sizeof(int) * targets;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += sizeof(byte);
                    break;
                case OperandType.InlineVar:
                    il.Offset += sizeof(short);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += sizeof(long);
                    break;
                default:
                    il.Offset += sizeof(int);
                    break;
            }
        }

        return tokens;
    }

    // A call with type arguments names a specification, which names the method.
    private static MemberReference? MemberOf(MetadataReader metadata, EntityHandle token) => token.Kind switch
    {
        HandleKind.MethodSpecification => MemberOf(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method),
        HandleKind.MemberReference => metadata.GetMemberReference((MemberReferenceHandle)token),
        _ => null,
    };

    private static Use UseOf(MetadataReader metadata, string user, MemberReference member)
    {
        var type = member.Parent.Kind switch
        {
            HandleKind.TypeReference => TypeNames.Of(metadata, (TypeReferenceHandle)member.Parent),
            HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(TypeNames.Provider, null),
            _ => "",
        };
        var parameters = member.GetKind() == MemberReferenceKind.Method ? member.DecodeMethodSignature(TypeNames.Provider, null).ParameterTypes : ImmutableArray<string>.Empty;
        return new(user, $"{type}.{metadata.GetString(member.Name)}", string.Join(", ", parameters));
    }

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
}
