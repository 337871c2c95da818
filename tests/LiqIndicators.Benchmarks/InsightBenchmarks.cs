using BenchmarkDotNet.Attributes;
using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Tape;

namespace LiqIndicators.Benchmarks;

/// <summary>Cost of one committed sample of each indicator, beside twenty logarithms: the budget.</summary>
[MemoryDiagnoser]
public class InsightBenchmarks
{
    private const int Samples = 4096;

    private readonly double[] _numbers = new double[Samples];
    private readonly FundingPressureInput[] _funding = new FundingPressureInput[Samples];
    private readonly OpenInterestSample[] _openInterest = new OpenInterestSample[Samples];
    private readonly LiquidationTapeInput[] _tape = new LiquidationTapeInput[Samples];

    /// <summary>Seeded market of many samples.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        DateTime timeUtc = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        double price = 60_000;
        double quantity = 90_000;
        double rate = 0.0001;
        for (int i = 0; i < Samples; i++)
        {
            timeUtc = timeUtc.AddHours(1);
            _numbers[i] = 1 + random.NextDouble();
            price *= 1 + (0.004 * (random.NextDouble() - 0.5));
            quantity *= 1 + (0.004 * (random.NextDouble() - 0.5));
            rate = (0.95 * rate) + (0.0001 * (random.NextDouble() - 0.5));
            _funding[i] = new(timeUtc, new VenueFunding[]
            {
                new(timeUtc, rate, 8, 5e9, rate, 0.003),
                new(timeUtc, rate, 8, 3e9, rate, 0.003),
                new(timeUtc, rate / 8, 1, 2e9, rate / 8, 0.04),
            });
            _openInterest[i] = new(timeUtc, price * 1.001, price * 0.999, price, quantity, 1000, 500_000);
            _tape[i] = new(timeUtc, price, quantity, new VenueLiquidations[]
            {
                new(1e5 * random.NextDouble(), 1e5 * random.NextDouble(), LiquidationReporting.LatestPerSecond),
                new(1e5 * random.NextDouble(), 1e5 * random.NextDouble(), LiquidationReporting.Complete),
            });
        }
    }

    /// <summary>The budget: twenty logarithms per sample.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Samples)]
    public double TwentyLogarithms()
    {
        double sum = 0;
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < 20; j++)
            {
                sum += Math.Log(_numbers[(i + j) % Samples]);
            }
        }

        return sum;
    }

    /// <summary>Funding of three venues.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double FundingPressureUpdate()
    {
        FundingPressure indicator = new(new FundingPressureOptions());
        double last = 0;
        foreach (ref readonly FundingPressureInput input in _funding.AsSpan())
        {
            last = indicator.Update(input).Pressure;
        }

        return last;
    }

    /// <summary>Open interest against price.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double OpenInterestDivergenceUpdate()
    {
        OpenInterestDivergence indicator = new(new OpenInterestDivergenceOptions());
        double last = 0;
        foreach (ref readonly OpenInterestSample input in _openInterest.AsSpan())
        {
            last = indicator.Update(input).Divergence;
        }

        return last;
    }

    /// <summary>Liquidations of two venues.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double LiquidationTapeUpdate()
    {
        LiquidationTape indicator = new(new LiquidationTapeOptions());
        double last = 0;
        foreach (ref readonly LiquidationTapeInput input in _tape.AsSpan())
        {
            last = indicator.Update(input).LongBurst;
        }

        return last;
    }
}
