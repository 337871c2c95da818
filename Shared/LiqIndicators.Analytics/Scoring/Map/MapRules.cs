using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Scoring.Map.Rules;

namespace LiqIndicators.Analytics.Scoring.Map;

/// <summary>The rules that a map has to beat, fresh and without bars.</summary>
public static class MapRules
{
    /// <summary>Name of the rule that an improvement is measured against.</summary>
    public const string Conserving = "conserving";

    /// <summary>Name of the rule that knows the distance and nothing else.</summary>
    public const string DistanceOnly = "distance only";

    private const double CellLogWidth = 0.001;

    /// <summary>All baselines, from the simplest on.</summary>
    /// <param name="countsWholeCells">
    /// Whether <see cref="Conserving"/> counts the cells at the ends whole, as its published figures do; with false it can
    /// be asked about ranges narrower than a few cells.
    /// </param>
    public static IReadOnlyList<IMapRule> Baselines(bool countsWholeCells = true) => new IMapRule[]
    {
        new StaticProfileRule(DistanceOnly, Profiles.LogNormal, followsOpenInterest: false),
        new StaticProfileRule("uniform", Profiles.Uniform),
        new ProfileRule("time at price", weighsByVolume: false),
        new ProfileRule("volume profile", weighsByVolume: true),
        new StaticProfileRule("static open interest x tiers", EntryLevels.Textbook(0.004).ShareBetween),
        new VolumeSpikeRule(),
        new AverageRangeRule(),
        new EntryLevelsRule("textbook", EntryLevels.Textbook(0.004), restruckPerHour: 0, emptiesLast: true),
        new EntryLevelsRule("log-normal", EntryLevels.LogNormal(0.04, 1, 40), restruckPerHour: 0.01, emptiesLast: false),
        ConservingRule(Conserving, 0.04, 0.01, countsWholeCells),
        ConservingRule("conserving 6%, 2%", 0.06, 0.02, countsWholeCells),
    };

    /// <summary>
    /// The simple mass-conserving rule: crossed cells emptied, a share re-struck per hour, the rest up to the open interest
    /// placed around (high + low + close) / 3 by a log-normal of log distance over 1,600 cells of 0.1%.
    /// </summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="median">Median log distance of the kernel; in (0, 1).</param>
    /// <param name="turnoverPerHour">Share re-struck per bar; in [0, 1).</param>
    /// <param name="countsWholeCells">See <see cref="Baselines"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or outside its range.</exception>
    public static LiquidationMapRule ConservingRule(string name, double median, double turnoverPerHour, bool countsWholeCells) => new(
        name,
        new LiquidationMap(
            LeverageKernels.LogNormalCells(median, 1, CellLogWidth, 1600), LiquidationMapOptions.Conserving(turnoverPerHour)),
        countsWholeCells);

    /// <summary>The model, written plainly and whole, then with one part after the other taken out.</summary>
    public static IReadOnlyList<IMapRule> Ablations() => new IMapRule[]
    {
        new PlainModelRule("whole model, written plainly", new ModelParts()),
        new PlainModelRule("no consumption", new ModelParts { ConsumesCrossed = false }),
        new PlainModelRule("one-sided open interest", new ModelParts { OpensBothSides = false }),
        new PlainModelRule("no re-striking", new ModelParts { TurnoverPerHour = 0 }),
        new PlainModelRule("constant turnover", new ModelParts { TurnoverFollowsPath = false, TurnoverFollowsActivity = false }),
        new PlainModelRule("one entry price", new ModelParts { EntersAtTurningPoints = false }),
        new PlainModelRule("wrong kernel: textbook", new ModelParts { Kernel = CellKernels.Textbook() }),
        new PlainModelRule("wrong kernel: 4%, 1.0", new ModelParts { Kernel = CellKernels.LogNormal(0.04, 1) }),
    };

    /// <summary>The map this product shows: the one place that says which it is.</summary>
    /// <param name="book">The map in another form, such as under another kernel; without bars; null for the one shown.</param>
    /// <returns>A rule without bars; one that is an <see cref="ICalibratedMapRule"/> is scored for its scale and range too.</returns>
    public static IMapRule Ours(ILiquidationBook? book = null) => new LiquidationForecastRule(
        "ours", new LiquidationForecast(book ?? LiquidationModel.CreateMap(TimeSpan.FromHours(1)), TimeSpan.FromHours(1)));
}
