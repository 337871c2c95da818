using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Terminal.Brokerage;
using LiqIndicators.Terminal.Trading;
using LeverageTier = LiqIndicators.Analytics.Guarding.LeverageTier;

namespace LiqIndicators.Guard.Tests;

/// <summary>The guard's arithmetic and the broker's were written apart from each other; on any book they say the same.</summary>
public sealed class MarginAgreementTests
{
    private const int Books = 400;

    [Fact]
    public void SymbolMargin_AnyBook_IsWhatTheBrokerAsksFor()
    {
        for (int seed = 0; seed < Books; seed++)
        {
            Book book = new(seed);
            double expected = MarginArithmetic.SymbolMargin(
                book.Symbol.LongVolume * book.Symbol.Bid, book.Symbol.ShortVolume * book.Symbol.Bid, book.Calculation, book.Leverage, book.Tiers);

            Assert.Equal(expected, book.Broker.Margin, tolerance: 1e-9 * Math.Max(1, expected));
            Assert.Equal(MarginArithmetic.MarginLevelPct(book.Broker.Equity, expected), book.Broker.MarginLevel ?? double.NaN, tolerance: 1e-6);
        }
    }

    /// <summary>A price a millionth before the estimate leaves the book alone; a millionth beyond, the broker closes.</summary>
    [Theory]
    [InlineData(PositionSide.Long)]
    [InlineData(PositionSide.Short)]
    public void StopOutPrice_AnyBook_IsWhereTheBrokerStartsToClose(PositionSide direction)
    {
        int found = 0;
        for (int seed = 0; seed < Books; seed++)
        {
            Book book = new(seed);
            double price = MarginArithmetic.StopOutPrice(direction, book.Inputs);
            if (double.IsNaN(price) || book.Broker.StopOutCount > 0)
            {
                continue;
            }

            found++;
            double away = direction == PositionSide.Long ? -1e-6 : 1e-6;
            book.SetPrice(price * (1 - away));
            Assert.True(book.Broker.StopOutCount == 0, $"Seed {seed}: closed before {price}");
            book.SetPrice(price * (1 + away));
            Assert.True(book.Broker.StopOutCount > 0, $"Seed {seed}: nothing closed beyond {price}");
        }

        Assert.True(found > Books / 4, $"{found} of {Books} books have such a price");
    }

    /// <summary>Some longs and shorts in one symbol, on an account with or without steps; all from one seed.</summary>
    private sealed class Book
    {
        internal Book(int seed)
        {
            Random random = new(seed);
            Calculation = (MarginCalculation)random.Next(3);
            Leverage = 5 + random.Next(50);
            LeverageStep[] steps = random.Next(3) == 0
                ? []
                : [new(20_000 + random.Next(60_000), 40), new(120_000 + random.Next(100_000), 20), new(400_000, 5)];
            Tiers = [.. steps.Select(step => new LeverageTier(step.UpToNotional, step.Leverage))];
            Broker = new Broker(
                new AccountOptions
                {
                    Balance = 10_000 + random.Next(20_000),
                    Leverage = Leverage,
                    MarginCalculation = Enum.Parse<TotalMarginCalculationType>(Calculation.ToString()),
                },
                () => new DateTime(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc));
            Symbol = Broker.AddSymbol(new SymbolSpecification { Name = "BTCUSD", DynamicLeverage = steps });
            for (int i = 0; i < 1 + random.Next(5); i++)
            {
                SetPrice(95_000 + random.Next(10_000));
                Broker.Trade((TradeType)random.Next(2), Symbol, Math.Round(0.01 * (1 + random.Next(80)), 2));
            }

            SetPrice(100_000);
        }

        internal MarginCalculation Calculation { get; }

        internal double Leverage { get; }

        internal LeverageTier[] Tiers { get; }

        internal Broker Broker { get; }

        internal BrokerSymbol Symbol { get; }

        internal StopOutInputs Inputs => new(
            Broker.Equity, 0, Broker.Options.StopOutLevel, Calculation, Leverage, Tiers, Symbol.Bid, Symbol.LongVolume, Symbol.ShortVolume, 1, 1);

        internal void SetPrice(double price) => Broker.SetQuote(Symbol, price, price);
    }
}
