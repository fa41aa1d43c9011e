using Google.Protobuf.Reflection;
using Regional.Wire.Api;

namespace Regional.Protos.Tests;

/// <summary>The contract as lines, one for each thing that a client may rest on.</summary>
internal static class Contract
{
    /// <summary>All descriptors of the project.</summary>
    public static IReadOnlyList<FileDescriptor> Files { get; } = [.. typeof(Wire.Feed.V1.Event).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal) && type.GetProperty("Descriptor")?.PropertyType == typeof(FileDescriptor))
        .Select(type => (FileDescriptor)type.GetProperty("Descriptor")!.GetValue(null)!)
        .OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>The lines of these files: what stands before the arrow names a thing, what stands behind it must stay.</summary>
    public static IEnumerable<string> Lines(IEnumerable<FileDescriptor> files) => files.SelectMany(file =>
        file.Services.SelectMany(Lines).Concat(file.MessageTypes.SelectMany(Lines)).Concat(file.EnumTypes.SelectMany(Lines)));

    /// <summary>What broke since the contract was recorded, and what was added.</summary>
    public static (IReadOnlyList<string> Broken, IReadOnlyList<string> Added) Compare(IEnumerable<string> recorded, IEnumerable<string> now)
    {
        var (before, after) = (recorded.ToHashSet(), now.ToHashSet());
        return ([.. before.Except(after).Order(StringComparer.Ordinal)], [.. after.Except(before).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Lines(ServiceDescriptor service) => service.Methods.Select(method =>
        $"rpc {method.FullName}({(method.IsClientStreaming ? "stream " : "")}{method.InputType.FullName}) -> {(method.IsServerStreaming ? "stream " : "")}{method.OutputType.FullName}");

    private static IEnumerable<string> Lines(MessageDescriptor message) => message.Fields.InFieldNumberOrder()
        .Select(field => $"field {message.FullName} {field.FieldNumber} -> {Label(field)}{Type(field)} {field.Name}{Behavior(field)}")
        .Append($"message {message.FullName}")
        .Concat(message.NestedTypes.SelectMany(Lines))
        .Concat(message.EnumTypes.SelectMany(Lines));

    private static IEnumerable<string> Lines(EnumDescriptor type) => type.Values.Select(value => $"value {type.FullName} {value.Number} -> {value.Name}");

    private static string Label(FieldDescriptor field) => field.IsRepeated ? "repeated " : field.ToProto().Proto3Optional ? "optional " : field.RealContainingOneof is { } oneof ? $"oneof {oneof.Name} " : "";

    private static string Type(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        _ => field.FieldType.ToString().ToLowerInvariant(),
    };

    // A field that becomes REQUIRED breaks whoever left it out; one that is so no longer, whoever rests on its being there.
    private static string Behavior(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior) is { Count: > 0 } behavior ? $" [{string.Join(", ", behavior.Select(NameOf).Order(StringComparer.Ordinal))}]" : "";

    private static string NameOf(FieldBehavior behavior) => FieldBehaviorReflection.Descriptor.EnumTypes.Single().FindValueByNumber((int)behavior).Name;
}
