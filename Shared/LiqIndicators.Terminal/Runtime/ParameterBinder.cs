using System.Globalization;
using System.Reflection;
using cAlgo.API;
using cAlgo.API.Internals;

namespace LiqIndicators.Terminal.Runtime;

/// <summary>Gives the properties marked as parameters their values, as the platform's dialog would.</summary>
internal static class ParameterBinder
{
    /// <summary>Parameters in the order of declaration, those of base classes first.</summary>
    internal static IReadOnlyList<PropertyInfo> ParametersOf(Type type) => MarkedProperties<ParameterAttribute>(type);

    /// <summary>Properties that carry an attribute, in the order of declaration, those of base classes first.</summary>
    internal static IReadOnlyList<PropertyInfo> MarkedProperties<TAttribute>(Type type)
        where TAttribute : Attribute =>
        type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(property => property.IsDefined(typeof(TAttribute)))
            .OrderBy(property => Depth(property.DeclaringType!))
            .ThenBy(property => property.MetadataToken)
            .ToArray();

    /// <exception cref="ArgumentException">There is no such parameter, or the value does not fit it.</exception>
    internal static void Check(Type type, string name, object? value)
    {
        PropertyInfo property = Find(type, name);
        if (value is not null)
        {
            Convert(property, value);
        }
    }

    /// <exception cref="ArgumentException">A name is unknown, or a value does not fit its parameter.</exception>
    internal static void Bind(Algo algo, IReadOnlyDictionary<string, object?> values, Bars bars)
    {
        Dictionary<PropertyInfo, object?> given =
            values.ToDictionary(pair => Find(algo.GetType(), pair.Key), pair => pair.Value);
        foreach (PropertyInfo property in ParametersOf(algo.GetType()))
        {
            object? value = given.TryGetValue(property, out object? own) ? own : Default(property, bars);
            if (value is not null)
            {
                property.SetValue(algo, Convert(property, value));
            }
        }
    }

    /// <summary>Values of a nested indicator, in the order of its parameters.</summary>
    /// <exception cref="ArgumentException">There are more values than parameters.</exception>
    internal static IReadOnlyDictionary<string, object?> ByPosition(Type type, IReadOnlyList<object?> values)
    {
        IReadOnlyList<PropertyInfo> parameters = ParametersOf(type);
        if (values.Count > parameters.Count)
        {
            throw new ArgumentException(
                $"{type.Name} takes {parameters.Count} parameters; {values.Count} values were given.");
        }

        return values.Select((value, i) => (parameters[i].Name, Value: value))
            .ToDictionary(pair => pair.Name, pair => pair.Value);
    }

    private static int Depth(Type type) => type.BaseType is null ? 0 : 1 + Depth(type.BaseType);

    private static PropertyInfo Find(Type type, string name) => ParametersOf(type).FirstOrDefault(
        property => property.Name == name || property.GetCustomAttribute<ParameterAttribute>()!.Name == name)
        ?? throw new ArgumentException($"{type.Name} has no parameter '{name}'.", nameof(name));

    private static object? Default(PropertyInfo property, Bars bars) =>
        property.GetCustomAttribute<ParameterAttribute>()!.DefaultValue
        ?? (property.PropertyType == typeof(DataSeries) ? bars.ClosePrices
            : property.PropertyType == typeof(TimeFrame) ? bars.TimeFrame
            : null);

    private static object Convert(PropertyInfo property, object value)
    {
        ParameterAttribute attribute = property.GetCustomAttribute<ParameterAttribute>()!;
        object converted = Convert(property, property.PropertyType, value);
        if (converted is IComparable number and (int or long or double))
        {
            Type type = property.PropertyType;
            if ((attribute.MinValue is { } min && number.CompareTo(Convert(property, type, min)) < 0)
                || (attribute.MaxValue is { } max && number.CompareTo(Convert(property, type, max)) > 0))
            {
                throw Refuse(property, value, $"a number in [{attribute.MinValue}, {attribute.MaxValue}]");
            }
        }

        return converted;
    }

    private static object Convert(PropertyInfo property, Type type, object value)
    {
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            return value switch
            {
                string text when type == typeof(TimeFrame) => TimeFrame.Parse(text),
                string text when type == typeof(Color) => (Color)text,
                string text when type.IsEnum => Enum.Parse(type, text),
                _ when type.IsEnum => Enum.ToObject(type, value),
                IConvertible => System.Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
                _ => throw Refuse(property, value, type.Name),
            };
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            throw Refuse(property, value, type.Name);
        }
    }

    private static ArgumentException Refuse(PropertyInfo property, object value, string expected) =>
        new(string.Create(
            CultureInfo.InvariantCulture,
            $"Parameter {property.Name} of {property.DeclaringType!.Name} is {value}; expected {expected}."));
}
