using System.Reflection;
using cAlgo.API;
using LiqIndicators.Terminal.Series;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Gives the properties marked as outputs their series.</summary>
internal static class OutputBinder
{
    internal static Dictionary<string, IndicatorDataSeries> Bind(Indicator indicator, CalculationNode node)
    {
        Dictionary<string, IndicatorDataSeries> outputs = [];
        foreach (PropertyInfo property in ParameterBinder.MarkedProperties<OutputAttribute>(indicator.GetType()))
        {
            OutputAttribute attribute = property.GetCustomAttribute<OutputAttribute>()!;
            OutputSeries series = node.CreateSeries(new OutputLine(attribute));
            property.SetValue(indicator, series);
            outputs.Add(attribute.Name, series);
        }

        return outputs;
    }
}
