using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Bands;
using LiqIndicators.Simulation;

namespace LiqIndicators.Sessions.Tests.Bands;

/// <summary>The map through time: what is remembered never changes, and what is drawn of it is true of every column it covers.</summary>
public sealed class HeatTests
{
    private const double Range = 0.25;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Span = TimeSpan.FromDays(10);
    private static readonly PositionSide[] Sides = [PositionSide.Long, PositionSide.Short];

    private static readonly IReadOnlyList<MarketBar> Market = MarketSimulation.Run(
        new SimulationOptions { Seed = 1001, Scenario = SimulationScenario.Cascade, Days = 20, TruthIntervalHours = 168 }).Bars;

    private static readonly DateTime EndUtc = Market[^1].TimeUtc + Hour;

    // A chart of a few days, as its candles scale it.
    private static readonly double Low = 0.96 * Market[^1].Close;
    private static readonly double High = 1.06 * Market[^1].Close;

    [Fact]
    public void MeanOf_LaterBars_ChangeNoColumnThatIsStillHeld()
    {
        LiquidationForecast forecast = Forecast();
        HeatHistory history = new(Range, Span);
        int middle = Market.Count * 3 / 4;
        Take(history, forecast, 0, middle);
        Dictionary<DateTime, double[]> then = Enumerable.Range(0, history.Count).ToDictionary(history.StartOf, column => Amounts(history, column));
        Take(history, forecast, middle, Market.Count);

        int compared = 0;
        for (int column = 0; column < history.Count; column++)
        {
            if (then.TryGetValue(history.StartOf(column), out double[]? amounts))
            {
                Assert.Equal(amounts, Amounts(history, column));
                compared++;
            }
        }

        Assert.InRange(compared, 20, HeatHistory.Columns);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(34)]
    [InlineData(112)]
    [InlineData(280)]
    public void Fill_AnyRoom_IsNeverPassedAndNoTwoCellsOfASideOverlap(int room)
    {
        List<HeatCell> cells = Cells(History(), room);

        Assert.InRange(cells.Count, 1, room);
        foreach (PositionSide side in Sides)
        {
            HeatCell[] own = [.. cells.Where(cell => cell.Side == side)];
            for (int i = 0; i < own.Length; i++)
            {
                Assert.DoesNotContain(own.Skip(i + 1), other => Overlap(own[i], other));
            }
        }
    }

    // Slowly: a cell's amount in each of its columns, as a share of the fullest four fine rows in sight, lies within a quarter of the steps of its strength.
    [Fact]
    public void Fill_EveryCell_IsTrueOfEveryColumnItCovers()
    {
        HeatHistory history = History();
        double[] steps = [0.05, 0.12, 0.25, 0.45, 0.7, double.PositiveInfinity];
        double fullest = Fullest(history);
        List<HeatCell> cells = Cells(history, 280);
        int columns = 0;
        foreach (HeatCell cell in cells)
        {
            int row = (int)Math.Round(Math.Log(cell.LowPrice) / RowHeight);
            int rows = (int)Math.Round(Math.Log(cell.HighPrice / cell.LowPrice) / RowHeight);
            for (int column = 0; column < history.Count; column++)
            {
                if (history.StartOf(column) >= cell.StartUtc && history.StartOf(column) < cell.EndUtc)
                {
                    double share = history.MeanOf(cell.Side, column, row, rows) / fullest;
                    double least = cell.Strength == 0 ? steps[0] : steps[cell.Strength];
                    Assert.InRange(share, least / 1.2501, steps[cell.Strength + 1] / 0.7499);
                    columns++;
                }
            }
        }

        Assert.True(columns > cells.Count, "no cell covers more than one column");
    }

    // One row for all of a side's range was 1.8% high before rows were cut where the map differs.
    [Fact]
    public void Fill_RoomOfAChart_DrawsRowsFinerThanHalfAPercentWhereTheMapDiffers()
    {
        List<HeatCell> cells = Cells(History(), 280);

        Assert.InRange(cells.Count, 200, 280);
        Assert.True(cells.Count(cell => Height(cell) < 0.005) > cells.Count / 2, $"{cells.Count(cell => Height(cell) < 0.005)} of {cells.Count}");
        List<HeatCell> few = Cells(History(), 112);
        Assert.True(few.Max(Height) > 2 * few.Min(Height), "all rows are of one height");
        Assert.True(few.Average(Height) > cells.Average(Height), "less room draws finer rows");
    }

    [Fact]
    public void DrawHeat_BeyondTheMapAndBelowZero_IsSurvived()
    {
        LiquidationBandsSession session = new(new LiquidationBandsOptions(), new RecordedFeed("test", Market, Hour));
        List<HeatCell> cells = [];
        session.DrawHeat(cells, EndUtc, 1, 2);
        Assert.Empty(cells);

        session.Advance(EndUtc);
        foreach ((double low, double high) in new[] { (-1.0, 0.0), (5.0, 5.0), (9e6, 1e7) })
        {
            session.DrawHeat(cells, EndUtc, low, high);
            Assert.Empty(cells);
        }

        session.DrawHeat(cells, EndUtc, -100, 1e7);
        Assert.NotEmpty(cells);
    }

    private static double RowHeight => -Math.Log(1 - Range) / HeatHistory.RowsPerSide;

    private static double Height(HeatCell cell) => (cell.HighPrice / cell.LowPrice) - 1;

    private static bool Overlap(HeatCell a, HeatCell b) =>
        a.StartUtc < b.EndUtc && b.StartUtc < a.EndUtc && a.LowPrice < b.HighPrice * (1 - 1e-12) && b.LowPrice < a.HighPrice * (1 - 1e-12);

    private static double Fullest(HeatHistory history)
    {
        int first = (int)Math.Floor(Math.Log(Low) / RowHeight / 4) * 4;
        int last = (int)Math.Floor(Math.Log(High) / RowHeight);
        return Sides.Max(side => Enumerable.Range(0, history.Count).Max(column =>
            Enumerable.Range(0, ((last - first) / 4) + 1).Max(block => history.MeanOf(side, column, first + (4 * block), 4))));
    }

    private static List<HeatCell> Cells(HeatHistory history, int room)
    {
        List<HeatCell> cells = [];
        HeatTiling.Fill(cells, history, Low, High, EndUtc, room);
        return cells;
    }

    private static HeatHistory History()
    {
        HeatHistory history = new(Range, Span);
        Take(history, Forecast(), 0, Market.Count);
        return history;
    }

    private static LiquidationForecast Forecast() => new(BandBooks.Make(BandKernel.Model, Hour, new LiquidationBandsOptions().TurnoverPerHour, []), Hour);

    private static void Take(HeatHistory history, LiquidationForecast forecast, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            forecast.Update(Market[i]);
            history.Take(forecast, Market[i].TimeUtc + Hour);
        }
    }

    private static double[] Amounts(HeatHistory history, int column)
    {
        int middle = history.RowOf(Market[^1].Close);
        return [.. Sides.SelectMany(side => Enumerable.Range(-200, 400).Select(row => history.MeanOf(side, column, middle + row, 1)))];
    }
}
