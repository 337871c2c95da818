namespace cAlgo.API;

public enum TransactionType
{
    Deposit,
    Withdrawal,
}

public interface Transaction
{
    long Id { get; }
    double Amount { get; }
    TransactionType Type { get; }
    string Note { get; }
    DateTime Time { get; }
    double Balance { get; }
    double? Equity { get; }
    double? MinEquity { get; }
    double? MaxEquity { get; }
}

public interface Transactions : IEnumerable<Transaction>
{
    Transaction this[int index] { get; }
    int Count { get; }
}
