namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    public OutputAttribute(string lineName)
    {
        Name = lineName;
    }

    public string Name { get; }

    public string LineColor { get; set; }

    public LineStyle LineStyle { get; set; }

    public float Thickness { get; set; } = 1;

    public PlotType PlotType { get; set; }

    public bool IsColorCustomizable { get; set; } = true;

    public bool IsLastValueVisibleInTitle { get; set; } = true;
}
