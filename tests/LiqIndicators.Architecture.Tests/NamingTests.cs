using System.Reflection;
using System.Runtime.CompilerServices;

namespace LiqIndicators.Architecture.Tests;

/// <summary>A time says its zone in its name.</summary>
public sealed class NamingTests
{
    public static TheoryData<string> ShippedAssemblies => [.. ProductAssemblies.Shipped.Except(["LiqIndicators.CTrader"])];

    [Theory]
    [MemberData(nameof(ShippedAssemblies))]
    public void Times_InEveryName_EndInUtc(string assembly)
    {
        IEnumerable<string> wrong = ProductAssemblies.Load(assembly).GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
            .SelectMany(TimesOf)
            .Where(time => !time.Name.EndsWith("Utc", StringComparison.Ordinal))
            .Select(time => $"{time.Owner}: {time.Name}");

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Owner, string Name)> TimesOf(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        string owner = type.FullName!;
        IEnumerable<(string, string)> properties = type.GetProperties(Own).Where(p => IsTime(p.PropertyType)).Select(p => (owner, p.Name));
        IEnumerable<(string, string)> fields = type.GetFields(Own)
            .Where(f => IsTime(f.FieldType) && !f.IsDefined(typeof(CompilerGeneratedAttribute), false) && !f.Name.Contains('<', StringComparison.Ordinal))
            .Select(f => (owner, f.Name));
        IEnumerable<(string, string)> parameters = type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
            .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute), false) && !m.IsSpecialName)
            .Where(m => !m.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(m => m.GetParameters().Where(p => IsTime(p.ParameterType)).Select(p => (owner + "." + m.Name, p.Name ?? "")));
        return properties.Concat(fields).Concat(parameters);
    }

    private static bool IsTime(Type type)
    {
        Type plain = type.IsByRef ? type.GetElementType()! : type;
        plain = Nullable.GetUnderlyingType(plain) ?? plain;
        return plain == typeof(DateTime) || plain == typeof(DateTimeOffset);
    }
}
