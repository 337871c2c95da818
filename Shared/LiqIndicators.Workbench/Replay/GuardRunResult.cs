using LiqIndicators.Workbench.Report;

namespace LiqIndicators.Workbench.Replay;

/// <summary>What came of a run of the guard.</summary>
/// <param name="Mode">Whether it acted.</param>
/// <param name="LeverageBefore">Leverage that the account started with.</param>
/// <param name="EquityBefore">Equity at the start; deposit currency.</param>
/// <param name="EquityAfter">Equity at the end; deposit currency.</param>
/// <param name="Orders">Orders that the guard sent.</param>
/// <param name="StopOuts">How often the broker closed something because of the margin level.</param>
/// <param name="Log">What the guard said.</param>
/// <param name="Actions">Its orders, for the page of a replay.</param>
/// <param name="Picture">Path of the picture.</param>
internal sealed record GuardRunResult(
    string Mode,
    double LeverageBefore,
    double EquityBefore,
    double EquityAfter,
    int Orders,
    int StopOuts,
    IReadOnlyList<string> Log,
    IReadOnlyList<ReportAction> Actions,
    string Picture);
