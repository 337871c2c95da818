using System.Reflection;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Charting;
using LiqIndicators.Terminal.Platform;
using LiqIndicators.Terminal.Runtime;
using LiqIndicators.Terminal.Series;
using LiqIndicators.Terminal.Trading;

namespace LiqIndicators.Terminal;

/// <summary>An algo on a chart: its present instance, what it printed, what it threw and what it drew as lines.</summary>
/// <remarks>
/// The instance changes with every change of a parameter, of the time frame, and, when so told, with every load of
/// history; <see cref="InstanceId"/> and the storage that hangs on it stay.
/// </remarks>
public class RunningAlgo
{
    private readonly Type _type;
    private readonly Dictionary<string, object?> _parameters;
    private readonly TerminalStorage _storage;
    private readonly List<LogLine> _log = [];
    private readonly List<AlgoError> _errors = [];
    private Dictionary<string, IndicatorDataSeries> _outputs = [];
    private AlgoServices? _services;
    private AlgoHost? _host;
    private Algo? _instance;
    private BarsSeries? _bars;

    internal RunningAlgo(
        TerminalChart chart, Type type, IReadOnlyDictionary<string, object?> parameters, string instanceId)
    {
        Chart = chart;
        Core = chart.Core;
        InstanceId = instanceId;
        InstanceTitle = type.Name;
        _type = type;
        _parameters = new Dictionary<string, object?>(parameters);
        _storage = new TerminalStorage(Core, type, instanceId);
    }

    /// <summary>Name of the type of the algo.</summary>
    public string Name => _type.Name;

    /// <summary>Names this use of the algo; survives changes of parameters and of the time frame.</summary>
    public string InstanceId { get; }

    /// <summary>What the chart shows as the name of the instance; an algo may change it.</summary>
    public string InstanceTitle { get; internal set; }

    /// <summary>The chart that the algo is attached to.</summary>
    public TerminalChart Chart { get; }

    /// <summary>Whether the algo still runs.</summary>
    public bool IsRunning => _services?.IsAlive == true;

    /// <summary>The present instance.</summary>
    /// <exception cref="InvalidOperationException">The constructor of the algo threw: see <see cref="Errors"/>.</exception>
    public Algo Instance => _instance
        ?? throw new InvalidOperationException($"{Name} has no instance: its constructor threw.");

    /// <summary>What the algo threw, over all instances.</summary>
    public IReadOnlyList<AlgoError> Errors => _errors;

    /// <summary>What the algo printed and what the platform logged about it, over all instances.</summary>
    public IReadOnlyList<LogLine> Log => _log;

    /// <summary>Outputs of the present instance by the name given in the attribute; empty for a robot.</summary>
    public IReadOnlyDictionary<string, IndicatorDataSeries> Outputs => _outputs;

    internal TerminalCore Core { get; }

    internal TerminalFace TerminalChart => Chart.Face;

    internal Type AlgoType => _type;

    internal AlgoHost? Host => _host;

    /// <summary>Changes one parameter: the platform destroys the instance and initialises a new one.</summary>
    /// <param name="name">Name in the attribute, or of the property.</param>
    /// <param name="value">New value.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or the value does not fit it.</exception>
    public void ChangeParameter(string name, object? value)
    {
        Core.CheckThread();
        ParameterBinder.Check(_type, name, value);
        _parameters[name] = value;
        Restart();
    }

    /// <summary>Removes the algo from its chart.</summary>
    public void Detach()
    {
        Core.CheckThread();
        if (IsRunning)
        {
            End();
            Chart.Forget(this);
        }
    }

    /// <summary>
    /// The process of the algo dies: no callback runs, what local storage had not written out is lost, and answers on their way reach nobody.
    /// <see cref="Revive"/> starts it again.
    /// </summary>
    public void Crash()
    {
        Core.CheckThread();
        if (IsRunning)
        {
            _bars!.Prepended -= OnPrepended;
            _storage.Forget();
            _services!.Die();
            TerminalChart.Remove(_host!);
        }
    }

    /// <summary>Starts an algo that crashed, as the same use of it.</summary>
    public void Revive()
    {
        Core.CheckThread();
        if (!IsRunning)
        {
            Start();
        }
    }

    internal void Restart()
    {
        if (IsRunning)
        {
            End();
        }

        Start();
    }

    internal void Start()
    {
        _bars = Chart.BarsSeries;
        _services = new AlgoServices(this, _storage);
        _host = new AlgoHost(this, _services, _bars);
        _outputs = [];
        _instance = null;
        _bars.Prepended += OnPrepended;
        _host.Run("Constructor", () =>
        {
            _instance = (Algo)Activator.CreateInstance(_type)!;
            _host.Serve(_instance);
            ParameterBinder.Bind(_instance, _parameters, _bars);
        });

        switch (_instance)
        {
            case Indicator indicator:
                StartIndicator(indicator, _host);
                break;
            case Robot robot:
                _host.Run(nameof(Robot.OnStart), robot.OnStart);
                break;
            default:
                break;
        }
    }

    internal void OnTick(TerminalSymbol symbol)
    {
        if (IsRunning && _instance is Robot robot && symbol.Name == _bars!.SymbolName)
        {
            _host!.Run(nameof(Robot.OnTick), robot.OnTick);
        }
    }

    internal void OnBarClosed(BarsSeries bars)
    {
        if (IsRunning && _instance is Robot robot && ReferenceEquals(bars, _bars))
        {
            _host!.Run(nameof(Robot.OnBarClosed), robot.OnBarClosed);
        }
    }

    internal void OnBarOpened(BarsSeries bars)
    {
        if (IsRunning && _instance is Robot robot && ReferenceEquals(bars, _bars))
        {
            _host!.Run(nameof(Robot.OnBar), robot.OnBar);
        }
    }

    /// <summary>The forming bar changed or a new one opened.</summary>
    internal void OnCalculate(TerminalSymbol symbol)
    {
        if (IsRunning && symbol.Name == _bars!.SymbolName)
        {
            _host!.Node?.CalculateNewest();
        }
    }

    internal void OnTimer()
    {
        if (IsRunning && _instance is not null)
        {
            _host!.Run("OnTimer", _instance.RaiseTimer);
        }
    }

    internal void Write(string text)
    {
        LogLine line = new(Core.NowUtc, Name, text);
        _log.Add(line);
        Core.Log.Add(line);
    }

    internal void Keep(AlgoError error)
    {
        _errors.Add(error);
        Core.Errors.Add(error);
        Write($"Crashed in {error.Callback} with {error.Exception.GetType().Name}: {error.Exception.Message}");
    }

    private void StartIndicator(Indicator indicator, AlgoHost host)
    {
        host.Node = new CalculationNode(host, indicator, _bars!, isPulled: false);
        bool isOverlay = _type.GetCustomAttribute<IndicatorAttribute>()?.IsOverlay == true;
        if (!Core.Options.ChartIsNull && !isOverlay)
        {
            host.Area = TerminalChart.Chart.AddIndicatorArea();
        }

        _outputs = OutputBinder.Bind(indicator, host.Node);
        if (host.Area is RecordingIndicatorArea area)
        {
            area.Content = ChartedIndicator.Of(indicator);
        }

        host.Run(nameof(Indicator.Initialize), indicator.Initialize);
        host.Node.CalculateHistory();
    }

    private void End()
    {
        AlgoHost host = _host!;
        _bars!.Prepended -= OnPrepended;
        switch (_instance)
        {
            case Indicator indicator:
                host.Run(nameof(Indicator.OnDestroy), indicator.OnDestroy);
                break;
            case Robot robot:
                host.Run(nameof(Robot.OnStop), robot.OnStop);
                break;
            default:
                break;
        }

        _services!.End();
        TerminalChart.Remove(host);
    }

    private void OnPrepended()
    {
        AlgoServices? services = _services;
        if (_instance is not Indicator)
        {
            return;
        }

        // The load may have been asked for in the middle of a calculation, so the replay waits its turn.
        Core.Dispatcher.Post(() =>
        {
            if (services is not { IsAlive: true } || !ReferenceEquals(services, _services))
            {
                return;
            }

            if (Core.Options.HistoryReplay == HistoryReplay.NewInstance)
            {
                Restart();
            }
            else
            {
                _host!.Node!.CalculateHistory();
            }
        });
    }
}
