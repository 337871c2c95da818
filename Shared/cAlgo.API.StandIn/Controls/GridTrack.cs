namespace cAlgo.API;

/// <summary>One row or one column: the two differ only in the words of their interfaces.</summary>
internal sealed class GridTrack : GridRow, GridColumn
{
    private readonly Action _changed;
    private GridLength _length = GridLength.OneStar;
    private double _min;
    private double _max = double.PositiveInfinity;

    internal GridTrack(int index, Action changed)
    {
        Index = index;
        _changed = changed;
    }

    public int Index { get; internal set; }

    GridLength GridRow.Height => _length;

    GridLength GridColumn.Width => _length;

    double GridRow.MinHeight
    {
        get => _min;
        set => Set(ref _min, value);
    }

    double GridRow.MaxHeight
    {
        get => _max;
        set => Set(ref _max, value);
    }

    double GridColumn.MinWidth
    {
        get => _min;
        set => Set(ref _min, value);
    }

    double GridColumn.MaxWidth
    {
        get => _max;
        set => Set(ref _max, value);
    }

    void GridRow.SetHeightInPixels(double value) => Set(ref _length, new GridLength(value, GridUnitType.Pixel));

    void GridRow.SetHeightInStars(double stars) => Set(ref _length, new GridLength(stars, GridUnitType.Star));

    void GridRow.SetHeightToAuto() => Set(ref _length, GridLength.Auto);

    void GridColumn.SetWidthInPixels(double value) => Set(ref _length, new GridLength(value, GridUnitType.Pixel));

    void GridColumn.SetWidthInStars(double stars) => Set(ref _length, new GridLength(stars, GridUnitType.Star));

    void GridColumn.SetWidthToAuto() => Set(ref _length, GridLength.Auto);

    private void Set<T>(ref T field, T value)
    {
        field = value;
        _changed();
    }
}
