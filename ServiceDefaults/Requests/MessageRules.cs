using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Api;

namespace Regional.ServiceDefaults.Requests;

/// <summary>The rules that every request message keeps, whatever it is about: strings are well-formed, enum values are known, required fields are there,
/// and nothing is sent that this version of the contract does not know.</summary>
/// <remarks>
/// The C# protobuf runtime turns malformed UTF-8 into U+FFFD instead of refusing it, keeps unknown enum values, and stores unknown fields. Each of the three
/// would let a sender believe that something was understood which was not.
/// </remarks>
public sealed class MessageRules
{
    /// <summary>The longest string that any field takes, in UTF-16 code units.</summary>
    public const int LongestString = 1_000;

    private static readonly ConcurrentDictionary<MessageDescriptor, MessageRules> Known = new();
    private readonly Func<object, object?> _unknownFields;
    private readonly FieldRule[] _fields;

    private MessageRules(MessageDescriptor descriptor)
    {
        _unknownFields = ReadUnknownFields(descriptor.ClrType);
        _fields = [.. descriptor.Fields.InDeclarationOrder().Where(f => !IsOutputOnly(f)).Select(f => new FieldRule(f))];
    }

    /// <summary>Every violation in the message, with the path of its field; empty for a message that keeps the rules.</summary>
    /// <param name="message">The message as it was received.</param>
    /// <param name="path">Path of the message itself, ending in a full stop; empty at the root.</param>
    public static IReadOnlyList<Violation> Check(IMessage message, string path = "")
    {
        List<Violation>? violations = null;
        For(message.Descriptor).Check(message, path, ref violations);
        return violations ?? (IReadOnlyList<Violation>)[];
    }

    /// <summary>As <see cref="Check(IMessage, string)"/>, but for what lies in lists: for a batch whose items are checked, and answered, one by one.</summary>
    public static IReadOnlyList<Violation> CheckWithoutItems(IMessage batch)
    {
        List<Violation>? violations = null;
        var rules = For(batch.Descriptor);
        rules.CheckUnknown(batch, "", ref violations);
        foreach (var field in rules._fields)
        {
            field.Check(batch, "", ref violations, withItems: false);
        }

        return violations ?? (IReadOnlyList<Violation>)[];
    }

    private static MessageRules For(MessageDescriptor descriptor) => Known.GetOrAdd(descriptor, static d => new MessageRules(d));

    private void Check(IMessage message, string path, ref List<Violation>? violations)
    {
        CheckUnknown(message, path, ref violations);
        foreach (var field in _fields)
        {
            field.Check(message, path, ref violations, withItems: true);
        }
    }

    private void CheckUnknown(IMessage message, string path, ref List<Violation>? violations)
    {
        if (_unknownFields(message) is not null)
        {
            ServiceMeter.UnknownFields.Add(1);
            (violations ??= []).Add(new(path.TrimEnd('.'), "UNKNOWN_FIELD", $"{message.Descriptor.FullName} has a field that this version of the contract does not know; leave it out or call a newer service"));
        }
    }

    private static bool IsOutputOnly(FieldDescriptor field) => Behaviors(field).Contains(FieldBehavior.OutputOnly);

    private static IEnumerable<FieldBehavior> Behaviors(FieldDescriptor field) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior) ?? Enumerable.Empty<FieldBehavior>();

    private static Func<object, object?> ReadUnknownFields(Type message)
    {
        var field = message.GetField("_unknownFields", BindingFlags.Instance | BindingFlags.NonPublic)
            ?? throw new InvalidOperationException($"{message} keeps its unknown fields elsewhere than this version of Google.Protobuf does");
        var instance = Expression.Parameter(typeof(object));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Field(Expression.Convert(instance, message), field), typeof(object)), instance).Compile();
    }

    private sealed class FieldRule(FieldDescriptor field)
    {
        private readonly bool _required = Behaviors(field).Contains(FieldBehavior.Required);

        public void Check(IMessage message, string path, ref List<Violation>? violations, bool withItems)
        {
            if (field.IsMap)
            {
                return;
            }

            if (field.IsRepeated)
            {
                CheckList((System.Collections.IList)field.Accessor.GetValue(message), path, ref violations, withItems);
                return;
            }

            switch (field.FieldType)
            {
                case FieldType.String:
                    CheckString((string)field.Accessor.GetValue(message), path, ref violations);
                    break;
                case FieldType.Message:
                    CheckMessage((IMessage?)field.Accessor.GetValue(message), path, ref violations);
                    break;
                case FieldType.Enum:
                    CheckEnum((int)field.Accessor.GetValue(message), path, ref violations);
                    break;
                case FieldType.Int64 when _required && (long)field.Accessor.GetValue(message) == 0:
                    Missing(path, ref violations);
                    break;
            }
        }

        private void CheckList(System.Collections.IList list, string path, ref List<Violation>? violations, bool withItems)
        {
            if (_required && list.Count == 0)
            {
                Missing(path, ref violations);
            }

            if (field.FieldType == FieldType.String)
            {
                foreach (string item in list)
                {
                    CheckString(item, path, ref violations);
                }
            }

            if (withItems && field.FieldType == FieldType.Message)
            {
                for (var i = 0; i < list.Count; i++)
                {
                    var item = (IMessage)list[i]!;
                    For(item.Descriptor).Check(item, $"{path}{field.Name}[{i}].", ref violations);
                }
            }
        }

        private void CheckMessage(IMessage? value, string path, ref List<Violation>? violations)
        {
            if (value is not null)
            {
                For(value.Descriptor).Check(value, $"{path}{field.Name}.", ref violations);
            }
            else if (_required)
            {
                Missing(path, ref violations);
            }
        }

        private void CheckEnum(int value, string path, ref List<Violation>? violations)
        {
            if (field.EnumType.FindValueByNumber(value) is null)
            {
                (violations ??= []).Add(new(path + field.Name, "UNKNOWN_VALUE", $"is no value of {field.EnumType.FullName}; use one of {Names()}"));
            }
            else if (_required && value == 0)
            {
                Missing(path, ref violations);
            }
        }

        private void CheckString(string value, string path, ref List<Violation>? violations)
        {
            if (value.Length == 0)
            {
                if (_required)
                {
                    Missing(path, ref violations);
                }
            }
            else if (value.Length > LongestString)
            {
                (violations ??= []).Add(new(path + field.Name, "TOO_LONG", $"is longer than {LongestString} characters; shorten it"));
            }
            else if (value.AsSpan().ContainsAny('\0', '\uFFFD') || HasLoneSurrogate(value))
            {
                (violations ??= []).Add(new(path + field.Name, "MALFORMED_TEXT", "holds malformed UTF-8, NUL or the replacement character U+FFFD; send well-formed UTF-8"));
            }
        }

        private void Missing(string path, ref List<Violation>? violations) =>
            (violations ??= []).Add(new(path + field.Name, "REQUIRED", field.FieldType == FieldType.Enum ? $"is required; use one of {Names()}" : "is required; fill it in"));

        private string Names() => string.Join(", ", field.EnumType.Values.Where(v => v.Number != 0).Select(v => v.Name));

        private static bool HasLoneSurrogate(string value)
        {
            for (var i = 0; i < value.Length; i++)
            {
                if (char.IsSurrogate(value[i]))
                {
                    if (i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
                    {
                        i++;
                    }
                    else
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
