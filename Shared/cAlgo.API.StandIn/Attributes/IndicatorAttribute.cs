namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Class)]
public sealed class IndicatorAttribute : Attribute
{
    public const int UnspecifiedScalePrecision = int.MaxValue;

    public IndicatorAttribute()
    {
    }

    public IndicatorAttribute(string name)
    {
        Name = name;
    }

    public string Name { get; }

    public bool IsOverlay { get; set; }

    public bool AutoRescale { get; set; } = true;

    public bool IsPercentage { get; set; }

    public int ScalePrecision { get; set; } = UnspecifiedScalePrecision;

    public string TimeZone { get; set; } = TimeZones.UTC;

    public AccessRights AccessRights { get; set; }

    public string AdditionalInfoUrl { get; set; }
}
