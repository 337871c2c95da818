using System.Globalization;
using Newtonsoft.Json;

namespace LiqIndicators.MarketData.Json;

/// <summary>Reads JSON and stops at a depth and a number of tokens, so that no body can take unbounded memory.</summary>
internal sealed class BoundedJsonReader : JsonTextReader
{
    private readonly int _maxTokens;
    private int _tokens;

    public BoundedJsonReader(TextReader reader, int maxDepth, int maxTokens)
        : base(reader)
    {
        MaxDepth = maxDepth;
        _maxTokens = maxTokens;
        // Times stay text until a parser that knows their unit reads them; numbers never pass through binary fractions.
        DateParseHandling = DateParseHandling.None;
        FloatParseHandling = FloatParseHandling.Decimal;
        Culture = CultureInfo.InvariantCulture;
    }

    public override bool Read()
    {
        _tokens++;
        return _tokens <= _maxTokens
            ? base.Read()
            : throw new JsonReaderException($"The body has more than {_maxTokens} tokens.");
    }
}
