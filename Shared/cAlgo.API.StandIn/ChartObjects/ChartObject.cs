namespace cAlgo.API;

public interface ChartObject
{
    string Name { get; }
    string Comment { get; set; }
    ChartObjectType ObjectType { get; }
    bool IsInteractive { get; set; }
    bool IsLocked { get; set; }
    bool IsHidden { get; set; }
    int ZIndex { get; set; }
    bool IsAlive { get; }
}
