using System.IO.Compression;
using System.Text;

namespace LiqIndicators.TestKit;

/// <summary>
/// A package named cTrader.Automate made from the stand-in: it has the place and the name of the official one, and its build
/// step only says which algo it would have written, because the official format can be written by the official package alone.
/// </summary>
public static class ApiPackage
{
    /// <summary>Puts the package into a folder that serves as a NuGet source.</summary>
    /// <param name="feed">The folder; exists.</param>
    /// <param name="version">Version of the package.</param>
    /// <param name="assembly">Path of the stand-in's assembly.</param>
    /// <param name="afterBuild">Further MSBuild elements that run after the build of an algo; empty for none.</param>
    public static void Write(string feed, string version, string assembly, string afterBuild = "")
    {
        using ZipArchive package = ZipFile.Open(Path.Combine(feed, $"cTrader.Automate.{version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(assembly, "lib/net6.0/cAlgo.API.dll");
        Text(package, "cTrader.Automate.nuspec", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>cTrader.Automate</id>
                <version>{version}</version>
                <authors>test</authors>
                <description>Made by a test.</description>
                <dependencies><group targetFramework="net6.0" /></dependencies>
              </metadata>
            </package>
            """);
        Text(package, "build/cTrader.Automate.targets", $"""
            <Project>
              <Target Name="SayAlgo" AfterTargets="Build" Condition="'$(AlgoName)' != ''">
                <Message Importance="high" Text="AlgoName=$(AlgoName) AlgoPublish=$(AlgoPublish)" />
                {afterBuild}
              </Target>
              <!-- The official package keeps its API out of the output. -->
              <Target Name="KeepApiOut" AfterTargets="ResolvePackageAssets">
                <ItemGroup>
                  <RuntimeCopyLocalItems Remove="@(RuntimeCopyLocalItems)" Condition="'%(Filename)' == 'cAlgo.API'" />
                </ItemGroup>
              </Target>
            </Project>
            """);
    }

    private static void Text(ZipArchive package, string name, string text)
    {
        using StreamWriter writer = new(package.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
