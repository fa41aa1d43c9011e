namespace Regional.Territory;

/// <summary>What a postcode belongs to, by the ministerial regulation that divides the country.</summary>
/// <param name="Municipality">The municipality that the regulation puts it in.</param>
/// <param name="Po">The samenwerkingsverband for primary education.</param>
/// <param name="Vo">The samenwerkingsverband for secondary education.</param>
public sealed record Place(MunicipalityCode Municipality, RegionCode Po, RegionCode Vo)
{
    /// <summary>Whether it lies in the region.</summary>
    public bool IsIn(RegionCode region) => region == Po || region == Vo;
}
