using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Which source's liquidations count in a bar: of every venue one, so that nothing is lost and nothing counts twice.</summary>
/// <remarks>
/// A vendor's sum over the whole market stands for all venues, because nobody can tell what of it is whose. Else each venue's own
/// stream counts where it leaves nothing out and was heard all through the bar; where it was not, or leaves some out, a vendor's
/// figure of that venue does; and what the venue's stream told of a part where there is no such figure.
/// </remarks>
internal sealed class LiquidationSources
{
    private readonly IReadOnlyList<IBarSource> _exchanges;
    private readonly IReadOnlyList<IBarSource> _vendors;

    /// <summary>The rule for some sources.</summary>
    /// <param name="exchanges">Venues that tell their own liquidations.</param>
    /// <param name="vendors">Vendors, the one that counts first; none twice.</param>
    public LiquidationSources(IReadOnlyList<IBarSource> exchanges, IReadOnlyList<IBarSource> vendors)
    {
        _exchanges = exchanges;
        _vendors = vendors;
    }

    /// <summary>Whether what a venue told of a bar counts.</summary>
    public bool CountsOwn(IBarSource exchange, long number) => Tells(exchange, number)
        && FirstVendor(null, number) is null
        && !(exchange.SamplesLiquidations && FirstVendor(exchange.LiquidationsOf, number) is not null);

    /// <summary>Whether what a vendor told of a bar counts; a vendor that is not among the sources yet is judged as the last of them.</summary>
    public bool CountsVendor(IBarSource vendor, long number)
    {
        IBarSource? first = FirstVendor(vendor.LiquidationsOf, number);
        return Tells(vendor, number)
            && (first is null || ReferenceEquals(first, vendor))
            && (vendor.LiquidationsOf is null || (FirstVendor(null, number) is null && !IsToldWhole(vendor, number)));
    }

    /// <summary>Whether a vendor's figure of a bar is of no use: the venue's own stream told all of it.</summary>
    public bool IsToldWhole(IBarSource vendor, long number)
    {
        foreach (IBarSource exchange in _exchanges)
        {
            if (exchange.LiquidationsOf == vendor.LiquidationsOf && !exchange.SamplesLiquidations && Tells(exchange, number))
            {
                return true;
            }
        }

        return false;
    }

    private IBarSource? FirstVendor(VenueId? venue, long number)
    {
        foreach (IBarSource vendor in _vendors)
        {
            if (vendor.LiquidationsOf == venue && Tells(vendor, number))
            {
                return vendor;
            }
        }

        return null;
    }

    private static bool Tells(IBarSource source, long number) => source.Grid.At(number).HasLiquidated;
}
