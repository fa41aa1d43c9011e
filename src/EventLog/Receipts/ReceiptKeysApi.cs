using Google.Protobuf;
using Grpc.Core;
using Regional.Wire.Receipts.V1;

namespace Regional.EventLog.Receipts;

/// <summary>Tells every caller the public keys of this service's receipts.</summary>
internal sealed class ReceiptKeysApi(ReceiptKeys keys) : ReceiptKeysService.ReceiptKeysServiceBase
{
    public override Task<Wire.Receipts.V1.ReceiptKeys> GetReceiptKeys(GetReceiptKeysRequest request, ServerCallContext context) => Task.FromResult(new Wire.Receipts.V1.ReceiptKeys
    {
        Keys =
        {
            keys.Public().Select(publicKey => new ReceiptKey
            {
                KeyId = ReceiptKeys.IdOf(publicKey),
                PublicKey = UnsafeByteOperations.UnsafeWrap(publicKey),
                Signs = publicKey.AsSpan().SequenceEqual(keys.PublicKey.Span),
            }),
        },
    });
}
