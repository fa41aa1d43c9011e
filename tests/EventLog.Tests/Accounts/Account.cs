using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>The state of the tests' own log: how much is in an account.</summary>
internal sealed record Account(string Id, long Balance);

/// <summary>Puts an amount into an account, or takes it out where it is negative and the balance allows it.</summary>
internal sealed record Posting(string Id, long Amount)
{
    public const string PostedType = "nl.regional.tests.geboekt.v1";
    public const string EmptiedType = "nl.regional.tests.leeg.v1";

    public Guid RequestId { get; init; } = Guid.NewGuid();

    public string Caller { get; init; } = "00000099000100106000/municipality/leerplicht";

    /// <summary>Whom it is about; null for the account itself.</summary>
    public byte[]? Subject { get; init; }

    /// <inheritdoc cref="Proposal{TKey,TState}.Erasures"/>
    public long Erasures { get; init; } = long.MaxValue;

    /// <summary>Runs while the posting is decided.</summary>
    public Action Deciding { get; init; } = () => { };

    private string Content => $"{Id}{Amount:+0;-0}";

    public Proposal<string, Account> ToProposal() =>
        new(Id, new RequestKey(Caller, RequestId, SHA256.HashData(Encoding.UTF8.GetBytes(Content))), Decide) { Erasures = Erasures };

    public static byte[] SubjectOf(string account) => SHA256.HashData(Encoding.UTF8.GetBytes(account))[..16];

    private Decision<Account> Decide(Account? now)
    {
        Deciding();
        var balance = (now?.Balance ?? 0) + Amount;
        if (balance < 0)
        {
            return new Refusal(StatusCode.FailedPrecondition, "TOO_LITTLE", $"Account {Id} does not hold {-Amount}.");
        }

        var posted = new NewEvent(PostedType, Subject ?? SubjectOf(Id), Encoding.UTF8.GetBytes(Content)) { File = SubjectOf(Id) };
        var emptied = new NewEvent(EmptiedType, Subject ?? SubjectOf(Id), Encoding.UTF8.GetBytes(Id)) { File = SubjectOf(Id) };
        return Decision<Account>.Accept(new Account(Id, balance), Encoding.UTF8.GetBytes($"{Id}={balance}"), balance == 0 ? [posted, emptied] : [posted]);
    }
}
