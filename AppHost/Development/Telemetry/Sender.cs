namespace Regional.AppHost.Development.Telemetry;

/// <summary>The process that sends: a service, and which start of it or which replica.</summary>
/// <param name="Service"><c>service.name</c>.</param>
/// <param name="Instance"><c>service.instance.id</c>; empty where it was not told.</param>
internal sealed record Sender(string Service, string Instance)
{
    /// <summary>The longest name of a service, a library or a category that is kept, in characters.</summary>
    public const int LongestName = 256;

    public static Sender Of(Wire.Otlp.V1.Resource? resource)
    {
        var fields = resource is null ? [] : Field.Read(resource.Attributes);
        return new(Named("service.name") is { Length: > 0 } name ? name : "unknown", Named("service.instance.id"));

        string Named(string name) => fields.FirstOrDefault(field => field.Name == name).Value ?? "";
    }
}
