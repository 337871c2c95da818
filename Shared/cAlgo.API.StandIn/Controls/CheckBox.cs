namespace cAlgo.API;

public class CheckBox : Control
{
    private bool? _isChecked = false;
    private string _text;
    private bool _isThreeState;
    private ControlBase _content;

    public string Text
    {
        get => _text;
        set => Set(ref _text, value);
    }

    public bool IsThreeState
    {
        get => _isThreeState;
        set => Set(ref _isThreeState, value);
    }

    public ControlBase Content
    {
        get => _content;
        set => SetChild(ref _content, value);
    }

    internal override IReadOnlyList<ControlBase> VisualChildren =>
        _content is null ? Array.Empty<ControlBase>() : new[] { _content };

    public event Action<CheckBoxEventArgs> Click;

    public event Action<CheckBoxEventArgs> Checked;

    public event Action<CheckBoxEventArgs> Unchecked;

    public event Action<CheckBoxEventArgs> Indeterminate;

    public bool? IsChecked
    {
        get => _isChecked;
        set
        {
            if (Set(ref _isChecked, value))
            {
                (value switch { true => Checked, false => Unchecked, null => Indeterminate })
                    ?.Invoke(new CheckBoxEventArgs(this));
            }
        }
    }

    internal void PerformClick()
    {
        IsChecked = IsChecked switch
        {
            false => true,
            true when IsThreeState => null,
            _ => false,
        };
        Click?.Invoke(new CheckBoxEventArgs(this));
    }
}
