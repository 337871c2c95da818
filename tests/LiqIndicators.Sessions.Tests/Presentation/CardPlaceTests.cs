using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tests.Presentation;

public sealed class CardPlaceTests
{
    [Theory]
    [InlineData("2 120 45 short", 120, 45, false, false)]
    [InlineData("2 120 45 long", 120, 45, false, true)]
    [InlineData("2 0 0 folded", 0, 0, true, false)]
    [InlineData("2 0 0 folded-long", 0, 0, true, true)]
    public void TryRead_WhatWasKept_GivesThePlace(string text, double x, double y, bool isFolded, bool showsDetails)
    {
        Assert.True(CardPlace.TryRead(text, out CardPlace place));

        Assert.Equal(new CardPlace(x, y, isFolded, showsDetails), place);
        Assert.Equal(text, place.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1 120 45 short")]
    [InlineData("2 120 45")]
    [InlineData("2 120 45 ajar")]
    [InlineData("2 NaN 45 short")]
    [InlineData("2 -3 45 short")]
    [InlineData("2 1e9 45 short")]
    [InlineData("2 120 99999 short")]
    public void TryRead_AnythingElse_GivesTheStandardPlace(string text)
    {
        Assert.False(CardPlace.TryRead(text, out CardPlace place));

        Assert.Equal(CardPlace.Standard, place);
    }
}
