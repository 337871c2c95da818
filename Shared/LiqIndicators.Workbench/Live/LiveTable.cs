using Spectre.Console;

namespace LiqIndicators.Workbench.Live;

/// <summary>A page on a terminal that each picture takes the place of.</summary>
internal static class LiveTable
{
    /// <summary>What stands there before the first picture.</summary>
    internal const string Waiting = "waiting for market data";

    /// <summary>Shows pictures until whatever makes them ends.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="follow">Makes the pictures and hands each to its argument.</param>
    internal static void Show(IAnsiConsole console, Action<Action<LivePicture>> follow) =>
        console.Live(new Text(Waiting)).Start(context =>
        {
            context.Refresh();
            follow(picture => context.UpdateTarget(LivePage.Of(picture)));
        });
}
