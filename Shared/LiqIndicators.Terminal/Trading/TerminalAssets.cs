using System.Collections;
using cAlgo.API;
using cAlgo.API.Internals;
using LiqIndicators.Terminal.Runtime;

namespace LiqIndicators.Terminal.Trading;

/// <summary>Assets of the symbols and of the account, and what they are worth in each other.</summary>
internal sealed class TerminalAssets : Assets, IAssetConverter
{
    private readonly TerminalCore _core;
    private readonly List<TerminalAsset> _assets = [];

    internal TerminalAssets(TerminalCore core)
    {
        _core = core;
        Get(core.Options.Account.Currency);
    }

    public int Count => _assets.Count;

    public string this[int index] => _assets[index].Name;

    public Asset? GetAsset(string assetName) => _assets.Find(asset => asset.Name == assetName);

    public Asset[] GetAssets(params string[] assetNames) => assetNames.Select(GetAsset).OfType<Asset>().ToArray();

    public bool Exists(string assetName) => GetAsset(assetName) is not null;

    public double Convert(double value, string from, string to) => value * Rate(from, to);

    public double Convert(double value, Asset from, Asset to) => Convert(value, from.Name, to.Name);

    public double Convert(double value, Asset from, string to) => Convert(value, from.Name, to);

    public double Convert(double value, string from, Asset to) => Convert(value, from, to.Name);

    public IEnumerator<string> GetEnumerator() => _assets.Select(asset => asset.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal TerminalAsset Get(string name)
    {
        TerminalAsset? asset = _assets.Find(known => known.Name == name);
        if (asset is null)
        {
            asset = new TerminalAsset(this, name);
            _assets.Add(asset);
        }

        return asset;
    }

    /// <summary>Price of one asset in another; NaN when no symbol joins them.</summary>
    internal double Rate(string from, string to) => _core.Broker.Rate(from, to);
}
