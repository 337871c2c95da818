using cAlgo.API;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Terminal.Tests.Charting;

public sealed class ChartObjectTests
{
    private static readonly DateTime Start = new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);

    private readonly ListBars _bars = ListBars.Hours(100);
    private readonly RecordingChart _recording;
    private readonly Chart _chart;

    public ChartObjectTests() => _chart = _recording = new RecordingChart(_bars, null);

    [Fact]
    public void DrawRectangle_ByTime_KeepsAllItIsGiven()
    {
        ChartRectangle drawn = _chart.DrawRectangle("band", Start, 10, Start.AddHours(5), 20, Color.Orange, 3, LineStyle.Dots);

        Assert.Same(drawn, Assert.Single(_chart.Objects));
        Assert.Same(drawn, _chart.FindObject("band"));
        Assert.Equal(ChartObjectType.Rectangle, drawn.ObjectType);
        Assert.Equal((Start, 10.0, Start.AddHours(5), 20.0), (drawn.Time1, drawn.Y1, drawn.Time2, drawn.Y2));
        Assert.Equal((Color.Orange, 3, LineStyle.Dots), (drawn.Color, drawn.Thickness, drawn.LineStyle));
        Assert.True(drawn.IsAlive);
        Assert.False(drawn.IsFilled);
    }

    [Fact]
    public void Draw_ByBarIndex_IsTheSameAsByTheTimeOfTheBar()
    {
        Assert.Equal(Start.AddHours(7), _chart.DrawVerticalLine("v", 7, Color.Red).Time);
        Assert.Equal(Start.AddHours(7), _chart.DrawText("t", "text", 7, 1, Color.Red).Time);
        Assert.Equal(Start.AddHours(7), _chart.DrawIcon("i", ChartIconType.Star, 7, 1, Color.Red).Time);
        Assert.Equal(Start.AddHours(9), _chart.DrawRectangle("r", 7, 1, 9, 2, Color.Red).Time2);
        Assert.Equal(Start.AddHours(7), _chart.DrawTrendLine("l", 7, 1, 9, 2, Color.Red, 2).Time1);
    }

    [Theory]
    [InlineData(105, 105)]
    [InlineData(-3, -3)]
    public void Draw_AtABarThatIsNotThere_GoesOnInSteps(int barIndex, int hours) =>
        Assert.Equal(Start.AddHours(hours), _chart.DrawVerticalLine("v", barIndex, Color.Red).Time);

    [Fact]
    public void Draw_TakenName_ReplacesTheOldObject()
    {
        ChartObject old = _chart.DrawHorizontalLine("name", 1, Color.Red);
        ChartText drawn = _chart.DrawText("name", "words", 3, 1, Color.Red);

        Assert.False(old.IsAlive);
        Assert.Same(drawn, Assert.Single(_chart.Objects));
        Assert.Equal((1, 1, 0), (_recording.Activity.Created, _recording.Activity.Replaced, _recording.Activity.Removed));
        Assert.Equal(1, _recording.Activity.PeakObjects);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Draw_WithoutAName_SaysSo(string? name)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => _chart.DrawHorizontalLine(name, 1, Color.Red));

        Assert.Contains("HorizontalLine", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_AnotherValue_CountsOnce()
    {
        ChartRectangle band = _chart.DrawRectangle("band", 1, 10, 5, 20, Color.Orange);

        band.Y1 = 11;
        band.Y1 = 11;
        band.IsFilled = true;
        band.IsFilled = true;
        band.Color = Color.FromHex(Color.Orange.ToHexString());

        Assert.Equal(2, _recording.Activity.Updated);
        Assert.Equal(11, _recording.Get<ChartRectangle>("band").Y1);
    }

    [Fact]
    public void Set_AfterRemoval_HasNoEffectAndIsCounted()
    {
        ChartText text = _chart.DrawText("t", "before", 1, 1, Color.Red);
        _chart.RemoveObject("t");

        text.Text = "after";

        Assert.False(text.IsAlive);
        Assert.Equal("before", text.Text);
        Assert.Equal((0, 1), (_recording.Activity.Updated, _recording.Activity.WritesAfterRemoval));
    }

    [Fact]
    public void Remove_UnknownName_DoesNothing()
    {
        _chart.RemoveObject("none");
        _chart.RemoveObject(null);

        Assert.Equal(default, _recording.Activity);
        Assert.Null(_chart.FindObject("none"));
    }

    [Fact]
    public void RemoveAllObjects_LeavesNoneAndKeepsThePeak()
    {
        for (int i = 0; i < 5; i++)
        {
            _chart.DrawHorizontalLine($"line {i}", i, Color.Red);
        }

        _chart.RemoveAllObjects();
        _chart.DrawHorizontalLine("again", 1, Color.Red);

        ChartActivity activity = _recording.Activity;
        Assert.Equal((6, 5, 1, 5), (activity.Created, activity.Removed, activity.Objects, activity.PeakObjects));
    }

    [Fact]
    public void Since_AnEarlierLook_CountsOnlyWhatCameAfter()
    {
        ChartHorizontalLine line = _chart.DrawHorizontalLine("a", 1, Color.Red);
        ChartActivity before = _recording.Activity;
        line.Y = 2;

        ChartActivity since = _recording.Activity.Since(before);

        Assert.Equal((0, 1, 1, 1), (since.Created, since.Updated, since.Changes, since.Objects));
    }

    [Fact]
    public void FindAllObjects_ByKind_FindsThoseInTheOrderOfDrawing()
    {
        _chart.DrawText("b", "1", 1, 1, Color.Red);
        _chart.DrawHorizontalLine("x", 1, Color.Red);
        _chart.DrawText("a", "2", 1, 1, Color.Red);

        Assert.Equal(["b", "a"], _chart.FindAllObjects<ChartText>().Select(t => t.Name));
        Assert.Equal(["x"], _chart.FindAllObjects(ChartObjectType.HorizontalLine).Select(o => o.Name));
    }

    [Fact]
    public void CalculateY_OfATrendLine_FollowsItsTwoPoints()
    {
        ChartTrendLine line = _chart.DrawTrendLine("l", 10, 100, 20, 200, Color.Red);

        Assert.Equal(150, line.CalculateY(15), tolerance: 1e-9);
        Assert.Equal(250, line.CalculateY(Start.AddHours(25)), tolerance: 1e-9);
    }

    [Fact]
    public void Objects_OfTwoAlgos_AreToldApart()
    {
        object first = Stage.Algo("first");
        object second = Stage.Algo("second");
        Stage.Play(first, () => _chart.DrawHorizontalLine("a", 1, Color.Red));
        Stage.Play(second, () =>
        {
            _chart.DrawHorizontalLine("b", 1, Color.Red);
            _chart.DrawHorizontalLine("c", 1, Color.Red).Y = 2;
        });

        Assert.Equal(["a"], _recording.ObjectsOf("first").Select(o => o.Name));
        Assert.Equal(["b", "c"], _recording.ObjectsOf("second").Select(o => o.Name));
        Assert.Equal((1, 0), (_recording.ActivityOf("first").Created, _recording.ActivityOf("first").Updated));
        Assert.Equal((2, 1), (_recording.ActivityOf("second").Created, _recording.ActivityOf("second").Updated));
    }

    [Fact]
    public void Draw_NameOfAnotherAlgo_PassesTheObjectOn()
    {
        Stage.Play(Stage.Algo("first"), () => _chart.DrawHorizontalLine("a", 1, Color.Red));
        Stage.Play(Stage.Algo("second"), () => _chart.DrawHorizontalLine("a", 2, Color.Red));

        Assert.Equal((1, 0), (_recording.ActivityOf("first").Created, _recording.ActivityOf("first").Objects));
        Assert.Equal((1, 1), (_recording.ActivityOf("second").Replaced, _recording.ActivityOf("second").Objects));
        Assert.Equal(1, _recording.Activity.Objects);
    }

    [Fact]
    public void Detach_AnAlgo_TakesItsObjectsControlsAndHandlers()
    {
        object leaver = Stage.Algo("leaver");
        int told = 0;
        Stage.Play(leaver, () =>
        {
            _chart.DrawHorizontalLine("a", 1, Color.Red);
            _chart.AddControl(new TextBlock());
            _chart.ZoomChanged += _ => told++;
            _chart.AddHotkey(() => told++, Key.F2);
        });
        Stage.Play(Stage.Algo("stayer"), () => _chart.DrawHorizontalLine("b", 1, Color.Red));

        _recording.Detach("leaver");
        _recording.ZoomAsUser(50);
        _recording.PressKey(Key.F2);

        Assert.Equal(["b"], _chart.Objects.Select(o => o.Name));
        Assert.Empty(_recording.Controls);
        Assert.Equal(0, told);
    }

    [Fact]
    public void ObjectEvents_TellWhatChanged()
    {
        List<string> told = [];
        _chart.ObjectsAdded += e => told.Add("added " + e.ChartObjects[0].Name);
        _chart.ObjectsUpdated += e => told.Add("updated " + e.ChartObjects[0].Name);
        _chart.ObjectsRemoved += e => told.Add($"removed {e.ChartObjects.Count}");

        _chart.DrawHorizontalLine("a", 1, Color.Red).Y = 3;
        _chart.DrawHorizontalLine("b", 1, Color.Red);
        _chart.RemoveAllObjects();

        Assert.Equal(["added a", "updated a", "added b", "removed 2"], told);
    }

    [Fact]
    public void Get_UnknownName_TellsWhatIsThere()
    {
        _chart.DrawHorizontalLine("a", 1, Color.Red);

        KeyNotFoundException e = Assert.Throws<KeyNotFoundException>(() => _recording.Get<ChartText>("a"));
        Assert.Contains("ChartText 'a'", e.Message, StringComparison.Ordinal);
    }
}
