using cAlgo.API;
using LiqIndicators.Terminal.Charting;

namespace LiqIndicators.Terminal.Tests.Charting;

public sealed class ChartDraggableTests
{
    private readonly RecordingChart _recording;
    private readonly Chart _chart;

    public ChartDraggableTests() => _chart = _recording = new RecordingChart(ListBars.Hours(50), null);

    [Fact]
    public void Add_WithAChild_PutsItOnTheChart()
    {
        TextBlock words = new() { Text = "card" };
        ChartDraggable draggable = _chart.Draggables.Add();

        draggable.Child = words;

        Assert.Same(draggable, Assert.Single(_chart.Draggables));
        Assert.Same(draggable, Assert.Single(_recording.Controls).Grip);
        Assert.Same(words, Assert.Single(_recording.FindControls<TextBlock>()));
        Assert.Equal(1, _recording.Activity.ControlsAdded);
    }

    [Fact]
    public void DragAsUser_TellsTheNewPlace()
    {
        ChartDraggable draggable = _chart.Draggables.Add();
        draggable.Child = new TextBlock();
        List<(double X, double Y)> told = [];
        draggable.LocationChanged += change => told.Add((change.Draggable.X, change.Draggable.Y));

        draggable.X = 5;
        _recording.DragAsUser(draggable, 120, 40);

        Assert.Equal([(120, 40)], told);
    }

    [Fact]
    public void X_SetByTheAlgo_CountsOnceAndOnlyWhileThereIsSomethingToMove()
    {
        ChartDraggable draggable = _chart.Draggables.Add();
        draggable.X = 5;
        draggable.Child = new TextBlock();

        draggable.X = 6;
        draggable.X = 6;

        Assert.Equal(1, _recording.Activity.ControlsUpdated);
    }

    [Fact]
    public void Remove_TakesTheChildAway()
    {
        ChartDraggable draggable = _chart.Draggables.Add();
        draggable.Child = new TextBlock();

        _chart.Draggables.Remove(draggable);

        Assert.Equal(0, _chart.Draggables.Count);
        Assert.Empty(_recording.Controls);
        Assert.Throws<ArgumentException>(() => _recording.DragAsUser(draggable, 1, 1));
    }
}
