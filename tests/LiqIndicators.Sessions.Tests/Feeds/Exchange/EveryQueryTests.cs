using System.Collections;
using LiqIndicators.FakeExchange.Faults;
using LiqIndicators.FakeExchange.Markets;
using LiqIndicators.FakeExchange.Venues;
using LiqIndicators.MarketData.Ports;
using LiqIndicators.MarketData.Results;

namespace LiqIndicators.Sessions.Tests.Feeds.Exchange;

/// <summary>The simulated exchanges answer whatever the product can ask, in a format that it reads; and no drifted answer passes for data.</summary>
public sealed class EveryQueryTests
{
    // Before it liquidations were printed, and a payment lies in the day before.
    private static readonly DateTime NowUtc = new(2026, 5, 4, 12, 2, 30, DateTimeKind.Utc);

    public static TheoryData<string> Instruments => VenueQueries.Names;

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Query_OfAVenueClass_IsAnsweredWithDataThatItReads(string instrument)
    {
        IReadOnlyList<AnyQuery> queries = VenueQueries.Of(instrument, NowUtc);

        Assert.NotEmpty(queries);
        Assert.All(queries, query =>
        {
            (object? value, FetchError? error) = query.Read(Answer(query), NowUtc);

            Assert.True(error is null, $"{query.Request.Source}: {error?.Message}");
            Assert.True(value is not IList { Count: 0 }, $"{query.Request.Source} is empty.");
        });
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Query_AnsweredInADriftedSchema_IsRefusedByTheNameOfAField(string instrument)
    {
        Assert.All(VenueQueries.Of(instrument, NowUtc), query =>
        {
            string body = Answer(query).Body;
            string drifted = SchemaDrift.Of(body);

            (_, FetchError? error) = query.Read(TransportReply.Answer(200, drifted), NowUtc);

            Assert.NotEqual(body, drifted);
            Assert.True(error is not null, $"{query.Request.Source} passed for data.");
            Assert.True(error.Kind == FetchErrorKind.Malformed, $"{query.Request.Source}: {error}");
            // "[0][0] (openTime) is ...", "data[0].close is missing"
            Assert.Matches(@"^[^:]+: (body\.|[\w.\[\]]+(\.\w+| \(\w+\)) )", error.Message);
        });
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")]
    [InlineData("{\"code\":\"0\",\"msg\":\"\",\"data\":[]}")]
    public void Drift_OfABodyWithoutRows_IsAnotherBodyToo(string body) => Assert.NotEqual(body, SchemaDrift.Of(body));

    private static TransportReply Answer(AnyQuery query)
    {
        FakeVenues venues = new(SimulatedVenues.Instance);
        return venues.Of(query.Request.Venue, query.Request.Address.PathAndQuery).Answer(FakeRequest.Of(query.Request), NowUtc);
    }
}
