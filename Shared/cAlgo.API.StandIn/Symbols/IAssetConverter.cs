namespace cAlgo.API.Internals;

public interface IAssetConverter
{
    double Convert(double value, Asset from, Asset to);
    double Convert(double value, string from, string to);
    double Convert(double value, Asset from, string to);
    double Convert(double value, string from, Asset to);
}
