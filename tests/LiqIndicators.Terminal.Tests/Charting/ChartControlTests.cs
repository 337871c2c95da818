using cAlgo.API;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Terminal.Tests.Charting;

public sealed class ChartControlTests
{
    private readonly RecordingChart _recording;
    private readonly Chart _chart;

    public ChartControlTests() => _chart = _recording = new RecordingChart(ListBars.Hours(50), null);

    [Fact]
    public void AddControl_ATree_IsFoundFromOutsideToInside()
    {
        (Border card, TextBlock words, Button _) = Card();

        _chart.AddControl(card);

        Assert.Same(card, Assert.Single(_recording.Controls).Control);
        Assert.Same(words, Assert.Single(_recording.FindControls<TextBlock>()));
        Assert.Equal(1, _recording.Activity.ControlsAdded);
    }

    [Fact]
    public void AddControl_Twice_IsRefused()
    {
        TextBlock text = new();
        _chart.AddControl(text);

        Assert.Throws<ArgumentException>(() => _chart.AddControl(text));
    }

    [Fact]
    public void ControlInside_SetToAnotherValue_CountsOnceAndOnlyWhileOnTheChart()
    {
        (Border card, TextBlock words, Button _) = Card();
        words.Text = "before";
        _chart.AddControl(card);

        words.Text = "shown";
        words.Text = "shown";
        card.IsVisible = false;
        _chart.RemoveControl(card);
        words.Text = "gone";

        Assert.Equal((1, 1, 2), (_recording.Activity.ControlsAdded, _recording.Activity.ControlsRemoved, _recording.Activity.ControlsUpdated));
    }

    [Fact]
    public void Press_AButton_RunsItsHandler()
    {
        (Border card, TextBlock words, Button fold) = Card();
        fold.Click += _ => words.Text = "folded";
        _chart.AddControl(card);

        _recording.Press(fold);

        Assert.Equal("folded", words.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Press_WhatAUserCannotReach_DoesNothing(bool isDisabled)
    {
        (Border card, TextBlock _, Button fold) = Card();
        int presses = 0;
        fold.Click += _ => presses++;
        _chart.AddControl(card);
        card.IsVisible = isDisabled;
        fold.IsEnabled = !isDisabled;

        _recording.Press(fold);

        Assert.Equal(0, presses);
    }

    [Fact]
    public void Press_AControlOfNoChart_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => _recording.Press(new Button()));

        TextBlock text = new();
        _chart.AddControl(text);
        Assert.Throws<ArgumentException>(() => _recording.Press(text));
    }

    [Fact]
    public void MoveControl_TiesItToATimeAndAValue()
    {
        TextBlock text = new();
        _chart.AddControl(text, 3, 50);
        Assert.Equal((new DateTime(2025, 3, 10, 3, 0, 0, DateTimeKind.Utc), 50.0), (_recording.Controls[0].Time, _recording.Controls[0].Y));

        _chart.MoveControl(text, 60.0);
        _chart.MoveControl(text, 60.0);

        Assert.Equal((null, 60.0), (_recording.Controls[0].Time, _recording.Controls[0].Y));
        Assert.Equal(1, _recording.Activity.ControlsUpdated);
        Assert.Throws<ArgumentException>(() => _chart.MoveControl(new TextBlock(), 1.0));
    }

    private static (Border Card, TextBlock Words, Button Fold) Card()
    {
        TextBlock words = new();
        Button fold = new();
        StackPanel stack = new();
        stack.AddChild(words);
        stack.AddChild(fold);
        return (new Border { Child = stack }, words, fold);
    }
}
