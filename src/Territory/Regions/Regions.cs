using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Regional.Territory;

/// <summary>A participant in one of the regions where it takes part.</summary>
/// <param name="Region">The region.</param>
/// <param name="Participant">The participant.</param>
public readonly record struct Participation(Region Region, Participant Participant);

/// <summary>All regions that are hosted here. Never changes once it is loaded.</summary>
public sealed class Regions
{
    private readonly FrozenDictionary<RegionCode, Region> _byCode;
    private readonly FrozenDictionary<EstablishmentCode, Establishment> _establishments;
    private readonly FrozenDictionary<ParticipantId, IReadOnlyList<Participation>> _participants;

    internal Regions(IEnumerable<Region> regions)
    {
        All = [.. regions.OrderBy(region => region.Code.ToString(), StringComparer.Ordinal)];
        _byCode = All.ToFrozenDictionary(region => region.Code);
        // Neighbours list the same postcodes and vestigingen; the check has seen that they agree.
        _establishments = All.SelectMany(region => region.Establishments).DistinctBy(each => each.Code).ToFrozenDictionary(each => each.Code);
        _participants = All.SelectMany(region => region.Participants, (region, participant) => new Participation(region, participant))
            .GroupBy(participation => participation.Participant.Id)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<Participation>)[.. group]);
        Routing = new(
            All.SelectMany(region => region.Postcodes).DistinctBy(pair => pair.Key).ToFrozenDictionary(pair => pair.Key, pair => pair.Value),
            _establishments,
            _byCode.Keys.ToFrozenSet());
    }

    /// <summary>The regions in the order of their codes.</summary>
    public IReadOnlyList<Region> All { get; }

    /// <summary>Of the files from which they were loaded: another as soon as one of these says something else. Empty where they came from no files.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Finds the samenwerkingsverband of a child.</summary>
    public Routing Routing { get; }

    /// <summary>Loads every region of a folder.</summary>
    /// <param name="folder">The folder that holds a folder for each region.</param>
    /// <exception cref="BrokenRegionsException">There is at least one fault; the message names the first, the exception holds all.</exception>
    public static Regions Load(string folder)
    {
        var check = RegionCheck.Run(folder);
        var regions = check.Regions ?? throw new BrokenRegionsException(folder, check.Findings);
        regions.Digest = DigestOf(folder);
        return regions;
    }

    /// <summary>The region of a samenwerkingsverband; null when it is not hosted here.</summary>
    public Region? Find(RegionCode code) => _byCode.GetValueOrDefault(code);

    /// <summary>A vestiging in or around the hosted regions; null when no file knows it.</summary>
    public Establishment? Find(EstablishmentCode code) => _establishments.GetValueOrDefault(code);

    /// <summary>The regions in which a caller takes part, in the order of their codes. Empty for a caller that nobody registered.</summary>
    public IReadOnlyList<Participation> ParticipationsOf(ParticipantId caller) => _participants.GetValueOrDefault(caller, []);

    private static string DigestOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file))));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
