namespace cAlgo.API;

public class GridLength
{
    internal GridLength(double value, GridUnitType unitType)
    {
        Value = value;
        UnitType = unitType;
    }

    public double Value { get; }

    public GridUnitType UnitType { get; }

    internal static GridLength Auto { get; } = new(0, GridUnitType.Auto);

    internal static GridLength OneStar { get; } = new(1, GridUnitType.Star);
}
