using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>Events.</content>
public sealed partial class RecordingChart
{
    event Action<ChartActivationChangedEventArgs> Chart.Activated
    {
        add => ActivatedEvent.Add(value);
        remove => ActivatedEvent.Remove(value);
    }

    event Action<ChartActivationChangedEventArgs> Chart.Deactivated
    {
        add => DeactivatedEvent.Add(value);
        remove => DeactivatedEvent.Remove(value);
    }

    event Action<ChartDisplaySettingsEventArgs> Chart.DisplaySettingsChanged
    {
        add => DisplaySettingsChangedEvent.Add(value);
        remove => DisplaySettingsChangedEvent.Remove(value);
    }

    event Action<ChartColorEventArgs> Chart.ColorsChanged
    {
        add => ColorsChangedEvent.Add(value);
        remove => ColorsChangedEvent.Remove(value);
    }

    event Action<ChartTypeEventArgs> Chart.ChartTypeChanged
    {
        add => ChartTypeChangedEvent.Add(value);
        remove => ChartTypeChangedEvent.Remove(value);
    }

    event Action<ChartZoomEventArgs> Chart.ZoomChanged
    {
        add => ZoomChangedEvent.Add(value);
        remove => ZoomChangedEvent.Remove(value);
    }

    event Action<IndicatorAreaAddedEventArgs> Chart.IndicatorAreaAdded
    {
        add => IndicatorAreaAddedEvent.Add(value);
        remove => IndicatorAreaAddedEvent.Remove(value);
    }

    event Action<IndicatorAreaRemovedEventArgs> Chart.IndicatorAreaRemoved
    {
        add => IndicatorAreaRemovedEvent.Add(value);
        remove => IndicatorAreaRemovedEvent.Remove(value);
    }

    event Action<ChartKeyboardEventArgs> Chart.KeyDown
    {
        add => KeyDownEvent.Add(value);
        remove => KeyDownEvent.Remove(value);
    }

    event Action<ChartVisibilityChangedEventArgs> Chart.VisibilityChanged
    {
        add => VisibilityChangedEvent.Add(value);
        remove => VisibilityChangedEvent.Remove(value);
    }

    private ChartEvent<ChartActivationChangedEventArgs> ActivatedEvent { get; } = new();

    private ChartEvent<ChartActivationChangedEventArgs> DeactivatedEvent { get; } = new();

    private ChartEvent<ChartDisplaySettingsEventArgs> DisplaySettingsChangedEvent { get; } = new();

    private ChartEvent<ChartColorEventArgs> ColorsChangedEvent { get; } = new();

    private ChartEvent<ChartTypeEventArgs> ChartTypeChangedEvent { get; } = new();

    private ChartEvent<ChartZoomEventArgs> ZoomChangedEvent { get; } = new();

    private ChartEvent<IndicatorAreaAddedEventArgs> IndicatorAreaAddedEvent { get; } = new();

    private ChartEvent<IndicatorAreaRemovedEventArgs> IndicatorAreaRemovedEvent { get; } = new();

    private ChartEvent<ChartKeyboardEventArgs> KeyDownEvent { get; } = new();

    private ChartEvent<ChartVisibilityChangedEventArgs> VisibilityChangedEvent { get; } = new();

    private protected override void ForgetHandlers(string algoInstanceId)
    {
        base.ForgetHandlers(algoInstanceId);
        _hotkeys.RemoveAll(hotkey => hotkey.Algo?.InstanceId == algoInstanceId);
        ActivatedEvent.Forget(algoInstanceId);
        DeactivatedEvent.Forget(algoInstanceId);
        DisplaySettingsChangedEvent.Forget(algoInstanceId);
        ColorsChangedEvent.Forget(algoInstanceId);
        ChartTypeChangedEvent.Forget(algoInstanceId);
        ZoomChangedEvent.Forget(algoInstanceId);
        IndicatorAreaAddedEvent.Forget(algoInstanceId);
        IndicatorAreaRemovedEvent.Forget(algoInstanceId);
        KeyDownEvent.Forget(algoInstanceId);
        VisibilityChangedEvent.Forget(algoInstanceId);
    }
}
