using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>What each venue published about each bar, as columns of one venue after the other (<see cref="Planes"/>).</summary>
/// <remarks>A venue's name, and whether its feed leaves liquidations out, stand once: they are the same for all bars of a generation.</remarks>
internal static class VenueColumns
{
    /// <summary>Numbers of a venue for one bar.</summary>
    public const int Count = 10;

    private const int MostVenues = 64;

    /// <summary>Writes the slices.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="slices">One per venue for each bar, bar after bar, the venues always in the same order.</param>
    /// <param name="venues">How many venues there are.</param>
    public static void Write(BinaryWriter writer, ReadOnlyMemory<VenueBar> slices, int venues)
    {
        writer.Write(venues);
        for (int venue = 0; venue < venues; venue++)
        {
            int place = venue;
            writer.Write(slices.Span[venue].Venue);
            writer.Write(slices.Span[venue].SamplesLiquidations);
            for (int column = 0; column < Count; column++)
            {
                int number = column;
                Planes.Write(writer, slices.Length / venues, i => Column(slices.Span[(i * venues) + place], number));
            }
        }
    }

    /// <summary>Reads the slices of some bars, in the order in which they were written.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    public static VenueBar[] Read(BinaryReader reader, int bars)
    {
        int venues = reader.ReadInt32();
        if (venues is < 0 or > MostVenues)
        {
            throw new ArgumentException($"The blob has {venues} venues; expected 0 to {MostVenues}.");
        }

        VenueBar[] slices = new VenueBar[bars * venues];
        for (int venue = 0; venue < venues; venue++)
        {
            string name = reader.ReadString();
            bool isSample = reader.ReadBoolean();
            double[][] columns = [.. Enumerable.Range(0, Count).Select(_ => Planes.Read(reader, bars))];
            for (int i = 0; i < bars; i++)
            {
                slices[(i * venues) + venue] = SliceOf(name, isSample, columns, i);
            }
        }

        return slices;
    }

    private static double Column(in VenueBar slice, int column) => column switch
    {
        0 => slice.VolumeQuantity,
        1 => slice.OpenInterestQuantity,
        2 => slice.FundingRate,
        3 => slice.FundingIntervalHours,
        4 => slice.RunningFundingRate,
        5 => slice.FundingCap,
        6 => slice.LiquidatedLongNotional,
        7 => slice.LiquidatedShortNotional,
        8 => slice.LongPrints,
        _ => slice.ShortPrints,
    };

    private static VenueBar SliceOf(string name, bool isSample, double[][] columns, int i) => new(
        name,
        columns[0][i],
        columns[1][i],
        columns[2][i],
        columns[3][i],
        columns[4][i],
        columns[5][i],
        columns[6][i],
        columns[7][i],
        columns[8][i],
        columns[9][i],
        isSample);
}
