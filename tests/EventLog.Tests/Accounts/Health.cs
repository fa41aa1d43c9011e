using System.Net;
using Regional.Tests;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>What services say of their health.</summary>
internal static class Health
{
    /// <summary>Waits until each of them serves, and says so in words that begin like this.</summary>
    public static async Task Becomes(string text, params IEnumerable<Func<Task<(HttpStatusCode Status, string Text)>>> services)
    {
        foreach (var health in services)
        {
            var last = "";
            await Eventually.Holds(
                async () =>
                {
                    (var status, last) = await health();
                    Assert.DoesNotContain("assword", last);
                    return status == HttpStatusCode.OK && last.StartsWith(text, StringComparison.Ordinal);
                },
                () => $"{text} was expected; the last answer was {last}");
        }
    }
}
