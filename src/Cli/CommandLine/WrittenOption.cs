using System.CommandLine;
using Regional.Territory;

namespace Regional.Cli.CommandLine;

/// <summary>Options whose value has one short written form, read where it enters.</summary>
internal static class WrittenOption
{
    public static Option<T?> Of<T>(string name, string description, bool required = false)
        where T : struct, IWrittenValue<T> => new(name)
        {
            Description = description,
            Required = required,
            CustomParser = argument =>
            {
                if (T.TryParse(argument.Tokens[0].Value, out var value, out var reason))
                {
                    return value;
                }

                argument.AddError($"{name}: {reason}");
                return null;
            },
        };
}
