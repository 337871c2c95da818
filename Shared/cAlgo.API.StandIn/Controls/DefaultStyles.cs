namespace cAlgo.API;

public static class DefaultStyles
{
    public static Style TextBlockStyle { get; } = new();

    public static Style TextBoxStyle { get; } = new();

    public static Style ButtonStyle { get; } = new();

    public static Style ToggleButtonStyle { get; } = new();

    public static Style CheckBoxStyle { get; } = new();
}
