using cAlgo.API;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Rendering.Scenes;
using LiqIndicators.Terminal.Charting.Pictures;

namespace LiqIndicators.Terminal.Tests.Charting;

public sealed class ChartViewTests
{
    private static readonly DateTime Start = new(2025, 3, 10, 0, 0, 0, DateTimeKind.Utc);

    private readonly ListBars _bars = ListBars.Hours(1000);
    private readonly RecordingChart _recording;
    private readonly Chart _chart;

    // 800 pixels at 8 pixels per bar: 100 bars in sight, 10 of them empty.
    public ChartViewTests() =>
        _chart = _recording = new RecordingChart(_bars, null, new RecordingChartOptions { Width = 800, Height = 500, RightMarginBars = 10 });

    [Fact]
    public void View_AtFirst_ShowsTheNewestBarsAndTheMargin() =>
        Assert.Equal((910, 999, 100), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex, _chart.MaxVisibleBars));

    [Fact]
    public void View_FewBars_ShowsThemAll()
    {
        Chart chart = new RecordingChart(ListBars.Hours(5), null);

        Assert.Equal((0, 4), (chart.FirstVisibleBarIndex, chart.LastVisibleBarIndex));
    }

    [Fact]
    public void ScrollXBy_Back_MovesBothEdgesAndSaysHowFar()
    {
        List<int> deltas = [];
        _chart.ScrollChanged += e => deltas.Add(e.BarsDelta);

        _chart.ScrollXBy(-100);

        Assert.Equal((810, 909), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
        Assert.Equal([-100], deltas);
    }

    [Fact]
    public void ScrollXBy_BeyondTheEnds_KeepsOneBarInSight()
    {
        _chart.ScrollXBy(10_000);
        Assert.Equal((999, 999), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));

        _chart.ScrollXBy(-10_000);
        Assert.Equal((0, 0), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
    }

    [Fact]
    public void ScrollXTo_ABar_PutsItAtTheLeft()
    {
        _chart.ScrollXTo(300);
        Assert.Equal((300, 399), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));

        _chart.ScrollXTo(Start.AddHours(200.5));
        Assert.Equal(200, _chart.FirstVisibleBarIndex);
    }

    [Fact]
    public void NewBar_WhileFollowing_MovesTheView()
    {
        List<int> deltas = [];
        _chart.ScrollChanged += e => deltas.Add(e.BarsDelta);

        _bars.Append(ListBars.HourBar(1000));
        _recording.NoteBarsChanged();
        _recording.NoteBarsChanged();

        Assert.Equal((911, 1000), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
        Assert.Equal([1], deltas);
    }

    [Fact]
    public void NewBar_WhileScrolledBack_LeavesTheViewWhereItIs()
    {
        _chart.ScrollXBy(-100);

        _bars.Append(ListBars.HourBar(1000));
        _recording.NoteBarsChanged();

        Assert.Equal((810, 909), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
    }

    [Fact]
    public void History_LoadedBefore_ShiftsIndicesButNotTheBarsInSight()
    {
        _chart.ScrollXBy(-100);
        ChartVerticalLine line = _chart.DrawVerticalLine("v", 850, Color.Red);

        _bars.Prepend(ListBars.HourBar(-2), ListBars.HourBar(-1));

        Assert.Equal((812, 911), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
        Assert.Equal(852, _chart.XToBarIndex(_chart.TimeToX(line.Time)), tolerance: 1e-9);
    }

    [Fact]
    public void History_LoadedBefore_IsNotScrolling()
    {
        int told = 0;
        _chart.ScrollChanged += _ => told++;

        _bars.Prepend(ListBars.HourBar(-2), ListBars.HourBar(-1));
        _recording.NoteBarsChanged();

        Assert.Equal(0, told);
        Assert.Equal((912, 1001), (_chart.FirstVisibleBarIndex, _chart.LastVisibleBarIndex));
    }

    [Fact]
    public void ScrollAsUser_WhileForbidden_DoesNothing()
    {
        _chart.IsScrollingEnabled = false;

        _recording.ScrollAsUser(-50);

        Assert.Equal(999, _chart.LastVisibleBarIndex);
    }

    [Fact]
    public void Zoom_Doubled_HalvesTheBarsInSightAndSaysSo()
    {
        int told = 0;
        _chart.ZoomChanged += _ => told++;

        _recording.ZoomAsUser(200);
        _recording.ZoomAsUser(200);

        Assert.Equal((200, 50, 1), (_chart.ZoomLevel, _chart.MaxVisibleBars, told));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(9999, 500)]
    public void Zoom_OutOfRange_IsDrawnIn(int asked, int expected)
    {
        _chart.ZoomLevel = asked;

        Assert.Equal(expected, _chart.ZoomLevel);
    }

    [Fact]
    public void Resize_Wider_ShowsMoreBarsAndSaysSo()
    {
        int told = 0;
        _chart.SizeChanged += _ => told++;

        _recording.Resize(1600, 600);

        Assert.Equal((1600.0, 600.0, 200, 1), (_chart.Width, _chart.Height, _chart.MaxVisibleBars, told));
    }

    [Fact]
    public void Pixels_OfBarsAndValues_GoThereAndBack()
    {
        _chart.SetYRange(0, 100);

        // The view begins at place 910: its centre is half a bar of 8 pixels to the right.
        Assert.Equal(4, _chart.BarIndexToX(910), tolerance: 1e-9);
        Assert.Equal(12, _chart.TimeToX(Start.AddHours(911)), tolerance: 1e-9);
        Assert.Equal(950.25, _chart.XToBarIndex(_chart.BarIndexToX(950.25)), tolerance: 1e-9);
        Assert.Equal(Start.AddHours(950.5), _chart.XToTime(_chart.BarIndexToX(950.5)));
        Assert.Equal(125, _chart.YValueToY(75), tolerance: 1e-9);
        Assert.Equal(75, _chart.YToYValue(125), tolerance: 1e-9);
    }

    [Fact]
    public void Scale_OfItsOwn_HoldsTheBarsInSight()
    {
        Assert.InRange(_chart.BottomY, 20, 30);
        Assert.InRange(_chart.TopY, 70, 80);
    }

    [Fact]
    public void SetYRange_TellsHowTheEdgesMoved()
    {
        _chart.SetYRange(0, 100);
        List<(double, double)> told = [];
        _chart.ScrollChanged += e => told.Add((e.BottomYDelta, e.TopYDelta));

        _chart.SetYRange(10, 130);
        _chart.SetYRange(10, 130);

        Assert.Equal([(10.0, 30.0)], told);
        Assert.Throws<ArgumentException>(() => _chart.SetYRange(5, 5));
    }

    [Fact]
    public void ChangeTheme_TakesTheColoursOfTheThemeAndSaysSo()
    {
        int told = 0;
        _chart.ColorsChanged += _ => told++;
        Color dark = _chart.ColorSettings.BackgroundColor;

        _recording.ChangeTheme(ColorTheme.Light);

        Assert.NotEqual(dark, _chart.ColorSettings.BackgroundColor);
        Assert.Equal(1, told);
        _chart.ColorSettings.BackgroundColor = _chart.ColorSettings.BackgroundColor;
        Assert.Equal(1, told);
        _chart.ColorSettings.BackgroundColor = Color.Black;
        Assert.Equal(2, told);
    }

    [Theory]
    [InlineData(ColorTheme.Dark)]
    [InlineData(ColorTheme.Light)]
    public void Colours_OfATheme_AreThoseOfThePictures(ColorTheme theme)
    {
        RecordingChart chart = new(_bars, null, new RecordingChartOptions { Theme = theme });

        ScenePalette palette = ChartPicture.ToScene(chart, []).Palette;

        Assert.Equal(theme == ColorTheme.Dark ? ScenePalette.Dark : ScenePalette.Light, palette);
    }

    [Fact]
    public void Hotkey_Pressed_ReachesItsHandlerOnly()
    {
        List<string> told = [];
        _chart.KeyDown += e => told.Add($"key {e.Key}");

        Assert.True(_chart.AddHotkey(() => told.Add("hot"), "Ctrl+H"));
        Assert.False(_chart.AddHotkey(() => told.Add("again"), Key.H, ModifierKeys.Control));
        Assert.False(_chart.AddHotkey(() => told.Add("no key"), "Ctrl+Nonsense"));
        _recording.PressKey(Key.H, ModifierKeys.Control);
        _recording.PressKey(Key.H);

        Assert.Equal(["hot", "key H"], told);
    }

    [Fact]
    public void Visibility_Changed_IsToldOnce()
    {
        List<bool> told = [];
        _chart.VisibilityChanged += e => told.Add(e.Chart.IsVisible);

        _recording.SetVisible(false);
        _recording.SetVisible(false);
        _recording.SetVisible(true);

        Assert.Equal([false, true], told);
    }

    [Fact]
    public void Click_OnThePane_TellsWhereItIs()
    {
        _chart.SetYRange(0, 100);
        ChartMouseEventArgs? told = null;
        _chart.MouseDown += e => told = e;

        _recording.Click(12, 125);

        Assert.Equal((911.0, 75.0, Start.AddHours(911)), (told!.BarIndex, told.YValue, told.TimeValue));
    }

    [Fact]
    public void IndicatorArea_AddedAndRemoved_IsToldAndDies()
    {
        List<string> told = [];
        _chart.IndicatorAreaAdded += _ => told.Add("added");
        _chart.IndicatorAreaRemoved += _ => told.Add("removed");

        RecordingIndicatorArea area = _recording.AddIndicatorArea();
        ChartObject drawn = ((IndicatorArea)area).DrawHorizontalLine("zero", 0, Color.Gray);
        Assert.Same(area, Assert.Single(_chart.IndicatorAreas));
        Assert.Empty(_chart.Objects);
        _recording.RemoveIndicatorArea(area);

        Assert.Equal(["added", "removed"], told);
        Assert.False(area.IsAlive);
        Assert.False(drawn.IsAlive);
        Assert.Equal((1, 1), (_recording.Activity.Created, _recording.Activity.Removed));
    }

    [Fact]
    public void Chartshot_WithoutACamera_SaysSo()
    {
        Assert.Throws<InvalidOperationException>(() => _chart.TakeChartshot());

        _recording.Camera = chart => ChartPicture.ToPng(chart, []);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], _chart.TakeChartshot().Take(4));
    }
}
