namespace LiqIndicators.Simulation.Margin;

/// <summary>Margin rules of the simulated venue: brackets by notional, each with a higher maintenance rate.</summary>
internal sealed class MarginTierTable
{
    private readonly MarginTier[] _tiers;

    private MarginTierTable(MarginTier[] tiers) => _tiers = tiers;

    /// <summary>Builds brackets shaped like those of a large venue.</summary>
    /// <param name="rateScale">Multiplies every maintenance rate; 1 gives 0.4% in the lowest bracket.</param>
    /// <param name="floorScale">Multiplies every notional at which a bracket begins.</param>
    public static MarginTierTable Build(double rateScale, double floorScale)
    {
        ReadOnlySpan<double> floors = [0, 50e3, 250e3, 1e6, 10e6, 20e6, 50e6];
        ReadOnlySpan<double> rates = [0.004, 0.005, 0.010, 0.025, 0.05, 0.10, 0.125];
        ReadOnlySpan<double> leverages = [125, 100, 50, 20, 10, 5, 4];
        MarginTier[] tiers = new MarginTier[floors.Length];
        double deduction = 0;
        for (int i = 0; i < tiers.Length; i++)
        {
            double floor = floors[i] * floorScale;
            double rate = rates[i] * rateScale;
            deduction += i == 0 ? 0 : floor * (rate - tiers[i - 1].MaintenanceMarginRate);
            tiers[i] = new MarginTier(floor, rate, deduction, leverages[i]);
        }

        return new MarginTierTable(tiers);
    }

    /// <summary>Number of brackets.</summary>
    public int Count => _tiers.Length;

    /// <summary>Bracket by its number, from the lowest.</summary>
    public MarginTier this[int index] => _tiers[index];

    /// <summary>Maintenance margin of a position; quote currency.</summary>
    /// <param name="notional">At the price asked about; quote currency.</param>
    public double MaintenanceMargin(double notional)
    {
        MarginTier tier = _tiers[IndexOf(notional)];
        return (tier.MaintenanceMarginRate * notional) - tier.MaintenanceDeduction;
    }

    /// <summary>Largest notional that may be opened at a leverage; quote currency, infinite in the last bracket.</summary>
    public double LargestNotional(double leverage)
    {
        int i = _tiers.Length - 1;
        while (i > 0 && _tiers[i].MaximumLeverage < leverage)
        {
            i--;
        }

        return i == _tiers.Length - 1 ? double.PositiveInfinity : _tiers[i + 1].NotionalFloor;
    }

    /// <summary>Number of the bracket that holds a notional.</summary>
    public int IndexOf(double notional)
    {
        int i = _tiers.Length - 1;
        while (i > 0 && notional < _tiers[i].NotionalFloor)
        {
            i--;
        }

        return i;
    }
}
