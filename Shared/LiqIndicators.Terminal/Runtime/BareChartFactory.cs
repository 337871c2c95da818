using System.Reflection;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Charts that know what they show and refuse everything else by name.</summary>
internal sealed class BareChartFactory : IChartFactory
{
    public ITerminalChart Create(ChartRequest request) => new BareChart(request);

    private sealed class BareChart : ITerminalChart
    {
        private readonly Face _face;

        internal BareChart(ChartRequest request)
        {
            Chart = DispatchProxy.Create<Chart, Face>();
            _face = (Face)(object)Chart;
            Show(request.Bars, request.Symbol);
        }

        public Chart Chart { get; }

        public void Show(BarsSeries bars, Symbol symbol)
        {
            _face.Bars = bars;
            _face.Symbol = symbol;
        }

        public IndicatorArea AddIndicatorArea(RunningAlgo algo) => DispatchProxy.Create<IndicatorArea, Face>();

        public void Remove(AlgoHost host)
        {
        }

        public void OnBarsChanged()
        {
        }

        public void OnColorThemeChanged(ColorTheme theme)
        {
        }
    }

#pragma warning disable CA1852 // DispatchProxy derives from it.
    private class Face : DispatchProxy
#pragma warning restore CA1852
    {
        internal BarsSeries? Bars { get; set; }

        internal Symbol? Symbol { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            "get_Bars" => Bars,
            "get_Symbol" => Symbol,
            "get_SymbolName" => Symbol?.Name,
            "get_TimeFrame" => Bars?.TimeFrame,
            "get_BarsTotal" => Bars?.Count ?? 0,
            _ => throw new NotSupportedException($"The bare chart has no {targetMethod?.Name}."),
        };
    }
}
