using Regional.LocalServers;

namespace Regional.Tests;

internal static class Installed
{
    /// <summary>The server; where it is not installed the test is skipped, or fails where CI=true: CI must notice, a laptop need not have it.</summary>
    public static async Task<T> OrSkip<T>(this Task<T> start)
    {
        try
        {
            return await start;
        }
        catch (MissingServerException missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }
}
