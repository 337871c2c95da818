using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>What becomes of one request of an algo on its way to the broker and back.</summary>
public sealed record OrderFate
{
    /// <summary>It arrives at once, and the broker's true answer comes back at once.</summary>
    public static readonly OrderFate Plain = new();

    /// <summary>The error told to the algo, whatever the broker does; null for the broker's true answer.</summary>
    public ErrorCode? Error { get; init; }

    /// <summary>Share of the volume that is filled, down to the next step; 0 when the request never arrives; in [0, 1].</summary>
    public double FillShare { get; init; } = 1;

    /// <summary>Time until it is filled.</summary>
    public TimeSpan FillAfter { get; init; }

    /// <summary>Time until the algo hears of it. A blocking call takes as long.</summary>
    public TimeSpan ReplyAfter { get; init; }

    /// <summary>Whether the algo ever hears of it; a blocking call then ends as a timeout.</summary>
    public bool IsAnswered { get; init; } = true;

    /// <summary>Refused with an error, and nothing is done.</summary>
    public static OrderFate Refused(ErrorCode error) => new() { Error = error, FillShare = 0 };
}
