using System.Collections;
using cAlgo.API;
using LiqIndicators.Terminal.Brokerage;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Deposits and withdrawals in the words of the API.</summary>
internal sealed class TerminalTransactions : Transactions
{
    private readonly TradingDesk _desk;
    private readonly IReadOnlyList<BrokerTransfer> _transfers;

    internal TerminalTransactions(TradingDesk desk, IReadOnlyList<BrokerTransfer> transfers)
    {
        _desk = desk;
        _transfers = transfers;
    }

    public int Count => _transfers.Count;

    public Transaction this[int index] => new PaidTransfer(_desk, index, _transfers[index]);

    public IEnumerator<Transaction> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class PaidTransfer : Transaction
    {
        private readonly TradingDesk _desk;
        private readonly BrokerTransfer _transfer;

        internal PaidTransfer(TradingDesk desk, int index, BrokerTransfer transfer)
        {
            _desk = desk;
            _transfer = transfer;
            Id = index + 1;
        }

        public long Id { get; }

        public double Amount => Math.Abs(_transfer.Amount);

        public TransactionType Type => _transfer.Amount < 0 ? TransactionType.Withdrawal : TransactionType.Deposit;

        public string? Note => null;

        public DateTime Time => _desk.ToApiTime(_transfer.TimeUtc);

        public double Balance => _transfer.Balance;

        public double? Equity => null;

        public double? MinEquity => null;

        public double? MaxEquity => null;
    }
}
