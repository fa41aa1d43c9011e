using System.Text.RegularExpressions;
using Google.Protobuf.Reflection;

namespace Regional.Protos.Tests;

public sealed partial class The_style_of_the_contract
{
    private static readonly IReadOnlyList<FileDescriptor> Ours = [.. Contract.Files.Where(file => file.Package.StartsWith("regional.", StringComparison.Ordinal))];

    [Fact]
    public void has_versioned_packages_in_folders_of_the_same_name() => Assert.All(Ours, file =>
    {
        Assert.Matches(@"^regional\.[a-z]+\.v[1-9]$", file.Package);
        Assert.Equal(file.Package.Replace('.', '/'), Path.GetDirectoryName(file.Name));
    });

    [Fact]
    public void has_services_that_are_named_so() => Assert.All(Ours.SelectMany(file => file.Services), service => Assert.EndsWith("Service", service.Name));

    [Fact]
    public void has_enum_values_that_begin_with_the_name_of_their_enum() => Assert.All(Ours.SelectMany(Enums), type =>
    {
        var prefix = WordStart().Replace(type.Name, "_$1").ToUpperInvariant() + "_";
        Assert.All(type.Values, value => Assert.StartsWith(prefix, value.Name));
        Assert.Equal($"{prefix}UNSPECIFIED", type.FindValueByNumber(0)?.Name);
    });

    [Fact]
    public void explains_everything_in_the_place_where_it_stands()
    {
        var files = Directory.EnumerateFiles(ProtoFolder(), "*.proto", SearchOption.AllDirectories).ToList();
        Assert.Equal(Contract.Files.Count, files.Count);
        Assert.All(files, file => Assert.Empty(WithoutComment(File.ReadAllLines(file)).Select(line => $"{Path.GetFileName(file)}: {line}")));
    }

    [Fact]
    public void sees_what_has_no_comment() => Assert.Equal(
        ["message M {", "rpc Get(R) returns (M);", "string b = 2;"],
        WithoutComment(["// A service.", "service S {", "  rpc Get(R) returns (M);", "}", "", "message M {", "  // A field.", "  string a = 1;", "  string b = 2;", "}"]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> WithoutComment(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Declaration().IsMatch(lines[i]) && (i == 0 || !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)))
            {
                yield return lines[i].Trim();
            }
        }
    }

    private static IEnumerable<EnumDescriptor> Enums(FileDescriptor file) => file.EnumTypes.Concat(file.MessageTypes.SelectMany(Nested));

    private static IEnumerable<EnumDescriptor> Nested(MessageDescriptor message) => message.EnumTypes.Concat(message.NestedTypes.SelectMany(Nested));

    private static string ProtoFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Regional.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!;
        }

        return Path.Combine(folder, "protos");
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex WordStart();

    // service, rpc, message, enum, oneof, a field `type name = 1`, an enum value `NAME = 1`
    [GeneratedRegex(@"^\s*(service|rpc|message|enum|oneof)\s+\w|^\s*(repeated |optional )?[\w.<>, ]+\s+\w+\s*=\s*\d+\s*[;\[]|^\s*[A-Z_0-9]+\s*=\s*\d+\s*;")]
    private static partial Regex Declaration();
}
