namespace cAlgo.API;

public class ButtonClickEventArgs
{
    internal ButtonClickEventArgs(Button button)
    {
        Button = button;
    }

    public Button Button { get; }
}

public class CheckBoxEventArgs
{
    internal CheckBoxEventArgs(CheckBox checkBox)
    {
        CheckBox = checkBox;
    }

    public CheckBox CheckBox { get; }
}

public class TextChangedEventArgs
{
    internal TextChangedEventArgs(TextBox textBox)
    {
        TextBox = textBox;
    }

    public TextBox TextBox { get; }
}

public class ToggleButtonEventArgs
{
    internal ToggleButtonEventArgs(ToggleButton toggleButton)
    {
        ToggleButton = toggleButton;
    }

    public ToggleButton ToggleButton { get; }
}
