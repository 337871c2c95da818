namespace cAlgo.API;

public abstract class Panel : ControlBase
{
    private readonly List<ControlBase> _children = new();

    protected Panel()
    {
    }

    public Color BackgroundColor
    {
        get => Styled<Color>(ControlProperty.BackgroundColor, null);
        set => SetStyled(ControlProperty.BackgroundColor, value);
    }

    internal override IReadOnlyList<ControlBase> VisualChildren => _children;

    public void AddChild(ControlBase child)
    {
        Adopt(child);
        _children.Add(child);
        RaiseChanged(this);
    }

    public void RemoveChild(ControlBase child)
    {
        if (_children.Remove(child))
        {
            Release(child);
            RaiseChanged(this);
        }
    }
}
