using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.Fixtures;

/// <summary>An indicator that writes down what happens to it and does what the test tells it to.</summary>
[Indicator(IsOverlay = true, TimeZone = TimeZones.UTC, AccessRights = AccessRights.None)]
public class Probe : Indicator
{
    [Parameter("Number", DefaultValue = 7, MinValue = 1, MaxValue = 100)]
    public int Number { get; set; }

    [Output("Result", LineColor = "Orange")]
    public IndicatorDataSeries Result { get; set; } = null!;

    public List<string> Events { get; } = [];

    /// <summary>What to do when a bar is calculated; kept by the class so that it exists before the instance does.</summary>
    [ThreadStatic]
    private static Action<Probe, int>? s_onCalculate;

    [ThreadStatic]
    private static Action<Probe>? s_onInitialize;

    [ThreadStatic]
    private static List<Probe>? s_made;

    /// <summary>All instances since the last <see cref="Script"/>.</summary>
    public static IReadOnlyList<Probe> Made => s_made ??= [];

    public static void Script(Action<Probe>? onInitialize = null, Action<Probe, int>? onCalculate = null)
    {
        s_onInitialize = onInitialize;
        s_onCalculate = onCalculate;
        s_made = [];
    }

    public Probe()
    {
        (s_made ??= []).Add(this);
    }

    protected override void Initialize()
    {
        Events.Add("Initialize");
        s_onInitialize?.Invoke(this);
    }

    public override void Calculate(int index)
    {
        Events.Add($"Calculate({index})");
        s_onCalculate?.Invoke(this, index);
    }

    protected override void OnDestroy() => Events.Add("OnDestroy");

    protected override void OnTimer() => Events.Add("OnTimer");

    protected override void OnException(Exception exception) => Events.Add($"OnException({exception.Message})");
}
