using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiqIndicators.Workbench.Packages.Bom;

/// <summary>Writes a bill of materials in CycloneDX 1.6, JSON. The same materials give the same text. Schema: cyclonedx.org/schema/bom-1.6.schema.json.</summary>
internal static class CycloneDxJson
{
    private const string Product = "LiqIndicators";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the bill of several algos that share libraries.</summary>
    /// <param name="version">Version of the product.</param>
    /// <param name="algos">Each algo with what its restore resolved.</param>
    internal static string Write(string version, IReadOnlyDictionary<string, IReadOnlyList<RestoredPackage>> algos)
    {
        RestoredPackage[] all =
        [
            .. algos.Select(algo => new RestoredPackage(algo.Key, version, true, false, null, "MIT", [.. algo.Value.Select(package => package.Name)]))
                .Concat(algos.Values.SelectMany(packages => packages).DistinctBy(package => package.Name)).OrderBy(package => package.Name, StringComparer.Ordinal),
        ];
        Dictionary<string, string> references = all.ToDictionary(package => package.Name, ReferenceOf, StringComparer.OrdinalIgnoreCase);
        JsonObject product = new()
        {
            ["type"] = "application",
            ["bom-ref"] = $"{Product}@{version}",
            ["name"] = Product,
            ["version"] = version,
            ["licenses"] = Licenses("MIT"),
        };
        JsonObject bill = new()
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = product },
            ["components"] = new JsonArray([.. all.Select(Component)]),
            ["dependencies"] = new JsonArray(
            [
                Dependency($"{Product}@{version}", algos.Keys.Order(StringComparer.Ordinal).Select(name => references[name])),
                .. all.Select(package => Dependency(references[package.Name], package.DependsOn.Where(references.ContainsKey).Select(name => references[name]))),
            ]),
        };
        bill["serialNumber"] = SerialOf(bill.ToJsonString());
        return bill.ToJsonString(Indented) + "\n";
    }

    private static string ReferenceOf(RestoredPackage package) =>
        package.IsProject ? $"{package.Name}@{package.Version}" : $"pkg:nuget/{package.Name}@{package.Version}";

    private static JsonObject Component(RestoredPackage package)
    {
        JsonObject component = new()
        {
            ["type"] = "library",
            ["bom-ref"] = ReferenceOf(package),
            ["name"] = package.Name,
            ["version"] = package.Version,
            ["scope"] = package.IsBuildOnly ? "excluded" : "required",
        };
        if (package.Sha512 is not null)
        {
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = package.Sha512 });
        }

        if (package.License is not null)
        {
            component["licenses"] = Licenses(package.License);
        }

        if (!package.IsProject)
        {
            component["purl"] = ReferenceOf(package);
        }

        return component;
    }

    private static JsonArray Licenses(string expression) => new(new JsonObject { ["expression"] = expression });

    private static JsonObject Dependency(string reference, IEnumerable<string> needs) => new JsonObject
    {
        ["ref"] = reference,
        ["dependsOn"] = new JsonArray([.. needs.Distinct().Order(StringComparer.Ordinal).Select(need => (JsonNode)need)]),
    };

    // A serial number must be a UUID; made of the content (version 8, RFC 9562), it is new exactly when the content is.
    private static string SerialOf(string content)
    {
        byte[] bytes = SHA256.HashData(Encoding.UTF8.GetBytes(content))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(bytes, bigEndian: true);
    }
}
