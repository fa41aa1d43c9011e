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
}

namespace Grpc
{
    internal static class Intruder;
}
