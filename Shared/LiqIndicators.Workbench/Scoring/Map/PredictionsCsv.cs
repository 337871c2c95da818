using System.Globalization;
using System.Text;
using LiqIndicators.Analytics.Scoring.Map;
using LiqIndicators.Workbench.Recordings;

namespace LiqIndicators.Workbench.Scoring.Map;

/// <summary>The map's raw prediction of every hour as a table anyone can score.</summary>
internal static class PredictionsCsv
{
    internal const string Header = "time_utc,long_usd,short_usd";

    /// <summary>Writes all hours, warm-up included; an existing file is replaced.</summary>
    internal static void Write(string path, IEnumerable<HourPrediction> predictions)
    {
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (HourPrediction prediction in predictions)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{prediction.TimeUtc.ToString(MarketCsv.TimeFormat, CultureInfo.InvariantCulture)},{prediction.LongNotional:R},{prediction.ShortNotional:R}"));
        }
    }
}
