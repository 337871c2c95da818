namespace LiqIndicators.MarketData.Instruments;

/// <summary>The contracts whose messages are wanted; what a stream says about others is passed over.</summary>
/// <remarks>
/// Streams of a whole market mix instruments of different contract sizes: without the terms of the very
/// instrument an amount cannot be read, so an unknown symbol is never guessed at.
/// </remarks>
public sealed class ContractBook
{
    private readonly Dictionary<string, ContractTerms> _terms;

    /// <summary>A book of some instruments.</summary>
    public ContractBook(IEnumerable<VenueInstrument> instruments) => _terms = instruments.ToDictionary(
        instrument => instrument.Symbol, instrument => instrument.Terms, StringComparer.Ordinal);

    /// <summary>Terms of an instrument; null when it is not in the book.</summary>
    public ContractTerms? TermsOf(string symbol) => _terms.TryGetValue(symbol, out ContractTerms? terms) ? terms : null;
}
