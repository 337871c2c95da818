namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>Covers missing bars with the fewest pages, newest first.</summary>
internal static class GapPlan
{
    /// <summary>Pages that together hold every missing bar.</summary>
    /// <remarks>
    /// Greedy from the newest: a page starts at the newest bar not yet covered and reaches back as far as one answer can. No plan
    /// has fewer pages, because the newest uncovered bar needs a page in any plan, and none reaches back further.
    /// </remarks>
    /// <param name="first">Oldest bar wanted.</param>
    /// <param name="last">Newest bar wanted.</param>
    /// <param name="maximumRows">Most rows of a page.</param>
    /// <param name="newestReserve">Rows to leave free on the page that reaches the newest bar, as for the bar that is forming.</param>
    /// <param name="isMissing">Whether a bar is wanted and not there.</param>
    public static IReadOnlyList<(long First, long Last)> Pages(
        long first, long last, int maximumRows, int newestReserve, Func<long, bool> isMissing)
    {
        List<(long, long)> pages = new();
        long number = last;
        while (number >= first)
        {
            if (!isMissing(number))
            {
                number--;
                continue;
            }

            long reach = Math.Max(first, number - (number == last ? maximumRows - newestReserve : maximumRows) + 1);
            long oldest = reach;
            while (!isMissing(oldest))
            {
                oldest++;
            }

            pages.Add((oldest, number));
            number = reach - 1;
        }

        return pages;
    }
}
