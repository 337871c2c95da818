using cAlgo.API;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.CTrader.Drawing;
using LiqIndicators.CTrader.Feeds;
using LiqIndicators.Sessions.Guarding;

namespace LiqIndicators.CTrader.Guarding;

/// <summary>Marks on the price chart what was done in its symbol: an arrow for an order, a diamond for what only Monitor would have sent.</summary>
internal sealed class GuardMarks
{
    private const int MostMarks = 60;

    private readonly Robot _robot;
    private readonly List<Mark> _marks = [];
    private readonly NamedShapes<Mark> _shapes;
    private ChartPalette _palette = ChartPalette.For(ColorTheme.Dark);
    private DateTime _sentUtc;
    private (int Id, GuardCause Cause, double Limit)? _wanted;

    /// <param name="robot">The robot whose chart it is; its chart is not null.</param>
    internal GuardMarks(Robot robot)
    {
        _robot = robot;
        _shapes = new NamedShapes<Mark>(robot.Chart, "LeverageGuard mark ", Draw);
    }

    /// <summary>Draws what is new since the last look.</summary>
    internal void Look(GuardStatus status, ChartPalette palette)
    {
        bool isAnew = palette != _palette;
        _palette = palette;
        bool isNew = LookAtSent(status) | LookAtWanted(status);
        if (isNew || isAnew)
        {
            _shapes.Show(_marks, isAnew);
        }
    }

    private bool LookAtSent(GuardStatus status)
    {
        if (status.LastSentUtc == _sentUtc)
        {
            return false;
        }

        _sentUtc = status.LastSentUtc;
        return Add(status.LastSent, isSent: true);
    }

    /// <summary>What is wanted each second anew is one wish: it is marked when it begins and when its reason changes.</summary>
    private bool LookAtWanted(GuardStatus status)
    {
        bool isMonitored = status.General is Refusal.MonitorMode or Refusal.LiveNotConfirmed;
        if (!isMonitored || status.Decision.Actions is not { Count: > 0 } actions)
        {
            _wanted = null;
            return false;
        }

        GuardAction action = actions[0];
        (int, GuardCause, double) wanted = (action.Id, action.Reason.Cause, action.Reason.Limit);
        if (wanted == _wanted)
        {
            return false;
        }

        _wanted = wanted;
        return Add(action, isSent: false);
    }

    private bool Add(in GuardAction action, bool isSent)
    {
        double price = action.Side == PositionSide.Long ? _robot.Bid : _robot.Ask;
        if (!string.Equals(action.Symbol, _robot.SymbolName, StringComparison.Ordinal) || !(price > 0))
        {
            return false;
        }

        if (_marks.Count == MostMarks)
        {
            _marks.RemoveAt(0);
        }

        _marks.Add(new Mark(ChartTime.NowUtc(_robot), price, action.Side, isSent));
        return true;
    }

    private void Draw(string name, Mark mark)
    {
        ChartIconType icon = !mark.IsSent ? ChartIconType.Diamond
            : mark.Side == PositionSide.Long ? ChartIconType.DownArrow
            : ChartIconType.UpArrow;
        _robot.Chart.DrawIcon(name, icon, mark.TimeUtc, mark.Price, _palette.Of(mark.Side));
    }

    private readonly record struct Mark(DateTime TimeUtc, double Price, PositionSide Side, bool IsSent);
}
