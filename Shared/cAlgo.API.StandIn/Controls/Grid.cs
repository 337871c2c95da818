using cAlgo.API.Collections;

namespace cAlgo.API;

public class Grid : Panel
{
    private readonly TrackList<GridRow> _rows = new();
    private readonly TrackList<GridColumn> _columns = new();
    private readonly Dictionary<ControlBase, GridCell> _cells = new();
    private bool _showGridLines;

    public Grid()
        : this(1, 1)
    {
    }

    public Grid(int rowsCount, int columnsCount)
    {
        AddRows(rowsCount);
        AddColumns(columnsCount);
    }

    public IReadonlyList<GridRow> Rows => _rows;

    public IReadonlyList<GridColumn> Columns => _columns;

    public bool ShowGridLines
    {
        get => _showGridLines;
        set => Set(ref _showGridLines, value);
    }

    public void AddChild(ControlBase child, int row, int column) => AddChild(child, row, column, 1, 1);

    public void AddChild(ControlBase child, int row, int column, int rowSpan, int columnSpan)
    {
        _cells[child] = new GridCell(row, column, rowSpan, columnSpan);
        AddChild(child);
    }

    public GridRow AddRow() => Add(_rows);

    public GridColumn AddColumn() => Add(_columns);

    public void AddRows(int count)
    {
        for (int i = 0; i < count; i++)
        {
            AddRow();
        }
    }

    public void AddColumns(int count)
    {
        for (int i = 0; i < count; i++)
        {
            AddColumn();
        }
    }

    public void RemoveRowAt(int index) => Remove(_rows, index);

    public void RemoveColumnAt(int index) => Remove(_columns, index);

    /// <summary>Where a child sits; the first cell for a child added without a place.</summary>
    internal GridCell CellOf(ControlBase child) =>
        _cells.TryGetValue(child, out GridCell cell) ? cell : new GridCell(0, 0, 1, 1);

    private GridTrack Add<T>(TrackList<T> tracks)
    {
        GridTrack track = new(tracks.Count, () => RaiseChanged(this));
        tracks.Items.Add(track);
        RaiseChanged(this);
        return track;
    }

    private void Remove<T>(TrackList<T> tracks, int index)
    {
        tracks.Items.RemoveAt(index);
        for (int i = index; i < tracks.Count; i++)
        {
            tracks.Items[i].Index = i;
        }

        RaiseChanged(this);
    }
}
