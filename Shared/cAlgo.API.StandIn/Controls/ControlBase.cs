namespace cAlgo.API;

public abstract class ControlBase
{
    private readonly Dictionary<ControlProperty, object> _local = new();
    private Style _style;
    private double _left = double.NaN;
    private double _top = double.NaN;
    private double _right = double.NaN;
    private double _bottom = double.NaN;
    private bool _isEnabled = true;
    private bool _isVisible = true;
    private bool _isHitTestVisible = true;
    private VerticalAlignment _verticalAlignment = VerticalAlignment.Stretch;
    private HorizontalAlignment _horizontalAlignment = HorizontalAlignment.Stretch;
    private Dock _dock;

    protected ControlBase()
    {
    }

    public Guid UniqueId { get; } = Guid.NewGuid();

    public Style Style
    {
        get => _style;
        set => Set(ref _style, value);
    }

    public double Left
    {
        get => _left;
        set => Set(ref _left, value);
    }

    public double Top
    {
        get => _top;
        set => Set(ref _top, value);
    }

    public double Right
    {
        get => _right;
        set => Set(ref _right, value);
    }

    public double Bottom
    {
        get => _bottom;
        set => Set(ref _bottom, value);
    }

    public double Width
    {
        get => Styled(ControlProperty.Width, double.NaN);
        set => SetStyled(ControlProperty.Width, value);
    }

    public double Height
    {
        get => Styled(ControlProperty.Height, double.NaN);
        set => SetStyled(ControlProperty.Height, value);
    }

    public double MinWidth
    {
        get => Styled(ControlProperty.MinWidth, 0.0);
        set => SetStyled(ControlProperty.MinWidth, value);
    }

    public double MinHeight
    {
        get => Styled(ControlProperty.MinHeight, 0.0);
        set => SetStyled(ControlProperty.MinHeight, value);
    }

    public double MaxWidth
    {
        get => Styled(ControlProperty.MaxWidth, double.PositiveInfinity);
        set => SetStyled(ControlProperty.MaxWidth, value);
    }

    public double MaxHeight
    {
        get => Styled(ControlProperty.MaxHeight, double.PositiveInfinity);
        set => SetStyled(ControlProperty.MaxHeight, value);
    }

    public double Opacity
    {
        get => Styled(ControlProperty.Opacity, 1.0);
        set => SetStyled(ControlProperty.Opacity, value);
    }

    public Thickness Margin
    {
        get => Styled(ControlProperty.Margin, default(Thickness));
        set => SetStyled(ControlProperty.Margin, value);
    }

    public bool IsEnabled
    {
        get => _isEnabled;
        set => Set(ref _isEnabled, value);
    }

    public bool IsVisible
    {
        get => _isVisible;
        set => Set(ref _isVisible, value);
    }

    public bool IsHitTestVisible
    {
        get => _isHitTestVisible;
        set => Set(ref _isHitTestVisible, value);
    }

    public VerticalAlignment VerticalAlignment
    {
        get => _verticalAlignment;
        set => Set(ref _verticalAlignment, value);
    }

    public HorizontalAlignment HorizontalAlignment
    {
        get => _horizontalAlignment;
        set => Set(ref _horizontalAlignment, value);
    }

    public Dock Dock
    {
        get => _dock;
        set => Set(ref _dock, value);
    }

    /// <summary>Raised on this control when a property of it or of a control inside it takes another value.</summary>
    internal event Action<ControlBase> Changed;

    internal ControlBase Parent { get; private set; }

    /// <summary>The controls directly inside, in drawing order.</summary>
    internal virtual IReadOnlyList<ControlBase> VisualChildren => Array.Empty<ControlBase>();

    public void ResetProperty(ControlProperty property)
    {
        if (_local.Remove(property))
        {
            RaiseChanged(this);
        }
    }

    /// <summary>Value set on the control, else that of its style in the given state, else the default.</summary>
    internal T Styled<T>(ControlProperty property, T defaultValue, ControlState state = 0)
    {
        if (_local.TryGetValue(property, out object local))
        {
            return (T)local;
        }

        return _style?.Get(property, state) is T fromStyle ? fromStyle : defaultValue;
    }

    private protected void SetStyled<T>(ControlProperty property, T value)
    {
        if (!_local.TryGetValue(property, out object old) || !Equals(old, value))
        {
            _local[property] = value;
            RaiseChanged(this);
        }
    }

    private protected bool Set<T>(ref T field, T value)
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
        {
            return false;
        }

        field = value;
        RaiseChanged(this);
        return true;
    }

    private protected void SetChild(ref ControlBase field, ControlBase child)
    {
        if (ReferenceEquals(field, child))
        {
            return;
        }

        if (field is not null)
        {
            field.Parent = null;
        }

        Adopt(child);
        field = child;
        RaiseChanged(this);
    }

    private protected void Adopt(ControlBase child)
    {
        if (child is null)
        {
            return;
        }

        if (child.Parent is not null)
        {
            throw new InvalidOperationException(
                $"The {child.GetType().Name} is already inside a {child.Parent.GetType().Name}.");
        }

        child.Parent = this;
    }

    private protected static void Release(ControlBase child) => child.Parent = null;

    private protected void RaiseChanged(ControlBase origin)
    {
        Changed?.Invoke(origin);
        Parent?.RaiseChanged(origin);
    }
}
