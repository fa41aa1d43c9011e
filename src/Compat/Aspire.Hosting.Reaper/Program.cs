// The companion of an AppHost that outlives it by a moment: it learns on standard input which processes the AppHost has started,
// and when that input ends, with processes still in its book, the AppHost has been killed and its processes are ended here.
//
// Input, a line for each event: `+ <pid> <start time, UTC ticks>` a process was started; `- <pid>` it has ended; `done` the
// AppHost has stopped in good order. The one argument is the mark that its processes carry in their environment, `NAME=value`.
// Output: `ready`, once the terminal's signals no longer reach this process.
using System.Runtime.InteropServices;
using Aspire.Hosting.Processes;

if (!OperatingSystem.IsWindows())
{
    // A session of its own: Ctrl-C and the closing of the terminal go to the AppHost's.
    Unix.StartSession();
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
var book = new ProcessBook(args[0]);
Console.WriteLine("ready");

while (await Console.In.ReadLineAsync() is { } line)
{
    if (line == "done")
    {
        return;
    }

    book.Enter(line);
}

await book.EndAllAsync(TimeProvider.System);
