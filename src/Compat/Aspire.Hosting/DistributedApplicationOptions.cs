namespace Aspire.Hosting;

/// <summary>What an application begins with.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line, which becomes configuration.</summary>
    public string[]? Args { get; set; }

    /// <summary>The name of the AppHost's assembly; null for the assembly of the program that runs.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether the page that shows the application is left out, as in tests.</summary>
    public bool DisableDashboard { get; set; }
}
