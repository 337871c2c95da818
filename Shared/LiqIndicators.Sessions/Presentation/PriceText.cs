namespace LiqIndicators.Sessions.Presentation;

/// <summary>Writes prices of the market as they stand on the broker's chart.</summary>
/// <param name="Digits">Decimal places of the broker's symbol; from 0 to 10.</param>
/// <param name="Ratio">Broker's price over the market's; dimensionless; &gt; 0.</param>
internal readonly record struct PriceText(int Digits, double Ratio)
{
    /// <summary>A price of the market; <c>n/a</c> for NaN.</summary>
    internal string Of(double marketPrice) => NumberText.Price(Ratio * marketPrice, Digits);
}
