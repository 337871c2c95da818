namespace cAlgo.API;

public static class TimeZones
{
    public const string UTC = "UTC";
}
