using System.Reflection;
using cAlgo.API.Hosting;

namespace cAlgo.API;

public partial class TimeFrame : IEquatable<TimeFrame>
{
    private static readonly Lazy<IReadOnlyList<TimeFrame>> All = new(ReadValues);

    private TimeFrame(string name, string shortName, TimeFrameUnit unit, int size, bool isHeikinAshi = false)
    {
        Name = name;
        ShortName = shortName;
        Unit = unit;
        Size = size;
        IsHeikinAshi = isHeikinAshi;
    }

    public string Name { get; }

    public string ShortName { get; }

    internal TimeFrameUnit Unit { get; }

    /// <summary>Count of units in one bar; pips for Renko and range bars.</summary>
    internal int Size { get; }

    internal bool IsHeikinAshi { get; }

    private (bool, TimeFrameUnit, int) Rank => (IsHeikinAshi, Unit, Size);

    public static bool operator ==(TimeFrame left, TimeFrame right) =>
        left is null ? right is null : left.Equals(right);

    public static bool operator !=(TimeFrame left, TimeFrame right) => !(left == right);

    public static bool operator >(TimeFrame left, TimeFrame right) => left.Rank.CompareTo(right.Rank) > 0;

    public static bool operator <(TimeFrame left, TimeFrame right) => left.Rank.CompareTo(right.Rank) < 0;

    public static bool operator >=(TimeFrame left, TimeFrame right) => left.Rank.CompareTo(right.Rank) >= 0;

    public static bool operator <=(TimeFrame left, TimeFrame right) => left.Rank.CompareTo(right.Rank) <= 0;

    public static TimeFrame Parse(string value) => TryParse(value, out TimeFrame timeFrame)
        ? timeFrame
        : throw new FormatException($"'{value}' is not a time frame; expected a name such as Minute5, Hour or Daily.");

    public static bool TryParse(string value, out TimeFrame timeFrame)
    {
        timeFrame = All.Value.FirstOrDefault(
            known => string.Equals(known.Name, value, StringComparison.OrdinalIgnoreCase)
                || string.Equals(known.ShortName, value, StringComparison.Ordinal));
        return timeFrame is not null;
    }

    public bool Equals(TimeFrame other) => other is not null && Name == other.Name;

    public override bool Equals(object obj) => Equals(obj as TimeFrame);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => Name;

    private static TimeFrame[] ReadValues() => typeof(TimeFrame)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (TimeFrame)field.GetValue(null))
        .ToArray();
}
