using LiqIndicators.Sessions.Feeds;
using LiqIndicators.Sessions.Presentation;
using LiqIndicators.Workbench.Replay;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LiqIndicators.Workbench.Live;

/// <summary>A picture as a page for people: one row a venue, then the sum, the map at a glance, the nearest clusters and what is missing.</summary>
internal static class LivePage
{
    private const int ShownClusters = 6;
    private const int ShownZones = 3;
    private const int PriceDigits = 1;
    private const int BarWidth = 40;

    internal static IRenderable Of(LivePicture picture)
    {
        List<IRenderable> parts = [Venues(picture)];
        if (picture.LoadedPct < 100)
        {
            parts.Add(Line("loading", Bar(picture.LoadedPct)));
        }

        parts.Add(Sum(picture.Sum));
        if (picture.Sum.Map is { } map)
        {
            parts.Add(Map(map));
        }

        if (picture.Sum.Clusters.Count > 0)
        {
            parts.Add(Clusters(picture.Sum.Clusters));
        }

        parts.AddRange(picture.Missing.Select(line => new Text("missing: " + line)));
        return new Rows(parts);
    }

    private static Table Venues(LivePicture picture)
    {
        Table table = new Table { Title = new TableTitle(Markup.Escape(FormattableString.Invariant($"{picture.Symbol} at {picture.AsOfUtc:yyyy-MM-dd HH:mm:ss} UTC"))) }
            .Border(TableBorder.Simple)
            .AddColumns("venue", "state", "last", "bar age", "mark", "open interest", "funding 8 h", "next", "flags");
        foreach (VenuePicture venue in picture.Venues)
        {
            table.AddRow(
                new Text($"{FeedSource.Shown(venue.Venue, venue.Weight)} {venue.Symbol}".TrimEnd()),
                new Text(StateOf(venue)),
                new Text(NumberText.Price(venue.LastPrice ?? double.NaN, PriceDigits)),
                new Text(NumberText.Age(venue.LastBarAgeSeconds is { } age ? TimeSpan.FromSeconds(age) : null)),
                new Text(NumberText.Price(venue.MarkPrice ?? double.NaN, PriceDigits)),
                new Text(NumberText.Money(venue.OpenInterestNotional ?? double.NaN)),
                new Text(Percent(venue.FundingPctPerEightHours)),
                new Text(Percent(venue.PredictedFundingPct) + (venue.FundingIntervalHours is { } hours ? FormattableString.Invariant($" per {hours:0.#} h") : "")),
                new Text(string.Join(", ", venue.Flags)));
        }

        return table;
    }

    private static Rows Sum(MarketPicture sum) => new(
        Line("sum", $"{NumberText.Money(sum.OpenInterestNotional ?? double.NaN)} open at {NumberText.Price(sum.Price ?? double.NaN, PriceDigits)}, {sum.Source}"),
        Line("funding", $"{Percent(sum.FundingPctPerEightHours)} per 8 h, pressure {NumberText.Fine(sum.FundingPressure ?? double.NaN, 0)} of -100 to 100"),
        Line("cascade", $"longs {Score(sum.Risk.LongScore)} to {NumberText.Price(sum.Risk.LongEndPrice ?? double.NaN, PriceDigits)}, shorts {Score(sum.Risk.ShortScore)} to {NumberText.Price(sum.Risk.ShortEndPrice ?? double.NaN, PriceDigits)}"),
        Line("flush in 1 h", $"longs {Percent(sum.Risk.Long1Pct)}, shorts {Percent(sum.Risk.Short1Pct)}, as of the last full hour"),
        Line("flags", sum.Flags.Count + sum.NotCounted.Count > 0 ? string.Join(", ", [.. sum.Flags, .. sum.NotCounted.Select(venue => "without " + venue)]) : "none"),
        Line("imbalance", NumberText.SignedShare(sum.Imbalance ?? double.NaN) + " within 5%" + Total(sum.Map)));

    private static string Total(MapPicture? map) => map is null
        ? ""
        : FormattableString.Invariant($", {NumberText.SignedShare(map.ImbalanceTotal ?? double.NaN)} within {map.RangePct:0}%: longs {NumberText.Money(map.OpenLongs)}, shorts {NumberText.Money(map.OpenShorts)} open");

    private static Rows Map(MapPicture map) => new(
        Line("inputs", NumberText.Share(map.Confidence) + (map.Lacks.Count > 0 ? ", lacks " + string.Join(", ", map.Lacks) : "")),
        Line("magnet", Place(map.Magnet)),
        Line("max pain", Place(map.MaximumPain)),
        Line("empty", map.EmptyZones.Count > 0 ? string.Join(", ", map.EmptyZones.Take(ShownZones).Select(Zone)) : "nothing within range"),
        Line("leverage", string.Join(", ", map.Leverages.Select(Leverage))),
        Line("longs by 1%", Density(map.LongsPerPercent)),
        Line("shorts by 1%", Density(map.ShortsPerPercent)));

    private static string Place(PricePicture? place) => place is null
        ? "none"
        : $"{NumberText.Money(place.Notional)} of {place.Side}s at {NumberText.Price(place.Price, PriceDigits)}, {NumberText.SignedPercent(place.Distance)}";

    private static string Zone(ZonePicture zone) =>
        $"{NumberText.Price(zone.LowPrice, PriceDigits)} - {NumberText.Price(zone.HighPrice, PriceDigits)} ({NumberText.SignedPercent(zone.Distance)})";

    private static string Leverage(LeveragePicture range) => FormattableString.Invariant(
        $"{range.From:0}x{(range.To is { } to ? FormattableString.Invariant($"-{to:0}x") : "+")} {NumberText.Share(range.LongShare)}/{NumberText.Share(range.ShortShare)}");

    private static string Density(IReadOnlyList<double> notionals) => string.Join("  ", notionals.Select(NumberText.Money));

    private static string Bar(double percent)
    {
        int full = (int)(BarWidth * percent / 100);
        return FormattableString.Invariant($"{new string('#', full)}{new string('.', BarWidth - full)} {percent:0}%");
    }

    private static Table Clusters(IReadOnlyList<ClusterLine> clusters)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("cluster", "prices", "distance", "open mass", "state");
        foreach (ClusterLine cluster in clusters.Take(ShownClusters))
        {
            table.AddRow(
                new Text(cluster.Side + "s"),
                new Text($"{NumberText.Price(cluster.LowPrice, PriceDigits)} - {NumberText.Price(cluster.HighPrice, PriceDigits)}"),
                new Text(NumberText.SignedPercent(cluster.Distance)),
                new Text(NumberText.Money(cluster.Notional)),
                new Text(cluster.State));
        }

        return table;
    }

    private static Text Line(string name, string text) => new($"{name,-12} {text}");

    private static string StateOf(VenuePicture venue) => venue.State == "loading"
        ? FormattableString.Invariant($"loading {venue.LoadedPct:0}%")
        : venue.State == "up" && venue.IsStreaming ? "up, streaming" : venue.State == "notAvailable" ? "not available" : venue.State;

    private static string Percent(double? percent) => percent is { } number ? NumberText.Fine(number, 4) + "%" : "n/a";

    private static string Score(double? score) => NumberText.Fine(score ?? double.NaN, 0);
}
