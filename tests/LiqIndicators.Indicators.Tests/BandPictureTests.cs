using System.Reflection;
using cAlgo.API;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Bands;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Terminal;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Indicators.Tests;

/// <summary>What a trader sees of the bands, in pixels of the recorded chart.</summary>
public sealed class BandPictureTests
{
    // Height of a label of 12 points, less the room that letters leave above and below.
    private const double LabelHeight = 16;

    private static readonly Dictionary<string, object?> Many = new()
    {
        ["Bands"] = 40, ["Noise floor (%)"] = 0.0, ["Range (%)"] = 60.0, ["Labels"] = 20, ["Objects"] = 300,
    };

    public static TheoryData<double, double, int> Views => new() { { 1520, 870, 100 }, { 1202, 612, 75 }, { 640, 300, 40 }, { 3840, 2100, 200 } };

    [Theory]
    [MemberData(nameof(Views))]
    public void Labels_ManyClusters_CoverNeitherEachOtherNorTheLastPriceNorTheEdge(double width, double height, int zoom)
    {
        using SimulatedChart chart = WithMany(width, height, zoom);
        int seen = 0;
        for (int hour = 60; hour < SimulatedChart.Hours.Count; hour += 6)
        {
            chart.Terminal.RunTo(SimulatedChart.Hours[hour].TimeUtc.AddSeconds(1));
            double price = chart.Chart.Chart.YValueToY(chart.Chart.Bars.LastBar.Close);
            double[] middles = [.. Labels(chart).Select(label => chart.Chart.Chart.YValueToY(label.Y)).Order()];
            seen += middles.Length;
            Assert.All(middles, middle => Assert.True(Math.Abs(middle - price) >= LabelHeight, $"a label lies {middle - price:0} pixels from the last price"));
            Assert.All(middles, middle => Assert.InRange(middle, LabelHeight / 2, height - (LabelHeight / 2)));
            Assert.All(middles.Zip(middles.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LabelHeight, $"labels lie {pair.Second - pair.First:0} pixels apart"));
            Assert.All(Labels(chart), label => Assert.InRange(chart.Chart.Chart.TimeToX(label.Time), width - 20, width));
        }

        Assert.True(seen > 0, "no label was seen at all");
    }

    [Fact]
    public void FortyClusters_LabelsKeepApartAndFitTheObjectCap()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[150].TimeUtc });
        Chart api = chart.Chart.Chart;
        ChartPalette palette = ChartPalette.For(ColorTheme.Dark);
        double price = chart.Chart.Bars.LastBar.Close;
        List<BandShape> shapes = [.. Forty(price, chart.Terminal.NowUtc)];

        new BandPainter(api).Paint(shapes, palette, isStale: false, chart.Terminal.NowUtc, TimeSpan.FromHours(1));
        new BandLabels(api).Paint(shapes, double.NaN, palette, isStale: false, price);

        Assert.Equal(40, chart.Bands().Count);
        double[] middles = [.. Labels(chart).Select(label => api.YValueToY(label.Y)).Append(api.YValueToY(price)).Order()];
        Assert.InRange(middles.Length, 5, 41);
        Assert.All(middles.Zip(middles.Skip(1)), pair => Assert.True(pair.Second - pair.First >= LabelHeight, $"labels lie {pair.Second - pair.First:0} pixels apart"));
        Assert.Equal(5, chart.Bands().Select(band => band.Color.A).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void Labels_ManyClusters_CoverNoCandle(double width, double height, int zoom)
    {
        using SimulatedChart chart = WithMany(width, height, zoom);
        Bars bars = chart.Chart.Bars;
        Chart api = chart.Chart.Chart;
        for (int hour = 60; hour < SimulatedChart.Hours.Count; hour += 3)
        {
            chart.Terminal.RunTo(SimulatedChart.Hours[hour].TimeUtc.AddSeconds(1));
            foreach (ChartText label in Labels(chart))
            {
                // The narrowest that its letters can be; the last candle is still being made.
                double left = api.TimeToX(label.Time) - (6 * label.Text.Length);
                double middle = api.YValueToY(label.Y);
                for (int i = Math.Max(0, api.FirstVisibleBarIndex); i < bars.Count - 1; i++)
                {
                    bool isBehind = api.BarIndexToX(i) > left && api.YValueToY(bars.HighPrices[i]) < middle + (LabelHeight / 2) && api.YValueToY(bars.LowPrices[i]) > middle - (LabelHeight / 2);
                    Assert.False(isBehind, $"'{label.Text}' lies on the candle of {bars.OpenTimes[i]}");
                }
            }
        }
    }

    [Fact]
    public void Labels_CandlesUnderTheWholeText_AreCutToTheDollarsOrLeftOut()
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[150].TimeUtc });
        Chart api = chart.Chart.Chart;
        Bars bars = chart.Chart.Bars;
        ChartPalette palette = ChartPalette.For(ColorTheme.Dark);
        int newest = bars.Count - 2;
        double low = bars.LowPrices[newest];
        double high = bars.HighPrices[newest];
        BandShape shape = Forty(low, chart.Terminal.NowUtc).First() with { LowPrice = low, HighPrice = high };
        BandLabels labels = new(api);
        double room = api.Width - 6 - api.BarIndexToX(bars.Count - 1);

        string Written(string label)
        {
            labels.Paint([shape with { Label = label }], double.NaN, palette, isStale: false, double.MaxValue);
            return Labels(chart).SingleOrDefault()?.Text ?? "";
        }

        string dollars = new('$', (int)(room / 6.8) - 3);
        string longer = dollars + new string('$', 16);
        Assert.Equal(dollars, Written(dollars));
        Assert.Equal(dollars, Written(dollars + "  " + longer));
        Assert.Equal("", Written(longer));
    }

    // Wherever the stop-out lies in the band, above and below it, both are read and the line strikes through neither.
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(1)]
    public void Labels_OwnStopOutInABand_StandBesideEachOther(double share)
    {
        using SimulatedChart chart = new(new TerminalOptions { StartUtc = SimulatedChart.Hours[150].TimeUtc });
        Chart api = chart.Chart.Chart;
        double height = api.TopY - api.BottomY;
        BandShape shape = Forty(api.BottomY + (0.2 * height), chart.Terminal.NowUtc).First() with
        {
            LowPrice = api.BottomY, HighPrice = api.BottomY + (0.04 * height), Label = "$12M",
        };
        double own = shape.LowPrice + (share * (shape.HighPrice - shape.LowPrice));

        new BandLabels(api).Paint([shape], own, ChartPalette.For(ColorTheme.Dark), isStale: false, api.TopY);

        double line = api.YValueToY(own);
        double[] middles = [.. Labels(chart).Select(label => api.YValueToY(label.Y)).Order()];
        Assert.Equal(2, middles.Length);
        Assert.True(middles[1] - middles[0] >= LabelHeight);
        Assert.All(middles, middle => Assert.True(Math.Abs(middle - line) >= LabelHeight / 2));
    }

    [Fact]
    public void FarBands_DoNotSquashTheChart()
    {
        using SimulatedChart bare = new();
        bare.Terminal.RunTo(SimulatedChart.EndUtc);
        using SimulatedChart chart = new();
        chart.AttachBands(Many);
        chart.Terminal.RunTo(SimulatedChart.EndUtc);
        bare.Chart.Recording.ZoomAsUser(500);
        chart.Chart.Recording.ZoomAsUser(500);

        Assert.False(typeof(LiquidationBands).GetCustomAttribute<IndicatorAttribute>()!.AutoRescale);
        Assert.Equal((bare.Chart.Chart.BottomY, bare.Chart.Chart.TopY), (chart.Chart.Chart.BottomY, chart.Chart.Chart.TopY));
        Assert.Contains(chart.Bands(), band => band.Low > chart.Chart.Chart.TopY || band.High < chart.Chart.Chart.BottomY);
    }

    [Fact]
    public void Labels_ScrolledBack_StandAtTheEdgeOfWhatIsSeen()
    {
        using SimulatedChart chart = new();
        chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.Hours[150].TimeUtc.AddMinutes(6));
        chart.Chart.Recording.ScrollAsUser(-40);
        chart.Terminal.RunTo(chart.Terminal.NowUtc.AddSeconds(31));

        Assert.All(Labels(chart), label => Assert.InRange(chart.Chart.Chart.TimeToX(label.Time), 1500, 1520));
    }

    [Fact]
    public void Stale_GreysBandsAndLabels()
    {
        using SimulatedChart chart = new(market: [.. SimulatedChart.Hours.Take(100)]);
        chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.Hours[99].TimeUtc.AddHours(4));

        Color grey = ChartPalette.For(ColorTheme.Dark).Stale;
        Assert.NotEmpty(chart.Bands());
        Assert.All(chart.Bands(), band => Assert.Equal((grey.R, grey.G, grey.B), (band.Color.R, band.Color.G, band.Color.B)));
        Assert.All(Labels(chart), label => Assert.Equal(grey, label.Color));
    }

    [Fact]
    public void Histogram_FullestRow_ReachesOverItsShareOfTheChart()
    {
        using SimulatedChart chart = new();
        chart.AttachBands(new Dictionary<string, object?> { ["Mode"] = BandMode.Histogram });
        chart.Terminal.RunTo(SimulatedChart.Hours[150].TimeUtc.AddMinutes(6));

        ChartRectangle[] rows = [.. chart.Chart.Recording.DrawnObjects.OfType<ChartRectangle>()];
        Assert.InRange(rows.Length, 20, 120);
        double[] left = [.. rows.Select(row => chart.Chart.Chart.TimeToX(row.Time1))];
        Assert.Equal(1520 * 0.78, left.Min(), tolerance: 8);
        Assert.All(rows, row => Assert.Equal(1520, chart.Chart.Chart.TimeToX(row.Time2), tolerance: 8));
        double price = SimulatedChart.Hours[149].Close;
        Assert.All(rows, row => Assert.True(row.Y2 <= price || row.Y1 >= price));
    }

    // 1 BTC at 1:100 of 20,000 dollars: equity is half of the margin where 20,000 + P - E = P / 200.
    [Fact]
    public void OwnStopOut_PositionOpenedAndClosed_IsDrawnAndGoes()
    {
        using SimulatedChart chart = new(new TerminalOptions
        {
            StartUtc = SimulatedChart.Hours[150].TimeUtc, Account = new AccountOptions { Balance = 20_000 },
        });
        chart.AttachBands();
        chart.Terminal.RunTo(SimulatedChart.Hours[150].TimeUtc.AddMinutes(6));
        Assert.Empty(chart.Chart.Recording.DrawnObjects.OfType<ChartHorizontalLine>());

        Position position = chart.Terminal.OpenPosition(TradeType.Buy, SimulatedChart.Symbol, 1).Position;
        ChartHorizontalLine line = Assert.Single(chart.Chart.Recording.DrawnObjects.OfType<ChartHorizontalLine>());
        double expected = (position.EntryPrice - chart.Terminal.Account.Balance - (chart.Terminal.Account.Equity - chart.Terminal.Account.Balance - position.GrossProfit)) / (1 - (0.5 / 100));
        Assert.Equal(expected, line.Y, tolerance: 1e-6 * expected);
        Assert.Equal(LineStyle.Lines, line.LineStyle);
        Assert.Contains(chart.Chart.Recording.FindControls<TextBlock>(), text => text.Text == "stop-out");

        position.Close();
        Assert.Empty(chart.Chart.Recording.DrawnObjects.OfType<ChartHorizontalLine>());
        Assert.Empty(chart.Terminal.Errors);
    }

    private static SimulatedChart WithMany(double width, double height, int zoom)
    {
        SimulatedChart chart = new();
        chart.Chart.Recording.Resize(width, height);
        chart.Chart.Recording.ZoomAsUser(zoom);
        chart.AttachBands(Many);
        return chart;
    }

    /// <summary>Twenty to each side, a fifth of a percent apart, each of them a label; sizes fall as one over their rank.</summary>
    private static IEnumerable<BandShape> Forty(double price, DateTime nowUtc)
    {
        double[] steps = [0.12, 0.25, 0.45, 0.7];
        for (int rank = 1; rank <= 40; rank++)
        {
            bool isLong = rank % 2 == 0;
            double distance = 0.002 * ((rank + 1) / 2);
            double low = isLong ? price * (1 - distance) : price * (1 + distance - 0.001);
            double share = 1.0 / rank;
            yield return new BandShape(
                rank,
                isLong ? PositionSide.Long : PositionSide.Short,
                nowUtc.AddHours(-2 * rank),
                null,
                low,
                low + (0.001 * price),
                steps.Count(step => share >= step),
                1e8 * share,
                $"${100 * share:0}M  {low:0}  {(isLong ? -100 : 100) * distance:0.0}%",
                ClusterState.Armed,
                nowUtc.AddHours(-2 * rank),
                BandSpread.None);
        }
    }

    private static ChartText[] Labels(SimulatedChart chart) => [.. chart.Chart.Recording.DrawnObjects.OfType<ChartText>()];
}
