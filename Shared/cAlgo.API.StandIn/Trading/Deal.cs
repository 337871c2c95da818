using cAlgo.API.Collections;

namespace cAlgo.API;

public interface Deal
{
    long Id { get; }
    int PositionId { get; }
    int OrderId { get; }
    DealPositionImpact? PositionImpact { get; }
    DealStatus Status { get; }
    double VolumeInUnits { get; }
    double? ExecutionPrice { get; }
    string SymbolName { get; }
    string Label { get; }
    string Comment { get; }
    string Channel { get; }
    TradeType TradeType { get; }
    DateTime ExecutionTime { get; }
    IReadonlyList<Deal> ClosedBy { get; }
    IReadonlyList<Deal> Closing { get; }
}
