using cAlgo.API;
using LiqIndicators.Terminal.Charting.Objects;

namespace LiqIndicators.Terminal.Charting;

/// <content>Drawing. Bar indices become times at once: history that loads later shifts indices, not times.</content>
public abstract partial class RecordingArea
{
    ChartHorizontalLine ChartArea.DrawHorizontalLine(string name, double y, Color color) =>
        Keep(new RecordedHorizontalLine(this, name, y, new LineLook(color)));

    ChartHorizontalLine ChartArea.DrawHorizontalLine(string name, double y, Color color, int thickness) =>
        Keep(new RecordedHorizontalLine(this, name, y, new LineLook(color, thickness)));

    ChartHorizontalLine ChartArea.DrawHorizontalLine(string name, double y, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedHorizontalLine(this, name, y, new LineLook(color, thickness, lineStyle)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, DateTime time, Color color) =>
        Keep(new RecordedVerticalLine(this, name, time, new LineLook(color)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, DateTime time, Color color, int thickness) =>
        Keep(new RecordedVerticalLine(this, name, time, new LineLook(color, thickness)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, DateTime time, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedVerticalLine(this, name, time, new LineLook(color, thickness, lineStyle)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, int barIndex, Color color) =>
        Keep(new RecordedVerticalLine(this, name, TimeOf(barIndex), new LineLook(color)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, int barIndex, Color color, int thickness) =>
        Keep(new RecordedVerticalLine(this, name, TimeOf(barIndex), new LineLook(color, thickness)));

    ChartVerticalLine ChartArea.DrawVerticalLine(string name, int barIndex, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedVerticalLine(this, name, TimeOf(barIndex), new LineLook(color, thickness, lineStyle)));

    ChartTrendLine ChartArea.DrawTrendLine(string name, DateTime time1, double y1, DateTime time2, double y2, Color color) =>
        Keep(new RecordedTrendLine(this, name, new Corners(time1, y1, time2, y2), new LineLook(color)));

    ChartTrendLine ChartArea.DrawTrendLine(string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness) =>
        Keep(new RecordedTrendLine(this, name, new Corners(time1, y1, time2, y2), new LineLook(color, thickness)));

    ChartTrendLine ChartArea.DrawTrendLine(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedTrendLine(this, name, new Corners(time1, y1, time2, y2), new LineLook(color, thickness, lineStyle)));

    ChartTrendLine ChartArea.DrawTrendLine(string name, int barIndex1, double y1, int barIndex2, double y2, Color color) =>
        Keep(new RecordedTrendLine(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color)));

    ChartTrendLine ChartArea.DrawTrendLine(string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness) =>
        Keep(new RecordedTrendLine(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color, thickness)));

    ChartTrendLine ChartArea.DrawTrendLine(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedTrendLine(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color, thickness, lineStyle)));

    ChartRectangle ChartArea.DrawRectangle(string name, DateTime time1, double y1, DateTime time2, double y2, Color color) =>
        Keep(new RecordedRectangle(this, name, new Corners(time1, y1, time2, y2), new LineLook(color)));

    ChartRectangle ChartArea.DrawRectangle(string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness) =>
        Keep(new RecordedRectangle(this, name, new Corners(time1, y1, time2, y2), new LineLook(color, thickness)));

    ChartRectangle ChartArea.DrawRectangle(
        string name, DateTime time1, double y1, DateTime time2, double y2, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedRectangle(this, name, new Corners(time1, y1, time2, y2), new LineLook(color, thickness, lineStyle)));

    ChartRectangle ChartArea.DrawRectangle(string name, int barIndex1, double y1, int barIndex2, double y2, Color color) =>
        Keep(new RecordedRectangle(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color)));

    ChartRectangle ChartArea.DrawRectangle(string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness) =>
        Keep(new RecordedRectangle(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color, thickness)));

    ChartRectangle ChartArea.DrawRectangle(
        string name, int barIndex1, double y1, int barIndex2, double y2, Color color, int thickness, LineStyle lineStyle) =>
        Keep(new RecordedRectangle(this, name, CornersOf(barIndex1, y1, barIndex2, y2), new LineLook(color, thickness, lineStyle)));

    ChartText ChartArea.DrawText(string name, string text, DateTime time, double y, Color color) =>
        Keep(new RecordedText(this, name, text, time, y, color));

    ChartText ChartArea.DrawText(string name, string text, int barIndex, double y, Color color) =>
        Keep(new RecordedText(this, name, text, TimeOf(barIndex), y, color));

    ChartStaticText ChartArea.DrawStaticText(
        string name, string text, VerticalAlignment verticalAlignment, HorizontalAlignment horizontalAlignment, Color color) =>
        Keep(new RecordedStaticText(this, name, text, verticalAlignment, horizontalAlignment, color));

    ChartIcon ChartArea.DrawIcon(string name, ChartIconType iconType, DateTime time, double y, Color color) =>
        Keep(new RecordedIcon(this, name, iconType, time, y, color));

    ChartIcon ChartArea.DrawIcon(string name, ChartIconType iconType, int barIndex, double y, Color color) =>
        Keep(new RecordedIcon(this, name, iconType, TimeOf(barIndex), y, color));

    private DateTime TimeOf(int barIndex) => ChartTimes.TimeOf(Bars, barIndex);

    private Corners CornersOf(int barIndex1, double y1, int barIndex2, double y2) => new(TimeOf(barIndex1), y1, TimeOf(barIndex2), y2);
}
