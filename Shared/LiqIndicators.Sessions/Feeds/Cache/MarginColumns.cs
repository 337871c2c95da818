using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.MarketData.Feeds;

namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>The margin tables that venues told, by venue, as they stand in a blob.</summary>
internal static class MarginColumns
{
    private const int MostVenues = 64;
    private const int MostTiers = 1000;

    /// <summary>Writes the tables; a venue without one is left out.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyDictionary<string, MarginTerms> terms)
    {
        writer.Write(terms.Count);
        foreach ((string venue, MarginTerms told) in terms)
        {
            writer.Write(venue);
            writer.Write((int)told.Form);
            writer.Write(told.Tiers.Name);
            writer.Write(told.Tiers.Count);
            for (int i = 0; i < told.Tiers.Count; i++)
            {
                writer.Write(told.Tiers[i].NotionalCap);
                writer.Write(told.Tiers[i].MaintenanceMarginRate);
                writer.Write(told.Tiers[i].MaximumLeverage);
                writer.Write(told.Tiers.CumulativeAmount(i));
            }
        }
    }

    /// <summary>Reads the tables.</summary>
    /// <exception cref="EndOfStreamException">The blob ends before they do.</exception>
    /// <exception cref="ArgumentException">What is there is no table.</exception>
    public static IReadOnlyDictionary<string, MarginTerms> Read(BinaryReader reader)
    {
        Dictionary<string, MarginTerms> terms = [];
        int venues = Checked(reader.ReadInt32(), MostVenues, "margin tables");
        for (int venue = 0; venue < venues; venue++)
        {
            string name = reader.ReadString();
            ContractForm form = (ContractForm)reader.ReadInt32();
            if (!Enum.IsDefined(form))
            {
                throw new ArgumentException($"{name} has no known form of contract.");
            }

            string table = reader.ReadString();
            int count = Checked(reader.ReadInt32(), MostTiers, "margin tiers");
            MarginTier[] tiers = new MarginTier[count];
            double[] amounts = new double[count];
            for (int i = 0; i < count; i++)
            {
                tiers[i] = new MarginTier(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
                amounts[i] = reader.ReadDouble();
            }

            terms[name] = new MarginTerms(form, new MarginTiers(table, tiers, amounts));
        }

        return terms;
    }

    private static int Checked(int count, int most, string what) => count >= 0 && count <= most
        ? count
        : throw new ArgumentException(FormattableString.Invariant($"The blob has {count} {what}; expected 0 to {most}."));
}
