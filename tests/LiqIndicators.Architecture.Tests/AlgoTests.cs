using System.Globalization;
using System.Reflection;
using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.Architecture.Tests;

/// <summary>What every shipped algo class promises the platform and its user.</summary>
public sealed class AlgoTests
{
    public static TheoryData<string> Algos => [.. ProductAssemblies.Algos];

    [Theory]
    [MemberData(nameof(Algos))]
    public void Assembly_HoldsExactlyOneAlgo(string algo) => Assert.NotNull(TypeOf(algo));

    [Theory]
    [MemberData(nameof(Algos))]
    public void Algo_AsksForNoAccessRightAndRunsInUtc(string algo)
    {
        Type type = TypeOf(algo);
        (AccessRights rights, string? zone) = type.IsSubclassOf(typeof(Indicator))
            ? Read(type.GetCustomAttribute<IndicatorAttribute>()!)
            : Read(type.GetCustomAttribute<RobotAttribute>()!);

        Assert.Equal(AccessRights.None, rights);
        Assert.Equal(TimeZones.UTC, zone);
    }

    [Theory]
    [MemberData(nameof(Algos))]
    public void Algo_Inputs_AreFewGroupedAndDescribed(string algo)
    {
        ParameterAttribute[] inputs = [.. TypeOf(algo).GetProperties().Select(p => p.GetCustomAttribute<ParameterAttribute>()!).Where(a => a is not null)];

        Assert.InRange(inputs.Length, 1, 25);
        Assert.All(inputs, input => Assert.False(string.IsNullOrWhiteSpace(input.Group), $"'{input.Name}' has no group"));
        Assert.All(inputs, input => Assert.False(string.IsNullOrWhiteSpace(input.Description), $"'{input.Name}' has no description"));
        Assert.Equal(inputs.Length, inputs.Select(input => input.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Algos))]
    public void Algo_NumericInputs_HaveBothEndsAroundTheirDefault(string algo)
    {
        foreach (PropertyInfo property in TypeOf(algo).GetProperties().Where(p => p.PropertyType == typeof(int) || p.PropertyType == typeof(double)))
        {
            if (property.GetCustomAttribute<ParameterAttribute>() is { } input)
            {
                Assert.True(input.MinValue is not null && input.MaxValue is not null, $"'{input.Name}' lacks an end");
                Assert.InRange(
                    Convert.ToDouble(input.DefaultValue, CultureInfo.InvariantCulture),
                    Convert.ToDouble(input.MinValue, CultureInfo.InvariantCulture),
                    Convert.ToDouble(input.MaxValue, CultureInfo.InvariantCulture));
            }
        }
    }

    private static (AccessRights Rights, string? Zone) Read(IndicatorAttribute attribute) => (attribute.AccessRights, attribute.TimeZone);

    private static (AccessRights Rights, string? Zone) Read(RobotAttribute attribute) => (attribute.AccessRights, attribute.TimeZone);

    private static Type TypeOf(string algo) =>
        Assert.Single(ProductAssemblies.Load(algo).GetTypes(), type => type.IsSubclassOf(typeof(Algo)) && !type.IsAbstract);
}
