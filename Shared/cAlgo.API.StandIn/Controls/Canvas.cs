namespace cAlgo.API;

public class Canvas : Panel
{
}
