// The companion of a program that outlives it by a moment. It learns on standard input which processes the program has started; when that input
// ends without a `done`, the program has been killed. Either way, what is left of its processes is ended here. A line for each event: see ProcessBook.Enter.
// The one argument is the mark that those processes carry in their environment, `NAME=value`. Output: `ready`, once the terminal's signals pass by.
using System.Runtime.InteropServices;
using Regional.LocalServers.Processes;

if (!OperatingSystem.IsWindows())
{
    Unix.StartSession(); // Ctrl-C and the closing of the terminal go to the program's own session
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
var book = new ProcessBook(args[0]);
Console.WriteLine("ready");

string? line;
while ((line = await Console.In.ReadLineAsync()) is not (null or "done"))
{
    book.Enter(line);
}

// After a clean stop too: what the program's processes have started themselves may still be there.
await book.EndAllAsync(TimeProvider.System, mayBeStarting: line is null);
