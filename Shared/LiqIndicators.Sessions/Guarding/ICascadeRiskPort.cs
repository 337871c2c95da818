using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Where the cascade risks come from.</summary>
public interface ICascadeRiskPort
{
    /// <summary>Adds the risks known now, each with the time and quality of its data; adds none when there are none.</summary>
    /// <param name="snapshot">Symbols and positions are filled in; only <see cref="GuardSnapshot.Risks"/> is to be written.</param>
    public void Read(GuardSnapshot snapshot);
}
