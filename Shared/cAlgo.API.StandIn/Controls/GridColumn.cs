namespace cAlgo.API;

public interface GridColumn
{
    int Index { get; }
    GridLength Width { get; }
    double MinWidth { get; set; }
    double MaxWidth { get; set; }

    void SetWidthInPixels(double value);
    void SetWidthInStars(double stars);
    void SetWidthToAuto();
}
