using LiqIndicators.Analytics.Scoring;

namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>How near an estimated book is to the true one.</summary>
/// <param name="Spearman">Rank correlation over the cells of both sides within 20% of price.</param>
/// <param name="EarthMover">Work in log price to turn one into the other, each side as a share of itself; mean of the sides.</param>
/// <param name="MassRatio5">Estimated over true mass within 5% of price, both sides.</param>
/// <param name="MassRatio10">Estimated over true mass within 10% of price, both sides.</param>
/// <param name="SideError10">Mean over the sides of the absolute log of estimated over true mass within 10% of price.</param>
/// <param name="Overlap10">Share of the ten heaviest true cells that are among the ten heaviest estimated ones; by chance 0.125.</param>
internal readonly record struct BookScore(
    double Spearman, double EarthMover, double MassRatio5, double MassRatio10, double SideError10, double Overlap10)
{
    private const int Heaviest = 10;

    /// <summary>Compares two books around one price.</summary>
    internal static BookScore Of(BookCells estimate, BookCells truth)
    {
        double[] estimated = [.. estimate.Longs, .. estimate.Shorts];
        double[] real = [.. truth.Longs, .. truth.Shorts];
        return new BookScore(
            Association.Spearman(estimated, real),
            (Association.EarthMoverDistance(estimate.Longs, truth.Longs, BookCells.CellLogWidth)
                + Association.EarthMoverDistance(estimate.Shorts, truth.Shorts, BookCells.CellLogWidth)) / 2,
            estimate.Within5.Sum() / truth.Within5.Sum(),
            estimate.Within10.Sum() / truth.Within10.Sum(),
            estimate.Within10.Zip(truth.Within10, (guess, real) => Math.Abs(Math.Log(guess / real))).Average(),
            (double)Top(estimated).Intersect(Top(real)).Count() / Heaviest);
    }

    /// <summary>Median of each figure by itself; NaN where a figure is never available.</summary>
    internal static BookScore Median(IReadOnlyList<BookScore> scores) => new(
        Median(scores, score => score.Spearman),
        Median(scores, score => score.EarthMover),
        Median(scores, score => score.MassRatio5),
        Median(scores, score => score.MassRatio10),
        Median(scores, score => score.SideError10),
        Median(scores, score => score.Overlap10));

    private static double Median(IReadOnlyList<BookScore> scores, Func<BookScore, double> figure)
    {
        double[] values = [.. scores.Select(figure).Where(value => !double.IsNaN(value)).Order()];
        return values.Length == 0
            ? double.NaN
            : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static IEnumerable<int> Top(double[] cells) =>
        Enumerable.Range(0, cells.Length).OrderByDescending(i => cells[i]).ThenBy(i => i).Take(Heaviest);
}
