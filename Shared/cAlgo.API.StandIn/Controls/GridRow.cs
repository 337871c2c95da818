namespace cAlgo.API;

public interface GridRow
{
    int Index { get; }
    GridLength Height { get; }
    double MinHeight { get; set; }
    double MaxHeight { get; set; }

    void SetHeightInPixels(double value);
    void SetHeightInStars(double stars);
    void SetHeightToAuto();
}
