namespace cAlgo.API.Internals;

public enum AccountType
{
    Hedged,
    Netted,
}

public enum TotalMarginCalculationType
{
    Sum,
    Max,
    Net,
}
