using System.Reflection;

namespace LiqIndicators.Workbench.Packages;

/// <summary>The version of everything that ships; it stands in Directory.Build.props and nowhere else.</summary>
internal static class ProductVersion
{
    /// <summary>Such as <c>0.1.0</c>, without the commit that the build adds.</summary>
    internal static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
