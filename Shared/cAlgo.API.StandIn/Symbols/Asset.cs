namespace cAlgo.API;

public interface Asset
{
    string Name { get; }
    int Digits { get; }

    double Convert(Asset to, double value);
    double Convert(string to, double value);
}
