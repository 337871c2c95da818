namespace cAlgo.API;

[AttributeUsage(AttributeTargets.Property)]
public class ParameterAttribute : Attribute
{
    public ParameterAttribute()
    {
    }

    public ParameterAttribute(string name)
    {
        Name = name;
    }

    public string Name { get; }

    public string Group { get; set; }

    public string Description { get; set; }

    public object DefaultValue { get; set; }

    public object MinValue { get; set; }

    public object MaxValue { get; set; }

    public double Step { get; set; }

    public bool IsValueVisibleInTitle { get; set; } = true;
}
