using LiqIndicators.Analytics.Liquidation;

namespace LiqIndicators.Analytics.Tests.Liquidation;

public sealed class MarginTiersTests
{
    // The cumulative amounts the venue itself publishes beside its brackets.
    [Fact]
    public void CumulativeAmount_Binance2021_IsWhatTheVenuePublishes() => Assert.Equal(
        new double[] { 0, 50, 1300, 16300, 266300, 1266300, 2516300, 5016300, 25016300, 100016300 },
        Amounts(MarginTierTables.BinanceBtc2021),
        (expected, actual) => Math.Abs(expected - actual) < 1e-6);

    [Fact]
    public void CumulativeAmount_Binance2024_IsWhatTheVenuePublishes()
    {
        Assert.Equal(
            new double[]
            {
                0, 50, 950, 11450, 131450, 481450, 2981450, 14481450, 26481450, 41481450, 121481450, 421481450,
            },
            Amounts(MarginTierTables.BinanceBtc2024),
            (expected, actual) => Math.Abs(expected - actual) < 1e-4);
        Assert.Equal(
            new double[]
            {
                0, 50, 950, 11450, 131450, 381450, 2006450, 9506450, 17506450, 27506450, 80506450, 280506450,
            },
            Amounts(MarginTierTables.BinanceEth2024),
            (expected, actual) => Math.Abs(expected - actual) < 1e-4);
        Assert.Equal(
            new double[] { 0, 30, 380, 8380, 28380, 228380, 2228380, 4228380, 16728380, 66728380 },
            Amounts(MarginTierTables.BinanceSol2024),
            (expected, actual) => Math.Abs(expected - actual) < 1e-4);
    }

    [Fact]
    public void CumulativeAmount_HyperliquidBtc_IsWhatTheVenuePublishes()
    {
        Assert.Equal(0.0125, MarginTierTables.HyperliquidBtc[0].MaintenanceMarginRate);
        Assert.Equal(1_875_000, MarginTierTables.HyperliquidBtc.CumulativeAmount(1), tolerance: 1e-6);
    }

    [Fact]
    public void MaintenanceMargin_AtEveryCap_IsContinuous()
    {
        MarginTiers table = MarginTierTables.BinanceBtc2024;
        for (int i = 0; i + 1 < table.Count; i++)
        {
            double cap = table[i].NotionalCap;
            double below = table.MaintenanceMargin(cap);
            double above = table.MaintenanceMargin(cap * (1 + 1e-12));
            Assert.Equal(below, above, tolerance: cap * 1e-10);
        }
    }

    [Fact]
    public void IndexOf_NotionalOnACap_BelongsToTheLowerBracket()
    {
        MarginTiers table = MarginTierTables.BinanceBtc2021;
        Assert.Equal(0, table.IndexOf(0));
        Assert.Equal(0, table.IndexOf(50_000));
        Assert.Equal(1, table.IndexOf(50_000.01));
        Assert.Equal(9, table.IndexOf(500_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.IndexOf(500_000_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.IndexOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.MaintenanceMargin(double.NaN));
    }

    [Fact]
    public void Flat_AnySize_HasOneRate()
    {
        MarginTiers flat = MarginTiers.Flat(0.004, 125);
        Assert.Equal(4_000_000, flat.MaintenanceMargin(1e9), tolerance: 1e-6);
        Assert.Equal("flat", flat.Name);
        Assert.Equal(1, flat.Count);
    }

    public static TheoryData<string, MarginTier[]> BadTables() => new()
    {
        { "tiers[0].NotionalCap", new MarginTier[] { new(0, 0.01, 10) } },
        { "tiers[0].NotionalCap", new MarginTier[] { new(double.NaN, 0.01, 10) } },
        { "tiers[0].MaintenanceMarginRate", new MarginTier[] { new(1, 0.2, 10) } },
        { "tiers[0].MaintenanceMarginRate", new MarginTier[] { new(1, -0.1, 10) } },
        { "tiers[0].MaintenanceMarginRate", new MarginTier[] { new(1, 1, 1) } },
        { "tiers[0].MaximumLeverage", new MarginTier[] { new(1, 0.01, 0.5) } },
        { "tiers[1].NotionalCap", new MarginTier[] { new(2, 0.01, 10), new(2, 0.02, 5) } },
        { "tiers[1].MaintenanceMarginRate", new MarginTier[] { new(1, 0.02, 10), new(2, 0.01, 5) } },
        { "tiers[1].MaximumLeverage", new MarginTier[] { new(1, 0.01, 5), new(2, 0.02, 10) } },
    };

    [Theory]
    [MemberData(nameof(BadTables), DisableDiscoveryEnumeration = true)]
    public void Constructor_BrokenTable_NamesTheField(string field, MarginTier[] tiers)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new MarginTiers("bad", tiers));
        Assert.Equal(field, error.ParamName);
    }

    [Fact]
    public void Constructor_NothingInIt_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MarginTiers("empty", Array.Empty<MarginTier>()));
        Assert.Throws<ArgumentException>(() => new MarginTiers(" ", new MarginTier[] { new(1, 0.01, 10) }));
    }

    // 150,000 x 1% whole; the part above 50,000 at 1% and the rest at 0.5% would be 1,250.
    [Fact]
    public void MaintenanceMargin_RateThatCountsForTheWholePosition_JumpsAtTheFloor()
    {
        MarginTiers table = new("whole", TwoBrackets, [0, 0]);

        Assert.Equal(250, table.MaintenanceMargin(50_000), tolerance: 1e-9);
        Assert.Equal(500, table.MaintenanceMargin(50_000.000001), tolerance: 1e-6);
        Assert.Equal(1_500, table.MaintenanceMargin(150_000), tolerance: 1e-9);
        Assert.Equal(1_250, new MarginTiers("parts", TwoBrackets).MaintenanceMargin(150_000), tolerance: 1e-9);
    }

    [Fact]
    public void Constructor_AmountsOfAContinuousMargin_AreTheSameTable()
    {
        MarginTiers told = new("told", TwoBrackets, [0, 250]);

        Assert.True(told.IsSameAs(new MarginTiers("computed", TwoBrackets)));
        Assert.False(told.IsSameAs(new MarginTiers("whole", TwoBrackets, [0, 0])));
        Assert.False(told.IsSameAs(MarginTiers.Flat(0.005, 100)));
    }

    [Theory]
    [InlineData(1, 250, "cumulativeAmounts[0]")]
    [InlineData(0, 251, "cumulativeAmounts[1]")]
    [InlineData(0, -1, "cumulativeAmounts[1]")]
    [InlineData(0, double.NaN, "cumulativeAmounts[1]")]
    public void Constructor_AmountsThatLetTheMarginFall_AreRefused(double first, double second, string field) => Assert.Equal(
        field, Assert.Throws<ArgumentOutOfRangeException>(() => new MarginTiers("bad", TwoBrackets, [first, second])).ParamName);

    [Fact]
    public void Constructor_AmountsOfAnotherNumberOfBrackets_AreRefused() =>
        Assert.Throws<ArgumentException>("cumulativeAmounts", () => new MarginTiers("bad", TwoBrackets, [0]));

    private static MarginTier[] TwoBrackets => [new(50_000, 0.005, 100), new(200_000, 0.01, 50)];

    private static double[] Amounts(MarginTiers table) =>
        Enumerable.Range(0, table.Count).Select(table.CumulativeAmount).ToArray();
}
