using cAlgo.API;
using cAlgo.API.Hosting;

namespace LiqIndicators.Terminal.Charting;

/// <content>Keys.</content>
public sealed partial class RecordingChart
{
    private readonly List<Hotkey> _hotkeys = [];

    /// <summary>The user presses a key; a hotkey takes it, otherwise the chart tells who listens.</summary>
    public void PressKey(Key key, ModifierKeys modifiers = ModifierKeys.None)
    {
        ChartKeyboardEventArgs args = new(
            this, key, modifiers, modifiers.HasFlag(ModifierKeys.Control), modifiers.HasFlag(ModifierKeys.Shift), modifiers.HasFlag(ModifierKeys.Alt));
        if (_hotkeys.Find(h => h.Key == key && h.Modifiers == modifiers) is { } hotkey)
        {
            ChartHost.Run(hotkey.Algo, "Hotkey", () => hotkey.Handler(args));
        }
        else
        {
            KeyDownEvent.Raise(ChartHost, "KeyDown", args);
        }
    }

    bool Chart.AddHotkey(Action<ChartKeyboardEventArgs> hotkeyHandler, Key key, ModifierKeys modifiers) =>
        AddHotkey(hotkeyHandler, key, modifiers);

    bool Chart.AddHotkey(Action<ChartKeyboardEventArgs> hotkeyHandler, string hotkey) =>
        TryParse(hotkey, out Key key, out ModifierKeys modifiers) && AddHotkey(hotkeyHandler, key, modifiers);

    bool Chart.AddHotkey(Action hotkeyHandler, Key key, ModifierKeys modifiers) => AddHotkey(_ => hotkeyHandler(), key, modifiers);

    bool Chart.AddHotkey(Action hotkeyHandler, string hotkey) =>
        TryParse(hotkey, out Key key, out ModifierKeys modifiers) && AddHotkey(_ => hotkeyHandler(), key, modifiers);

    private static bool TryParse(string hotkey, out Key key, out ModifierKeys modifiers)
    {
        modifiers = ModifierKeys.None;
        key = Key.None;
        foreach (string part in hotkey.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.Equals("Ctrl", StringComparison.OrdinalIgnoreCase) ? nameof(ModifierKeys.Control) : part;
            if (Enum.TryParse(word, ignoreCase: true, out ModifierKeys modifier) && modifier != ModifierKeys.None)
            {
                modifiers |= modifier;
            }
            else if (key != Key.None || !Enum.TryParse(char.IsAsciiDigit(word[0]) ? "D" + word : word, ignoreCase: true, out key))
            {
                return false;
            }
        }

        return key != Key.None;
    }

    private bool AddHotkey(Action<ChartKeyboardEventArgs> handler, Key key, ModifierKeys modifiers)
    {
        ChartHost.CheckAccess();
        if (_hotkeys.Exists(h => h.Key == key && h.Modifiers == modifiers))
        {
            return false;
        }

        _hotkeys.Add(new Hotkey(AlgoScope.Current, key, modifiers, handler));
        return true;
    }

    private sealed record Hotkey(IAlgoHost? Algo, Key Key, ModifierKeys Modifiers, Action<ChartKeyboardEventArgs> Handler);
}
