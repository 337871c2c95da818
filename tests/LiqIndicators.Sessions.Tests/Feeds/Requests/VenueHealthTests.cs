using LiqIndicators.MarketData.Results;
using LiqIndicators.Sessions.Feeds.Requests;

namespace LiqIndicators.Sessions.Tests.Feeds.Requests;

public sealed class VenueHealthTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Failed_VenueThatAsksForThousandsOfYears_IsAskedAgainAfterAWeek()
    {
        VenueHealth health = new(new Random(1));

        health.Failed(new FetchError(FetchErrorKind.RateLimited, "wait", DateTime.MaxValue - Noon), Noon);

        Assert.False(health.MayAsk(Noon.AddDays(7)));
        Assert.True(health.MayAsk(Noon.AddDays(7).AddSeconds(2)));
    }

    [Fact]
    public void Failed_AgainAndAgain_PausesDoubleUpToFiveMinutesWithAQuarterOfJitter()
    {
        VenueHealth health = new(new Random(7));
        DateTime now = Noon;
        for (int i = 0; i < 14; i++)
        {
            health.Failed(new FetchError(FetchErrorKind.ServerError, "500"), now);
            double middle = Math.Min(Math.Pow(2, i), 300);

            Assert.InRange((health.PausedUntilUtc - now).TotalSeconds, 0.75 * middle, 1.25 * middle);
            now = health.PausedUntilUtc;
            Assert.True(health.MayAsk(now));
        }

        health.Succeeded();
        health.Failed(new FetchError(FetchErrorKind.Network, "down"), now);
        Assert.InRange((health.PausedUntilUtc - now).TotalSeconds, 0.75, 1.25);
    }

    // Sixteen of a kind of their own; an answer with data makes each of them news again.
    [Fact]
    public void TrySay_FailuresForEverOtherReasons_DoNotFloodTheLog()
    {
        VenueHealth health = new(new Random(1));
        FetchError[] errors = [.. Enumerable.Range(0, 600).Select(i => new FetchError(FetchErrorKind.Network, $"request {i} failed"))];

        Assert.Equal(errors.Take(16), errors.Where(health.TrySay));
        Assert.DoesNotContain(errors, health.TrySay);
        health.Succeeded();
        Assert.True(health.TrySay(errors[^1]));
    }

    [Fact]
    public void Failed_WithoutAnyAnswer_PausesForAMinuteAtMost()
    {
        VenueHealth health = new(new Random(7));
        DateTime now = Noon;
        for (int i = 0; i < 14; i++)
        {
            health.Failed(new FetchError(FetchErrorKind.Network, "down"), now);
            double middle = Math.Min(Math.Pow(2, i), 60);

            Assert.InRange((health.PausedUntilUtc - now).TotalSeconds, 0.75 * middle, 1.25 * middle);
            now = health.PausedUntilUtc;
        }
    }

    [Fact]
    public void Failed_SameSeed_PausesTheSame()
    {
        VenueHealth[] both = [new(new Random(3)), new(new Random(3))];

        Assert.All(both, health => health.Failed(new FetchError(FetchErrorKind.RateLimited, "429"), Noon));

        Assert.Equal(both[0].PausedUntilUtc, both[1].PausedUntilUtc);
    }

    [Theory]
    [InlineData(FetchErrorKind.GeoBlocked)]
    [InlineData(FetchErrorKind.KeyMissing)]
    [InlineData(FetchErrorKind.Forbidden)]
    public void Failed_RefusedHere_IsLeftAloneForAnHour(FetchErrorKind kind)
    {
        VenueHealth health = new(new Random(1));

        health.Failed(new FetchError(kind, "not here"), Noon);

        Assert.True(health.IsRefused);
        Assert.Equal("not here", health.Reason);
        Assert.False(health.MayAsk(Noon.AddMinutes(59)));
        Assert.True(health.MayAsk(Noon.AddMinutes(60)));
        health.Succeeded();
        Assert.False(health.IsRefused);
    }

    [Fact]
    public void Failed_BanWithAnEnd_IsSatOutAndOneWithoutLastsTwoMinutes()
    {
        VenueHealth dated = new(new Random(1));
        VenueHealth undated = new(new Random(1));

        dated.Failed(new FetchError(FetchErrorKind.Banned, "418", null, Noon.AddMinutes(40)), Noon);
        undated.Failed(new FetchError(FetchErrorKind.Banned, "418"), Noon);

        Assert.False(dated.MayAsk(Noon.AddMinutes(40)));
        Assert.True(dated.MayAsk(Noon.AddMinutes(41)));
        Assert.False(undated.MayAsk(Noon.AddSeconds(119)));
    }
}
