namespace LiqIndicators.Analytics.Statistics;

/// <summary>Length of the run of numbers of one sign, the newest included.</summary>
public sealed class SignRun
{
    private int _sign;
    private int _length;

    /// <summary>The run after <see cref="Add"/> of the same number, signed; 0 for a number that is 0 or NaN. Changes nothing.</summary>
    public int Preview(double value)
    {
        int sign = SignOf(value);
        return sign == 0 ? 0 : sign * (sign == _sign ? _length + 1 : 1);
    }

    /// <summary>Adds a number; zero and NaN end a run.</summary>
    public void Add(double value)
    {
        int sign = SignOf(value);
        _length = sign != 0 && sign == _sign ? _length + 1 : Math.Abs(sign);
        _sign = sign;
    }

    private static int SignOf(double value) => value > 0 ? 1 : value < 0 ? -1 : 0;
}
