namespace LiqIndicators.Terminal.Series;

/// <summary>Data that a calculation may depend on.</summary>
internal interface IVersioned
{
    /// <summary>Grows whenever the data change.</summary>
    public long Version { get; }
}
