using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.Sessions.Feeds.Requests;

/// <summary>Keeps one feed within its share of a venue's budgets, and out of the way when others have used them.</summary>
internal sealed class BudgetLedger
{
    private readonly Dictionary<string, Account> _accounts;
    private readonly double _ownShare;
    private readonly double _totalShare;

    /// <summary>A ledger of a venue's budgets.</summary>
    /// <param name="budgets">The budgets.</param>
    /// <param name="ownShare">Share that this feed may use.</param>
    /// <param name="totalShare">Share that may be used by all together.</param>
    public BudgetLedger(IReadOnlyList<RateBudget> budgets, double ownShare, double totalShare)
    {
        _accounts = budgets.ToDictionary(budget => budget.Name, budget => new Account(budget), StringComparer.Ordinal);
        _ownShare = ownShare;
        _totalShare = totalShare;
    }

    /// <summary>Takes a cost if the shares allow it now.</summary>
    /// <returns>Whether it was taken.</returns>
    public bool TryTake(RateCost cost, DateTime nowUtc)
    {
        Account account = _accounts[cost.Budget];
        int own = account.Own(nowUtc);
        // A request larger than the share goes alone: it could never be sent otherwise.
        bool isWithinOwn = own == 0 || own + cost.Weight <= _ownShare * account.Limit;
        bool isWithinTotal = own + account.Foreign(nowUtc) + cost.Weight <= Math.Max(_totalShare * account.Limit, cost.Weight);
        if (!isWithinOwn || !isWithinTotal)
        {
            return false;
        }

        account.Take(cost.Weight, nowUtc);
        return true;
    }

    /// <summary>Learns what an answer's headers say.</summary>
    public void Note(BudgetReading reading, DateTime nowUtc)
    {
        if (_accounts.TryGetValue(reading.Budget, out Account? account))
        {
            account.Note(reading, nowUtc);
        }
    }

    /// <summary>Weight used now by this feed and, as far as headers tell, by others; over the limit.</summary>
    public double UsedShare(string budget, DateTime nowUtc)
    {
        Account account = _accounts[budget];
        return (account.Own(nowUtc) + account.Foreign(nowUtc)) / (double)account.Limit;
    }

    private sealed class Account
    {
        private readonly Queue<(DateTime TakenUtc, int Weight)> _taken = new();
        private readonly TimeSpan _window;
        private int _own;
        private int _foreign;
        private DateTime _foreignUntilUtc;

        public Account(RateBudget budget)
        {
            _window = budget.Window;
            Limit = budget.Limit;
        }

        public int Limit { get; private set; }

        public int Own(DateTime nowUtc)
        {
            while (_taken.Count > 0 && nowUtc - _taken.Peek().TakenUtc >= _window)
            {
                _own -= _taken.Dequeue().Weight;
            }

            return _own;
        }

        public int Foreign(DateTime nowUtc) => nowUtc < _foreignUntilUtc ? _foreign : 0;

        public void Take(int weight, DateTime nowUtc)
        {
            _taken.Enqueue((nowUtc, weight));
            _own += weight;
        }

        public void Note(BudgetReading reading, DateTime nowUtc)
        {
            Limit = reading.Limit is > 0 and { } limit ? limit : Limit;
            _foreign = Math.Max(0, reading.Used - Own(nowUtc));
            _foreignUntilUtc = reading.ResetUtc is { } reset && reset > nowUtc && reset < nowUtc + _window ? reset : nowUtc + _window;
        }
    }
}
