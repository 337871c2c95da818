namespace LiqIndicators.Analytics.Tests.Contract;

/// <summary>
/// What every streaming kernel promises, as tests that its test class inherits: an exact warm-up, a preview that changes
/// nothing and agrees with the update, results that later samples leave alone, and no allocation per update.
/// </summary>
/// <typeparam name="TKernel">The kernel.</typeparam>
/// <typeparam name="TInput">A sample.</typeparam>
/// <typeparam name="TOutput">What an update gives; compared by value.</typeparam>
public abstract class KernelContract<TKernel, TInput, TOutput>
    where TKernel : class
{
    /// <summary>Number of samples the tests feed; more than the warm-up.</summary>
    protected virtual int Samples => WarmUpSamples + 300;

    /// <summary>Samples, counted from 1, up to which results are not available: the first available one is the next.</summary>
    protected abstract int WarmUpSamples { get; }

    /// <summary>A new kernel, always made the same way.</summary>
    protected abstract TKernel Create();

    /// <summary>Sample number <paramref name="index"/> of one fixed series, from 0; the same at every call.</summary>
    protected abstract TInput Sample(int index);

    protected abstract TOutput Update(TKernel kernel, TInput input);

    protected abstract TOutput Preview(TKernel kernel, TInput input);

    /// <summary>Whether a result is available, that is not NaN.</summary>
    protected abstract bool IsAvailable(TOutput output);

    /// <summary>State that outputs do not show; compared by value. Nothing by default.</summary>
    protected virtual object? StateOf(TKernel kernel) => null;

    [Fact]
    public void Update_WarmUp_EndsExactlyWhenStated()
    {
        TKernel kernel = Create();
        for (int i = 0; i < WarmUpSamples; i++)
        {
            Assert.False(IsAvailable(Update(kernel, Sample(i))), $"available at sample {i + 1} of a warm-up of {WarmUpSamples}");
        }

        Assert.True(IsAvailable(Update(kernel, Sample(WarmUpSamples))), "not available after the warm-up");
    }

    [Fact]
    public void Preview_OfAnySample_ChangesNothing()
    {
        TKernel plain = Create();
        TKernel peeked = Create();
        for (int i = 0; i < Samples; i++)
        {
            object? before = StateOf(peeked);
            Preview(peeked, Sample(i + 1));
            Preview(peeked, Sample(i));
            Assert.Equal(before, StateOf(peeked));
            Assert.Equal(Update(plain, Sample(i)), Update(peeked, Sample(i)));
        }

        Assert.Equal(StateOf(plain), StateOf(peeked));
    }

    [Fact]
    public void Preview_OfTheNextSample_IsWhatUpdateGives()
    {
        TKernel kernel = Create();
        for (int i = 0; i < Samples; i++)
        {
            TOutput preview = Preview(kernel, Sample(i));
            Assert.Equal(preview, Update(kernel, Sample(i)));
        }
    }

    [Fact]
    public void Update_SeriesCutAnywhere_GivesTheSameResultsUpToTheCut()
    {
        List<TOutput> all = Run(Samples);
        foreach (int cut in new[] { 1, WarmUpSamples + 1, (WarmUpSamples + Samples) / 2, Samples - 1 })
        {
            Assert.Equal(all.Take(cut), Run(cut));
        }
    }

    [Fact]
    public void Update_AfterWarmUp_AllocatesNothing()
    {
        TInput[] inputs = Enumerable.Range(0, 2 * Samples).Select(Sample).ToArray();
        TKernel kernel = Create();
        for (int i = 0; i < Samples; i++)
        {
            Preview(kernel, inputs[i]);
            Update(kernel, inputs[i]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = Samples; i < inputs.Length; i++)
        {
            Preview(kernel, inputs[i]);
            Update(kernel, inputs[i]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private List<TOutput> Run(int count)
    {
        TKernel kernel = Create();
        List<TOutput> outputs = new(count);
        for (int i = 0; i < count; i++)
        {
            outputs.Add(Update(kernel, Sample(i)));
        }

        return outputs;
    }
}
