using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tests.Presentation;

public sealed class CardPlaceTests
{
    [Theory]
    [InlineData("1 120 45 open", 120, 45, false)]
    [InlineData("1 0 0 folded", 0, 0, true)]
    public void TryRead_WhatWasKept_GivesThePlace(string text, double x, double y, bool isFolded)
    {
        Assert.True(CardPlace.TryRead(text, out CardPlace place));

        Assert.Equal(new CardPlace(x, y, isFolded), place);
        Assert.Equal(text, place.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 120 45 open")]
    [InlineData("1 120 45")]
    [InlineData("1 120 45 ajar")]
    [InlineData("1 NaN 45 open")]
    [InlineData("1 -3 45 open")]
    [InlineData("1 1e9 45 open")]
    [InlineData("1 120 99999 open")]
    public void TryRead_AnythingElse_GivesTheStandardPlace(string text)
    {
        Assert.False(CardPlace.TryRead(text, out CardPlace place));

        Assert.Equal(CardPlace.Standard, place);
    }
}
