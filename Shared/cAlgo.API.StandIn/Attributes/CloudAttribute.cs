namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class CloudAttribute : Attribute
{
    public CloudAttribute(string firstLineName, string secondLineName)
    {
        FirstLineName = firstLineName;
        SecondLineName = secondLineName;
    }

    public string FirstLineName { get; }

    public string SecondLineName { get; }

    public string FirstColor { get; set; }

    public string SecondColor { get; set; }

    public double Opacity { get; set; } = 0.4;
}
