namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Class)]
public sealed class RobotAttribute : Attribute
{
    public RobotAttribute()
    {
    }

    public RobotAttribute(string name)
    {
        Name = name;
    }

    public string Name { get; }

    public string TimeZone { get; set; } = TimeZones.UTC;

    public AccessRights AccessRights { get; set; }

    public string DefaultSymbolName { get; set; }

    public string DefaultTimeFrame { get; set; }

    public string AdditionalInfoUrl { get; set; }

    public bool AddIndicators { get; set; }
}
