using Regional.EventLog.Erasing;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Signal = Regional.Signalering.Signals.Signal;

namespace Regional.Signalering.Pupils;

/// <summary>Erases what a municipality has sent about a pupil: it is the controller of that, and of nothing that others have sent.</summary>
internal sealed partial class EraseSubject(SubjectStore subjects, SignalsOfPupil signals, Erasures erasures, IHostEnvironment environment, ILogger<EraseSubject> logger)
{
    public async Task<Outcome<EraseSubjectResponse>> Run(EraseSubjectRequest request, Caller caller, MunicipalityCode own)
    {
        if (!PersonNumber.TryParse(request.PersonNumber, environment.IsDevelopment(), out var number, out var reason))
        {
            return Refusal.InvalidFields([new("person_number", "PERSON_NUMBER", reason)]);
        }

        if (await subjects.Find(SubjectStore.Leerplicht, number) is not { } subject || await signals.Of(own, subject) is not { Count: > 0 } found)
        {
            // It may be the repeat of a call that failed halfway.
            await erasures.CarryOut();
            return new EraseSubjectResponse();
        }

        await erasures.Order(subject, [.. found.Select(f => new FileOfLog(f.Log, Signal.FileOf(f.Log, subject, own)))]);
        var left = await signals.Of(own, subject); // sent again since, or in a log that had none
        var erased = (int)Math.Max(0, found.Sum(f => f.Signals) - left.Sum(f => f.Signals));
        Erased(caller.Identity, erased);
        return new EraseSubjectResponse { ErasedSignals = erased };
    }

    [LoggerMessage(LogLevel.Information, "{Caller} erased a pupil with {Signals} signals")]
    private partial void Erased(string caller, int signals);
}
