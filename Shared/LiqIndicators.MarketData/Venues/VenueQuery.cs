using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.MarketData.Venues;

/// <summary>A request together with the parser of its answer.</summary>
/// <typeparam name="T">What the answer holds.</typeparam>
/// <param name="Request">What to send.</param>
/// <param name="Parse">From the body and its time of arrival (UTC) to the value or the reason there is none; pure.</param>
public sealed record VenueQuery<T>(VenueRequest Request, Func<string, DateTime, FetchResult<T>> Parse);
