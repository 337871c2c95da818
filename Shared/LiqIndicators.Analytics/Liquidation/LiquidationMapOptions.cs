namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Choices of a <see cref="LiquidationMap"/>; immutable, checked once by the map.</summary>
/// <remarks>
/// The defaults take one entry price per bar and an even turnover, which is the cheapest. <see cref="Calibrated"/> explains
/// realised liquidations better at about twice the cost per bar.
/// </remarks>
public sealed record LiquidationMapOptions
{
    /// <summary>Height of a cell in log price; in [0.00001, 0.1]; 0.001 by default, about 0.1%.</summary>
    public double CellLogWidth { get; init; } = 0.001;

    /// <summary>
    /// Cells kept per side; in [64, 32,768]; 8,192 by default. A side reaches at least half of them beyond the price
    /// (4,096 cells of 0.1%: a fall of 98%); what lies farther counts as off-grid.
    /// </summary>
    public int CellsPerSide { get; init; } = 8192;

    /// <summary>
    /// Lower edge of cell 0; quote currency per base unit; &gt; 0, or NaN (default) to lay cell 0 around the deposit
    /// price of the first bar, which makes results independent of the unit of price.
    /// </summary>
    public double AnchorPrice { get; init; } = double.NaN;

    /// <summary>
    /// Positions within a cell that the kernel is rounded to; in [1, 64]; 16 by default, a rounding of at most 1/32 cell.
    /// With 1 every entry counts as the middle of its cell.
    /// </summary>
    public int EntryPhases { get; init; } = 16;

    /// <summary>
    /// Share of the open mass that is closed and opened again at current prices per bar; in [0, 1); 0.01 by default.
    /// A bar whose open interest falls by more than this closes only what it lost. With
    /// <see cref="TurnoverRule.FavourablePath"/> this is the share of the side that price ran for in a bar of usual activity.
    /// See <see cref="SharePerBar"/>.
    /// </summary>
    public double TurnoverPerBar { get; init; } = 0.01;

    /// <summary>How turnover is shared between the sides; <see cref="TurnoverRule.Even"/> by default.</summary>
    public TurnoverRule TurnoverRule { get; init; }

    /// <summary>
    /// Half-life, in bars, of the usual volume and range that <see cref="TurnoverRule.FavourablePath"/> measures activity
    /// against: means over past bars; in [1, 1,000,000]; 720 by default.
    /// </summary>
    public double UsualHalfLifeBars { get; init; } = 720;

    /// <summary>
    /// Gain of open interest in an hour, over itself, above which it is not read as new positions but as positions that came
    /// into view; it grows with the root of the hours between two bars; &gt; 0; positive infinity by default: never.
    /// </summary>
    public double LargestGainPerHour { get; init; } = double.PositiveInfinity;

    /// <summary>The price that stands for the entries of a bar; <see cref="DepositPrice.Typical"/> by default.</summary>
    public DepositPrice DepositPrice { get; init; } = DepositPrice.Typical;

    /// <summary>What becomes of entries already crossed; <see cref="CrossedDeposit.BeyondClose"/> by default.</summary>
    public CrossedDeposit CrossedDeposit { get; init; } = CrossedDeposit.BeyondClose;

    /// <summary>What a bar takes of the cell its extreme lies in; <see cref="CrossedCell.Part"/> by default.</summary>
    public CrossedCell CrossedCell { get; init; } = CrossedCell.Part;

    /// <summary>
    /// The choices that explain realised liquidations best of those tried: entries at low, high and close; what the bar
    /// crossed after an entry's price counts, what it crossed before does not; turnover with activity, most of it along the path that favours the side.
    /// Meant for <see cref="LeverageKernels.Wide"/>; see <see cref="LiquidationModel"/>.
    /// </summary>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <param name="turnoverPerHour">Rate of turnover per hour of usual activity; in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LiquidationMapOptions Calibrated(TimeSpan barLength, double turnoverPerHour) => new()
    {
        EntryPhases = 1,
        TurnoverPerBar = 1 - Math.Exp(-Guard.InRange(turnoverPerHour, 0, 1) * Guard.Positive(barLength.TotalHours, nameof(barLength))),
        TurnoverRule = TurnoverRule.FavourablePath,
        UsualHalfLifeBars = Math.Clamp(720 / barLength.TotalHours, 1, 1_000_000),
        LargestGainPerHour = 0.25,
        DepositPrice = DepositPrice.LowHighClose,
        CrossedDeposit = CrossedDeposit.BeyondClose,
        CrossedCell = CrossedCell.Part,
    };

    /// <summary>
    /// The published mass-conserving rule: the whole kernel at the typical price, on a grid aligned to a price of 1. Meant
    /// for <see cref="LeverageKernels.LogNormalCells"/> with a median of 4%, a sigma of 1 and 1,600 cells.
    /// </summary>
    /// <param name="turnoverPerBar">Share re-struck per bar; in [0, 1); 0.01 per hour as published.</param>
    public static LiquidationMapOptions Conserving(double turnoverPerBar) => new()
    {
        AnchorPrice = 1,
        EntryPhases = 1,
        TurnoverPerBar = turnoverPerBar,
        CrossedDeposit = CrossedDeposit.WholeKernel,
        CrossedCell = CrossedCell.Whole,
    };

    /// <summary>Turnover of a bar of any length from the turnover of one hour.</summary>
    /// <remarks><c>1 - (1 - s)^hours</c>: what is left decays at the same rate in any bar length.</remarks>
    /// <param name="turnoverPerHour">Share closed and opened again per hour, <c>s</c>; in [0, 1).</param>
    /// <param name="barLength">Length of a bar; above zero.</param>
    /// <returns>Fraction in [0, 1), for <see cref="TurnoverPerBar"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static double SharePerBar(double turnoverPerHour, TimeSpan barLength)
    {
        Guard.InRange(turnoverPerHour, 0, 1 - 1e-9);
        Guard.Positive(barLength.TotalHours, nameof(barLength));
        return 1 - Math.Pow(1 - turnoverPerHour, barLength.TotalHours);
    }

    /// <summary>Returns these options, checked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public LiquidationMapOptions Checked()
    {
        Guard.InRange(CellLogWidth, 0.00001, 0.1);
        Guard.InRange(CellsPerSide, 64, 32_768);
        Guard.InRange(EntryPhases, 1, 64);
        Guard.InRange(TurnoverPerBar, 0, 1 - 1e-9);
        Guard.InRange((int)TurnoverRule, 0, (int)TurnoverRule.FavourablePath, nameof(TurnoverRule));
        Guard.InRange(UsualHalfLifeBars, 1, 1_000_000);
        Guard.InRange(LargestGainPerHour, double.Epsilon, double.PositiveInfinity);
        Guard.InRange((int)DepositPrice, 0, (int)DepositPrice.LowHighClose, nameof(DepositPrice));
        Guard.InRange((int)CrossedCell, 0, (int)CrossedCell.Part, nameof(CrossedCell));
        Guard.InRange((int)CrossedDeposit, 0, (int)CrossedDeposit.WholeKernel, nameof(CrossedDeposit));
        if (!double.IsNaN(AnchorPrice))
        {
            Guard.Positive(AnchorPrice);
        }

        return this;
    }
}
