namespace Regional.Faults.Tests;

/// <summary>What services say of their health.</summary>
internal static class Health
{
    private static readonly HttpClient Client = new();

    /// <summary>The answer of <c>/health</c>.</summary>
    public static async Task<string> Of(ServiceProcess service)
    {
        using var answer = await Client.GetAsync(new Uri($"{service.Http}/health"), Limit.Token);
        return await answer.Content.ReadAsStringAsync(Limit.Token);
    }

    /// <summary>Waits until each of them says so, in words that begin like this.</summary>
    public static async Task Becomes(string text, params IEnumerable<ServiceProcess> services)
    {
        foreach (var service in services)
        {
            await Limit.Until(async () => (await Of(service)).StartsWith(text, StringComparison.Ordinal));
        }
    }
}
