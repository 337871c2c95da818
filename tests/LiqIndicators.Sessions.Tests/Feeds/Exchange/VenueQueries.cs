using System.Reflection;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Tests.Feeds.Exchange;

/// <summary>Everything that a venue's class can ask about an instrument, found by the type of its methods: a new query is in it by itself.</summary>
internal static class VenueQueries
{
    private const string Key = "planted-77c0ffee-key";

    private static readonly Dictionary<string, VenueInstrument> Instruments = new VenueInstrument[]
    {
        new(VenueId.Binance, "BTCUSDT", "BTC", "USDT", ContractTerms.OneBaseUnit),
        new(VenueId.BinanceCoinM, "BTCUSD_PERP", "BTC", "USD", new ContractTerms(ContractKind.Inverse, 100)),
        new(VenueId.Bybit, "BTCUSDT", "BTC", "USDT", ContractTerms.OneBaseUnit),
        new(VenueId.Bybit, "BTCUSD", "BTC", "USD", ContractTerms.OneQuoteUnit),
        new(VenueId.Okx, "BTC-USDT-SWAP", "BTC", "USDT", new ContractTerms(ContractKind.Linear, 0.01m)),
        new(VenueId.Okx, "BTC-USD-SWAP", "BTC", "USD", new ContractTerms(ContractKind.Inverse, 100)),
        new(VenueId.Hyperliquid, "BTC", "BTC", "USD", ContractTerms.OneBaseUnit),
        new(VenueId.BitMex, "XBTUSD", "XBT", "USD", ContractTerms.OneQuoteUnit),
        new(VenueId.CoinGlass, "BTCUSDT", "BTC", "USDT", ContractTerms.OneBaseUnit),
        new(VenueId.Coinalyze, "BTCUSDT_PERP.A", "BTC", "USDT", ContractTerms.OneBaseUnit),
    }.ToDictionary(instrument => $"{instrument.Venue} {instrument.Symbol}");

    /// <summary>One instrument of every kind of contract at every venue.</summary>
    public static TheoryData<string> Names => new(Instruments.Keys);

    /// <summary>Every query about an instrument, of bars of five minutes over the day before a time.</summary>
    public static IReadOnlyList<AnyQuery> Of(string name, DateTime nowUtc)
    {
        VenueInstrument instrument = Instruments[name];
        Venue venue = VenueCatalog.Create(instrument.Venue, Key);
        return [.. venue.GetType().GetMethods().Where(method => IsQuery(method.ReturnType) || IsList(method.ReturnType)).SelectMany(method =>
            Arguments(method.GetParameters(), instrument, nowUtc).SelectMany(arguments =>
                Queries(method.Invoke(venue, arguments)).Select(query => AnyQuery.Of(venue, query))))];
    }

    private static bool IsQuery(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VenueQuery<>);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericArguments().Any(IsQuery);

    private static IEnumerable<object> Queries(object? answer) =>
        answer is System.Collections.IEnumerable several ? several.Cast<object>() : answer is null ? [] : [answer];

    private static IEnumerable<object[]> Arguments(ParameterInfo[] parameters, VenueInstrument instrument, DateTime nowUtc) => parameters.Aggregate(
        (IEnumerable<object[]>)[[]],
        (before, parameter) => before.SelectMany(
            _ => Values(parameter, instrument, nowUtc), (arguments, value) => arguments.Append(value).ToArray()));

    private static object[] Values(ParameterInfo parameter, VenueInstrument instrument, DateTime nowUtc)
    {
        SeriesPage page = new(FakeMarket.Bar, new TimeRange(nowUtc.AddDays(-1), nowUtc), IsNewest: true);
        return parameter.ParameterType switch
        {
            Type type when type == typeof(VenueInstrument) => [instrument],
            Type type when type == typeof(SeriesPage) => [page, page with { IsNewest = false }],
            Type { IsEnum: true } type when type != typeof(ContractKind) => [.. Enum.GetValues(type).Cast<object>()],
            Type type when type == typeof(ContractKind) => [instrument.Terms.Kind],
            Type type when type == typeof(int) => [50],
            Type type when type == typeof(decimal) => [60_000m],
            Type type => throw new NotSupportedException($"A query takes a {type.Name} {parameter.Name}; say here what to give it."),
        };
    }
}

/// <summary>A query whatever it is of.</summary>
/// <param name="Request">What it asks.</param>
/// <param name="Read">From the answer to the value, or the reason why there is none.</param>
internal sealed record AnyQuery(VenueRequest Request, Func<TransportReply, DateTime, (object? Value, FetchError? Error)> Read)
{
    public static AnyQuery Of(Venue venue, object query) => (AnyQuery)typeof(AnyQuery)
        .GetMethod(nameof(OfTyped), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(query.GetType().GetGenericArguments()[0])
        .Invoke(null, [venue, query])!;

    private static AnyQuery OfTyped<T>(Venue venue, VenueQuery<T> query) => new(query.Request, (reply, receivedUtc) =>
    {
        FetchResult<T> result = venue.Read(query, reply, receivedUtc);
        return (result.IsSuccess ? result.Value : null, result.Error);
    });
}
