namespace cAlgo.API;

public enum PriceType
{
    Open,
    High,
    Low,
    Close,
    TickVolume,
    Median,
    Typical,
    Weighted,
    Average,
}
