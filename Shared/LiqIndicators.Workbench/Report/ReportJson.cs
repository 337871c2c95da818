using System.Text;
using System.Text.Json;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Workbench.Replay;

namespace LiqIndicators.Workbench.Report;

/// <summary>Writes a report for its page: a column per number, null for not available, each rounded to what the eye can use.</summary>
internal static class ReportJson
{
    internal static string Write(ReplayReport report, string theme)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteString("market", report.Market.Name);
            json.WriteString("version", Packages.ProductVersion.Text);
            json.WriteString("theme", theme);
            json.WriteNumber("barSeconds", (long)report.Market.BarLength.TotalSeconds);
            json.WriteNumber("digits", ReplayStage.DigitsOf(report.Bars[^1].Bar.Close));
            WriteColumns(json, report.Bars, ReplayStage.DigitsOf(report.Bars[^1].Bar.Close));
            WriteBands(json, report.Bands);
            WriteMoments(json, report);
            WriteActions(json, report);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<ReportBar> bars, int digits)
    {
        json.WriteStartObject("bars");
        json.WriteStartArray("time");
        foreach (ReportBar bar in bars)
        {
            json.WriteNumberValue(UnixSeconds(bar.Bar.TimeUtc));
        }

        json.WriteEndArray();
        Column(json, "open", bars, digits, bar => bar.Bar.Open);
        Column(json, "high", bars, digits, bar => bar.Bar.High);
        Column(json, "low", bars, digits, bar => bar.Bar.Low);
        Column(json, "close", bars, digits, bar => bar.Bar.Close);
        Column(json, "openInterest", bars, 0, bar => bar.Bar.OpenInterestNotional);
        Column(json, "funding", bars, 5, bar => bar.Funding.RatePctPerEightHours);
        Column(json, "pressure", bars, 1, bar => bar.Funding.Pressure);
        Column(json, "change", bars, 2, bar => bar.OpenInterest.OpenInterestChangePct);
        Column(json, "regime", bars, 0, bar => bar.OpenInterest.Regime);
        Column(json, "divergence", bars, 0, bar => bar.OpenInterest.Confirmed);
        Column(json, "longs", bars, 0, bar => bar.Tape.LongNotional);
        Column(json, "shorts", bars, 0, bar => bar.Tape.ShortNotional);
        Column(json, "estimate", bars, 0, bar => bar.Tape.Estimate);
        Column(json, "longRisk", bars, 1, bar => bar.Risk.LongScore);
        Column(json, "shortRisk", bars, 1, bar => bar.Risk.ShortScore);
        Column(json, "longFlush", bars, 2, bar => bar.Risk.Long1Pct);
        Column(json, "shortFlush", bars, 2, bar => bar.Risk.Short1Pct);
        Column(json, "phase", bars, 0, bar => bar.Risk.Phase);
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, string name, IReadOnlyList<ReportBar> bars, int decimals, Func<ReportBar, double> value)
    {
        json.WriteStartArray(name);
        foreach (ReportBar bar in bars)
        {
            double number = value(bar);
            if (double.IsFinite(number))
            {
                json.WriteNumberValue(Math.Round(number, decimals));
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    // A band is [side, first bar, last bar or null, low, high, dollars, outcome].
    private static void WriteBands(Utf8JsonWriter json, IReadOnlyList<ReportBand> bands)
    {
        json.WriteStartArray("bands");
        foreach (ReportBand band in bands)
        {
            json.WriteStartArray();
            json.WriteNumberValue(band.Cluster.Side == PositionSide.Long ? 1 : -1);
            json.WriteNumberValue(band.FirstBar);
            if (band.LastBar is int last)
            {
                json.WriteNumberValue(last);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteNumberValue(Significant(band.Cluster.LowPrice));
            json.WriteNumberValue(Significant(band.Cluster.HighPrice));
            json.WriteNumberValue(Math.Round(band.Expected));
            json.WriteStringValue(Outcome(band.Cluster.State));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string Outcome(ClusterState state) => state switch
    {
        ClusterState.Armed => "not reached yet",
        ClusterState.Touched => "touched",
        ClusterState.PartlyConsumed => "partly eaten",
        ClusterState.Consumed => "eaten; answer open",
        ClusterState.Absorbed => "eaten, price stayed",
        ClusterState.Accelerated => "eaten, price ran on",
        _ => "faded unreached",
    };

    private static void WriteMoments(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartArray("moments");
        foreach (ReplayMoment moment in ReplayMoments.Choose(report.Market.Bars, report.Market.BarLength))
        {
            json.WriteStartArray();
            json.WriteStringValue(moment.Name);
            json.WriteNumberValue(BarAt(report, moment.AtUtc - report.Market.BarLength));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteActions(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartArray("actions");
        foreach (ReportAction action in report.Actions)
        {
            json.WriteStartArray();
            json.WriteNumberValue(BarAt(report, action.TimeUtc));
            json.WriteNumberValue(UnixSeconds(action.TimeUtc));
            json.WriteStringValue(action.Text);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Index of the last bar that opened by a time; 0 before the first.</summary>
    private static int BarAt(ReplayReport report, DateTime timeUtc)
    {
        int bar = 0;
        while (bar + 1 < report.Bars.Count && report.Bars[bar + 1].Bar.TimeUtc <= timeUtc)
        {
            bar++;
        }

        return bar;
    }

    // Edges come from cells of the map; seven digits are more than they mean.
    private static double Significant(double price)
    {
        int decimals = Math.Clamp(6 - (int)Math.Floor(Math.Log10(price)), 0, 12);
        return Math.Round(price, decimals);
    }

    private static long UnixSeconds(DateTime timeUtc) => (long)(timeUtc - DateTime.UnixEpoch).TotalSeconds;
}
