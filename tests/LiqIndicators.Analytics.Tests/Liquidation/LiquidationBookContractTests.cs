using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Liquidation;

/// <summary>The contract of books for the map by itself.</summary>
public sealed class PlainBookContractTests : LiquidationBookContract
{
    protected override ILiquidationBook Create() => LiquidationModel.CreateMap(TimeSpan.FromHours(1));
}

/// <summary>The contract of books for three venues under kernels of their own.</summary>
public sealed class VenueBookContractTests : LiquidationBookContract
{
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly double[] Shares = [0.5, 0.3, 0.2];
    private readonly VenueBar[] _venues = new VenueBar[Shares.Length];

    protected override ILiquidationBook Create() => new VenueLiquidationBook(
        Names,
        [LeverageKernels.Wide(), LeverageKernels.Textbook(), LeverageKernels.Hyperliquid()],
        LiquidationMapOptions.Calibrated(TimeSpan.FromHours(1), LiquidationModel.TurnoverPerHour));

    protected override void Take(ILiquidationBook book, in MarketBar bar)
    {
        for (int i = 0; i < Shares.Length; i++)
        {
            _venues[i] = VenueBars.Of(Names[i], Shares[i] * bar.OpenInterestQuantity, Shares[i] * bar.VolumeQuantity);
        }

        ((VenueLiquidationBook)book).Tell(_venues);
        book.Take(bar);
    }
}

/// <summary>The contract of books for a kernel fitted online.</summary>
public sealed class FittedBookContractTests : LiquidationBookContract
{
    protected override ILiquidationBook Create() => new FittedLiquidationBook(TimeSpan.FromHours(1));
}

/// <summary>The contract of books for the model among other kernels.</summary>
public sealed class EnsembleContractTests : LiquidationBookContract
{
    protected override ILiquidationBook Create() => new LiquidationEnsemble(TimeSpan.FromHours(1));
}
