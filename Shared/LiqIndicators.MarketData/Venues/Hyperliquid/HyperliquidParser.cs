using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Json;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Venues.Hyperliquid;

/// <summary>Reads the answers of Hyperliquid's <c>info</c> endpoint. Lists come oldest first, amounts in coins.</summary>
/// <remarks>
/// Open interest is taken as one side of each contract, as everywhere here. One vendor says that it counts both; until that is
/// settled by a recorded sum of positions the number is not halved.
/// </remarks>
public static class HyperliquidParser
{
    // Tables below this number are not listed: they have one tier, whose leverage is the number itself.
    private const int FirstListedTable = 50;

    /// <summary>Bars, of <c>candleSnapshot</c>.</summary>
    public static FetchResult<IReadOnlyList<CandleRow>> Candles(string text) =>
        WireJson.Read("candleSnapshot", text, root => Chronology.Distinct(
            root.Items().Select(row => WireCandles.Checked(
                row.Field("t").Milliseconds(), row.Field("o"), row.Field("h"), row.Field("l"), row.Field("c"), CandlePrice.Last)
                with { VolumeQuantity = row.Field("v").NotNegativeNumber() }),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>Funding rates paid, of <c>fundingHistory</c>; times carry a jitter, which is taken off.</summary>
    public static FetchResult<IReadOnlyList<FundingRateRow>> Funding(string text) =>
        WireJson.Read("fundingHistory", text, root => Chronology.Distinct(
            root.Items().Select(row => new FundingRateRow(
                WireTimes.FloorToHour(row.Field("time").Milliseconds()), row.Field("fundingRate").Fraction(), null)),
            row => row.TimeUtc,
            newestFirst: false));

    /// <summary>The state of one coin, of <c>metaAndAssetCtxs</c>: two lists that go together by place.</summary>
    /// <param name="text">The body.</param>
    /// <param name="coin">Name of the coin.</param>
    /// <param name="receivedUtc">When it came: the body has no time; UTC.</param>
    public static FetchResult<MarketStateRow> MarketState(string text, string coin, DateTime receivedUtc) =>
        WireJson.ReadResult("metaAndAssetCtxs", text, root =>
        {
            IReadOnlyList<WireValue> universe = root.At(0, "meta").Field("universe").Items();
            IReadOnlyList<WireValue> contexts = root.At(1, "contexts").Items(universe.Count);
            for (int i = 0; i < universe.Count; i++)
            {
                if (universe[i].Field("name").Text() == coin)
                {
                    return FetchResult<MarketStateRow>.Ok(Context(contexts[i], coin, receivedUtc));
                }
            }

            return FetchResult<MarketStateRow>.Fail(FetchErrorKind.UnknownSymbol, $"metaAndAssetCtxs: no coin {coin}.");
        });

    /// <summary>All instruments, of <c>meta</c> or the first part of <c>metaAndAssetCtxs</c>.</summary>
    public static FetchResult<IReadOnlyList<InstrumentRow>> Instruments(string text) =>
        WireJson.Read<IReadOnlyList<InstrumentRow>>("meta", text, root =>
            Meta(root).Field("universe").Items().Select(row =>
            {
                string coin = row.Field("name").Text();
                bool isDelisted = row.Optional("isDelisted")?.Flag() ?? false;
                return new InstrumentRow(
                    coin, coin, "USD", ContractTerms.OneBaseUnit, null, 1, row.Field("maxLeverage").PositiveNumber(), true, !isDelisted);
            }).ToList());

    /// <summary>Margin tiers of one coin, of <c>meta</c>: the maintenance margin is half the initial margin at a tier's leverage.</summary>
    public static FetchResult<IReadOnlyList<MarginTierRow>> MarginTiers(string text, string coin) =>
        WireJson.ReadResult("meta", text, root =>
        {
            WireValue meta = Meta(root);
            foreach (WireValue row in meta.Field("universe").Items())
            {
                WireValue leverage = row.Field("maxLeverage");
                if (row.Field("name").Text() == coin)
                {
                    return FetchResult<IReadOnlyList<MarginTierRow>>.Ok(Tiers(meta, row, leverage.PositiveNumber()));
                }
            }

            return FetchResult<IReadOnlyList<MarginTierRow>>.Fail(FetchErrorKind.UnknownSymbol, $"meta: no coin {coin}.");
        });

    /// <summary>Estimates of the next funding rates on several venues, of <c>predictedFundings</c>; a venue without one is left out.</summary>
    public static FetchResult<IReadOnlyList<PredictedFundingRow>> PredictedFundings(string text) =>
        WireJson.Read<IReadOnlyList<PredictedFundingRow>>("predictedFundings", text, root =>
        {
            List<PredictedFundingRow> rows = new();
            foreach (WireValue coin in root.Items())
            {
                string asset = coin.At(0, "coin").Text();
                foreach (WireValue venue in coin.At(1, "venues").Items())
                {
                    string name = venue.WithAtLeast(2).At(0, "venue").Text();
                    if (venue.OptionalAt(1, "estimate") is { } estimate)
                    {
                        rows.Add(new PredictedFundingRow(
                            asset,
                            name,
                            estimate.Field("fundingRate").Fraction(),
                            estimate.Optional("fundingIntervalHours")?.PositiveNumber(),
                            estimate.Field("nextFundingTime").Milliseconds()));
                    }
                }
            }

            return rows;
        });

    /// <summary>Resting orders, of <c>l2Book</c>.</summary>
    public static FetchResult<DepthSnapshot> Depth(string text) => WireJson.Read("l2Book", text, root =>
    {
        WireValue sides = root.Field("levels").WithAtLeast(2);
        return new DepthSnapshot(
            root.Field("time").Milliseconds(),
            Levels(sides.At(0, "bids")).OrderByDescending(level => level.Price).ToList(),
            Levels(sides.At(1, "asks")).OrderBy(level => level.Price).ToList());
    });

    internal static MarketStateRow Context(WireValue context, string coin, DateTime receivedUtc) => new(
        receivedUtc,
        coin,
        MarkPrice: context.Field("markPx").PositiveNumber(),
        IndexPrice: context.Field("oraclePx").PositiveNumber(),
        OpenInterestQuantity: context.Field("openInterest").NotNegativeNumber(),
        PredictedFundingRate: context.Field("funding").Fraction(),
        FundingIntervalHours: 1,
        NextFundingUtc: WireTimes.FloorToHour(receivedUtc).AddHours(1));

    private static WireValue Meta(WireValue root) => root.IsList ? root.At(0, "meta") : root;

    private static IReadOnlyList<MarginTierRow> Tiers(WireValue meta, WireValue row, decimal maxLeverage)
    {
        int? number = row.Optional("marginTableId")?.WholeNumber();
        if (number is null or < FirstListedTable)
        {
            return MarginLadder.Progressive(new[] { Step(null, maxLeverage) });
        }

        foreach (WireValue table in meta.Field("marginTables").Items())
        {
            if (table.At(0, "id").WholeNumber() == number)
            {
                List<(decimal Floor, decimal Leverage)> tiers = table.At(1, "table").Field("marginTiers").Items(1)
                    .Select(tier => (tier.Field("lowerBound").NotNegativeNumber(), tier.Field("maxLeverage").PositiveNumber()))
                    .OrderBy(tier => tier.Item1)
                    .ToList();
                return MarginLadder.Progressive(tiers.Select((tier, i) =>
                    Step(i + 1 < tiers.Count ? tiers[i + 1].Floor : null, tier.Leverage)));
            }
        }

        throw row.Field("marginTableId").Refuse("a table in marginTables");
    }

    private static MarginLadder.Step Step(decimal? cap, decimal maxLeverage) => new(cap, 1 / (2 * maxLeverage), maxLeverage);

    private static IEnumerable<DepthLevel> Levels(WireValue side) => side.Items().Select(level => new DepthLevel(
        level.Field("px").PositiveNumber(), level.Field("sz").NotNegativeNumber()));
}
