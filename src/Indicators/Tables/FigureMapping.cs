using Regional.Indicators.Domain;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators.Tables;

/// <summary>A count on the wire.</summary>
internal static class FigureMapping
{
    /// <summary>The code of a row that adds others up.</summary>
    public const string Total = "total";

    /// <summary>A figure, shown or hidden.</summary>
    /// <param name="count">The count.</param>
    /// <param name="denominator">Out of how many; null where it is not known.</param>
    /// <param name="label">The denominator's name.</param>
    /// <param name="per">100 for a percentage, 1,000 for a rate per thousand.</param>
    public static Figure ToProto(this ShownCount count, long? denominator, string label, int per)
    {
        var figure = new Figure { Status = count.Pupils is null ? FigureStatus.Hidden : FigureStatus.Shown, Per = per };
        if (count.Pupils is { } pupils)
        {
            figure.Numerator = pupils;
        }

        if (denominator is { } population)
        {
            (figure.Denominator, figure.DenominatorLabel) = (population, label);
            if (count.Rate(population, per) is { } rate)
            {
                figure.Rate = rate;
            }
        }

        return figure;
    }
}
