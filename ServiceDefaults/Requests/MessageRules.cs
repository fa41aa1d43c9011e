using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Api;

namespace Regional.ServiceDefaults.Requests;

/// <summary>The rules that every request message keeps, whatever it is about: strings are well-formed, enum values are known, numbers are finite, required
/// fields are there, and nothing is sent that this version of the contract does not know.</summary>
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
        _fields = [.. descriptor.Fields.InDeclarationOrder().Where(f => !IsOutputOnly(f) && HasRule(f)).Select(f => new FieldRule(f))];
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

    // Whole numbers, bytes and yes or no are as they are; only whether they came may matter.
    private static bool HasRule(FieldDescriptor field) =>
        Behaviors(field).Contains(FieldBehavior.Required) || field.FieldType is FieldType.String or FieldType.Message or FieldType.Enum or FieldType.Float or FieldType.Double;

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
        private readonly bool _required = IsRequired(field);

        // An entry of a map is a message with a key and a value.
        private readonly FieldRule[] _entry = field.IsMap ? [.. field.MessageType.Fields.InFieldNumberOrder().Select(f => new FieldRule(f))] : [];

        public void Check(IMessage message, string path, ref List<Violation>? violations, bool withItems)
        {
            var value = field.Accessor.GetValue(message);
            switch (value)
            {
                case IDictionary map:
                    CheckMap(map, path, ref violations);
                    break;
                case IList list:
                    CheckList(list, path, ref violations, withItems);
                    break;
                default:
                    if (_required && IsMissing(message, value))
                    {
                        Missing(path, ref violations);
                    }
                    else
                    {
                        CheckValue(value, $"{path}{field.Name}", ref violations);
                    }

                    break;
            }
        }

        private void CheckMap(IDictionary map, string path, ref List<Violation>? violations)
        {
            if (_required && map.Count == 0)
            {
                Missing(path, ref violations);
            }

            // The key is the sender's own word, so it is no part of the path.
            foreach (DictionaryEntry entry in map)
            {
                _entry[0].CheckValue(entry.Key, $"{path}{field.Name}.key", ref violations);
                _entry[1].CheckValue(entry.Value, $"{path}{field.Name}.value", ref violations);
            }
        }

        private void CheckList(IList list, string path, ref List<Violation>? violations, bool withItems)
        {
            if (_required && list.Count == 0)
            {
                Missing(path, ref violations);
            }

            var ofMessages = field.FieldType == FieldType.Message;
            for (var i = 0; i < list.Count && (withItems || !ofMessages); i++)
            {
                CheckValue(list[i], ofMessages ? $"{path}{field.Name}[{i}]" : path + field.Name, ref violations);
            }
        }

        private void CheckValue(object? value, string path, ref List<Violation>? violations)
        {
            switch (value)
            {
                case string text:
                    CheckString(text, path, ref violations);
                    break;
                case IMessage message:
                    For(message.Descriptor).Check(message, $"{path}.", ref violations);
                    break;
                case Enum when field.EnumType.FindValueByNumber((int)value) is null:
                    (violations ??= []).Add(new(path, "UNKNOWN_VALUE", $"is no value of {field.EnumType.FullName}; use one of {Names()}"));
                    break;
                case float.NaN or float.PositiveInfinity or float.NegativeInfinity or double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                    (violations ??= []).Add(new(path, "NOT_FINITE", "is NaN or infinite; send a finite number"));
                    break;
            }
        }

        private static void CheckString(string value, string path, ref List<Violation>? violations)
        {
            if (value.Length > LongestString)
            {
                (violations ??= []).Add(new(path, "TOO_LONG", $"is longer than {LongestString} characters; shorten it"));
            }
            else if (value.AsSpan().ContainsAny('\0', '\uFFFD') || HasLoneSurrogate(value))
            {
                (violations ??= []).Add(new(path, "MALFORMED_TEXT", "holds malformed UTF-8, NUL or the replacement character U+FFFD; send well-formed UTF-8"));
            }
        }

        // An empty text and an unspecified value say nothing even where they were sent. Zero does where nothing tells it from not sent.
        private bool IsMissing(IMessage message, object? value) => value switch
        {
            null or "" => true,
            Enum => (int)value == 0,
            _ when field.HasPresence => !field.Accessor.HasValue(message),
            0 or 0L or 0U or 0UL or 0F or 0D => true,
            ByteString bytes => bytes.IsEmpty,
            _ => false,
        };

        private static bool IsRequired(FieldDescriptor field) => (Behaviors(field).Contains(FieldBehavior.Required), field) switch
        {
            (true, { FieldType: FieldType.Bool, HasPresence: false, IsRepeated: false }) => throw new InvalidOperationException(
                $"{field.FullName} is required, and its `false` cannot be told from nothing sent; declare it `optional bool` in the contract."),
            var (required, _) => required,
        };

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
