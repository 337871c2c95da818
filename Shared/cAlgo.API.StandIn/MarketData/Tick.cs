using System.Globalization;

namespace cAlgo.API;

public readonly struct Tick : IEquatable<Tick>
{
    internal Tick(DateTime time, double bid, double ask)
    {
        Time = time;
        Bid = bid;
        Ask = ask;
    }

    public DateTime Time { get; }

    public double Bid { get; }

    public double Ask { get; }

    public static bool operator ==(Tick left, Tick right) => left.Equals(right);

    public static bool operator !=(Tick left, Tick right) => !left.Equals(right);

    public bool Equals(Tick other) => Time == other.Time && Bid.Equals(other.Bid) && Ask.Equals(other.Ask);

    public override bool Equals(object obj) => obj is Tick other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Time, Bid, Ask);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time:u} bid {Bid} ask {Ask}");
}
