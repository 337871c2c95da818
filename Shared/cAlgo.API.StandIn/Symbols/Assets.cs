namespace cAlgo.API;

public interface Assets : IEnumerable<string>
{
    string this[int index] { get; }
    int Count { get; }

    Asset GetAsset(string assetName);
    Asset[] GetAssets(params string[] assetNames);
    bool Exists(string assetName);
}
