using cAlgo.API;

namespace LiqIndicators.Terminal.Trading;

/// <summary>A currency or a coin.</summary>
internal sealed class TerminalAsset : Asset
{
    private readonly TerminalAssets _assets;

    internal TerminalAsset(TerminalAssets assets, string name)
    {
        _assets = assets;
        Name = name;
    }

    public string Name { get; }

    public int Digits => 2;

    public double Convert(Asset to, double value) => Convert(to.Name, value);

    public double Convert(string to, double value) => _assets.Convert(value, Name, to);
}
