namespace cAlgo.API;

public class WrapPanel : Panel
{
    private Orientation _orientation;
    private double _itemWidth = double.NaN;
    private double _itemHeight = double.NaN;

    public Orientation Orientation
    {
        get => _orientation;
        set => Set(ref _orientation, value);
    }

    public double ItemWidth
    {
        get => _itemWidth;
        set => Set(ref _itemWidth, value);
    }

    public double ItemHeight
    {
        get => _itemHeight;
        set => Set(ref _itemHeight, value);
    }
}
