using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Bands;

/// <summary>Draws the remembered map with few rectangles: exact in time, fine in price where the map differs from row to row, coarse where it does not.</summary>
/// <remarks>
/// In a row, neighbours in time that look the same are one rectangle, so no rectangle shows at a time what was only known later. Rows
/// begin as a few high ones over the prices in sight. The row whose halves differ most is cut in two, again and again, as long as all
/// rectangles fit in the room.
/// </remarks>
internal static class HeatTiling
{
    // High rows at first, so that every height of the chart has its share before details do.
    private const int LeastRows = 8;

    // Rows of this many fine ones say what the fullest is: a single fine row may be an accident of one bar.
    private const int FullestRows = 4;

    // A strength holds until the amount is this much beyond its step: amounts near a step would flicker from column to column.
    private const double StepSlack = 0.25;

    /// <summary>Fills the rectangles of both sides.</summary>
    /// <param name="cells">Cleared and filled, strongest first.</param>
    /// <param name="history">What is remembered.</param>
    /// <param name="lowPrice">Lowest price in sight; quote currency per base unit; &gt; 0.</param>
    /// <param name="highPrice">Highest price in sight; at least the lowest.</param>
    /// <param name="endUtc">Where the last column ends: the time the reader lives in; UTC.</param>
    /// <param name="room">Most rectangles; at least 1.</param>
    internal static void Fill(List<HeatCell> cells, HeatHistory history, double lowPrice, double highPrice, DateTime endUtc, int room)
    {
        cells.Clear();
        int low = history.RowOf(lowPrice);
        int high = history.RowOf(highPrice) + 1;
        double fullest = FullestOf(history, low, high);
        if (!(fullest > 0))
        {
            return;
        }

        List<Row> rows = Coarse(history, fullest, low, high, room);
        foreach (Row row in Refined(history, fullest, rows, room))
        {
            AddRuns(cells, history, fullest, row, endUtc);
        }

        cells.Sort(static (a, b) => Compare(b, a));
        if (cells.Count > room)
        {
            cells.RemoveRange(room, cells.Count - room);
        }
    }

    private static double FullestOf(HeatHistory history, int low, int high)
    {
        double fullest = 0;
        for (int column = 0; column < history.Count; column++)
        {
            for (int row = FloorTo(low, FullestRows); row < high; row += FullestRows)
            {
                fullest = Math.Max(fullest, history.MeanOf(PositionSide.Long, column, row, FullestRows));
                fullest = Math.Max(fullest, history.MeanOf(PositionSide.Short, column, row, FullestRows));
            }
        }

        return fullest;
    }

    /// <summary>The highest rows that cut what is in sight into enough parts, or higher ones while they would be too many rectangles.</summary>
    private static List<Row> Coarse(HeatHistory history, double fullest, int low, int high, int room)
    {
        int height = 1;
        while (2 * height * LeastRows <= high - low)
        {
            height *= 2;
        }

        while (true)
        {
            List<Row> rows = [];
            for (int first = FloorTo(low, height); first < high; first += height)
            {
                rows.Add(new Row(first, height, RunsOf(history, fullest, first, height)));
            }

            if (rows.Count <= 2 || rows.Sum(row => row.Runs) <= room)
            {
                return rows;
            }

            height *= 2;
        }
    }

    private static List<Row> Refined(HeatHistory history, double fullest, List<Row> rows, int room)
    {
        int used = rows.Sum(row => row.Runs);
        PriorityQueue<Row, double> open = new();
        List<Row> done = [];
        rows.ForEach(Consider);
        while (open.TryDequeue(out Row row, out _))
        {
            int half = row.Height / 2;
            Row lower = new(row.First, half, RunsOf(history, fullest, row.First, half));
            Row upper = new(row.First + half, half, RunsOf(history, fullest, row.First + half, half));
            int more = lower.Runs + upper.Runs - row.Runs;
            if (used + more > room)
            {
                done.Add(row);
                continue;
            }

            used += more;
            Consider(lower);
            Consider(upper);
        }

        return done;

        void Consider(Row row)
        {
            double difference = row.Height > 1 ? DifferenceOf(history, row) : 0;
            if (difference > 0)
            {
                open.Enqueue(row, -difference / row.Runs);
            }
            else
            {
                done.Add(row);
            }
        }
    }

    /// <summary>What is lost by drawing the halves of a row as one.</summary>
    private static double DifferenceOf(HeatHistory history, Row row)
    {
        int half = row.Height / 2;
        double sum = 0;
        for (int column = 0; column < history.Count; column++)
        {
            Add(PositionSide.Long, column);
            Add(PositionSide.Short, column);
        }

        return sum * half;

        void Add(PositionSide side, int column)
        {
            double difference = history.MeanOf(side, column, row.First, half) - history.MeanOf(side, column, row.First + half, half);
            sum += difference * difference;
        }
    }

    private static int RunsOf(HeatHistory history, double fullest, int first, int height) =>
        RunsOf(history, fullest, PositionSide.Long, first, height) + RunsOf(history, fullest, PositionSide.Short, first, height);

    private static int RunsOf(HeatHistory history, double fullest, PositionSide side, int first, int height)
    {
        int runs = 0;
        int strength = HeatCell.Nothing;
        for (int column = 0; column < history.Count; column++)
        {
            int next = Next(strength, history.MeanOf(side, column, first, height) / fullest);
            runs += next != strength && next != HeatCell.Nothing ? 1 : 0;
            strength = next;
        }

        return runs;
    }

    private static void AddRuns(List<HeatCell> cells, HeatHistory history, double fullest, Row row, DateTime endUtc)
    {
        double low = history.PriceOf(row.First);
        double high = history.PriceOf(row.First + row.Height);
        Add(PositionSide.Long);
        Add(PositionSide.Short);

        void Add(PositionSide side)
        {
            int strength = HeatCell.Nothing;
            DateTime startUtc = default;
            for (int column = 0; column < history.Count; column++)
            {
                int next = Next(strength, history.MeanOf(side, column, row.First, row.Height) / fullest);
                if (next != strength)
                {
                    End(history.StartOf(column));
                    startUtc = history.StartOf(column);
                    strength = next;
                }
            }

            End(endUtc > startUtc ? endUtc : startUtc);

            void End(DateTime atUtc)
            {
                if (strength != HeatCell.Nothing)
                {
                    cells.Add(new HeatCell(side, startUtc, atUtc, low, high, strength));
                }
            }
        }
    }

    /// <summary>Strength of a column, given the one before it.</summary>
    private static int Next(int before, double share)
    {
        int least = StrengthOf(share * (1 - StepSlack));
        int most = StrengthOf(share * (1 + StepSlack));
        return before >= least && before <= most ? before : StrengthOf(share);
    }

    private static int StrengthOf(double share) =>
        share >= BandSelection.FaintestShare ? BandSelection.StrengthOf(share) : HeatCell.Nothing;

    private static int FloorTo(int row, int height) => (int)Math.Floor(row / (double)height) * height;

    /// <summary>Stronger first, then longer, then later, then lower.</summary>
    private static int Compare(in HeatCell a, in HeatCell b)
    {
        int order = a.Strength.CompareTo(b.Strength);
        order = order != 0 ? order : (a.EndUtc - a.StartUtc).CompareTo(b.EndUtc - b.StartUtc);
        order = order != 0 ? order : a.EndUtc.CompareTo(b.EndUtc);
        return order != 0 ? order : b.LowPrice.CompareTo(a.LowPrice);
    }

    /// <summary>A row of the drawing.</summary>
    /// <param name="First">Its lowest fine row.</param>
    /// <param name="Height">Fine rows in it; a power of two.</param>
    /// <param name="Runs">Rectangles that it takes.</param>
    private readonly record struct Row(int First, int Height, int Runs);
}
