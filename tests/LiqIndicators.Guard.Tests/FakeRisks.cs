using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Guard.Tests;

/// <summary>Cascade risks as a test wants them.</summary>
internal sealed class FakeRisks : ICascadeRiskPort
{
    private readonly SortedDictionary<(string Symbol, PositionSide Side), double> _risks = [];

    /// <summary>Age of all risks at every look; seconds.</summary>
    internal double AgeSeconds { get; set; }

    internal void Set(string symbol, PositionSide side, double risk) => _risks[(symbol, side)] = risk;

    public void Read(GuardSnapshot snapshot)
    {
        foreach (((string symbol, PositionSide side), double risk) in _risks)
        {
            snapshot.Risks.Add(new CascadeRisk(symbol, side, risk, snapshot.TimeUtc.AddSeconds(-AgeSeconds), 1));
        }
    }
}
