using BenchmarkDotNet.Attributes;
using LiqIndicators.Analytics.Alerts;
using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Funding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Tape;
using LiqIndicators.Analytics.Treadmill;

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
    private readonly TreadmillInput[] _treadmill = new TreadmillInput[Samples];
    private readonly CascadeRiskInput[] _cascade = new CascadeRiskInput[Samples];
    private readonly MarketBar[] _bars = new MarketBar[Samples];

    /// <summary>Seeded market of many samples.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        DateTime timeUtc = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc);
        double price = 60_000;
        double quantity = 90_000;
        double rate = 0.0001;
        LiquidationCell[] cells = new LiquidationCell[10];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = new LiquidationCell(0.01 * i, 0.01 * (i + 1), 2e7);
        }

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
            _treadmill[i] = new(
                timeUtc,
                price,
                rate,
                rate,
                40 * (random.NextDouble() - 0.5),
                quantity,
                3 * random.NextDouble(),
                3 * random.NextDouble(),
                random.NextDouble() - 0.5,
                1);
            _cascade[i] = new(
                timeUtc, price, 1e8, 5e9, 1e6 * (random.NextDouble() - 0.5), 5e7, 5e7, random.Next(20), 1, 1, cells, cells);
            _bars[i] = new(
                timeUtc,
                price,
                price * 1.001,
                price * 0.999,
                price,
                1000,
                quantity,
                rate,
                8,
                1e5 * random.NextDouble(),
                1e5 * random.NextDouble());
        }
    }

    /// <summary>The budget: twenty logarithms per sample, each waiting for the one before, as the steps of an update do.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Samples)]
    public double TwentyLogarithmsInTurn()
    {
        double value = 1.7;
        for (int i = 0; i < Samples; i++)
        {
            for (int j = 0; j < 20; j++)
            {
                value = Math.Log(value) + 1.5;
            }
        }

        return value;
    }

    /// <summary>Twenty logarithms per sample that need not wait for each other: a third of the budget above.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double TwentyLogarithmsAtOnce()
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

    /// <summary>The state machine.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int TreadmillStateUpdate()
    {
        TreadmillState indicator = new(new TreadmillOptions());
        int last = 0;
        foreach (ref readonly TreadmillInput input in _treadmill.AsSpan())
        {
            last += (int)indicator.Update(input).Phase;
        }

        return last;
    }

    /// <summary>A shock carried through ten cells on each side.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double CascadeRiskUpdate()
    {
        CascadeRisk indicator = new(new CascadeRiskOptions());
        double last = 0;
        foreach (ref readonly CascadeRiskInput input in _cascade.AsSpan())
        {
            last = indicator.Update(input).Score;
        }

        return last;
    }

    /// <summary>Six probabilities.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public double CascadeProbabilitiesUpdate()
    {
        CascadeProbabilities indicator = new();
        double last = 0;
        foreach (ref readonly MarketBar input in _bars.AsSpan())
        {
            last = indicator.Update(input).Long1;
        }

        return last;
    }

    /// <summary>One alert rule.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int AlertRuleUpdate()
    {
        AlertRule rule = new(new AlertRuleOptions { Level = 1.5 });
        int last = 0;
        for (int i = 0; i < Samples; i++)
        {
            DateTime timeUtc = _bars[i].TimeUtc;
            last += (int)rule.Update(new AlertInput(timeUtc, timeUtc, _numbers[i])).Fired;
        }

        return last;
    }
}
