using System.Reflection;
using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>What a chart shows of an indicator besides its drawings.</summary>
/// <param name="Title">Its name.</param>
/// <param name="IsOverlay">Whether it lies over the candles.</param>
/// <param name="Outputs">Its lines, in the order they are declared.</param>
/// <param name="Levels">Values marked by a line of their own.</param>
/// <param name="Clouds">Fills between two of its lines.</param>
/// <param name="Digits">Digits after the point of its scale, or null when it did not say.</param>
/// <param name="IsPercentage">Whether its values are percents.</param>
public sealed record ChartedIndicator(
    string Title,
    bool IsOverlay,
    IReadOnlyList<ChartedOutput> Outputs,
    IReadOnlyList<double> Levels,
    IReadOnlyList<ChartedCloud> Clouds,
    int? Digits,
    bool IsPercentage)
{
    /// <summary>Reads it from the attributes and outputs of an initialised indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="title">Its name, or null to take that of its attribute or type.</param>
    /// <exception cref="ArgumentException">Its type has no <see cref="IndicatorAttribute"/>, or a cloud names no output.</exception>
    public static ChartedIndicator Of(Indicator indicator, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        Type type = indicator.GetType();
        IndicatorAttribute attribute = type.GetCustomAttribute<IndicatorAttribute>()
            ?? throw new ArgumentException($"{type.Name} has no Indicator attribute.", nameof(indicator));
        ChartedOutput[] outputs =
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               let output = property.GetCustomAttribute<OutputAttribute>()
               where output is not null && property.GetValue(indicator) is IndicatorDataSeries
               orderby property.MetadataToken
               select new ChartedOutput(
                   output.Name, (IndicatorDataSeries)property.GetValue(indicator)!, LineOf(property, indicator, output), output.IsLastValueVisibleInTitle),
        ];
        return new ChartedIndicator(
            title ?? attribute.Name ?? type.Name,
            attribute.IsOverlay,
            outputs,
            type.GetCustomAttribute<LevelsAttribute>()?.Levels ?? [],
            [.. type.GetCustomAttributes<CloudAttribute>().Select(cloud => CloudOf(cloud, outputs, type))],
            attribute.ScalePrecision == IndicatorAttribute.UnspecifiedScalePrecision ? null : Math.Clamp(attribute.ScalePrecision, 0, 10),
            attribute.IsPercentage);
    }

    private static IndicatorLine LineOf(PropertyInfo property, Indicator indicator, OutputAttribute output) =>
        ((IndicatorDataSeries)property.GetValue(indicator)!).Line ?? new DeclaredLine(output);

    private static ChartedCloud CloudOf(CloudAttribute cloud, ChartedOutput[] outputs, Type type)
    {
        ChartedOutput Find(string name) => Array.Find(outputs, output => output.Name == name)
            ?? throw new ArgumentException($"A cloud of {type.Name} names the output '{name}', which does not exist.");
        ChartedOutput first = Find(cloud.FirstLineName);
        ChartedOutput second = Find(cloud.SecondLineName);
        Color firstColor = cloud.FirstColor is null ? first.Line.Color : cloud.FirstColor;
        Color secondColor = cloud.SecondColor is null ? second.Line.Color : cloud.SecondColor;
        return new ChartedCloud(first, second, firstColor, secondColor, cloud.Opacity);
    }

    /// <summary>The line as its attribute declares it, for a series that has none of its own.</summary>
    private sealed class DeclaredLine(OutputAttribute output) : IndicatorLine
    {
        public string Name => output.Name;

        public LineStyle LineStyle { get; set; } = output.LineStyle;

        public Color Color { get; set; } = output.LineColor is null ? Color.Green : output.LineColor;

        public float Thickness { get; set; } = output.Thickness;

        public bool IsVisible { get; set; } = true;

        public PlotType PlotType => output.PlotType;

        public bool StickToBottom { get; set; }
    }
}
