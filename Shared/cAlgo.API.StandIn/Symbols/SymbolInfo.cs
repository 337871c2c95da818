namespace cAlgo.API;

public interface SymbolInfo
{
    long Id { get; }
    string Name { get; }
    string Description { get; }
}
