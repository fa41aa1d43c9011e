namespace Regional.Architecture.Tests.Domain
{
    internal static class ReadsAFile
    {
        public static string Read(string path) => File.ReadAllText(path);
    }

    internal static class ReadsTheClock
    {
        public static DateTime Read()
        {
            Thread.Sleep(1);
            return DateTime.UtcNow;
        }
    }

    internal static class CallsAGenericMethod
    {
        public static Task<int> Run() => Task.Run<int>(() => 1);
    }

    internal static class CallsAGenericType
    {
        public static IEnumerable<string> Read(string folder) => new System.IO.Enumeration.FileSystemEnumerable<string>(folder, (ref entry) => entry.ToFullPath());
    }

    internal static class TakesTheRealClock
    {
        public static TimeProvider Take() => TimeProvider.System;
    }

    internal static class Waits
    {
        public static async Task Wait(Task<int> task, TimeSpan limit)
        {
            using var patience = new CancellationTokenSource(limit);
            patience.CancelAfter(1);
            await Task.Delay(limit, patience.Token);
            await task.WaitAsync(limit, patience.Token);
        }
    }

    internal static class WaitsByAGivenClock
    {
        public static async Task Wait(Task<int> task, TimeSpan limit, TimeProvider clock)
        {
            using var patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
            patience.CancelAfter(1);
            await Task.Delay(limit, clock, patience.Token);
            await task.WaitAsync(limit, clock, patience.Token);
            await task.WaitAsync(patience.Token);
        }
    }
}

namespace Grpc
{
    internal static class Intruder;
}
