using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Signalering.Pupils;
using Regional.Signalering.Signals;
using Regional.Wire.Signalering.V1;
using Signal = Regional.Wire.Signalering.V1.Signal;

namespace Regional.Signalering;

/// <summary>The gRPC edge of Signalering.</summary>
internal sealed class SignaleringApi(
    Relations relations,
    RecordSignals recordSignals,
    PushSignals pushSignals,
    GetSignal getSignal,
    ListSignals listSignals,
    WatchSignals watchSignals,
    LinkIdentifiers linkIdentifiers,
    EraseSubject eraseSubject)
    : SignaleringService.SignaleringServiceBase
{
    public override async Task<Signal> CreateSignal(CreateSignalRequest request, ServerCallContext context)
    {
        var prepared = await recordSignals.Prepare(request, context.Caller(), relations.OwnMunicipality(context.Caller()).OrThrow());
        var recorded = (await recordSignals.Store([prepared]))[0];
        if (recorded.Refusal is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var signal = Signal.Parser.ParseFrom(recorded.Settled.Answer.Span);
        signal.Notes.Add(recorded.Notes);
        signal.Receipt = recorded.Receipt;
        return signal;
    }

    public override Task PushSignals(IAsyncStreamReader<PushSignalsRequest> requestStream, IServerStreamWriter<PushSignalsResponse> responseStream, ServerCallContext context) =>
        pushSignals.Run(requestStream, responseStream, context.Caller(), relations.OwnMunicipality(context.Caller()).OrThrow(), context.CancellationToken);

    public override async Task<Signal> GetSignal(GetSignalRequest request, ServerCallContext context) =>
        (await getSignal.Run(SignalName.Parse(request.Name), relations.OwnMunicipality(context.Caller()).OrThrow())).OrThrow().ToProto();

    public override Task<ListSignalsResponse> ListSignals(ListSignalsRequest request, ServerCallContext context) =>
        listSignals.Run(request, relations.OwnMunicipality(context.Caller()).OrThrow());

    public override Task WatchSignals(WatchSignalsRequest request, IServerStreamWriter<WatchSignalsResponse> responseStream, ServerCallContext context) =>
        watchSignals.Run(request, responseStream, context.Caller(), relations.OwnMunicipality(context.Caller()).OrThrow(), context.CancellationToken);

    public override async Task<LinkIdentifiersResponse> LinkIdentifiers(LinkIdentifiersRequest request, ServerCallContext context) =>
        (await linkIdentifiers.Run(request, context.Caller(), relations.OwnMunicipality(context.Caller()).OrThrow())).OrThrow();

    public override async Task<EraseSubjectResponse> EraseSubject(EraseSubjectRequest request, ServerCallContext context) =>
        (await eraseSubject.Run(request, context.Caller(), relations.OwnMunicipality(context.Caller()).OrThrow())).OrThrow();
}
