using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>What a user does with the mouse.</content>
public abstract partial class RecordingArea
{
    /// <summary>Moves the pointer to a pixel of the pane.</summary>
    public void MovePointer(double x, double y) => MouseMoveEvent.Raise(Host, "MouseMove", At(x, y));

    /// <summary>Presses and releases the button of the mouse at a pixel of the pane.</summary>
    public void Click(double x, double y)
    {
        MouseDownEvent.Raise(Host, "MouseDown", At(x, y));
        MouseUpEvent.Raise(Host, "MouseUp", At(x, y));
    }

    private ChartMouseEventArgs At(double x, double y)
    {
        ChartArea area = this;
        return new ChartMouseEventArgs(Owner, this, x, y, area.XToTime(x), area.XToBarIndex(x), area.YToYValue(y), false, false, false);
    }
}
