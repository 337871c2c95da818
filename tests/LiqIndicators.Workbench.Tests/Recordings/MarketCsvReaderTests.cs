using System.Globalization;
using System.Text;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Tests.Recordings;

public sealed class MarketCsvReaderTests
{
    private const string Header = "time_utc,open,high,low,close,open_interest_usd,funding_rate,funding_interval_hours,liquidated_long_usd,liquidated_short_usd\n";
    private const string First = "2026-01-01T00:00:00Z,100,110,90,105,2100,-0.0001,8,5,0\n";
    private const string Second = "2026-01-01T01:00:00Z,105,106,104,105,,,,,\n";

    [Fact]
    public void Read_CompleteRow_GivesEveryNumberInBaseUnits()
    {
        MarketBar bar = ReadAll(Header + First)[0];

        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), bar.TimeUtc);
        Assert.Equal(DateTimeKind.Utc, bar.TimeUtc.Kind);
        Assert.Equal((100, 110, 90, 105), (bar.Open, bar.High, bar.Low, bar.Close));
        Assert.Equal(2100 / 105.0, bar.OpenInterestQuantity);
        Assert.Equal((-0.0001, 8, 5, 0), (bar.FundingRate, bar.FundingIntervalHours, bar.LiquidatedLongNotional, bar.LiquidatedShortNotional));
        Assert.True(double.IsNaN(bar.VolumeQuantity));
    }

    [Fact]
    public void Read_EmptyFields_AreNotAvailableRatherThanZero()
    {
        MarketBar bar = ReadAll(Header + First + Second)[1];

        Assert.True(double.IsNaN(bar.OpenInterestQuantity));
        Assert.True(double.IsNaN(bar.FundingRate));
        Assert.True(double.IsNaN(bar.LiquidatedLongNotional));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Read_EitherLineBreakAndByteOrderMark_ReadsTheSame(string lineBreak)
    {
        string text = "\uFEFF" + (Header + First + Second).Replace("\n", lineBreak, StringComparison.Ordinal);

        Assert.Equal(2, ReadAll(text).Count);
    }

    [Theory]
    [InlineData("", 1, null, "empty")]
    [InlineData("time_utc,open,high,low\n", 1, null, "'close' is missing")]
    [InlineData("time_utc,open,high,low,close,profit\n", 1, null, "'profit' is not known")]
    [InlineData("time_utc,open,high,low,close,open\n", 1, null, "twice")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110\n", 2, null, "holds 3 fields; expected 10")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,90,105,1,0,8,5,0,7\n", 2, null, "holds more fields; expected 10")]
    [InlineData(Header + First + "2026-01-01T01:00:00Z,105,106,1", 3, null, "without a line break")]
    [InlineData(Header + "2026-01-01 00:00,100,110,90,105,1,0,8,5,0\n", 2, "time_utc", "expected a UTC time")]
    [InlineData(Header + "2026-01-01T00:00:00+01:00,100,110,90,105,1,0,8,5,0\n", 2, "time_utc", "expected a UTC time")]
    [InlineData(Header + "2026-01-01T00:00:00Z,NaN,110,90,105,1,0,8,5,0\n", 2, "open", "'NaN'; expected a price above 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,,110,90,105,1,0,8,5,0\n", 2, "open", "''; expected a price above 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,99,90,98,1,0,8,5,0\n", 2, "high", "at least open and close")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,101,105,1,0,8,5,0\n", 2, "low", "at most open and close")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,-90,105,1,0,8,5,0\n", 2, "low", "'-90'; expected a price above 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,90,105,-1,0,8,5,0\n", 2, "open_interest_usd", "at least 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,90,105,1,2,8,5,0\n", 2, "funding_rate", "fraction per interval")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,90,105,1,0,0,5,0\n", 2, "funding_interval_hours", "hours above 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100,110,90,105,1,0,8,Infinity,0\n", 2, "liquidated_long_usd", "at least 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,\"100\",110,90,105,1,0,8,5,0\n", 2, "open", "expected a price above 0")]
    [InlineData(Header + "2026-01-01T00:00:00Z,1 000,110,90,105,1,0,8,5,0\n", 2, "open", "expected a price above 0")]
    [InlineData(Header + First + First, 3, "time_utc", "not in the file yet")]
    [InlineData(Header + Second + First, 3, "time_utc", "a time after 2026-01-01T01:00:00Z")]
    [InlineData(Header + "2026-01-01T00:00:00Z,100\u0000,110,90,105,1,0,8,5,0\n", 2, null, "zero byte")]
    public void Read_BadInput_NamesFileLineColumnAndExpectation(string text, long line, string? column, string says)
    {
        MarketCsvException error = Assert.Throws<MarketCsvException>(() => ReadAll(text));

        Assert.Equal(line, error.Line);
        Assert.Equal(column, error.Column);
        Assert.StartsWith($"market.csv, line {line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Read_MistakeInTheMiddle_KeepsTheBarsBeforeIt()
    {
        List<MarketBar> kept = [];

        Assert.Throws<MarketCsvException>(() => kept.AddRange(Stream(Header + First + "broken\n")));
        using IEnumerator<MarketBar> bars = Stream(Header + First + "broken\n").GetEnumerator();

        Assert.True(bars.MoveNext());
        Assert.Equal(105, bars.Current.Close);
        Assert.Throws<MarketCsvException>(() => bars.MoveNext());
    }

    [Fact]
    public void Read_Utf16File_SaysItIsNotUtf8()
    {
        using MemoryStream utf16 = new(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header + First)).ToArray());

        MarketCsvException error = Assert.Throws<MarketCsvException>(() => MarketCsvReader.Read("market.csv", utf16).ToList());

        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoGigabytesWithoutLineBreak_StopsAtTheFirstLongLine()
    {
        using EndlessStream stream = new(2L << 30);

        MarketCsvException error = Assert.Throws<MarketCsvException>(() => MarketCsvReader.Read("market.csv", stream).ToList());

        Assert.Contains("longer than", error.Message, StringComparison.Ordinal);
        Assert.True(stream.Position < 1 << 20, $"read {stream.Position} bytes");
    }

    [Fact]
    public void Read_FourTimesTheRows_AllocatesNoMore()
    {
        ReadAndForget(Generated(100));

        Assert.Equal(ReadAndForget(Generated(5_000)), ReadAndForget(Generated(20_000)));
    }

    [Fact]
    public void Write_AnyBars_ReadBackAsTheSameNumbers()
    {
        string path = Path.GetTempFileName();
        try
        {
            MarketBar[] bars =
            [
                new(Utc(0), 0.1 + 0.2, 1, 1e-9, 0.5, double.NaN, 12_345.678901234567, -1e-7, 8, 0, double.NaN),
                new(Utc(1), 0.5, 0.5, 0.5, 0.5, 3, double.NaN, double.NaN, double.NaN, double.NaN, 1.0 / 3),
            ];
            MarketCsvWriter.Write(path, bars);

            Assert.Equal(bars, MarketCsvReader.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [SkippableFact]
    public void Load_RecordedBitcoin_KnowsItsLengthAndKeepsItsHoles()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);

        RecordedMarket market = RecordedMarket.Load(SharedMaterial.PathOf("data/btc-2025-12_2026-03/market.csv"));

        Assert.Equal(2821, market.Bars.Count);
        Assert.Equal(TimeSpan.FromHours(1), market.BarLength);
        int missing = (int)((market.Bars[^1].TimeUtc - market.Bars[0].TimeUtc) / market.BarLength) + 1 - market.Bars.Count;
        Assert.Equal(5, missing);
        Assert.Equal(8_248_989_576, market.Bars[0].OpenInterestNotional, tolerance: 1e-3);
    }

    private static byte[] Generated(int rows) => Encoding.UTF8.GetBytes(
        Header + string.Concat(Enumerable.Range(0, rows).Select(row =>
            DateTime.UnixEpoch.AddMinutes(row).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) + ",100,110,90,105,2100,0.0001,8,0,0\n")));

    /// <summary>Bytes that reading a file allocated.</summary>
    private static long ReadAndForget(byte[] text) => Allocations.Of(() =>
    {
        using MemoryStream stream = new(text);
        double sum = 0;
        foreach (MarketBar bar in MarketCsvReader.Read("market.csv", stream))
        {
            sum += bar.Close;
        }

        Assert.True(sum > 0);
    });

    private static DateTime Utc(int hour) => new(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc);

    private static List<MarketBar> ReadAll(string text) => Stream(text).ToList();

    private static IEnumerable<MarketBar> Stream(string text) =>
        MarketCsvReader.Read("market.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
