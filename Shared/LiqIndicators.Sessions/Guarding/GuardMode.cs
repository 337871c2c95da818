namespace LiqIndicators.Sessions.Guarding;

/// <summary>Whether a guard acts or only says what it would do.</summary>
public enum GuardMode
{
    /// <summary>Says what it would do; sends no order.</summary>
    Monitor,

    /// <summary>Acts; on a live account only after a second confirmation.</summary>
    Armed,
}
