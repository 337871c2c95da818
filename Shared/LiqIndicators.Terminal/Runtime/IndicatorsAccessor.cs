using cAlgo.API;
using cAlgo.API.Indicators;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Standard;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Makes nested indicators: each has its own instance, which calculates when its outputs are read.</summary>
internal sealed class IndicatorsAccessor : IIndicatorsAccessor
{
    private readonly AlgoHost _parent;

    internal IndicatorsAccessor(AlgoHost parent)
    {
        _parent = parent;
    }

    public TIndicator GetIndicator<TIndicator>(params object[] parameterValues)
        where TIndicator : Indicator =>
        GetIndicator<TIndicator>(_parent.BarsSeries, parameterValues);

    public TIndicator GetIndicator<TIndicator>(Bars bars, params object[] parameterValues)
        where TIndicator : Indicator
    {
        AlgoHost host = new(_parent.Root, _parent.Services, (BarsSeries)bars) { Area = _parent.Area };
        TIndicator indicator = null!;
        host.Enter(() => indicator = Activator.CreateInstance<TIndicator>());
        Start(indicator, host, ParameterBinder.ByPosition(typeof(TIndicator), parameterValues));
        return indicator;
    }

    public MovingAverage MovingAverage(DataSeries source, int periods, MovingAverageType maType) =>
        Standard(new StandardMovingAverage(source, periods, maType), source);

    public SimpleMovingAverage SimpleMovingAverage(DataSeries source, int periods) =>
        Standard(new StandardMovingAverage(source, periods, MovingAverageType.Simple), source);

    public ExponentialMovingAverage ExponentialMovingAverage(DataSeries source, int periods) =>
        Standard(new StandardMovingAverage(source, periods, MovingAverageType.Exponential), source);

    public WeightedMovingAverage WeightedMovingAverage(DataSeries source, int periods) =>
        Standard(new StandardMovingAverage(source, periods, MovingAverageType.Weighted), source);

    public StandardDeviation StandardDeviation(DataSeries source, int periods, MovingAverageType maType) =>
        Standard(new StandardDeviationIndicator(source, periods, maType), source);

    public BollingerBands BollingerBands(
        DataSeries source, int periods, double standardDeviations, MovingAverageType maType) =>
        Standard(new StandardBollingerBands(source, periods, standardDeviations, maType), source);

    public RelativeStrengthIndex RelativeStrengthIndex(DataSeries source, int periods) =>
        Standard(new StandardRelativeStrengthIndex(source, periods), source);

    public TrueRange TrueRange() => TrueRange(_parent.BarsSeries);

    public TrueRange TrueRange(Bars bars) => Standard(new StandardTrueRange(), (BarsSeries)bars);

    public AverageTrueRange AverageTrueRange(int periods, MovingAverageType maType) =>
        AverageTrueRange(_parent.BarsSeries, periods, maType);

    public AverageTrueRange AverageTrueRange(Bars bars, int periods, MovingAverageType maType) =>
        Standard(new StandardAverageTrueRange(periods, maType), (BarsSeries)bars);

    private T Standard<T>(T indicator, DataSeries source)
        where T : Indicator =>
        Standard(indicator, source switch
        {
            OutputSeries output => output.Bars,
            PriceSeries prices => prices.Bars,
            _ => _parent.BarsSeries,
        });

    private T Standard<T>(T indicator, BarsSeries bars)
        where T : Indicator
    {
        AlgoHost host = new(_parent.Root, _parent.Services, bars) { Area = _parent.Area };
        Start(indicator, host, new Dictionary<string, object?>());
        return indicator;
    }

    private static void Start(Indicator indicator, AlgoHost host, IReadOnlyDictionary<string, object?> parameters)
    {
        host.Serve(indicator);
        ParameterBinder.Bind(indicator, parameters, host.BarsSeries);
        host.Node = new CalculationNode(host, indicator, host.BarsSeries, isPulled: true);
        OutputBinder.Bind(indicator, host.Node);
        host.Run(nameof(Indicator.Initialize), indicator.Initialize);
        host.Services.AtEnd(() => host.Run(nameof(Indicator.OnDestroy), indicator.OnDestroy));
    }
}
