using Grpc.Core;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>Why a request is not granted, in words for the caller and in a form for its program.</summary>
/// <param name="Code">The canonical gRPC code.</param>
/// <param name="Reason">UPPER_SNAKE_CASE, at most 63 characters, stable.</param>
/// <param name="Message">What is wrong and what to do, without data of anyone but the caller.</param>
/// <remarks>A refusal is an outcome of a use case, not an exception; it becomes a <c>google.rpc.Status</c> at the edge.</remarks>
public sealed record Refusal(StatusCode Code, string Reason, string Message)
{
    /// <summary>Every value that <see cref="Message"/> speaks of, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields at fault; empty where the request as a whole is.</summary>
    public IReadOnlyList<Violation> Violations { get; init; } = [];

    /// <summary>A request of which one or more fields break a rule: INVALID_ARGUMENT <c>INVALID_FIELDS</c>.</summary>
    public static Refusal InvalidFields(IReadOnlyList<Violation> violations) => new(
        StatusCode.InvalidArgument,
        "INVALID_FIELDS",
        $"{string.Join("; ", violations.Take(3).Select(v => $"{v.Field}: {v.Description}"))}{(violations.Count > 3 ? $"; and {violations.Count - 3} more" : "")}")
    {
        Violations = violations,
    };

    /// <summary>The relation that would be needed is not there: PERMISSION_DENIED <c>NO_RELATION</c>, the same whether or not the thing exists.</summary>
    public static Refusal NoRelation(string name) => new(
        StatusCode.PermissionDenied,
        "NO_RELATION",
        $"{name} does not exist, or is not of your own organisation.")
    {
        Metadata = new Dictionary<string, string> { ["name"] = name },
    };
}

/// <summary>One field that breaks one rule.</summary>
/// <param name="Field">Path in snake_case, like <c>signal.start_date</c>.</param>
/// <param name="Reason">UPPER_SNAKE_CASE name of the rule.</param>
/// <param name="Description">The rule and what to do; never the value, which may be of a child.</param>
public sealed record Violation(string Field, string Reason, string Description);
