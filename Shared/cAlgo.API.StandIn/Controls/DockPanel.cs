namespace cAlgo.API;

public class DockPanel : Panel
{
    private bool _lastChildFill = true;

    public bool LastChildFill
    {
        get => _lastChildFill;
        set => Set(ref _lastChildFill, value);
    }
}
