using cAlgo.API;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Support;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Series;

public sealed class BarBuildingTests
{
    private static readonly RecordedBar[] Minutes = Recordings.Walk(700, seed: 21);

    [Fact]
    public void Minutes_Live_AreTheRecordedBars()
    {
        Desk desk = Play(TimeFrame.Minute);

        Assert.Equal(Minutes, Read(desk.Chart.Bars));
    }

    [Theory]
    [InlineData("Minute5")]
    [InlineData("Hour")]
    [InlineData("Hour4")]
    [InlineData("Daily")]
    [InlineData("Weekly")]
    [InlineData("Monthly")]
    public void LongerBars_Live_AreGroupsOfTheRecordedOnes(string name)
    {
        TimeFrame timeFrame = TimeFrame.Parse(name);
        RecordedBar[] expected = Minutes
            .GroupBy(bar => OpenOf(bar.TimeUtc, name))
            .Select(group => new RecordedBar(
                group.Key,
                group.First().Open,
                group.Max(bar => bar.High),
                group.Min(bar => bar.Low),
                group.Last().Close,
                group.Sum(bar => bar.TickVolume)))
            .ToArray();

        Assert.Equal(expected, Read(Play(timeFrame).Chart.Bars));
    }

    [Theory]
    [InlineData("Minute15")]
    [InlineData("HeikinMinute5")]
    [InlineData("Renko5")]
    public void AnyBars_HistoryOrLive_AreTheSame(string name)
    {
        TimeFrame timeFrame = TimeFrame.Parse(name);

        Assert.Equal(Read(new Desk(Minutes, timeFrame: timeFrame).Chart.Bars), Read(Play(timeFrame).Chart.Bars));
    }

    [Fact]
    public void HeikinAshi_Bars_FollowTheDefinition()
    {
        RecordedBar[] plain = Read(new Desk(Minutes, timeFrame: TimeFrame.Minute5).Chart.Bars);
        RecordedBar[] averaged = Read(Play(TimeFrame.HeikinMinute5).Chart.Bars);

        Assert.Equal(plain.Length, averaged.Length);
        for (int i = 0; i < plain.Length; i++)
        {
            double close = (plain[i].Open + plain[i].High + plain[i].Low + plain[i].Close) / 4;
            double open = i == 0
                ? (plain[i].Open + plain[i].Close) / 2
                : (averaged[i - 1].Open + averaged[i - 1].Close) / 2;
            Assert.Equal(close, averaged[i].Close, tolerance: 1e-9);
            Assert.Equal(open, averaged[i].Open, tolerance: 1e-9);
            Assert.Equal(new[] { plain[i].High, open, close }.Max(), averaged[i].High, tolerance: 1e-9);
            Assert.Equal(new[] { plain[i].Low, open, close }.Min(), averaged[i].Low, tolerance: 1e-9);
        }
    }

    // Worked by hand: bricks of 5 from 100. 112 makes 100-105 and 105-110; 101 turns after two bricks, so 105-100 only
    // once 100 is reached; 99 does that, and 94 makes 100-95.
    [Fact]
    public void Renko_Path_MakesTheBricksWorkedByHand()
    {
        Desk desk = new(
            Recordings.OfCloses(100, 112, 101, 99, 94, 106), timeFrame: TimeFrame.Renko5);

        Assert.Equal(
            [(100.0, 105.0), (105, 110), (105, 100), (100, 95), (100, 105)],
            Read(desk.Chart.Bars)[..^1].Select(bar => (bar.Open, bar.Close)));
        Assert.Equal(106, desk.Chart.Bars.LastBar.Close);
    }

    [Fact]
    public void Renko_AnyPath_HasBricksOfOneHeightAndTurnsOfTwo()
    {
        RecordedBar[] bricks = Read(Play(TimeFrame.Renko2).Chart.Bars)[..^1];

        Assert.True(bricks.Length > 50, $"only {bricks.Length} bricks");
        for (int i = 0; i < bricks.Length; i++)
        {
            Assert.Equal(2, Math.Abs(bricks[i].Close - bricks[i].Open), tolerance: 1e-9);
            if (i > 0)
            {
                bool turns = Math.Sign(bricks[i].Close - bricks[i].Open)
                    != Math.Sign(bricks[i - 1].Close - bricks[i - 1].Open);
                Assert.Equal(turns ? bricks[i - 1].Open : bricks[i - 1].Close, bricks[i].Open, tolerance: 1e-9);
                Assert.True(bricks[i].TimeUtc >= bricks[i - 1].TimeUtc);
            }
        }

        Assert.Equal(
            Minutes.Sum(bar => bar.TickVolume), Read(Play(TimeFrame.Renko2).Chart.Bars).Sum(bar => bar.TickVolume));
    }

    [Fact]
    public void Renko_OnePriceManyBricks_OpensThemOneByOne()
    {
        List<int> counts = [];
        Desk desk = new(Recordings.OfCloses(100, 100), timeFrame: TimeFrame.Renko5);
        desk.Chart.Bars.BarClosed += arguments => counts.Add(-arguments.Bars.Count);
        desk.Chart.Bars.BarOpened += arguments => counts.Add(arguments.Bars.Count);

        desk.Tick(117);

        Assert.Equal([-1, 2, -2, 3, -3, 4], counts);
    }

    [Fact]
    public void GetIndexByTime_OtherTimeFrame_FindsTheBarThatContainsTheTime()
    {
        Desk desk = new(Minutes);
        Bars hours = new Desk(Minutes, timeFrame: TimeFrame.Hour).Chart.Bars;

        for (int i = 0; i < Minutes.Length; i++)
        {
            int hour = hours.OpenTimes.GetIndexByTime(desk.Chart.Bars.OpenTimes[i]);
            Assert.Equal(
                Minutes[i].TimeUtc.Date.AddHours(Minutes[i].TimeUtc.Hour).Ticks, hours.OpenTimes[hour].Ticks);
        }

        Assert.Equal(-1, hours.OpenTimes.GetIndexByTime(Recordings.Start.AddSeconds(-1)));
        Assert.Equal(hours.Count - 1, hours.OpenTimes.GetIndexByTime(Recordings.Start.AddYears(1)));
        Assert.Equal(0, hours.OpenTimes.GetIndexByExactTime(Recordings.Start));
        Assert.Equal(-1, hours.OpenTimes.GetIndexByExactTime(Recordings.Start.AddMinutes(1)));
    }

    [Fact]
    public void GetBars_AskedForInTheMiddleOfABar_ContainsEveryPricePlayed()
    {
        Desk desk = new(Minutes, 300);
        Bars hours = desk.Terminal.OpenChart(Desk.Symbol, TimeFrame.Hour).Bars;
        desk.Tick(5000);
        desk.Tick(1000);
        desk.Terminal.RunTo(desk.Terminal.NowUtc.AddMinutes(7.3));

        Bars late = desk.Terminal.OpenChart(Desk.Symbol, TimeFrame.Minute10).Bars;

        Assert.Equal(5000, late.HighPrices.Max());
        Assert.Equal(hours.LastBar.Close, late.LastBar.Close);
        Assert.Equal(hours.TickVolumes.Sum(), late.TickVolumes.Sum());
    }

    [Fact]
    public void Prices_OfABar_FollowTheirNames()
    {
        Bars bars = new Desk([new RecordedBar(Recordings.Start, 10, 16, 8, 12, 5)]).Chart.Bars;

        Assert.Equal(12, bars.MedianPrices[0]);
        Assert.Equal(12, bars.TypicalPrices[0]);
        Assert.Equal(12, bars.WeightedPrices[0]);
        Assert.Equal(11.5, bars.AveragePrices[0]);
        Assert.Equal(5, bars.TickVolumes[0]);
        Assert.Equal(10, bars.GetPrices(PriceType.Open)[0]);
    }

    [Fact]
    public void OpenChart_FinerThanTheRecording_IsRefused()
    {
        HeadlessTerminal terminal = new();
        terminal.AddSymbol(
            new SymbolSpecification { Name = Desk.Symbol },
            Read(new Desk(Minutes, timeFrame: TimeFrame.Minute5).Chart.Bars));

        NotSupportedException error = Assert.Throws<NotSupportedException>(
            () => terminal.OpenChart(Desk.Symbol, TimeFrame.Minute));
        Assert.Contains("00:05:00", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("High")]
    [InlineData("TimeUtc")]
    [InlineData("TickVolume")]
    public void AddSymbol_ImpossibleBar_NamesBarAndField(string field)
    {
        RecordedBar[] bars = Recordings.OfCloses(100, 101, 102);
        bars[1] = field switch
        {
            "High" => bars[1] with { High = double.NaN },
            "TimeUtc" => bars[1] with { TimeUtc = DateTime.SpecifyKind(bars[1].TimeUtc, DateTimeKind.Unspecified) },
            _ => bars[1] with { TickVolume = -1 },
        };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new Desk(bars));

        Assert.Contains("Bar 1 of BTCUSD", error.Message, StringComparison.Ordinal);
        Assert.Contains(field == "High" ? "prices" : field, error.Message, StringComparison.Ordinal);
    }

    private static DateTime OpenOf(DateTime time, string name) => name switch
    {
        "Minute5" => time.AddMinutes(-(time.Minute % 5)),
        "Hour" => time.Date.AddHours(time.Hour),
        "Hour4" => time.Date.AddHours(time.Hour - (time.Hour % 4)),
        "Weekly" => time.Date.AddDays(-(((int)time.DayOfWeek + 6) % 7)),
        "Monthly" => new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc),
        _ => time.Date,
    };

    private static Desk Play(TimeFrame timeFrame)
    {
        Desk desk = new(Minutes, 100, timeFrame: timeFrame);
        desk.Terminal.RunAll();
        return desk;
    }

    private static RecordedBar[] Read(Bars bars) => bars
        .Select(bar => new RecordedBar(
            DateTime.SpecifyKind(bar.OpenTime, DateTimeKind.Utc), bar.Open, bar.High, bar.Low, bar.Close, bar.TickVolume))
        .ToArray();
}
