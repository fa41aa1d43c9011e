using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Regional.Hosting.Tests;

/// <summary>Writes the public types and members of an assembly, one signature on a line.</summary>
internal sealed class PublicApi(Assembly assembly)
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    private readonly NullabilityInfoContext _nullability = new();

    public IEnumerable<string> Lines() => assembly.GetExportedTypes()
        .SelectMany(type => Members(type).Prepend(Kind(type)), (type, line) => $"{type.FullName!.Split('`')[0]}: {line}");

    private static string Kind(Type type)
    {
        var kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type.IsAbstract && type.IsSealed ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        return $"{kind}{Generics(type.GetGenericArguments())}{Constraints(type.GetGenericArguments())}";
    }

    private IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Where(member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && member is not TypeInfo)
        .Select(member => member switch
        {
            ConstructorInfo constructor when IsVisible(constructor) => $"{Access(constructor)}new({Parameters(constructor)})",
            MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => Signature(method),
            PropertyInfo property when IsVisible(property.GetMethod!) => Signature(property),
            FieldInfo { IsPublic: true, IsSpecialName: false } field => Signature(field),
            _ => null,
        })
        .OfType<string>();

    private string Signature(FieldInfo field) => field.DeclaringType!.IsEnum
        ? $"{field.Name} = {Convert.ToInt32(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
        : $"{Static(field.IsStatic)}{(field.IsInitOnly ? "readonly " : "")}{Name(_nullability.Create(field))} {field.Name}";

    private string Signature(MethodInfo method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Access(method)}{Static(method.IsStatic)}{Virtual(method)}{Name(_nullability.Create(method.ReturnParameter))} "
            + $"{method.Name}{Generics(method.GetGenericArguments())}({extends}{Parameters(method)}){Constraints(method.GetGenericArguments())}";
    }

    private string Signature(PropertyInfo property)
    {
        var set = property.SetMethod is { IsPublic: true } setter
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{required}{Static(property.GetMethod!.IsStatic)}{Virtual(property.GetMethod)}{Name(_nullability.Create(property))} {property.Name} {{ get;{set} }}";
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Passing(parameter)}{Name(_nullability.Create(parameter))} {parameter.Name}{Default(parameter)}"));

    private static string Passing(ParameterInfo parameter) => parameter.IsOut ? "out "
        : parameter.IsIn ? "in "
        : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
        : "";

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
    {
        null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => " = default",
        null => " = null",
        bool value => value ? " = true" : " = false",
        var value when parameter.ParameterType.IsEnum => $" = {Enum.ToObject(parameter.ParameterType, value)}",
        var value => $" = {value}",
    };

    private static string Name(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        var mark = !type.IsValueType && !type.IsGenericParameter && info.ReadState == NullabilityState.Nullable ? "?" : "";
        return info.GenericTypeArguments.Length > 0
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>{mark}"
            : Name(type) + mark;
    }

    private static string Name(Type type) => Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Generics(Type[] arguments) =>
        arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => (IsCovariant(argument) ? "out " : "") + argument.Name))}>";

    private static bool IsCovariant(Type argument) => argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Covariant);

    private static string Constraints(Type[] arguments) => string.Concat(arguments.Select(argument =>
    {
        var all = (argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>())
            .Concat(argument.GetGenericParameterConstraints().Select(Name))
            .Concat(argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? ["new()"] : []).ToList();
        return all.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
    }));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily;

    private static string Access(MethodBase method) => method.IsFamily ? "protected " : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Virtual(MethodInfo method) =>
        method.DeclaringType!.IsInterface || !method.IsVirtual || method.IsFinal ? ""
        : method.GetBaseDefinition() != method ? "override "
        : method.IsAbstract ? "abstract "
        : "virtual ";
}
