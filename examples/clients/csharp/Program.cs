// Sends the cases of a municipality as signals, and reads back what is stored.
// Exit code 0: everything is stored. 1: a case was rejected, or the call refused. 2: wrong usage.
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Regional.Wire.Rpc;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;
using Date = Regional.Wire.Types.Date;

if (args is not [var address, var municipality, var file] || !File.Exists(file) || Environment.GetEnvironmentVariable("TOKEN") is not { Length: > 0 } token)
{
    Console.Error.WriteLine("Usage: <host:port> <municipality> <cases.json>; the file must exist, and the environment variable TOKEN hold a token.");
    return 2;
}

var cases = JsonSerializer.Deserialize<Case[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
using var channel = GrpcChannel.ForAddress($"http://{address}");
var client = new SignaleringService.SignaleringServiceClient(channel);
var headers = new Metadata { { "authorization", $"Bearer {token}" } };
var outcomes = new List<Outcome>();
try
{
    await Push([.. cases.Chunk(100)]); // a batch holds at most 500 signals and 64 kB
    await List();
}
catch (RpcException refused)
{
    Console.Error.WriteLine(Explain(refused));
    return 1;
}

int Count(Outcome outcome) => outcomes.Count(each => each == outcome);
Console.WriteLine($"{Count(Outcome.Accepted)} accepted, {Count(Outcome.Duplicate)} duplicate, {Count(Outcome.Rejected)} rejected");
return Count(Outcome.Accepted) + Count(Outcome.Duplicate) == cases.Length ? 0 : 1;

// A batch is stored when it is answered. After a break what was not answered is sent again; by the request ids nothing is stored twice.
async Task Push(Case[][] batches)
{
    var answered = 0;
    for (var breaks = 0; ; breaks++)
    {
        try
        {
            using var call = client.PushSignals(headers, deadline: DateTime.UtcNow.AddMinutes(1));
            for (var number = 1; answered < batches.Length; number++)
            {
                var batch = batches[answered];
                await call.RequestStream.WriteAsync(new PushSignalsRequest { Batch = number, Signals = { batch.Select(Request) } });
                if (!await call.ResponseStream.MoveNext(CancellationToken.None))
                {
                    return;
                }

                Report(batch, call.ResponseStream.Current);
                answered++;
                breaks = 0;
            }

            await call.RequestStream.CompleteAsync();
            return;
        }
        catch (RpcException broken) when (MayTryAgain(broken) && breaks < 3)
        {
            var pause = TimeSpan.FromSeconds(1 << breaks);
            Console.Error.WriteLine($"{Explain(broken)} Trying again in {pause.TotalSeconds} s.");
            await Task.Delay(pause);
        }
    }
}

CreateSignalRequest Request(Case each)
{
    var signal = new Signal
    {
        Municipality = municipality,
        CaseNumber = each.CaseNumber,
        PersonNumber = each.PersonNumber,
        BirthDate = DateOf(each.BirthDate),
        Postcode = each.Postcode ?? "",
        Kind = Enum.Parse<VerzuimKind>(each.Kind.Replace("_", ""), ignoreCase: true),
        StartDate = DateOf(each.From),
        EndDate = each.Until is { } until ? DateOf(until) : null,
        Establishment = each.School ?? "",
    };
    if (each.Hours is { } hours)
    {
        signal.MissedHours = hours;
    }

    return new CreateSignalRequest { RequestId = each.RequestId, Signal = signal };
}

Date DateOf(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

// An answer names the items about which there is something to say, by their place in the batch. The others were accepted.
void Report(Case[] batch, PushSignalsResponse answer)
{
    for (var i = 0; i < batch.Length; i++)
    {
        var result = answer.Results.FirstOrDefault(each => each.Index == i) ?? new ItemResult { Outcome = Outcome.Accepted };
        outcomes.Add(result.Outcome);
        Console.WriteLine($"{batch[i].CaseNumber} {result.Outcome.ToString().ToLowerInvariant()} {result.Reason}".TrimEnd());
        foreach (var violation in result.Violations)
        {
            Console.WriteLine($"  {violation.Field}: {violation.Description}");
        }

        foreach (var note in result.Notes)
        {
            Console.WriteLine($"  {note.Reason}: {note.Description}");
        }
    }
}

async Task List()
{
    var request = new ListSignalsRequest { Parent = "regions/-", PageSize = 100 };
    do
    {
        var page = await client.ListSignalsAsync(request, headers, deadline: DateTime.UtcNow.AddSeconds(10));
        foreach (var signal in page.Signals)
        {
            Console.WriteLine($"stored {signal.CaseNumber} as {signal.Name}");
        }

        request.PageToken = page.NextPageToken;
    }
    while (request.PageToken.Length > 0);
}

// A refusal names its reason. What has none is the connection that broke; UNAVAILABLE is a service that stops or cannot store just now.
bool MayTryAgain(RpcException failed) => failed.StatusCode == StatusCode.Unavailable || Detail<ErrorInfo>(failed) is null;

string Explain(RpcException failed)
{
    var fields = Detail<BadRequest>(failed)?.FieldViolations.Select(violation => $" {violation.Field}: {violation.Description}.");
    return $"{Detail<ErrorInfo>(failed)?.Reason ?? failed.StatusCode.ToString()}: {failed.Status.Detail}{string.Concat(fields ?? [])}";
}

// Details travel in this trailer, as a google.rpc.Status.
T? Detail<T>(RpcException failed)
    where T : class, IMessage<T>, new()
{
    var status = failed.Trailers.GetValueBytes("grpc-status-details-bin") is { } bytes ? Regional.Wire.Rpc.Status.Parser.ParseFrom(bytes) : new();
    return status.Details.Where(detail => detail.Is(new T().Descriptor)).Select(detail => detail.Unpack<T>()).FirstOrDefault();
}

internal sealed record Case(
    string RequestId, string CaseNumber, string PersonNumber, DateOnly BirthDate, string? Postcode, string Kind, DateOnly From, DateOnly? Until, int? Hours, string? School);
