namespace cAlgo.API;

public interface IndicatorArea : ChartArea
{
}
