namespace LiqIndicators.Workbench.Scoring.Sim;

/// <summary>Scores over simulated markets.</summary>
/// <param name="Rule">Name of the scored map.</param>
/// <param name="PerSeed">The scored map, seed by seed.</param>
/// <param name="Median">Median of the scored map over seeds.</param>
/// <param name="Ablations">The model with parts taken out.</param>
/// <param name="Baselines">Simpler rules.</param>
internal sealed record SimScoreReport(
    string Rule,
    IReadOnlyList<SeedFigures> PerSeed,
    BookScore Median,
    IReadOnlyList<ComparedRule> Ablations,
    IReadOnlyList<ComparedRule> Baselines);

/// <summary>One simulated market.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Snapshots">Comparisons with the truth.</param>
/// <param name="Score">Median over them.</param>
internal sealed record SeedFigures(int Seed, int Snapshots, BookScore Score);

/// <summary>A rule beside the scored map.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Median">Its median over seeds.</param>
/// <param name="SpearmanWins">Seeds on which the scored map has the higher rank correlation.</param>
/// <param name="EarthMoverWins">Seeds on which the scored map is nearer to the truth.</param>
internal sealed record ComparedRule(string Name, BookScore Median, int SpearmanWins, int EarthMoverWins);
