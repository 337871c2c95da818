using cAlgo.API;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>Puts the map through time on the price chart: translucent cells behind the candles, in the two hues of the sides.</summary>
internal sealed class HeatPainter
{
    // Fainter than bands: a whole area is covered, and candles stay the subject.
    private static readonly int[] Alphas = { 14, 26, 42, 62, 88 };
    private const int CellZIndex = -120;

    private readonly List<Tile> _tiles = new();
    private readonly NamedShapes<Tile> _shapes;

    internal HeatPainter(Chart chart) => _shapes = new NamedShapes<Tile>(chart, "LiqHeat", (name, tile) =>
    {
        ChartRectangle made = chart.DrawRectangle(
            name, tile.Cell.StartUtc, tile.Cell.LowPrice, tile.Cell.EndUtc, tile.Cell.HighPrice, tile.Color, 0);
        made.IsFilled = true;
        made.IsLocked = true;
        made.ZIndex = CellZIndex;
    });

    /// <summary>Draws the cells of a moment.</summary>
    /// <param name="cells">Cells, strongest first.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="isStale">Whether the data are too old: the drawing is then grey.</param>
    internal void Paint(IReadOnlyList<HeatCell> cells, ChartPalette palette, bool isStale)
    {
        _tiles.Clear();
        foreach (HeatCell cell in cells)
        {
            Color color = Color.FromArgb(Alphas[cell.Strength], isStale ? palette.Stale : palette.Of(cell.Side));
            _tiles.Add(new Tile(cell, color));
        }

        _shapes.Show(_tiles, isAnew: false);
    }

    /// <summary>A cell and its colour, by which it is told whether it looks the same as before.</summary>
    private readonly record struct Tile(HeatCell Cell, Color Color);
}
