using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using LiqIndicators.Workbench.Commands;

namespace LiqIndicators.Workbench.Packages.Algos;

/// <summary>Reads the face of an algo from its compiled assembly, by reflection that runs nothing of it.</summary>
internal static class AlgoAssembly
{
    private const string Api = "cAlgo.API.";

    /// <summary>Reads the one algo class of an assembly.</summary>
    /// <exception cref="CommandException">The assembly holds no algo class, or several.</exception>
    internal static AlgoFace Read(string path)
    {
        // Of libraries of one name the algo's own comes first: two builds of one library cannot be looked at together.
        IEnumerable<string> libraries = Libraries(Path.GetDirectoryName(path)!)
            .Concat(Libraries(AppContext.BaseDirectory))
            .Concat(Libraries(RuntimeEnvironment.GetRuntimeDirectory()))
            .DistinctBy(library => Path.GetFileName(library));
        using MetadataLoadContext context = new(new PathAssemblyResolver(libraries));
        Type[] algos = [.. context.LoadFromAssemblyPath(path).GetTypes().Where(type => !type.IsAbstract && KindOf(type) is not null)];
        return algos.Length == 1
            ? Read(algos[0])
            : throw new CommandException($"{path} holds {algos.Length} algo classes; the platform takes exactly one.");
    }

    private static IEnumerable<string> Libraries(string folder) => Directory.EnumerateFiles(folder, "*.dll");

    private static string? KindOf(Type type)
    {
        for (Type? parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.FullName is Api + "Indicator" or Api + "Robot")
            {
                return parent.Name;
            }
        }

        return null;
    }

    private static AlgoFace Read(Type type)
    {
        string kind = KindOf(type)!;
        CustomAttributeData about = Attribute(type, kind) ?? throw new CommandException($"{type.FullName} has no [{kind}] attribute.");
        CustomAttributeData? levels = Attribute(type, "Levels");
        PropertyInfo[] properties = type.GetProperties();
        return new AlgoFace(
            kind,
            type.FullName!,
            Named(about) ?? type.Name,
            Value(about, "AccessRights") ?? "None",
            Value(about, "TimeZone") ?? "UTC",
            Value(about, "IsOverlay") == "true",
            levels is null ? [] : [.. ((IEnumerable<CustomAttributeTypedArgument>)levels.ConstructorArguments[0].Value!).Select(level => (double)level.Value!)],
            [.. properties.Select(property => (property, Attribute(property, "Parameter"))).Where(pair => pair.Item2 is not null).Select(pair => Input(pair.property, pair.Item2!))],
            [.. properties.Select(property => (property, Attribute(property, "Output"))).Where(pair => pair.Item2 is not null).Select(pair => Output(pair.property, pair.Item2!))]);
    }

    private static AlgoInput Input(PropertyInfo property, CustomAttributeData attribute) => new(
        property.Name,
        Named(attribute) ?? property.Name,
        Value(attribute, "Group"),
        property.PropertyType.Name,
        Value(attribute, "DefaultValue"),
        Value(attribute, "MinValue"),
        Value(attribute, "MaxValue"),
        Value(attribute, "Step"),
        property.PropertyType.IsEnum ? [.. property.PropertyType.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)] : [],
        Value(attribute, "Description"));

    private static AlgoOutput Output(PropertyInfo property, CustomAttributeData attribute) => new(
        property.Name, Named(attribute) ?? property.Name, Value(attribute, "PlotType") ?? "Line", Value(attribute, "LineColor"));

    private static CustomAttributeData? Attribute(MemberInfo member, string name) =>
        member.GetCustomAttributesData().SingleOrDefault(attribute => attribute.AttributeType.FullName == $"{Api}{name}Attribute");

    private static string? Named(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Count == 1 ? Text(attribute.ConstructorArguments[0]) : null;

    private static string? Value(CustomAttributeData attribute, string name) => attribute.NamedArguments
        .Where(argument => argument.MemberName == name)
        .Select(argument => Text(argument.TypedValue))
        .SingleOrDefault();

    private static string? Text(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        object number when argument.ArgumentType.IsEnum => NameOf(argument.ArgumentType, number),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        object other => other.ToString(),
    };

    private static string NameOf(Type type, object number) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(field => Equals(field.GetRawConstantValue(), number))?.Name ?? number.ToString()!;
}
