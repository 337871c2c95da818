using cAlgo.API;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Charting.Pictures;
using LiqIndicators.Terminal.Rendering.Layout;
using LiqIndicators.Terminal.Rendering.Scenes;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Tests.Rendering;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal.Tests.Charting;

/// <summary>From an indicator that draws, through the terminal, to the pixels.</summary>
public sealed class TerminalPicturesTests
{
    private static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Attach_AnOverlay_DrawsAndIsPictured()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();

        RunningAlgo algo = terminal.Attach<BandOverlay>(chart);

        Assert.Empty(terminal.Errors);
        RecordingChart recording = chart.Recording;
        Assert.Equal(["band"], recording.ObjectsOf(algo.InstanceId).Select(o => o.Name));
        Scene scene = ToScene(chart, new ChartPictureOptions { PriceRange = (0, 200) });
        Assert.Equal(["Mean"], scene.Price.Series.Select(series => series.Name));
        Picture picture = new(scene);
        SceneLayout layout = SceneLayout.Of(scene);
        PlainScene.AssertClose(
            PlainScene.Blend(new SceneColor(128, 255, 165, 0), scene.Palette.Background),
            picture.At(layout.XOf(scene.Candles.Count - 4.5), layout.Price.YOf(52)));
    }

    [Fact]
    public void Attach_AnOscillator_OpensAWindowWithItsLine()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();

        terminal.Attach<Oscillator>(chart);

        Assert.Empty(terminal.Errors);
        ScenePane window = Assert.Single(ToScene(chart).Windows);
        Assert.Equal("Osc", window.Title);
        Assert.Equal([0.0, 1.0, 2.0], Assert.Single(window.Series).Values.Take(3));
        Assert.Single(window.Shapes);
    }

    [Fact]
    public void Detach_LeavesNothingOnTheChart()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();
        RunningAlgo overlay = terminal.Attach<BandOverlay>(chart);
        RunningAlgo oscillator = terminal.Attach<Oscillator>(chart);

        overlay.Detach();
        oscillator.Detach();

        RecordingChart recording = chart.Recording;
        Assert.Empty(recording.DrawnObjects);
        Assert.Empty(recording.Controls);
        Assert.Empty(recording.Areas);
        Assert.Equal(0, recording.Activity.Objects);
    }

    [Fact]
    public void ChangeParameter_DrawsAnewUnderTheSameName()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();
        RunningAlgo algo = terminal.Attach<BandOverlay>(chart);

        algo.ChangeParameter("Level", 70.0);

        Assert.Empty(terminal.Errors);
        Assert.Equal(70, chart.Recording.Get<ChartRectangle>("band").Y1);
        Assert.Equal((2, 1, 1), (chart.Recording.Activity.Created, chart.Recording.Activity.Removed, chart.Recording.Activity.Objects));
    }

    [Fact]
    public void Press_AButton_RunsAsTheAlgoAndItsExceptionIsKept()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();
        terminal.Attach<BandOverlay>(chart);
        RecordingChart recording = chart.Recording;

        recording.Press(recording.FindControls<Button>().Single());

        AlgoError error = Assert.Single(terminal.Errors);
        Assert.Equal("pressed", error.Exception.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NewBar_ReachesTheScrollHandlersOfTheAlgoIfThePlatformDoesSo(bool newBarsScroll)
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open(new TerminalOptions { NewBarsScrollCharts = newBarsScroll });
        RunningAlgo<BandOverlay> algo = terminal.Attach<BandOverlay>(chart);

        terminal.Tick("BTCUSD", Start.AddHours(1), 101);

        Assert.Equal(newBarsScroll ? [1] : [], algo.Instance.Scrolled);
    }

    [Fact]
    public void ChangeColorTheme_ReachesTheChart()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();

        terminal.ChangeColorTheme(ColorTheme.Light);

        Assert.Equal(ScenePalette.Light, ToScene(chart).Palette);
    }

    [Fact]
    public void OpenChart_Twice_GivesChartsOfTheirOwn()
    {
        (HeadlessTerminal terminal, TerminalChart chart) = Open();
        TerminalChart other = terminal.OpenChart("BTCUSD", TimeFrame.Hour);

        Assert.NotEqual(chart.Chart.Id, other.Chart.Id);
        Assert.Equal("BTCUSD", other.Chart.SymbolName);
    }

    [Fact]
    public void ToPng_SameRunTwice_GivesTheSameBytes()
    {
        static byte[] Run()
        {
            (HeadlessTerminal terminal, TerminalChart chart) = Open();
            terminal.Attach<BandOverlay>(chart);
            terminal.Attach<Oscillator>(chart);
            return chart.ToPng(new ChartPictureOptions { Width = 800, Height = 500 });
        }

        Assert.Equal(Run(), Run());
    }

    private static Scene ToScene(TerminalChart chart, ChartPictureOptions? options = null) => ChartPicture.ToScene(
        chart.Recording,
        [.. chart.Algos.Select(algo => ChartedIndicator.Of((Indicator)algo.Instance)).Where(indicator => indicator.IsOverlay)],
        options);

    private static (HeadlessTerminal Terminal, TerminalChart Chart) Open(TerminalOptions? options = null)
    {
        HeadlessTerminal terminal = new((options ?? new TerminalOptions()) with { StartUtc = Start });
        RecordedBar[] bars = [.. Enumerable.Range(-60, 60).Select(i => new RecordedBar(Start.AddHours(i), 100, 110, 90, 100, 10))];
        terminal.AddSymbol(new SymbolSpecification { Name = "BTCUSD" }, bars);
        return (terminal, terminal.OpenChart("BTCUSD", TimeFrame.Hour));
    }

    [Indicator(IsOverlay = true)]
    private sealed class BandOverlay : Indicator
    {
        [Parameter("Level", DefaultValue = 50.0)]
        public double Level { get; set; }

        [Output("Mean", LineColor = "Gray")]
        public IndicatorDataSeries Mean { get; set; } = null!;

        public List<int> Scrolled { get; } = [];

        public override void Calculate(int index) => Mean[index] = 100;

        protected override void Initialize()
        {
            ChartRectangle band = Chart.DrawRectangle("band", Bars.Count - 10, Level, Bars.Count - 1, Level + 5, Color.FromArgb(128, Color.Orange));
            band.IsFilled = true;
            Button button = new() { Text = "Fold", HorizontalAlignment = HorizontalAlignment.Left, VerticalAlignment = VerticalAlignment.Top };
            button.Click += _ => throw new InvalidOperationException("pressed");
            Chart.AddControl(button);
            Chart.ScrollChanged += e => Scrolled.Add(e.BarsDelta);
        }
    }

    [Indicator("Osc", IsOverlay = false)]
    private sealed class Oscillator : Indicator
    {
        [Output("Line")]
        public IndicatorDataSeries Line { get; set; } = null!;

        public override void Calculate(int index) => Line[index] = index;

        protected override void Initialize() => IndicatorArea.DrawHorizontalLine("zero", 0, Color.Gray);
    }
}
