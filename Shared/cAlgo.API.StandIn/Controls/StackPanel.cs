namespace cAlgo.API;

public class StackPanel : Panel
{
    private Orientation _orientation = Orientation.Vertical;

    public Orientation Orientation
    {
        get => _orientation;
        set => Set(ref _orientation, value);
    }
}
