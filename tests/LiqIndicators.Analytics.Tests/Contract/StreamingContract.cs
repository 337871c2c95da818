using LiqIndicators.Analytics.Streaming;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>What every streaming indicator promises; each of them inherits these facts.</summary>
public abstract class StreamingContract<TInput, TOutput>
    where TInput : struct
    where TOutput : struct
{
    /// <summary>A fresh indicator, always with the same settings.</summary>
    protected abstract IStreamingIndicator<TInput, TOutput> Create();

    /// <summary>A seeded series of this many regular samples with every input present; the shorter is a prefix of the longer.</summary>
    protected abstract TInput[] Series(int count);

    /// <summary>The number that is NaN before the warm-up and available from it on.</summary>
    protected abstract double MainValue(TOutput reading);

    /// <summary>The batch entry point of the indicator with the settings of <see cref="Create"/>.</summary>
    protected abstract TOutput[] Run(IReadOnlyList<TInput> series);

    [Fact]
    public void Update_RegularSeries_IsAvailableExactlyFromTheWarmUpOn()
    {
        IStreamingIndicator<TInput, TOutput> indicator = Create();
        TInput[] series = Series(indicator.WarmUpSamples + 20);

        for (int i = 0; i < series.Length; i++)
        {
            bool isMissing = double.IsNaN(MainValue(indicator.Update(series[i])));
            Assert.Equal(i + 1 < indicator.WarmUpSamples, isMissing);
        }
    }

    [Fact]
    public void Preview_BetweenUpdates_ChangesNothing()
    {
        IStreamingIndicator<TInput, TOutput> watched = Create();
        IStreamingIndicator<TInput, TOutput> left = Create();
        TInput[] series = Series((2 * left.WarmUpSamples) + 150);

        for (int i = 0; i < series.Length; i++)
        {
            watched.Preview(series[i]);
            watched.Preview(series[Math.Min(series.Length - 1, i + 7)]);
            Assert.Equal(left.Update(series[i]), watched.Update(series[i]));
        }
    }

    [Fact]
    public void Preview_OfASample_IsWhatUpdateGives()
    {
        IStreamingIndicator<TInput, TOutput> indicator = Create();
        foreach (TInput sample in Series((2 * indicator.WarmUpSamples) + 150))
        {
            TOutput preview = indicator.Preview(sample);
            Assert.Equal(preview, indicator.Update(sample));
        }
    }

    [Fact]
    public void Run_Series_EqualsUpdatesExactly()
    {
        IStreamingIndicator<TInput, TOutput> indicator = Create();
        TInput[] series = Series((2 * indicator.WarmUpSamples) + 150);
        TOutput[] streamed = Array.ConvertAll(series, sample => indicator.Update(sample));

        Assert.Equal(streamed, Run(series));
    }

    [Fact]
    public void Run_LongerSeries_ChangesNoEarlierReading()
    {
        int count = (2 * Create().WarmUpSamples) + 150;
        TOutput[] whole = Run(Series(count));

        foreach (int length in new[] { 1, count / 3, count - 1 })
        {
            Assert.Equal(Run(Series(length)), whole[..length]);
        }
    }

    [Fact]
    public void Update_SameTimeAgain_IsRefused()
    {
        IStreamingIndicator<TInput, TOutput> indicator = Create();
        TInput[] series = Series(2);
        indicator.Update(series[0]);
        indicator.Update(series[1]);

        Assert.Throws<ArgumentOutOfRangeException>(() => indicator.Update(series[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => indicator.Preview(series[0]));
    }

    [Fact]
    public void UpdateAndPreview_SteadyState_AllocateNothing()
    {
        IStreamingIndicator<TInput, TOutput> indicator = Create();
        int settled = (2 * indicator.WarmUpSamples) + 150;
        TInput[] series = Series(settled + 500);
        for (int i = 0; i < settled; i++)
        {
            indicator.Preview(series[i]);
            indicator.Update(series[i]);
        }

        long allocated = Allocations.Of(settled, series.Length, i =>
        {
            indicator.Preview(series[i]);
            indicator.Update(series[i]);
        });

        Assert.Equal(0, allocated);
    }
}
