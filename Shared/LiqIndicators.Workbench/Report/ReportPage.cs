using System.Reflection;

namespace LiqIndicators.Workbench.Report;

/// <summary>Puts a report and everything that shows it into one page, which needs nothing else and asks no network for anything.</summary>
internal static class ReportPage
{
    /// <summary>The page as text.</summary>
    /// <param name="report">What to show.</param>
    /// <param name="theme">dark or light: how it looks at first.</param>
    internal static string Write(ReplayReport report, string theme) => Resource("page.html")
        .Replace("/*style*/", Resource("page.css"), StringComparison.Ordinal)
        .Replace("/*charts*/", Resource("lightweight-charts.standalone.production.js"), StringComparison.Ordinal)
        .Replace("/*page*/", Resource("page.js"), StringComparison.Ordinal)
        .Replace("/*data*/", ReportJson.Write(report, theme), StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its resource {name}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
