namespace LiqIndicators.Workbench.Tests.Scoring;

/// <summary>Tests that run whole scores: by themselves, for their garbage collections disturb tests that count allocations.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ScoreRuns
{
    public const string Name = "score runs";
}
