using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Wire.Signalering.V1.Phase;

namespace Regional.Signalering.Signals;

/// <summary>A stored report of verzuim: what is kept of a melding, and nothing of the child but a random id.</summary>
internal sealed record Signal
{
    public required SignalId Id { get; init; }

    /// <summary>The log that holds it: a region that is hosted here, or <see cref="Elders"/>.</summary>
    public required string Log { get; init; }

    public required SubjectId Subject { get; init; }

    public required MunicipalityCode Municipality { get; init; }

    public required string CaseNumber { get; init; }

    public string? DuoReportNumber { get; init; }

    public required VerzuimKind Kind { get; init; }

    public required DateOnly Start { get; init; }

    public DateOnly? End { get; init; }

    public int? MissedHours { get; init; }

    public bool? AllLessonsMissed { get; init; }

    public bool? ActionRequested { get; init; }

    public EstablishmentCode? Establishment { get; init; }

    public DutyEnding DutyEnding { get; init; }

    public required IReadOnlyList<RegionCode> RegionsBySchool { get; init; }

    public required IReadOnlyList<RegionCode> RegionsByResidence { get; init; }

    public required Phase Phase { get; init; }

    public required DateOnly LeerplichtStart { get; init; }

    public required DateOnly LeerplichtEnd { get; init; }

    public required DateOnly AdultMonth { get; init; }

    public IReadOnlyList<string> DroppedFields { get; init; } = [];

    public required DateTimeOffset Recorded { get; init; }

    /// <summary>The log of what belongs to no region that is hosted here.</summary>
    public const string Elders = "elders";

    public string Name => $"regions/{Log}/signals/{Id}";

    /// <summary>The file that the municipality has of the child in this log: what is sealed, and erased, together.</summary>
    public byte[] File => FileOf(Log, Subject, Municipality);

    /// <summary>Hashed from the random id, so that it tells nothing when that is gone.</summary>
    public static byte[] FileOf(string log, SubjectId subject, MunicipalityCode municipality) => SHA256.HashData(Encoding.ASCII.GetBytes($"{log} {municipality} {subject}"))[..16];
}

/// <summary>The random 128-bit id of a signal.</summary>
internal readonly record struct SignalId
{
    private readonly UInt128 _value;

    public SignalId(ReadOnlySpan<byte> bytes) => _value = BinaryPrimitives.ReadUInt128BigEndian(bytes);

    public static SignalId New() => new(RandomNumberGenerator.GetBytes(16));

    public static bool TryParse(ReadOnlySpan<char> text, out SignalId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != 32 || text.ContainsAnyInRange('A', 'Z') || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        id = new(bytes);
        return true;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _value);
        return bytes;
    }

    public override string ToString() => _value.ToString("x32", CultureInfo.InvariantCulture);
}
