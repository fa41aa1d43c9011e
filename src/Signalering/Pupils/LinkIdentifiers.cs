using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Pupils;

/// <summary>Lets the onderwijsnummer of a newcomer and the BSN that took its place lead to one pupil.</summary>
/// <remarks>Only for a pupil of whom the municipality has signals: who could link any two numbers could make one child of two, or try out whom we know.</remarks>
internal sealed partial class LinkIdentifiers(SubjectStore subjects, SignalsOfPupil signals, IHostEnvironment environment, ILogger<LinkIdentifiers> logger)
{
    public async Task<Outcome<LinkIdentifiersResponse>> Run(LinkIdentifiersRequest request, Caller caller, MunicipalityCode own)
    {
        var former = Read("onderwijsnummer", request.Onderwijsnummer, isOnderwijsnummer: true, out var violations);
        var bsn = Read("bsn", request.Bsn, isOnderwijsnummer: false, out var more);
        if (violations.Count + more.Count > 0)
        {
            return Refusal.InvalidFields([.. violations, .. more]);
        }

        if (await subjects.Find(SubjectStore.Leerplicht, former) is not { } pupil || !await signals.Any(own, pupil))
        {
            return Refused.NotYourPupil;
        }

        if (!await subjects.Link(SubjectStore.Leerplicht, former, bsn))
        {
            return await subjects.Find(SubjectStore.Leerplicht, bsn) is { } other && await signals.Any(own, other) ? Refused.KnownAsTwo : Refused.NotYourPupil;
        }

        Linked(caller.Identity);
        return new LinkIdentifiersResponse();
    }

    private PersonNumber Read(string field, string text, bool isOnderwijsnummer, out IReadOnlyList<Violation> violations)
    {
        var isNumber = PersonNumber.TryParse(text, environment.IsDevelopment(), out var number, out var reason);
        violations = (isNumber, isNumber && number.IsOnderwijsnummer == isOnderwijsnummer) switch
        {
            (false, _) => [new(field, "PERSON_NUMBER", reason)],
            (_, false) => [new(field, "PERSON_NUMBER", isOnderwijsnummer ? "must be an onderwijsnummer: it begins with 10 and its check digit leaves 5" : "must be a BSN; this is an onderwijsnummer")],
            _ => [],
        };
        return number;
    }

    [LoggerMessage(LogLevel.Information, "{Caller} linked the two numbers of a pupil")]
    private partial void Linked(string caller);
}
