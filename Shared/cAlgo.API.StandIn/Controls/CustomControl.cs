namespace cAlgo.API;

public abstract class CustomControl : ControlBase
{
    private readonly List<ControlBase> _children = new();

    protected CustomControl()
    {
    }

    internal override IReadOnlyList<ControlBase> VisualChildren => _children;

    protected void AddChild(ControlBase childControl)
    {
        Adopt(childControl);
        _children.Add(childControl);
        RaiseChanged(this);
    }
}
