using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.Sessions.Tests.Guarding;

/// <summary>A session at a broker, driven by a timer of one second of virtual time.</summary>
internal sealed class Desk
{
    /// <summary>A ladder of round numbers: what a session does with one does not hang on how the shipped ones were set.</summary>
    public static readonly LeverageLadder Ladder = new(
        [new LadderRung(30, 20, 5, 8), new LadderRung(50, 35, 3, 4), new LadderRung(70, 50, 1, 1.5)],
        TimeSpan.Zero,
        TimeSpan.FromMinutes(15));

    private readonly GuardOptions _policy;
    private int _instances;

    public Desk(FakeBroker broker, GuardSessionOptions? options = null, GuardOptions? policy = null, MemoryStore? store = null, string name = "a")
    {
        Broker = broker;
        Options = options ?? Armed();
        _policy = policy ?? new GuardOptions { Ladder = Desk.Ladder };
        Store = store ?? new MemoryStore();
        Name = name;
        Session = NewSession();
    }

    public FakeBroker Broker { get; }

    public GuardSessionOptions Options { get; set; }

    public MemoryStore Store { get; }

    public string Name { get; }

    public GuardSession Session { get; private set; }

    public List<GuardNotice> Notices { get; } = [];

    /// <summary>Called after each step.</summary>
    public Action? Stepped { get; set; }

    /// <summary>Called with each notice.</summary>
    public Action<GuardNotice>? Heard { get; set; }

    public static GuardSessionOptions Armed() => new() { Mode = GuardMode.Armed };

    public void Run(double seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            Broker.Advance(1);
            Session.Step();
            Stepped?.Invoke();
        }
    }

    /// <summary>Past the claim of the lock: the session may act from its next step on.</summary>
    public Desk Ready()
    {
        Run(2);
        return this;
    }

    /// <summary>The process dies: what was not flushed is lost, and replies reach nobody.</summary>
    public void Crash()
    {
        Store.Crash();
        Broker.Epoch++;
        Session = NewSession();
    }

    /// <summary>An orderly stop and start.</summary>
    public void Restart()
    {
        Session.Stop();
        Broker.Epoch++;
        Session = NewSession();
    }

    public bool Said(string text) => Notices.Exists(n => n.Text.Contains(text, StringComparison.Ordinal));

    private GuardSession NewSession() => new(
        new GuardPolicy(_policy),
        Options,
        Broker,
        Broker,
        Store,
        4711,
        $"{Name}{_instances++}",
        Broker,
        notice =>
        {
            Notices.Add(notice);
            Heard?.Invoke(notice);
        });
}
