using System.Globalization;
using System.Text;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Workbench.Replay;

/// <summary>Writes a summary as one page.</summary>
internal static class ReplaySummaryText
{
    private const int MostClusters = 10;

    internal static string Write(ReplaySummary summary)
    {
        StringBuilder text = new();
        Line(text, $"{summary.Market}: {summary.Bars} bars, {summary.FromUtc:yyyy-MM-dd HH:mm} to {summary.ToUtc:yyyy-MM-dd HH:mm} UTC");
        Line(text, $"last price {NumberText.Price(summary.Price, 2)}, open interest {NumberText.Money(summary.OpenInterestNotional ?? double.NaN)}");
        Line(text, $"positions of unknown entry {NumberText.Share(summary.SeededShare ?? double.NaN)} of the map (the recording began after them)");
        Line(text, $"imbalance within 5%: {Imbalance(summary.Imbalance)}");
        text.AppendLine();
        Counts(text, "long ", summary.LongClusters);
        Counts(text, "short", summary.ShortClusters);
        text.AppendLine();
        text.AppendLine("nearest clusters (open positions in the model, not what will be liquidated):");
        foreach (ClusterLine cluster in summary.Nearest.Take(MostClusters))
        {
            Line(text, $"  {cluster.Side,-5} {NumberText.SignedPercent(cluster.Distance),7}  {NumberText.Money(cluster.Notional),6}  {NumberText.Price(cluster.LowPrice, 2)} - {NumberText.Price(cluster.HighPrice, 2)}  {cluster.State}");
        }

        text.AppendLine();
        text.AppendLine("pictures:");
        foreach (string picture in summary.Pictures)
        {
            Line(text, $"  {picture}");
        }

        return text.ToString();
    }

    private static string Imbalance(double? imbalance) => imbalance switch
    {
        null => "n/a",
        < 0 => "longs below " + NumberText.Ratio(1 - imbalance.Value, 1 + imbalance.Value),
        _ => "shorts above " + NumberText.Ratio(1 + imbalance.Value, 1 - imbalance.Value),
    };

    private static void Counts(StringBuilder text, string side, ClusterCounts counts) => Line(
        text,
        $"clusters of {side} positions: {counts.Standing} standing; lately eaten: {counts.Accelerated} where price ran on, {counts.Absorbed} where it stayed, {counts.Consumed} undecided");

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
