namespace LiqIndicators.Analytics.Streaming;

/// <summary>An indicator fed one sample at a time, whose cost per sample does not depend on the history.</summary>
/// <remarks>
/// Closed bars are committed with <see cref="Update"/>, the forming bar is shown with <see cref="Preview"/>.
/// A reading never changes once samples follow it.
/// </remarks>
/// <typeparam name="TInput">One sample; its first member is its time.</typeparam>
/// <typeparam name="TOutput">One reading; its first member is the time of its sample.</typeparam>
public interface IStreamingIndicator<TInput, TOutput>
    where TInput : struct
    where TOutput : struct
{
    /// <summary>Samples it takes until the main reading is available; the readings before it are NaN.</summary>
    public int WarmUpSamples { get; }

    /// <summary>The reading that <see cref="Update"/> would give; changes nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sample is not later than the last committed one, or a number is outside its range.</exception>
    public TOutput Preview(in TInput input);

    /// <summary>Commits a closed sample and gives its reading.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sample is not later than the last committed one, or a number is outside its range.</exception>
    public TOutput Update(in TInput input);
}
