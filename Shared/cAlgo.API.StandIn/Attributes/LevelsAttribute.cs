namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Class)]
public sealed class LevelsAttribute : Attribute
{
    public LevelsAttribute(params double[] levels)
    {
        Levels = levels;
    }

    public double[] Levels { get; set; }
}
